"""The timeline as a list: a row for each bar, project, event, step of the truce and note.

Made by the functions that make the picture, so that both always say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.own_note import Note
from rare_gui.domain.projects import all_projects
from rare_gui.domain.vocabulary import DatePrecision
from rare_gui.scenes.announcement import announcement
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day, calendar_day
from rare_gui.scenes.timeline.events import event_marks, truce_steps
from rare_gui.scenes.timeline.lanes import lane_groups
from rare_gui.scenes.timeline.own_notes import note_marks
from rare_gui.scenes.timeline.parts import Bar, EventMark, Lane, NoteMark, TruceStep
from rare_gui.scenes.timeline.project_lanes import project_lanes
from rare_gui.scenes.timeline.scene import FILL_WORDS, shown_window
from rare_gui.scenes.wording import day_words, opened

LATER = "known later"


class RowKind(StrEnum):
    """What a row stands for; the value is the word in its first column."""

    MEASURE = "measure"
    PROJECT = "project"
    EVENT = "event"
    TRUCE = "truce"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: days since 1970 to sort by, and the words for them.

    `key` is the id of the measure, project, event or note, "" for a step of the truce. `end` is
    None for what nothing ends and for what has no length. `days` counts from the as-of day to the
    next date of the row, its end while it holds and its start before; None when neither lies ahead.
    `holds` on the as-of day, or lies `ahead` of it; neither when it is over. `later`: it became
    known only after the known-on day.
    """

    kind: RowKind
    key: str
    name: str
    what: str
    start: int
    start_label: str
    end: int | None
    end_label: str
    state: str
    days: int | None
    days_label: str
    sources: tuple[str, ...]
    spoken: str
    holds: bool
    ahead: bool
    later: bool = False


@dataclass(frozen=True, slots=True)
class ListScene:
    """All rows in order of their start.

    `announcement` is what a screen reader says when the day has moved.
    """

    rows: tuple[ListRow, ...]
    as_of: int
    as_of_label: str
    lanes_shown: int
    lanes_total: int
    all_lanes: bool
    announcement: str


def list_scene(dataset: Dataset, selection: Selection, notes: tuple[Note, ...] = ()) -> ListScene:
    """The rows of everything that the timeline of the selection shows, with the user's `notes`."""
    groups, total = lane_groups(dataset, selection, shown_window(dataset, selection))
    as_of = axis_day(selection.as_of)
    lanes = [(group.name, lane) for group in groups for lane in group.lanes]
    built = project_lanes(dataset, selection) if selection.all_lanes else ()
    projects = [(group.name, lane) for group in built for lane in group.lanes]
    named = {one.id: one.name for one in all_projects(dataset)} if projects else {}
    rows = [
        *(row for side, lane in lanes for row in _of_lane(side, lane, as_of)),
        *(row for stage, lane in projects for row in _of_project(stage, lane, named, as_of)),
        *(_of_event(mark, as_of) for mark in event_marks(dataset, selection)),
        *(_of_step(step, as_of) for step in truce_steps(dataset, selection)[0]),
        *(_of_note(mark, as_of) for mark in note_marks(dataset, selection, notes)),
    ]
    return ListScene(
        rows=tuple(sorted(rows, key=lambda row: row.start)),
        as_of=as_of,
        as_of_label=day_words(selection.as_of),
        lanes_shown=len(lanes),
        lanes_total=total,
        all_lanes=selection.all_lanes,
        announcement=announcement(dataset, selection),
    )


def _of_lane(side: str, lane: Lane, as_of: int) -> Iterator[ListRow]:
    return (_of_bar(side, lane, bar, as_of) for bar in lane.bars)


def _of_bar(side: str, lane: Lane, bar: Bar, as_of: int) -> ListRow:
    words = f"partly {FILL_WORDS[bar.fill]}" if bar.partial else FILL_WORDS[bar.fill]
    label = bar.labels[0] if bar.labels else ""
    row = _row(RowKind.MEASURE, lane.measure, bar.start, bar.end, as_of, bar, words)
    return replace(
        row,
        name=f"{side}: {lane.name}",
        what=f"{opened(words)}: {label}" if label else opened(words),
        start_label=_day(bar.start, bar.soft_until),
        end_label=_day(bar.end) if bar.end is not None else "open",
        later=bar.later,
        state=f"{row.state}, {LATER}" if bar.later else row.state,
    )


def _of_project(stage: str, lane: Lane, names: Mapping[str, str], as_of: int) -> Iterator[ListRow]:
    """The bars of a project: their words are what is done there, never a state of the law."""
    for bar in lane.bars:
        words = bar.labels[0]
        row = _row(RowKind.PROJECT, lane.measure, bar.start, bar.end, as_of, bar, words)
        yield replace(
            row,
            name=names[lane.measure],
            what=f"{stage}: {words}",
            start_label=_day(bar.start, bar.soft_until),
            end_label=_day(bar.end) if bar.end is not None else "open",
        )


def _of_event(mark: EventMark, as_of: int) -> ListRow:
    row = _row(RowKind.EVENT, mark.event, mark.day, mark.day + 1, as_of, mark, "today")
    return replace(
        row,
        name=mark.label,
        what=mark.title,
        start_label=_day(mark.day, mark.soft_until),
        later=mark.later,
        state=f"{row.state}, {LATER}" if mark.later else row.state,
    )


def _of_step(step: TruceStep, as_of: int) -> ListRow:
    words = f"running, by {'statement only' if step.by_statement else 'legal text'}"
    row = _row(RowKind.TRUCE, "", step.start, step.end, as_of, step, words)
    return replace(row, name="Truce", what=opened(step.labels[0]), end_label=_day(step.end))


def _of_note(mark: NoteMark, as_of: int) -> ListRow:
    row = _row(RowKind.NOTE, mark.note, mark.day, mark.day + 1, as_of, mark, "today")
    return replace(row, name="Your note", what=mark.label)


def _row(
    kind: RowKind,
    key: str,
    start: int,
    end: int | None,
    as_of: int,
    shown: Bar | EventMark | TruceStep | NoteMark,
    words: str,
) -> ListRow:
    """A row over `[start, end)` with its state and days; `words` are its state while it holds."""
    ahead = start > as_of
    holds = not ahead and (end is None or as_of < end)
    lasting = kind in (RowKind.MEASURE, RowKind.PROJECT, RowKind.TRUCE)
    days = days_label = None
    if ahead:
        days, days_label = start - as_of, f"{start - as_of} to start"
    elif holds and lasting and end is not None:
        days, days_label = end - as_of, f"{end - as_of} left"
    return ListRow(
        kind=kind,
        key=key,
        name="",
        what="",
        start=start,
        start_label=_day(start),
        end=end if lasting else None,
        end_label="",
        state=words if holds else "ahead" if ahead else "over" if lasting else "past",
        days=days,
        days_label=days_label or "",
        sources=() if isinstance(shown, NoteMark) else shown.sources,
        spoken=shown.spoken,
        holds=holds,
        ahead=ahead,
    )


def _day(number: int, soft_until: int | None = None) -> str:
    """A day as people write it, no more exact than it is known."""
    precision = DatePrecision.DAY
    if soft_until is not None:
        precision = DatePrecision.YEAR if soft_until - number >= 365 else DatePrecision.MONTH
    return day_words(calendar_day(number), precision)
