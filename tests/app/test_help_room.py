"""Help in the real window: the first page comes once and goes at once, notes find their parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from rare_gui.app.actions import ACTIONS
from rare_gui.app.commands import shown_keys
from rare_gui.app.help_room import HelpRoom, read_topics
from rare_gui.app.panel_keys import PANEL_KEYS
from rare_gui.app.rooms import Rooms
from rare_gui.app.session import Session
from rare_gui.app.start import furnish
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import load_theme
from rare_gui.panels.help.how_to_read import HowToRead
from rare_gui.scenes.help.how_to_read import CALL_OUTS
from rare_gui.scenes.selection import Selection

DAY = date(2026, 11, 23)


@pytest.fixture
def rooms(qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> Iterator[Rooms]:
    window = Window(load_theme("light"))
    qtbot.addWidget(window)
    made = furnish(window, Session(dataset, Selection("dysprosium", DAY)), DAY, tmp_path)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    yield made
    QApplication.processEvents()


@pytest.fixture
def room(rooms: Rooms) -> HelpRoom:
    return HelpRoom(rooms)


def overlay(rooms: Rooms) -> HowToRead:
    return rooms.window.findChild(HowToRead)


@pytest.mark.parametrize(
    ("seen", "asked", "shown"),
    [(False, False, True), (True, False, False), (False, True, False), (True, True, False)],
)
def test_that_the_first_page_greets_once_and_never_over_a_view_asked_for(
    rooms: Rooms, room: HelpRoom, seen: bool, asked: bool, shown: bool
) -> None:
    marked: list[bool] = []
    room.greet(seen=seen, asked=asked, mark_seen=lambda: marked.append(True))
    assert room.shows_first_page is shown
    assert marked == [True] * shown
    assert rooms.window.splitter.isVisible() is not shown


def test_that_escape_brings_the_panels_back_and_changes_nothing(
    rooms: Rooms, room: HelpRoom, qtbot: QtBot
) -> None:
    before = rooms.session.selection
    widths = rooms.window.splitter.sizes()
    room.open_first_page()
    QApplication.processEvents()
    qtbot.keyClick(rooms.window.focusWidget(), Qt.Key.Key_Escape)
    assert not room.shows_first_page
    assert rooms.session.selection == before
    QApplication.processEvents()
    assert rooms.window.splitter.sizes() == widths


def test_that_any_other_choice_in_the_window_leaves_the_first_page(
    rooms: Rooms, room: HelpRoom
) -> None:
    room.open_first_page()
    rooms.session.select(material="gallium")
    assert not room.shows_first_page


@pytest.mark.parametrize("command", ["view.timeline", "go.escape", "go.materials", "time.today"])
def test_that_a_command_about_the_panels_shows_them_even_if_it_changes_nothing(
    rooms: Rooms, room: HelpRoom, command: str
) -> None:
    before = rooms.session.selection
    room.open_first_page()
    rooms.window.commands.trigger("view.theme")
    assert room.shows_first_page
    rooms.window.commands.trigger(command)
    assert not room.shows_first_page
    assert rooms.session.selection == before


def test_that_the_page_that_is_on_already_can_be_picked_over_the_first_page(
    rooms: Rooms, room: HelpRoom
) -> None:
    room.open_first_page()
    rooms.window.toolbar.views.picked.emit("timeline")
    assert not room.shows_first_page


def test_that_what_was_tried_is_looked_at_and_can_be_taken_back(
    rooms: Rooms, room: HelpRoom
) -> None:
    room.open_first_page()
    page = room._first_page
    assert page is not None
    page.parts_asked.emit()
    assert (room.shows_first_page, rooms.session.selection.view) == (False, "parts")
    rooms.session.back()
    room.open_first_page()
    view = Selection("gallium", DAY, view="compare", compared=("gallium", "germanium"))
    page.view_asked.emit(view)
    assert rooms.session.selection == view


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700), (900, 600)])
@pytest.mark.parametrize("view", ["timeline", "card", "impact", "parts"])
def test_that_notes_lie_over_the_window_and_never_over_each_other(
    rooms: Rooms, room: HelpRoom, size: tuple[int, int], view: str
) -> None:
    rooms.window.resize(*size)
    rooms.session.select(view=view)
    QApplication.processEvents()
    room.open_how_to_read()
    shown = overlay(rooms)
    parts = room.parts()
    whole = QRectF(rooms.window.rect())
    assert all(whole.contains(place) for place in parts.values())
    boxes, discs = shown.shown_places(), shown.disc_places()
    assert len(discs) == len(parts)
    assert len(boxes) >= len(discs)
    for number, box in enumerate(boxes):
        assert whole.contains(box)
        assert not any(box.intersects(other) for other in (*boxes[:number], *discs))
    shown.close_over()


def test_that_the_whole_timeline_page_has_every_note_and_the_legend(
    rooms: Rooms, room: HelpRoom
) -> None:
    room.open_how_to_read()
    assert set(room.parts()) == {one.part for one in CALL_OUTS}
    assert len(overlay(rooms).shown_places()) == len(CALL_OUTS) + 1


def test_that_notes_follow_the_window_when_its_size_changes(rooms: Rooms, room: HelpRoom) -> None:
    room.open_how_to_read()
    rooms.window.resize(1024, 700)
    QApplication.processEvents()
    shown = overlay(rooms)
    assert shown.geometry() == rooms.window.rect()
    whole = QRectF(rooms.window.rect())
    assert all(whole.contains(box) for box in shown.shown_places())


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_that_any_key_takes_the_notes_away_and_does_nothing_else(
    rooms: Rooms, room: HelpRoom, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    before = rooms.session.selection
    rooms.browser.setFocus()
    asker = QApplication.focusWidget()
    room.open_how_to_read()
    shown = overlay(rooms)
    qtbot.keyClick(shown, Qt.Key.Key_Shift)
    assert shown.isVisible()  # a modifier alone is on its way to something else
    qtbot.keyClick(shown, key, modifier)
    assert not shown.isVisible()
    assert rooms.session.selection == before
    assert QApplication.focusWidget() is asker


def test_that_a_click_takes_the_notes_away(rooms: Rooms, room: HelpRoom, qtbot: QtBot) -> None:
    room.open_how_to_read()
    qtbot.mouseClick(overlay(rooms), Qt.MouseButton.LeftButton)
    assert not overlay(rooms).isVisible()


def test_that_the_commands_open_their_help(rooms: Rooms, room: HelpRoom) -> None:
    trigger = rooms.window.commands.trigger
    trigger("help.first_run")
    assert room.shows_first_page
    trigger("help.how_to_read")
    assert not room.shows_first_page
    assert overlay(rooms).isVisible()
    trigger("help.guide")
    trigger("help.about")
    assert room._topics is not None
    assert room._about is not None
    assert room._topics.isVisible()
    assert room._about.isVisible()
    room.apply_theme(load_theme("dark"))


def test_that_the_help_lists_every_key(rooms: Rooms, room: HelpRoom) -> None:
    room.open_topics("keys")
    assert room._topics is not None
    text = room._topics.findChild(QTextBrowser).toPlainText()
    for action in (*ACTIONS, *PANEL_KEYS):
        assert all(shown_keys(key) in text for key in action.keys), action.id


def test_that_keys_named_in_the_help_are_keys_of_the_program() -> None:
    import re

    known = {key for action in (*ACTIONS, *PANEL_KEYS) for key in action.keys}
    for topic in read_topics():
        if topic.id != "keys":
            named = set(re.findall(r"(?:Ctrl|Shift|Alt)(?:\+\w+)+", topic.text))
            assert named <= known, topic.id
