from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from rare_gui.figures.timeline import canvas as canvas_module
from tests.figures.conftest import MakeFigure
from tests.figures.scenes import dysprosium, dysprosium_in_july_2025


@pytest.mark.parametrize("known", [False, True])
def test_that_every_width_of_the_window_can_be_painted(
    make_figure: MakeFigure, known: bool
) -> None:
    """Labels are cut at every possible room: none of that may fail."""
    figure = make_figure(dysprosium_in_july_2025() if known else dysprosium())
    first, last = dysprosium().limits
    middle, most = (first + last) / 2, (last - first) / 2
    for step in range(70):
        half = max(14.0, most * 0.95**step)
        figure.show_scene(
            replace(dysprosium(), window=(int(middle - half), int(middle + half) + 1))
        )
        figure.canvas.viewport().repaint()


def test_that_an_error_while_painting_is_told_and_does_not_end_the_process(
    make_figure: MakeFigure, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    figure = make_figure(dysprosium())

    def fail(*_: object) -> None:
        raise IndexError("made to fail")

    monkeypatch.setattr(canvas_module, "paint_cursor", fail)
    with qtbot.captureExceptions() as told:
        figure.canvas.viewport().repaint()
    assert [str(error) for _, error, _ in told] == ["made to fail"]
