"""What was drawn as pixels before does not show in the outlines of a vector file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from rare_gui.domain.picture_facts import Facts
from rare_gui.figures import ink
from rare_gui.figures.drawing import Drawing
from rare_gui.figures.fonts import ROLES, font
from rare_gui.figures.formats.pdf import pdf
from rare_gui.figures.formats.svg import svg
from tests.figures.formats.drawings import FACTS


class Haloed:
    """A word with a halo in every role: its outline is stroked in all vector formats."""

    width, height = 300.0, 600.0

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, self.width, self.height), QColor("white"))
        for line, role in enumerate(ROLES):
            ink.write(
                painter, role, QColor("black"), 10, 20 + 28 * line, "Decree 785 starts",
                halo=QColor("white"),
            )  # fmt: skip


def draw_pixels(text: str, scale: float) -> None:
    image = QImage(400, 100, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.scale(scale, scale)
    for role in ROLES:
        painter.setFont(font(role))
        painter.drawText(QPointF(1, 20), text)
    painter.end()


@pytest.mark.parametrize("write", [svg, pdf])
def test_that_pixels_drawn_before_do_not_change_a_byte(
    qtbot: QtBot, write: Callable[[Drawing, Facts, float], bytes]
) -> None:
    first = write(Haloed(), FACTS, 1)
    # letters not yet met, since those that were are kept as pixels and not asked for again
    for text, scale in (("Hqvz 40.4", 1), ("JQXZ %&", 1), ("ß", 2), ("Ywk", 1.1)):
        draw_pixels(text, scale)
        assert write(Haloed(), FACTS, 1) == first
