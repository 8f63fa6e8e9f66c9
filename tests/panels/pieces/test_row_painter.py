"""What a row of the list leaves out where it is narrow."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces import row_painter
from rare_gui.panels.pieces.row_painter import Cells, RowPainter, RowState
from rare_gui.scenes.palette import Chip, Shape
from tests.panels.scenes import materials

NAME, PITCH, HEIGHT = 120, 20, 23
SHARED = Chip(Shape.OCTAGON, "ban", "B", "prohibited")


def painted(theme: Theme, days: int) -> tuple[QImage, QRect]:
    """A group's row whose last chip is shared, without exports and risk; and that chip's place."""
    group = replace(materials().groups[0], chips=(None,) * 5 + (SHARED,))
    edges = [(0, NAME), *((NAME + PITCH * n, PITCH) for n in range(6))]
    end = NAME + 6 * PITCH
    edges += [(end, 0), (end, 0), (end, days)]
    image = QImage(end + days, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.color("panel"))
    painter = QPainter(image)
    cells = Cells(edges, 0, HEIGHT)
    shown = frozenset(range(len(edges)))
    RowPainter(theme).paint_group(painter, cells, group, RowState(first=True), shown)
    painter.end()
    return image, QRect(NAME + 5 * PITCH - 1, 0, PITCH + 2, HEIGHT)


@pytest.mark.parametrize("days", [8, 32, 80])
def test_that_the_count_of_a_group_never_lies_over_its_last_chip(
    light: Theme, monkeypatch: pytest.MonkeyPatch, days: int
) -> None:
    image, chip = painted(light, days)
    beside = QRect(chip.right() + 1, 0, image.width() - chip.right() - 1, HEIGHT)
    monkeypatch.setattr(row_painter, "text_width", lambda *_: 1e6)  # no wording fits
    without, _ = painted(light, days)
    assert image.copy(chip) == without.copy(chip)
    assert (image.copy(beside) != without.copy(beside)) == (days > 8)
