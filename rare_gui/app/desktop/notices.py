"""Quiet sentences to the user, kept until there is a place to show them.

What happens before the data are there is told with the first picture. One notice replaces another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from rare_gui.app.window import Window
    from rare_gui.panels.status.notice import NoticeBar

Act = Callable[[], object]


class Notices(QObject):
    """Tells and offers over one window's notice bar."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._bar: NoticeBar | None = None
        self._waiting: list[str] = []
        self._label, self._warns = "", False
        self._act: Act = lambda: None

    def tell(self, text: str, *, warns: bool = False) -> None:
        """Say a sentence, now or as soon as there is a bar; an empty one is not said.

        It is shown as a warning with `warns`.
        """
        if text:
            self._warns |= warns
            self._waiting.append(text)
            QTimer.singleShot(0, self, self.show_waiting)

    def offer(self, text: str, label: str, act: Act) -> None:
        """Warn in a sentence with a button `label` that does `act`; it stays until it is closed."""
        self._label, self._act = label, act
        self.tell(text, warns=True)

    def show_waiting(self) -> None:
        """Show what could not be shown before, together with what stands there still."""
        bar = self._found()
        if bar is None or not self._waiting:
            return
        told, stays = " ".join(filter(None, (bar.said, *self._waiting))), bool(self._label)
        bar.show_notice(told, self._label, stay=stays, warns=self._warns)
        self._waiting.clear()
        self._label, self._warns = "", False

    def _do(self) -> None:
        self._act()

    def _found(self) -> NoticeBar | None:
        if self._bar is None and self._window.is_furnished:
            from rare_gui.panels.status.notice import NoticeBar

            self._bar = self._window.findChild(NoticeBar)
            if self._bar is not None:
                self._bar.action_taken.connect(self._do)
        return self._bar
