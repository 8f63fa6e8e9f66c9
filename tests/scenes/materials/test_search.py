"""What a text typed over the list means; none is an error, none is slow."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.materials.search import MOST_READ, MaterialSearch, TextSearch


@pytest.fixture(scope="module")
def search(dataset: Dataset) -> MaterialSearch:
    texts = {
        row["material"]: " ".join(
            str(row[key]) for key in ("material", "name", "name_zh", "symbol", "cas", "hs6_raw")
        )
        for row in dataset.tables["materials"].to_dict("records")
    }
    return MaterialSearch(dataset, texts)


@pytest.mark.parametrize(
    ("text", "materials"),
    [
        ("Dysprosium", {"dysprosium"}),
        ("镝", {"dysprosium"}),
        ("In", {"indium"}),
        ("7440-55-3", {"gallium"}),
        ("Dy2O3", {"dysprosium"}),
        ("gallium oxide", {"gallium"}),
        ("galium", {"gallium"}),
        ("disprosium", {"dysprosium"}),
        ("Natural graphite", {"graphite-natural"}),
        ("3c004.A", {"indium"}),
    ],
)
def test_that_names_signs_codes_and_slips_find_their_material(
    search: MaterialSearch, text: str, materials: set[str]
) -> None:
    assert search.find(text).materials == materials


def test_that_no_text_keeps_all_and_a_slip_is_told(search: MaterialSearch) -> None:
    assert search.find("  ").materials is None
    assert search.find("galium").told == "No “galium” here; perhaps gallium?"
    assert search.find("gallium").told == ""


@pytest.mark.parametrize("text", ["2825800010", "2825.80.0010", "HS 2825 8000 10"])
def test_that_a_listed_ten_digit_code_is_answered_with_its_act(
    search: MaterialSearch, text: str
) -> None:
    answer = search.find(text)
    assert answer.materials == {"antimony"}
    assert answer.told == "Listed: 2825800010 antimony oxide (MOFCOM/GACC No. 33 of 2024)."


def test_that_an_unlisted_code_says_so_and_names_what_its_heading_holds(
    search: MaterialSearch,
) -> None:
    near = search.find("2825800090")
    assert near.told.startswith("2825800090 is not among the customs codes")
    assert "2825800010 antimony oxide" in near.told
    covered = search.find("2846904000")
    assert {"dysprosium", "lanthanum"} <= (covered.materials or frozenset())
    assert "without customs codes" in covered.told
    assert search.find("9999999999").materials == frozenset()


def test_that_a_national_line_is_no_answer_for_a_longer_code(search: MaterialSearch) -> None:
    # 28469040 is a line of the EU for lanthanum; China's ten digits may mean other goods
    assert search.find("28469040").materials == {"lanthanum"}
    assert (search.find("2846904000").materials or frozenset()) > {"lanthanum"}


@pytest.mark.parametrize("text", ["No. 18 of 2025", "18/2025", "2025年第18号", "no 18, 2025"])
def test_that_the_number_of_an_act_finds_what_it_names(search: MaterialSearch, text: str) -> None:
    answer = search.find(text)
    assert {"dysprosium", "samarium", "yttrium"} <= (answer.materials or frozenset())
    assert "No. 18 of 2025 concerns" in answer.told


def test_that_an_unknown_number_of_an_act_says_so(search: MaterialSearch) -> None:
    assert search.find("No. 999 of 2025").told == "No act of this number is in these data."


@given(text=st.text(max_size=60) | st.from_regex(r"[*?\[\]\"'%_\\(){}+.😀]{1,30}"))
def test_that_no_text_is_an_error(dataset: Dataset, text: str) -> None:
    search = MaterialSearch(dataset, {"gallium": "gallium ga 镓"})
    search.find(text)


@pytest.mark.parametrize("letter", ["a", "1", "*", "😀", '"', "镝 "])
def test_that_ten_thousand_letters_are_not_slow(search: MaterialSearch, letter: str) -> None:
    search.prepare()
    start = perf_counter()
    search.find(letter * 10_000)
    assert perf_counter() - start < 0.05


def test_that_what_is_longer_than_the_limit_is_read_to_there() -> None:
    search = TextSearch({"gallium": "gallium"})
    assert search.find("gallium" + " " * MOST_READ + "nothing").materials == {"gallium"}
