"""An event and the exports around it, in plain sentences.

It says what changed beside the event, never that the event did it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.event_study import SIDE, Side, Unknown, event_study
from rare_gui.domain.flows import FlowKind, FlowSeries
from rare_gui.domain.own_note import Note
from rare_gui.domain.vocabulary import DatePrecision
from rare_gui.scenes.flow_words import month_words, tonnes_words
from rare_gui.scenes.palette import Source
from rare_gui.scenes.provenance import cite
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.events import EventDay, event_day
from rare_gui.scenes.timeline.export_pane import drawn_series
from rare_gui.scenes.timeline.parts import Band, Pane, TimelineScene
from rare_gui.scenes.timeline.scene import timeline_scene
from rare_gui.scenes.wording import day_words, listed, opened

CAUTION = "Other things changed in these months too; this is no proof that the event did it."
MONTHS_TOLD = 4
"""More missing months than this are counted, not named."""


@dataclass(frozen=True, slots=True)
class SeriesStudy:
    """One series around the event: the words for the ninety days before and after.

    `before` and `after` are the changes on the year before as shares, None where nobody can tell.
    """

    name: str
    before: float | None
    after: float | None
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventStudyScene:
    """An event, the series around it, and what limits the comparison."""

    title: str
    lead: str
    series: tuple[SeriesStudy, ...]
    notes: tuple[str, ...]
    sources: tuple[Source, ...]


def event_study_scene(dataset: Dataset, selection: Selection, event: str) -> EventStudyScene:
    """The drawn series around an event, as known on the selection's known-on day.

    Raises KeyError when no event has that id.
    """
    found = event_day(dataset, event)
    when = day_words(found.day, found.precision)
    title = f"{found.title} ({when})"
    series = drawn_series(dataset, selection)
    if not series:
        return EventStudyScene(title, "No monthly exports in these data: cannot tell.", (), (), ())
    if found.precision is DatePrecision.YEAR:
        lead = "Only the year of the event is known: cannot tell before from after."
        return EventStudyScene(title, lead, (), (), ())
    studies = [_studied(one, found, selection.known_on) for one in series]
    notes = [CAUTION]
    if found.precision is DatePrecision.MONTH:
        notes.insert(0, f"The event is dated to {when} only; counted from its first day.")
    sources = [source for _, ids in studies for source in ids]
    return EventStudyScene(
        title=title,
        lead="Exports from China in the ninety days before and after, against the same months a "
        "year earlier.",
        series=tuple(study for study, _ in studies),
        notes=tuple(notes),
        sources=cite(dataset, sources),
    )


def _studied(
    series: FlowSeries, event: EventDay, known_on: date | None
) -> tuple[SeriesStudy, tuple[str, ...]]:
    study = event_study(series.known_on(known_on), event.day)
    name = opened(series.label)
    if series.kind is FlowKind.CONTEXT:
        name = f"{name} (context: {series.coverage})"
    sentences = (_sentence("Before", study.before), _sentence("After", study.after))
    sources = tuple(dict.fromkeys(study.before.sources + study.after.sources))
    return SeriesStudy(name, study.before.change, study.after.change, sentences), sources


def _sentence(which: str, side: Side) -> str:
    span = f"{which} ({_span(side.months)})"
    if side.unknown is Unknown.MISSING:
        return f"{span}: cannot tell, no figure for {_missing(side.missing)}."
    assert side.tonnes is not None
    assert side.year_before is not None
    derived = "; some months are derived" if side.derived else ""
    if side.change is None:
        return (
            f"{span}: {tonnes_words(side.tonnes)}; cannot tell the change, nothing was exported "
            f"in the same months a year earlier{derived}."
        )
    return (
        f"{span}: {tonnes_words(side.tonnes)}, {_change(side.change)} the same months a year "
        f"earlier ({tonnes_words(side.year_before)}){derived}."
    )


def _change(change: float) -> str:
    percent = round(abs(change) * 100)
    if percent == 0:
        return "as much as"
    return f"{percent:,} % {'more' if change > 0 else 'less'} than"


def _span(months: tuple[date, ...]) -> str:
    return f"{month_words(months[0])} to {month_words(months[-1])}"


def _missing(months: tuple[date, ...]) -> str:
    if len(months) > MONTHS_TOLD:
        return f"{len(months)} of the months"
    return listed([month_words(month) for month in months])


def selected_timeline(
    dataset: Dataset, selection: Selection, notes: tuple[Note, ...] = ()
) -> TimelineScene:
    """The timeline of a selection, with its event's ninety days shaded where it has one."""
    scene = timeline_scene(dataset, selection, notes)
    if selection.event is None:
        return scene
    try:
        return with_event_bands(scene, dataset, selection, selection.event)
    except KeyError:  # of another package
        return scene


def with_event_bands(
    scene: TimelineScene, dataset: Dataset, selection: Selection, event: str
) -> TimelineScene:
    """The timeline with the ninety days on either side of an event shaded in its export panes.

    Each band names the change of the pane's leading series, or "cannot tell". Raises KeyError when
    no event has that id.
    """
    found = event_day(dataset, event)
    by_commodity = {one.commodity: one for one in drawn_series(dataset, selection)}
    panes = []
    for pane in scene.panes:
        leading = _leading(pane, by_commodity)
        if leading is None or found.precision is DatePrecision.YEAR:
            panes.append(pane)
            continue
        study = event_study(leading.known_on(selection.known_on), found.day)
        day = axis_day(found.day)
        bands = (
            Band(axis_day(found.day - SIDE), day, f"before: {_short(study.before)}"),
            Band(day, axis_day(found.day + SIDE), f"after: {_short(study.after)}"),
        )
        panes.append(replace(pane, bands=bands))
    return replace(scene, panes=tuple(panes))


def _leading(pane: Pane, by_commodity: dict[str, FlowSeries]) -> FlowSeries | None:
    """The series that a pane is about: the one in columns, else the first line that is no context.

    None for panes of other things than exports.
    """
    if not pane.key.startswith("exports"):
        return None
    kind = FlowKind.RAW if pane.columns else FlowKind.FINISHED
    return next((one for one in by_commodity.values() if one.kind is kind), None)


def _short(side: Side) -> str:
    if side.change is None:
        return "cannot tell"
    return f"{side.change * 100:+,.0f} %".replace("-", "−")
