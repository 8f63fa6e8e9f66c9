"""The window's commands: each action of the table as a QAction, and what is bound to it.

Not for saying what there is (`app.actions`) nor for what a command does (`app.window_acts`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from rare_gui.app.actions import ACTIONS, BY_ID, MENUS, WINDOW, Action
from rare_gui.figures.fonts import font

if TYPE_CHECKING:
    from rare_gui.app.session import Session

Act = Callable[[], object]


class Commands(QObject):
    """Makes the QActions of a window, opens and closes them by the session, and acts by id."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._session: Session | None = None
        self._acts: dict[str, dict[QWidget | None, Act]] = {}
        self._made = {one.id: self._action(one, window) for one in ACTIONS if one.scope == WINDOW}
        self.refresh()

    def __getitem__(self, action_id: str) -> QAction:
        """The window's QAction; raises KeyError for an unknown id."""
        return self._made[action_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def on(self, action_id: str, act: Act, within: QWidget | None = None) -> None:
        """Do `act` when the command is asked for.

        With `within` only while the focus is in that widget, where it goes before the window's own
        act. An action of another scope than the window's needs `within`: its keys act there alone.
        Raises KeyError for an unknown id, ValueError for a scope without its widget.
        """
        action = BY_ID[action_id]
        if action.scope != WINDOW:
            if within is None:
                raise ValueError(f"{action_id} acts within {action.scope}; say which widget")
            made = self._action(action, within)
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._acts.setdefault(action_id, {})[within] = act

    def bound(self, action_id: str) -> bool:
        """Whether anything happens when the command is asked for."""
        return action_id in self._acts

    def follow(self, session: Session) -> None:
        """Open and close the commands by what is looked at in `session`."""
        self._session = session
        session.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Ask every command anew whether it is open, and whether its switch is on."""
        for action_id, made in self._made.items():
            action = BY_ID[action_id]
            made.setEnabled(action.enabled_when(self._session))
            if action.checked_when is not None:
                made.setChecked(action.checked_when(self._session))

    def is_open(self, action_id: str) -> bool:
        """Whether the command can be asked for now."""
        return self._made[action_id].isEnabled()

    def trigger(self, action_id: str) -> None:
        """Ask for a command; nothing happens while it is closed."""
        self._made[action_id].trigger()

    def main_menu(self, parent: QWidget) -> QMenu:
        """Every command that stands in a menu, in sub-menus."""
        menu = QMenu(parent)
        menu.setFont(font("ui"))
        for title in MENUS:
            fill(menu.addMenu(title), self._blocks(title))
        return menu

    def context_menu(self, parent: QWidget, *menus: str) -> QMenu:
        """The commands of some of the MENUS in one menu."""
        menu = QMenu(parent)
        fill(menu, [block for title in menus for block in self._blocks(title)])
        return menu

    def _blocks(self, title: str) -> list[list[QAction]]:
        listed = [one for one in ACTIONS if one.menu == title and one.scope == WINDOW]
        return [
            [self._made[one.id] for one in block]
            for _, block in groupby(listed, key=lambda one: one.block)
        ]

    def _action(self, action: Action, owner: QWidget) -> QAction:
        made = QAction(plain(action.title), owner)
        made.setObjectName(action.id)
        made.setShortcuts([QKeySequence(keys) for keys in action.keys])
        made.setToolTip(told(action))
        made.setIconVisibleInMenu(False)
        made.setCheckable(action.checked_when is not None)
        made.triggered.connect(lambda: self._act(action.id))
        owner.addAction(made)
        return made

    def _act(self, action_id: str) -> None:
        """Act for the innermost widget that has the focus and an act of its own."""
        acts = self._acts.get(action_id, {})
        place = QApplication.focusWidget()
        while place is not None and place not in acts:
            place = place.parentWidget()
        if (act := acts.get(place)) is not None:
            act()
        self.refresh()  # Qt has flipped a switch whether or not anything came of it


def fill(menu: QMenu, blocks: Iterable[Iterable[QAction]]) -> None:
    """Put actions into a menu, with a line between blocks."""
    menu.setFont(font("ui"))
    menu.setToolTipsVisible(True)
    for number, block in enumerate(blocks):
        if number:
            menu.addSeparator()
        menu.addActions(list(block))


def told(action: Action) -> str:
    """The tooltip: what it does and its first key."""
    words = action.tip or action.title.removesuffix(" …")
    return f"{words} ({shown_keys(action.keys[0])})" if action.keys else words


def shown_keys(keys: str) -> str:
    """Keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def plain(text: str) -> str:
    """A text in which & is no mark of a key."""
    return text.replace("&", "&&")
