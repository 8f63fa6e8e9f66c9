"""A drawing with every act that a picture uses, and the pixels that other readers see in a file."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pypdfium2
from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
)
from PySide6.QtSvg import QSvgRenderer

from rare_gui.domain.picture_facts import Facts
from rare_gui.figures import ink
from rare_gui.figures.fonts import ROLES

FACTS = Facts(
    title="Raw dysprosium <dwindles> & magnets flow: 稀土",
    description="Dysprosium, as of 23 November 2026.",
    sources=("MOFCOM: Announcement No. 18 of 2025, 4 Apr 2025", "USGS: Müller & Söhne; 2026"),
    licence="CC BY 4.0",
    created=datetime(2026, 11, 23, 9, 5, 7, tzinfo=UTC),
    software="rare_gui 0.1.0",
    package="strategic-materials 2026.11 0123456789abcdef",
    view="material=dysprosium as_of=2026-11-23",
)


class Sampler:
    """Texts in every role, translucent shapes, dashes, hatching, clips, gradients and a picture."""

    width, height = 800.0, 620.0

    def paint(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(0, 0, self.width, self.height), QColor("#fdfdfb"))
        for line, role in enumerate(ROLES):
            text = f"{role} 0123456789 1111 AVATo · Gallium {line}"
            ink.write(painter, role, QColor(20, 30, 40), 10, 20 + 26 * line, text)
            ink.write(painter, role, QColor(160, 20, 20, 140), 420, 20 + 26 * line, text[:30])
        self._paint_shapes(painter, 540.0)

    def _paint_shapes(self, painter: QPainter, top: float) -> None:
        fade = QLinearGradient(10, 0, 60, 0)
        fade.setColorAt(0, QColor(255, 0, 0, 0))
        fade.setColorAt(1, QColor(255, 0, 0))
        painter.fillRect(QRectF(10, top, 50, 20), QBrush(fade))
        ink.hatch(painter, QRectF(80.5, top, 70, 30), QColor("navy"), 1.2, 5, 0)
        painter.setPen(ink.dashed(QColor("green"), 1.5, 4, 3))
        painter.drawLine(QPointF(160, top), QPointF(300, top + 20))
        painter.setPen(QPen(QColor(0, 0, 0, 90), 3))
        painter.setBrush(QColor(0, 200, 0, 60))
        painter.drawRoundedRect(QRectF(310, top, 80, 30), 6, 6)
        painter.drawPath(ink.octagon(QRectF(400, top, 30, 30)))
        yellow = QBrush(QColor("yellow"))
        ink.diamond(painter, 460, top + 15, 12, QPen(QColor("black"), 1), yellow)
        painter.save()
        circle = QPainterPath()
        circle.addEllipse(QRectF(480, top, 40, 40))
        painter.setClipPath(circle)
        painter.setClipRect(QRectF(480, top, 40, 20), Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRectF(470, top, 90, 60), QColor("purple"))
        painter.restore()
        painter.setOpacity(0.5)
        painter.fillRect(QRectF(540, top, 20, 20), QColor("orange"))
        painter.setOpacity(1)
        image = QImage(20, 20, QImage.Format.Format_ARGB32)
        image.fill(QColor(0, 0, 255, 100))
        painter.drawImage(QRectF(620, top, 40, 40), image, QRectF(0, 0, 20, 20))


def svg_pixels(data: bytes, width: int, height: int) -> np.ndarray:
    """What Qt's reader of SVG sees: rows of red, green, blue."""
    renderer = QSvgRenderer(QByteArray(data))
    assert renderer.isValid()
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    renderer.render(painter)
    painter.end()
    return pixels(image)


def pdf_pixels(data: bytes, scale: float, page: int = 0) -> np.ndarray:
    """What PDFium sees at `scale` pixels for each px of 1/96 inch: rows of red, green, blue."""
    with pypdfium2.PdfDocument(data) as document:
        bitmap = document[page].render(scale=scale * 96 / 72)
        return bitmap.to_numpy()[:, :, 2::-1].copy()


def pixels(image: QImage) -> np.ndarray:
    """Rows of red, green, blue."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    rows = flat.reshape(plain.height(), plain.bytesPerLine())[:, : 3 * plain.width()]
    return rows.reshape(plain.height(), plain.width(), 3).copy()


def differing(one: np.ndarray, other: np.ndarray, by: int) -> float:
    """The share of pixels of which some colour differs by more than `by` of 255."""
    return float((np.abs(one.astype(int) - other.astype(int)).max(axis=2) > by).mean())
