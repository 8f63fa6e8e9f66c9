"""Ranks as ranges: within the inputs' ranges and across methods; ties are ties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.risk.ranking import Rank, Score, ranks, ranks_across

SCORES = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3),
    st.lists(st.floats(0, 100), min_size=3, max_size=3).map(
        lambda three: Score(sorted(three)[1], min(three), max(three))
    ),
    max_size=12,
)


def exact(**values: float) -> dict[str, Score]:
    return {name: Score(value, value, value) for name, value in values.items()}


def test_that_equal_scores_share_a_rank_and_the_next_is_skipped() -> None:
    found = ranks(exact(a=3.0, b=2.0, c=2.0 + 1e-12, d=1.0))
    assert found == {
        "a": Rank(1, 1, 1),
        "b": Rank(2, 2, 2, ("c",)),
        "c": Rank(2, 2, 2, ("b",)),
        "d": Rank(4, 4, 4),
    }
    assert str(found["b"]) == "2="


def test_that_overlapping_ranges_make_a_range_of_ranks() -> None:
    """a 8 to 10, b 5 to 9, c 1 to 2: a and b may change places, c may not."""
    found = ranks({"a": Score(9, 8, 10), "b": Score(6, 5, 9), "c": Score(1, 1, 2)})
    assert {n: (r.rank, r.best, r.worst) for n, r in found.items()} == {
        "a": (1, 1, 2),
        "b": (2, 1, 2),
        "c": (3, 3, 3),
    }
    assert str(found["b"]) == "2 (1 to 2)"
    assert found["c"].is_firm


@given(scores=SCORES)
def test_that_a_rank_lies_in_its_range(scores: dict[str, Score]) -> None:
    found = ranks(scores)
    assert set(found) == set(scores)
    for rank in found.values():
        assert 1 <= rank.best <= rank.rank <= rank.worst <= len(scores)


@given(scores=SCORES, data=st.data())
def test_that_any_draw_within_the_ranges_keeps_to_the_ranks(
    scores: dict[str, Score], data: st.DataObject
) -> None:
    found = ranks(scores)
    drawn = {n: data.draw(st.floats(s.low, s.high)) for n, s in scores.items()}
    for name, value in drawn.items():
        place = 1 + sum(other > value * (1 + 1e-8) for other in drawn.values())
        assert found[name].best <= place <= found[name].worst


def test_that_methods_that_disagree_give_a_range_among_what_all_of_them_score() -> None:
    found = ranks_across({"x": {"a": 3, "b": 2, "c": 1}, "y": {"a": 1, "b": 2, "d": 9}})
    assert set(found) == {"a", "b"}
    assert {n: (r.best, r.worst) for n, r in found.items()} == {"a": (1, 2), "b": (1, 2)}
    assert found["a"].tied == ("b",)


def test_that_nothing_ranks_nothing() -> None:
    assert ranks({}) == {}
    assert ranks_across({}) == {}
    assert ranks_across({"x": {"a": 1}, "y": {"b": 1}}) == {}


@pytest.mark.parametrize("three", [(1, 2, 3), (float("nan"), 0, 1), (1, 0, float("inf"))])
def test_that_a_score_that_is_none_is_refused(three: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match=r"score|order"):
        Score(*three)
