"""The list of keys: every line is there, plain, and fits in as many columns as the window has."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.help.shortcuts import ShortcutList

GROUPS = tuple(
    (f"Group {g}", tuple((f"<b>Do {g}.{n}</b>", f"Ctrl+{n}") for n in range(8))) for g in range(6)
)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (900, 600)])
def test_that_every_line_is_shown_and_none_is_cut(
    light: Theme, shown: Callable[..., QWidget], size: tuple[int, int]
) -> None:
    outer = QWidget()
    shown(outer, *size)
    made = ShortcutList(light, outer)
    made.show_groups(GROUPS)
    made.open_over(outer)
    page = made.findChild(QScrollArea).widget()
    labels = page.findChildren(QLabel)
    assert len(labels) == 6 + 2 * 48
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    assert all(label.geometry().right() <= page.width() for label in labels)
    assert made.width() <= size[0]
    assert made.height() <= size[1]
    made.hide()


def test_that_escape_closes_it(light: Theme, shown: Callable[..., QWidget], qtbot: QtBot) -> None:
    outer = QWidget()
    shown(outer, 900, 600)
    made = ShortcutList(light, outer)
    made.show_groups(GROUPS)
    made.open_over(outer)
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()
