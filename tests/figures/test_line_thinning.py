from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.figures.timeline.line_thinning import (
    CROWDED,
    drawn_runs,
    is_crowded,
    nearest_point,
    telling_points,
)
from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.scenes.timeline.parts import Line, Point
from tests.figures.conftest import MakeFigure
from tests.figures.scenes import dysprosium

AXIS = TimeAxis(20_000, 20_100, 120, 220)


def line(values: list[float], first: float = 19_990, step: float = 0.05) -> Line:
    points = tuple(Point(first + n * step, value, f"{n}") for n, value in enumerate(values))
    return Line("made up", "fin", points, "")


@settings(max_examples=40)
@given(st.integers(0, 2**32 - 1))
def test_that_every_peak_of_a_column_is_drawn(seed: int) -> None:
    values = np.random.default_rng(seed).normal(50, 20, 2_400)
    made = line(values.tolist())
    (run,) = drawn_runs(made, AXIS)
    days = np.array([point.day for point in made.points])
    assert len(run.days) <= 4 * 100 + 8
    for column in range(100):
        inside = values[(days >= 20_000 + column) & (days < 20_001 + column)]
        drawn = run.values[(run.days >= 20_000 + column - 1e-9) & (run.days < 20_001 + column)]
        assert drawn.max() == inside.max()
        assert drawn.min() == inside.min()


def test_that_few_points_in_view_are_all_drawn() -> None:
    made = line([float(n) for n in range(900)], step=1.0)
    (run,) = drawn_runs(made, AXIS)
    assert run.days.tolist() == [float(day) for day in range(19_999, 20_102)] or (
        run.days[0] <= 20_000 and run.days[-1] >= 20_100
    )
    assert (np.diff(run.values) == 1).all()


def test_that_gaps_and_later_points_part_the_line() -> None:
    made = line([1.0] * 3_000)
    points = list(made.points)
    points[1_000] = replace(points[1_000], gap=True)
    points[1_500:] = [replace(point, later=True) for point in points[1_500:]]
    runs = drawn_runs(replace(made, points=tuple(points)), AXIS)
    assert [run.later for run in runs] == [False, False, True]
    assert runs[0].days[-1] < points[1_000].day <= runs[1].days[0] + 1


def test_that_a_line_out_of_view_draws_nothing_of_note() -> None:
    made = line([1.0] * 1_000, first=10_000)
    assert sum(len(run.days) for run in drawn_runs(made, AXIS)) <= 2
    assert drawn_runs(line([]), AXIS) == []


def test_that_peaks_answer_to_the_pointer() -> None:
    values = [50.0] * 4_000
    values[1_234] = 99.0
    told = telling_points(line(values), AXIS)
    assert "1234" in {point.spoken for point in told}
    assert len(told) <= 4 * 101


def test_that_the_nearest_point_is_found_and_the_earlier_of_two() -> None:
    made = line([1.0, 2.0, 3.0], first=10, step=2)
    found = [nearest_point(made, at) for at in (0, 11, 11.5, 99)]
    assert [point.spoken if point else "" for point in found] == ["0", "0", "1", "2"]
    assert nearest_point(line([]), 5) is None


def test_that_a_crowded_line_is_painted_with_its_peak(make_figure: MakeFigure) -> None:
    scene = dysprosium()
    first = scene.window[0]
    points = [Point(first + n / 10, 20.0, "") for n in range(10_000)]
    points[5_000] = replace(points[5_000], value=130.0)
    crowd = Line("crowd", "fin", tuple(points), "")
    assert is_crowded(crowd)
    assert len(points) > CROWDED
    pane = replace(scene.panes[0], columns=(), lines=(crowd,), missing=(), hollow=())
    figure = make_figure(replace(scene, panes=(pane,)))
    frame = figure.frame_shown
    assert frame is not None
    row = frame.layout.panes[0]
    image = figure.canvas.grab().toImage()
    x, y = int(frame.axis.x(points[5_000].day)), int(row.y(100.0))
    dark = [image.pixelColor(x + dx, y).lightness() for dx in (-1, 0, 1, 2)]
    assert min(dark) < 140
