"""The window: a shell that is painted at once, furnished with panels when the data are there.

Not for deciding what is shown: gestures become changes of the session, the presenter does the rest.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QSplitter,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from rare_gui.app.commands import Commands
from rare_gui.app.dressing import CHOICES, DARK, LIGHT, redress, system_theme
from rare_gui.app.tab_order import tab_through
from rare_gui.app.tasks import Tasks
from rare_gui.app.toolbar import Toolbar
from rare_gui.figures.theme import Theme, load_theme

if TYPE_CHECKING:
    from rare_gui.app.session import Session

SIZE = (1440, 900)
LEAST = (900, 600)
SIDES = (332, 356)
SIDES_WHEN_NARROW = (280, 320)
FRAME = 3
NARROW = 1200
"""Below this width the right pane makes room; the toolbar brings it back."""


class Furniture(Protocol):
    """What is put into the window once the data are there."""

    def apply_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""

    def fit(self, *, narrow: bool, left: bool, right: bool) -> None:
        """Make do with a narrow window; show the panes at the sides or not."""

    def set_still(self, still: bool) -> None:
        """Move less, or as usual."""

    def settle(self) -> None:
        """Finish what is still being worked out."""

    def tell(self, text: str, *, warns: bool = False) -> None:
        """Show a quiet sentence, as a warning with `warns`."""


class Menu(Protocol):
    """What opens from its button; `folder` is where its last file went."""

    @property
    def folder(self) -> Path: ...

    def open(self) -> None:
        """Open it."""

    def apply_theme(self, theme: Theme) -> None:
        """Show what it opened in other colours."""


class Window(QMainWindow):
    """Toolbar, browser, header over timeline, impact panel, status bar.

    `painted` is sent once, after the shell's first paint. `theme_chosen` carries the name of
    the theme that the user has chosen, empty for the system's; `still_changed` whether less motion
    is wanted; `scale_asked` by how many steps everything should become larger, 0 for the usual
    size.
    """

    painted = Signal()
    theme_chosen = Signal(str)
    still_changed = Signal(bool)
    scale_asked = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.tasks = Tasks(self)
        self._session: Session | None = None
        self._furniture: Furniture | None = None
        self.exports: Menu | None = None
        self.kept: tuple[object, ...] = ()  # what lives as long as the window
        self._was_painted = False
        self._shows_left = self._shows_right = True
        self._is_still = False
        self.setWindowTitle("rare_gui")
        self.setMinimumSize(*LEAST)
        self.resize(_first_size())
        self.commands = Commands(self)
        self.toolbar = Toolbar(theme, self.commands, self)
        self.addToolBar(self.toolbar)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setAutoFillBackground(True)
        self._inside = _Framed()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.splitter, 1)
        self.setCentralWidget(self._inside)
        self.commands.on("view.theme", self.toggle_theme)
        for name, _ in CHOICES:
            self.commands.on(f"view.theme_{name or 'system'}", partial(self.choose_theme, name))
        for way, steps in (("larger", 1), ("smaller", -1), ("usual_size", 0)):
            self.commands.on(f"view.{way}", partial(self.scale_asked.emit, steps))
        self.commands["view.still"].setCheckable(True)  # of the window, not of what is looked at
        self.commands.on("view.still", lambda: self.set_still(not self._is_still))
        self.commands.on("view.left", self._toggle_left)
        self.commands.on("view.right", self._toggle_right)
        self.commands.on("file.quit", self.close)
        self.splitter.installEventFilter(self)
        redress(theme)  # a program that has dressed for itself has done it already

    @property
    def shows_left(self) -> bool:
        """Whether the left pane is asked for."""
        return self._shows_left

    @property
    def shows_right(self) -> bool:
        """Whether the right pane is asked for."""
        return self._shows_right

    @property
    def is_furnished(self) -> bool:
        """Whether a package is on screen."""
        return self._session is not None

    @property
    def session(self) -> Session:
        """What is looked at; only once furnished."""
        if self._session is None:
            raise RuntimeError("the window is not furnished yet")
        return self._session

    def furnish(self, session: Session, furniture: Furniture) -> None:
        """Take in the session and what shows it, and arrange that."""
        session.setParent(self)
        self._session, self._furniture = session, furniture
        self.commands.follow(session)
        furniture.set_still(self._is_still)
        self._arrange()

    def put_above(self, banner: QWidget) -> None:
        """Place a banner between the toolbar and the panels."""
        self._column.insertWidget(0, banner)

    def show_frame(self, shown: bool) -> None:
        """Draw a thick frame of ink around everything: another time is being looked at."""
        margin = FRAME if shown else 0
        self._column.setContentsMargins(margin, 0, margin, margin)
        self._inside.show_frame(self.theme.color("ink") if shown else None)

    def apply_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        if theme == self.theme:
            return
        self.theme = theme
        redress(theme)
        self.toolbar.apply_theme(theme)
        if self._furniture is not None:
            self._furniture.apply_theme(theme)
        if self.exports is not None:
            self.exports.apply_theme(theme)

    def choose_theme(self, wanted: str) -> None:
        """Wear a theme by its name, or with an empty one that of the system."""
        self.apply_theme(load_theme(wanted or system_theme(QGuiApplication.styleHints())))
        self.theme_chosen.emit(wanted)

    def toggle_theme(self) -> None:
        """Dark becomes light, everything else dark."""
        self.choose_theme(LIGHT if self.theme.is_dark else DARK)

    def set_still(self, still: bool) -> None:
        """Move less, or as usual."""
        self.commands["view.still"].setChecked(still)
        if still == self._is_still:
            return
        self._is_still = still
        if self._furniture is not None:
            self._furniture.set_still(still)
        self.still_changed.emit(still)

    def settle(self) -> None:
        """Finish what is still being worked out, so that a picture of the window is whole."""
        if self._furniture is not None:
            self._furniture.settle()

    def tell(self, text: str, *, warns: bool = False) -> None:
        """A quiet sentence over the foot of the window, as a warning with `warns`."""
        if self._furniture is not None:
            self._furniture.tell(text, warns=warns)

    def refuse(self, reason: str) -> None:
        """Say in the empty window why there is nothing to show."""
        label = QLabel(f"No data package could be opened.\n\n{reason}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMargin(32)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setCentralWidget(label)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the panes from left to right, whenever they were made."""
        panes = (self.splitter.widget(n) for n in range(self.splitter.count()))
        tab_through(pane for pane in panes if pane is not None)
        return super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            # after the paint itself, so that what follows cannot delay the first picture
            QTimer.singleShot(0, self.painted.emit)
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.tasks.close()
        super().closeEvent(event)

    def _toggle_left(self) -> None:
        self._shows_left = not self._shows_left
        self._fit()

    def _toggle_right(self) -> None:
        self._shows_right = not self._shows_right
        self._fit()

    def _arrange(self) -> None:
        """Share out the width; a narrow window begins without its right pane."""
        self._shows_right = self.width() >= NARROW
        self._fit()
        left, right = SIDES if self._shows_right else SIDES_WHEN_NARROW
        self.splitter.setSizes([left, max(self.width() - left - right, 420), right])

    def _fit(self) -> None:
        self.toolbar.set_compact(self.width() < NARROW)
        if self._furniture is not None:
            self._furniture.fit(
                narrow=self.width() < NARROW, left=self._shows_left, right=self._shows_right
            )


def fitting_size(screen: QSize, frame: QSize) -> QSize:
    """The size of a first window on a screen's free area, with the px that its frame takes.

    As large as drawn where that fits, never smaller than the least size that can be used.
    """
    return QSize(*SIZE).boundedTo(screen - frame).expandedTo(QSize(*LEAST))


def _first_size() -> QSize:
    """The size for the first screen; its frame by the style, for there is none before showing."""
    if QApplication.platformName() == "offscreen":
        return QSize(*SIZE)  # that screen is made up, and pictures must not depend on it
    style, metric = QApplication.style(), QStyle.PixelMetric
    title = style.pixelMetric(metric.PM_TitleBarHeight)
    border = 2 * style.pixelMetric(metric.PM_MdiSubWindowFrameWidth)
    free = QApplication.primaryScreen().availableGeometry().size()
    return fitting_size(free, QSize(border, title + border))


class _Framed(QWidget):
    """Paints its ground, of which the margins stay visible as a frame."""

    def __init__(self) -> None:
        super().__init__()
        self._color: QColor | None = None

    def show_frame(self, color: QColor | None) -> None:
        if color != self._color:
            self._color = color
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._color is not None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._color)
            painter.end()
