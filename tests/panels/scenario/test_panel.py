"""The what-if panel says which line was added or removed and what to keep, open or leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.domain.assumptions import Extended, Granted, Lapses, Listed
from rare_gui.domain.vocabulary import LegalState, SupplyForm
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.flow_text import FlowText
from rare_gui.panels.scenario.line import ScenarioLine
from rare_gui.panels.scenario.panel import ScenarioPanel
from rare_gui.scenes.scenario import Choice, ScenarioScene

DAY = date(2027, 1, 10)
SCENE = ScenarioScene(
    name="Autumn",
    lines=("The suspension of No. 57 lapses on 10 Jan 2027", "Gallium <b>freed</b>"),
    faulty=(),
    problems=(),
    differing=3,
    effect="3 states differ from today’s law for the United States on 28 Nov 2026.",
    examples=("Gallium", "Germanium"),
    saved=(Choice("truce-lapses", "If the truce lapses"), Choice("A & B", "A & B")),
    pauses=(Choice("no-57", "No. 57", "10 Jan 2027"), Choice("no-46", "No. 46", "27 Nov 2026")),
    limits=(Choice("no-46", "No. 46"),),
    materials=(Choice("gallium", "Gallium"), Choice("terbium", "Terbium")),
    places=(Choice("ALL", "everyone"), Choice("JP", "Japan")),
    origin="CN",
)


def parse(text: str) -> date | str:
    return DAY if text == "10 Jan 2027" else "Write a day such as 12 jul 27."


@pytest.fixture
def panel(light: Theme, shown: Callable[..., QWidget]) -> ScenarioPanel:
    made = ScenarioPanel(light, parse=parse)
    made.show_scene(SCENE)
    shown(made, 356, 600)
    return made


def button(panel: QWidget, words: str) -> QAbstractButton:
    return next(
        one
        for one in panel.findChildren(QAbstractButton)
        if one.text() == words or one.accessibleName().startswith(words)
    )


def choose(panel: QWidget, name: str, key: str) -> None:
    combo = next(c for c in panel.findChildren(QComboBox) if c.accessibleName() == name)
    combo.setCurrentIndex(combo.findData(key))
    assert combo.currentData() == key


def line(panel: QWidget, name: str) -> QLineEdit:
    return next(
        one for one in panel.findChildren(QLineEdit) if one.accessibleName().startswith(name)
    )


def test_that_lines_are_shown_as_plain_text_and_can_be_removed(
    qtbot: QtBot, panel: ScenarioPanel
) -> None:
    assert any("<b>freed</b>" in one.toPlainText() for one in panel.findChildren(FlowText))
    with qtbot.waitSignal(panel.change_removed) as told:
        qtbot.mouseClick(button(panel, "Remove line 2"), Qt.MouseButton.LeftButton)
    assert told.args == [1]


def test_that_fewer_lines_leave_no_empty_rows(panel: ScenarioPanel) -> None:
    panel.show_scene(replace(SCENE, lines=SCENE.lines[:1]))
    assert sum(one.isVisible() for one in panel.findChildren(ScenarioLine)) == 1


def test_that_a_lapse_is_offered_the_day_of_its_suspension(
    qtbot: QtBot, panel: ScenarioPanel
) -> None:
    assert line(panel, "Day").text() == "10 Jan 2027"
    with qtbot.waitSignal(panel.change_added) as told:
        qtbot.mouseClick(button(panel, "Add line"), Qt.MouseButton.LeftButton)
    assert told.args == [Lapses("no-57", DAY)]
    choose(panel, "Kind of change", "freed")
    assert line(panel, "Day").text() == ""


@pytest.mark.parametrize(
    ("kind", "chosen", "expected"),
    [
        (
            "listed ban",
            {"Measure or material": "terbium", "Form": "metal", "Destination": "JP"},
            Listed("terbium", DAY, LegalState.PROHIBITED, (SupplyForm.METAL,), destination="JP"),
        ),
        ("granted", {"Measure or material": "gallium"}, Granted("gallium", DAY, 40)),
        ("extended", {}, Extended("no-46", "JP", DAY)),
    ],
)
def test_that_the_form_puts_a_line_together(
    qtbot: QtBot, panel: ScenarioPanel, kind: str, chosen: dict[str, str], expected: object
) -> None:
    choose(panel, "Kind of change", kind)
    for name, key in chosen.items():
        choose(panel, name, key)
    line(panel, "Share").setText("40 %")
    line(panel, "Day").setText("10 Jan 2027")
    with qtbot.waitSignal(panel.change_added) as told:
        qtbot.keyClick(line(panel, "Day"), Qt.Key.Key_Return)
    assert told.args == [expected]


@pytest.mark.parametrize(("day", "share"), [("31 feb", "40"), ("10 Jan 2027", "a lot")])
def test_that_what_cannot_be_read_gets_a_hint_and_adds_nothing(
    qtbot: QtBot, panel: ScenarioPanel, day: str, share: str
) -> None:
    choose(panel, "Kind of change", "granted")
    line(panel, "Day").setText(day)
    line(panel, "Share").setText(share)
    with qtbot.assertNotEmitted(panel.change_added):
        qtbot.mouseClick(button(panel, "Add line"), Qt.MouseButton.LeftButton)
    hints = [one for one in panel.findChildren(QLabel) if one.isVisible() and one.wordWrap()]
    assert len(hints) == 1
    assert hints[0].text()


def test_that_it_is_saved_under_the_typed_name(qtbot: QtBot, panel: ScenarioPanel) -> None:
    name = line(panel, "Name")
    name.clear()
    assert not button(panel, "Save").isEnabled()
    qtbot.keyClicks(name, "  Winter   27 ")
    panel.show_scene(SCENE)
    assert name.text() == "  Winter   27 ", "a name being typed is not overwritten"
    with qtbot.waitSignal(panel.saved) as told:
        qtbot.keyClick(name, Qt.Key.Key_Return)
    assert told.args == ["Winter 27"]


def test_that_another_one_is_opened_compared_and_left(qtbot: QtBot, panel: ScenarioPanel) -> None:
    actions = [one for one in panel.findChildren(QAction) if one.text() == "A && B"]
    with qtbot.waitSignal(panel.opened) as told:
        actions[0].trigger()
    assert told.args == ["A & B"]
    with qtbot.waitSignal(panel.compare_asked):
        qtbot.mouseClick(button(panel, "Compare"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.reset_asked):
        qtbot.mouseClick(button(panel, "Today’s law"), Qt.MouseButton.LeftButton)


def test_that_a_contradiction_is_told_and_marked_without_colour_alone(
    panel: ScenarioPanel, dark: Theme
) -> None:
    panel.show_scene(
        replace(SCENE, faulty=(0, 1), problems=("Line 1 and line 2 contradict",), differing=None)
    )
    panel.apply_theme(dark)
    texts = [one.toPlainText() for one in panel.findChildren(FlowText)]
    assert "Line 1 and line 2 contradict." in texts
    assert sum("! " in text for text in texts) == 2
    assert not button(panel, "Compare").isEnabled()


@pytest.mark.parametrize("width", [300, 356, 600])
def test_that_nothing_is_cut_at_any_width(qtbot: QtBot, panel: ScenarioPanel, width: int) -> None:
    for kind in ("lapses", "listed licence", "granted", "extended"):
        choose(panel, "Kind of change", kind)
        panel.resize(width, 600)
        inside = panel.widget()
        assert inside is not None
        qtbot.waitUntil(lambda inside=inside: inside.width() == panel.viewport().width())
        assert panel.horizontalScrollBar().maximum() == 0
        for part in inside.findChildren(QWidget):
            if part.isVisible():
                assert part.mapTo(inside, part.rect().bottomRight()).x() <= inside.width(), part
