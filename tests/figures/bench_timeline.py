"""How long the timeline takes for much made-up data: `python -m tests.figures.bench_timeline`.

Prints the 95th percentile in ms of a pan, a zoom and an as-of step at three numbers of bars, each
with a line of as many points as told. A test calls it with the least numbers only.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from rare_gui.figures.theme import load_theme
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.timeline_parts import (
    Bar,
    Lane,
    LaneGroup,
    Line,
    Pane,
    Point,
    TimelineScene,
)
from tests.figures.scenes import AS_OF, day, dysprosium

SIZES = ((1_000, 10_000), (5_000, 100_000), (10_000, 1_000_000))
"""Bars and points."""
PER_LANE = 4
FRAMES = 60
_FILLS = (Fill.ANNOUNCED, Fill.LICENCE, Fill.SUSPENDED, Fill.BAN)


def made_up(bars: int, points: int) -> TimelineScene:
    """A scene with `bars` bars in lanes of four, in three groups, and one line of `points`."""
    first, last = day("2015-01-01"), day("2027-06-01")
    lanes = [_lane(number, first, last) for number in range(bars // PER_LANE)]
    third = max(1, len(lanes) // 3)
    groups = tuple(
        LaneGroup(key, key.upper(), "made up", tuple(lanes[start : start + third]))
        for key, start in (("cn", 0), ("us", third), ("other", 2 * third))
    )
    length = last - first
    series = tuple(
        Point(first + length * n / points, 50 + 40 * math.sin(n / 97) + n % 7, "made up")
        for n in range(points)
    )
    pane = Pane("made-up", "Made up", "t", 110.0, (0.0, 50.0, 100.0),
                lines=(Line("made up", "fin", series, "made up"),))  # fmt: skip
    return replace(
        dysprosium(), groups=groups, panes=(pane,), limits=(day("2010-01-01"), day("2030-12-31"))
    )


def _lane(number: int, first: int, last: int) -> Lane:
    start = first + number * 7919 % (last - first - 900)
    cuts = [start + step * 200 for step in range(PER_LANE)]
    ends: list[int | None] = [*cuts[1:], None]
    bars = tuple(
        Bar(cut, end, fill, (f"Measure {number}: {fill.value}", fill.value), fill.value)
        for cut, end, fill in zip(cuts, ends, _FILLS, strict=True)
    )
    return Lane(f"m{number}", f"No. {number}", bars, number == 0)


def timed(figure: TimelineFigure, show: Callable[[int], None], frames: int) -> float:
    """The 95th percentile, in ms, of showing a step and painting it off screen."""
    taken: list[float] = []
    for step in range(frames + 3):
        before = time.perf_counter()
        show(step)
        figure.canvas.viewport().repaint()
        taken.append((time.perf_counter() - before) * 1000)
    return sorted(taken[3:])[math.ceil(frames * 0.95) - 1]


def measured(scene: TimelineScene, frames: int = FRAMES) -> dict[str, float]:
    """ms (p95) of each kind of frame for a scene in a figure of 752 x 657 px."""
    figure = TimelineFigure(load_theme("light"))
    figure.resize(752, 657)
    figure.show_scene(scene)
    figure.show()
    QApplication.processEvents()
    first, last = scene.window
    middle, half = (first + last) / 2, (last - first) / 2

    def pan(step: int) -> None:
        figure.preview(first + 3.1 * step, last + 3.1 * step)

    def zoom(step: int) -> None:
        wide = half * 1.06 ** (step - frames / 2)
        figure.preview(max(middle - wide, scene.limits[0]), min(middle + wide, scene.limits[1]))

    def as_of(step: int) -> None:
        figure.show_scene(replace(scene, as_of=AS_OF - 4 * step))

    def folded(step: int) -> None:
        if not step:
            figure.show_scene(replace(scene, folded=("cn", "us")))
        pan(step)

    def all_years(step: int) -> None:
        figure.preview(scene.limits[0] + 0.1 * step, float(scene.limits[1]))

    try:
        kinds = {"pan": pan, "zoom": zoom, "all years": all_years, "folded pan": folded}
        found = {name: timed(figure, act, frames) for name, act in kinds.items()}
        figure._window = None
        return found | {"as-of step": timed(figure, as_of, frames)}
    finally:
        figure.hide()
        figure.deleteLater()
        QCoreApplication.sendPostedEvents(figure, QEvent.Type.DeferredDelete)


def main() -> None:
    """Print a line for the scene of the tests, and one for each size."""
    application = QApplication.instance() or QApplication(sys.argv)
    application.setApplicationName("timeline bench")
    told = [f"dysprosium: {_words(measured(dysprosium()))}"]
    for bars, points in SIZES:
        found = measured(made_up(bars, points))
        told.append(f"{bars:,} bars, {points:,} points: {_words(found)}")
    sys.stdout.write("\n".join(told) + "\n")


def _words(found: dict[str, float]) -> str:
    return ", ".join(f"{kind} {ms:.1f} ms" for kind, ms in found.items())


if __name__ == "__main__":
    main()
