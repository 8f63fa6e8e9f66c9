"""The published indices: their parts make the score, and a missing part refuses it."""

from __future__ import annotations

from math import prod

import pandas as pd
import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.eu_indices import eu_economic_importance, eu_supply_risk
from rare_gui.domain.risk.geopolrisk import geopolrisk
from rare_gui.domain.risk.nassar import nassar
from rare_gui.domain.vocabulary import DataClass
from tests.domain.risk.made_up import GOVERNANCE, PRODUCTION, TRADE, table, with_tables


def test_that_geopolrisk_is_the_one_reckoned_by_hand(dataset: Dataset) -> None:
    """Antimony ore into Japan, 2022: Austria 46 t, India 143 t; no mines in Japan.

    HHI: squared tonnes 1,907,258,780 over 83,212^2 (countries add up to more than 83,031): .275447.
    Risks: AT (2.5 - .637995) / 5 = .372401, IN (2.5 + .568608) / 5 = .6137216.
    Imports: (46 * .372401 + 143 * .6137216) / 189 = .5549875. Score: .1528697.
    """
    made = geopolrisk(dataset, "antimony", "JP", 2022)
    concentration, imports = made.parts
    assert concentration.value == pytest.approx(0.275447, abs=1e-6)
    assert imports.value == pytest.approx(0.5549875, abs=1e-6)
    assert made.value == pytest.approx(0.1528697, abs=1e-6)
    assert made.refusal is None
    assert "Japan" in made.of
    assert "2022" in made.of


def test_that_own_output_lowers_geopolrisk(dataset: Dataset) -> None:
    """Imports 30 t from China (risk .5), own 10 t, world 40 t of which China 30, Japan 10.

    HHI (30^2 + 10^2) / 40^2 = .625; imports 30 * .5 / 40 = .375; score .234375.
    """
    gross = {"material": "antimony", "basis": "gross weight"}
    made = geopolrisk(
        with_tables(
            dataset,
            governance=table(GOVERNANCE, {}, {"country": "JP"}),
            trade_annual=table(TRADE, {"tonnes": 30}),
            production=table(
                PRODUCTION,
                gross | {"country": "WLD", "tonnes": 40},
                gross | {"tonnes": 30},
                gross | {"country": "JP", "tonnes": 10},
            ),
        ),
        "antimony",
        "JP",
        2020,
    )
    assert [part.value for part in made.parts] == [pytest.approx(0.625), pytest.approx(0.375)]
    assert made.value == pytest.approx(0.234375)


def test_that_own_output_in_another_unit_refuses_geopolrisk(dataset: Dataset) -> None:
    made = geopolrisk(dataset, "rare-earths", "AU", 2022)
    assert made.value is None
    assert "units do not match" in str(made.refusal)


@pytest.mark.parametrize(
    ("material", "importer", "year", "told"),
    [
        ("dysprosium", "US", None, "no bilateral trade line of dysprosium alone"),
        ("gallium", "DE", None, "holds other goods too"),
        ("antimony", "AQ", None, "no bilateral trade rows"),
        ("tungsten", "JP", 1995, "1995 is outside"),
        ("antimony", "JP", 2012, "2012 is outside the series"),
    ],
)
def test_that_geopolrisk_says_why_it_is_not_computed(
    dataset: Dataset, material: str, importer: str, year: int | None, told: str
) -> None:
    made = geopolrisk(dataset, material, importer, year)
    assert made.value is None
    assert made.bounds is None
    assert str(made.refusal).startswith("not computed, because ")
    assert told in str(made.refusal)


def test_that_without_a_year_geopolrisk_takes_the_latest_that_is_whole(dataset: Dataset) -> None:
    made = geopolrisk(dataset, "graphite-natural", "US")
    assert made.value is not None
    assert made.parts[1].years == "2024"


