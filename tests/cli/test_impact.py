"""`rare-gui impact`: the same answer twice, the documented JSON, clear words for what cannot be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.scenario import Scenario
from rare_gui.intake.scenarios import write_scenario
from tests.cli.conftest import Ask

DAY = ("--as-of", "2026-11-23")
FEW = ("--draws", "200")


def told(ask: Ask, *arguments: object) -> dict[str, Any]:
    answer = ask("impact", *arguments, *DAY, "--json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def test_that_the_same_seed_prints_the_same_twice(ask: Ask) -> None:
    asked = ("impact", "--scenario", "truce-lapses", *DAY, *FEW, "--seed", "1", "--json")
    first = ask(*asked)
    assert first.code == 0
    assert ask(*asked) == first
    assert ask("impact", "--scenario", "truce-lapses", *DAY, *FEW, "--seed", "2", "--json") != first


def test_that_the_json_has_the_documented_shape(ask: Ask) -> None:
    found = told(ask, "--scenario", "full-stop", "--material", "gallium,germanium", *FEW)
    assert (found["scenario"], found["draws"], found["seed"]) == ("full-stop", 200, 1)
    for unit in ("value_added_usd", "output_usd"):
        assert {"p5", "p50", "p95"} <= set(found["total"][unit])
    for sector in found["sectors"]:
        for part in ("direct_usd", "upstream_usd", "downstream_usd", "value_added_usd"):
            assert sector[part]["p5"] <= sector[part]["p50"] <= sector[part]["p95"]
        assert {"sector", "first_loss_week", "why", "data_class"} <= set(sector)
    assert {"material", "reason"} == set(found["not_sized"][0])
    assert {cut["material"] for cut in found["cuts"]} == {"gallium", "germanium"}
    assert {"assumptions", "waterfall", "weekly", "tornado", "undecided", "flags"} <= set(found)


def test_that_options_narrow_the_case(ask: Ask) -> None:
    found = told(
        ask, "--scenario", "slow-licences", "--material", "Ga", "--form", "metal",
        "--cut", "0.1..0.2..0.3", "--weeks", 8, "--scope", "destination", "--draws", 1,
    )  # fmt: skip
    assert found["cuts"] == [
        {
            "material": "gallium",
            "form": "metal",
            "share": {"low": 0.1, "mid": 0.2, "high": 0.3},
            "weeks": 8,
            "scope": "destination",
            "because": "licence required",
            "measures": ["cn-2023-23-ga-ge"],
        }
    ]


def test_that_the_waterfall_free_of_order_ends_at_the_same_loss(ask: Ask) -> None:
    asked = ("--scenario", "slow-licences", "--material", "dysprosium", "--draws", 1)
    falls = [told(ask, *asked), told(ask, *asked, "--order-free")]
    assert [found["waterfall_order"] for found in falls] == ["as they act", "free"]
    plain, free = (
        {step["what"]: step["value_added_usd"] for step in found["waterfall"]} for found in falls
    )
    moved = {what for what in plain if free[what] != pytest.approx(plain[what], rel=1e-9)}
    assert moved
    assert moved <= {"other suppliers", "stocks", "substitution"}
    assert sum(free[one] for one in moved) == pytest.approx(sum(plain[one] for one in moved))
    assert "free of order (Shapley)" in ask("impact", *asked, "--order-free", *DAY).out


def test_that_a_cut_of_ones_own_needs_no_scenario(ask: Ask) -> None:
    found = told(ask, "--material", "dysprosium", "--form", "metal", "--cut", "0.9", *FEW)
    assert found["scenario"] == "own"
    assert found["total"]["value_added_usd"]["p95"] > 0


def test_that_the_text_tells_total_sectors_gaps_assumptions_and_limits(ask: Ask) -> None:
    answer = ask("impact", "--scenario", "truce-lapses", *DAY, *FEW)
    assert answer.code == 0
    for words in (
        "Value added lost US$",
        "P5 US$",
        "Other chemicals",
        "Not sized (unknown, not zero):",
        "Assumptions that move the total most",
        "Cannot tell the order of",
        "do not add up",
        "not counted",
        "Limits:",
    ):
        assert words in answer.out


def test_that_a_country_without_terms_is_unknown_and_not_zero(ask: Ask) -> None:
    answer = ask("impact", "--scenario", "full-stop", "--to", "Japan", *DAY)
    assert answer.code == 0
    assert "Not sized: unknown, not zero." in answer.out
    assert "the table of supply terms has nothing on Japan" in answer.out
    assert "US$ 0" not in answer.out


def test_that_a_cut_of_nothing_is_zero(ask: Ask) -> None:
    answer = ask("impact", "--scenario", "full-stop", "--cut", "0", *DAY)
    assert "Value added lost US$ 0" in answer.out
    assert "no exposure" in answer.out


def test_that_a_file_with_a_case_is_sized_by_it(ask: Ask, tmp_path: Path) -> None:
    line = "preset=full-stop material=gallium weeks=10 kappa.gallium.lighting=0.1..0.2..0.3"
    path = tmp_path / "mine.toml"
    write_scenario(path, Scenario("Mine"), ImpactCase.from_text(line))
    found = told(ask, "--scenario", path, *FEW)
    assert found["case"] == line
    assert [one["key"] for one in found["assumptions"] if one["changed"]] == [
        "kappa.gallium.lighting"
    ]


def test_that_a_what_if_without_a_case_costs_what_it_newly_limits(ask: Ask) -> None:
    line = "x | listed material=lanthanum date=2027-01-01 effect=ban forms=compound to=US"
    found = told(ask, "--scenario", line, *FEW)
    assert [(cut["material"], cut["because"]) for cut in found["cuts"]] == [
        ("lanthanum", "prohibited")
    ]
    assert found["sectors"][0]["sector"] == "petroleum_refining"


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        ((), 2, "name a --scenario"),
        (("--scenario", "panic"), 2, "unknown scenario 'panic'"),
        (("--scenario", "own"), 2, "needs --material and --cut"),
        (("--material", "gallium", "--cut", "1.5"), 2, "is no share"),
        (("--material", "gallium", "--cut", "lots"), 2, "is no number"),
        (("--scenario", "full-stop", "--weeks", "900"), 2, "write 0 to 260"),
        (("--scenario", "full-stop", "--scope", "moon"), 2, "unknown scope"),
        (("--scenario", "full-stop", "--material", "unobtainium"), 2, "unknown material"),
        (("--scenario", "full-stop", "--material", ","), 2, "names nothing"),
        (("--scenario", "full-stop", "--form", "soup"), 2, "unknown form"),
        (("--scenario", "full-stop", "--draws", "0"), 2, "draws"),
        (("--scenario", "full-stop", "--seed", "-1"), 2, "seed"),
        (("--scenario", "full-stop", "--to", "Narnia"), 2, "unknown country"),
        (("--scenario", "x | lapses measure=no date=2027-01-01"), 1, "cannot be used"),
    ],
)
def test_that_what_cannot_be_asked_is_told_in_one_line(
    ask: Ask, arguments: tuple[str, ...], code: int, why: str
) -> None:
    answer = ask("impact", *arguments, *DAY)
    assert (answer.code, answer.out) == (code, "")
    assert why in answer.err
    assert answer.err.count("\n") == 1
