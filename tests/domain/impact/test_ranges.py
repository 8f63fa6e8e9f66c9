"""Ranges: their order, and what published texts mean."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.impact.ranges import ImpactError, Range, published_range


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("75", Range(0.75, 0.75, 0.75)),
        (" 12.5 % ", Range(0.125, 0.125, 0.125)),
        (">50", Range(0.5, 0.75, 1.0)),
        ("> 95", Range(0.95, 0.975, 1.0)),
        ("<10", Range(0.0, 0.05, 0.1)),
        ("10-25", Range(0.10, 0.175, 0.25)),
        ("10\u201325", Range(0.10, 0.175, 0.25)),
        ("E", Range(0.0, 0.0, 0.0)),
    ],
)
def test_that_a_published_percentage_is_read_as_shares(text: str, meant: Range) -> None:
    found = published_range(text)
    assert found is not None
    assert (found.low, found.mid, found.high) == pytest.approx((meant.low, meant.mid, meant.high))


@pytest.mark.parametrize("text", ["W", "NA", "", "  ", "w", "\u2013"])
def test_that_withheld_and_missing_are_unknown_and_never_zero(text: str) -> None:
    assert published_range(text) is None


@pytest.mark.parametrize("text", ["much", ">", "150", ">120", "50-20", "-5", "1e1000"])
def test_that_what_is_no_percentage_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(ImpactError, match=text):
        published_range(text)


@pytest.mark.parametrize("values", [(0.2, 0.1, 0.3), (0.1, 0.4, 0.3), (0.0, math.nan, 1.0)])
def test_that_a_range_out_of_order_is_refused(values: tuple[float, float, float]) -> None:
    with pytest.raises(ImpactError):
        Range(*values)


def test_that_widening_keeps_the_middle_and_never_narrows() -> None:
    direct = Range(0.1, 0.18, 0.3)
    assert direct.widened(high=0.98) == Range(0.1, 0.18, 0.98)
    assert direct.widened(low=0.2, high=0.2) == direct
    assert Range.of(0.5).is_certain
    assert not direct.is_certain


@given(st.floats(0, 100), st.sampled_from(["", ">", "<"]))
def test_that_every_signed_percentage_holds_its_number(value: float, sign: str) -> None:
    found = published_range(f"{sign}{value:.3f}")
    assert found is not None
    assert found.low - 1e-5 <= value / 100 <= found.high + 1e-5
    assert 0 <= found.low <= found.high <= 1
