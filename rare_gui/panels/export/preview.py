"""The picture as it will be saved, scaled down to the room there is, with its size in words.

Not for drawing it: it is given whole.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.scenes.pictures.export_form import preview_words

_MARGIN = 22
_STALE = 0.45
_SHADOW = ((3, 10), (2, 16), (1, 24))
"""Px around the sheet and the opacity, of 255, of each step."""


class ExportPreview(QWidget):
    """The sheet above a line with the size of the file and the preview's scale."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = _Sheet(theme)
        self._size, self._scale = _label(), _label()
        self._output_width = 0
        foot = QHBoxLayout()
        foot.addWidget(self._size)
        foot.addStretch(1)
        foot.addWidget(self._scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 14)
        column.setSpacing(12)
        column.addWidget(self._sheet, 1)
        column.addLayout(foot)
        self._sheet.resized = self._tell_scale
        self.apply_theme(theme)

    def show_picture(self, image: QImage, words: str, described: str, output_width: int) -> None:
        """Show the picture, its size in words; `described` is what a screen reader says.

        `output_width` is in pixels: those of the image may be fewer.
        """
        self._output_width = output_width
        self._size.setText(words)
        self._sheet.setAccessibleName("Preview")
        self._sheet.setAccessibleDescription(described)
        self._sheet.show_image(image)
        self._tell_scale()

    def show_size(self, words: str) -> None:
        """Tell the size of the file once it is known."""
        self._size.setText(words)

    def wait(self) -> None:
        """Fade what is shown: another picture is being drawn."""
        self._sheet.fade()

    def show_none(self, reason: str) -> None:
        """Show in place of a picture why there is none."""
        self._sheet.show_words(reason)
        self._size.clear()
        self._scale.clear()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._sheet.apply_theme(theme)
        self.setStyleSheet(f"QLabel {{ color: {theme.color('text2').name()}; }}")

    def _tell_scale(self) -> None:
        if self._output_width and (shown := self._sheet.shown_width()):
            self._scale.setText(preview_words(shown, self._output_width))


class _Sheet(QWidget):
    """Paints the image in the middle; scaled once for each size, for that takes its time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image: QImage | None = None
        self._scaled: QImage | None = None
        self._words = "The preview is being drawn …"
        self._is_stale = False
        self.resized = lambda: None
        self.setMinimumSize(280, 200)

    def show_image(self, image: QImage) -> None:
        self._image, self._scaled, self._is_stale, self._words = image, None, False, ""
        self.update()

    def show_words(self, words: str) -> None:
        self._image = self._scaled = None
        self._words = words
        self.setAccessibleDescription(words)
        self.update()

    def fade(self) -> None:
        self._is_stale = True
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def shown_width(self) -> float:
        """In device pixels; 0 without a picture."""
        return self._fitted().width() if self._image is not None else 0

    def resizeEvent(self, event: object) -> None:
        self._scaled = None
        self.resized()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._image is None:
            painter.setFont(font("body"))
            painter.setPen(self._theme.color("text2"))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(QRectF(self.rect()), flags, self._words)
        else:
            self._paint_image(painter)
        painter.end()

    def _fitted(self) -> QSize:
        """The largest size of the picture in device pixels; it is never enlarged."""
        if self._image is None:
            return QSize()
        edge = 2 * _SHADOW[0][0]
        room = (self.size() - QSize(edge, edge)) * self.devicePixelRatio()
        whole = self._image.size()
        if whole.width() <= room.width() and whole.height() <= room.height():
            return whole
        return whole.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def _paint_image(self, painter: QPainter) -> None:
        ratio, wanted = self.devicePixelRatio(), self._fitted()
        if self._image is None or wanted.isEmpty():
            return
        if self._scaled is None or self._scaled.size() != wanted:
            self._scaled = self._image.scaled(
                wanted,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._scaled.setDevicePixelRatio(ratio)
        width, height = wanted.width() / ratio, wanted.height() / ratio
        # on a whole device pixel, or every hairline would be blurred
        left = int((self.width() - width) / 2 * ratio) / ratio
        top = int((self.height() - height) / 2 * ratio) / ratio
        place = QRectF(left, top, width, height)
        for spread, opacity in _SHADOW:
            shade = QColor(0, 0, 0, opacity)
            painter.fillRect(place.adjusted(-spread, -spread + 1, spread, spread + 1), shade)
        edge = 1 / ratio  # shadows do not show on a dark ground
        painter.fillRect(place.adjusted(-edge, -edge, edge, edge), self._theme.color("line2"))
        painter.fillRect(place, self._theme.color("panel"))
        painter.setOpacity(_STALE if self._is_stale else 1.0)
        painter.drawImage(place.topLeft(), self._scaled)


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font("ui_figure"))
    return label
