"""A twin is the widget itself, pixel for pixel, and ends with its context."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.formats.png import rendered
from rare_gui.figures.theme import load_theme
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.figures.twin import Twin
from tests.figures.conftest import MakeFigure
from tests.figures.scenes import dysprosium, dysprosium_in_july_2025, events


def render_window(widget: QWidget, scale: float) -> QImage:
    twin = Twin(widget)
    image = rendered(twin, scale)
    twin.hide()
    return image


def on_screen(figure: TimelineFigure) -> QImage:
    QApplication.processEvents()
    image = QImage(figure.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    figure.render(painter, QPoint(0, 0))
    painter.end()
    return image


def test_that_the_twin_has_the_pixels_of_the_window(make_figure: MakeFigure, qtbot: QtBot) -> None:
    window = on_screen(make_figure(dysprosium()))
    twin = TimelineFigure(load_theme("light"))
    qtbot.addWidget(twin)
    twin.resize(752, 657)
    twin.show_scene(dysprosium())
    assert render_window(twin, 1) == window


def test_that_a_figure_shown_for_long_paints_what_a_fresh_one_does(
    make_figure: MakeFigure, qtbot: QtBot
) -> None:
    old = make_figure(dysprosium_in_july_2025(), theme="dark")
    on_screen(old)
    old.apply_theme(load_theme("light"))
    old.show_scene(dysprosium())
    assert on_screen(old) == on_screen(make_figure(dysprosium()))


@pytest.mark.parametrize("scale", [1, 1.5, 2])
def test_that_stepping_day_by_day_paints_what_a_fresh_figure_does(
    make_figure: MakeFigure, qtbot: QtBot, scale: float
) -> None:
    scene = dysprosium()
    stepped = make_figure(scene)
    for ago in range(0, 420, 7 if scale == 1 else 41):
        as_of = scene.as_of - ago
        step = replace(scene, as_of=as_of, as_of_label=f"day {as_of}", events=events(as_of))
        stepped.show_scene(step)
        fresh = TimelineFigure(load_theme("light"))
        qtbot.addWidget(fresh)
        fresh.resize(752, 657)
        fresh.show_scene(step)
        assert render_window(stepped, scale) == render_window(fresh, scale), ago


def test_that_any_window_can_be_rendered_without_being_seen(qtbot: QtBot) -> None:
    label = QLabel("Dysprosium")
    qtbot.addWidget(label)
    label.resize(120, 40)
    image = render_window(label, 2)
    assert (image.width(), image.height()) == (240, 80)
    assert not label.isVisible()


def test_that_a_twin_ends_its_widget(qtbot: QtBot) -> None:
    before = len(QApplication.topLevelWidgets())
    with Twin(QLabel("Dysprosium")) as twin:
        assert (twin.width, twin.height) > (0, 0)
        assert len(QApplication.topLevelWidgets()) == before + 1
    assert len(QApplication.topLevelWidgets()) == before
