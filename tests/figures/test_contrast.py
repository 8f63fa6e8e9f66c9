"""Contrast after WCAG 2.2, 1.4.3 and 1.4.11, of every pair of colours in use, in each theme.

The pairs stand beside the colours in `resources/themes/pairs.csv`. Pairs of need `decoration` never
carry a meaning alone, so nothing is asked of them but in the theme of high contrast.
"""

from __future__ import annotations

import ast
import csv
import re
from itertools import product
from pathlib import Path

import pytest
from coloraide import Color
from PySide6.QtGui import QColor

from rare_gui.figures import theme as module
from rare_gui.figures.impact.heat import MIXES
from rare_gui.figures.resources import resource_path
from rare_gui.figures.theme import THEME_NAMES, Theme, contrast, load_theme
from rare_gui.figures.timeline.bars import SCHEDULED, VEIL

TEXT, GRAPHIC, ENHANCED = 4.5, 3.0, 7.0
ROLES = ("lic", "ban", "rep", "tar", "relief")
"""States that fill a bar or chip with one colour, on which words stand."""


def pairs(need: str) -> list[tuple[str, str]]:
    with resource_path("themes/pairs.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["need"] == need]
    return [(row["on"], ground) for row in rows for ground in row["grounds"].split()]


def ratio(one: QColor, other: QColor) -> float:
    """By a library of its own, so that the program's formula is not its own judge."""
    return Color(one.name()).contrast(Color(other.name()), method="wcag21")


def too_faint(theme: Theme, asked: list[tuple[str, str]], least: float) -> dict[str, float]:
    found = {f"{on} on {under}": ratio(theme.color(on), theme.color(under)) for on, under in asked}
    return {words: round(value, 2) for words, value in found.items() if value < least}


@pytest.fixture(params=THEME_NAMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(request.param)


def test_that_every_text_is_legible(theme: Theme) -> None:
    assert too_faint(theme, pairs("text"), TEXT) == {}


def test_that_every_graphic_that_tells_something_is_seen(theme: Theme) -> None:
    assert too_faint(theme, pairs("graphic"), GRAPHIC) == {}


def test_that_high_contrast_reaches_the_enhanced_level_and_shows_every_border() -> None:
    high = load_theme("high-contrast")
    assert too_faint(high, pairs("text"), ENHANCED) == {}
    borders = [("line", "panel"), ("line2", "panel"), ("line2", "raised")]
    assert too_faint(high, borders + [(role, "panel") for role in ROLES], GRAPHIC) == {}


def test_that_words_on_a_faint_fill_are_legible(theme: Theme) -> None:
    for role, strength in product(ROLES, (1 - VEIL, SCHEDULED, SCHEDULED * (1 - VEIL))):
        ground = theme.mixed(role, strength)
        text = theme.most_legible(ground, "ink", f"on-{role}", "on-ban")
        assert ratio(text, ground) >= TEXT, (role, strength)


def test_that_words_on_a_lapsed_measure_are_legible(theme: Theme) -> None:
    assert ratio(theme.color("tar-edge"), theme.mixed("tar", 0.38)) >= TEXT


def test_that_numbers_are_legible_on_every_step_of_the_heat_map(theme: Theme) -> None:
    for share in MIXES:
        ground = theme.mixed("fin", share)
        assert ratio(theme.most_legible(ground, "ink", "panel"), ground) >= TEXT, share


@pytest.mark.parametrize("one", ["#000000", "#1B1E22", "#F0B655", "#A3173B"])
@pytest.mark.parametrize("other", ["#FFFFFF", "#FAFAF8", "#15181B"])
def test_that_the_programs_own_formula_agrees_with_the_library(one: str, other: str) -> None:
    assert contrast(QColor(one), QColor(other)) == pytest.approx(
        ratio(QColor(one), QColor(other)), rel=1e-3
    )


# That no pair is forgotten ---------------------------------------------------------------------


def tokens_in_code() -> set[str]:
    """Every token that the code names, as a word of its own or as the tail of a role's."""
    known = set(load_theme("light").tokens)
    package = Path(module.__file__).parents[1]
    found: set[str] = set()
    for part in ("figures", "panels", "app", "scenes"):
        for file in (package / part).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= known & set(re.split(r"[^a-z0-9-]+", node.value))
    return found


def test_that_every_token_that_the_code_names_is_in_the_table() -> None:
    listed = {token for need in ("text", "graphic", "decoration") for token in pairs(need)}
    known = {token for pair in listed for token in pair}
    assert tokens_in_code() - known == set()


def test_that_the_table_names_only_tokens_that_there_are(theme: Theme) -> None:
    listed = [pair for need in ("text", "graphic", "decoration") for pair in pairs(need)]
    assert {token for pair in listed for token in pair} <= theme.tokens.keys()


def test_that_each_state_has_its_words_and_its_edge_in_the_table(theme: Theme) -> None:
    states = {token.removeprefix("on-") for token in theme.tokens if token.startswith("on-")}
    grounds = {on: under for on, under in pairs("text") if on.startswith("on-")}
    assert {f"on-{state}" for state in states} == grounds.keys()
    edged = {on for need in ("text", "graphic") for on, _ in pairs(need)}
    assert {token for token in theme.tokens if token.endswith("-edge")} <= edged


def test_that_what_the_style_sheet_puts_together_is_in_the_table() -> None:
    listed = {tuple(pair) for need in ("text", "graphic") for pair in pairs(need)}
    rules = re.findall(r"\{\{(.*?)\}\}", module._SHEET, re.DOTALL)
    used = set()
    for rule in rules:
        named = dict(re.findall(r"(?<![\w-])(background|color|selection-\w+): \{(\w+)\}", rule))
        for on, under in (("color", "background"), ("selection-color", "selection-background")):
            if on in named and under in named:
                used.add((named[on].replace("_", "-"), named[under].replace("_", "-")))
    assert used
    assert used - listed == set()
