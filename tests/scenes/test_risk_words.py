"""Risk figures in words: the method is named, and a missing figure gives its reason."""

from __future__ import annotations

import pytest

from rare_gui.domain.risk.assessment import METHODS
from rare_gui.domain.risk.own_weights import KEY, SCALES
from rare_gui.scenes.risk_words import METHOD_NAMES, figure_words, index_words, number_words

FIGURE = {
    "value": 5054.4,
    "unit": "0 to 10,000",
    "years": "2025",
    "note": "mine",
    "data_class": "derived",
}
PART = {"value": 0.5, "unit": "1", "from_memory": True}
INDEX = {
    "value": 0.25, "low": 0.2, "high": 0.3, "combination": "product", "of": "into Japan",
    "data_class": "derived", "parts": {"world_share": PART, "other": PART | {"from_memory": False}},
}  # fmt: skip


def test_that_every_method_and_weight_has_a_name() -> None:
    assert {*METHODS, *SCALES, KEY} <= set(METHOD_NAMES)
    assert METHOD_NAMES[KEY].startswith("Your own")


def test_that_a_figure_names_its_method_year_and_class() -> None:
    assert figure_words("hhi", FIGURE) == "HHI 5,054 (2025; mine; derived)"


def test_that_a_missing_figure_gives_its_reason() -> None:
    refused = {"value": None, "not_computed": "not computed, because it is so"}
    assert figure_words("hhi", refused) == "HHI: not computed, because it is so"
    assert index_words("nassar", refused).endswith("because it is so")


def test_that_a_score_opens_into_its_parts() -> None:
    assert index_words("geopolrisk", INDEX) == (
        "GeoPolRisk 0.25 (0.2 to 0.3) = product of world share 0.500 (from memory), other 0.500; "
        "into Japan; derived"
    )


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [(5054.4, "0 to 10,000", "5,054"), (69.23, "%", "69.2 %"), (0.2718, "1", "0.272")],
)
def test_that_a_number_has_its_unit(value: float, unit: str, told: str) -> None:
    assert number_words(value, unit) == told
