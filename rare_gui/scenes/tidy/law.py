"""The observations of what applied when: bars of lanes, events, steps of the truce, own notes.

Made from what the timeline draws, so that table and picture say the same. Not for the plots under
the lanes (`scenes.tidy.series`) nor for the states of forms on a day (`scenes.tidy.states`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.rows import numbered
from rare_gui.domain.measure_state import stretches
from rare_gui.domain.own_note import Note
from rare_gui.domain.records import Measure, StatusChange
from rare_gui.domain.vocabulary import Basis, DataClass, DatePrecision
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.observation import OWN, SCENARIO, Observation, day_after
from rare_gui.scenes.tidy.rows import lines
from rare_gui.scenes.time import axis_day, calendar_day
from rare_gui.scenes.timeline.parts import Bar, EventMark, LaneGroup, TruceStep
from rare_gui.scenes.timeline.scene import FILL_WORDS

WAITS = "takes effect after the end of what is known"
_YEAR = 365  # days: what is soft for so long is known to the year only


def bar_rows(
    dataset: Dataset, selection: Selection, groups: Iterable[LaneGroup]
) -> Iterator[Observation]:
    """One row a bar of each lane: a measure's, or that of a listed project, over `[start, end)`."""
    for group in groups:
        for lane in group.lanes:
            measure = dataset.law.measures.get(lane.measure)
            for bar in lane.bars:
                if measure is not None:
                    yield _of_measure(dataset, selection, measure, bar, group.name)
                else:
                    yield _of_project(dataset, lane.measure, bar, group.name)


def _of_measure(
    dataset: Dataset, selection: Selection, measure: Measure, bar: Bar, side: str
) -> Observation:
    found = _status_rows(dataset, selection, measure, bar)
    bases = dict.fromkeys(row.basis.value for row in found)
    partly = "partly " if bar.partial else ""
    return Observation(
        kind="measure",
        subject=measure.id,
        name=measure.title,
        part=side,
        start=calendar_day(bar.start),
        end=_day(bar.end),
        precision=precision_of(bar.start, bar.soft_until),
        state=f"{partly}{FILL_WORDS[bar.fill]}",
        data_class=_class_of(bar),
        basis="; ".join(bases),
        known_later=bar.later,
        sources=() if bar.hypothetical else tuple(dict.fromkeys((*bar.sources, *measure.sources))),
        rows=(
            *lines(dataset, "measures", "measure", measure.id),
            *_lines_of(dataset, measure, found),
        ),
        note=WAITS if bar.scheduled else "",
    )


def _of_project(dataset: Dataset, project: str, bar: Bar, stage: str) -> Observation:
    found = numbered(dataset, "projects", "project", project)
    return Observation(
        kind="project",
        subject=project,
        name=found[0][1]["name"] if found else project,
        part=stage,
        start=calendar_day(bar.start),
        end=_day(bar.end),
        precision=precision_of(bar.start, bar.soft_until),
        state=bar.labels[0] if bar.labels else FILL_WORDS[bar.fill],
        data_class=DataClass.PUBLISHED.value,
        sources=bar.sources,
        rows=(
            *lines(dataset, "projects", "project", project),
            *lines(dataset, "milestones", "project", project),
        ),
    )


def material_rows(groups: Iterable[LaneGroup]) -> Iterator[Observation]:
    """One row a bar of a comparison, whose lanes are materials and whose bars are states."""
    for group in groups:
        for lane in group.lanes:
            for bar in lane.bars:
                yield Observation(
                    kind="strongest_state",
                    subject=lane.measure,
                    name=lane.name,
                    start=calendar_day(bar.start),
                    end=_day(bar.end),
                    state=FILL_WORDS[bar.fill],
                    data_class=DataClass.DERIVED.value,
                    sources=bar.sources,
                    note=bar.spoken,
                )


