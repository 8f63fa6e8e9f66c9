"""A risk figure with the named parts that make it up, or the reason why it is not computed.

Not for the methods: each has a module of its own. A figure that lacks a part is unknown, never 0.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import prod

from rare_gui.domain.exposure import weakest
from rare_gui.domain.vocabulary import DataClass

HHI_UNIT = "0 to 10,000"
"""The unit of an index of concentration on its usual scale; a sign, not a word to show."""


@dataclass(frozen=True, slots=True)
class NotComputed:
    """Why a figure is not computed: the end of the sentence "not computed, because ..."."""

    because: str

    def __str__(self) -> str:
        return f"not computed, because {self.because}"


class Combination(StrEnum):
    """How parts make up a score."""

    SUM = "sum"
    PRODUCT = "product"
    CUBE_ROOT = "cube root of the product"


_COMBINE: dict[Combination, Callable[[Sequence[float]], float]] = {
    Combination.SUM: sum,
    Combination.PRODUCT: prod,
    Combination.CUBE_ROOT: lambda values: prod(values) ** (1 / 3),
}


@dataclass(frozen=True, slots=True)
class Part:
    """One named number of a score, not below 0; `value` None: not known, for the reason in `note`.

    `low` and `high` bound it. `years` are those of the data ("2016–20"). `from_memory`: the formula
    of the part was not read in the publication. `parts` add up to it where there are any.
    """

    name: str
    value: float | None
    unit: str
    data_class: DataClass
    sources: tuple[str, ...] = ()
    years: str = ""
    note: str = ""
    low: float | None = None
    high: float | None = None
    from_memory: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The lowest and highest value; one value twice where it has no range."""
        if self.value is None:
            return None
        return (
            self.value if self.low is None else self.low,
            self.value if self.high is None else self.high,
        )

    @property
    def refusal(self) -> NotComputed | None:
        """Why it is not known, None where it is."""
        return None if self.value is not None else NotComputed(self.note)


def missing(name: str, why: NotComputed | str, unit: str = "1") -> Part:
    """A part that is not known, and why."""
    because = why.because if isinstance(why, NotComputed) else why
    return Part(name, None, unit, DataClass.DERIVED, note=because)


def added(name: str, unit: str, parts: tuple[Part, ...], *, from_memory: bool = False) -> Part:
    """A part that is the sum of others; unknown where one of them is."""
    whole = Index(name, "", Combination.SUM, parts)
    return Part(
        name,
        whole.value,
        unit,
        whole.data_class,
        whole.sources,
        note="; ".join(whole.missing),
        low=whole.bounds[0] if whole.bounds else None,
        high=whole.bounds[1] if whole.bounds else None,
        from_memory=from_memory,
        parts=parts,
    )


@dataclass(frozen=True, slots=True)
class Index:
    """A score by one method: its parts combined, so the score always opens into them.

    `of` tells whose figure it is and of what goods and year. `because` is set where not even parts
    can be told.
    """

    key: str
    formula: str
    combination: Combination
    parts: tuple[Part, ...]
    of: str = ""
    because: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """Why the score is not computed; empty when it is."""
        notes = [self.because, *(part.note for part in self.parts if part.value is None)]
        return tuple(dict.fromkeys(one for note in notes for one in note.split("; ") if one))

    @property
    def value(self) -> float | None:
        """The parts combined, None where one is missing."""
        return self._combined([part.value for part in self.parts])

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The lowest and highest score: all parts are at least 0, so each end of them gives one."""
        ends = [part.bounds for part in self.parts]
        known = [end for end in ends if end is not None]
        low = self._combined([end[0] for end in known])
        high = self._combined([end[1] for end in known])
        return None if low is None or high is None or self.value is None else (low, high)

    @property
    def data_class(self) -> DataClass:
        """The class of the weakest part; a score is derived at best."""
        return weakest(DataClass.DERIVED, *(part.data_class for part in self.parts))

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources of all parts."""
        return tuple(dict.fromkeys(one for part in self.parts for one in part.sources))

    @property
    def refusal(self) -> NotComputed | None:
        """Why there is no score, None when there is one."""
        return None if self.value is not None else NotComputed("; ".join(self.missing))

    def of_whom(self, of: str) -> Index:
        """The same score under other words for whose figure it is."""
        return replace(self, of=of)

    def _combined(self, values: Sequence[float | None]) -> float | None:
        known = [value for value in values if value is not None]
        if self.because or not self.parts or len(known) < len(self.parts):
            return None
        return float(_COMBINE[self.combination](known))


def refused(key: str, formula: str, because: str) -> Index:
    """A score of which not even the parts can be told, and why."""
    return Index(key, formula, Combination.PRODUCT, (), because=because)
