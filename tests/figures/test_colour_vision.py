"""States are told apart without red or green: by their colours as seen, or by another code.

Deuteranopia and protanopia are simulated after Machado, Oliveira and Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), 2009, at
severity 1.0; distances are CIEDE2000. Both are coloraide's.
"""

from __future__ import annotations

from itertools import combinations

import pytest
from coloraide import Color

from rare_gui.domain.vocabulary import LegalState
from rare_gui.figures.theme import THEME_NAMES, Theme, load_theme
from rare_gui.figures.timeline.bars import fill_color
from rare_gui.scenes.chips import _LOOKS
from rare_gui.scenes.palette import Fill

APART = 10.0
"""CIEDE2000 that two solid fills keep at least; about ten times what is just noticed."""
VISIONS = ("deutan", "protan")
SOLID = (Fill.LICENCE, Fill.BAN, Fill.REPORTED, Fill.CONTEXT, Fill.RELIEF)
"""Fills of bars that differ by nothing but colour and words."""


def seen(color: Color, vision: str) -> Color:
    return color.filter(vision, method="machado") if vision else color


def distance(one: Color, other: Color, vision: str) -> float:
    return seen(one, vision).delta_e(seen(other, vision), method="2000")


def color_of(theme: Theme, token: str) -> Color:
    return Color(theme.color(token).name())


@pytest.fixture(params=THEME_NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


@pytest.mark.parametrize("vision", ["", *VISIONS])
def test_that_solid_bars_are_told_apart_by_colour(theme: Theme, vision: str) -> None:
    fills = {fill: Color(fill_color(fill, theme).name()) for fill in SOLID}
    close = {
        f"{one} and {other}": round(distance(fills[one], fills[other], vision), 1)
        for one, other in combinations(fills, 2)
        if distance(fills[one], fills[other], vision) < APART
    }
    assert close == {}


@pytest.mark.parametrize("vision", VISIONS)
def test_that_stripes_are_told_from_what_they_cross_by_lightness(theme: Theme, vision: str) -> None:
    ground, stripe = color_of(theme, "sus"), color_of(theme, "sus-hatch")
    assert distance(ground, stripe, vision) >= APART


@pytest.mark.parametrize("vision", VISIONS)
def test_that_raw_and_finished_series_are_told_apart(theme: Theme, vision: str) -> None:
    assert distance(color_of(theme, "raw"), color_of(theme, "fin"), vision) >= 2 * APART


def test_that_every_chip_has_a_shape_or_a_letter_of_its_own() -> None:
    looks = {(shape, letter) for shape, _, letter in _LOOKS.values()}
    assert len(looks) == len(_LOOKS)


@pytest.mark.parametrize("vision", VISIONS)
def test_that_quiet_chips_which_have_no_letter_differ_in_shape_or_colour(
    theme: Theme, vision: str
) -> None:
    """Quotas and duties share their look and are the exception: both are import-side grey."""
    states = [state for state in _LOOKS if state is not LegalState.DUTY]
    for one, other in combinations(states, 2):
        (shape, role, _), (other_shape, other_role, _) = _LOOKS[one], _LOOKS[other]
        apart = distance(color_of(theme, role), color_of(theme, other_role), vision)
        assert shape is not other_shape or apart >= APART, (one, other)


def test_that_the_simulation_is_the_published_one() -> None:
    """Pure red at severity 1.0, from the paper's matrices in linear light."""
    for vision, first in (("protan", 0.152286), ("deutan", 0.367322)):
        red = seen(Color("srgb-linear", [1, 0, 0]), vision).convert("srgb-linear")
        assert red["red"] == pytest.approx(first, abs=1e-4)
