"""Columns of parts lists: headings, guesses, overrides, numbers as people write them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.parts.line import Field
from rare_gui.intake.parts.columns import UnknownColumn
from rare_gui.intake.parts.lines import open_list, parts_list
from rare_gui.intake.parts.numbers import read_column

SAMPLES = Path(__file__).resolve().parent


def written(tmp_path: Path, *lines: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_that_headings_and_contents_tell_the_columns(tmp_path: Path, dataset: Dataset) -> None:
    path = written(
        tmp_path,
        "No.;Item;Was;CAS;Gewicht (kg);Country of origin;Cost [EUR]",
        "1;Part A;Dysprosium metal;7429-91-6;1,5;China;1.000,50",
        "2;Part B;NdFeB magnet;;0,25;Japan;99,00",
    )
    layout, parts = open_list(path, dataset, "CN")
    assert {field: layout.headings[place] for field, place in parts.mapped.items()} == {
        Field.PART: "Item", Field.MATERIAL: "Was", Field.CAS: "CAS", Field.GRAMS: "Gewicht (kg)",
        Field.COUNTRY: "Country of origin", Field.SPEND: "Cost [EUR]",
    }  # fmt: skip
    first = parts.lines[0]
    assert (first.number, first.grams, first.spend, first.currency) == (2, 1500, 1000.5, "EUR")


def test_that_chinese_headings_are_read(tmp_path: Path, dataset: Dataset) -> None:
    path = written(tmp_path, "零件,材料,产地", "甲,氧化镝,中国", "乙,钕铁硼磁体,中国")
    _, parts = open_list(path, dataset, "CN")
    assert parts.mapped == {Field.PART: 0, Field.MATERIAL: 1, Field.COUNTRY: 2}


def test_that_lines_above_the_headings_are_kept_apart(tmp_path: Path, dataset: Dataset) -> None:
    path = written(tmp_path, "Report of 2026,", "", "Part,Material", "A,Dy metal")
    _, parts = open_list(path, dataset, "CN")
    assert [number for number, _ in parts.above] == [1, 3]
    assert parts.empty_lines == (2,)
    assert [(line.number, line.part) for line in parts.lines] == [(4, "A")]


def test_that_a_bare_list_of_names_needs_no_heading(tmp_path: Path, dataset: Dataset) -> None:
    path = written(tmp_path, "Dysprosium metal", "Terbium oxide", "steel bracket")
    _, parts = open_list(path, dataset, "CN")
    assert [line.material for line in parts.lines] == [
        "Dysprosium metal", "Terbium oxide", "steel bracket",
    ]  # fmt: skip
    assert parts.above == ()


def test_that_the_sample_is_the_same_as_text_and_as_workbook(dataset: Dataset) -> None:
    lists = [open_list(SAMPLES / name, dataset, "CN")[1] for name in ("sample.csv", "sample.xlsx")]
    assert lists[0].lines == lists[1].lines
    assert lists[0].mapped == lists[1].mapped


@pytest.mark.parametrize("column", ["Note", "note", "C", "c", "3", " 3 "])
def test_that_a_column_is_named_by_heading_letter_or_number(
    tmp_path: Path, dataset: Dataset, column: str
) -> None:
    path = written(tmp_path, "Part,Material,Note", "A,Dy metal,Tb oxide")
    _, parts = open_list(path, dataset, "CN", {"material": column})
    assert parts.lines[0].material == "Tb oxide"


@pytest.mark.parametrize("column", ["D", "0", "4", "Nothing", "999999999"])
def test_that_an_unknown_column_names_the_known_ones(
    tmp_path: Path, dataset: Dataset, column: str
) -> None:
    path = written(tmp_path, "Part,Material,Note", "A,Dy metal,x")
    with pytest.raises(UnknownColumn, match="'Part', 'Material', 'Note'"):
        open_list(path, dataset, "CN", {"material": column})


def test_that_a_field_can_be_taken_away_and_given_back(tmp_path: Path, dataset: Dataset) -> None:
    layout, parts = open_list(written(tmp_path, "Part,Material", "A,Dy metal"), dataset, "CN")
    assert parts_list(layout, {Field.MATERIAL: None}).lines[0].material == ""
    assert parts_list(layout, {}).lines == parts.lines


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1,234.50", "12"], [1234.5, 12]),
        (["1.234,50", "2.000"], [1234.5, 2000]),
        (["0.123", "5"], [0.123, 5]),
        (["0,123", "5"], [0.123, 5]),
        (["1.234.567"], [1234567]),
        (["12'000.5", "1 000"], [12000.5, 1000]),
        (["$ 1,200.00", "n/a", ""], [1200, None, None]),
        (["1e3"], [1000]),
    ],
)
def test_that_numbers_are_read_as_their_column_writes_them(
    cells: Sequence[str], values: Sequence[float | None]
) -> None:
    assert list(read_column(cells).values) == values


def test_that_a_figure_that_could_be_either_is_told(tmp_path: Path, dataset: Dataset) -> None:
    assert read_column(["1,234"]).guessed
    path = written(tmp_path, "Part;Material;Cost", "A;Dy metal;1,234")
    _, parts = open_list(path, dataset, "CN")
    assert parts.lines[0].spend == 1234
    assert "parting thousands" in parts.problems[0].what


@given(st.lists(st.integers(-(10**9), 10**9).map(lambda n: n / 100), min_size=1))
def test_that_both_decimal_signs_give_the_same_numbers(numbers: list[float]) -> None:
    english = [f"{number:,.2f}" for number in numbers]
    german = [text.translate(str.maketrans(",.", ".,")) for text in english]
    assert read_column(english).values == read_column(german).values == tuple(numbers)


@pytest.mark.parametrize(
    ("heading", "cell", "grams"),
    [
        ("Weight (g)", "5", 5),
        ("Weight", "5 kg", 5000),
        ("Weight [mg]", "5", 0.005),
        ("Mass", "2 lb", 907.18474),
        ("Weight (kg)", "5 g", 5),
        ("Weight", "5 pcs", None),
        ("Weight (g)", "-5", None),
    ],
)
def test_that_mass_is_grams_or_nothing(
    tmp_path: Path, dataset: Dataset, heading: str, cell: str, grams: float | None
) -> None:
    path = written(tmp_path, f"Part;Material;{heading}", f"A;Dy metal;{cell}")
    _, parts = open_list(path, dataset, "CN", {"grams": "3"})
    assert parts.lines[0].grams == pytest.approx(grams)


@pytest.mark.parametrize(
    ("cell", "share"), [("99.9 %", 0.999), ("0.5", 0.5), ("30", 0.3), ("250", None), ("x", None)]
)
def test_that_a_share_is_a_part_of_the_whole_or_nothing(
    tmp_path: Path, dataset: Dataset, cell: str, share: float | None
) -> None:
    path = written(tmp_path, "Part;Material;Share", f"A;Dy metal;{cell}")
    _, parts = open_list(path, dataset, "CN", {"share": "3"})
    assert parts.lines[0].share == pytest.approx(share)
