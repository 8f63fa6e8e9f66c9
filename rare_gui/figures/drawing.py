"""What every picture is, whatever it shows and in whatever format it is written."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QPainter


class Drawing(Protocol):
    """A picture laid out for its own size, which paints itself.

    Sizes are logical px of 1/96 inch. The painter's origin is the picture's upper left corner;
    what `paint` draws is the same for every format, and nothing of it is read from a widget that
    is on screen.
    """

    @property
    def width(self) -> float:
        """Logical px."""

    @property
    def height(self) -> float:
        """Logical px."""

    def paint(self, painter: QPainter) -> None:
        """Draw the whole picture, its ground included."""
