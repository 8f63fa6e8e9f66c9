"""The codes that measures print, and the numbers under which people know measures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.listed_codes import ListedCodes, typed_control_code, typed_customs_code
from rare_gui.domain.vocabulary import SupplyForm


def test_that_a_remark_or_a_code_cut_short_is_no_code(dataset: Dataset) -> None:
    codes = ListedCodes.of(dataset).codes
    assert all(len(code) in (8, 10) or code[1] in "ABCDE" for code in codes)
    assert "2842909" not in codes


def test_that_a_line_keeps_material_form_and_words(dataset: Dataset) -> None:
    (line,) = ListedCodes.of(dataset).under("2825800010")
    assert (line.material, line.form) == ("antimony", SupplyForm.OXIDE)
    assert line.measure == "cn-2024-33-antimony-superhard"
    assert line.note == "oxides of 99.99 percent and above"


def test_that_control_codes_are_found_by_their_beginning_in_any_case(dataset: Dataset) -> None:
    materials = {line.material for line in ListedCodes.of(dataset).under("1c905")}
    assert materials == {"dysprosium", "ndfeb-magnets"}


def test_that_a_number_without_a_year_means_every_year(dataset: Dataset) -> None:
    codes = ListedCodes.of(dataset)
    assert set(codes.measures_named("No. 57") or ()) == {
        "cn-2023-57-tech-catalogue",
        "cn-2025-57-five-ree",
    }
    assert codes.measures_named("57/2025") == ("cn-2025-57-five-ree",)
    assert codes.measures_named("gallium") is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2846.90.40", "28469040"),
        ("hs 2846 90", "284690"),
        ("123", ""),
        ("12345678901", ""),
        ("٢٨٤٦٩٠", ""),
        ("7440-55-3", ""),
    ],
)
def test_that_only_digits_with_dots_and_spaces_are_a_customs_code(text: str, code: str) -> None:
    assert typed_customs_code(text) == code


@given(text=st.text(max_size=20))
def test_that_no_text_breaks_the_reading_of_codes(text: str) -> None:
    assert typed_customs_code(text) == "" or typed_customs_code(text).isdigit()
    assert typed_control_code(text) in ("", text.strip())
