"""Draws the path from a material to a sector: nodes and links, a link's line by its evidence.

Not for finding the path. Solid is published, dashed derived, dotted judgement; the word stands
beside the line as well.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.word_wrap import widest_word, wrapped
from rare_gui.scenes.impact.exposure import PathLink, PathNode

_LINE = 14.0
_PAD = 6.0
_NODE_SHARE = 0.64  # of the pitch of the nodes, side by side
_LEAST_GAP = 34.0
_DOWN = 34.0  # length of a link between stacked nodes
_DASHES = {"published": (), "derived": (3.0, 2.4), "judgement": (0.01, 2.6)}
_WIDTH = 1.4


class WhyPath(QWidget):
    """Nodes side by side where their words fit, else stacked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._nodes: tuple[PathNode, ...] = ()
        self._links: tuple[PathLink, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_path(self, nodes: tuple[PathNode, ...], links: tuple[PathLink, ...]) -> None:
        """Replace the path; `links[i]` joins `nodes[i]` with the next one."""
        if (nodes, links) == (self._nodes, self._links):
            return
        self._nodes, self._links = nodes, links
        words = []
        for number, node in enumerate(nodes):
            state = f" ({node.chip.spoken})" if node.chip else ""
            words.append(f"{node.title} {node.detail}".strip() + state)
            if number < len(links):
                words.append(f"{links[number].label}, {links[number].evidence}")
        self.setAccessibleName("; ".join(words))
        self.updateGeometry()
        self.update()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Side by side or stacked, by the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px at a width of `width` px."""
        if not self._nodes:
            return 0
        boxes = self._boxes(width)
        foot = max(box.bottom() for box in boxes)
        if self._side_by_side(width) and self._links:
            pitch = self._pitch(width)
            lines = max(len(self._link_lines(link, pitch)) for link in self._links)
            foot += 4 + lines * _LINE
        return ceil(foot + 1)

    def sizeHint(self) -> QSize:
        """As high as the present width asks for."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow on purpose: the path can be stacked."""
        return QSize(160, self.heightForWidth(max(self.width(), 160)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nodes, links, words."""
        if not self._nodes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = self._boxes(self.width())
        beside = self._side_by_side(self.width())
        for node, box in zip(self._nodes, boxes, strict=True):
            self._paint_node(painter, node, box)
        foot = max(box.bottom() for box in boxes)
        for link, start, end in zip(self._links, boxes, boxes[1:], strict=False):
            if beside:
                self._paint_link_across(painter, link, start, end, foot)
            else:
                self._paint_link_down(painter, link, start, end)
        painter.end()

    def _side_by_side(self, width: float) -> bool:
        size = self._pitch(width) * _NODE_SHARE
        words = [
            max(widest_word("lane_strong", node.title), widest_word("lane_light", node.detail))
            for node in self._nodes
        ]
        fits = max(words, default=0.0) + 2 * _PAD <= size
        return len(self._nodes) <= 4 and fits and self._pitch(width) - size >= _LEAST_GAP

    def _pitch(self, width: float) -> float:
        """Distance of the nodes' left edges, so that the last one ends at the right edge."""
        return width / max(len(self._nodes) - 1 + _NODE_SHARE, 1.0)

    def _lines(self, node: PathNode, room: float) -> list[tuple[str, str]]:
        titles = [("lane_strong", line) for line in wrapped("lane_strong", node.title, room)]
        details = [("lane_light", line) for line in wrapped("lane_light", node.detail, room)]
        return titles + details

    def _boxes(self, width: float) -> list[QRectF]:
        if self._side_by_side(width):
            pitch = self._pitch(width)
            size = pitch * _NODE_SHARE
            most = max(len(self._lines(node, size - 2 * _PAD)) for node in self._nodes)
            height = most * _LINE + 2 * _PAD
            return [
                QRectF(number * pitch + 0.5, 0.5, size - 1, height)
                for number in range(len(self._nodes))
            ]
        boxes, y = [], 0.5
        for node in self._nodes:
            height = len(self._lines(node, width - 2 * _PAD - 1)) * _LINE + 2 * _PAD
            boxes.append(QRectF(0.5, y, width - 1, height))
            y += height + _DOWN
        return boxes

    def _paint_node(self, painter: QPainter, node: PathNode, box: QRectF) -> None:
        theme = self._theme
        role = node.chip.role if node.chip else ""
        has_soft = f"{role}-soft" in theme.tokens
        edge = theme.color(f"{role}-edge" if node.chip else "line2")
        if node.chip and node.chip.past:
            painter.setPen(ink.dashed(theme.color("warn"), 1.5, 2.6, 1.9))
        else:
            painter.setPen(QPen(edge, 1.2 if node.chip else 1))
        ground = f"{role}-soft" if has_soft else role if role == "sus" else "raised"
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(box, 5, 5)
        lines = self._lines(node, box.width() - 2 * _PAD + 1)
        y = box.center().y() - (len(lines) - 1) * _LINE / 2
        for font_role, line in lines:
            color = theme.color("ink" if font_role == "lane_strong" else "text2")
            middle = Qt.AlignmentFlag.AlignHCenter
            ink.write(painter, font_role, color, box.center().x(), y, line, middle)
            y += _LINE

    def _link_lines(self, link: PathLink, room: float) -> tuple[str, ...]:
        words = wrapped("lane_light", link.label, room - 6)
        both = f"{words[-1]} · {link.evidence}" if words else link.evidence
        if text_width("lane_light", both) <= room - 6:
            return (*words[:-1], both)
        return (*words, *wrapped("lane_light", link.evidence, room - 6))

    def _paint_link_across(
        self, painter: QPainter, link: PathLink, start: QRectF, end: QRectF, foot: float
    ) -> None:
        y = start.center().y()
        self._paint_arrow(painter, link, QPointF(start.right() + 4, y), QPointF(end.left() - 4, y))
        middle = (start.right() + end.left()) / 2
        for number, line in enumerate(self._link_lines(link, self._pitch(self.width()))):
            ink.write(
                painter, "lane_light", self._theme.color("text3"), middle,
                foot + 4 + (number + 0.5) * _LINE, line, Qt.AlignmentFlag.AlignHCenter,
            )  # fmt: skip

    def _paint_link_down(
        self, painter: QPainter, link: PathLink, start: QRectF, end: QRectF
    ) -> None:
        x = start.left() + 24
        top, foot = start.bottom() + 4, end.top() - 4
        self._paint_arrow(painter, link, QPointF(x, top), QPointF(x, foot))
        lines = self._link_lines(link, start.width() - 40)[:2]
        y = (top + foot) / 2 - (len(lines) - 1) * (_LINE - 1) / 2
        for line in lines:
            ink.write(painter, "lane_light", self._theme.color("text3"), x + 12, y, line)
            y += _LINE - 1

    def _paint_arrow(self, painter: QPainter, link: PathLink, start: QPointF, end: QPointF) -> None:
        color = self._theme.color("text2")
        pen = QPen(color, _WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        solid = QPen(pen)
        if dashes := _DASHES.get(link.evidence, _DASHES["judgement"]):
            pen.setDashPattern(list(dashes))
        painter.setPen(pen)
        painter.drawLine(start, end)
        painter.setPen(solid)
        across = start.y() == end.y()
        for side in (-1, 1):
            wing = QPointF(-4, 3.5 * side) if across else QPointF(3.5 * side, -4)
            painter.drawLine(end, end + wing)
