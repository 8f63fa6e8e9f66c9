from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from rare_gui.intake.frames import read_text
from rare_gui.intake.places import shipped_package
from rare_gui.intake.row_checks import check_tables


@pytest.fixture(scope="module")
def texts() -> dict[str, pd.DataFrame]:
    """The shipped tables as text, without the two large ones."""
    return {
        path.name.split(".")[0]: read_text(path.read_bytes())
        for path in sorted(shipped_package().glob("*.csv"))
    }


def set_cell(column: str, value: str, row: int = 0) -> Callable[[pd.DataFrame], pd.DataFrame]:
    def change(text: pd.DataFrame) -> pd.DataFrame:
        changed = text.copy()
        changed.loc[row, column] = value
        return changed

    return change


def swap(first: str, second: str) -> Callable[[pd.DataFrame], pd.DataFrame]:
    return lambda text: text.rename(columns={first: second, second: first})


@pytest.mark.parametrize(
    ("table", "change", "what"),
    [
        ("status_changes", swap("date", "until"), "does not come after `date`"),
        ("truce_steps", swap("start", "end"), "does not come after `start`"),
        ("events", set_cell("end_date", "1999-01-01"), "does not come after `date`"),
        ("events", set_cell("date", "2010-07-15"), "is not the first day of what is known"),
        ("events", set_cell("date_precision", "year"), "is not the first day of what is known"),
        ("commitments", set_cell("due", ""), "stands without its date"),
        ("status_changes", lambda text: text.iloc[1:], "has no row in status_changes"),
        ("measure_scope", lambda text: text.iloc[3:], "has no row in measure_scope"),
        ("projects", set_cell("unit", ""), "has no unit or no data class"),
        ("trade_monthly", set_cell("tonnes", ""), "does not name the figures of the row"),
        ("trade_monthly", set_cell("tonnes", "-1"), "is under 0"),
        ("trade_monthly", set_cell("commodity", "gold"), "does not exist in commodities"),
        ("trade_monthly", set_cell("source_ids", "hearsay"), "does not exist in sources"),
        ("model_defaults", set_cell("low", "9"), "is not in order with mid and high"),
        ("dependence_shares", set_cell("kappa_high", "0"), "is not in order"),
        ("prices", set_cell("low", "999999"), "is not in order with value and high"),
        ("end_uses", set_cell("share", "0.9"), "belongs to shares over 1"),
        ("form_routes", set_cell("theta_mid", "0.9"), "belongs to a sum that is not 1"),
        ("stocks", set_cell("material", "gallium"), "does not fit the scope"),
        ("production", set_cell("unit", ""), "is empty"),
    ],
)
def test_that_a_breach_of_sense_is_told(
    texts: dict[str, pd.DataFrame],
    table: str,
    change: Callable[[pd.DataFrame], pd.DataFrame],
    what: str,
) -> None:
    changed = change(texts[table]).reset_index(drop=True)
    found = check_tables({**texts, table: changed}, look_into={table, "measures"})
    assert any(what in problem.what for problem in found.problems), found.problems


def test_that_alternative_views_of_end_uses_do_not_add_up(
    texts: dict[str, pd.DataFrame],
) -> None:
    shares = texts["end_uses"].copy()
    shares.loc[shares["alternative"] == "true", "share"] = "1"
    assert check_tables({**texts, "end_uses": shares}, look_into={"end_uses"}).problems == []


def test_that_a_yuan_price_in_dollars_is_told(texts: dict[str, pd.DataFrame]) -> None:
    prices = texts["prices"].copy()
    prices.loc[prices["unit"] == "CNY/t", "usd_per_kg"] = "1"
    found = check_tables({**texts, "prices": prices}, look_into={"prices"})
    assert all("another currency" in problem.what for problem in found.problems)
    assert len(found.unsound["prices"]) == 15


def test_that_a_form_named_by_a_line_of_another_material_is_told(
    texts: dict[str, pd.DataFrame],
) -> None:
    forms = texts["material_forms"].copy()
    first = forms.index[forms["named_by"] == "trade_line"][0]
    forms.loc[first, "words"] = "gallium"
    both = {**texts, "material_forms": forms, "trade_annual": texts["trade_monthly"]}
    found = check_tables(both, look_into={"material_forms"})
    assert first in found.unsound["material_forms"]
