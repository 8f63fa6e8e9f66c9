"""The sparkline joins neighbouring months only."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from rare_gui.figures.sparkline import paint_sparkline
from rare_gui.scenes.sparks import Spark


def drawn(*points: tuple[int, float]) -> QImage:
    image = QImage(100, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_sparkline(
        painter, QRectF(0, 0, 100, 20), Spark(points, "raw", ""), QColor("black"), QColor("red")
    )
    painter.end()
    return image


def inked_columns(image: QImage) -> set[int]:
    white = QColor("white")
    return {
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != white for y in range(image.height()))
    }


def test_that_neighbouring_months_are_joined(qapp: QApplication) -> None:
    inked = inked_columns(drawn((1, 0.0), (2, 5.0), (3, 1.0)))
    assert set(range(5, 95)) <= inked


def test_that_a_missing_month_stays_a_gap(qapp: QApplication) -> None:
    inked = inked_columns(drawn((1, 0.0), (2, 5.0), (5, 5.0), (6, 1.0)))
    assert not set(range(30, 70)) & inked


def test_that_a_lone_month_is_a_dot_and_the_last_one_coloured(qapp: QApplication) -> None:
    image = drawn((1, 1.0), (5, 1.0))
    inked = inked_columns(image)
    assert inked & set(range(5))
    assert not inked & set(range(10, 90))
    assert image.pixelColor(98, 10).red() > 200
    assert image.pixelColor(98, 10).green() < 60
    assert inked_columns(drawn()) == set()
