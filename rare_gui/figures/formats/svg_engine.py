"""Qt painting as SVG elements: shapes, pixmaps, and every text as the outlines of its glyphs.

QSvgGenerator names fonts that the reader may not have and drops their features; Qt's base engine
hands texts to `drawPath` as the very glyphs that were laid out. Not for the file around the
elements: `formats.svg`.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QImage,
    QImageWriter,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPixmap,
    QPolygonF,
    QTransform,
)

from rare_gui.figures.formats.svg_definitions import Definitions
from rare_gui.figures.formats.svg_text import color, number, path_data, pen_attributes, transform

_Feature = QPaintEngine.PaintEngineFeature
_Dirty = QPaintEngine.DirtyFlag
# What is left out here, such as pattern brushes, Qt draws as a picture and hands that over.
_FEATURES = (
    _Feature.PrimitiveTransform
    | _Feature.PixmapTransform
    | _Feature.LinearGradientFill
    | _Feature.AlphaBlend
    | _Feature.PainterPaths
    | _Feature.Antialiasing
    | _Feature.ConstantOpacity
)


class SvgEngine(QPaintEngine):
    """Collects `body`, lines of SVG, and the `definitions` that they use, while a painter works.

    `scale` is what the painter is scaled by before anything is drawn; it is taken out again, so
    that elements are in logical px. Simple shapes are cut at the clip's edge, for not every
    reader of SVG knows clipping; it is written for texts and pictures alone.
    """

    def __init__(self, scale: float) -> None:
        super().__init__(_FEATURES)
        self.body: list[str] = []
        self.definitions = Definitions()
        self._unscaled = QTransform.fromScale(1 / scale, 1 / scale)
        self._transform = QTransform()
        self._pen, self._brush, self._opacity = QPen(), QBrush(), 1.0
        self._clip: QPainterPath | None = None  # in the picture's coordinates
        self._clips = False
        self._open_clip = ""

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        self._enter("")
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.SVG

    def updateState(self, state: QPaintEngineState) -> None:
        dirty = state.state()
        self._transform = state.transform() * self._unscaled
        self._pen, self._brush, self._opacity = state.pen(), state.brush(), state.opacity()
        if dirty & _Dirty.DirtyClipEnabled:
            self._clips = state.isClipEnabled()
        if dirty & _Dirty.DirtyClipPath:
            self._cut_clip(state.clipPath(), state.clipOperation())
        elif dirty & _Dirty.DirtyClipRegion:
            region = QPainterPath()
            region.addRegion(state.clipRegion())
            self._cut_clip(region, state.clipOperation())

    def _cut_clip(self, shape: QPainterPath, operation: Qt.ClipOperation) -> None:
        """Take up one step of clipping; QPainter repeats all that are left after a restore."""
        if operation == Qt.ClipOperation.NoClip:
            self._clip, self._clips = None, False
            return
        placed, before = self._transform.map(shape), self._clip
        if operation == Qt.ClipOperation.IntersectClip and before is not None:
            placed = before.intersected(placed)
        self._clip, self._clips = placed, True

    def drawPath(self, path: QPainterPath) -> None:
        clip = self._clip if self._clips else None
        if clip is None or path.isEmpty():
            self._write_path(path, "")
            return
        room = _inked(path, self._pen)
        placed = self._transform.mapRect(room)
        if clip.contains(placed):
            self._write_path(path, "")
        elif not clip.intersects(placed):
            return
        elif _is_simple(path) and _is_simple(clip) and self._transform.isInvertible():
            self._write_cut(path, self._transform.inverted()[0].map(clip))
        else:
            self._write_path(path, self.definitions.clip(clip))

    def _write_cut(self, path: QPainterPath, clip: QPainterPath) -> None:
        """Fill and stroke of the path as two shapes, each cut to the clip."""
        pen, brush = self._pen, self._brush
        self._pen = QPen(Qt.PenStyle.NoPen)
        if brush.style() != Qt.BrushStyle.NoBrush:
            self._write_path(path.intersected(clip), "")
        if pen_attributes(pen):
            self._brush = pen.brush()
            self._write_path(QPainterPathStroker(pen).createStroke(path).intersected(clip), "")
        self._pen, self._brush = pen, brush

    def _write_path(self, path: QPainterPath, clip: str) -> None:
        fill = self._fill()
        stroke = pen_attributes(self._pen)
        if path.isEmpty() or (fill == NOTHING and not stroke):
            return
        is_even_odd = path.fillRule() == Qt.FillRule.OddEvenFill and fill != NOTHING
        rule = ' fill-rule="evenodd"' if is_even_odd else ""
        self._add(f'<path d="{path_data(path)}"{fill}{rule}{stroke}{self._placed()}/>', clip)

    def drawPolygon(self, points: Sequence[QPointF], mode: QPaintEngine.PolygonDrawMode) -> None:
        path = QPainterPath()
        path.addPolygon(QPolygonF(list(points)))
        if mode == QPaintEngine.PolygonDrawMode.PolylineMode:
            brush, self._brush = self._brush, QBrush()
            self.drawPath(path)
            self._brush = brush
            return
        path.closeSubpath()
        if mode != QPaintEngine.PolygonDrawMode.OddEvenMode:
            path.setFillRule(Qt.FillRule.WindingFill)
        self.drawPath(path)

    def drawPixmap(self, target: QRectF, pixmap: QPixmap, source: QRectF) -> None:
        self.drawImage(target, pixmap.toImage(), source)

    def drawImage(
        self,
        target: QRectF,
        image: QImage,
        source: QRectF,
        flags: Qt.ImageConversionFlag = Qt.ImageConversionFlag.AutoColor,
    ) -> None:
        part = image.copy(source.toAlignedRect() & QRect(0, 0, image.width(), image.height()))
        placed = self._transform.mapRect(target)
        clip = self._clip if self._clips else None
        if part.isNull() or (clip is not None and not clip.intersects(placed)):
            return
        part.setDevicePixelRatio(1)
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, b"png").write(part)
        data = base64.b64encode(buffer.data().data()).decode("ascii")
        place = " ".join(
            f'{name}="{number(value)}"'
            for name, value in zip(("x", "y", "width", "height"), _rect(target), strict=True)
        )
        self._add(
            f'<image {place} preserveAspectRatio="none"{self._placed()} '
            f'href="data:image/png;base64,{data}"/>',
            self.definitions.clip(clip) if clip is not None and not clip.contains(placed) else "",
        )

    def _add(self, element: str, clip: str) -> None:
        self._enter(clip)
        self.body.append(element)

    def _enter(self, clip: str) -> None:
        """Close the group of another clip, and open that of this one."""
        if clip != self._open_clip:
            if self._open_clip:
                self.body.append("</g>")
            if clip:
                self.body.append(f'<g clip-path="url(#{clip})">')
            self._open_clip = clip

    def _placed(self) -> str:
        opacity = "" if self._opacity >= 1 else f' opacity="{number(self._opacity)}"'
        return transform("transform", self._transform) + opacity

    def _fill(self) -> str:
        style = self._brush.style()
        if style == Qt.BrushStyle.NoBrush:
            return NOTHING
        if style == Qt.BrushStyle.LinearGradientPattern:
            return f' fill="url(#{self.definitions.gradient(self._brush)})"'
        return color("fill", self._brush.color())


def _rect(rect: QRectF) -> tuple[float, float, float, float]:
    return rect.x(), rect.y(), rect.width(), rect.height()


def _inked(path: QPainterPath, pen: QPen) -> QRectF:
    """The room of a path with its stroke, mitred corners included."""
    over = pen.widthF() * max(1.0, pen.miterLimit()) if pen_attributes(pen) else 0.0
    return path.controlPointRect().adjusted(-over, -over, over, over)


def _is_simple(path: QPainterPath) -> bool:
    """Whether a path has so few elements that cutting it is quick; a word has more."""
    return path.elementCount() <= _FEW


_FEW = 64
NOTHING = ' fill="none"'
