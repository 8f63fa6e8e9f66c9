"""What made a loss as large as it is: mitigations, the first week, the paths it took.

Not for sizing: the runs behind an explanation are given as functions or arrays.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, pairwise
from math import factorial

import numpy as np

from rare_gui.domain.impact.economy import Economy
from rare_gui.domain.impact.normal import Floats

Path = tuple[tuple[str, ...], float]
"""Sectors from the cause to the one asked for, and the share of its loss that came this way."""

MITIGATIONS = ("other suppliers", "stocks", "substitution")
"""In the order in which they act."""
FELT = 0.001
"""The share of a week's output from which on a loss counts as one."""
_SAFE = 1 - 1e-9  # a bound may fall below its term by rounding
_NOTHING = 1e-300  # the least that counts as something
_LONGEST = 8  # sectors on a path; longer ones carry next to nothing

Run = Callable[[frozenset[str]], float]
"""The loss with only the named mitigations at work."""
Bars = Callable[[Run], tuple[tuple[str, float], ...]]
"""What each mitigation changes of a loss: `in_order` or `free_of_order`."""


def in_order(run: Run) -> tuple[tuple[str, float], ...]:
    """What each mitigation changes when they are let in one after the other (4 runs).

    The changes sum to the loss with all less the loss with none; below 0 is a loss spared.
    """
    losses = [run(frozenset(MITIGATIONS[:count])) for count in range(len(MITIGATIONS) + 1)]
    changes = (after - before for before, after in pairwise(losses))
    return tuple(zip(MITIGATIONS, changes, strict=True))


def free_of_order(run: Run) -> tuple[tuple[str, float], ...]:
    """The same by Shapley's value, the mean over all orders (8 runs); the sum is the same."""
    count = len(MITIGATIONS)
    losses = {
        frozenset(chosen): run(frozenset(chosen))
        for size in range(count + 1)
        for chosen in combinations(MITIGATIONS, size)
    }
    changes = dict.fromkeys(MITIGATIONS, 0.0)
    for there, loss in losses.items():
        others = count - len(there) - 1
        weight = factorial(len(there)) * factorial(max(0, others)) / factorial(count)
        for one in MITIGATIONS:
            if one not in there:
                changes[one] += weight * (losses[there | {one}] - loss)
    return tuple(changes.items())


def first_loss_week(shares: Floats) -> int | None:
    """The first week in which over 0.1 % of output is lost; `shares` q(t), shape (weeks,)."""
    felt = np.flatnonzero(shares > FELT)
    return int(felt[0]) if len(felt) else None


def binding_input(shares: Mapping[str, Floats]) -> str:
    """The product whose lack alone would cost a sector most; "" where none costs anything.

    `shares` q(t) by product, each of shape (weeks,).
    """
    sums = {product: float(np.sum(share)) for product, share in shares.items()}
    worst = max(sums, key=lambda product: sums[product], default="")
    return worst if worst and sums[worst] > 0 else ""


def supply_paths(economy: Economy, demand: Floats, sector: int, most: int = 3) -> tuple[Path, ...]:
    """The largest ways by which a sector loses sales: terms of L_.S df with L = I + A + A^2 + ...

    `demand` df >= 0 of one draw, shape (n,); `sector` is a number. A path begins at a stopped
    sector; each next one is a supplier of the one before. The search takes the most promising
    beginning first: what can still come of one that has reached k is at most its term times
    L[sector, k].
    """
    a, inverse = economy.coefficients, economy.inverse
    whole = float(inverse[sector] @ demand)
    if whole <= 0:
        return ()
    found: list[Path] = []
    heap: list[tuple[float, tuple[int, ...], float, bool]] = []
    # the third largest of the shortest paths: nothing below it can be among the three largest
    shortest = np.append(demand * a[sector], demand[sector])
    least = float(np.sort(shortest)[-most]) if most <= len(shortest) else 0.0
    _push(heap, (), demand, inverse[sector], least)
    while heap and len(found) < most:
        _, path, term, done = heapq.heappop(heap)
        if done:
            found.append((tuple(economy.sectors[place] for place in path), term / whole))
            continue
        if path[-1] == sector:
            heapq.heappush(heap, (-term, path, term, True))
        if len(path) < _LONGEST:
            _push(heap, path, term * a[:, path[-1]], inverse[sector], least)
    return tuple(found)


def _push(
    heap: list[tuple[float, tuple[int, ...], float, bool]],
    path: tuple[int, ...],
    terms: Floats,
    reach: Floats,
    least: float,
) -> None:
    bounds = terms * reach
    places = (bounds >= max(least * _SAFE, _NOTHING)).nonzero()[0]
    told = zip(places.tolist(), bounds[places].tolist(), terms[places].tolist(), strict=True)
    for place, bound, term in told:
        heapq.heappush(heap, (-bound, (*path, place), term, False))


def parts_paths(
    economy: Economy, lost: Floats, bottleneck: float, sector: int, most: int = 3
) -> tuple[Path, ...]:
    """The suppliers whose missing parts cost a sector most; paths of two.

    `lost`: output lost by the sectors whose own limit binds, 0 for others, one draw, shape (n,);
    `bottleneck` lambda. Shares are of what the sector loses for want of parts.
    """
    u = lost / economy.output
    by_part = u * economy.part_weights[:, sector]
    terms = (1 - bottleneck) * u * economy.cost_weights[:, sector]
    worst = int(by_part.argmax())
    terms[worst] += bottleneck * by_part[worst]
    whole = terms.sum()
    largest: Sequence[int] = np.argsort(-terms, kind="stable")[:most].tolist()
    return tuple(
        ((economy.sectors[i], economy.sectors[sector]), float(terms[i] / whole))
        for i in largest
        if terms[i] > 0
    )
