"""Themes and a way to show a panel, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme, load_theme


@pytest.fixture
def light(qapp: QApplication) -> Theme:
    return load_theme("light")


@pytest.fixture
def dark(qapp: QApplication) -> Theme:
    return load_theme("dark")


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[..., QWidget]:
    """Shows a widget at a size and waits until it is laid out."""

    kept: list[QWidget] = []  # qtbot alone does not keep them alive

    def show(widget: QWidget, width: int, height: int) -> QWidget:
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show
