"""The commands in the real window: each key does one thing, wherever the focus is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.app import actions, commands
from rare_gui.app.actions import ACTIONS, BY_ID, PAGES, WINDOW, Action, page_action
from rare_gui.app.commands import Commands
from rare_gui.app.main import build
from rare_gui.app.panel_keys import PANEL_KEYS
from rare_gui.app.start import furnished_window
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.panels.evidence.drawer import EvidenceDrawer
from rare_gui.panels.header.panel import HeaderPanel
from rare_gui.panels.materials.browser import MaterialBrowser
from rare_gui.panels.status.notice import NoticeBar
from rare_gui.panels.timeline.panel import TimelinePanel
from rare_gui.panels.timeline.transport_row import EVENT_HOLD_MS, TransportRow
from rare_gui.scenes.selection import Selection

DAY = date(2026, 11, 23)
OF_A_FIELD = {"Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Left", "Ctrl+Right", "?"}
"""Keys that a text field keeps for itself."""
KEYED = [action for action in ACTIONS if action.keys and action.scope == WINDOW]


@pytest.fixture
def window(qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> Iterator[Window]:
    made = furnished_window(dataset, Selection("dysprosium", DAY), today=DAY, folder=tmp_path)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.findChild(MaterialBrowser).setFocus()
    return made


def send(keys: str) -> None:
    """Press keys where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keySequence(focused, QKeySequence(keys))
    QApplication.processEvents()


def filter_field(window: Window) -> QLineEdit:
    field = window.findChild(MaterialBrowser).findChild(QLineEdit)
    field.setFocus()
    return field


@pytest.mark.parametrize("view", [page.view for page in PAGES])
def test_that_each_key_asks_for_its_command_alone_from_the_list_and_from_the_page(
    window: Window, view: str
) -> None:
    window.session.select(view=view)
    asked: list[str] = []
    for action in KEYED:
        window.commands.on(action.id, lambda action=action: asked.append(action.id))
    own = {key for one in PANEL_KEYS if one.scope == view for key in one.keys}
    browser, page = window.findChild(MaterialBrowser), window._furniture.pages[view]  # type: ignore[union-attr]
    for place in (browser, page):
        for action in KEYED:
            for keys in action.keys:
                place.setFocus()
                in_field = isinstance(QApplication.focusWidget(), QLineEdit)
                if (place is page and keys in own) or (in_field and keys in OF_A_FIELD):
                    continue
                window.commands[action.id].setEnabled(True)
                asked.clear()
                send(keys)
                assert asked == [action.id], (view, place, keys)


def test_that_every_command_of_the_real_window_does_something(qtbot: QtBot) -> None:
    window = build()
    qtbot.addWidget(window)
    assert [one for one in window.commands if not window.commands.bound(one)] == []


def test_that_every_command_of_a_menu_stands_in_the_main_menu_once(window: Window) -> None:
    menu = window.commands.main_menu(window)
    found = [one.objectName() for part in menu.findChildren(QMenu) for one in part.actions()]
    wanted = [action.id for action in ACTIONS if action.menu]
    assert [one for one in found if one] == wanted


def test_that_each_page_is_shown_by_its_command_and_marked_in_the_menu(window: Window) -> None:
    for page in PAGES:
        window.commands.trigger(page_action(page.view))
        assert window.session.selection.view == page.view
        marked = [one.view for one in PAGES if window.commands[page_action(one.view)].isChecked()]
        assert marked == [page.view]
    window.commands.trigger(page_action("projects"))  # again: the mark must stay
    assert window.commands[page_action("projects")].isChecked()


def test_that_ctrl_z_and_ctrl_y_walk_the_history_and_say_so_in_short(window: Window) -> None:
    window.session.select(material="gallium")
    notice = window.findChild(NoticeBar)
    send("Ctrl+Z")
    assert window.session.selection.material == "dysprosium"
    assert notice.accessibleName() == "Undone: material, now Dysprosium"
    send("Ctrl+Y")
    assert window.session.selection.material == "gallium"
    assert notice.accessibleName() == "Redone: material, now Gallium"
    send("Alt+Left")
    assert window.session.selection.material == "dysprosium"
    send("Alt+Right")
    assert window.session.selection.material == "gallium"


def test_that_a_text_field_keeps_its_own_undo_and_redo(window: Window) -> None:
    window.session.select(material="gallium")
    window.session.back()
    window.session.select(material="germanium")
    window.session.back()
    field = filter_field(window)
    QTest.keyClicks(field, "terb")
    send("Ctrl+Z")
    assert field.text() == ""
    send("Ctrl+Y")
    assert field.text() == "terb"
    assert window.session.selection.material == "dysprosium"
    assert window.session.can_go_forward


