from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from rare_gui.figures.plain_text import tooltip_text


@pytest.mark.parametrize(
    "text", ["<b>bold</b> claim", "a < b & c > d", "No. 18, 4 Apr 2025", "<img src=x>\nnext line"]
)
def test_that_a_tooltip_shows_the_text_letter_by_letter(qtbot: QtBot, text: str) -> None:
    shown = tooltip_text(text)
    if shown != text:
        document = QTextDocument()
        document.setHtml(shown)
        shown = document.toPlainText()
    assert shown == text


def test_that_ordinary_text_is_left_alone(qtbot: QtBot) -> None:
    assert tooltip_text("R&D, 5 < 6\nsecond line") == "R&D, 5 < 6\nsecond line"
