"""Where observations come from: lines of the package's tables, and the evidence on a figure."""

from __future__ import annotations

from collections.abc import Iterable

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.answers import Question, answer
from rare_gui.domain.evidence.parts import Evidence, Reading
from rare_gui.domain.evidence.rows import Numbered, matching, numbered
from rare_gui.domain.risk.assessment import Assessment
from rare_gui.domain.rows import split_ids
from rare_gui.domain.supply import NET_EXPORTER
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.own_weights import own_weights
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.observation import Observation, Presence

_NO_VALUE = {"withheld": Presence.WITHHELD, NET_EXPORTER: Presence.IN_WORDS}
"""What the flag of a row without a figure says of it; another one says that it is missing."""


def lines(
    dataset: Dataset, table: str, column: str, value: object, **cells: object
) -> tuple[str, ...]:
    """The rows of a table with these values, as "table:line" of the package's file."""
    return named(table, matching(numbered(dataset, table, column, value), **cells))


def named(table: str, found: Iterable[Numbered]) -> tuple[str, ...]:
    """Rows as "table:line"."""
    return tuple(f"{table}:{line}" for line, _ in found)


def sources_in(found: Iterable[Numbered]) -> tuple[str, ...]:
    """The sources of some rows, each once."""
    ids = (one for _, row in found for one in split_ids(row["source_ids"]))
    return tuple(dict.fromkeys(ids))


def presence_of(value: float | None, flag: str = "") -> Presence:
    """Whether there is a figure, and if not, why."""
    return Presence.OBSERVED if value is not None else _NO_VALUE.get(flag, Presence.MISSING)


def asked(
    dataset: Dataset, selection: Selection, key: str, risk: Assessment | None = None
) -> Evidence:
    """The evidence on a figure of the selection's view, by its key."""
    question = Question(
        selection.material, selection.origin, selection.destination, selection.form,
        selection.as_of, selection.known_on, risk, own_weights(selection),
    )  # fmt: skip
    return answer(dataset, question, key)


def of_evidence(found: Evidence, kind: str, subject: str, name: str) -> Observation:
    """A figure with the rows that it was read or computed from, of the shown reading first."""
    told = [one for one in found.readings if one.shown] or list(found.readings)
    flag = found.flag or next((one.flag for one in told), "")
    in_words = found.value is None and bool(found.text)
    return Observation(
        kind=kind,
        subject=subject,
        name=name,
        part=found.family,
        state=found.text if in_words else "",
        value=found.value,
        low=found.low,
        high=found.high,
        unit=found.unit if found.value is not None else "",
        presence=Presence.IN_WORDS if in_words else presence_of(found.value, flag),
        flag=flag,
        data_class=found.data_class.value if found.data_class else "",
        basis=found.formula,
        sources=_sources(found, told),
        rows=_rows(told),
        note=found.gap or found.about,
    )


def weakest(classes: Iterable[DataClass]) -> str:
    """The weakest of the classes of what a figure rests on; empty for none."""
    found = max(classes, key=list(DataClass).index, default=None)
    return found.value if found else ""


def _rows(told: list[Reading]) -> tuple[str, ...]:
    found = (f"{one.table}:{line}" for one in told for line in one.row_numbers)
    return tuple(dict.fromkeys(found))


def _sources(found: Evidence, told: list[Reading]) -> tuple[str, ...]:
    ids = [one.source_id for one in found.sources]
    for reading in told:
        ids += [one.source_id for one in reading.sources]
        ids += reading.unknown
    return tuple(dict.fromkeys(ids))
