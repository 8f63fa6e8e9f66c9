"""The painters of the impact charts: they stay in their place, and say what the numbers say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from rare_gui.domain.dataset import Dataset
from rare_gui.figures.impact import heat, loss_bar, tornado, waterfall, weeks
from rare_gui.figures.impact.loss_bar import Whisker
from rare_gui.figures.impact.scale import round_top
from rare_gui.figures.theme import THEME_NAMES, Theme, load_theme
from rare_gui.scenes.impact.parts import (
    NO_WEEKS,
    HeatCell,
    ImpactScene,
    InfluenceBar,
    WeekCurve,
)
from rare_gui.scenes.impact.scene import impact_scene
from rare_gui.scenes.selection import Selection
from tests.scenes.impacts import impact

WIDTH, HEIGHT, ROOM = 344, 180, 40
Paint = Callable[[QPainter, QRectF, Theme], None]


@pytest.fixture(scope="module")
def scene(dataset: Dataset) -> ImpactScene:
    selection = Selection("dysprosium", date(2026, 11, 23))
    return impact_scene(dataset, selection, impact(), stale=False, draws_running=False)


def painted(paint: Paint, theme: Theme, scale: int = 1, height: int = HEIGHT) -> QImage:
    """A picture with the drawing in its middle and ROOM px around it."""
    size = (WIDTH + 2 * ROOM) * scale, (height + 2 * ROOM) * scale
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(theme.color("panel"))
    painter = QPainter(image)
    paint(painter, QRectF(ROOM, ROOM, WIDTH, height), theme)
    painter.end()
    return image


def paint_nothing(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """Leaves the ground as it is."""


def touched_outside(image: QImage, theme: Theme, scale: int = 1) -> int:
    """How many px more than 2 px outside the place are not the ground's colour."""
    ground = theme.color("panel").rgb()
    edge = (ROOM - 2) * scale
    return sum(
        image.pixel(x, y) != ground
        for y in range(image.height())
        for x in range(image.width())
        if not (edge <= x < image.width() - edge and edge <= y < image.height() - edge)
    )


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("scale", [1, 2])
def test_that_every_chart_keeps_to_its_place(
    qapp: QApplication, scene: ImpactScene, name: str, scale: int
) -> None:
    theme = load_theme(name)
    charts: tuple[Paint, ...] = (
        lambda p, r, t: waterfall.paint_waterfall(p, r, scene.waterfall, t),
        lambda p, r, t: weeks.paint_weeks(p, r, scene.weeks, t),
        lambda p, r, t: tornado.paint_tornado(p, r, scene.tornado, t),
        lambda p, r, t: loss_bar.paint_loss_bar(p, r, scene.bars[0], 8e9, Whisker(4e9, 12e9), t),
        loss_bar.paint_legend,
        lambda p, r, t: weeks.paint_weeks(p, r, NO_WEEKS, t),
    )
    for chart in charts:
        image = painted(chart, theme, scale)
        assert touched_outside(image, theme, scale) == 0
        assert image != painted(paint_nothing, theme, scale)


def test_that_nothing_lost_is_drawn_without_bars(qapp: QApplication) -> None:
    theme = load_theme("light")
    zeros = tuple((0.0, 0.0, 0.0) for _ in range(104))
    empty = WeekCurve(zeros, 26, "", "none")
    image = painted(lambda p, r, t: weeks.paint_weeks(p, r, empty, t), theme)
    assert touched_outside(image, theme) == 0
    painted(lambda p, r, t: waterfall.paint_waterfall(p, r, (), t), theme)
    painted(lambda p, r, t: tornado.paint_tornado(p, r, (), t), theme)


def columns_of(image: QImage, color: QColor, y: int) -> list[int]:
    return [x for x in range(image.width()) if image.pixel(x, y) == color.rgb()]


