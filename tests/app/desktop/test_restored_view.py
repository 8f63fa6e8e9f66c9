"""A view from a file: what the data no longer hold is dropped and named, the rest is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.app.desktop.restored_view import restored_view
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection

USUAL = Selection("dysprosium", date(2026, 11, 23))
KEPT = "material=gallium as_of=2025-12-01 view=list form=metal to=DE"


def test_that_a_view_is_restored_whole(dataset: Dataset) -> None:
    wanted = Selection.from_text(KEPT, USUAL)
    assert restored_view(dataset, wanted.to_text(), USUAL) == (wanted, "")


@pytest.mark.parametrize("name", ["scenario", "words", "impact"])
@given(value=st.text(st.sampled_from("ab|=' \"\\#"), min_size=1, max_size=20).filter(str.strip))
def test_that_a_value_with_spaces_and_quotes_is_restored(
    dataset: Dataset, name: str, value: str
) -> None:
    wanted = replace(Selection.from_text(KEPT, USUAL), **{name: value})  # type: ignore[arg-type]
    assert restored_view(dataset, wanted.to_text(), USUAL) == (wanted, "")


@pytest.mark.parametrize(
    "lost",
    [
        "sector=forgotten", "event=forgotten", "material=unobtainium", "to=XX", "from=nowhere",
        "authority=XX", "view=sphere", "as_of=2025-02-30", "form=plasma", "colour=red", "words",
    ],
)  # fmt: skip
def test_that_what_is_lost_is_named_and_the_rest_is_kept(lost: str, dataset: Dataset) -> None:
    name, _, value = lost.partition("=")
    rest = " ".join(word for word in KEPT.split() if not word.startswith(f"{name}="))
    selection, told = restored_view(dataset, f"{rest} {lost}", USUAL)
    assert (value or name) in told
    assert selection == Selection.from_text(rest, USUAL)


def test_that_a_trade_of_a_country_with_itself_gives_way(dataset: Dataset) -> None:
    selection, told = restored_view(dataset, "material=gallium from=DE to=DE", USUAL)
    assert (selection.origin, selection.destination) == ("CN", "US")
    assert "DE" in told


def test_that_a_text_that_cannot_be_split_is_told(dataset: Dataset) -> None:
    assert restored_view(dataset, "material='gallium", USUAL) == (
        USUAL, "The view cannot be read and is not restored.",
    )  # fmt: skip


@given(text=st.text(max_size=60) | st.lists(st.sampled_from(KEPT.split())).map(" ".join))
@settings(max_examples=60)
def test_that_any_text_gives_a_view_that_the_data_hold(text: str, dataset: Dataset) -> None:
    selection, _ = restored_view(dataset, text, USUAL)
    assert selection.material in dataset.law.named_forms
    assert restored_view(dataset, selection.to_text(), USUAL) == (selection, "")
