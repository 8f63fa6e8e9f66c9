"""From a cut to what users miss, week by week: gap, other suppliers or price, and rationing.

Not for what users then do: stocks and substitution are `impact.stocks`. Arrays have draws first and
weeks last; a parameter is one number or one per draw, shape (draws,).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rare_gui.domain.impact.normal import Floats
from rare_gui.domain.impact.ranges import ImpactError

WEEKS = 104
"""Weeks of the usual grid; a longer cut makes it longer."""
WEEKS_A_YEAR = 52


class Rationing(StrEnum):
    """Who goes short first."""

    PROPORTIONAL = "proportional"  # all by the same share
    DEFENCE_FIRST = "defence-first"  # the named users are served before the others
    LEAST_VALUE_FIRST = "least-value-first"  # users with the least value per unit go short first


def grid_weeks(weeks: float) -> int:
    """How many weeks to look at for a cut of so many weeks: the usual grid or as long as it is."""
    return max(WEEKS, math.ceil(weeks))


def course(cut: ArrayLike, weeks_on: float, weeks: int = WEEKS) -> Floats:
    """x(t): the cut (share 0 to 1, one number or per draw) for t < `weeks_on`, then 0.

    Shape (draws, weeks), or (weeks,) for one number. A cut lifted in steps is the largest, or the
    sum, of such courses.
    """
    on = np.arange(weeks) < weeks_on
    return np.asarray(np.asarray(cut, float)[..., None] * on)


def gap(
    cut: ArrayLike, reliance: ArrayLike, origin_share: ArrayLike, leakage: ArrayLike = 0.0
) -> Floats:
    """G(t) = x(t) nir sigma (1 - l): share of normal use that stays away before anybody answers.

    `cut` is a course, shape (draws, weeks) or (weeks,); `reliance` is net imports over use,
    `origin_share` the origin's share of them, `leakage` what gets through nevertheless: shares,
    one number or per draw. Raises ImpactError for a share outside 0 to 1.
    """
    shares = {"cut": cut, "reliance": reliance, "origin's share": origin_share, "leakage": leakage}
    for name, values in shares.items():
        _check_share(name, values)
    through = 1 - np.asarray(leakage, float)
    scale = np.asarray(reliance, float) * np.asarray(origin_share, float) * through
    return np.asarray(np.asarray(cut, float) * scale[..., None])


def others_supply(spare: ArrayLike, ramp_weeks: ArrayLike, weeks: int = WEEKS) -> Floats:
    """a(t) = a_max (1 - exp(-t / tau)): what other suppliers add, as a share of normal use.

    `spare` a_max >= 0 and `ramp_weeks` tau >= 0, one number or per draw; a ramp of 0 is at once.
    Shape (draws, weeks) or (weeks,).
    """
    ramp = np.maximum(np.asarray(ramp_weeks, float), 1e-9)[..., None]
    started = -np.expm1(-np.arange(weeks) / ramp)
    started = np.where(np.asarray(ramp_weeks, float)[..., None] > 0, started, 1.0)
    return np.asarray(spare, float)[..., None] * started


def shortage(gap: Floats, others: ArrayLike = 0.0) -> Floats:
    """S(t) = max(0, G(t) - a(t)): the share of normal use that is short; 0 without a gap."""
    short = np.subtract(gap, others)
    return np.maximum(short, 0.0, out=short)


def price_ratio(
    gap: ArrayLike, supply_elasticity: ArrayLike, demand_elasticity: ArrayLike
) -> Floats:
    """P = (1 - G)^(1 / (eps_d - eps_s)): price after over price before; infinite at a gap of 1.

    Elasticities are short-run, one number or per draw (the gap then has draws first). Raises
    ImpactError unless that of demand is below 0 and that of supply not.
    """
    supply, demand = np.asarray(supply_elasticity, float), np.asarray(demand_elasticity, float)
    if not ((demand < 0).all() and (supply >= 0).all()):
        raise ImpactError("elasticities: demand must be below 0, supply 0 or more")
    left = 1 - np.asarray(gap, float)
    power = 1 / (demand - supply)
    with np.errstate(divide="ignore"):  # nothing left has no price
        return np.asarray(left ** (power if left.ndim == power.ndim else power[..., None]))


def price_shortage(
    gap: ArrayLike,
    supply_elasticity: ArrayLike,
    demand_elasticity: ArrayLike,
    spare: ArrayLike | None = None,
) -> Floats:
    """S where the price answers instead of other suppliers by name (never both): 1 - P^eps_d.

    With `spare` (share of what is left that can be added, one number or per draw), supply is
    (1 - G) min(P^eps_s, 1 + spare), so no more comes than there is. Shape of the gap.
    """
    gap = np.asarray(gap, float)
    price = price_ratio(gap, supply_elasticity, demand_elasticity)

    def per_week(values: ArrayLike) -> Floats:
        array = np.asarray(values, float)
        return array if array.ndim == gap.ndim else array[..., None]

    short = np.asarray(1 - price ** per_week(demand_elasticity))
    if spare is not None:
        short = np.maximum(short, 1 - (1 - gap) * (1 + per_week(spare)))
    return np.clip(short, 0.0, 1.0)


def ration(
    short: Floats,
    weights: Sequence[float],
    rationing: Rationing | str = Rationing.PROPORTIONAL,
    *,
    first: Collection[int] = (),
    value: Sequence[float] = (),
    most: ArrayLike = 1.0,
) -> Floats:
    """Share a material's shortage out among its users; what is missing in all stays the same.

    `short` is what each user would miss if all were served alike: a share of its own need, shape
    (users, draws, weeks). `weights` are the users' parts w of the material's use, any scale.
    DEFENCE_FIRST serves the users with the numbers `first` in full; the others miss their part as
    well, each by the same share of its need. LEAST_VALUE_FIRST lets users go short in order of
    `value` (value added per kilogram), the least first. `most` is the share of its need that a user
    can lose at all, one number or per user; what others cannot bear goes back to the first.

    Raises ImpactError where weights or values are missing or not above 0, or the rationing unknown.
    """
    how = _rationing(rationing)
    if how is Rationing.PROPORTIONAL or len(short) < 2:
        return short
    w = _per_user(weights, len(short), "weights")[:, None, None]
    limit = np.broadcast_to(np.asarray(most, float), (len(short),))[:, None, None]
    limit = np.maximum(limit, short)
    if how is Rationing.LEAST_VALUE_FIRST:
        order = np.argsort(_per_user(value, len(short), "values"), kind="stable")
        return _in_turn(short, w, limit, order)
    return _others_instead(short, w, limit, sorted(first))


def _in_turn(short: Floats, w: Floats, limit: Floats, order: NDArray[np.intp]) -> Floats:
    left = (w * short).sum(0)
    result = np.zeros_like(short)
    for user in order:
        borne = np.minimum(left, w[user] * limit[user])
        result[user] = borne / w[user]
        left = left - borne
    return result


def _others_instead(short: Floats, w: Floats, limit: Floats, first: list[int]) -> Floats:
    others = [user for user in range(len(short)) if user not in first]
    if not first or not others:
        return short
    owed = unmet = (w[first] * short[first]).sum(0)
    result = short.copy()
    for _ in others:  # each round fills at least one user, or places all
        room = limit[others] - result[others]
        open_ = room > 0
        weight = (w[others] * open_).sum(0)
        rise = np.divide(owed, weight, out=np.zeros_like(owed), where=weight > 0)
        taken = np.minimum(room, rise) * open_
        result[others] += taken
        owed = np.maximum(owed - (w[others] * taken).sum(0), 0.0)
    result[first] *= np.divide(owed, unmet, out=np.zeros_like(owed), where=unmet > 0)
    return result


def _per_user(values: Sequence[float], users: int, name: str) -> Floats:
    array = np.asarray(values, float)
    if array.shape != (users,) or not (array > 0).all():
        raise ImpactError(f"rationing: {name} above 0 are needed for each of {users} users")
    return array


def _rationing(text: Rationing | str) -> Rationing:
    try:
        return Rationing(text)
    except ValueError:
        raise ImpactError(f'rationing "{text}" is not one of {", ".join(Rationing)}') from None


def _check_share(name: str, values: ArrayLike) -> None:
    array = np.asarray(values, float)
    if array.size and not (array.min() >= 0 and array.max() <= 1):
        raise ImpactError(f"the {name} must be a share of 0 to 1")
