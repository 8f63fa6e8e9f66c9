from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from rare_gui.figures.fonts import elided_words
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


def test_that_line_breaks_are_kept_and_long_lines_are_broken() -> None:
    plain = "9 Oct 2025: October package\n" + "many words " * 40 + "\nsources: a, b"
    lines = tooltip_text(plain).splitlines()
    assert lines[0] == "9 Oct 2025: October package"
    assert lines[-1] == "sources: a, b"
    assert max(map(len, lines)) <= 84
    assert " ".join(lines).split() == plain.split()


def test_that_line_breaks_are_kept_in_texts_that_look_like_html() -> None:
    assert tooltip_text("<b>a</b>\nb") == "<qt>&lt;b&gt;a&lt;/b&gt;<br>b</qt>"


@pytest.mark.parametrize("text", ["of the and", "to be of the", "a", "in for by at", "· , ;"])
@pytest.mark.parametrize("room", [0, 5, 20, 40])
def test_that_small_words_alone_are_cut_to_nothing_and_never_fail(
    qapp: object, text: str, room: float
) -> None:
    shorter = elided_words("lane", text, room)
    assert shorter in ("", text) or shorter.endswith("…")
