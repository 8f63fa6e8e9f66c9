"""The palette as a panel: what is typed is told, what is shown can be chosen, texts stay plain."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.palette.list import PaletteList
from rare_gui.panels.palette.palette import CommandPalette
from rare_gui.scenes.finding.entries import Entry, PaletteScene

ENTRIES = tuple(
    Entry("day", str(n), f"<b>Day</b> & {n}", f"{n} May", marks=((3, 6),)) for n in (1, 2, 3)
)
SCENE = PaletteScene((("Days", ENTRIES[:2]), ("Others", ENTRIES[2:])), "<i>told</i>")


@pytest.fixture
def palette(light: Theme, shown: Callable[..., QWidget]) -> CommandPalette:
    outer = QWidget()
    shown(outer, 900, 600)
    made = CommandPalette(light, outer)
    made.show_scene(SCENE)
    made.open_over(outer)
    return made


def list_of(palette: CommandPalette) -> PaletteList:
    return palette.findChild(PaletteList)


def test_that_arrows_go_round_over_the_names_of_groups(palette: CommandPalette) -> None:
    field = palette.findChild(QLineEdit)
    for wanted in (ENTRIES[1], ENTRIES[2], ENTRIES[0]):
        QTest.keyClick(field, Qt.Key.Key_Down)
        assert list_of(palette).current() == wanted
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert list_of(palette).current() == ENTRIES[2]
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    assert list_of(palette).current() == ENTRIES[0]


def test_that_enter_picks_the_current_entry_after_the_palette_has_closed(
    qtbot: QtBot, palette: CommandPalette
) -> None:
    seen: list[bool] = []
    palette.entry_picked.connect(lambda _: seen.append(palette.isVisible()))
    with qtbot.waitSignal(palette.entry_picked) as told:
        QTest.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    assert told.args == [ENTRIES[0]]
    assert seen == [False]


def test_that_enter_with_ctrl_wants_the_entry_beside(qtbot: QtBot, palette: CommandPalette) -> None:
    with (
        qtbot.waitSignal(palette.beside_picked),
        qtbot.assertNotEmitted(palette.entry_picked),
    ):
        QTest.keyClick(
            palette.findChild(QLineEdit), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )


def test_that_a_click_picks_what_is_under_it(qtbot: QtBot, palette: CommandPalette) -> None:
    shown = list_of(palette)
    place = shown.visualRect(shown.model().index(2, 0)).center()
    with qtbot.waitSignal(palette.entry_picked) as told:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [ENTRIES[1]]


def test_that_nothing_is_picked_where_nothing_is_found(
    qtbot: QtBot, palette: CommandPalette
) -> None:
    palette.show_scene(PaletteScene((), "Nothing."))
    with qtbot.assertNotEmitted(palette.entry_picked):
        QTest.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.hide()


def test_that_texts_are_never_read_as_html(palette: CommandPalette) -> None:
    labels = palette.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    model = list_of(palette).model()
    assert model.index(1, 0).data() == "<b>Day</b> & 1"


def test_that_a_screen_reader_hears_the_whole_entry(palette: CommandPalette) -> None:
    index = list_of(palette).model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "<b>Day</b> & 1, 1 May"


def test_that_it_looks_other_in_the_dark(palette: CommandPalette, dark: Theme) -> None:
    before = palette.grab().toImage()
    palette.apply_theme(dark)
    assert palette.grab().toImage() != before
