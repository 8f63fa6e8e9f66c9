"""Figures on the offscreen platform, made and cleared away for each test."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import load_theme
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.scenes.timeline.parts import TimelineScene

MakeFigure = Callable[..., TimelineFigure]


@pytest.fixture
def make_figure(qtbot: QtBot) -> MakeFigure:
    """A function that shows a scene in a timeline of a size: `make_figure(scene, 752, 657)`."""

    def make(
        scene: TimelineScene, width: int = 752, height: int = 657, theme: str = "light"
    ) -> TimelineFigure:
        figure = TimelineFigure(load_theme(theme))
        qtbot.addWidget(figure)
        figure.resize(width, height)
        figure.show_scene(scene)
        with qtbot.waitExposed(figure):
            figure.show()
        return figure

    return make
