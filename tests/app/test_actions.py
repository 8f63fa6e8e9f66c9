"""The table of actions: keys are unique in their scope, and everything can be reached by keys."""

from __future__ import annotations

from collections import Counter

from rare_gui.app.actions import ACTIONS, BY_ID, MENUS, PAGES, WINDOW, page_action
from rare_gui.app.key_help import key_groups
from rare_gui.app.panel_keys import PANEL_KEYS, SCOPES
from rare_gui.scenes.selection import VIEWS

EVERY = (*ACTIONS, *PANEL_KEYS)
DRAWER = "evidence"  # a view of pictures alone: in the window it is a drawer


def test_that_ids_are_unique() -> None:
    assert len({action.id for action in EVERY}) == len(EVERY)
    assert len(BY_ID) == len(ACTIONS)


def test_that_keys_are_unique_within_a_scope() -> None:
    used = Counter((action.scope, keys) for action in EVERY for keys in action.keys)
    assert [key for key, times in used.items() if times > 1] == []


def test_that_every_action_of_the_window_has_a_menu_or_a_key() -> None:
    unreachable = [action.id for action in ACTIONS if not action.menu and not action.keys]
    assert unreachable == []


def test_that_every_view_has_an_action_and_every_page_is_a_view() -> None:
    assert {page.view for page in PAGES} == set(VIEWS) - {DRAWER}
    assert all(page_action(page.view) in BY_ID for page in PAGES)


def test_that_menus_and_scopes_are_known() -> None:
    assert {action.menu for action in ACTIONS} <= {"", *MENUS}
    assert {action.menu for action in ACTIONS} >= set(MENUS)
    assert {action.scope for action in EVERY} == {WINDOW, *SCOPES}


def test_that_an_action_of_a_panel_is_no_command_of_a_menu() -> None:
    assert [action.id for action in EVERY if action.scope != WINDOW and action.menu] == []


def test_that_the_help_lists_every_key_once() -> None:
    shown = sum(len(lines) for _, lines in key_groups())
    assert shown == sum(bool(action.keys) for action in EVERY)