def test_that_eu_supply_risk_is_the_one_reckoned_by_hand(dataset: Dataset) -> None:
    """Antimony, extraction, 2022; reliance 100 % (2016-2020), so each side counts half.

    World: sum of squared shares times risk, times 10: 1.665574. EU imports 3,324.141 t, no own
    mines: 3.074435. Not recycled 1 - .28, substitution .94.
    (1.665574 * .5 + 3.074435 * .5) * .72 * .94 = 1.604019.
    """
    made = eu_supply_risk(dataset, "antimony", "EU", 2022)
    concentration = made.parts[0]
    assert [part.value for part in concentration.parts] == [
        pytest.approx(1.665574 / 2, abs=1e-6),
        pytest.approx(3.074435 / 2, abs=1e-6),
    ]
    assert made.value == pytest.approx(1.604019, abs=1e-6)
    assert all(part.from_memory for part in made.parts)
    assert made.of == "EU27, extraction stage"


def test_that_a_member_gets_the_eus_figure_and_is_told_so(dataset: Dataset) -> None:
    member, union = (eu_supply_risk(dataset, "antimony", who, 2022) for who in ("DE", "EU"))
    assert member.value == union.value
    assert "EU27" in member.of
    assert "Germany is a member, and has no figure of its own" in member.of


def test_that_others_get_no_eu_supply_risk(dataset: Dataset) -> None:
    made = eu_supply_risk(dataset, "antimony", "US", 2022)
    assert made.value is None
    assert "the United States is not in it" in str(made.refusal)


def test_that_each_missing_input_refuses_eu_supply_risk(dataset: Dataset) -> None:
    materials = dataset.tables["materials"].copy()
    materials["substitution_index_sr_eu"] = float("nan")
    empty = dataset.tables["import_reliance"].iloc[:0]
    for made_of, told in (
        (with_tables(dataset, materials=materials), "substitution index"),
        (with_tables(dataset, import_reliance=empty), "no EU import reliance"),
    ):
        made = eu_supply_risk(made_of, "antimony", "EU", 2022)
        assert made.value is None
        assert told in str(made.refusal)
    assert "outside" in str(eu_supply_risk(dataset, "antimony", "EU", 1999).refusal)


def test_that_economic_importance_is_not_computed_and_says_what_is_missing() -> None:
    made = eu_economic_importance()
    assert made.value is None
    assert "NACE" in str(made.refusal)
    assert "SI_EI" in str(made.refusal)


def test_that_nassar_gives_the_factors_it_has_and_refuses_the_score(dataset: Dataset) -> None:
    """Gallium into the US, 2022: every producer is foreign, so the weighted HHI over 10,000."""
    made = nassar(dataset, "gallium", "US", 2022)
    potential, exposure, vulnerability = made.parts
    assert potential.value == pytest.approx(0.56932783, abs=1e-7)
    assert potential.from_memory
    assert potential.data_class is DataClass.JUDGEMENT
    assert "upper bound" in potential.note
    assert exposure.value == 1
    assert vulnerability.value is None
    assert made.value is None
    assert "operating profit" in str(made.refusal)


def test_that_an_importers_own_output_is_no_disruption(dataset: Dataset) -> None:
    own, other = (nassar(dataset, "gallium", who, 2022).parts[0].value for who in ("CN", "US"))
    assert own is not None
    assert other is not None
    assert own < 0.001 < other


def test_that_a_published_bound_is_a_range_of_exposure(dataset: Dataset) -> None:
    exposure = nassar(dataset, "tungsten", "US", 2022).parts[1]
    assert exposure.bounds == (0.5, 1.0)


@pytest.mark.parametrize("importer", ["EU", "DE", "JP"])
def test_that_every_score_is_its_parts_combined(dataset: Dataset, importer: str) -> None:
    for material in dataset.material_names:
        for made in (
            geopolrisk(dataset, material, importer),
            eu_supply_risk(dataset, material, importer, None),
        ):
            if made.value is None:
                assert made.missing
                continue
            assert made.value == pytest.approx(prod(part.value or 0 for part in made.parts))
            assert made.bounds is not None
            assert made.bounds[0] <= made.value <= made.bounds[1]
            for part in made.parts:
                if part.parts:
                    assert part.value == pytest.approx(sum(one.value or 0 for one in part.parts))
            assert made.sources


def test_that_no_governance_table_refuses_and_does_not_fail(dataset: Dataset) -> None:
    empty: pd.DataFrame = dataset.tables["governance"].iloc[:0]
    made = geopolrisk(with_tables(dataset, governance=empty), "antimony", "JP", 2022)
    assert "no table of governance" in str(made.refusal)
