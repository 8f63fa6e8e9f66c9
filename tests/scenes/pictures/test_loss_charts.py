"""One chart of losses, and a what-if, as pictures: titles that are true, nothing made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.presets import preset
from rare_gui.domain.scenario import differing
from rare_gui.scenes.impact.parts import HeatCell
from rare_gui.scenes.pictures.loss_charts import CHARTS, NoChart, chart_picture, narrower
from rare_gui.scenes.pictures.of_view import Told
from rare_gui.scenes.pictures.table_parts import Influence
from rare_gui.scenes.pictures.whatif import whatif_picture
from rare_gui.scenes.selection import Selection
from tests.scenes.impacts import at_the_middles, impact

DAY = date(2026, 11, 23)
AFTER = date(2027, 2, 1)
"""A day on which the truce has lapsed by the built-in what-if."""
VIEW = Selection("dysprosium", DAY)
TOLD = Told("rare_gui 1.0")

TITLES = {
    "heat": "Sectors by materials: most is lost by Motor vehicle assembly, without Dysprosium",
    "weeks": "Loss by week: most, US$ 500 m in week 25",
    "waterfall": "From US$ 20.0 bn exposed to a net loss of US$ 13.5 bn",
    "influences": "What the result hangs on: most on “Held back by slow licences”",
}


@pytest.mark.parametrize("chart", CHARTS)
def test_that_a_chart_has_a_title_of_its_result(dataset: Dataset, chart: str) -> None:
    picture = chart_picture(chart, dataset, VIEW, impact(), TOLD)
    assert picture.frame.title == TITLES[chart]
    assert picture.frame.sources
    assert picture.table.before[0][0] == "US value added at risk: P50 US$ 13.4 bn"
    assert "weakest input: judgement" in picture.table.after
    assert "Finished goods imported" in picture.table.after


@pytest.mark.parametrize("chart", CHARTS)
def test_that_a_chart_that_a_result_lacks_is_refused_with_the_reason(
    dataset: Dataset, chart: str
) -> None:
    nothing = replace(
        impact(), sectors=(), heat=(), weekly=(), waterfall=(), order_free=(), tornado=()
    )
    with pytest.raises(NoChart, match="to show: nothing can be sized: no sector in the table"):
        chart_picture(chart, dataset, VIEW, nothing, TOLD)


def test_that_without_draws_nothing_is_ranked(dataset: Dataset) -> None:
    with pytest.raises(NoChart, match="there is no ranking of assumptions to show"):
        chart_picture("influences", dataset, VIEW, at_the_middles(), TOLD)


def test_that_a_week_without_loss_at_the_median_is_no_week_of_most(dataset: Dataset) -> None:
    none = replace(impact(), weekly=((0.0, 0.0, 3e6),) * 104)
    title = chart_picture("weeks", dataset, VIEW, none, TOLD).frame.title
    assert title == "Loss by week: none at the median"


def test_that_the_order_of_steps_counts_only_where_it_is_asked_for(dataset: Dataset) -> None:
    free = chart_picture("waterfall", dataset, replace(VIEW, order_free=True), impact(), TOLD)
    assert free.scene.waterfall[1].value == "−2.00 bn"
    assert chart_picture("waterfall", dataset, VIEW, impact(), TOLD).scene.waterfall[1].value == (
        "−3.00 bn"
    )


def test_that_a_heat_map_has_every_cell_and_counts_the_materials_left_out(
    dataset: Dataset,
) -> None:
    picture = chart_picture("heat", dataset, VIEW, impact(), TOLD)
    cells = [cell.plot for row in picture.table.groups[0].rows for cell in row[1:]]
    assert cells == [cell for row in picture.scene.heat.rows for cell in row.cells]
    assert all(isinstance(cell, HeatCell) for cell in cells)
    assert narrower(picture.table, 2) is picture.table
    one = narrower(picture.table, 1)
    assert [column.head for column in one.columns] == ["US$ bn", "Dy"]
    assert {len(row) for row in one.groups[0].rows} == {2}
    assert one.after.startswith("and 1 more material in this picture's CSV")


def test_that_what_lowers_the_loss_stands_on_the_other_side(dataset: Dataset) -> None:
    table = chart_picture("influences", dataset, VIEW, impact(), TOLD).table
    bars = [row[1].plot for row in table.groups[0].rows]
    assert bars == [Influence(1.0), Influence(-0.41 / 0.77)]


def test_that_a_what_if_shows_each_state_that_differs(dataset: Dataset) -> None:
    scenario = preset(dataset.law, "truce-lapses")
    supposed = scenario.apply(dataset)
    view = replace(VIEW, as_of=AFTER, scenario="truce-lapses")
    with_it = replace(TOLD, scenario=scenario)
    picture = whatif_picture(dataset, supposed, view, scenario, with_it)
    found = list(differing(dataset, supposed, AFTER))
    materials = {dataset.material_names[one.material] for one in found}
    rows = [row for group in picture.tables[0].groups for row in group.rows]
    told = " ".join(row[0].text for row in rows)
    assert all(name in told for name in materials)
    assert len(rows) < len(materials)  # those that change alike share a row
    assert f"{len(found)} states differ" in picture.frame.title
    assert picture.frame.supposed
    assert all(row[2].chips[0][0] != row[2].chips[1][0] for row in rows)


def test_that_a_what_if_that_changes_nothing_says_so(dataset: Dataset) -> None:
    scenario = preset(dataset.law, "truce-lapses")
    early = replace(VIEW, as_of=date(2020, 1, 1), scenario="truce-lapses")
    picture = whatif_picture(
        dataset, scenario.apply(dataset), early, scenario, replace(TOLD, scenario=scenario)
    )
    assert picture.frame.title == "What if the truce lapses: no state differs"
    assert picture.tables[0].count == 0
    assert picture.tables[0].before[0][0] == "No state differs on this day."
