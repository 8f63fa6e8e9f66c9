"""The card as a page: every figure can be asked for by mouse and keys, blocks find their place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.assessment import assess
from rare_gui.figures.theme import Theme
from rare_gui.panels.card.block import CardBlockView
from rare_gui.panels.card.chart import CardChartView
from rare_gui.panels.card.page import CardPage
from rare_gui.panels.card.plot import CardPlot, ChartTable
from rare_gui.panels.pieces.card_list import CardList
from rare_gui.panels.pieces.key_figures import KeyFigureView
from rare_gui.panels.pieces.phrase_button import PhraseButton
from rare_gui.panels.pieces.watch_button import WatchButton
from rare_gui.scenes.card.scene import card_scene
from rare_gui.scenes.selection import Selection

VIEW = Selection("dysprosium", date(2026, 11, 23))


@pytest.fixture
def page(light: Theme, shown: Callable[..., QWidget], dataset: Dataset) -> CardPage:
    made = CardPage(light)
    risk = assess(dataset, "dysprosium", "US", as_of=VIEW.as_of)
    made.show_scene(card_scene(dataset, VIEW, risk))
    shown(made, 1120, 850)
    return made


def lines_of(page: CardPage, title: str) -> CardList:
    return next(
        one.findChild(CardList)
        for one in page.findChildren(CardBlockView)
        if one.findChild(CardList).accessibleName().startswith(title)
    )


def texts(found: CardList) -> list[str]:
    model = found.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_that_a_click_on_a_producer_asks_for_its_evidence(page: CardPage, qtbot: QtBot) -> None:
    found = lines_of(page, "Mined")
    place = found.visualRect(found.model().index(0, 0)).center()
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == ["production:dysprosium:mine:CN:2025"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_E])
def test_that_a_line_can_be_asked_for_by_keys(page: CardPage, qtbot: QtBot, key: Qt.Key) -> None:
    found = lines_of(page, "State to")
    found.setCurrentIndex(found.model().index(2, 0))
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.keyClick(found, key)
    assert asked.args == ["state:metal"]


def test_that_an_index_opens_into_its_parts_and_closes(page: CardPage, qtbot: QtBot) -> None:
    found = lines_of(page, "Concentration")
    before, height = texts(found), found.height()
    row = next(n for n, text in enumerate(before) if text.startswith("Supply risk, Nassar"))
    found.setCurrentIndex(found.model().index(row, 0))
    qtbot.keyClick(found, Qt.Key.Key_Return)
    after = texts(found)
    assert any(text.startswith("Disruption potential") for text in after)
    assert found.height() > height
    qtbot.keyClick(found, Qt.Key.Key_Return)
    assert texts(found) == before


def test_that_e_on_an_index_asks_for_its_evidence(page: CardPage, qtbot: QtBot) -> None:
    found = lines_of(page, "Concentration")
    found.setCurrentIndex(found.model().index(0, 0))
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.keyClick(found, Qt.Key.Key_E)
    assert asked.args == ["risk:dysprosium:hhi"]


def test_that_a_key_figure_asks_for_its_evidence(page: CardPage, qtbot: QtBot) -> None:
    figure = page.findChildren(KeyFigureView)[0]
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.mousePress(figure, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert asked.args == ["header.mined"]
    figure.setFocus()
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.keyClick(figure, Qt.Key.Key_E)
    assert asked.args == ["header.mined"]


def test_that_a_chart_gives_its_figures_to_the_keys(page: CardPage, qtbot: QtBot) -> None:
    chart = page.findChildren(CardChartView)[0]
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert asked.args[0].startswith("price:oxide:")


def test_that_the_facts_move_under_the_blocks_in_a_narrow_page(
    page: CardPage, qtbot: QtBot
) -> None:
    columns = page.findChild(QBoxLayout, "columns")
    assert columns.direction() == QBoxLayout.Direction.LeftToRight
    page.resize(600, 700)
    qtbot.waitUntil(lambda: columns.direction() == QBoxLayout.Direction.TopToBottom)
    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())


def test_that_the_lines_are_a_sound_list(page: CardPage) -> None:
    for found in page.findChildren(CardList):
        mode = QAbstractItemModelTester.FailureReportingMode.Fatal
        QAbstractItemModelTester(found.model(), mode, page)


def test_that_another_material_and_theme_can_be_shown(
    page: CardPage, dark: Theme, dataset: Dataset
) -> None:
    page.verticalScrollBar().setValue(200)
    page.apply_theme(dark)
    page.show_scene(card_scene(dataset, Selection("smco-magnets", VIEW.as_of)))
    assert page.verticalScrollBar().value() == 0
    assert not page.grab().isNull()


def test_that_a_chart_can_be_read_as_a_table_of_the_same_numbers(
    page: CardPage, qtbot: QtBot
) -> None:
    plot = next(
        one for one in page.findChildren(CardPlot) if one.findChild(PhraseButton).isVisible()
    )
    table, turn = plot.findChild(ChartTable), plot.findChild(PhraseButton)
    assert not table.isVisible()
    qtbot.mouseClick(turn, Qt.MouseButton.LeftButton)
    assert table.isVisible()
    assert not plot.findChild(CardChartView).isVisible()
    assert table.rowCount() == len(plot._chart.keys)
    told = {table.item(row, 1).text() for row in range(table.rowCount())}
    assert told == {f"{one.value:,.6g}" for one in plot._chart.keys}
    assert all(table.item(row, 0).text() for row in range(table.rowCount()))
    table.setCurrentCell(0, 0)
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.keyClick(table, Qt.Key.Key_E)
    assert asked.args == [max(plot._chart.keys, key=lambda one: one.day).key]
    qtbot.mouseClick(turn, Qt.MouseButton.LeftButton)
    assert not table.isVisible()


def test_that_the_star_asks_and_shows_what_holds(page: CardPage, qtbot: QtBot) -> None:
    star = page.findChild(WatchButton)
    with qtbot.waitSignal(page.watch_asked):
        qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    page.show_watched(True)
    assert star.accessibleName() == "Take off the watch list"


@pytest.mark.parametrize("key", ["header.hhi", "state:metal"])
def test_that_the_figure_whose_evidence_is_open_is_outlined(page: CardPage, key: str) -> None:
    before = page.grab().toImage()
    page.mark_open(key)
    assert page.grab().toImage() != before
    page.mark_open("")
    assert page.grab().toImage() == before


@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_that_a_key_figure_can_be_asked_for_by_keys(
    page: CardPage, qtbot: QtBot, key: Qt.Key
) -> None:
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.keyClick(page.findChildren(KeyFigureView)[3], key)
    assert asked.args == ["header.hhi"]
