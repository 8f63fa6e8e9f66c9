"""The timeline of a selection: lanes, events, truce and linked plots as one scene."""

from __future__ import annotations

from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.own_note import Note
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.provenance import cite
from rare_gui.scenes.scenario import text_words
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import LIMITS, axis_day, range_window
from rare_gui.scenes.timeline.events import event_marks, truce_span, truce_steps
from rare_gui.scenes.timeline.export_pane import drawn_series
from rare_gui.scenes.timeline.lanes import lane_groups
from rare_gui.scenes.timeline.own_notes import note_marks
from rare_gui.scenes.timeline.panes import panes
from rare_gui.scenes.timeline.parts import LaneGroup, TimelineScene
from rare_gui.scenes.timeline.project_lanes import project_lanes
from rare_gui.scenes.wording import day_words

SOURCES_TOLD = 16
"""More would leave a picture no room for what it shows; the package holds them all."""

FILL_WORDS = {
    Fill.ANNOUNCED: "announced",
    Fill.LICENCE: "licence required",
    Fill.BAN: "prohibited",
    Fill.SUSPENDED: "suspended",
    Fill.PROLONGED: "prolonged by statement only",
    Fill.REPORTED: "limit only reported",
    Fill.QUOTA: "export quota",
    Fill.DUTY: "export duty",
    Fill.CONTEXT: "tariffs and other rules",
    Fill.RELIEF: "easing",
    Fill.ENDED: "ended",
    Fill.PAST: "past its date, not known",
}
"""What each fill says, in the words of the legend."""


def timeline_scene(
    dataset: Dataset, selection: Selection, notes: tuple[Note, ...] = ()
) -> TimelineScene:
    """Everything the timeline shows for a selection, with the user's own `notes` where wanted."""
    window = shown_window(dataset, selection)
    measures, total = lane_groups(dataset, selection, window)
    built = project_lanes(dataset, selection) if selection.all_lanes else ()
    groups = measures + built
    legend, sources = _told(dataset, selection, measures, groups)
    steps, truce_end = truce_steps(dataset, selection)
    through = known_through(dataset, selection.known_on)
    name = dataset.material_names.get(selection.material, selection.material)
    title = f"{name}: export restrictions"
    places = dataset.country_names
    origin = places.get(selection.origin, selection.origin)
    destination = places.get(selection.destination, selection.destination)
    return TimelineScene(
        title=" – ".join(part for part in (title, text_words(selection.scenario)) if part),
        subtitle=f"Goods from {origin} to {destination}",
        as_of=axis_day(selection.as_of),
        as_of_label=day_words(selection.as_of),
        known_on=axis_day(selection.known_on) if selection.known_on else None,
        compared_to=axis_day(selection.compared_to) if selection.compared_to else None,
        data_end=axis_day(through),
        data_end_label=f"data to {day_words(through)}",
        window=(axis_day(window[0]), axis_day(window[1])),
        limits=(axis_day(LIMITS[0]), axis_day(LIMITS[1])),
        events=event_marks(dataset, selection),
        truce=steps,
        truce_end_label=truce_end,
        groups=groups,
        lanes_shown=sum(len(group.lanes) for group in measures),
        lanes_total=total,
        panes=panes(dataset, selection, window),
        legend=legend,
        sources=sources,
        notes=note_marks(dataset, selection, notes),
        folded=selection.folded,
        travelling=selection.known_on is not None,
    )


def shown_window(dataset: Dataset, selection: Selection) -> tuple[date, date]:
    """The stretch of time that a selection shows: its own, else around the truce."""
    return selection.window or range_window("truce", selection.as_of, truce_span(dataset))


def _told(
    dataset: Dataset,
    selection: Selection,
    measures: tuple[LaneGroup, ...],
    groups: tuple[LaneGroup, ...],
) -> tuple[tuple[tuple[Fill, str], ...], tuple[str, ...]]:
    """Legend and sources: with the same groups, as at most steps of the as-of day, the same."""
    kept = dataset.law.kept(selection.known_on)
    place = ("told of lanes", selection.material, selection.origin, selection.destination)
    before, told = kept.get(place, (None, None))
    if before is not groups:
        told = _legend(groups), _sources(dataset, measures, selection)
        kept[place] = groups, told
    return told  # type: ignore[no-any-return]


def _legend(groups: tuple[LaneGroup, ...]) -> tuple[tuple[Fill, str], ...]:
    occurring = {bar.fill for group in groups for lane in group.lanes for bar in lane.bars}
    return tuple((fill, words) for fill, words in FILL_WORDS.items() if fill in occurring)


def _sources(
    dataset: Dataset, groups: tuple[LaneGroup, ...], selection: Selection
) -> tuple[str, ...]:
    """Short citations: the first source of each lane, binding ones before, and of the series."""
    lanes = sorted(
        (lane for group in groups for lane in group.lanes), key=lambda lane: not lane.binding
    )
    ids = [dataset.law.measures[lane.measure].sources[:1] for lane in lanes]
    for series in drawn_series(dataset, selection):
        ids += [point.sources[:1] for point in series.known_on(selection.known_on)[-1:]]
    cited = cite(dataset, (one for several in ids for one in several))
    told = tuple(source.citation for source in cited[:SOURCES_TOLD])
    more = len(cited) - len(told)
    return (*told, f"{more} more in the data package") if more > 0 else told
