"""The ranked bars for Qt, and what stays still while a slider moves: order, scale and whiskers.

Not for painting (`loss_table`) nor for ranking: the scene brings the order.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rare_gui.figures.impact.loss_bar import Whisker
from rare_gui.figures.impact.scale import round_top
from rare_gui.figures.plain_text import tooltip_text
from rare_gui.scenes.impact.parts import LossBar

NAME, BAR, VALUE, WEEK, HIT = range(5)
BAR_ROLE = int(Qt.ItemDataRole.UserRole)
"""The LossBar behind an index."""

_HEADINGS = ("Sector", "Loss", "P50", "First loss", "Mostly")
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class LossModel(QAbstractTableModel):
    """One row per sector with the columns name, bar, value, week of the first loss, what hit it.

    `top` is the loss at the right end of every bar's cell.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[LossBar, ...] = ()
        self._unit = ""
        self._ranges: dict[str, Whisker] = {}
        self.top = 1.0

    def show_bars(self, bars: tuple[LossBar, ...], unit: str, *, settled: bool) -> None:
        """Take over `bars`, told in `unit`.

        Until they are settled the rows keep their order, the scale does not change and the
        whiskers are those of the last settled bars; a new unit starts afresh.
        """
        other = unit != self._unit
        held = not settled and not other and bool(self._bars)
        if other:
            self._ranges.clear()
        if held:
            places = {bar.sector: place for place, bar in enumerate(self._bars)}
            bars = tuple(sorted(bars, key=lambda bar: places.get(bar.sector, len(places))))
        else:
            self.top = round_top(max((bar.p95 for bar in bars if bar.known), default=0.0))
        if settled or other:
            self._ranges = {b.sector: Whisker(b.p5, b.p95, stale=not settled) for b in bars}
        else:
            self._ranges = {
                sector: Whisker(one.p5, one.p95, stale=True) for sector, one in self._ranges.items()
            }
        same = [b.sector for b in bars] == [b.sector for b in self._bars]
        self._unit = unit
        if same:
            self._bars = bars
            if bars:
                self.dataChanged.emit(self.index(0, NAME), self.index(len(bars) - 1, HIT))
        else:
            self.beginResetModel()
            self._bars = bars
            self.endResetModel()

    def bar(self, index: Index) -> LossBar | None:
        """The bar in the row of `index`."""
        return self._bars[index.row()] if index.isValid() else None

    def whisker(self, bar: LossBar) -> Whisker | None:
        """The whisker to draw for a bar; None where there is none yet."""
        return self._ranges.get(bar.sector)

    def tied_to_the_one_above(self, row: int) -> bool:
        """Whether the row above has no verdict against this one."""
        return row > 0 and self._bars[row - 1].no_verdict

    def place_of(self, sector: str) -> int:
        """The row of a sector, -1 without one."""
        return next((n for n, bar in enumerate(self._bars) if bar.sector == sector), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._bars)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        bar = self.bar(index)
        if bar is None:
            return None
        if role == BAR_ROLE:
            return bar
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return bar.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip_text(bar.spoken.replace("; ", "\n"))
        if role == Qt.ItemDataRole.DisplayRole:
            return (bar.name, "", bar.value, bar.first_week, bar.hit)[index.column()]
        return None
