"""The observations of the cliff board: one row a dated clause, as the board's filters leave it."""

from __future__ import annotations

from collections.abc import Iterator

from rare_gui.domain.cliffs import Cliff, cliffs
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.rows import numbered
from rare_gui.domain.vocabulary import Basis, DataClass
from rare_gui.scenes.cliff_words import clause_id, goods_words, other_words
from rare_gui.scenes.cliffs.scene import cliffs_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.observation import SCENARIO, Observation, Presence, day_after


def clause_rows(dataset: Dataset, selection: Selection) -> Iterator[Observation]:
    """The clauses on the board; `value` is the number of days left from the as-of day."""
    every = cliffs(dataset.law, selection.as_of, selection.known_on)
    by_id = {clause_id(one): one for one in every}
    for row in cliffs_scene(dataset, selection).rows:
        yield clause_row(dataset, by_id[row.clause])


def clause_row(dataset: Dataset, one: Cliff) -> Observation:
    """One clause on its day; the days left are counted from it, so they rest on its rows."""
    supposed = one.basis is Basis.SCENARIO
    other = other_words(one) if one.other_date else ""
    beyond = "after the end of the data: whether it was prolonged cannot be known"
    told = (f"hits {goods_words(dataset, one.measure)}", other, beyond if one.beyond_data else "")
    return Observation(
        kind="clause",
        subject=one.measure.id,
        name=one.measure.title,
        start=one.day,
        end=day_after(one.day),
        state=f"{'partly ' if one.partial else ''}{one.turn.value}",
        value=float(one.days_left),
        unit="days left",
        presence=Presence.OBSERVED,
        data_class=SCENARIO if supposed else DataClass.DERIVED.value,
        basis=one.basis.value,
        sources=() if supposed else tuple(dict.fromkeys((*one.sources, *one.measure.sources))),
        rows=_rows(dataset, one),
        note="; ".join(part for part in told if part),
    )


def _rows(dataset: Dataset, one: Cliff) -> tuple[str, ...]:
    """The status rows that name the date."""
    return tuple(
        f"status_changes:{line}"
        for line, row in numbered(dataset, "status_changes", "measure", one.measure.id)
        if any(
            row[column] == row[column] and row[column].date() == one.day
            for column in ("until", "until_in_legal_text")
        )
    )
