"""The evidence drawer in the window: opened for a figure, walked back and forward, pinned, closed.

Not for what stands behind a figure (`scenes.evidence.scene`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from rare_gui.app.session import Session
from rare_gui.figures.theme import Theme
from rare_gui.scenes.evidence.trail import Trail
from rare_gui.scenes.selection import Selection

if TYPE_CHECKING:
    from rare_gui.domain.risk.assessment import Assessment
    from rare_gui.panels.evidence.drawer import EvidenceDrawer
    from rare_gui.scenes.evidence.parts import EvidenceScene

Known = Callable[[Selection], "Assessment | None"]
"""Gives risk figures that have been measured already, so that they need not be measured anew."""


class EvidenceRoom(QObject):
    """Puts the drawer in front of the pane at the right; closing gives the focus back.

    `shows` is told whether the drawer is open, so that a hidden pane can come and go with it.
    `opened` carries the key of the figure whose evidence is on screen, "" for none; `made` is sent
    with the drawer, which is made when first asked for.
    """

    opened = Signal(str)
    made = Signal(object)

    def __init__(
        self,
        session: Session,
        right: QStackedWidget,
        theme: Theme,
        shows: Callable[[bool], None] = lambda _open: None,
        known: Known = lambda _selection: None,
    ) -> None:
        super().__init__(right)
        self._session, self._right, self._theme = session, right, theme
        self._shows, self._known = shows, known
        self._trail = Trail()
        self._material = session.selection.material
        self._behind: QWidget | None = None
        self._asker: QWidget | None = None
        self._shown: EvidenceScene | None = None
        session.changed.connect(self._follow)

    @cached_property
    def drawer(self) -> EvidenceDrawer:
        """The drawer; the window's first picture does not wait for it."""
        from rare_gui.panels.evidence.drawer import EvidenceDrawer

        drawer = EvidenceDrawer(self._theme)
        self._right.addWidget(drawer)
        drawer.evidence_asked.connect(self.ask)
        drawer.back_asked.connect(lambda: self._go(self._trail.back()))
        drawer.forward_asked.connect(lambda: self._go(self._trail.forward()))
        drawer.pin_asked.connect(lambda on: self._go(replace(self._trail, pinned=on)))
        drawer.closed.connect(self.close)
        drawer.series_asked.connect(lambda series: self._session.select(series=series))
        self.made.emit(drawer)
        return drawer

    @property
    def _is_made(self) -> bool:
        return "drawer" in vars(self)

    @property
    def is_open(self) -> bool:
        """Whether the drawer is in front."""
        return self._is_made and self._right.currentWidget() is self.drawer

    @property
    def open_key(self) -> str:
        """The key of the figure whose evidence is on screen, "" for none."""
        return self._trail.key if self.is_open else ""

    def ask(self, key: str) -> None:
        """Show what stands behind the figure of a key."""
        if not self.is_open:
            self._behind = self._right.currentWidget()
            self._asker = QApplication.focusWidget()
            self._right.setCurrentWidget(self.drawer)
            self._shows(True)
        self._go(self._trail.ask(key))
        self.drawer.setFocus()

    def close(self) -> None:
        """Put the pane that was there in front again, and the keyboard where it was."""
        if not self.is_open:
            return
        if self._behind is not None:
            self._right.setCurrentWidget(self._behind)
        self._shows(False)
        self.opened.emit("")
        if self._asker is not None and self._asker.isVisible():
            self._asker.setFocus()
        self._asker = None

    def apply_theme(self, theme: Theme) -> None:
        """Show the drawer in other colours."""
        self._theme = theme
        if self._is_made:
            self.drawer.apply_theme(theme)

    def _go(self, trail: Trail) -> None:
        self._trail = trail
        self._show()

    def _follow(self) -> None:
        """Another material closes the drawer unless it is pinned; another day renews it."""
        selection = self._session.selection
        another = selection.material != self._material
        self._material = selection.material
        if another and not self._trail.pinned:
            self._trail = Trail()
            self.close()
        elif self.is_open:
            self._show()

    def _show(self) -> None:
        from rare_gui.scenes.evidence.scene import evidence_scene

        session = self._session
        self.opened.emit(self._trail.key)
        scene = evidence_scene(
            session.dataset,
            session.selection,
            self._trail,
            session.problems,
            self._known(session.selection),
        )
        if scene != self._shown:
            self._shown = scene
            self.drawer.show_scene(scene)
