"""What changed between two days as a scene: counts, a matrix of changes, what measures do, facts.

Not for finding the changes (`domain.diff`) nor for the sentences that say why (`change_reasons`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rare_gui.domain.counting import counted
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.diff import (
    Comparison,
    MeasureChange,
    changes_around,
    measure_changes,
    state_changes,
)
from rare_gui.domain.known_facts import Fact, facts_between
from rare_gui.domain.rows import rows
from rare_gui.domain.vocabulary import MeasureStatus
from rare_gui.scenes.browse import GROUPS
from rare_gui.scenes.changes.fact_words import TABLE_WORDS, fact_words
from rare_gui.scenes.changes.matrix import ChangeRow, KindCount, Listed, change_matrix
from rare_gui.scenes.changes.reasons import Reason, reasons
from rare_gui.scenes.chips import COLUMNS
from rare_gui.scenes.compared_days import comparison
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import day_words, opened


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A line of the list: a measure with what it did and does, or a fact with its day.

    `measure` is empty where the line speaks of none.
    """

    measure: str
    what: str
    before: str  # "not there"; empty for a fact
    after: str  # "suspended"; the day for a fact
    spoken: str


@dataclass(frozen=True, slots=True)
class ChangeSection:
    """Lines of the list under one heading: "Measures of China, 10"."""

    key: str
    title: str
    lines: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class ChangesScene:
    """Everything the view of two days shows.

    `message` is said instead of the matrix when no state changed. `reading` says by what knowledge
    the days are seen. `columns` are the chip columns' long names.
    """

    earlier: date
    later: date
    count: int
    count_words: str  # "of 219 states to the United States changed"
    kinds: tuple[KindCount, ...]
    listed: str  # "25 of 34 materials"
    columns: tuple[str, ...]
    rows: tuple[ChangeRow, ...]
    reasons: tuple[Reason, ...]
    sections: tuple[ChangeSection, ...]
    note: str
    message: str
    reading: str
    as_known: bool
    material: str
    material_name: str
    only_material: bool


def changes_scene(
    dataset: Dataset,
    selection: Selection,
    *,
    as_known: bool = False,
    only_material: bool = False,
) -> ChangesScene:
    """What changed from the compared day to the as-of day.

    Of the materials that the browser lists, or (`only_material`) of the chosen one alone.
    `as_known` sees each day by what was public on that day.
    """
    days = comparison(dataset.law, selection, as_known=as_known)
    asked = _asked(dataset, selection, only_material)
    in_order = days.earlier < days.later
    every = state_changes(dataset.law, days) if in_order else ()
    shown = {entry.material for entry in asked}
    changes = tuple(change for change in every if change.material in shown)
    found_rows, kinds = change_matrix(dataset, days, changes, asked)
    material = selection.material if only_material else None
    measures = measure_changes(dataset.law, days, material) if in_order else ()
    facts = facts_between(dataset, days.earlier, days.later, material) if in_order else ()
    name = dataset.material_names.get(selection.material, selection.material)
    return ChangesScene(
        earlier=days.earlier,
        later=days.later,
        count=len(changes),
        count_words=_count_words(dataset, selection, asked),
        kinds=kinds,
        listed=_listed_words(len(found_rows), asked),
        columns=tuple(long for _, long, _ in COLUMNS),
        rows=found_rows,
        reasons=reasons(dataset.law, days, changes),
        sections=_sections(dataset, selection, measures, facts),
        note=_note(facts, None if only_material else len(every) - len(changes)) if in_order else "",
        message=_message(dataset, days, name if only_material else "") if not changes else "",
        reading=_reading(selection, as_known),
        as_known=as_known,
        material=selection.material,
        material_name=name,
        only_material=only_material,
    )


def _asked(dataset: Dataset, selection: Selection, only_material: bool) -> tuple[Listed, ...]:
    """The materials looked at: those of the browser, or the chosen one."""
    if "listed materials" not in dataset.kept:
        dataset.kept["listed materials"] = tuple(
            (
                Listed(row["material"], row["symbol"], row["short_name"]),
                row["browser_group"] in dict(GROUPS),
            )
            for row in rows(dataset.tables["materials"])
        )
    return tuple(
        entry
        for entry, is_listed in dataset.kept["listed materials"]
        if (entry.material == selection.material if only_material else is_listed)
    )


