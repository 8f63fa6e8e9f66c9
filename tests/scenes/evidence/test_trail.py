"""The way through the figures asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rare_gui.scenes.evidence.trail import MOST, Trail

STEPS = st.lists(st.sampled_from(["a", "b", "c", "<", ">"]), max_size=40)


def walked(steps: list[str]) -> Trail:
    trail = Trail()
    for step in steps:
        trail = trail.back() if step == "<" else trail.forward() if step == ">" else trail.ask(step)
    return trail


def test_that_a_figure_asked_for_after_going_back_forgets_what_lay_ahead() -> None:
    trail = walked(["a", "b", "c", "<", "<", "b"])
    assert (trail.keys, trail.words()) == (("a", "b"), "2 of 2 figures")


def test_that_the_same_figure_again_is_no_step() -> None:
    assert walked(["a", "a"]).words() == "1 of 1 figure"


def test_that_old_figures_are_forgotten() -> None:
    trail = walked([str(number) for number in range(MOST + 5)])
    assert len(trail.keys) == MOST
    assert trail.key == str(MOST + 4)


@given(STEPS)
def test_that_back_then_forward_comes_to_the_same_figure(steps: list[str]) -> None:
    trail = walked(steps)
    assert 0 <= trail.place <= max(len(trail.keys) - 1, 0)
    if trail.can_go_back:
        assert trail.back().forward() == trail
