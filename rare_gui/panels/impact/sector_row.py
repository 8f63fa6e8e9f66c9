"""One sector that needs the material: name, dependence as low-mid-high, use, routes by form.

Not for computing shares and not for losses: nothing here says how much is lost.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import elided, text_width
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.scenes.impact.exposure import SectorExposure

MARGIN = 12
_NAME_SHARE = 0.46
_VALUE_WIDTH = 34.0
_GAP = 12.0
_LINE = 15.0
_SMALL_LINE = 13.0
_PAD = 4.0
_BAR = 6.0
ROUTE_SHADES = (1.0, 0.62, 0.36, 0.2)
"""Opacities of the parts of the routes' bar, by the number of the form."""
_UNKNOWN = "not known"


class SectorRow(QAbstractButton):
    """A sector as a button, one line high; the chosen one opens and tells its use and routes.

    The scale runs from 0 to 1 at the same place in every row. `evidence_asked` carries the key of
    the dependence: its value was clicked in the chosen row, or E.
    """

    evidence_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sector = SectorExposure("", "", None, "", "", (), False, "")
        self._forms: tuple[str, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # repainted as the pointer comes and goes
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sector(self, sector: SectorExposure, forms: tuple[str, ...]) -> None:
        """Replace the sector; `forms` numbers the forms, so that all rows shade them alike."""
        if (sector, forms) == (self._sector, self._forms):
            return
        self._sector, self._forms = sector, forms
        spoken = "\n".join([sector.spoken, *(route.spoken for route in sector.routes)])
        self.setAccessibleName(spoken)
        self.setToolTip(tooltip_text(spoken))
        self.updateGeometry()
        self.update()

    @property
    def sector(self) -> str:
        """Slug of the sector."""
        return self._sector.sector

    @property
    def _shows_routes(self) -> bool:
        """The chosen sector opens; the others keep to one line."""
        return self._sector.selected and bool(self._sector.routes)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Name and words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px at a width of `width` px."""
        if not self._sector.selected:
            return ceil(2 * _PAD + _LINE)  # asked for often while a layout settles
        height = 2 * _PAD + len(self._name_lines(width)) * _LINE
        height += len(self._end_use_lines(width)) * _SMALL_LINE
        if self._shows_routes:
            height += 3 + _BAR + 2 + len(self._route_lines(width)) * _SMALL_LINE
        return ceil(height)

    def sizeHint(self) -> QSize:
        """As high as the present width asks for."""
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow on purpose: the words wrap."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """On the chosen row the value opens its evidence; anywhere else the row is chosen."""
        on_value = event.position().x() >= self._scale(self.width())[1]
        if self._sector.selected and on_value and self.rect().contains(event.position().toPoint()):
            self.setDown(False)
            self._ask()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """E opens the evidence on the dependence."""
        if event.key() == Qt.Key.Key_E and not event.modifiers():
            self._ask()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        if self._sector.key and self._sector.dependence is not None:
            self.evidence_asked.emit(self._sector.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, name, scale, value, use, routes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        theme, width = self._theme, self.width()
        role = "ui_strong" if self._sector.selected else "ui"
        y = _PAD
        for line in self._name_lines(width):
            ink.write(painter, role, theme.color("ink"), MARGIN, y + _LINE / 2, line)
            y += _LINE
        self._paint_scale(painter, width, _PAD + _LINE / 2)
        quiet = theme.color("text2" if self._sector.selected else "text3")
        for line in self._end_use_lines(width):
            ink.write(painter, "note", quiet, MARGIN, y + _SMALL_LINE / 2, line)
            y += _SMALL_LINE
        if self._shows_routes:
            y = self._paint_routes(painter, QRectF(MARGIN, y + 3, width - 2 * MARGIN, _BAR)) + 2
            for line in self._route_lines(width):
                ink.write(painter, "note", quiet, MARGIN, y + _SMALL_LINE / 2, line)
                y += _SMALL_LINE
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect())
        if self._sector.selected:
            painter.fillRect(box, self._theme.color("select"))
            painter.fillRect(QRectF(0, 0, 3, box.height()), self._theme.color("time"))
        elif self.underMouse():
            painter.fillRect(box, self._theme.color("hover"))
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 1.5))
            painter.drawRoundedRect(box.adjusted(4, 1, -2, -1), 3, 3)

    def _scale(self, width: float) -> tuple[float, float]:
        left = MARGIN + (width - 2 * MARGIN) * _NAME_SHARE + _GAP
        return left, width - MARGIN - _VALUE_WIDTH

    def _paint_scale(self, painter: QPainter, width: float, middle: float) -> None:
        left, right = self._scale(width)
        theme = self._theme
        # The grid runs over the whole row, so that it joins with the rows above and below.
        foot = _PAD + len(self._name_lines(width)) * _LINE
        foot += len(self._end_use_lines(width)) * _SMALL_LINE
        foot += 0.0 if self._shows_routes else _PAD
        unknown = self._sector.dependence is None
        for share, token in ((0.0, "line2"), (0.5, "line"), (1.0, "line")):
            x = round(left + share * (right - left))
            # The words that stand for an unknown share need the last line's place.
            start = _PAD + _LINE if unknown and share == 1.0 else 0.0
            ink.vertical(painter, x, start, foot, theme.color(token))
        end = width - MARGIN
        align = Qt.AlignmentFlag.AlignRight
        if self._sector.dependence is None:
            quiet = theme.color("text2" if self._sector.selected else "text3")
            ink.write(painter, "note", quiet, end, middle, _UNKNOWN, align)
            return
        low, mid, high = (left + part * (right - left) for part in self._sector.dependence)
        pen = QPen(theme.mixed("fin", 0.5), 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("fin"))
        painter.drawEllipse(QPointF(mid, middle), 3, 3)
        value = f"{self._sector.dependence[1]:.2f}"
        ink.write(painter, "ui", theme.color("ink"), end, middle, value, align)

    def _paint_routes(self, painter: QPainter, bar: QRectF) -> float:
        """Shares side by side in the order of their words; returns the lower edge."""
        total = sum(route.mid for route in self._sector.routes)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(bar, self._theme.color("sunken"))
        x = bar.left()
        # Shares that add up to less than one leave the rest of the bar empty, more are fitted.
        unit = bar.width() / max(total, 1.0)
        for route in self._sector.routes:
            size = route.mid * unit
            shade = ROUTE_SHADES[min(self._forms.index(route.form), len(ROUTE_SHADES) - 1)]
            piece = QRectF(x, bar.top(), max(size - 1, min(size, 1.0)), bar.height())
            painter.fillRect(piece, self._theme.mixed("fin", shade))
            x += size
        return bar.bottom()

    def _name_lines(self, width: float) -> tuple[str, ...]:
        left, _ = self._scale(width)
        room = left - _GAP - MARGIN
        if not self._sector.selected:
            return (elided("ui", self._sector.name, room),)
        return wrapped("ui_strong", self._sector.name, room)

    def _end_use_lines(self, width: float) -> tuple[str, ...]:
        if not self._sector.selected:
            return ()
        return wrapped("note", self._sector.end_use, width - 2 * MARGIN)

    def _route_lines(self, width: float) -> tuple[str, ...]:
        """The routes' words; a share is never parted from its form."""
        room = width - 2 * MARGIN
        lines: list[str] = []
        for route in self._sector.routes:
            words = f"{route.form} {route.mid:.0%}".replace("%", " %")
            longer = f"{lines[-1]} · {words}" if lines else words
            if lines and text_width("note", longer) <= room:
                lines[-1] = longer
            else:
                lines.extend(wrapped("note", words, room))
        return tuple(lines)
