"""The frozen parts of the evidence on a figure: readings, their sources, inputs of a sum.

Not for finding them: the other modules here do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from rare_gui.domain.vocabulary import Confidence, DataClass, DatePrecision

NO_EVIDENCE = "no evidence is recorded for this"


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A row of `sources`. `read` is the day on which it was accessed; None where not recorded."""

    source_id: str
    publisher: str
    title: str
    url: str
    published: date | None
    precision: DatePrecision
    read: date | None
    kind: str
    licence: str
    note: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Reading:
    """One value as a row or a family of rows gives it, with all that it rests on.

    `value` is None where the rows are words: then `text` holds them. `of` says what the value is a
    part of. `shown`: it is the one on screen. `measured` is what is counted or weighed: readings
    that share it may be compared; `basis` tells it in full. `table` and `row_numbers` (from 2, as
    lines of the file; 1 is its head) tell where they stand. `unknown` are ids of sources that the
    package does not have.
    """

    value: float | None
    unit: str
    text: str
    of: str
    flag: str
    shown: bool
    family: str
    basis: str
    measured: str
    data_class: DataClass | None
    confidence: Confidence | None
    table: str
    row_numbers: tuple[int, ...]
    locator: str
    note: str
    sources: tuple[SourceRecord, ...]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """One number of a sum; `key` asks for its own evidence and is empty where there is none."""

    name: str
    value: float | None
    unit: str
    data_class: DataClass | None
    note: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that stands behind one figure. `key` is the text by which it was asked for.

    `text` stands for `value` where the figure is words. `formula` and `inputs` tell how a derived
    figure comes about, `low` and `high` bound it. `rule` tells why one reading was chosen. `gap`
    says why there is nothing to tell; it is empty otherwise. A figure of output is of `series`;
    `other_series` tell of the same material and stage, maybe in other years.
    """

    key: str
    title: str
    value: float | None = None
    unit: str = ""
    text: str = ""
    flag: str = ""
    data_class: DataClass | None = None
    confidence: Confidence | None = None
    family: str = ""
    about: str = ""
    readings: tuple[Reading, ...] = ()
    rule: str = ""
    formula: str = ""
    inputs: tuple[Input, ...] = ()
    low: float | None = None
    high: float | None = None
    sources: tuple[SourceRecord, ...] = field(default=())
    gap: str = ""
    series: str = ""
    other_series: tuple[str, ...] = ()

    @property
    def disagreeing(self) -> tuple[Reading, ...]:
        """The readings that give another value than the shown one, of the same thing and unit."""
        shown = next((one for one in self.readings if one.shown and one.value is not None), None)
        if shown is None:
            return ()
        same = (shown.unit, shown.measured)
        return tuple(
            one
            for one in self.readings
            if not one.shown
            and one.value is not None
            and (one.unit, one.measured) == same
            and one.value != shown.value
        )


def unrecorded(key: str, why: str = NO_EVIDENCE) -> Evidence:
    """The answer to a key that the data hold nothing on."""
    return Evidence(key, "", gap=why)
