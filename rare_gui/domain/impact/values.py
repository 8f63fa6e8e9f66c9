"""The values that a run gives to the assumptions: drawn ones, or the middles.

A run asks by key and gets one number per draw. Not for the formulae (`impact.direct`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from rare_gui.domain.impact.joins import Chain
from rare_gui.domain.impact.parameters import Parameter
from rare_gui.domain.impact.uncertainty import CONCENTRATION, Draws
from rare_gui.domain.impact.why import MITIGATIONS
from rare_gui.domain.vocabulary import DataClass

Floats = NDArray[np.float64]

ORDER = tuple(DataClass)
"""Data classes, weakest last."""
SETS = tuple(
    frozenset(chosen)
    for count in range(len(MITIGATIONS) + 1)
    for chosen in combinations(MITIGATIONS, count)
)
"""Every choice of mitigations; the last has all of them."""


class Values(Protocol):
    """One number per draw for each assumption; `n` draws."""

    n: int

    def of(self, key: str, /) -> Floats:
        """The assumption's values, shape (n,)."""

    def routes(self, chain: Chain, /) -> Floats:
        """The shares of a chain's routes in their order, shape (n, routes)."""

    def at_work(self, mitigation: str, /) -> Floats:
        """1 where the mitigation acts, 0 where it is left out, shape (n,)."""


class Window:
    """Some of the draws of other values: those of `rows`."""

    def __init__(self, values: Values, rows: slice) -> None:
        self.n = rows.stop - rows.start
        self._values, self._rows = values, rows

    def of(self, key: str) -> Floats:
        """The assumption's values in these draws."""
        return self._values.of(key)[self._rows]

    def routes(self, chain: Chain) -> Floats:
        """The shares of a chain's routes in these draws."""
        return self._values.routes(chain)[self._rows]

    def at_work(self, mitigation: str) -> Floats:
        """Whether the mitigation acts in these draws."""
        return self._values.at_work(mitigation)[self._rows]


class Drawn:
    """Values drawn from the ranges; those of a key depend on the seed and the key alone."""

    def __init__(
        self,
        draws: Draws,
        known: Mapping[str, Parameter],
        ranks: dict[str, Floats] | None = None,
    ) -> None:
        """`ranks` are those that earlier runs of the same draws have left; None keeps none."""
        self.n = draws.n
        self._draws, self._known = draws, known
        self._all = np.ones(draws.n)
        self._ranks = ranks
        self._given: dict[object, Floats] = {}

    def of(self, key: str) -> Floats:
        """Beta-PERT draws of the assumption."""
        found = self._given.get(key)
        if found is None:
            found = self._given[key] = self._draws.pert(key, self._known[key].values)
        return found

    def routes(self, chain: Chain) -> Floats:
        """Dirichlet draws about the middles; a route that the user changed keeps to its range.

        The others then share what it leaves.
        """
        asked = (chain.product, chain.sector)
        found = self._given.get(asked)
        if found is None:
            found = self._given[asked] = self._routes(chain)
        return found

    def _routes(self, chain: Chain) -> Floats:
        own = [self._known[route.key] for route in chain.routes]
        middles = [parameter.default.mid for parameter in own]
        weakest = max((parameter.data_class for parameter in own), key=ORDER.index)
        base = f"theta.{chain.product}.{chain.sector}"
        drawn = self._draws.shares(base, middles, CONCENTRATION[weakest])
        changed = [place for place, parameter in enumerate(own) if parameter.changed]
        if not changed:
            return drawn
        drawn = drawn.copy()
        for place in changed:
            drawn[:, place] = self.of(own[place].key)
        rest = [place for place in range(len(own)) if place not in changed]
        if rest:
            left = np.maximum(1 - drawn[:, changed].sum(axis=1), 0.0)
            others = drawn[:, rest].sum(axis=1)
            scale = np.divide(left, others, out=np.zeros_like(left), where=others > 0)
            drawn[:, rest] *= scale[:, None]
        return drawn

    def at_work(self, _mitigation: str) -> Floats:
        """Every mitigation acts in every draw."""
        return self._all

    def scores(self, chains: Iterable[Chain], keys: Iterable[str]) -> Iterator[tuple[str, Floats]]:
        """The rank scores (`rank_scores`) of every assumption that is not certain, by key.

        Draws of a range rise with their place in it, so their ranks are those of any range; ranks
        of routes are kept while no route of the sector is changed.
        """
        for chain in chains:
            own = [route.key for route in chain.routes]
            changed = any(self._known[key].changed for key in own)
            for place, key in enumerate(own):
                kept = None if changed else self._ranks
                yield key, _once(kept, key, partial(_of_column, self.routes(chain), place))
        for key in keys:
            if not key.startswith("theta.") and not self._known[key].values.is_certain:
                yield key, _once(self._ranks, key, partial(_of_range, self._draws, key))


def _of_column(values: Floats, place: int) -> Floats:
    return rank_scores(values[:, place])


def _of_range(draws: Draws, key: str) -> Floats:
    return _scaled(draws.order(key))


def _once(kept: dict[str, Floats] | None, key: str, scores: Callable[[], Floats]) -> Floats:
    """What `scores` gives, out of `kept` if it is there."""
    if kept is None:
        return scores()
    if key not in kept:
        kept[key] = scores()
    return kept[key]


def rank_scores(values: Floats) -> Floats:
    """Ranks about 0 with a length of 1, equal values sharing theirs; zeros where all are equal.

    The product of two is Spearman's rank correlation. Shape (n,).
    """
    order = np.argsort(values)  # equal values share their rank, whichever comes first
    ordered = values[order]
    first = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    sizes = np.diff(np.append(first, len(values)))
    ranks = np.empty(len(values))
    ranks[order] = np.repeat(first + (sizes - 1) / 2, sizes)
    return _scaled(ranks)


def _scaled(ranks: Floats) -> Floats:
    """Ranks from 0 on, about 0 and with a length of 1."""
    about_0 = ranks - (len(ranks) - 1) / 2
    length = np.sqrt(about_0 @ about_0)
    return about_0 / length if length > 0 else about_0


class Middles:
    """The middles, once for each set of mitigations that are at work."""

    def __init__(
        self, known: Mapping[str, Parameter], at_work: Sequence[frozenset[str]] | None = None
    ) -> None:
        sets = at_work or SETS[-1:]
        self.n = len(sets)
        self._known = known
        self._given: dict[str, Floats] = {}
        self._acting = {
            one: np.array([float(one in chosen) for chosen in sets]) for one in MITIGATIONS
        }

    def of(self, key: str) -> Floats:
        """The middle of the assumption."""
        found = self._given.get(key)
        if found is None:
            found = self._given[key] = np.full(self.n, self._known[key].values.mid)
        return found

    def routes(self, chain: Chain) -> Floats:
        """The middles of the routes; what the user did not change shares what is left."""
        own = [self._known[route.key] for route in chain.routes]
        middles = np.array([parameter.values.mid for parameter in own])
        changed = np.array([parameter.changed for parameter in own])
        others = middles[~changed].sum()
        if changed.any() and others > 0:
            middles[~changed] *= max(1 - middles[changed].sum(), 0.0) / others
        return np.broadcast_to(middles, (self.n, len(own)))

    def at_work(self, mitigation: str) -> Floats:
        """As the sets say."""
        return self._acting[mitigation]
