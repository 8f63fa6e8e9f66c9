"""How typed words match the words of texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rare_gui.scenes.finding.word_matches import BEGUN, INSIDE, WHOLE, WordMatches, best, marked

TEXTS = WordMatches(
    {"a": "Export licence", "b": "export-ban, 2025", "c": "licences for exporters", "d": "氧化镝"}
)


def test_that_whole_words_come_before_begun_ones_and_parts() -> None:
    assert TEXTS.find("licence") == {"a": WHOLE, "c": BEGUN}
    assert TEXTS.find("port") == {"a": INSIDE, "b": INSIDE, "c": INSIDE}
    assert TEXTS.find("镝") == {"d": INSIDE}


def test_that_more_words_found_weigh_more() -> None:
    found = TEXTS.find("export lic")
    assert best(found, 2) == ["a", "c"]
    assert found["a"] == WHOLE + BEGUN


def test_that_a_slip_is_forgiven_only_where_nothing_fits() -> None:
    assert set(TEXTS.find("lisence")) == {"a", "c"}
    assert TEXTS.find("lisence")["a"] < INSIDE
    assert TEXTS.find("zz") == {}


def test_that_begun_words_of_a_title_are_marked() -> None:
    assert marked("Export licence", "lic ex") == ((0, 2), (7, 10))
    assert marked("İstanbul talks", "ta") == ((9, 11),)


@given(title=st.text(max_size=40), typed=st.text(max_size=40))
def test_that_marks_lie_within_the_title_and_in_order(title: str, typed: str) -> None:
    ends = [end for mark in marked(title, typed) for end in mark]
    assert ends == sorted(ends)
    assert all(0 <= end <= len(title) for end in ends)


@given(typed=st.text(max_size=300))
def test_that_any_text_can_be_looked_for(typed: str) -> None:
    found = TEXTS.find(typed)
    assert set(found) <= {"a", "b", "c", "d"}
    assert all(likeness > 0 for likeness in found.values())
