"""The picture of a timeline: its scene, and the frame that says what is drawn and on what it rests.

Not for laying it out (`figures.pictures.timeline`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.flows import FlowKind
from rare_gui.domain.own_note import Note
from rare_gui.domain.scenario import Scenario
from rare_gui.scenes.pictures.frame import ESTIMATED, HATCHED, PictureFrame, picture_frame
from rare_gui.scenes.pictures.title import told_months
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.event_study import selected_timeline
from rare_gui.scenes.timeline.export_pane import drawn_series
from rare_gui.scenes.timeline.parts import Bar, Column, EventMark, Lane, Mark, Point, TimelineScene

HOLLOW = "dots along zero: no figure for the month"
LATER = "faint and dotted: known only later"
SUPPOSED = "dash-dotted, if: only in the what-if"


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """A timeline and what stands around it."""

    frame: PictureFrame
    scene: TimelineScene


def timeline_picture(
    dataset: Dataset,
    selection: Selection,
    *,
    program: str,
    title: str | None = None,
    subtitle: str | None = None,
    scenario: Scenario | None = None,
    notes: tuple[Note, ...] = (),
) -> TimelinePicture:
    """The picture of a selection's timeline; `dataset` is under `scenario` where there is one.

    `notes` are the user's own, drawn as flags. The other arguments are those of `picture_frame`.
    """
    scene = selected_timeline(dataset, selection, notes)
    frame = picture_frame(
        dataset,
        selection,
        program=program,
        title=title,
        subtitle=subtitle,
        scenario=scenario,
        legend=scene.legend,
        notes=plot_notes(scene),
        sources=lane_sources(dataset, selection, scene),
        more_sources=other_sources(dataset, selection, scene),
    )
    return TimelinePicture(frame, scene)


def plot_notes(scene: TimelineScene) -> tuple[str, ...]:
    """What the marks in lanes and panes mean, of those that occur."""
    panes = scene.panes
    figures: list[Column | Point] = [
        *(column for pane in panes for column in pane.columns),
        *(point for pane in panes for line in pane.lines for point in line.points),
    ]
    bars = [bar for group in scene.groups for lane in group.lanes for bar in lane.bars]
    dated: list[Bar | EventMark | Column | Point | Mark] = [
        *bars,
        *scene.events,
        *figures,
        *(mark for pane in panes for mark in pane.marks),
    ]
    found = (
        (ESTIMATED, any(figure.estimated for figure in figures)),
        (HATCHED, any(scene.missing_in(pane) for pane in panes)),
        (HOLLOW, any(pane.hollow for pane in panes)),
        (LATER, any(one.later for one in dated)),
        (SUPPOSED, any(bar.hypothetical for bar in bars)),
    )
    return tuple(words for words, occurs in found if occurs)


def lane_sources(dataset: Dataset, selection: Selection, scene: TimelineScene) -> Iterator[str]:
    """Ids of the sources of the law that is drawn and of the figures that titles are made of.

    Lanes that bind come first, then the first and last month of each series, the other lanes, the
    truce. An id may come twice.
    """
    lanes = [lane for group in scene.groups for lane in group.lanes]
    yield from _of_lanes(dataset, [lane for lane in lanes if lane.binding])
    for kind in (FlowKind.RAW, FlowKind.FINISHED):
        for point in told_months(dataset, selection, kind):
            yield from point.sources
    yield from _of_lanes(dataset, [lane for lane in lanes if not lane.binding])
    for step in scene.truce:
        yield from step.sources


def other_sources(dataset: Dataset, selection: Selection, scene: TimelineScene) -> Iterator[str]:
    """Ids of the sources of the months between, latest first, and of the events in the window."""
    for series in drawn_series(dataset, selection):
        for point in reversed(series.known_on(selection.known_on)):
            yield from point.sources
    first, last = scene.window
    for event in scene.events:
        if first <= event.day < last:
            yield from event.sources


def _of_lanes(dataset: Dataset, lanes: Iterable[Lane]) -> Iterator[str]:
    for lane in lanes:
        measure = dataset.law.measures.get(lane.measure)
        yield from measure.sources if measure else ()
        for bar in lane.bars:
            yield from bar.sources
