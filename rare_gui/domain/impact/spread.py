"""How a loss of output passes to suppliers and to customers, in one region, without double counts.

Arrays have draws first and sectors last, in the order and the money (USD) of the economy. Not for
the direct loss: that comes from `impact.stocks`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rare_gui.domain.impact.economy import Economy
from rare_gui.domain.impact.normal import Floats
from rare_gui.domain.impact.ranges import ImpactError
from rare_gui.domain.impact.stocks import DAYS_A_WEEK

Flags = NDArray[np.bool_]

_ROUNDING = 1e-14  # a loss that rises by less than this share of itself rises no more


@dataclass(frozen=True, slots=True)
class Upstream:
    """Output lost when suppliers of the stopped sectors sell less. All of shape (draws, sectors).

    `output` holds the stopped sectors' own loss as well; `binds` says whose own limit holds (its
    loss is then exactly the direct one); `demand` is the fall of final demand that would do the
    same, 0 where no limit binds.
    """

    output: Floats
    binds: Flags
    demand: Floats


@dataclass(frozen=True, slots=True)
class Losses:
    """Output lost by cause, USD, shape (draws, sectors); one of the three sets each number.

    `direct` where a sector's own limit binds, elsewhere the larger of `upstream` (its customers
    stop) and `downstream` (parts are missing). Each is 0 where a limit binds, except `direct`, so
    `output` = max(direct, upstream, downstream), never their sum.
    """

    direct: Floats
    upstream: Floats
    downstream: Floats
    output: Floats
    binds: Flags
    demand: Floats


def upstream(inverse: Floats, direct: Floats, output: Floats) -> Upstream:
    """The supply-constrained (mixed) Leontief model: what the suppliers of stopped sectors lose.

    `inverse` L, shape (n, n); `direct` dX >= 0, shape (draws, n) or (n,); `output` x, shape (n,).
    df_S = (L_SS)^-1 dX_S and dX = L_.S df_S, at most x. Where some df_i < 0, the limit of i does
    not bind (its customers fell further) and i is freed: df_i = 0. Results have draws first even
    for one draw.

    Raises ImpactError for shapes that do not fit, and for a direct loss below 0 or not a number.
    """
    direct = np.atleast_2d(np.asarray(direct, float))
    n = len(output)
    if inverse.shape != (n, n) or direct.shape[1:] != (n,):
        raise ImpactError(f"direct losses and Leontief inverse must be of {n} sectors")
    if not (np.isfinite(direct) & (direct >= 0)).all():
        raise ImpactError("direct losses must be numbers, 0 or more")
    hit = np.flatnonzero((direct > 0).any(axis=0))
    own = direct[:, hit]
    needs = np.asarray(np.linalg.inv(inverse[np.ix_(hit, hit)]), float)
    lost_there = _settled(needs, own)
    binds = np.zeros(direct.shape, bool)
    binds[:, hit] = (own > 0) & (lost_there == own)
    demand = np.zeros_like(direct)
    demand[:, hit] = np.where(binds[:, hit], lost_there @ needs.T, 0.0)
    lost = demand[:, hit] @ inverse[:, hit].T
    lost[binds] = direct[binds]  # equal but for rounding
    return Upstream(np.minimum(lost, output, out=lost), binds, demand)


def _settled(needs: Floats, own: Floats) -> Floats:
    """What each hit sector loses in the end: its own, or more where its customers fell further.

    `needs` M = (L_SS)^-1, `own` shape (draws, hit). As M is an M-matrix, freeing the most negative
    limit and solving again ends at the only solution of X >= own, M X >= 0, one of the two an
    equality for each sector (R. W. Cottle, J.-S. Pang, R. E. Stone, The Linear Complementarity
    Problem, 1992, chapter 3). The same solution is found for all draws at once by raising losses
    to what the customers' losses ask for until nothing rises; each round leaves less than the
    spectral radius of A, some four tenths.
    """
    diagonal = np.diag(needs)
    asked = ((np.diag(diagonal) - needs) / diagonal[:, None]).T
    lost = own
    while True:
        raised = np.maximum(own, lost @ asked)
        if not (raised > lost * (1 + _ROUNDING)).any():
            return raised
        lost = raised


def downstream(
    economy: Economy,
    lost: Floats,
    bottleneck: ArrayLike,
    parts_stock_days: ArrayLike,
    weeks: ArrayLike,
) -> Floats:
    """Output that customers lose for want of parts: one round, bounded. Shape (draws, sectors).

    `lost`: output lost by the sectors whose own limit binds, 0 for all others, shape (draws, n).
    `bottleneck` lambda (share, 0 the cost-share floor, 1 the missing-part ceiling),
    `parts_stock_days` N and `weeks` T of the cut, one number or per draw. For k that makes goods,
    phi_k = [(1 - lambda) sum_i c_ik dom_ik u_i + lambda max_i(dom_ik u_i : c_ik >= 0.01)]
    max(0, 1 - N / 7T), u = lost / x; services lose 0, and so do sectors that are in `lost`.
    """
    lost = np.atleast_2d(np.asarray(lost, float))
    weight = np.asarray(bottleneck, float)[..., None]
    u = lost / economy.output
    by_cost = u @ economy.cost_weights
    by_part = _worst_part(u, economy.part_weights)
    share = ((1 - weight) * by_cost + weight * by_part) * _gate(parts_stock_days, weeks)
    share[lost > 0] = 0.0
    return np.asarray(np.minimum(share, 1.0) * economy.output)


def together(
    economy: Economy,
    direct: Floats,
    *,
    bottleneck: ArrayLike,
    parts_stock_days: ArrayLike,
    weeks: ArrayLike,
) -> Losses:
    """Direct losses (USD, shape (draws, n) or (n,)) passed on both ways; the larger one counts."""
    direct = np.atleast_2d(np.asarray(direct, float))
    up = upstream(economy.inverse, direct, economy.output)
    own = np.where(up.binds, up.output, 0.0)
    parts = downstream(economy, own, bottleneck, parts_stock_days, weeks)
    by_customers = np.where(up.binds, 0.0, up.output)
    return Losses(
        direct=own,
        upstream=by_customers,
        downstream=parts,
        output=np.maximum(up.output, parts),
        binds=up.binds,
        demand=up.demand,
    )


def _gate(parts_stock_days: ArrayLike, weeks: ArrayLike) -> Floats:
    """max(0, 1 - N / 7T): parts in stock carry customers over part of the cut; 0 for no weeks."""
    days = DAYS_A_WEEK * np.asarray(weeks, float)
    covered = np.asarray(parts_stock_days, float) / np.maximum(days, 1e-300)
    return np.where(days > 0, np.maximum(0.0, 1 - covered), 0.0)[..., None]


def _worst_part(u: Floats, parts: Floats) -> Floats:
    """max_i(u_i parts_ik) for each draw and buyer k; few parts are large enough to stop anyone."""
    by_sector = np.ascontiguousarray(u.T)
    worst = np.zeros_like(by_sector)
    for i in np.flatnonzero(by_sector.any(axis=1)):
        for k in np.flatnonzero(parts[i]):
            np.maximum(worst[k], by_sector[i] * parts[i, k], out=worst[k])
    return worst.T
