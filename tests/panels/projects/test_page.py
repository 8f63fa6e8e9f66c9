"""The page of the supply build-out: sorting, filtering, choosing, what a reader hears."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QSplitter, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.projects import Stage
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.flow_text import FlowText
from rare_gui.panels.pieces.phrase_button import PhraseButton
from rare_gui.panels.projects.detail import ProjectsDetail
from rare_gui.panels.projects.model import (
    CAPACITY,
    COLUMNS,
    NAME,
    ROW_ROLE,
    STATUS,
    ProjectsModel,
)
from rare_gui.panels.projects.page import ProjectsPage
from rare_gui.panels.projects.table import ProjectsTable
from rare_gui.scenes.evidence.scene import evidence
from rare_gui.scenes.projects import ProjectFilters, ProjectsScene, projects_scene
from rare_gui.scenes.selection import Selection

VIEW = Selection("dysprosium", date(2026, 11, 23))
Kind = TypeVar("Kind", bound=QWidget)


@pytest.fixture(scope="module")
def scene(dataset: Dataset) -> ProjectsScene:
    return projects_scene(dataset, VIEW, ProjectFilters("dysprosium"))


@pytest.fixture
def page(light: Theme, shown: Callable[..., QWidget], scene: ProjectsScene) -> ProjectsPage:
    made = ProjectsPage(light)
    made.show_scene(scene)
    shown(made, 1400, 860)
    return made


def part(page: ProjectsPage, kind: type[Kind]) -> Kind:
    found = page.findChild(kind)
    assert found is not None
    return found


def model_of(page: ProjectsPage) -> ProjectsModel:
    model = part(page, ProjectsTable).model()
    assert isinstance(model, ProjectsModel)
    return model


def names(page: ProjectsPage) -> list[str]:
    model = model_of(page)
    return [model.index(n, NAME).data() for n in range(model.rowCount())]


def button(page: ProjectsPage, text: str) -> PhraseButton:
    return next(b for b in page.findChildren(PhraseButton) if b.words().startswith(text))


def detail_words(page: ProjectsPage) -> str:
    texts = part(page, ProjectsDetail).findChildren(FlowText)
    return "\n".join(text.toPlainText() for text in texts)


def test_that_the_model_is_a_sound_table(page: ProjectsPage) -> None:
    QAbstractItemModelTester(
        model_of(page), QAbstractItemModelTester.FailureReportingMode.Fatal, page
    )
    assert model_of(page).rowCount(QModelIndex()) == 17


@pytest.mark.parametrize("column", range(len(COLUMNS)))
def test_that_each_column_sorts_both_ways(page: ProjectsPage, column: int) -> None:
    header = part(page, ProjectsTable).horizontalHeader()
    model = model_of(page)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        header.setSortIndicator(column, order)
        keys = [model.index(n, column).data(ROW_ROLE).sort[column] for n in range(model.rowCount())]
        falling = order is Qt.SortOrder.DescendingOrder
        assert keys == sorted(keys, reverse=falling)


def test_that_the_chosen_project_stays_chosen_when_sorted(page: ProjectsPage, qtbot: QtBot) -> None:
    table = part(page, ProjectsTable)
    with qtbot.waitSignal(page.project_picked) as picked:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    table.horizontalHeader().setSortIndicator(CAPACITY, Qt.SortOrder.DescendingOrder)
    assert table.currentIndex().data(ROW_ROLE).project == picked.args[0]


def test_that_the_sort_outlives_another_scene(page: ProjectsPage, dataset: Dataset) -> None:
    header = part(page, ProjectsTable).horizontalHeader()
    header.setSortIndicator(NAME, Qt.SortOrder.DescendingOrder)
    page.show_scene(projects_scene(dataset, VIEW, ProjectFilters("gallium")))
    found = names(page)
    assert found == sorted(found, key=str.casefold, reverse=True)


def test_that_a_key_sorts_by_the_column_of_the_cell(page: ProjectsPage, qtbot: QtBot) -> None:
    table = part(page, ProjectsTable)
    table.setCurrentIndex(model_of(page).index(0, STATUS))
    header = table.horizontalHeader()
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        qtbot.keyClick(table, Qt.Key.Key_S)
        assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (STATUS, order)


def test_that_another_column_of_the_same_row_is_no_new_choice(
    page: ProjectsPage, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(page.project_picked):
        qtbot.keyClick(part(page, ProjectsTable), Qt.Key.Key_Right)


def test_that_enter_goes_to_the_detail(page: ProjectsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(part(page, ProjectsTable), Qt.Key.Key_Return)
    assert part(page, ProjectsDetail).isAncestorOf(page.focusWidget())


def test_that_a_stage_can_be_asked_for(page: ProjectsPage, qtbot: QtBot) -> None:
    button(page, "All stages").click()
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
    separation = next(a for a in menu.actions() if a.text() == "Separation")
    with qtbot.waitSignal(page.filters_asked) as asked:
        separation.trigger()
    menu.close()
    assert asked.args == [ProjectFilters("dysprosium", Stage.SEPARATION)]


def test_that_the_filter_can_be_taken_away(page: ProjectsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.filters_asked) as asked:
        button(page, "Dysprosium: 17 of 110").click()
    assert asked.args == [ProjectFilters()]


def test_that_the_next_tonne_stands_above_the_table(page: ProjectsPage) -> None:
    told = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("Months until the next non-Chinese tonne") for text in told)


def test_that_the_detail_tells_promises_and_names_the_sums(page: ProjectsPage) -> None:
    told = detail_words(page)
    assert "Promised dates" in told
    assert "Capacity of listed projects" in told
    assert "never added across them" in told


def test_that_without_a_match_the_way_back_is_offered(
    page: ProjectsPage, dataset: Dataset, qtbot: QtBot
) -> None:
    page.show_scene(projects_scene(dataset, VIEW, ProjectFilters("cobalt")))
    told = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "No listed project matches." in told
    with qtbot.waitSignal(page.filters_asked) as asked:
        part(page, QPushButton).click()
    assert asked.args == [ProjectFilters()]


def test_that_a_reader_hears_the_whole_project(page: ProjectsPage) -> None:
    index = model_of(page).project_index("us-mountain-pass-dytb")
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Mountain Pass heavy circuit (Dy, Tb), Separation, United States")
    assert "under construction, read January 2026" in spoken
    assert spoken.endswith("public support: grant")


@pytest.mark.parametrize(("width", "beside"), [(1400, True), (700, False), (420, False)])
def test_that_the_name_keeps_its_room(
    light: Theme, shown: Callable[..., QWidget], scene: ProjectsScene, width: int, beside: bool
) -> None:
    made = ProjectsPage(light)
    made.show_scene(scene)
    shown(made, width, 700)
    wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
    assert part(made, QSplitter).orientation() is wanted
    assert part(made, ProjectsTable).columnWidth(NAME) > 110


def test_that_the_theme_can_be_changed(page: ProjectsPage, dark: Theme) -> None:
    before = page.grab().toImage()
    page.apply_theme(dark)
    assert page.grab().toImage() != before


def test_that_e_opens_the_evidence_on_the_chosen_project(
    page: ProjectsPage, scene: ProjectsScene, dataset: Dataset, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.evidence_asked) as asked:
        qtbot.keyClick(part(page, ProjectsTable), Qt.Key.Key_E)
    [key] = asked.args
    assert key == f"project:{scene.rows[0].project}"
    assert not evidence(dataset, VIEW, key).gap
