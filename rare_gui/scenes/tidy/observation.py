"""One observation of a picture, and the columns of the table that all of them make.

Not for finding the observations: each kind of picture has a module of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from rare_gui.domain.vocabulary import DatePrecision


class Presence(StrEnum):
    """Whether there is a figure: withheld, missing and zero are three things."""

    OBSERVED = "observed"  # `value` holds it; a zero is a figure like any other
    IN_WORDS = "in_words"  # what is observed is no number: `state` tells it
    WITHHELD = "withheld"  # the publisher has the figure and keeps it back
    MISSING = "missing"  # no figure is in the data
    NOT_COMPUTED = "not_computed"  # an input lacks, or it was not asked for


SCENARIO = "scenario"
"""The class of what only a what-if says."""
OWN = "own"
"""The class of the user's own notes."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One row. `kind` says what is observed of which `subject` (an id) in which `part` of it.

    It holds over `[start, end)`; `end` is None where nothing ends it, `start` where it was always
    so. An observation of one day ends on the next. `precision` says how exactly `start` is known.
    `value` is in `unit`; `drawn` is the number on the axis where the picture draws another, in
    `drawn_unit`. `flag` is a sign published with it (`>`, `<`). `rows` are the lines of the
    package behind it, as "table:line" (line 1 is the head); `sources` are ids.
    """

    kind: str
    subject: str
    name: str
    part: str = ""
    start: date | None = None
    end: date | None = None
    precision: DatePrecision = DatePrecision.DAY
    state: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str = ""
    drawn: float | None = None
    drawn_unit: str = ""
    presence: Presence = Presence.IN_WORDS
    flag: str = ""
    data_class: str = ""
    basis: str = ""
    known_later: bool = False
    sources: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    note: str = ""

    def cells(self) -> tuple[str, ...]:
        """The row as texts, in the order of COLUMNS; what is empty does not apply."""
        return (
            self.kind,
            self.subject,
            self.name,
            self.part,
            self.start.isoformat() if self.start else "",
            self.end.isoformat() if self.end else "",
            self.precision.value if self.start else "",
            self.state,
            number_text(self.value),
            number_text(self.low),
            number_text(self.high),
            self.unit,
            number_text(self.drawn),
            self.drawn_unit,
            self.presence.value,
            self.flag,
            self.data_class,
            self.basis,
            "true" if self.known_later else "false",
            ";".join(self.sources),
            ";".join(self.rows),
            " ".join(self.note.split()),
        )


COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("observation", "string", "What is observed: measure, event, export, price, state, loss, ..."),
    ("subject", "string", "Id of what it is about: measure, event, commodity, material, sector."),
    ("name", "string", "Its name."),
    ("part", "string", "Which part of it: form, market, metric, coverage."),
    ("start", "date", "First day on which it holds; empty where it was always so or has no day."),
    ("end", "date", "First day on which it no longer holds; empty where nothing ends it."),
    ("date_precision", "string", "How exactly start is known: day, month, year."),
    ("state", "string", "What is observed, where it is no number."),
    ("value", "number", "The figure, in unit; a zero is written 0."),
    ("low", "number", "Lower bound of the figure, in unit (losses: 5th percentile)."),
    ("high", "number", "Upper bound of the figure, in unit (losses: 95th percentile)."),
    ("unit", "string", "Unit of value, low and high."),
    ("drawn_value", "number", "The number on the picture's axis where it is not value itself."),
    ("drawn_unit", "string", "Unit of drawn_value."),
    ("presence", "string", "observed, in_words, withheld, missing or not_computed."),
    ("flag", "string", "Sign published with the figure: > at least, < at most, net_exporter."),
    (
        "data_class",
        "string",
        "published, derived, judgement, scenario (a what-if) or own.",
    ),
    ("basis", "string", "What it rests on: legal text, statement, way of measuring."),
    ("known_later", "boolean", "Whether it became known only after the known-on day."),
    ("source_ids", "string", "Ids in the sources file, parted by ;."),
    ("rows", "string", "Lines of the data package behind it, as table:line, parted by ;."),
    ("note", "string", "What else has to be said of it."),
)
"""Name, Frictionless type and description of each column, in order."""


def number_text(value: float | None) -> str:
    """A number without an exponent: a point for decimals, nothing between thousands.

    As many digits as tell it apart from any other number.
    """
    if value is None:
        return ""
    text = format(Decimal(repr(float(value))), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def day_after(day: date) -> date:
    """The end of an observation of one day."""
    return day + timedelta(days=1)


def end_of(day: date, precision: DatePrecision) -> date:
    """The first day after what is known no more exactly than to a day, month or year."""
    if precision is DatePrecision.YEAR:
        return date(day.year + 1, 1, 1)
    if precision is DatePrecision.MONTH:
        return date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return day_after(day)
