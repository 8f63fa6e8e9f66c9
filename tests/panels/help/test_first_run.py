"""The first page: its buttons say what was chosen, Esc leaves it, nothing is cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import Theme
from rare_gui.panels.help.first_run import FirstRunPage
from rare_gui.panels.help.trial_button import TrialButton
from rare_gui.scenes.help.first_run import FirstRunScene, first_run_scene
from rare_gui.scenes.selection import Selection


@pytest.fixture
def scene(dataset: Dataset) -> FirstRunScene:
    return first_run_scene(dataset, Selection("dysprosium", date(2026, 11, 23)))


def button(page: QWidget, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == text)


def test_that_each_trial_and_button_tells_what_it_opens(
    light: Theme, shown: Callable[..., QWidget], scene: FirstRunScene, qtbot: QtBot
) -> None:
    page = FirstRunPage(light)
    page.show_scene(scene)
    shown(page, 1440, 860)
    for one, trial in zip(page.findChildren(TrialButton), scene.trials, strict=True):
        with qtbot.waitSignal(page.view_asked) as asked:
            qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
        assert asked.args == [trial.view]
    with qtbot.waitSignal(page.view_asked) as asked:
        qtbot.mouseClick(button(page, "Open dysprosium"), Qt.MouseButton.LeftButton)
    assert asked.args == [scene.open_view]
    for text, signal in (
        ("Load my parts list", page.parts_asked),
        ("How to read the window", page.how_to_read_asked),
        ("Close (Esc)", page.closed),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button(page, text), Qt.MouseButton.LeftButton)


def test_that_escape_leaves_the_page_and_space_chooses(
    light: Theme, shown: Callable[..., QWidget], scene: FirstRunScene, qtbot: QtBot
) -> None:
    page = FirstRunPage(light)
    page.show_scene(scene)
    shown(page, 1024, 640)
    page.take_focus()
    opening = button(page, "Open dysprosium")
    assert opening.hasFocus()
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(opening, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.view_asked):
        qtbot.keyClick(opening, Qt.Key.Key_Space)


@pytest.mark.parametrize("size", [(1440, 860), (1024, 640), (900, 540)])
def test_that_no_text_is_cut_and_none_is_html(
    light: Theme, shown: Callable[..., QWidget], scene: FirstRunScene, size: tuple[int, int]
) -> None:
    page = FirstRunPage(light)
    page.show_scene(scene)
    shown(page, *size)
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    for area in page.findChildren(QScrollArea):
        inside = area.widget()
        assert inside.width() <= area.viewport().width()
        assert inside.height() <= max(area.viewport().height(), inside.sizeHint().height())


def test_that_another_scene_and_theme_replace_the_first(
    light: Theme, dark: Theme, shown: Callable[..., QWidget], scene: FirstRunScene, dataset: Dataset
) -> None:
    page = FirstRunPage(light)
    page.show_scene(scene)
    shown(page, 1024, 640)
    page.apply_theme(dark)
    page.show_scene(first_run_scene(dataset, Selection("gallium", date(2026, 11, 23))))
    button(page, "Open gallium")
    corner = page.grab().toImage().pixelColor(4, 4)
    assert corner == dark.color("panel")