def test_that_a_question_mark_is_typed_into_a_field_and_helps_elsewhere(window: Window) -> None:
    helped: list[bool] = []
    window.commands.on("help.keys", lambda: helped.append(True))
    field = filter_field(window)
    QTest.keyClicks(field, "?")
    assert field.text() == "?"
    assert helped == []
    field.clear()
    window.findChild(MaterialBrowser).setFocus()
    send("?")
    assert helped == [True]


def test_that_history_is_closed_until_there_is_one(window: Window) -> None:
    steps = ("go.undo", "go.back"), ("go.redo", "go.forward")
    assert not any(window.commands.is_open(one) for pair in steps for one in pair)
    window.session.select(material="gallium")
    assert all(window.commands.is_open(one) for one in steps[0])
    window.session.back()
    assert all(window.commands.is_open(one) for one in steps[1])


def test_that_an_act_within_a_widget_goes_before_the_windows(window: Window) -> None:
    done: list[str] = []
    browser = window.findChild(MaterialBrowser)
    window.commands.on("file.open", lambda: done.append("window"))
    window.commands.on("file.open", lambda: done.append("browser"), within=browser)
    browser.setFocus()
    send("Ctrl+O")
    window._furniture.pages["timeline"].setFocus()  # type: ignore[union-attr]
    send("Ctrl+O")
    assert done == ["browser", "window"]


def test_that_alt_left_walks_the_drawers_own_history_while_the_focus_is_there(
    window: Window, qtbot: QtBot
) -> None:
    window.session.select(as_of=date(2026, 11, 1))
    window.commands.trigger("material.evidence")
    drawer = window.findChild(EvidenceDrawer)
    drawer.setFocus()
    with qtbot.waitSignal(drawer.back_asked):
        send("Alt+Left")
    assert window.session.selection.as_of == date(2026, 11, 1)


def test_that_a_right_click_offers_the_commands_of_the_place(window: Window) -> None:
    for panel, menu in ((TimelinePanel, "Time"), (HeaderPanel, "Material")):
        place = window.findChild(panel)
        place.customContextMenuRequested.emit(QPoint(5, 5))
        shown = QApplication.activePopupWidget()
        assert isinstance(shown, QMenu)
        ids = [one.objectName() for one in shown.actions() if one.objectName()]
        assert ids == [action.id for action in ACTIONS if action.menu == menu]
        shown.close()


def test_that_an_action_of_a_scope_acts_in_its_widget_alone(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Action("card.evidence", "Evidence", keys=("E",), scope="card")
    monkeypatch.setitem(actions.BY_ID, own.id, own)
    assert commands.BY_ID is actions.BY_ID
    outer = QWidget()
    qtbot.addWidget(outer)
    inside, outside = QWidget(outer), QWidget(outer)
    for part in (inside, outside):
        part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made = Commands(outer)
    done: list[str] = []
    with pytest.raises(ValueError, match="card"):
        made.on(own.id, lambda: done.append("nowhere"))
    made.on(own.id, lambda: done.append("inside"), within=inside)
    outer.show()
    outer.activateWindow()
    qtbot.waitUntil(outer.isActiveWindow)
    for part in (outside, inside):
        part.setFocus()
        send("E")
    assert done == ["inside"]


def test_that_before_there_are_data_only_what_needs_none_is_open(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    made = Commands(outer)
    wanted = {one.id for one in BY_ID.values() if one.enabled_when is actions.always}
    assert {one for one in made if made.is_open(one)} == wanted
    assert "file.open" in wanted


def test_that_the_left_pane_is_put_away_and_comes_back_where_it_is_asked_for(
    window: Window,
) -> None:
    browser = window.findChild(MaterialBrowser)
    for command, is_hidden in (("view.left", True), ("go.materials", False)):
        window.commands.trigger(command)
        assert browser.isHidden() == is_hidden
    window.commands.trigger("view.left")
    window.commands.trigger("go.filter")
    assert not browser.isHidden()


def test_that_less_motion_makes_play_jump(window: Window) -> None:
    transport = window.findChild(TransportRow)
    action = next(one for one in transport.findChildren(QAction) if one.text() == "Step by week")
    action.trigger()
    glides = transport.interval()
    window.commands.trigger("view.still")
    assert window.commands["view.still"].isChecked()
    assert transport.interval() == EVENT_HOLD_MS > glides
    window.commands.trigger("view.still")
    assert transport.interval() == glides
