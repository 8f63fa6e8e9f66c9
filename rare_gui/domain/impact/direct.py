"""The direct step: from cut flows to the output that each sector loses for want of the material.

Not for what passes on to other sectors (`impact.spread`), nor for joining tables (`impact.joins`).
Arrays have draws first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from rare_gui.domain.impact.chunks import ROWS_AT_ONCE, cut_up, side_by_side
from rare_gui.domain.impact.economy import Economy
from rare_gui.domain.impact.joins import COMPONENT, Chain, Feed, Flow
from rare_gui.domain.impact.shortage import (
    WEEKS_A_YEAR,
    gap,
    others_supply,
    price_shortage,
    shortage,
)
from rare_gui.domain.impact.stocks import combined, loss_share
from rare_gui.domain.impact.values import Values

Floats = NDArray[np.float64]
Share = Callable[[Sequence[Chain], list[Floats]], list[Floats]]
"""Rationing: what users of one product would miss if served alike, to what each misses."""

LEAKAGE = "model.leakage"
HELD = "model.ndfeb_with_dysprosium_or_terbium"
IN_CHINA = "model.component_made_in_china"
SPREAD_LOG = "model.stock_spread_log"
MADE_UP = "model.made_up_later"
SIDES = ("supply", "demand")
CATCH_UP = frozenset({"motor_vehicles", "motor_vehicle_parts"})
"""Sectors that make up a part of what they lost by overtime."""


@dataclass(frozen=True, slots=True)
class DirectStep:
    """What every run of a case shares: flows, chains, and how the market answers.

    `by_price`: the price answers a gap, instead of other suppliers by name. `share_out` is None
    where all users of a product go short alike. `weeks` is the longest cut; the economy's sizes
    are those of a year, or of so many weeks where that is longer.
    """

    economy: Economy
    flows: tuple[Flow, ...]
    chains: tuple[Chain, ...]
    weeks: int
    by_price: bool = False
    share_out: Share | None = None


@dataclass(slots=True)
class DirectLoss:
    """Output lost, USD: `output` (draws, sectors); `weekly` is value added, USD (draws, weeks).

    `alone` is the output that each chain would cost alone, in the order of the chains (draws,).
    `shares` holds q(t) of each sector, and `products` of each of its products, where asked for.
    """

    output: Floats
    weekly: Floats
    alone: tuple[Floats, ...]
    shares: dict[str, Floats] = field(default_factory=dict)
    products: dict[str, dict[str, Floats]] = field(default_factory=dict)


def direct_loss(
    step: DirectStep, values: Values, *, keep_shares: bool = False, threads: int = 1
) -> DirectLoss:
    """The direct loss of every draw of `values`, in chunks, so that memory stays flat.

    Shares are kept for few draws only: those that fit one chunk. Each chunk fills rows of its own,
    so the result is the same to the last bit however many `threads` there are.
    """
    found = DirectLoss(
        output=np.zeros((values.n, len(step.economy.sectors))),
        weekly=np.zeros((values.n, step.weeks)),
        alone=tuple(np.zeros(values.n) for _ in step.chains),
    )

    def add(rows: slice) -> None:
        _add(step, values, rows, found, keep_shares)

    side_by_side(add, values.n, threads)
    return found


def gap_of(flow: Flow, values: Values, rows: slice) -> Floats:
    """G of a flow while it is cut: the share of normal use that stays away, shape (draws, 1)."""
    reliance, share = (values.of(f"{flow.terms}.{name}")[rows] for name in ("nir", "china_share"))
    return gap(values.of(flow.cut_key)[rows, None], reliance, share, values.of(LEAKAGE)[rows])


def _add(step: DirectStep, values: Values, rows: slice, into: DirectLoss, keep: bool) -> None:
    lacks = _Lacks([_short(step, flow, values, rows) for flow in step.flows], values, rows)
    missing = [_missing(chain, values, rows, lacks) for chain in step.chains]
    if step.share_out is not None:
        missing = _rationed(step.share_out, step.chains, missing)
    shares = _loss_shares(step.chains, values, rows, missing)
    by_sector: dict[str, dict[str, list[int]]] = {}
    for number, chain in enumerate(step.chains):
        by_sector.setdefault(chain.sector, {}).setdefault(chain.group, []).append(number)
    for sector, groups in by_sector.items():
        members = [number for group in groups.values() for number in group]
        share = combined([shares[number] for number in group] for group in groups.values())
        assert share is not None  # every sector here has a chain
        place = step.economy.index[sector]
        weekly = step.economy.output[place] / max(WEEKS_A_YEAR, step.weeks)
        kept = 1 - values.of(MADE_UP)[rows] if sector in CATCH_UP else np.ones(len(share))
        lost = share.sum(axis=1)
        into.output[rows, place] = weekly * lost * kept
        for number in members:
            total = lost if len(members) == 1 else shares[number].sum(axis=1)
            into.alone[number][rows] = weekly * total * kept
        worth = weekly * step.economy.value_per_output[place]
        into.weekly[rows] += share * (worth * kept)[:, None]
        if keep:
            into.shares[sector] = share
            into.products[sector] = {step.chains[at].product: shares[at] for at in members}


class _Lacks:
    """What is short of the flows that a route needs, worked out once for all sectors."""

    def __init__(self, short: Sequence[Floats], values: Values, rows: slice) -> None:
        self._short = short
        self._held = values.of(HELD)[rows, None]
        self._known: dict[tuple[tuple[int, bool], ...], Floats] = {}

    def of(self, feeds: Sequence[Feed]) -> Floats:
        """The worst of the feeds, shape (draws, weeks); nobody may change it in place."""
        return self._of(tuple(sorted({(feed.flow, feed.partly) for feed in feeds})))

    def _of(self, key: tuple[tuple[int, bool], ...]) -> Floats:
        if key not in self._known:
            if len(key) > 1:
                self._known[key] = np.maximum(self._of(key[:-1]), self._of(key[-1:]))
            else:
                ((flow, partly),) = key
                whole = self._short[flow]
                self._known[key] = whole * self._held if partly else whole
        return self._known[key]


def _short(step: DirectStep, flow: Flow, values: Values, rows: slice) -> Floats:
    """S(t) of a flow, shape (draws, weeks): the cut is the same in each of its weeks."""
    missing = gap_of(flow, values, rows)
    acting = values.at_work("other suppliers")[rows]
    spare = values.of(f"{flow.terms}.others_spare")[rows] * acting
    if step.by_price:
        supply, demand = (values.of(f"model.{side}_elasticity")[rows] for side in SIDES)
        answered = price_shortage(missing, supply, demand, spare)
        short = np.repeat(np.where(acting[:, None] > 0, answered, missing), step.weeks, axis=1)
    else:
        ramp = values.of(f"{flow.terms}.ramp")[rows]
        same = ramp[0] if (ramp == ramp[0]).all() else ramp
        short = shortage(missing, others_supply(spare, same, step.weeks))
    short[:, flow.weeks :] = 0.0
    return short


def _missing(chain: Chain, values: Values, rows: slice, lacks: _Lacks) -> Floats:
    """S_j(t) = sum_f theta_f max(S of what f needs), at most 1: the share of need that is short."""
    theta = values.routes(chain)[rows]
    total: Floats | None = None
    for place, route in enumerate(chain.routes):
        if not route.feeds:
            continue
        share = theta[:, place]
        if route.form == COMPONENT:  # parts made in China go on flowing
            share = share * (1 - values.of(IN_CHINA)[rows])
        part = lacks.of(route.feeds) * share[:, None]
        total = part if total is None else np.add(total, part, out=total)
    assert total is not None  # a chain without any feed is not joined
    return np.minimum(total, 1.0, out=total)


def _rationed(share_out: Share, chains: Sequence[Chain], missing: list[Floats]) -> list[Floats]:
    result = list(missing)
    by_product: dict[str, list[int]] = {}
    for place, chain in enumerate(chains):
        by_product.setdefault(chain.product, []).append(place)
    for places in by_product.values():
        users = [chains[place] for place in places]
        shared = share_out(users, [missing[place] for place in places])
        for place, lacked in zip(places, shared, strict=True):
            result[place] = lacked
    return result


def _loss_shares(
    chains: Sequence[Chain], values: Values, rows: slice, missing: Sequence[Floats]
) -> list[Floats]:
    """q(t) of each chain; with few draws, chains whose substitution is as slow go in one call."""
    paces: dict[float, list[int]] = {}
    for place, chain in enumerate(chains):
        half = values.of(f"{chain.substitution}.half_time")[0] if chain.substitution else 0.0
        paces.setdefault(float(half), []).append(place)
    in_one_call = max(1, ROWS_AT_ONCE // (rows.stop - rows.start))
    result = list(missing)
    for half, places in paces.items():
        for some in cut_up(len(places), in_one_call):
            alike = places[some]
            short = [missing[place] for place in alike]
            found = _loss_share([chains[place] for place in alike], short, values, rows, half)
            for place, share in zip(alike, np.split(found, len(alike)), strict=True):
                result[place] = share
    return result


def _loss_share(
    chains: Sequence[Chain], short: list[Floats], values: Values, rows: slice, half: float
) -> Floats:
    """q(t) of chains whose substitution has one half-time, one below the other."""

    def of(key: Callable[[Chain], str]) -> Floats:
        return _stacked([values.of(key(chain))[rows] for chain in chains])

    def alike(found: Floats) -> Floats:
        return _stacked([found[rows]] * len(chains))

    most = of(lambda chain: f"{chain.substitution}.most") if half else 0.0
    return loss_share(
        _stacked(short),
        kappa=of(lambda chain: chain.kappa),
        stock_days=of(lambda chain: chain.stock) * alike(values.at_work("stocks")),
        spread_log=alike(values.of(SPREAD_LOG)),
        substitutable=most * alike(values.at_work("substitution")),
        half_time_weeks=half or 1.0,
    )


def _stacked(arrays: Sequence[Floats]) -> Floats:
    return arrays[0] if len(arrays) == 1 else np.concatenate(arrays)
