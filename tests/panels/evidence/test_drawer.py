"""The evidence drawer: what it shows, what its keys do, what goes to the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.problems import Problem, Severity
from rare_gui.domain.series_choice import preferring
from rare_gui.figures.theme import Theme
from rare_gui.panels.evidence.disagree_bar import DisagreeBar
from rare_gui.panels.evidence.drawer import EvidenceDrawer
from rare_gui.panels.evidence.source_card import SourceCardView
from rare_gui.panels.pieces.card_list import CardList
from rare_gui.panels.pieces.flow_text import FlowText
from rare_gui.panels.pieces.phrase_button import PhraseButton
from rare_gui.scenes.evidence.scene import evidence_scene
from rare_gui.scenes.evidence.trail import Trail
from rare_gui.scenes.selection import Selection

VIEW = Selection("gallium", date(2026, 11, 23))
TWO = "production:gallium:refined:CN:2024"
Show = Callable[..., None]


@pytest.fixture
def drawer(light: Theme, shown: Callable[..., QWidget]) -> EvidenceDrawer:
    made = EvidenceDrawer(light)
    shown(made, 416, 860)
    return made


@pytest.fixture
def show(drawer: EvidenceDrawer, dataset: Dataset) -> Show:
    def of(*keys: str, problems: tuple[Problem, ...] = ()) -> None:
        trail = Trail()
        for key in keys:
            trail = trail.ask(key)
        drawer.show_scene(evidence_scene(dataset, VIEW, trail, problems))

    return of


def words(drawer: EvidenceDrawer) -> str:
    return "\n".join(t.toPlainText() for t in drawer.findChildren(FlowText) if t.isVisible())


def cards(drawer: EvidenceDrawer) -> list[SourceCardView]:
    return [one for one in drawer.findChildren(SourceCardView) if one.isVisible()]


def press(drawer: EvidenceDrawer, qtbot: QtBot, text: str) -> None:
    button = next(b for b in drawer.findChildren(PhraseButton) if b.words() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_two_sources_stand_as_two_cards_with_a_scale(
    drawer: EvidenceDrawer, show: Show
) -> None:
    show(TWO)
    assert len(cards(drawer)) == 2
    assert drawer.findChild(DisagreeBar).isVisible()
    assert "Rule of choice" in words(drawer)


def test_that_a_figure_after_it_leaves_nothing_of_it(drawer: EvidenceDrawer, show: Show) -> None:
    show(TWO)
    show("nonsense")
    assert cards(drawer) == []
    assert not drawer.findChild(DisagreeBar).isVisible()
    assert "No evidence is recorded for this." in words(drawer)


def test_that_the_citation_is_copied_plain_and_as_bibtex(
    drawer: EvidenceDrawer, show: Show, qtbot: QtBot
) -> None:
    show(TWO)
    press(drawer, qtbot, "Copy citation")
    assert "Mineral Commodity Summaries" in QGuiApplication.clipboard().text()
    press(drawer, qtbot, "Copy BibTeX")
    assert QGuiApplication.clipboard().text().startswith("@misc{usgs-mcs2026,")


def test_that_keys_walk_the_figures_and_close(
    drawer: EvidenceDrawer, show: Show, qtbot: QtBot
) -> None:
    show("header.hhi", TWO)
    with qtbot.waitSignal(drawer.back_asked):
        qtbot.keyClick(drawer, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(drawer.forward_asked):
        qtbot.keyClick(drawer, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(drawer, Qt.Key.Key_Escape)


def test_that_back_is_offered_only_where_there_was_a_figure(
    drawer: EvidenceDrawer, show: Show
) -> None:
    buttons = {b.toolTip(): b for b in drawer.findChildren(QToolButton)}
    show(TWO)
    assert not buttons["Figure before (Alt+Left)"].isEnabled()
    show("header.hhi", TWO)
    assert buttons["Figure before (Alt+Left)"].isEnabled()


def test_that_an_input_of_a_sum_asks_for_its_own_evidence(
    drawer: EvidenceDrawer, show: Show, qtbot: QtBot
) -> None:
    show("header.mined")
    inputs = drawer.findChild(CardList)
    inputs.setCurrentIndex(inputs.model().index(0, 0))
    with qtbot.waitSignal(drawer.evidence_asked) as asked:
        qtbot.keyClick(inputs, Qt.Key.Key_Return)
    assert asked.args == ["production:gallium:refined:CN:2025"]


def test_that_problems_are_told_letter_by_letter(drawer: EvidenceDrawer, show: Show) -> None:
    show(TWO, problems=(Problem(Severity.ERROR, "a", "<b>bad</b>", "Mend it"),))
    assert "<b>bad</b>" in words(drawer)


def test_that_it_can_be_shown_in_other_colours(
    drawer: EvidenceDrawer, show: Show, dark: Theme
) -> None:
    show(TWO)
    before = drawer.grab().toImage()
    drawer.apply_theme(dark)
    assert drawer.grab().toImage() != before


def test_that_a_row_opens_cell_by_cell_and_closes_for_another_figure(
    drawer: EvidenceDrawer, show: Show, qtbot: QtBot
) -> None:
    show(TWO)
    before = len(cards(drawer))
    press(drawer, qtbot, "Open row")
    assert len(cards(drawer)) == before + 2
    assert "series" in words(drawer)
    assert "usgs-mcs2026" in words(drawer)
    press(drawer, qtbot, "Close row")
    assert len(cards(drawer)) == before
    press(drawer, qtbot, "Open row")
    show("header.hhi")
    assert any(b.words() == "Open row" for b in drawer.findChildren(PhraseButton))


def test_that_the_other_family_is_asked_for_by_its_name(
    drawer: EvidenceDrawer, show: Show, qtbot: QtBot
) -> None:
    show(TWO)
    with qtbot.waitSignal(drawer.series_asked) as asked:
        press(drawer, qtbot, "Show the other family, wmd")
    assert asked.args == ["wmd"]


def test_that_a_family_in_front_is_said_with_the_way_back(
    drawer: EvidenceDrawer, dataset: Dataset, qtbot: QtBot
) -> None:
    trail = Trail().ask("header.mined")
    other = preferring(dataset, "wmd")
    drawer.show_scene(evidence_scene(other, replace(VIEW, series="wmd"), trail))
    with qtbot.waitSignal(drawer.series_asked) as asked:
        press(drawer, qtbot, "Show the preferred family")
    assert asked.args == [None]


@pytest.mark.parametrize("in_text", [False, True])
def test_that_the_copy_key_copies_the_citation_where_no_words_are_chosen(
    drawer: EvidenceDrawer, show: Show, qtbot: QtBot, in_text: bool
) -> None:
    show(TWO)
    QGuiApplication.clipboard().clear()
    target = drawer.findChildren(FlowText)[1] if in_text else drawer
    qtbot.keyClick(target, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Mineral Commodity Summaries" in QGuiApplication.clipboard().text()
