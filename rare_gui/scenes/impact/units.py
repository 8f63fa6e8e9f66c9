"""In what a loss is told: value added, output or jobs, or as a share of the sector; and in words.

Not for computing losses: a sector's value added and jobs go with its output in every draw, so a
part of its output is told in another unit by one factor.
"""

from __future__ import annotations

from collections.abc import Callable

from rare_gui.domain.impact.result import Impact, SectorLoss, Spread

LOSSES_AS = {"value_added": "value added", "output": "output", "jobs": "jobs"}
JOBS_UNKNOWN = "jobs not known"
MOST_TIMES = 20
"""A larger ratio of prices is only told to be larger."""
_STEPS = ((1e12, "trn"), (1e9, "bn"), (1e6, "m"))


def total_of(impact: Impact, losses_as: str) -> Spread | None:
    """The spread of the whole in a unit of LOSSES_AS; None where it is not known."""
    return {"output": impact.output, "jobs": impact.jobs}.get(losses_as, impact.value_added)


def loss_of(sector: SectorLoss, losses_as: str, *, relative: bool) -> Spread | None:
    """The spread of a sector's loss in the unit, or as a share of the sector; None: not known."""
    absolute = {"output": sector.output, "jobs": sector.jobs}.get(losses_as, sector.value_added)
    return sector.share_of_output if relative and absolute is not None else absolute


def per_output(sector: SectorLoss, told: Spread) -> float:
    """What one USD of the sector's lost output is in the unit of `told`; 0 where nothing is lost.

    Every draw gives the same ratio, so any percentile with a loss will do; the last is safest.
    """
    return told.p95 / sector.output.p95 if sector.output.p95 > 0 else 0.0


def teller(losses_as: str, *, relative: bool) -> Callable[[float], str]:
    """The function that writes a sector's loss in the unit, without the name of the unit."""
    if relative:
        return percent
    return count if losses_as == "jobs" else amount


def money(usd: float) -> str:
    """E.g. "US$ 9.55 bn"; an amount that is not zero is never written as zero."""
    if 0 < abs(usd) < 5e4:
        return "under US$ 0.1 m"
    return f"US$ {amount(usd)}"


def ratio_words(ratio: float) -> str:
    """A price over the price before: "× 2.4"; a huge one is out of the elasticities' range."""
    return f"over {MOST_TIMES} times" if ratio > MOST_TIMES else f"× {ratio:.1f}"


def amount(usd: float) -> str:
    """E.g. "9.55 bn", "640 m", "0": three figures, for the ranges are wider by far."""
    size = abs(usd)
    if size == 0:
        return "0"
    if size < 5e4:
        return "< 0.1 m"
    for number, (step, name) in enumerate(_STEPS):
        if size >= 0.9995 * step or number == len(_STEPS) - 1:
            return f"{three_figures(usd / step)} {name}"
    raise AssertionError("the last step takes what is left")


def count(jobs: float) -> str:
    """E.g. "12,300" jobs: three figures."""
    if 0 < abs(jobs) < 1:
        return "under 1"
    if abs(jobs) < 1000:
        return f"{jobs:.0f}".replace("-", "\u2212")
    return f"{float(f'{jobs:.3g}'):,.0f}".replace("-", "\u2212")


def percent(share: float) -> str:
    """E.g. "2.1 %", "0.04 %"; a share that is not zero is never written as zero."""
    if 0 < abs(share) < 5e-5:
        return "< 0.01 %"
    digits = 2 if abs(share) < 0.00995 else 1 if abs(share) < 0.0995 else 0
    digits = 0 if share == 0 else digits
    return f"{100 * share:.{digits}f} %".replace("-", "\u2212")


def three_figures(value: float) -> str:
    """E.g. 9.55, 12.3, 640; a true minus sign."""
    size = abs(value)
    digits = 2 if size < 9.995 else 1 if size < 99.95 else 0
    return f"{value:.{digits}f}".replace("-", "\u2212")
