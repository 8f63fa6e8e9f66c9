"""`rare-gui risk`: the documented shape, any country, reasons instead of zeros."""

from __future__ import annotations

import json

import pytest

from rare_gui.domain.dataset import Dataset
from tests.cli.conftest import Ask

KEYS = {
    "material", "hhi", "top_country", "top_share", "import_reliance", "restriction_share",
    "indices",
}  # fmt: skip


def test_that_the_answer_has_the_documented_shape(ask: Ask, dataset: Dataset) -> None:
    answer = ask("risk", "--seen-as", "US", "--json")
    assert (answer.code, answer.err) == (0, "")
    found = json.loads(answer.out)
    assert (found["seen_as"], found["year"]) == ("US", None)
    assert [one["material"] for one in found["materials"]] == list(dataset.material_names)
    for one in found["materials"]:
        assert set(one) >= KEYS
        assert set(one["indices"]) >= {"eu_supply_risk", "nassar", "geopolrisk"}
        for index in one["indices"].values():
            assert {"value", "parts", "data_class"} <= set(index)
            assert (index["value"] is None) == bool(index["not_computed"])
        for share in one["restriction_share"].values():
            assert share is None or 0 <= share <= 100
        assert one["hhi"] is None or 0 < one["hhi"] <= 10_000


@pytest.mark.parametrize("word", ["DEU", "DE", "Germany", "germany"])
def test_that_any_way_to_write_a_country_is_understood(ask: Ask, word: str) -> None:
    answer = ask("risk", "--material", "Sb", "--seen-as", word, "--year", 2022, "--json")
    found = json.loads(answer.out)
    assert (found["seen_as"], found["year"]) == ("DE", 2022)
    (one,) = found["materials"]
    assert one["material"] == "antimony"
    risk = one["indices"]["eu_supply_risk"]
    assert risk["value"] == pytest.approx(1.604019, abs=1e-6)
    assert "EU27" in risk["of"]
    assert risk["parts"]["weighted_concentration"]["from_memory"] is True
    assert set(risk["parts"]["weighted_concentration"]["parts"]) == {"global_supply", "eu_sourcing"}


def test_that_a_year_outside_the_series_is_told_and_never_zero(ask: Ask) -> None:
    answer = ask("risk", "--material", "tin", "--year", 1800, "--json")
    assert answer.code == 0
    (one,) = json.loads(answer.out)["materials"]
    assert (one["hhi"], one["top_share"], one["import_reliance"]) == (None, None, None)
    assert "1800 is outside the series" in one["figures"]["hhi"]["not_computed"]


def test_that_a_country_without_trade_rows_is_told(ask: Ask) -> None:
    answer = ask("risk", "--material", "antimony", "--seen-as", "AQ", "--json")
    (one,) = json.loads(answer.out)["materials"]
    told = one["figures"]["import_reliance"]["not_computed"]
    assert told.startswith("not computed, because ")
    assert "no bilateral trade rows" in told


def test_that_the_users_own_score_is_there_only_when_asked_and_named_as_the_users(
    ask: Ask,
) -> None:
    plain = json.loads(ask("risk", "--material", "gallium", "--json").out)
    assert "own_weights" not in plain["materials"][0]["indices"]
    answer = ask("risk", "--material", "gallium", "--weights", "hhi=2 import_reliance=1", "--json")
    found = json.loads(answer.out)
    assert found["weights"] == "hhi=2 import_reliance=1"
    own = found["materials"][0]["indices"]["own_weights"]
    assert own["name"] == "Your own weights"
    assert own["value"] == pytest.approx(sum(part["value"] for part in own["parts"].values()))


def test_that_text_names_the_method_beside_each_figure(ask: Ask) -> None:
    answer = ask("risk", "--material", "antimony", "--seen-as", "JP", "--year", 2022)
    assert "HHI 2,754 (2022; mine output by wmd, Sb content; derived)" in answer.out
    assert "GeoPolRisk 0.153" in answer.out
    assert "EU supply risk: not computed, because" in answer.out
    assert "Seen as Japan; 2022." in answer.out


def test_that_a_published_bound_keeps_its_flag(ask: Ask) -> None:
    (one,) = json.loads(ask("risk", "--material", "tungsten", "--json").out)["materials"]
    assert (one["import_reliance"], one["import_reliance_flag"]) == (50, ">")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--seen-as", "Germny"], "Germany"),
        (["--material", "disprosium"], "dysprosium"),
        (["--year", "twenty"], "year"),
        (["--weights", "hi=1"], "hhi"),
        (["--weights", ""], "no weights"),
        (["--as-of", "yesterday"], "YYYY-MM-DD"),
    ],
)
def test_that_wrong_arguments_get_one_line_and_exit_2(
    ask: Ask, arguments: list[str], told: str
) -> None:
    answer = ask("risk", *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert told in answer.err
