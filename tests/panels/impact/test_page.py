"""The impact page: what can be asked by key and mouse, what stays still, what fits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import Impact
from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.impact.assumption_cells import row_height
from rare_gui.panels.impact.assumption_model import MIDDLE, AssumptionModel
from rare_gui.panels.impact.assumption_table import AssumptionTable
from rare_gui.panels.impact.chart import ImpactChart
from rare_gui.panels.impact.head import ImpactHeadLine
from rare_gui.panels.impact.heat_table import HeatTable
from rare_gui.panels.impact.influence_chart import InfluenceChart
from rare_gui.panels.impact.loss_model import BAR_ROLE, NAME, LossModel
from rare_gui.panels.impact.loss_table import GAP, GUTTER, LossTable
from rare_gui.panels.impact.not_sized_chips import NotSizedChips
from rare_gui.panels.impact.page import ImpactPage
from rare_gui.panels.pieces.flow_text import FlowText
from rare_gui.panels.pieces.phrase_button import PhraseButton
from rare_gui.scenes.impact.parts import ImpactScene, LossBar
from rare_gui.scenes.impact.scene import impact_scene
from rare_gui.scenes.sector_words import short_sector_names
from rare_gui.scenes.selection import Selection
from tests.scenes.impacts import at_the_middles, impact

DYSPROSIUM = Selection("dysprosium", date(2026, 11, 23))
Kind = TypeVar("Kind", bound=QWidget)
Told = Callable[..., ImpactScene]


@pytest.fixture
def told(dataset: Dataset) -> Told:
    """A function that tells a result, the hand-made one unless another is given."""

    def tell(
        result: Impact | None = None, selection: Selection = DYSPROSIUM, *, running: bool = False
    ) -> ImpactScene:
        return impact_scene(
            dataset, selection, result or impact(), stale=False, draws_running=running
        )

    return tell


@pytest.fixture
def page(light: Theme, shown: Callable[..., QWidget], told: Told) -> ImpactPage:
    made = ImpactPage(light)
    made.show_scene(told())
    shown(made, 1440, 836)
    return made


def part(page: QWidget, kind: type[Kind]) -> Kind:
    found = page.findChild(kind)
    assert found is not None
    return found


def button(page: QWidget, text: str) -> QToolButton:
    return next(b for b in page.findChildren(QToolButton) if b.text() == text)


def phrase(page: QWidget, text: str) -> PhraseButton:
    return next(b for b in page.findChildren(PhraseButton) if text in b.words())


def table_of(page: QWidget) -> tuple[AssumptionTable, AssumptionModel]:
    table = part(page, AssumptionTable)
    model = table.model()
    assert isinstance(model, AssumptionModel)
    return table, model


def edited(qtbot: QtBot, page: ImpactPage, key: str) -> QDoubleSpinBox:
    """The open spin box of an assumption."""
    table, _ = table_of(page)
    table.setFocus()
    table.show_key(key)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    return part(table.viewport(), QDoubleSpinBox)


def test_that_what_softens_the_blow_can_be_told_free_of_order(
    qtbot: QtBot, page: ImpactPage
) -> None:
    with qtbot.waitSignal(page.order_free_picked) as asked:
        qtbot.mouseClick(button(page, "Free of order"), Qt.MouseButton.LeftButton)
    assert asked.args == [True]
    with qtbot.waitSignal(page.order_free_picked) as asked:
        qtbot.mouseClick(button(page, "In order"), Qt.MouseButton.LeftButton)
    assert asked.args == [False]


def test_that_another_scope_is_picked_by_its_words(
    qtbot: QtBot, page: ImpactPage, told: Told
) -> None:
    scene = told()
    choices = (("destination", "to the United States alone"),)
    page.show_scene(replace(scene, head=replace(scene.head, scopes=choices)))
    head = part(page, ImpactHeadLine)
    words = part(head, FlowText)
    assert "Instead: to the United States alone." in words.accessibleName()
    words.setFocus()
    with qtbot.waitSignal(page.scope_picked) as asked:
        qtbot.keyClick(words, Qt.Key.Key_Tab)
        qtbot.keyClick(words, Qt.Key.Key_Return)
    assert asked.args == ["destination"]


def test_that_every_short_name_has_room_in_the_pane(dataset: Dataset, light: Theme) -> None:
    table = LossTable(light, 7)
    table.resize(306, 7 * 24)
    table.resizeEvent(QResizeEvent(table.size(), table.size()))
    room = table.columnWidth(NAME) - GUTTER - GAP
    names = short_sector_names(dataset).values()
    assert [name for name in names if text_width("ui_strong", name) > room] == []


def test_that_the_models_keep_qts_rules(qtbot: QtBot, told: Told) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    rows, losses = AssumptionModel(), LossModel()
    testers = [QAbstractItemModelTester(model, fatal) for model in (rows, losses)]
    scene = told()
    assert rows.show_groups(scene.groups)
    assert not rows.show_groups(scene.groups)
    losses.show_bars(scene.bars, "usd", settled=True)
    losses.show_bars(scene.bars[1:], "usd", settled=True)
    losses.show_bars((), "usd", settled=True)
    assert len(testers) == 2


def test_that_a_middle_is_typed_and_stays_in_its_range(qtbot: QtBot, page: ImpactPage) -> None:
    spin = edited(qtbot, page, "kappa.ndfeb-magnets.motor_vehicles")
    assert spin.value() == 0.6
    spin.selectAll()
    qtbot.keyClicks(spin, "0.7")
    with qtbot.waitSignal(page.assumption_changed) as changed:
        qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert changed.args == ["kappa.ndfeb-magnets.motor_vehicles", 0.3, 0.7, pytest.approx(0.9)]


def test_that_a_middle_outside_its_range_widens_it(qtbot: QtBot, page: ImpactPage) -> None:
    spin = edited(qtbot, page, "model.leakage")
    spin.selectAll()
    qtbot.keyClicks(spin, "0.5")
    with qtbot.waitSignal(page.assumption_changed) as changed:
        qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert changed.args == ["model.leakage", 0.025, 0.5, 0.5]


def test_that_arrows_step_and_shift_makes_ten_of_one(qtbot: QtBot, page: ImpactPage) -> None:
    spin = edited(qtbot, page, "stock.motor_vehicles")
    with qtbot.waitSignal(page.assumption_changed) as changed:
        qtbot.keyClick(spin, Qt.Key.Key_Up)
    assert changed.args[2] == 31
    with qtbot.waitSignal(page.assumption_changed) as changed:
        spin.stepBy(1)
    assert changed.args[2] == 32


def test_that_length_and_cut_are_asked_for_by_their_own_signals(
    qtbot: QtBot, page: ImpactPage
) -> None:
    spin = edited(qtbot, page, "case.weeks")
    with qtbot.waitSignal(page.weeks_changed) as changed:
        qtbot.keyClick(spin, Qt.Key.Key_Down)
    assert changed.args == [25]


def test_that_tab_goes_on_to_the_next_middle(qtbot: QtBot, page: ImpactPage) -> None:
    table, model = table_of(page)
    spin = edited(qtbot, page, "model.leakage")
    qtbot.keyClick(spin, Qt.Key.Key_Tab)
    current = table.currentIndex()
    assert current.column() == MIDDLE
    # a heading lies between the two
    assert current.row() == model.row_of("supply.dysprosium.metal.nir")
    assert current.row() - model.row_of("model.leakage") == 2


def test_that_an_open_field_survives_the_answer_to_its_own_step(
    qtbot: QtBot, page: ImpactPage, told: Told
) -> None:
    spin = edited(qtbot, page, "stock.motor_vehicles")
    qtbot.keyClick(spin, Qt.Key.Key_Up)
    whole = impact()
    stock = whole.parameters[3]
    moved = replace(stock, values=replace(stock.values, mid=31.0))
    page.show_scene(told(replace(whole, parameters=(*whole.parameters[:3], moved,
                                                    whole.parameters[4]))))  # fmt: skip
    assert spin.isVisible()
    assert spin.value() == 31


def test_that_a_changed_value_is_put_back_by_key_and_all_by_one_click(
    qtbot: QtBot, page: ImpactPage, told: Told
) -> None:
    assert not phrase(page, "Back to the package").isEnabled()
    whole = impact()
    leakage = whole.parameters[4]
    yours = replace(leakage, values=replace(leakage.values, mid=0.07))
    page.show_scene(told(replace(whole, parameters=(*whole.parameters[:4], yours))))
    table, _ = table_of(page)
    table.setFocus()
    table.show_key("model.leakage")
    with qtbot.waitSignal(page.assumption_reset) as reset:
        qtbot.keyClick(table, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert reset.args == ["model.leakage"]
    assert [x.text() for x in page.findChildren(QLabel) if "changed" in x.text()] == [
        "1 of 6 changed"
    ]
    with qtbot.waitSignal(page.all_reset):
        phrase(page, "Back to the package").click()


def test_that_a_sector_is_picked_by_click_and_by_key(qtbot: QtBot, page: ImpactPage) -> None:
    table = part(page, LossTable)
    with qtbot.waitSignal(page.sector_picked) as picked:
        at = QPoint(40, table.rowViewportPosition(1) + 10)
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert picked.args == ["wholesale_trade"]
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.sector_picked) as picked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert picked.args == ["aircraft"]


def test_that_a_heat_cell_picks_sector_and_material(qtbot: QtBot, page: ImpactPage) -> None:
    heat = part(page, HeatTable)
    heat.setFocus()
    heat.setCurrentIndex(heat.model().index(0, 1))
    qtbot.keyClick(heat, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.cell_picked) as picked:
        qtbot.keyClick(heat, Qt.Key.Key_Space)
    assert picked.args == ["motor_vehicles", "terbium"]


def test_that_a_screen_reader_finds_every_cell_of_the_heat_map(page: ImpactPage) -> None:
    heat = part(page, HeatTable)
    model, told = heat.model(), QAccessible.queryAccessibleInterface(heat)
    said = {told.child(n).text(QAccessible.Text.Name) for n in range(told.childCount())}
    cells = [
        model.index(row, column).data(role)
        for row in range(model.rowCount())
        for column, role in (
            (0, Qt.ItemDataRole.DisplayRole),
            *((one, Qt.ItemDataRole.AccessibleTextRole) for one in range(1, model.columnCount())),
        )
    ]
    assert len(cells) > 4
    assert all(cells)
    assert set(cells) <= said


def test_that_the_head_asks_for_preset_unit_share_and_saving(
    qtbot: QtBot, page: ImpactPage
) -> None:
    for text, signal, value in (
        ("Full stop", page.preset_picked, "full-stop"),
        ("Jobs", page.unit_picked, "jobs"),
        ("% of sector", page.relative_picked, True),
    ):
        with qtbot.waitSignal(signal) as picked:
            button(page, text).click()
        assert picked.args == [value]
    with qtbot.waitSignal(page.save_asked):
        phrase(page, "Save what-if").click()
    with qtbot.waitSignal(page.save_asked):
        qtbot.keyClick(part(page, LossTable), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_that_draws_can_be_asked_for_and_cancelled(
    qtbot: QtBot, page: ImpactPage, told: Told
) -> None:
    with qtbot.waitSignal(page.more_draws_asked):
        phrase(page, "Draw 20,000").click()
    page.show_scene(told(running=True))
    with qtbot.waitSignal(page.cancel_asked):
        phrase(page, "Cancel").click()
    page.show_scene(told(replace(impact(), draws=20_000)))
    assert not phrase(page, "20,000 draws, seed 1").isEnabled()


def test_that_order_scale_and_whiskers_hold_until_the_draws_are_done(told: Told) -> None:
    model = LossModel()
    settled = told()
    model.show_bars(settled.bars, "usd", settled=True)
    order = [model.bar(model.index(row, NAME)).sector for row in range(4)]  # type: ignore[union-attr]
    top = model.top
    middles = at_the_middles()
    doubled = tuple(
        replace(one, value_added=replace(one.value_added, p50=1e9 * number, p95=1e9 * number))
        for number, one in enumerate(middles.sectors)
    )
    moving = told(replace(middles, sectors=doubled), running=True)
    assert [bar.sector for bar in moving.bars] != order
    model.show_bars(moving.bars, "usd", settled=False)
    assert [model.bar(model.index(row, NAME)).sector for row in range(4)] == order  # type: ignore[union-attr]
    assert model.top == top
    first = model.index(0, NAME).data(BAR_ROLE)
    assert isinstance(first, LossBar)
    whisker = model.whisker(first)
    assert whisker is not None
    assert (whisker.stale, whisker.p95) == (True, settled.bars[0].p95)
    assert first.p50 == 0  # while the bar itself is the new one
    model.show_bars(moving.bars, "usd", settled=True)
    assert model.bar(model.index(0, NAME)) == moving.bars[0]


def test_that_another_unit_is_shown_at_once(told: Told) -> None:
    model = LossModel()
    model.show_bars(told().bars, "usd", settled=True)
    shares = told(selection=replace(DYSPROSIUM, relative=True), running=True)
    model.show_bars(shares.bars, "share", settled=False)
    assert model.bar(model.index(0, NAME)) == shares.bars[0]
    assert model.top < 1


def test_that_f6_goes_from_block_to_block_and_out_at_the_end(
    qtbot: QtBot, page: ImpactPage
) -> None:
    page.activateWindow()
    part(page, AssumptionTable).setFocus()
    qtbot.keyClick(part(page, AssumptionTable), Qt.Key.Key_F6)
    assert page.focusWidget() is part(page, LossTable)
    qtbot.keyClick(part(page, LossTable), Qt.Key.Key_F6)
    assert isinstance(page.focusWidget(), ImpactChart)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert page.focusWidget() is part(page, LossTable)


def test_that_an_influence_leads_to_its_assumption(qtbot: QtBot, page: ImpactPage) -> None:
    chart = part(page, InfluenceChart)
    table, model = table_of(page)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert table.currentIndex().row() == model.row_of("stock.motor_vehicles")
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert table.currentIndex().row() == model.row_of("cut.licence_delay")


def test_that_charts_and_gaps_are_told_in_words(page: ImpactPage) -> None:
    said = {
        chart.accessibleName(): chart.accessibleDescription()
        for chart in page.findChildren(ImpactChart)
    }
    assert "stocks −8.00 bn" in said["What softens the blow"]
    assert "most in week 25" in said["Loss by week"]
    assert "Stock Motor vehicle assembly −0.41" in said["What the result hangs on"]
    assert "Lutetium: no sector in the table" in part(page, NotSizedChips).accessibleDescription()
    table = part(page, LossTable)
    spoken = table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Motor vehicle assembly (cars, light trucks): P50 US$ 8.00 bn")
    assert "judgement" in spoken


@pytest.mark.parametrize("size", [(1440, 836), (1024, 640), (720, 600), (1440, 500)])
def test_that_every_name_of_an_assumption_has_its_lines(
    qtbot: QtBot, page: ImpactPage, size: tuple[int, int]
) -> None:
    page.resize(*size)
    qtbot.wait(30)
    table, model = table_of(page)
    for row in range(model.rowCount()):
        item = model.item(model.index(row, NAME))
        assert item is not None
        assert table.rowHeight(row) == row_height(item, table.columnWidth(NAME))


@pytest.mark.parametrize("size", [(1440, 836), (1024, 640), (900, 600)])
def test_that_every_part_has_the_room_it_asks_for(
    qtbot: QtBot, page: ImpactPage, size: tuple[int, int]
) -> None:
    page.resize(*size)
    qtbot.waitUntil(lambda: page.width() == size[0])
    qtbot.wait(30)
    for one in page.findChildren(QWidget):
        if not one.isVisible():
            continue
        if one.hasHeightForWidth() and not isinstance(one, QLabel):
            assert one.height() >= one.heightForWidth(one.width()), one
        assert one.width() >= min(one.minimumSizeHint().width(), size[0]) or one.width() == 0, one
    for kind in (AssumptionTable, LossTable, HeatTable, NotSizedChips, ImpactChart):
        for one in page.findChildren(kind):
            right = one.mapTo(page, QPoint(one.width(), 0)).x()
            assert right <= page.width()


def test_that_the_blocks_move_under_each_other_where_it_is_narrow(
    qtbot: QtBot, page: ImpactPage
) -> None:
    def left(kind: type[QWidget]) -> int:
        return part(page, kind).mapTo(page, QPoint(0, 0)).x()

    assert left(AssumptionTable) < left(LossTable) < left(ImpactChart)
    page.resize(1024, 640)
    qtbot.waitUntil(lambda: left(LossTable) == left(ImpactChart))
    assert left(AssumptionTable) < left(LossTable)
    page.resize(720, 640)
    qtbot.waitUntil(lambda: left(AssumptionTable) <= left(LossTable))
    page.resize(1440, 836)
    qtbot.waitUntil(lambda: left(LossTable) < left(ImpactChart))


def test_that_both_themes_paint_every_part(page: ImpactPage, dark: Theme) -> None:
    before = page.grab().toImage()
    page.apply_theme(dark)
    assert page.grab().toImage() != before


def test_that_without_a_result_the_page_says_so(
    page: ImpactPage, dataset: Dataset, qapp: QApplication
) -> None:
    page.show_scene(impact_scene(dataset, DYSPROSIUM, None, stale=False, draws_running=False))
    assert not part(page, HeatTable).isVisible()
    assert not any(chart.isVisible() for chart in page.findChildren(ImpactChart))
    assert part(page, LossTable).height() == 0
