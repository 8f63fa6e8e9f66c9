"""From what a user misses to the output it loses: substitution, then stocks spread over firms.

Not for the shortage itself (`impact.shortage`) nor for other sectors (`impact.spread`). Arrays have
draws first and weeks last; week 0 is the first of the cut.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from rare_gui.domain.impact.normal import Floats, phi
from rare_gui.domain.impact.ranges import ImpactError

DAYS_A_WEEK = 7
_CHUNK = 30_000  # numbers that a buffer holds, so that all of them stay in the cache
_TINY = 1e-300  # below any stock; its logarithm is finite
_LEAST = 1e-9  # stands for a stock of no days, and for firms that all hold the same


def need(substitutable: ArrayLike, half_time_weeks: ArrayLike, weeks: int) -> Floats:
    """need(t) = 1 - u_max (1 - 2^(-t/h)): what is still needed, as a share of normal use.

    `substitutable` u_max (share) and `half_time_weeks` h > 0, one number or per draw. Shape
    (draws, weeks) or (weeks,).
    """
    half = np.asarray(half_time_weeks, float)[..., None]
    swapped = -np.expm1(-np.log(2.0) * np.arange(weeks) / half)
    return np.asarray(1 - np.asarray(substitutable, float)[..., None] * swapped)


def miss(short: ArrayLike, needed: ArrayLike) -> Floats:
    """miss(t) = max(0, need(t) - (1 - S(t))): what is needed and does not come."""
    return np.asarray(np.maximum(np.asarray(needed, float) - (1 - np.asarray(short, float)), 0.0))


def used_days(missed: Floats) -> Floats:
    """C(t): days of normal use taken from stock by the middle of week t; same shape."""
    return np.asarray(DAYS_A_WEEK * (np.cumsum(missed, axis=-1) - missed / 2))


def empty_firms(used: Floats, stock_days: ArrayLike, spread_log: ArrayLike) -> Floats:
    """E(t) = Phi((ln C - ln B) / s_B): the share of firms whose stock is gone; shape of `used`.

    Cover is lognormal over firms: median `stock_days` B, spread of its logarithm `spread_log`.
    """
    cover = np.log(np.maximum(np.asarray(stock_days, float), _LEAST))[..., None]
    spread = np.maximum(np.asarray(spread_log, float), _LEAST)[..., None]
    return phi((np.log(np.maximum(used, _TINY)) - cover) / spread)


def loss_share(
    short: Floats,
    *,
    kappa: ArrayLike,
    stock_days: ArrayLike,
    spread_log: ArrayLike,
    substitutable: ArrayLike = 0.0,
    half_time_weeks: ArrayLike = 26.0,
    eta: float = 1.0,
    out: Floats | None = None,
) -> Floats:
    """q(t) = kappa (1 - (1 - miss/need E)^eta): the share of normal output lost in each week.

    `short` S(t), shares, shape (draws, weeks) or (weeks,); the others one number or per draw:
    `kappa` and `substitutable` shares, `stock_days` >= 0 (0: nothing in stock), `spread_log` >= 0
    (0: one stock for all). Weeks after the last shortage cost nothing. The result has the shape of
    `short`, is 0 to kappa, and lies in `out` where given.

    Raises ImpactError for a share outside 0 to 1, a negative stock, a half-time or eta not above 0.
    """
    short = np.asarray(short, float)
    rows = np.atleast_2d(short)
    terms = _terms(kappa, stock_days, spread_log, substitutable, len(rows))
    half = np.atleast_1d(np.asarray(half_time_weeks, float))
    if not ((half > 0).all() and eta > 0):
        raise ImpactError("the half-time of substitution and eta must be above 0")
    if rows.size and not (rows.min() >= 0 and rows.max() <= 1):
        raise ImpactError("the shortage must be a share of 0 to 1")
    result = np.empty_like(rows) if out is None else np.atleast_2d(out)
    weeks = _weeks_with_shortage(rows)
    result[:, weeks:] = 0.0
    if weeks:
        parts = -(-rows.size // _CHUNK)  # as many as must be, of one size
        step = -(-len(rows) // parts)
        for start in range(0, len(rows), step):
            part = slice(start, start + step)
            if start == 0 or len(half) > 1:  # one half-time for all is worked out once
                swapped = -np.expm1(-np.log(2.0) * np.arange(weeks)[:, None] / half[part])
            # weeks by draws inside: numbers of one week lie side by side
            found = _loss(rows[part, :weeks].T, swapped, eta, *(term[part] for term in terms))
            result[part, :weeks] = found.T
    return result.reshape(short.shape)


def _loss(
    short: Floats,
    swapped: Floats,
    eta: float,
    kappa: Floats,
    log_cover: Floats,
    per_spread: Floats,
    substitutable: Floats,
) -> Floats:
    """The formula on a part that fits the cache: weeks by draws, in as few passes as can be."""
    if (substitutable == substitutable[0]).all():
        substitutable = substitutable[:1]  # certain, as it mostly is: no pass for each draw
    saved = swapped * substitutable if substitutable.any() else None
    less = 0.0 if saved is None else saved
    missed = np.subtract(short, less, order="C")
    np.maximum(missed, 0.0, out=missed)
    level = missed.copy()
    for week in range(1, len(level)):  # five times as fast as cumsum along this axis
        level[week] += level[week - 1]
    level -= 0.5 * missed
    np.maximum(level, _TINY, out=level)
    np.log(level, out=level)
    level -= log_cover
    level *= per_spread
    phi(level, out=level)
    level *= missed
    if saved is not None:
        np.subtract(1.0, saved, out=saved)  # what is needed
        level /= np.maximum(saved, _TINY, out=saved)
    if eta != 1:
        level = 1 - np.maximum(1 - level, 0.0) ** eta
    level *= kappa
    return level


def combined(groups: Iterable[Iterable[Floats]]) -> Floats | None:
    """One sector's loss from several products: the largest within a group, 1 - prod(1 - q) across.

    Elements of one product group (of magnets) stop the same output, groups stop each other's too.
    All arrays have one shape, which the result has; None where there is none.
    """
    kept: Floats | None = None
    several = False
    for group in groups:
        worst: Floats | None = None
        for share in group:
            worst = share if worst is None else np.maximum(worst, share)
        if worst is None:
            continue
        if kept is None:
            kept = worst
        elif several:
            kept *= 1 - worst
        else:
            kept, several = (1 - kept) * (1 - worst), True
    return 1 - kept if several and kept is not None else kept


def _terms(
    kappa: ArrayLike, stock_days: ArrayLike, spread_log: ArrayLike, substitutable: ArrayLike, n: int
) -> tuple[Floats, Floats, Floats, Floats]:
    """Kappa, ln(B in weeks), 1 / s_B and u_max, each checked and one per draw."""
    named = {
        "kappa": (kappa, 1.0),
        "stock in days": (stock_days, np.inf),
        "spread of stocks": (spread_log, np.inf),
        "substitutable share": (substitutable, 1.0),
    }
    arrays = []
    for name, (values, most) in named.items():
        array = np.asarray(values, float)
        if not ((array >= 0) & (array <= most)).all():
            raise ImpactError(f"the {name} must be 0 or more" + ("" if most > 1 else ", at most 1"))
        arrays.append(array if array.shape == (n,) else np.broadcast_to(array, (n,)))
    share, days, spread, swapped = arrays
    log_cover = np.log(np.maximum(days, _LEAST) / DAYS_A_WEEK)
    return share, log_cover, 1 / np.maximum(spread, _LEAST), swapped


def _weeks_with_shortage(rows: Floats) -> int:
    """Weeks up to the last in which any draw is short."""
    weeks = int(rows.shape[1])
    while weeks and not rows[:, weeks - 1].any():
        weeks -= 1
    return weeks
