"""The observations of one day: the state of each form, and the conditions beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.rows import numbered
from rare_gui.domain.state_run import Condition, Considered, StateRun
from rare_gui.domain.vocabulary import Basis, DataClass, SupplyForm
from rare_gui.scenes.chips import COLUMNS, column_runs
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.observation import SCENARIO, Observation, day_after
from rare_gui.scenes.tidy.rows import lines


def state_rows(dataset: Dataset, selection: Selection) -> Iterator[Observation]:
    """One row a form of the selection's material, then one a condition of users or content."""
    found: dict[tuple[str, str], Condition] = {}
    for column in range(len(COLUMNS)):
        for form, run in column_runs(dataset.law, selection.material, column, selection):
            yield state_row(dataset, selection.material, form, run, selection.as_of)
            found |= {(one.applies_to, one.measure.id): one for one in run.conditions}
    for one in found.values():
        yield _condition(dataset, selection, one)


def state_row(
    dataset: Dataset, material: str, form: SupplyForm, run: StateRun, day: date
) -> Observation:
    """The state of goods on a day; since when and until when is in the note."""
    if_only = run.basis is Basis.SCENARIO
    return Observation(
        kind="state",
        subject=material,
        name=dataset.material_names.get(material, material),
        part=form.value,
        start=day,
        end=day_after(day),
        state=run.state.value,
        data_class=SCENARIO if if_only else DataClass.DERIVED.value,
        basis=run.basis.value if run.basis else "",
        sources=() if if_only else run.sources,
        rows=_rows_of(dataset, run.deciding),
        note=_span(run),
    )


def _span(run: StateRun) -> str:
    """Since when and until when, as ISO days no more exact than they are known."""
    parts = []
    if run.since is not None:
        exact = {"year": 4, "month": 7}.get(run.since_precision or "", 10)
        parts.append(f"since {run.since.isoformat()[:exact]}")
    if run.until is not None:
        parts.append(f"until {run.until.isoformat()}")
    if run.until_in_legal_text not in (None, run.until):
        parts.append(f"until {run.until_in_legal_text} in the legal text")
    if run.at_least is not None:
        could = run.could_be.value if run.could_be else "free"
        parts.append(f"at least {run.at_least.value}, could be {could}")
    return "; ".join(parts)


def _condition(dataset: Dataset, selection: Selection, one: Condition) -> Observation:
    measure = one.measure
    return Observation(
        kind="condition",
        subject=measure.id,
        name=measure.title,
        part=one.applies_to,
        start=selection.as_of,
        end=day_after(selection.as_of),
        state=one.effect.value,
        data_class=DataClass.DERIVED.value,
        basis=one.stretch.row.basis.value,
        sources=tuple(dict.fromkeys((*measure.sources, *one.stretch.row.sources))),
        rows=(
            *lines(dataset, "measures", "measure", measure.id),
            *_change_rows(dataset, measure.id, one.stretch.row.day),
        ),
    )


def _rows_of(dataset: Dataset, deciding: tuple[Considered, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for item in deciding:
        if item.stretch.row.basis is not Basis.SCENARIO:
            found += _change_rows(dataset, item.measure.id, item.stretch.row.day)
    return tuple(dict.fromkeys(found))


def _change_rows(dataset: Dataset, measure: str, day: date) -> tuple[str, ...]:
    return tuple(
        f"status_changes:{line}"
        for line, row in numbered(dataset, "status_changes", "measure", measure)
        if row["date"].date() == day
    )
