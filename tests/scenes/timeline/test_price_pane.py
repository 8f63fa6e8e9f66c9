"""Prices of unlike goods never share a plot; what is not drawn is named."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.prices import prices
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.price_pane import price_pane

WINDOW = (date(2021, 1, 1), date(2026, 11, 23))


def selection(material: str) -> Selection:
    return Selection(material, date(2026, 11, 23))


def test_that_one_grade_of_graphite_is_drawn_and_the_others_are_listed(dataset: Dataset) -> None:
    pane = price_pane(dataset, selection("graphite-natural"), WINDOW)
    assert (pane.title, pane.unit) == ("Price, ore", "US$/kg, Amorphous")
    assert len(pane.marks) == 5  # one grade, a year each
    assert all("ore, Amorphous" in mark.spoken for mark in pane.marks)
    assert all("not drawn: Flake; Lump and chip" in mark.spoken for mark in pane.marks)
    assert pane.marks[0].label == "2 other series not drawn"
    assert pane.marks[-1].label == "US import unit value, annual"


def test_that_purities_of_one_form_are_compared(dataset: Dataset) -> None:
    pane = price_pane(dataset, selection("dysprosium"), WINDOW)
    assert pane.unit == "US$/kg"
    markets = {mark.spoken.split(",")[0] for mark in pane.marks}
    assert {"FOB China (SMM)", "Europe spot (Argus)"} <= markets


def test_that_words_that_repeat_the_market_are_no_grade(dataset: Dataset) -> None:
    pane = price_pane(dataset, selection("gallium"), WINDOW)
    assert pane.unit == "US$/kg"
    spoken = " ".join(mark.spoken for mark in pane.marks)
    assert "Rotterdam" in spoken
    assert "US import unit value" in spoken


@pytest.mark.parametrize("number", range(61))
def test_that_no_pane_mixes_named_grades_or_forms(dataset: Dataset, number: int) -> None:
    material = sorted(dataset.law.named_forms)[number]
    pane = price_pane(dataset, selection(material), WINDOW)
    by_words = {
        (p.market_words, p.usd_per_kg, p.form, p.grade): (p.form, p.named_grade)
        for p in prices(dataset, material)
    }
    drawn = {
        goods
        for (market, value, form, grade), goods in by_words.items()
        for mark in pane.marks
        if mark.value == value
        and mark.spoken.startswith(market)
        and f"coverage: {', '.join(part for part in (form, grade) if part)}, " in mark.spoken
    }
    assert len(drawn) == (1 if pane.marks else 0)


@given(number=st.integers(0, 60), days=st.integers(30, 2000))
def test_that_every_goods_with_a_price_is_drawn_or_named(
    dataset: Dataset, number: int, days: int
) -> None:
    material = sorted(dataset.law.named_forms)[number]
    window = (date.fromordinal(WINDOW[1].toordinal() - days), WINDOW[1])
    pane = price_pane(dataset, selection(material), window)
    if pane.marks:
        goods = {
            (p.form, p.named_grade)
            for p in prices(dataset, material)
            if p.precision == "year" or window[0] <= p.day <= window[1]
        }
        words = pane.marks[0].spoken.partition("not drawn: ")[2]
        assert len([word for word in words.split("; ") if word]) == len(goods) - 1


def test_that_the_plot_says_of_which_form_its_prices_are(dataset: Dataset) -> None:
    assert price_pane(dataset, selection("graphite-natural"), WINDOW).form == "ore"
