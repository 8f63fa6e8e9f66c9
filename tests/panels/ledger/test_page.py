"""The ledger's page: choosing, filtering, keys, the detail, what a reader hears."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.domain.commitment_records import Standing
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import Theme
from rare_gui.figures.verdict_sign import paint_verdict
from rare_gui.panels.ledger.detail import LedgerDetail
from rare_gui.panels.ledger.evidence_list import EvidenceList
from rare_gui.panels.ledger.model import COLUMNS, LedgerModel
from rare_gui.panels.ledger.page import LedgerPage
from rare_gui.panels.ledger.table import LedgerTable
from rare_gui.panels.pieces.flow_text import FlowText
from rare_gui.panels.pieces.phrase_button import PhraseButton
from rare_gui.scenes.evidence.scene import evidence
from rare_gui.scenes.ledger.filters import LedgerFilters
from rare_gui.scenes.ledger.scene import LedgerScene, ledger_scene
from rare_gui.scenes.selection import EXPORT_CONTROLS, Selection

VIEW = Selection("dysprosium", date(2026, 11, 23))
DE_FACTO = "bus-cn-de-facto"
Kind = TypeVar("Kind", bound=QWidget)


@pytest.fixture(scope="module")
def scene(dataset: Dataset) -> LedgerScene:
    return ledger_scene(dataset, VIEW, LedgerFilters(subject=EXPORT_CONTROLS))


@pytest.fixture
def page(light: Theme, shown: Callable[..., QWidget], scene: LedgerScene) -> LedgerPage:
    made = LedgerPage(light)
    made.show_scene(scene)
    shown(made, 1200, 860)
    return made


def part(page: LedgerPage, kind: type[Kind]) -> Kind:
    found = page.findChild(kind)
    assert found is not None
    return found


def button(page: LedgerPage, text: str) -> PhraseButton:
    return next(b for b in page.findChildren(PhraseButton) if b.words().startswith(text))


def detail_words(page: LedgerPage) -> str:
    return "\n".join(text.toPlainText() for text in part(page, LedgerDetail).findChildren(FlowText))


def test_that_the_model_is_a_sound_tree(page: LedgerPage, qtbot: QtBot) -> None:
    model = part(page, LedgerTable).model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    assert isinstance(model, LedgerModel)
    index = model.promise_index(DE_FACTO)
    assert model.rowCount(index.parent()) == 7
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(7)] == list(COLUMNS)


def test_that_the_first_promise_is_chosen_and_stays_chosen_as_long_as_listed(
    page: LedgerPage, dataset: Dataset
) -> None:
    assert "Run the Kuala Lumpur arrangement" in detail_words(page)
    page.show_commitment(DE_FACTO)
    page.show_scene(ledger_scene(dataset, VIEW, LedgerFilters()))
    assert "remove in practice" in detail_words(page)
    page.show_scene(ledger_scene(dataset, VIEW, LedgerFilters(subject="talks")))
    assert "remove in practice" not in detail_words(page)


def test_that_the_arrow_keys_choose_the_next_promise(page: LedgerPage, qtbot: QtBot) -> None:
    table = part(page, LedgerTable)
    with qtbot.waitSignal(page.commitment_picked) as picked:
        qtbot.keyClick(table, Qt.Key.Key_Down)
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert picked.args == ["bei-cn-shortages"]


def test_that_left_goes_to_the_text_and_folds_it_and_right_opens_it(
    page: LedgerPage, qtbot: QtBot
) -> None:
    table = part(page, LedgerTable)
    text = table.currentIndex().parent()
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.currentIndex() == text
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert not table.isExpanded(text)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert table.isExpanded(text)


@pytest.mark.parametrize(
    ("key", "standing"),
    [
        (Qt.Key.Key_1, Standing.KEPT),
        (Qt.Key.Key_2, Standing.PARTLY),
        (Qt.Key.Key_3, Standing.NOT_KEPT),
        (Qt.Key.Key_4, Standing.CANNOT_TELL),
    ],
)
def test_that_a_number_asks_for_one_verdict_and_again_for_all(
    page: LedgerPage, dataset: Dataset, qtbot: QtBot, key: Qt.Key, standing: Standing
) -> None:
    wanted = LedgerFilters(subject=EXPORT_CONTROLS, standing=standing)
    with qtbot.waitSignal(page.filters_asked) as asked:
        qtbot.keyClick(part(page, LedgerTable), key)
    assert asked.args == [wanted]
    page.show_scene(ledger_scene(dataset, VIEW, wanted))
    with qtbot.waitSignal(page.filters_asked) as asked:
        qtbot.keyClick(part(page, LedgerTable), key)
    assert asked.args == [replace(wanted, standing=None)]


def test_that_n_asks_for_a_note_and_enter_goes_to_the_detail(
    page: LedgerPage, qtbot: QtBot
) -> None:
    table = part(page, LedgerTable)
    page.show_commitment(DE_FACTO)
    with qtbot.waitSignal(page.note_asked) as asked:
        qtbot.keyClick(table, Qt.Key.Key_N)
    assert asked.args == [DE_FACTO]
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert part(page, LedgerDetail).isAncestorOf(page.focusWidget())


def test_that_a_click_on_a_promise_chooses_it(page: LedgerPage, qtbot: QtBot) -> None:
    table = part(page, LedgerTable)
    model = table.model()
    assert isinstance(model, LedgerModel)
    at = table.visualRect(model.promise_index(DE_FACTO)).center() + QPoint(40, 0)
    with qtbot.waitSignal(page.commitment_picked) as picked:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert picked.args == [DE_FACTO]
    assert "Two texts." in detail_words(page)


def test_that_measures_flows_and_sources_are_asked_for_by_id(
    page: LedgerPage, qtbot: QtBot
) -> None:
    page.show_commitment(DE_FACTO)
    for words, signal in (("Measures", page.measures_asked), ("Flows", page.flows_asked)):
        with qtbot.waitSignal(signal) as asked:
            button(page, words).click()
        assert asked.args == [DE_FACTO]
    button(page, "Sources, 31").click()
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
    with qtbot.waitSignal(page.source_picked) as picked:
        menu.actions()[0].trigger()
    menu.close()
    assert picked.args == ["wh-1101-mirror"]


def test_that_what_has_no_measure_or_flow_cannot_be_asked_for(
    page: LedgerPage, dataset: Dataset
) -> None:
    page.show_scene(ledger_scene(dataset, VIEW, LedgerFilters()))
    page.show_commitment("bei-cn-boeing")
    assert not button(page, "Measures").isEnabled()
    assert not button(page, "Flows").isEnabled()


def test_that_the_evidence_begins_with_five_and_shows_all_when_asked(page: LedgerPage) -> None:
    page.show_commitment(DE_FACTO)
    evidence = part(page, EvidenceList)
    assert evidence.model().rowCount() == 5
    low = evidence.height()
    button(page, "14 more").click()
    assert evidence.model().rowCount() == 19
    assert evidence.height() > low


def test_that_a_copy_holds_verdict_reason_and_sources(page: LedgerPage) -> None:
    page.show_commitment(DE_FACTO)
    button(page, "Copy").click()
    copied = QGuiApplication.clipboard().text()
    assert "Not kept as of 8 Oct 2026" in copied
    assert "Two texts: The Chinese text" in copied
    assert "Sources: " in copied


def test_that_without_a_match_the_way_back_is_offered(
    page: LedgerPage, dataset: Dataset, qtbot: QtBot
) -> None:
    filters = LedgerFilters(subject="students", side="CN")
    page.show_scene(ledger_scene(dataset, VIEW, filters))
    assert "No promise matches." in [
        label.text() for label in page.findChildren(QLabel) if label.isVisible()
    ]
    with qtbot.waitSignal(page.filters_asked) as asked:
        part(page, QPushButton).click()
    assert asked.args == [LedgerFilters()]


def test_that_before_a_verdict_the_page_says_so(page: LedgerPage, dataset: Dataset) -> None:
    page.show_scene(ledger_scene(dataset, Selection("dysprosium", date(2025, 12, 1), subject=None)))
    page.show_commitment(DE_FACTO)
    index = part(page, LedgerTable).currentIndex()
    spoken = index.siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "no verdict yet" in spoken


def test_that_a_reader_hears_the_whole_promise(page: LedgerPage) -> None:
    model = part(page, LedgerTable).model()
    assert isinstance(model, LedgerModel)
    index = model.promise_index("bus-cn-general-licences")
    spoken = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("partly, medium confidence, 8 pieces of evidence, disputed")


@pytest.mark.parametrize(("width", "beside"), [(1200, True), (700, False), (420, False)])
def test_that_the_detail_stands_beside_the_table_where_there_is_room(
    light: Theme, shown: Callable[..., QWidget], scene: LedgerScene, width: int, beside: bool
) -> None:
    made = LedgerPage(light)
    made.show_scene(scene)
    shown(made, width, 700)
    wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
    assert part(made, QSplitter).orientation() is wanted
    table = part(made, LedgerTable)
    assert table.columnWidth(1) > 150, "the promise has room"


def test_that_each_verdict_has_a_shape_of_its_own(light: Theme) -> None:
    pictures = []
    for standing in Standing:
        image = QImage(20, 20, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        paint_verdict(painter, QPointF(10, 10), 8, standing, light)
        painter.end()
        pictures.append(image)
    for number, image in enumerate(pictures):
        assert all(image != other for other in pictures[number + 1 :])


def test_that_the_theme_can_be_changed(page: LedgerPage, dark: Theme) -> None:
    before = page.grab().toImage()
    page.apply_theme(dark)
    assert page.grab().toImage() != before


def test_that_the_evidence_on_a_promise_opens_by_its_key(page: LedgerPage, qtbot: QtBot) -> None:
    page.show_commitment(DE_FACTO)
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.keyClick(part(page, LedgerTable), Qt.Key.Key_E)
    assert asked.args == [f"promise:{DE_FACTO}"]


def test_that_a_piece_of_evidence_opens_the_facts_of_its_day(
    page: LedgerPage, dataset: Dataset, qtbot: QtBot
) -> None:
    page.show_commitment(DE_FACTO)
    lines = part(page, EvidenceList)
    lines.setCurrentIndex(lines.model().index(0, 0))
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.keyClick(lines, Qt.Key.Key_E)
    [key] = asked.args
    assert key.startswith(f"promise:{DE_FACTO}:20")
    assert not evidence(dataset, VIEW, key).gap


@pytest.mark.parametrize(("name", "starts"), [("_measures", "lane:"), ("_flows", "flow:")])
def test_that_what_the_records_show_opens_its_evidence_by_keys(
    page: LedgerPage, dataset: Dataset, name: str, starts: str, qtbot: QtBot
) -> None:
    page.show_commitment(DE_FACTO)
    told: list[str] = []
    page.evidence_asked.connect(told.append)
    text: FlowText = getattr(part(page, LedgerDetail), name)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    (key,) = told
    assert key.startswith(starts)
    found = evidence(dataset, VIEW, key)
    assert not found.gap
    if starts == "flow:":
        since = [one.value for one in found.inputs if one.name.endswith("since")]
        assert found.value == pytest.approx(sum(since) / len(since))  # type: ignore[arg-type]
        assert all(not evidence(dataset, VIEW, one.key).gap for one in found.inputs if one.key)
