"""The strip over the cliff board: truce, stretch without data, and a marker for each date.

Not for the rows below it; a click on a marker names the first clause of its date.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme
from rare_gui.scenes.cliffs.strip import StripMarker, StripScene

_HEIGHT = 100
_EDGE = 16.0
_LINES = (14.0, 28.0)  # the two rows in which labels of neighbouring markers alternate
_BAND = QRectF(0, 48, 0, 18)
_BADGE = 82.0
_MONTHS = 81.0
_NEAR = 9.0


class CliffStrip(QWidget):
    """A painted strip; its accessible text tells the same items as a list."""

    clause_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene: StripScene | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_scene(self, scene: StripScene) -> None:
        """Replace what is shown."""
        self._scene = scene
        items = [span.spoken for span in scene.truce]
        items += [scene.data_end_label, scene.uncovered_label]
        items += [marker.spoken for marker in scene.markers]
        items.append(f"{scene.later} than this strip reaches" if scene.later else "")
        self.setAccessibleName("Dates: " + "; ".join(item for item in items if item))
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Of one height, as wide as there is room."""
        return QSize(600, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Labels give way before the strip does."""
        return QSize(240, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a marker names its first clause."""
        marker = self._marker_at(event.position())
        if marker is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clause_picked.emit(marker.clause)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over a marker; its words where the pointer rests."""
        marker = self._marker_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if marker else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def event(self, event: object) -> bool:
        """Tell a marker in a tooltip."""
        if isinstance(event, QHelpEvent):
            marker = self._marker_at(QPointF(event.pos()))
            QToolTip.showText(
                event.globalPos(), tooltip_text(marker.spoken) if marker else "", self
            )
            return True
        return super().event(event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Band, stretch without data, markers, as-of day, months."""
        scene = self._scene
        if scene is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_truce(painter, scene)
        self._paint_uncovered(painter, scene)
        self._paint_markers(painter, scene)
        self._paint_as_of(painter, scene)
        self._paint_months(painter, scene)
        painter.end()

    def _x(self, day: float) -> float:
        if self._scene is None:
            return _EDGE
        first, last = self._scene.window
        return _EDGE + (day - first) / (last - first) * (self.width() - 2 * _EDGE)

    def _band(self, start: int, end: int) -> QRectF:
        left = round(self._x(start))
        return QRectF(left, _BAND.top(), round(self._x(end)) - left, _BAND.height())

    def _marker_at(self, place: QPointF) -> StripMarker | None:
        if self._scene is None or place.y() > _BAND.bottom() + 14:
            return None
        near = [
            (abs(self._x(marker.day) - place.x()), number)
            for number, marker in enumerate(self._scene.markers)
        ]
        distance, number = min(near, default=(_NEAR + 1, 0))
        return self._scene.markers[number] if distance <= _NEAR else None

    def _paint_truce(self, painter: QPainter, scene: StripScene) -> None:
        theme = self._theme
        for span in scene.truce:
            box = self._band(span.start, span.end)
            if span.by_statement:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(ink.dashed(theme.color("time"), 1, 3, 2))
                painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            else:
                painter.fillRect(box, theme.color("time-soft"))
            left, right = self._free(scene, box.left(), box.right())
            text = elided("lane", span.label, right - left)
            ink.write(painter, "lane", theme.color("time"), left, box.center().y(), text)

    def _paint_uncovered(self, painter: QPainter, scene: StripScene) -> None:
        theme = self._theme
        if not scene.window[0] <= scene.data_end <= scene.window[1]:
            return
        end = self._x(scene.data_end)
        painter.setPen(ink.dashed(theme.color("warn"), 1.2, 1.5, 2.5))
        painter.drawLine(QPointF(end, 40), QPointF(end, _BAND.bottom()))
        room = text_width("lane", scene.data_end_label)
        left = max(_EDGE, end - room / 2)
        ink.write(painter, "lane", theme.color("warn"), left, _LINES[1] + 4, scene.data_end_label)
        if scene.uncovered is None:
            return
        box = self._band(*scene.uncovered)
        painter.fillRect(QRectF(box.left(), box.bottom(), box.width(), 4), theme.color("warn"))
        text = elided("lane", scene.uncovered_label, self._uncovered_room(scene))
        ink.write(painter, "lane", theme.color("warn"), box.left(), _MONTHS, text)

    def _uncovered_room(self, scene: StripScene) -> float:
        """Px for the words under the stretch without data, before the badge of the day."""
        if scene.uncovered is None:
            return 0.0
        badge = text_width("lane_strong", scene.as_of_label) / 2 + 14
        return self._x(scene.as_of) - badge - self._x(scene.uncovered[0])

    def _free(self, scene: StripScene, left: float, right: float) -> tuple[float, float]:
        """The widest stretch of the band between `left` and `right` that no line crosses."""
        lines = [self._x(day) for day in (scene.as_of, scene.data_end)]
        lines += [self._x(marker.day) for marker in scene.markers]
        edges = [left, *sorted(line for line in lines if left < line < right), right]
        return max(((a + 6, b - 6) for a, b in pairwise(edges)), key=_length)

    def _paint_markers(self, painter: QPainter, scene: StripScene) -> None:
        theme = self._theme
        for marker in scene.markers:
            x = self._x(marker.day)
            color = theme.color("warn" if marker.passed else "ink")
            ink.vertical(painter, round(x), 40, _BAND.bottom() + 8, color)
            fill = QBrush(color) if marker.passed else QBrush(theme.color("panel"))
            ink.diamond(painter, x + 0.5, 40, 4.5, QPen(color, 1.2), fill)
        # rather fewer words for all than a date without any
        labels = max((self._labels(scene, least) for least in range(3)), key=len)
        for marker, words, box, after in labels:
            align = Qt.AlignmentFlag.AlignLeft if after else Qt.AlignmentFlag.AlignRight
            at = box.left() if after else box.right()
            quiet = theme.color("warn" if marker.passed else "text2")
            ink.write(painter, "lane_strong", theme.color("ink"), at, _LINES[0], marker.date, align)
            ink.write(painter, "lane", quiet, at, _LINES[1], words, align)

    def _labels(self, scene: StripScene, least: int) -> list[tuple[StripMarker, str, QRectF, bool]]:
        """The markers that find room: words, place, whether it is after the marker.

        `least` words are left out of each: 0 none, 1 what is hit, 2 the days left too.
        """
        taken = [QRectF(self._x(scene.as_of) - 3, 0, 6, 60)]
        if scene.window[0] <= scene.data_end <= scene.window[1]:
            room = text_width("lane", scene.data_end_label)
            left = max(_EDGE, self._x(scene.data_end) - room / 2)
            taken.append(QRectF(left - 6, _LINES[1] - 6, room + 12, 20))
        places = [self._x(marker.day) for marker in scene.markers]
        found = []
        for marker, following in zip(scene.markers, [*places, 1e6][1:], strict=True):
            x = self._x(marker.day)
            texts = (marker.words, marker.left, "")[least:]
            longest = max(_label_width(marker, words) for words in texts)
            # a near neighbour needs the room at the right for its own words
            rightwards = x + longest + 20 < following
            choices = [(after, words) for after in (rightwards, not rightwards) for words in texts]
            for after, words in choices:
                width = _label_width(marker, words)
                box = QRectF(x + 8 if after else x - 8 - width, _LINES[0] - 8, width, 30)
                wide = box.adjusted(-4, 0, 4, 0)
                inside = box.left() >= 4 and box.right() <= self.width() - 4
                if inside and not any(wide.intersects(other) for other in taken):
                    taken.append(box)
                    found.append((marker, words, box, after))
                    break
        return found

    def _paint_as_of(self, painter: QPainter, scene: StripScene) -> None:
        theme, x = self._theme, self._x(scene.as_of)
        ink.vertical(painter, round(x) - 1, 6, _BADGE, theme.color("time"), 2)
        width = text_width("lane_strong", scene.as_of_label) + 14
        left = min(max(2.0, x - width / 2), self.width() - width - 2)
        box = QRectF(left, _BADGE - 8, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("time"))
        painter.drawRoundedRect(box, 3, 3)
        ink.write(
            painter, "lane_strong", theme.color("on-time"), box.center().x(), box.center().y(),
            scene.as_of_label, Qt.AlignmentFlag.AlignHCenter,
        )  # fmt: skip

    def _paint_months(self, painter: QPainter, scene: StripScene) -> None:
        color = self._theme.color("text3")
        badge = text_width("lane_strong", scene.as_of_label) / 2 + 14
        cursor = self._x(scene.as_of)
        taken = [(cursor - badge, cursor + badge)]
        if scene.uncovered is not None:
            taken.append((self._x(scene.uncovered[0]) - 8, cursor))
        right = self.width() - _EDGE
        if scene.later:
            ink.write(
                painter, "lane", color, right, _MONTHS, scene.later, Qt.AlignmentFlag.AlignRight
            )
            taken.append((right - text_width("lane", scene.later) - 10, self.width()))
        for day, label in scene.months:
            x, half = self._x(day), text_width("lane", label) / 2
            if any(x - half < end and start < x + half for start, end in taken):
                continue
            ink.vertical(painter, round(x), _BAND.bottom(), _BAND.bottom() + 4, color)
            ink.write(painter, "lane", color, x, _MONTHS, label, Qt.AlignmentFlag.AlignHCenter)
            taken.append((x - half - 8, x + half + 8))


def _label_width(marker: StripMarker, words: str) -> float:
    return max(text_width("lane_strong", marker.date), text_width("lane", words))


def _length(stretch: tuple[float, float]) -> float:
    return stretch[1] - stretch[0]
