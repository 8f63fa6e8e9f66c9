"""A rank on its scale: further right for a lower rank, with its range behind it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from rare_gui.figures.rank_span import paint_rank_span
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.compare.parts import RankSpan


def middle_of_the_dot(rank: RankSpan) -> float:
    theme = load_theme("light")
    image = QImage(200, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_rank_span(painter, QRectF(0, 0, 200, 20), rank, theme)
    painter.end()
    ink = theme.color("ink").rgb()
    found = [x for x in range(200) if image.pixel(x, 10) == ink]
    return sum(found) / len(found)


@given(of=st.integers(2, 60), data=st.data())
def test_that_a_worse_rank_stands_further_right(of: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(1, of - 1))
    second = data.draw(st.integers(first + 1, of))
    places = [middle_of_the_dot(RankSpan(one, one, one, of)) for one in (first, second)]
    assert places[0] < places[1]


def test_that_a_lone_rank_is_drawn(qtbot: QtBot) -> None:
    assert middle_of_the_dot(RankSpan(1, 1, 1, 1)) < 10