def event_rows(dataset: Dataset, marks: Iterable[EventMark]) -> Iterator[Observation]:
    """One row an event, over the day, month or year to which it is dated."""
    for mark in marks:
        found = numbered(dataset, "events", "event", mark.event)
        start = calendar_day(mark.day)
        soft = calendar_day(mark.soft_until) if mark.soft_until is not None else None
        yield Observation(
            kind="event",
            subject=mark.event,
            name=found[0][1]["title"] if found else mark.label,
            part=found[0][1]["category"] if found else "",
            start=start,
            end=soft or day_after(start),
            precision=precision_of(mark.day, mark.soft_until),
            state="ahead" if mark.ahead else "past",
            data_class=DataClass.PUBLISHED.value,
            known_later=mark.later,
            sources=mark.sources,
            rows=lines(dataset, "events", "event", mark.event),
            note=found[0][1]["summary"] if found else "",
        )


def truce_rows(dataset: Dataset, steps: Iterable[TruceStep]) -> Iterator[Observation]:
    """One row a step of the truce."""
    for step in steps:
        found = [
            pair
            for pair in numbered(dataset, "truce_steps", "what", step.labels[0])
            if axis_day(pair[1]["start"].date()) == step.start
        ]
        row = found[0][1] if found else {}
        legal = row.get("end_in_legal_text")
        in_text = "" if legal is None or legal != legal else legal.date().isoformat()
        yield Observation(
            kind="truce",
            subject=row.get("step", ""),
            name=step.labels[0],
            start=calendar_day(step.start),
            end=calendar_day(step.end),
            state="by statement only" if step.by_statement else "by legal text",
            data_class=DataClass.PUBLISHED.value,
            basis=row.get("basis", ""),
            sources=step.sources,
            rows=tuple(f"truce_steps:{line}" for line, _ in found),
            note=f"end in the legal text: {in_text}" if in_text else "",
        )


def note_rows(selection: Selection, notes: Iterable[Note]) -> Iterator[Observation]:
    """One row a note of the user's that concerns the material."""
    for note in notes:
        if note.material in ("", selection.material):
            yield Observation(
                kind="own_note",
                subject=note.material or "all",
                name=note.first_line,
                start=note.day,
                end=day_after(note.day),
                data_class=OWN,
                note=note.text,
            )


def precision_of(start: int, soft_until: int | None) -> DatePrecision:
    """How exactly a start is known, by the day until which it is drawn soft."""
    if soft_until is None:
        return DatePrecision.DAY
    return DatePrecision.YEAR if soft_until - start >= _YEAR else DatePrecision.MONTH


def _class_of(bar: Bar) -> str:
    if bar.hypothetical:
        return SCENARIO
    # that a clause has run out beyond the data is computed; the rest is what the rows say
    return (DataClass.DERIVED if bar.fill is Fill.PAST else DataClass.PUBLISHED).value


def _status_rows(
    dataset: Dataset, selection: Selection, measure: Measure, bar: Bar
) -> tuple[StatusChange, ...]:
    """The dated rows that speak during the bar, as known on the day that the bar is known from."""
    known_on = None if bar.later else selection.known_on
    found: dict[StatusChange, None] = {}
    for part in stretches(dataset.law, measure, known_on):
        begins = bar.end is None or axis_day(part.start) < bar.end
        if begins and (part.end is None or axis_day(part.end) > bar.start):
            found[part.row] = None
    return tuple(found)


def _lines_of(dataset: Dataset, measure: Measure, found: Iterable[StatusChange]) -> tuple[str, ...]:
    told = {
        (row.day, row.status.value) for row in found if row.basis is not Basis.SCENARIO
    }  # a what-if's rows stand in no table
    return tuple(
        f"status_changes:{line}"
        for line, row in numbered(dataset, "status_changes", "measure", measure.id)
        if (row["date"].date(), row["status"]) in told
    )


def _day(number: int | None) -> date | None:
    return calendar_day(number) if number is not None else None
