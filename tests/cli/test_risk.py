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


def test_that_the_history_of_rare_earth_mining_is_of_one_series_with_its_break(ask: Ask) -> None:
    answer = ask("risk", "--material", "rare-earths", "--history", "--json")
    (one,) = json.loads(answer.out)["materials"]
    mined = next(
        part for part in one["history"] if (part["stage"], part["series"]) == ("mine", "usgs")
    )
    years = {year["year"]: year for year in mined["years"]}
    assert {year: round(years[year]["hhi"]) for year in range(2018, 2026)} == {
        2018: 4304, 2019: 3919, 2020: 3645, 2021: 3796,
        2022: 5250, 2023: 4874, 2024: 5192, 2025: 5054,
    }  # fmt: skip
    assert [year for year, told in years.items() if told["break_before"]] == [2023]
    assert years[2025]["weighted_hhi"] is None
    assert "2025" in years[2025]["weighted_not_computed"]
    assert years[2014]["hhi"] is None
    assert years[2014]["not_computed"].startswith("not computed, because")


def test_that_the_history_in_words_tells_the_break_and_no_figure_for_what_is_missing(
    ask: Ask,
) -> None:
    told = ask("risk", "--material", "rare-earths", "--history").out
    assert "2023   4,874  CN 67.8 %  by governance 2,658  (new edition: not comparable" in told
    assert "2025   5,054  CN 69.2 %  governance not estimated" in told
    assert "not computed: 2000, 2001" in told


def test_that_own_weights_are_ranked_beside_the_published_methods(ask: Ask) -> None:
    found = json.loads(ask("risk", "--weights", "hhi=2 top_share=1", "--json").out)
    assert "own_weights" not in found["ranked_across"]
    by_name = {one["material"]: one for one in found["materials"]}
    assert by_name["gallium"]["ranks"]["own_weights"]["rank"] < 5
    assert "own_weights" not in json.loads(ask("risk", "--json").out)["materials"][0]["ranks"]
