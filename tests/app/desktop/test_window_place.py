"""Where a window comes back: never off the screens that there are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.app.desktop.window_place import (
    GRIP,
    fitting_place,
    panes_of,
    place_of,
    restore_panes,
    restore_place,
)
from rare_gui.intake.settings_file import Settings

LEAST = QSize(900, 600)
FIRST = QRect(0, 0, 1920, 1040)
SECOND = QRect(1920, -200, 2560, 1400)
RECTS = st.builds(
    QRect,
    st.integers(-9000, 9000), st.integers(-9000, 9000), st.integers(1, 6000), st.integers(1, 6000),
)  # fmt: skip
SCREENS = st.builds(
    QRect,
    st.integers(-4000, 4000), st.integers(-4000, 4000), st.integers(900, 4000),
    st.integers(600, 3000),
)  # fmt: skip


@given(wanted=RECTS, screens=st.lists(SCREENS, min_size=1, max_size=3))
def test_that_a_window_is_always_wholly_on_one_screen(wanted: QRect, screens: list[QRect]) -> None:
    placed = fitting_place(wanted, screens, LEAST)
    assert any(area.contains(placed) for area in screens)
    assert placed.width() >= LEAST.width()
    assert placed.height() >= LEAST.height()


def test_that_a_window_that_fits_stays_where_it_was() -> None:
    wanted = QRect(2000, 0, 1500, 900)
    assert fitting_place(wanted, [FIRST, SECOND], LEAST) == wanted


def test_that_a_window_of_a_lost_screen_comes_to_the_middle_of_the_first() -> None:
    placed = fitting_place(QRect(2000, 0, 1500, 900), [FIRST], LEAST)
    assert placed.size() == QSize(1500, 900)
    assert placed.center() == FIRST.center()


def test_that_a_window_hanging_over_the_edge_is_pushed_in() -> None:
    placed = fitting_place(QRect(1000, 500, 1200, 900), [FIRST], LEAST)
    assert placed == QRect(720, 140, 1200, 900)


def test_that_a_window_is_shrunk_to_a_smaller_screen() -> None:
    small = QRect(0, 0, 1366, 728)
    assert fitting_place(QRect(10, 10, 2500, 1300), [small], LEAST) == small


def test_that_a_screen_smaller_than_the_least_size_shows_the_upper_left_corner() -> None:
    tiny = QRect(0, 0, 800, 480)
    assert fitting_place(QRect(50, 50, 1200, 700), [tiny], LEAST).topLeft() == tiny.topLeft()
    assert GRIP.width() < tiny.width()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setMinimumSize(300, 200)
    return made


def test_that_a_maximised_window_keeps_the_place_that_it_goes_back_to(
    window: QMainWindow, qtbot: QtBot
) -> None:
    restore_place(window, Settings(place=(40, 60, 420, 310)))
    with qtbot.waitExposed(window):
        window.show()
    before = place_of(window)
    assert before["state"] == "normal"
    window.showMaximized()
    qtbot.waitUntil(window.isMaximized)
    kept = place_of(window)
    assert kept["state"] == "maximised"
    assert kept["place"] == before["place"]


def test_that_it_comes_back_maximised(window: QMainWindow, qtbot: QtBot) -> None:
    restore_place(window, Settings(place=(40, 60, 420, 310), state="maximised"))
    with qtbot.waitExposed(window):
        window.show()
    assert window.isMaximized()
    window.close()
    assert place_of(window)["state"] == "maximised"  # also once it is closed


def splitter_with(qtbot: QtBot, panes: int) -> QSplitter:
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    for _ in range(panes):
        splitter.addWidget(QWidget())
    splitter.resize(1000, 100)
    splitter.show()
    return splitter


def test_that_panes_come_back_as_wide_as_they_were(qtbot: QtBot) -> None:
    splitter = splitter_with(qtbot, 3)
    restore_panes(splitter, (200, 500, 290))
    kept = panes_of(splitter)
    assert kept[0] == pytest.approx(200, abs=5)
    restore_panes(splitter, (300, 300, 390))
    restore_panes(splitter, kept)
    assert panes_of(splitter) == kept


def test_that_panes_of_a_page_that_stands_alone_are_not_remembered(qtbot: QtBot) -> None:
    splitter = splitter_with(qtbot, 3)
    pane = splitter.widget(0)
    assert pane is not None
    pane.hide()
    assert panes_of(splitter) == ()


def test_that_widths_of_another_number_of_panes_change_nothing(qtbot: QtBot) -> None:
    splitter = splitter_with(qtbot, 3)
    before = splitter.sizes()
    restore_panes(splitter, (500, 500))
    restore_panes(splitter, ())
    assert splitter.sizes() == before