def test_that_a_weakening_assumption_points_left_and_is_paler(qapp: QApplication) -> None:
    theme = load_theme("light")
    bars = (InfluenceBar("a", "A", "", 0.8, "0.80"), InfluenceBar("b", "B", "", -0.4, "−0.40"))
    image = painted(lambda p, r, t: tornado.paint_tornado(p, r, bars, t), theme)
    first, second = (ROOM + round((n + 0.5) * tornado.ROW) for n in range(2))
    raising = columns_of(image, theme.color("fin"), first)
    lowering = columns_of(image, theme.mixed("fin", 0.45), second)
    assert max(lowering) <= min(raising)
    assert len(raising) == pytest.approx(2 * len(lowering), abs=2)


def test_that_a_bar_beyond_the_scale_is_cut_at_its_end(
    qapp: QApplication, scene: ImpactScene
) -> None:
    theme = load_theme("light")
    bar = scene.bars[0]
    image = painted(
        lambda p, r, t: loss_bar.paint_loss_bar(p, r, bar, bar.p50 / 2, None, t), theme, height=20
    )
    assert touched_outside(image, theme) == 0
    assert len(columns_of(image, theme.color("fin"), ROOM + 10)) > WIDTH - 4


def test_that_old_whiskers_are_fainter(qapp: QApplication, scene: ImpactScene) -> None:
    theme = load_theme("light")

    def darkest(stale: bool) -> int:
        image = painted(
            lambda p, r, t: loss_bar.paint_loss_bar(
                p, r, scene.bars[3], 10e9, Whisker(4e9, 8e9, stale), t
            ),
            theme,
            height=20,
        )
        x = ROOM + round(0.6 * WIDTH)
        return min(QColor(image.pixel(x, y)).lightness() for y in range(ROOM, ROOM + 20))

    assert darkest(stale=False) < darkest(stale=True) < theme.color("panel").lightness()


@pytest.mark.parametrize("name", THEME_NAMES)
def test_that_the_number_is_legible_on_every_step_of_the_heat_map(
    qapp: QApplication, name: str
) -> None:
    theme = load_theme(name)

    def luminance(color: QColor) -> float:
        parts = (color.redF(), color.greenF(), color.blueF())
        red, green, blue = (
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    for mix in heat.MIXES:
        ground = theme.mixed("fin", mix)
        pair = (luminance(ground), luminance(theme.most_legible(ground, "ink", "panel")))
        assert (max(pair) + 0.05) / (min(pair) + 0.05) >= 4.5


def test_that_a_heat_cell_without_a_loss_is_not_tinted(qapp: QApplication) -> None:
    theme = load_theme("dark")
    cell = HeatCell("terbium", 0, "–", "")
    image = painted(lambda p, r, t: heat.paint_heat_cell(p, r, cell, t), theme)
    assert image.pixel(ROOM + 4, ROOM + 4) == theme.color("sunken").rgb()


@given(st.floats(1e-6, 1e15))
def test_that_the_end_of_a_scale_is_round_and_not_far_off(value: float) -> None:
    top = round_top(value)
    assert value <= top * (1 + 1e-9)
    assert top <= 1.51 * value


@pytest.mark.parametrize("height", [0.05, 0.9])
def test_that_the_end_of_the_cut_and_the_worst_week_are_told_apart(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, height: float
) -> None:
    said: dict[str, QRectF] = {}

    def write(*args: object, **named: object) -> QRectF:
        place = real(*args, **named)  # type: ignore[arg-type]
        said[str(args[5])] = place
        return place

    real = weeks.ink.write
    monkeypatch.setattr(weeks.ink, "write", write)
    curve = WeekCurve(
        tuple((0.0, height * 1e9, 1e9) if week < 26 else (0.0, 0.0, 0.0) for week in range(104)),
        26,
        "US$ 50 m in week 25",
        "",
    )
    painted(lambda p, r, t: weeks.paint_weeks(p, r, curve, t), load_theme("light"))
    assert not said["cut ends"].intersects(said["US$ 50 m in week 25"])
