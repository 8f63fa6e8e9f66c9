"""Drawing from ranges, and what may be said of the draws.

A parameter's draws depend on the seed and its own key only, so two runs share their luck in all
that they share (common random numbers). Not for the model itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from rare_gui.domain.impact.normal import Floats
from rare_gui.domain.impact.ranges import ImpactError, Range
from rare_gui.domain.impact.result import Spread
from rare_gui.domain.vocabulary import DataClass

CONCENTRATION = {DataClass.PUBLISHED: 100.0, DataClass.DERIVED: 30.0, DataClass.JUDGEMENT: 10.0}
"""How closely Dirichlet shares keep to their middles, by what they rest on."""
AGREEMENT = 0.9
"""The share of draws that must agree before one loss is called larger than another."""
_STEPS = 256
_PERCENTILES = (5, 50, 95)


class Verdict(StrEnum):
    """Whether one loss is larger than another."""

    HIGHER = "higher"
    LOWER = "lower"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True)
class Draws:
    """A source of `n` draws per key; the same seed, key and range give the same numbers.

    Draws of a range are a Latin hypercube: each of n equal parts of the distribution has one.
    Numbers once drawn are kept and shared: nobody may change them in place.
    """

    seed: int
    n: int
    _kept: dict[object, Floats] = field(default_factory=dict, repr=False, compare=False)

    def ranks(self, key: str) -> Floats:
        """Where in its distribution each draw of the key lies: 0 to 1, shape (n,)."""
        order, rising = self._luck(key)
        return rising[order]

    def order(self, key: str) -> Floats:
        """The same as whole numbers, 0 for the lowest draw of the key and n - 1 for the highest."""
        return self._luck(key)[0].astype(float)

    def pert(self, key: str, values: Range) -> Floats:
        """Draws from Beta-PERT(low, mid, high), shape (n,); rising ranges give rising draws."""
        asked = ("pert", key, values)
        if asked not in self._kept:
            order, rising = self._luck(key)
            # a table is read much faster in rising order
            self._kept[asked] = pert_quantiles(values, rising)[order]
        return self._kept[asked]

    def chance(self, key: str, probability: float) -> NDArray[np.bool_]:
        """Whether something with the probability (0 to 1) happens, shape (n,)."""
        return np.asarray(self.ranks(key) < probability)

    def shares(self, key: str, middles: Sequence[float], concentration: float) -> Floats:
        """Dirichlet draws about `middles`, shape (n, k); each row sums to the middles' sum.

        A middle of 0 stays 0. Raises ImpactError for a middle below 0 or a sum over 1.
        """
        asked = ("shares", key, tuple(middles), concentration)
        if asked not in self._kept:
            alpha = np.asarray(middles, float)
            whole = alpha.sum()
            if not ((alpha >= 0).all() and whole <= 1 + 1e-9):
                raise ImpactError(f"the shares of {key} must be 0 or more and sum to at most 1")
            drawn = self._generator(key).standard_gamma(alpha * concentration, (self.n, len(alpha)))
            total = drawn.sum(axis=1, keepdims=True)
            middle = np.broadcast_to(alpha, drawn.shape)
            self._kept[asked] = np.divide(drawn * whole, total, out=middle.copy(), where=total > 0)
        return self._kept[asked]

    def _luck(self, key: str) -> tuple[NDArray[np.intp], Floats]:
        """The order of the draws, and one place in each of n equal parts of 0 to 1, rising."""
        luck = self._generator(key)
        rising = (np.arange(self.n) + luck.random(self.n)) / self.n
        return luck.permutation(self.n), rising

    def _generator(self, key: str) -> np.random.Generator:
        # hash() differs from run to run, a digest does not
        digest = hashlib.blake2b(key.encode(), digest_size=8).digest()
        return np.random.default_rng([self.seed, int.from_bytes(digest, "big")])


def pert_quantiles(values: Range, ranks: Floats) -> Floats:
    """The values of Beta-PERT(low, mid, high) below which the shares `ranks` (0 to 1) lie.

    A beta distribution on low to high with shapes 1 + 4 (mid - low)/(high - low) and
    1 + 4 (high - mid)/(high - low); its quantiles are read from a table of 256 steps, to about 1e-4
    of the width. A range without width gives its value.
    """
    width = values.high - values.low
    if width == 0:
        return np.full(ranks.shape, values.low)
    mode = (values.mid - values.low) / width
    # closer steps at the ends, where the distribution bends most
    at = (1 - np.cos(np.pi * np.arange(_STEPS + 1) / _STEPS)) / 2
    density = at ** (4 * mode) * (1 - at) ** (4 * (1 - mode))
    below = np.concatenate([[0.0], np.cumsum((density[1:] + density[:-1]) * np.diff(at))])
    return np.asarray(values.low + width * np.interp(ranks, below / below[-1], at))


def spread_of(values: Floats) -> Spread:
    """Percentiles of draws, shape (draws,), and the share of them that are 0."""
    return spreads_of(values[:, None])[0]


def spreads_of(values: Floats) -> tuple[Spread, ...]:
    """The spread of each column of draws, shape (draws, columns)."""
    found = percentiles_of(values)
    none = np.mean(values <= 0, axis=0)
    columns = zip(*found.T.tolist(), none.tolist(), strict=True)
    return tuple(Spread(p5, p50, p95, share) for p5, p50, p95, share in columns)


def percentiles_of(values: Floats) -> Floats:
    """P5, P50 and P95 of each column of draws, shape (draws, columns); shape (columns, 3)."""
    # sorting rows whole is faster here than to seek three percentiles of columns
    ordered = np.sort(np.ascontiguousarray(values.T), axis=1)
    at = np.array(_PERCENTILES) / 100 * (len(values) - 1)
    below = at.astype(int)
    low, high = ordered[:, below], ordered[:, np.minimum(below + 1, len(values) - 1)]
    return np.asarray(low + (high - low) * (at - below))


def rank_correlation(inputs: Floats, total: Floats) -> Floats:
    """Spearman's rank correlation of each row of `inputs`, shape (k, draws), with `total` (draws,).

    Equal values share their mean rank; 0 where all values of a row, or of the total, are equal.
    """
    x, y = np.array([_ranks(row) for row in np.atleast_2d(inputs)]), _ranks(total)
    scale = np.sqrt((x * x).sum(axis=1) * (y @ y))
    return np.asarray(np.divide(x @ y, scale, out=np.zeros(len(x)), where=scale > 0))


def verdict(a: Floats, b: Floats) -> Verdict:
    """Whether a's loss is larger than b's, draw by draw (draws,): said if 90 % of draws agree."""
    return verdicts(a[None], b[None])[0]


def verdicts(a: Floats, b: Floats) -> list[Verdict]:
    """The verdict of each row of `a` against the same row of `b`, shape (rows, draws)."""
    higher, lower = (np.mean(more, axis=1) >= AGREEMENT for more in (a > b, a < b))
    return [
        Verdict.HIGHER if one else Verdict.LOWER if other else Verdict.CANNOT_TELL
        for one, other in zip(higher.tolist(), lower.tolist(), strict=True)
    ]


def _ranks(values: Floats) -> Floats:
    """Ranks about their mean, shape (draws,)."""
    order = np.argsort(values)
    ordered = values[order]
    places = np.arange(len(values), dtype=float)
    if (ordered[1:] == ordered[:-1]).any():
        _, first, sizes = np.unique(ordered, return_index=True, return_counts=True)
        places = np.repeat(first + (sizes - 1) / 2, sizes)
    ranks = np.empty_like(places)
    ranks[order] = places - (len(values) - 1) / 2
    return ranks
