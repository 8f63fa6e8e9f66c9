"""Round ends of axes that start at zero. Not for ticks of time (`figures.timeline`)."""

from __future__ import annotations

import math

_ROUND = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def round_top(value: float) -> float:
    """The least round number that is not below `value`; 1 where there is nothing to show."""
    if not value > 0 or math.isinf(value):
        return 1.0
    step = 10.0 ** math.floor(math.log10(value))
    return next((part * step for part in _ROUND if part * step >= value * (1 - 1e-9)), 10 * step)
