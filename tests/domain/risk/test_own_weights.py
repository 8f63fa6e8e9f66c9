"""The user's own score: off unless set, its parts add up to it, bad weights get a clear line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.risk.figures import Part, missing
from rare_gui.domain.risk.own_weights import SCALES, OwnWeights, WeightsError
from rare_gui.domain.vocabulary import DataClass

WEIGHTS = st.dictionaries(st.sampled_from(list(SCALES)), st.floats(0.001, 1e6), min_size=1)


def figure(name: str, value: float, low: float | None = None, high: float | None = None) -> Part:
    return Part(name, value, "", DataClass.DERIVED, ("a",), "2024", low=low, high=high)


def test_that_the_score_is_the_one_reckoned_by_hand() -> None:
    """HHI 5,000 of 10,000 with weight 2, reliance 80 of 100 with 1: (2 * .5 + .8) / 3 = .6."""
    made = OwnWeights({"hhi": 2, "import_reliance": 1}).score(
        {"hhi": figure("hhi", 5000), "import_reliance": figure("import_reliance", 80)}
    )
    assert [part.value for part in made.parts] == [pytest.approx(1 / 3), pytest.approx(0.8 / 3)]
    assert made.value == pytest.approx(0.6)


@given(weights=WEIGHTS, data=st.data())
def test_that_the_parts_add_up_and_the_score_is_from_0_to_1(
    weights: dict[str, float], data: st.DataObject
) -> None:
    figures = {n: figure(n, data.draw(st.floats(0, SCALES[n]))) for n in weights}
    made = OwnWeights(weights).score(figures)
    assert made.value == pytest.approx(sum(part.value or 0 for part in made.parts))
    assert -1e-9 <= (made.value or 0) <= 1 + 1e-9


@given(weights=WEIGHTS, factor=st.floats(0.01, 100))
def test_that_only_the_proportions_of_weights_count(
    weights: dict[str, float], factor: float
) -> None:
    figures = {n: figure(n, SCALES[n] / 3) for n in weights}
    one = OwnWeights(weights).score(figures).value
    other = OwnWeights({n: w * factor for n, w in weights.items()}).score(figures).value
    assert one == pytest.approx(other)


def test_that_a_missing_figure_refuses_the_score_with_its_reason() -> None:
    figures = {"hhi": figure("hhi", 1), "nassar": missing("nassar", "it lacks a part")}
    made = OwnWeights({"hhi": 1, "nassar": 1}).score(figures)
    assert made.value is None
    assert "it lacks a part" in str(made.refusal)
    assert OwnWeights({"geopolrisk": 1}).score({}).value is None


def test_that_ranges_carry_over() -> None:
    made = OwnWeights({"geopolrisk": 3}).score({"geopolrisk": figure("geopolrisk", 0.5, 0.2, 0.9)})
    assert made.bounds == (pytest.approx(0.2), pytest.approx(0.9))


@given(weights=WEIGHTS)
def test_that_weights_are_read_as_they_are_written(weights: dict[str, float]) -> None:
    text = OwnWeights(weights).to_text()
    assert OwnWeights.from_text(text).to_text() == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no weights are given"),
        ("hhi", "is no weight"),
        ("hhi=x", "is no weight"),
        ("hhi=-1", "above 0"),
        ("hhi=0", "above 0"),
        ("hhi=nan", "above 0"),
        ("hhi=inf", "above 0"),
        ("hi=1", "choose from hhi"),
        ("hhi=1 hhi=2", "twice"),
        ("hhi=1e308 nassar=1e308", "too large"),
        ("\U0001f4a3=1", "cannot be weighted"),
        ("x" * 10_000 + "=1", "cannot be weighted"),
    ],
)
def test_that_weights_that_cannot_be_meant_are_refused(text: str, told: str) -> None:
    with pytest.raises(WeightsError, match=told) as refused:
        OwnWeights.from_text(text)
    assert len(str(refused.value)) < 300