def _count_words(dataset: Dataset, selection: Selection, asked: tuple[Listed, ...]) -> str:
    forms = sum(len(dataset.law.forms(one.material, selection.origin)) for one in asked)
    place = dataset.country_names.get(selection.destination, selection.destination)
    return f"of {counted(forms, 'state', 'states')} to {place} changed"


def _listed_words(count: int, asked: tuple[Listed, ...]) -> str:
    return f"{count} of {counted(len(asked), 'material', 'materials')}"


STATUS_WORDS: dict[MeasureStatus, str] = {
    MeasureStatus.NONE: "not there",
    MeasureStatus.ANNOUNCED: "announced",
    MeasureStatus.IN_FORCE: "in force",
    MeasureStatus.SUSPENDED: "suspended",
    MeasureStatus.ENDED: "ended",
    MeasureStatus.PAST_ITS_DATE: "past its date",
}
"""What a measure does on a day, in words."""


def _sections(
    dataset: Dataset,
    selection: Selection,
    measures: tuple[MeasureChange, ...],
    facts: tuple[Fact, ...],
) -> tuple[ChangeSection, ...]:
    """The changed measures of the origin, those of others, and the facts; empty ones left out."""
    own = [change for change in measures if change.measure.jurisdiction == selection.origin]
    others = [change for change in measures if change.measure.jurisdiction != selection.origin]
    place = dataset.country_names.get(selection.origin, selection.origin)
    told = (
        ("origin", f"Measures of {place}", [_measure_line(change) for change in own]),
        ("others", "Measures of others", [_measure_line(change) for change in others]),
        ("facts", "Facts that became known", [_fact_line(fact) for fact in facts]),
    )
    return tuple(
        ChangeSection(key, f"{title}, {len(lines)}", tuple(lines))
        for key, title, lines in told
        if lines
    )


def _measure_line(change: MeasureChange) -> ChangeLine:
    was, now = (
        STATUS_WORDS[part.status if part else MeasureStatus.NONE]
        for part in (change.before, change.after)
    )
    title = change.measure.title
    return ChangeLine(change.measure.id, title, was, now, f"{title}: {was}, then {now}")


def _fact_line(fact: Fact) -> ChangeLine:
    when, what = day_words(fact.known_from, fact.known_precision), fact_words(fact)
    kind = TABLE_WORDS[fact.table]
    return ChangeLine(fact.measure, what, "", when, f"{opened(kind)}, known from {when}: {what}")


def _note(facts: tuple[Fact, ...], unlisted: int | None) -> str:
    status_rows = sum(fact.table == "status_changes" for fact in facts)
    rows = counted(status_rows, "status row", "status rows")
    note = (
        "Notices that pause other measures are reasons and not counted. "
        f"{rows} became known in between."
    )
    if unlisted:
        note += f" {unlisted} more changed of materials that are not in the list."
    return note


def _message(dataset: Dataset, days: Comparison, only: str) -> str:
    """Why there is no matrix, and when a state changed before or will change next."""
    first, last = day_words(days.earlier), day_words(days.later)
    if days.earlier > days.later:
        return f"{first} lies after {last}: choose an earlier day to compare with."
    if days.earlier == days.later:
        return f"Both days are {last}: choose an earlier day to compare with."
    of = f" of {only}" if only else ""
    before, after = changes_around(dataset.law, days)
    around = []
    if before is not None:
        around.append(f"The last change of any state before was on {day_words(before)}.")
    if after is not None:
        if after > dataset.data_through:
            around.append(f"The next is on {day_words(after)}, by the dates in the texts.")
        else:
            around.append(f"The next was on {day_words(after)}.")
    return " ".join([f"No state{of} changed between these days.", *around])


def _reading(selection: Selection, as_known: bool) -> str:
    if as_known:
        return "what was known on each of the two days"
    if selection.known_on is not None:
        return f"what applied on each day, by what was known on {day_words(selection.known_on)}"
    return "what applied on each day, all facts known today"
