"""The help of keys in the window, made from the table of actions.

Not for what a key does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rare_gui.app.actions import ACTIONS, MENUS, Action
from rare_gui.app.commands import shown_keys
from rare_gui.app.panel_keys import PANEL_KEYS, SCOPES

if TYPE_CHECKING:
    from rare_gui.app.window import Window
    from rare_gui.panels.help.shortcuts import ShortcutList

KeyGroup = tuple[str, tuple[tuple[str, str], ...]]
"""A heading, and what each key does: (words, keys)."""


class KeyHelp:
    """Opens the list of keys over one window; made when first asked for."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._list: ShortcutList | None = None

    def open(self) -> None:
        """Show every key, grouped by menu and by panel."""
        from rare_gui.panels.help.shortcuts import ShortcutList

        if self._list is None:
            self._list = ShortcutList(self._window.theme, self._window)
            self._list.show_groups(key_groups())
        self._list.apply_theme(self._window.theme)
        self._list.open_over(self._window)


def key_groups() -> tuple[KeyGroup, ...]:
    """All keys: the window's by menu, then those of each panel; what has no key is left out."""
    by_menu = [(menu, [one for one in ACTIONS if one.menu == menu]) for menu in MENUS]
    by_menu.append(("Anywhere", [one for one in ACTIONS if not one.menu]))
    by_scope = [
        (name, [one for one in (*ACTIONS, *PANEL_KEYS) if one.scope == scope])
        for scope, name in SCOPES.items()
    ]
    groups = ((name, _lines(actions)) for name, actions in (*by_menu, *by_scope))
    return tuple((name, lines) for name, lines in groups if lines)


def _lines(actions: list[Action]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (one.title.removesuffix(" …"), "   ".join(map(shown_keys, one.keys)))
        for one in actions
        if one.keys
    )
