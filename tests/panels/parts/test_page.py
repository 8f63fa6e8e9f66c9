"""The parts page: mapping, destinations, candidates, files, and that both halves fit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSplitter, QTableView, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.parts.check import Question, check_parts
from rare_gui.domain.parts.line import PartsList
from rare_gui.figures.theme import Theme
from rare_gui.intake.parts.lines import open_list
from rare_gui.panels.parts.detail import PartsDetail
from rare_gui.panels.parts.empty import PartsEmpty
from rare_gui.panels.parts.mapping_header import MappingHeader
from rare_gui.panels.parts.model import ResultModel
from rare_gui.panels.parts.page import PartsPage
from rare_gui.panels.parts.preview import PartsPreview
from rare_gui.panels.parts.result import PartsResult
from rare_gui.panels.parts.table import PartsTable
from rare_gui.panels.pieces.phrase_button import PhraseButton
from rare_gui.scenes.parts.parts import PartsScene
from rare_gui.scenes.parts.scene import goods_of_key, parts_scene

SAMPLE = Path(__file__).resolve().parents[2] / "intake" / "parts" / "sample.csv"
QUESTION = Question(date(2026, 11, 23), ("US", "JP", "DE"))


@pytest.fixture(scope="module")
def sample(dataset: Dataset) -> PartsList:
    return open_list(SAMPLE, dataset, "CN")[1]


@pytest.fixture(scope="module")
def scene(dataset: Dataset, sample: PartsList) -> PartsScene:
    checked = check_parts(dataset, sample.lines, QUESTION)
    return parts_scene(dataset, QUESTION, sample, checked)


@pytest.fixture
def page(light: Theme, shown: Callable[..., QWidget], scene: PartsScene) -> PartsPage:
    made = PartsPage(light)
    made.show_scene(scene)
    shown(made, 1200, 800)
    return made


Kind = TypeVar("Kind", bound=QWidget)


def part(page: PartsPage, kind: type[Kind]) -> Kind:
    found = page.findChild(kind)
    assert found is not None
    return found


def choose(menu: QMenu | None, words: str) -> None:
    assert menu is not None
    action = next(action for action in menu.actions() if action.text() == words)
    menu.close()
    action.trigger()


def test_that_the_models_are_sound(page: PartsPage) -> None:
    for kind in (PartsTable, QTableView):
        view = page.findChild(kind)
        assert view is not None
        QAbstractItemModelTester(
            view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, page
        )


def test_that_a_column_is_mapped_by_its_menu(qtbot: QtBot, page: PartsPage) -> None:
    heads = part(page, MappingHeader)
    with qtbot.waitSignal(page.mapping_changed) as told:
        choose(heads.open_menu(2), "customs code")
    assert told.args == ["hs", 2]
    with qtbot.waitSignal(page.mapping_changed) as away:
        choose(heads.open_menu(1), "not used")
    assert away.args == ["material", -1]


def test_that_alt_down_opens_the_mapping(qtbot: QtBot, page: PartsPage) -> None:
    preview = part(page, PartsPreview).focusProxy()
    qtbot.keyClick(preview, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = part(page, MappingHeader).findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["line name"]
    menu.close()


def test_that_destinations_are_added_and_taken_away(qtbot: QtBot, page: PartsPage) -> None:
    result = part(page, PartsResult)
    with qtbot.waitSignal(page.destinations_picked) as added:
        choose(result.open_places(), "South Korea")
    assert added.args == [("US", "JP", "DE", "KR")]
    with qtbot.waitSignal(page.destinations_picked) as fewer:
        choose(result.open_places(), "Japan")
    assert fewer.args == [("US", "DE")]


def test_that_the_last_destination_stays_and_a_seventh_is_refused(
    page: PartsPage, dataset: Dataset
) -> None:
    result = part(page, PartsResult)
    for places, name, enabled in (
        (("US",), "United States", False),
        (("US", "JP", "DE", "KR", "IN", "FR"), "Canada", False),
        (("US", "JP"), "United States", True),
    ):
        page.show_scene(parts_scene(dataset, Question(QUESTION.as_of, places)))
        result.show_scene(parts_scene(dataset, Question(QUESTION.as_of, places)))
        menu = result.open_places()
        found = [action for action in menu.actions() if action.text() == name]
        assert all(action.isEnabled() is enabled for action in found)
        menu.close()


def test_that_f8_and_enter_settle_a_line(qtbot: QtBot, page: PartsPage) -> None:
    table = part(page, PartsTable)
    table.setFocus()
    with qtbot.waitSignal(page.line_picked) as told:
        qtbot.keyClick(table, Qt.Key.Key_F8)
    assert told.args == [12]
    for _ in range(3):
        qtbot.keyClick(table, Qt.Key.Key_F8)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    menu = table.findChild(QMenu)
    with qtbot.waitSignal(page.candidate_picked) as picked:
        choose(menu, "Dysprosium, metal")
    assert picked.args == [15, "dysprosium/metal"]
    assert goods_of_key(str(picked.args[1])).material == "dysprosium"


def test_that_the_button_of_a_row_opens_its_candidates(qtbot: QtBot, page: PartsPage) -> None:
    table = part(page, PartsTable)
    model = table.model()
    assert isinstance(model, ResultModel)
    row = table.visualRect(model.index(model.row_of(14), 0))
    at = QPoint(table.viewport().width() - 30, row.center().y())
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    menu = table.findChild(QMenu)
    assert menu is not None
    assert "Antimony, metal" in [action.text() for action in menu.actions()]
    menu.close()


def test_that_a_line_that_needs_another_column_leads_to_the_list(
    qtbot: QtBot, page: PartsPage
) -> None:
    table = part(page, PartsTable)
    table.select(13)
    with qtbot.waitSignal(table.column_asked):
        assert table.open_candidates() is None


def test_that_the_chosen_line_is_told_in_full(
    page: PartsPage, dataset: Dataset, sample: PartsList
) -> None:
    checked = check_parts(dataset, sample.lines, QUESTION)
    page.show_scene(parts_scene(dataset, QUESTION, sample, checked, 4))
    detail = part(page, PartsDetail)
    words = " ".join(label.text() for label in detail.findChildren(QLabel))
    assert "Part C · Gallium, metal" in words
    assert "is suspended until 27 Nov 2026" in words
    assert part(page, PartsTable).currentIndex().row() == 2


def test_that_a_row_is_read_aloud_with_every_destination(page: PartsPage) -> None:
    index = part(page, PartsTable).model().index(2, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(
        "Part C, Gallium, metal: United States Gallium metal, licence required"
    )
    assert "a paused rule beneath" in spoken
    assert spoken.endswith("4 days to the next clause")


def test_that_the_report_is_asked_for_and_its_outcome_told(qtbot: QtBot, page: PartsPage) -> None:
    button = next(b for b in page.findChildren(PhraseButton) if b.words() == "CSV")
    with qtbot.waitSignal(page.export_asked):
        button.click()
    page.show_export_result("Saved /nowhere/<b>report</b>.csv")
    label = next(x for x in page.findChildren(QLabel) if x.text().startswith("Saved"))
    assert label.isVisible()
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_that_a_dropped_file_is_picked(qtbot: QtBot, page: PartsPage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "list.csv"))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    with qtbot.waitSignal(page.file_picked) as told:
        page.dropEvent(event)
    assert told.args == [str(tmp_path / "list.csv")]


def test_that_a_fault_is_told_where_a_file_is_dropped(page: PartsPage) -> None:
    page.show_fault("list.csv is empty; choose a file with a list in it")
    empty = part(page, PartsEmpty)
    assert empty.isVisible()
    assert any(label.text().startswith("list.csv is empty") for label in empty.findChildren(QLabel))
    assert all(button.isEnabled() for button in empty.findChildren(QPushButton))


@pytest.mark.parametrize(
    ("width", "height", "orientation"),
    [
        (1440, 900, Qt.Orientation.Horizontal),
        (1024, 700, Qt.Orientation.Horizontal),
        (720, 700, Qt.Orientation.Vertical),
    ],
)
def test_that_both_halves_stay_usable(
    qtbot: QtBot, page: PartsPage, width: int, height: int, orientation: Qt.Orientation
) -> None:
    page.resize(width, height)
    qtbot.waitUntil(lambda: part(page, QSplitter).orientation() is orientation)
    table = part(page, PartsTable)
    qtbot.waitUntil(lambda: table.header().length() <= table.viewport().width())
    assert table.height() > 60


def test_that_both_themes_paint_every_part(page: PartsPage, dark: Theme) -> None:
    before = page.grab().toImage()
    page.apply_theme(dark)
    assert page.grab().toImage() != before
