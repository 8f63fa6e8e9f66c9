"""A plot with one line of many made-up points, to see how cost grows; nobody is shown it."""

from __future__ import annotations

import math
from datetime import date

from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.parts import Line, Pane, Point

FIRST, LAST = axis_day(date(2015, 1, 1)), axis_day(date(2027, 6, 1))


def made_up_pane(points: int) -> Pane:
    """So many points at even distances over twelve years, in short and long waves."""
    step = (LAST - FIRST) / points
    series = tuple(
        Point(FIRST + step * n, 50 + 40 * math.sin(n / 97) + n % 7, "made up")
        for n in range(points)
    )
    line = Line("made up", "fin", series, "made up")
    return Pane("made-up", "Made up", "t", 110.0, (0.0, 50.0, 100.0), lines=(line,))
