"""The observations of what changed between two days: each changed state on both, and the facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.diff import MeasureChange, measure_changes, state_changes
from rare_gui.domain.evidence.rows import Numbered, numbered
from rare_gui.domain.known_facts import Fact, facts_between
from rare_gui.domain.rows import split_ids
from rare_gui.domain.vocabulary import Basis, DataClass, MeasureStatus
from rare_gui.scenes.changes.fact_words import TABLE_WORDS, fact_words
from rare_gui.scenes.changes.scene import changes_scene
from rare_gui.scenes.compared_days import comparison
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.observation import SCENARIO, Observation, day_after, end_of
from rare_gui.scenes.tidy.states import state_row


def change_rows(dataset: Dataset, selection: Selection) -> Iterator[Observation]:
    """Two rows a changed state and two a changed measure, one a day; then what became known."""
    days = comparison(dataset.law, selection, as_known=selection.as_known)
    if days.earlier >= days.later:
        return
    scene = changes_scene(
        dataset, selection, as_known=selection.as_known, only_material=selection.only_material
    )
    shown = {row.material for row in scene.rows}
    material = selection.material if selection.only_material else None
    for change in state_changes(dataset.law, days):
        if change.material in shown:
            goods = (change.material, change.form)
            yield state_row(dataset, *goods, change.before, days.earlier)
            yield state_row(dataset, *goods, change.after, days.later)
    for moved in measure_changes(dataset.law, days, material):
        yield from _measure(dataset, moved, (days.earlier, days.later))
    for fact in facts_between(dataset, days.earlier, days.later, material):
        yield _fact(dataset, fact)


def _measure(
    dataset: Dataset, moved: MeasureChange, days: tuple[date, date]
) -> Iterator[Observation]:
    for day, part in zip(days, (moved.before, moved.after), strict=True):
        supposed = part is not None and part.row.basis is Basis.SCENARIO
        yield Observation(
            kind="measure_status",
            subject=moved.measure.id,
            name=moved.measure.title,
            start=day,
            end=day_after(day),
            state=(part.status if part else MeasureStatus.NONE).value,
            data_class=SCENARIO if supposed else DataClass.DERIVED.value,
            basis=part.row.basis.value if part else "",
            sources=part.row.sources if part and not supposed else (),
            rows=_status_lines(dataset, moved.measure.id, part.row.day) if part else (),
        )


def _fact(dataset: Dataset, fact: Fact) -> Observation:
    found = _rows_of(dataset, fact)
    sources = (one for _, row in found for one in split_ids(row["source_ids"]))
    return Observation(
        kind="fact",
        subject=found[0][1][_ID_OF[fact.table]] if found else fact.measure,
        name=fact.subject,
        part=TABLE_WORDS[fact.table],
        start=fact.known_from,
        end=end_of(fact.known_from, fact.known_precision),
        precision=fact.known_precision,
        state="became known",
        data_class=DataClass.PUBLISHED.value,
        sources=tuple(dict.fromkeys(sources)),
        rows=tuple(f"{fact.table}:{line}" for line, _ in found),
        note=fact_words(fact),
    )


def _status_lines(dataset: Dataset, measure: str, day: date) -> tuple[str, ...]:
    return tuple(
        f"status_changes:{line}"
        for line, row in numbered(dataset, "status_changes", "measure", measure)
        if row["date"].date() == day
    )


_ID_OF = {
    "status_changes": "measure",
    "events": "event",
    "truce_steps": "step",
    "commitment_evidence": "commitment",
    "commitment_verdicts": "commitment",
}
"""The column of each table that holds the id of what its rows speak of."""


def _rows_of(dataset: Dataset, fact: Fact) -> list[Numbered]:
    """The table's row that the fact was read from, found by what it says."""
    match fact.table:
        case "status_changes":
            return [
                pair
                for pair in numbered(dataset, fact.table, "measure", fact.measure)
                if (pair[1]["date"].date(), pair[1]["status"]) == (fact.day, fact.status)
            ]
        case "events":
            return numbered(dataset, fact.table, "title", fact.subject)
        case "commitment_verdicts":
            return numbered(dataset, fact.table, "reason", fact.told.partition(". ")[2])
        case _:
            return numbered(dataset, fact.table, "what", fact.told)
