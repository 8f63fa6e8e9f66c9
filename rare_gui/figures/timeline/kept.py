"""Pictures that are painted once and shown until what they depend on changes.

Not for deciding what that is: whoever asks hands over the key.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap


class Kept:
    """A picture of a part of the figure, in device px, with the key that it was painted for."""

    def __init__(self) -> None:
        self._key: object = None
        self._pixmap = QPixmap()
        self._at = QPointF()
        self._scale = 1.0

    def show(self, painter: QPainter, part: QRectF | None = None) -> None:
        """Draw the picture where it belongs; of it only `part`, in the figure's px."""
        if part is None:
            painter.drawPixmap(self._at, self._pixmap)
            return
        scale, at = self._scale, self._at
        left = round((part.left() - at.x()) * scale)
        top = round((part.top() - at.y()) * scale)
        right = round((part.right() - at.x()) * scale)
        bottom = round((part.bottom() - at.y()) * scale)
        source = QRectF(left, top, right - left, bottom - top)
        target = QRectF(
            at.x() + left / scale, at.y() + top / scale, source.width() / scale,
            source.height() / scale,
        )  # fmt: skip
        painter.drawPixmap(target, self._pixmap, source)

    def renew(
        self,
        key: object,
        rect: QRectF,
        scale: float,
        ground: QColor | None,
        paint: Callable[[QPainter], None],
    ) -> bool:
        """Paint anew if `key` or `scale` is another one; tells whether it did.

        `rect` is the part of the figure, `ground` its colour (None: clear). `paint` draws in the
        figure's px.
        """
        if key == self._key and scale == self._scale:
            return False
        self._key, self._scale = key, scale
        left, top = math.floor(rect.left() * scale), math.floor(rect.top() * scale)
        right, bottom = math.ceil(rect.right() * scale), math.ceil(rect.bottom() * scale)
        size = (max(1, right - left), max(1, bottom - top))
        if (self._pixmap.width(), self._pixmap.height()) != size or self._pixmap.hasAlpha() != (
            ground is None
        ):
            self._pixmap = QPixmap(*size)
        self._at = QPointF(left / scale, top / scale)
        self._pixmap.setDevicePixelRatio(scale)
        self._pixmap.fill(Qt.GlobalColor.transparent if ground is None else ground)
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.translate(-self._at)
        paint(painter)
        painter.end()
        return True
