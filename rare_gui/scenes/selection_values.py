"""How the values of a selection are written into its text, and read from it with a reason if not.

Not for which value belongs to which part: `scenes.selection`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from rare_gui.domain.names import UnknownName, read_date
from rare_gui.domain.risk.own_weights import OwnWeights, WeightsError

Kind = TypeVar("Kind", bound=StrEnum)

EVERY = "all"
"""Stands for None where a part's default leaves something out."""
MOST_DAYS = 20_000
"""Longer than the timeline: a range of days beyond it is a slip."""


class SelectionError(ValueError):
    """A text that is not a selection; the message says which part and what it should be."""


def written(value: object) -> str:
    """A value as its reader takes it."""
    if value is None:
        return EVERY
    if isinstance(value, tuple):
        if all(isinstance(part, str) for part in value):
            return ",".join(value)
        return "..".join(day.isoformat() for day in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def switch(value: str) -> bool:
    """ "yes" or "no"; like all readers it raises SelectionError for anything else."""
    if value not in ("yes", "no"):
        raise SelectionError(f"{value!r} is neither yes nor no")
    return value == "yes"


def window(value: str) -> tuple[date, date]:
    """A stretch of days: "2025-01-01..2026-01-01", the last day not in it."""
    first, dots, last = value.partition("..")
    stretch = (day(first), day(last))
    if not dots or stretch[0] >= stretch[1]:
        raise SelectionError(f"{value!r} is no time window; write FIRST..LAST")
    return stretch


def day(value: str) -> date:
    """A day as YYYY-MM-DD."""
    try:
        return read_date(value)
    except UnknownName as error:
        raise SelectionError(str(error)) from None


def days(value: str) -> int:
    """A number of days from 1 on."""
    if not (value.isascii() and value.isdigit()) or not 0 < int(value) <= MOST_DAYS:
        raise SelectionError(f"{value!r} is no number of days; write 1 to {MOST_DAYS}")
    return int(value)


def keys(value: str) -> tuple[str, ...]:
    """Keys between commas, each once."""
    return tuple(dict.fromkeys(part for part in value.split(",") if part))


def weights(value: str) -> str:
    """Weights on figures of risk, as they are written anew: "hhi=2 top_share=1"."""
    try:
        return OwnWeights.from_text(value).to_text()
    except WeightsError as error:
        raise SelectionError(str(error)) from None


def one_of(known: Sequence[str], what: str) -> Callable[[str], str]:
    """A reader of one of the known values; `what` is their name in a refusal."""

    def read(value: str) -> str:
        if value not in known:
            raise SelectionError(f"{value!r} is no {what}; choose one of {', '.join(known)}")
        return value

    return read


def each_of(known: Sequence[str], what: str) -> Callable[[str], tuple[str, ...]]:
    """A reader of several known values between commas."""
    read = one_of(known, what)
    return lambda value: tuple(read(part) for part in keys(value))


def enumerated(kind: type[Kind], what: str) -> Callable[[str], Kind]:
    """A reader of a member of an enumeration."""
    read = one_of([member.value for member in kind], what)
    return lambda value: kind(read(value))
