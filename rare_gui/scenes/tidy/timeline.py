"""The observations of a timeline: its lanes, events, truce and plots, as far as they are drawn."""

from __future__ import annotations

from collections.abc import Iterator

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.own_note import Note
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.law import bar_rows, event_rows, note_rows, truce_rows
from rare_gui.scenes.tidy.observation import Observation
from rare_gui.scenes.tidy.series import pane_rows
from rare_gui.scenes.time import calendar_day
from rare_gui.scenes.timeline.parts import TimelineScene
from rare_gui.scenes.timeline.scene import timeline_scene


def timeline_rows(
    dataset: Dataset, selection: Selection, notes: tuple[Note, ...] = ()
) -> Iterator[Observation]:
    """Everything in the lanes and plots that lies in the shown stretch of time, a part of it at
    least; each bar whole.
    """
    scene = timeline_scene(dataset, selection, notes)
    window = (calendar_day(scene.window[0]), calendar_day(scene.window[1]))
    yield from law_rows(dataset, selection, scene, notes)
    yield from pane_rows(dataset, selection, scene.panes, window)


def list_rows(
    dataset: Dataset, selection: Selection, notes: tuple[Note, ...] = ()
) -> Iterator[Observation]:
    """The rows of the timeline as a list, which has no plots."""
    yield from law_rows(dataset, selection, timeline_scene(dataset, selection, notes), notes)


def law_rows(
    dataset: Dataset, selection: Selection, scene: TimelineScene, notes: tuple[Note, ...]
) -> Iterator[Observation]:
    """Lanes, truce, events and notes that reach into the scene's stretch of time."""
    first, last = (calendar_day(day) for day in scene.window)
    found = (
        *bar_rows(dataset, selection, scene.groups),
        *truce_rows(dataset, scene.truce),
        *event_rows(dataset, scene.events),
        *note_rows(selection, notes),
    )
    for one in found:
        if one.start is None or (one.start < last and (one.end is None or one.end > first)):
            yield one
