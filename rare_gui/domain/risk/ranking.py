"""How firmly scores rank materials: within the ranges of their inputs, and across methods.

Rank 1 is the largest. Equal scores share a rank; a rank that may move is told as a range.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from math import isclose, isfinite

RELATIVE = 1e-9
"""Scores that differ by less are equal: what is left of arithmetic, not of risk."""


@dataclass(frozen=True, slots=True)
class Score:
    """A score with the lowest and highest value that its inputs' ranges allow."""

    value: float
    low: float
    high: float

    def __post_init__(self) -> None:
        if not all(map(isfinite, (self.value, self.low, self.high))):
            raise ValueError(f"a score must be a number: {self}")
        if not self.low <= self.value <= self.high:
            raise ValueError(f"low, value and high are out of order: {self}")


@dataclass(frozen=True, slots=True)
class Rank:
    """A material's rank, best and worst possible, and with how many it shares its own."""

    rank: int
    best: int
    worst: int
    tied: tuple[str, ...] = ()

    @property
    def is_firm(self) -> bool:
        """Whether no range of the inputs moves it."""
        return self.best == self.worst

    def __str__(self) -> str:
        told = f"{self.rank}=" if self.tied else str(self.rank)
        return told if self.is_firm else f"{told} ({self.best} to {self.worst})"


def ranks(scores: Mapping[str, Score]) -> dict[str, Rank]:
    """Ranks by one method, in order. Another material may pass where the two ranges overlap."""
    if not scores:
        return {}
    lows = sorted(score.low for score in scores.values())
    highs = sorted(score.high for score in scores.values())
    count = len(scores)
    found: dict[str, Rank] = {}
    for group in _groups({name: score.value for name, score in scores.items()}):
        place = len(found) + 1
        for name in group:
            score = scores[name]
            surely_above = count - bisect_right(lows, _beyond(score.high))
            itself = score.high > _beyond(score.low)
            perhaps_above = count - bisect_right(highs, _beyond(score.low)) - itself
            others = tuple(one for one in group if one != name)
            found[name] = Rank(
                place, min(place, 1 + surely_above), max(place, 1 + perhaps_above), others
            )
    return found


def ranks_across(methods: Mapping[str, Mapping[str, float]]) -> dict[str, Rank]:
    """Ranks among the materials that every method scores: the middle method's, and the range.

    `rank` is the median of a material's ranks, the better of two middles; `tied` share it.
    """
    if not methods:
        return {}
    common = set.intersection(*(set(scores) for scores in methods.values()))
    by_method = [
        _places({name: scores[name] for name in common}) for scores in methods.values() if common
    ]
    medians = {
        name: sorted(places[name] for places in by_method)[(len(by_method) - 1) // 2]
        for name in common
    }
    return {
        name: Rank(
            medians[name],
            min(places[name] for places in by_method),
            max(places[name] for places in by_method),
            tuple(sorted(o for o in common if o != name and medians[o] == medians[name])),
        )
        for name in sorted(common, key=lambda name: (medians[name], name))
    }


def _places(values: Mapping[str, float]) -> dict[str, int]:
    places: dict[str, int] = {}
    for group in _groups(values):
        place = len(places) + 1
        places |= dict.fromkeys(group, place)
    return places


def _groups(values: Mapping[str, float]) -> list[list[str]]:
    """Names of equal values together, the largest value first, names in order."""
    groups: list[list[str]] = []
    for name in sorted(values, key=lambda name: (-values[name], name)):
        if groups and isclose(values[groups[-1][0]], values[name], rel_tol=RELATIVE, abs_tol=1e-12):
            groups[-1].append(name)
        else:
            groups.append([name])
    return [sorted(group) for group in groups]


def _beyond(value: float) -> float:
    """The least value that is told apart from this one."""
    return value + RELATIVE * abs(value)
