"""The browser's model: what it announces, and what its filter keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from rare_gui.panels.materials.rows_model import FIRST_CHIP_COLUMN, RowsModel, narrowed
from rare_gui.scenes.materials.parts import MaterialsScene
from tests.panels.scenes import BAN, materials, row


@pytest.fixture
def model(qapp: QApplication) -> RowsModel:
    made = RowsModel()
    made.show_scene(materials())
    return made


def with_row(scene: MaterialsScene, group: int, place: int, **changes: object) -> MaterialsScene:
    old = scene.groups[group]
    rows = list(old.rows)
    rows[place] = replace(rows[place], **changes)  # type: ignore[arg-type]
    groups = list(scene.groups)
    groups[group] = replace(old, rows=tuple(rows))
    return replace(scene, groups=tuple(groups))


def changes_of(model: RowsModel, scene: MaterialsScene) -> list[tuple[int, int, int, int]]:
    told: list[tuple[int, int, int, int]] = []
    model.dataChanged.connect(
        lambda first, last, _roles: told.append(
            (first.row(), first.column(), last.row(), last.column())
        )
    )
    model.show_scene(scene)
    return told


def test_that_the_model_keeps_qts_rules(model: RowsModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_scene(materials(), frozenset({"terbium", "gallium"}))
    model.show_scene(materials())
    model.show_scene(with_row(materials(), 0, 0, days="3"))
    model.show_scene(replace(materials(), groups=materials().groups[1:]))


def test_that_an_equal_scene_announces_nothing(model: RowsModel) -> None:
    assert changes_of(model, materials("terbium")) == []


def test_that_one_changed_chip_announces_its_cell_alone(model: RowsModel) -> None:
    chips = list(materials().groups[1].rows[3].chips)
    chips[2] = BAN
    changed = with_row(materials(), 1, 3, chips=tuple(chips))
    column = FIRST_CHIP_COLUMN + 2
    assert changes_of(model, changed) == [(3, column, 3, column)]


def test_that_days_of_a_whole_group_are_announced_at_once(model: RowsModel) -> None:
    scene = materials()
    for place in range(7):
        scene = with_row(scene, 0, place, days="47")
    assert changes_of(model, scene) == [(0, model.days_column, 6, model.days_column)]


def test_that_other_rows_reset_the_model(model: RowsModel) -> None:
    groups = materials().groups
    fewer = replace(groups[0], rows=groups[0].rows[1:])
    assert model.show_scene(replace(materials(), groups=(fewer, *groups[1:])))
    assert model.rowCount(model.index(0, 0)) == 6


def test_that_groups_without_a_kept_material_are_left_out() -> None:
    kept = narrowed(materials().groups, frozenset({"terbium", "dysprosium", "gallium"}))
    assert [[row.name for row in group.rows] for group in kept] == [
        ["Terbium", "Dysprosium"],
        ["Gallium"],
    ]
    assert narrowed(materials().groups, frozenset()) == ()
    every = materials().groups
    assert narrowed(every, None) is every


def test_that_a_score_that_comes_later_announces_its_column(model: RowsModel) -> None:
    changed = with_row(materials(), 1, 3, risk="5,054", risk_spoken="HHI 5,054")
    column = model.risk_column
    assert changes_of(model, changed) == [(3, column, 3, column)]


def test_that_a_group_says_how_many_are_under_licence(model: RowsModel) -> None:
    model.show_scene(with_row(materials(), 1, 3, licensed=True))
    heavy = model.index(1, model.days_column)
    assert heavy.data() == "1 of 10"
    assert heavy.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "1 of 10 materials under licence in some form"
    )


def test_that_every_cell_speaks_its_whole_meaning(model: RowsModel) -> None:
    dysprosium = model.material_index("dysprosium")
    spoken = [
        dysprosium.siblingAtColumn(column).data(Qt.ItemDataRole.AccessibleTextRole)
        for column in range(model.columnCount())
    ]
    assert spoken[0] == "Dysprosium"
    assert spoken[1] == "suspended"  # quiet: drawn small, but said in full
    assert spoken[2] == "licence required since 4 April 2025"
    assert spoken[-1] == "48 days to the next dated clause"
    assert [column for column, words in enumerate(spoken) if not words] == [model.risk_column]


def test_that_words_that_look_like_markup_stay_letters(qapp: QApplication) -> None:
    scene = materials()
    evil = row("Ev <b>evil</b> oooooo")
    model = RowsModel()
    model.show_scene(replace(scene, groups=(replace(scene.groups[0], rows=(evil,)),)))
    index = model.index(0, 0, model.index(0, 0))
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_that_an_unknown_material_has_no_index(model: RowsModel) -> None:
    assert model.material_index("unobtainium") == QModelIndex()
