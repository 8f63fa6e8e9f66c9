"""The table of figures is complete; whether a machine was fast enough is not a test's business."""

from __future__ import annotations

from datetime import date

from tests.bench import floors, growth, pictures, risk, sizing
from tests.bench.table import PERFORMANCE, ROWS, Row, as_markdown


def test_that_every_figure_stands_in_the_kept_table() -> None:
    text = PERFORMANCE.read_text(encoding="utf-8")
    assert [line.split("|")[1].strip() for line in text.splitlines() if line.startswith("|")][
        2:
    ] == list(ROWS)


def test_that_every_floor_in_the_kept_table_is_a_function() -> None:
    text = PERFORMANCE.read_text(encoding="utf-8")
    named = {cell.strip(" `") for line in text.splitlines() for cell in line.split("|")[6:7]}
    known = set().union(*(vars(module) for module in (floors, growth, pictures, risk, sizing)))
    assert named - {"", "floor's function", "---"} <= known


def test_that_a_limit_in_floors_is_a_multiple_of_the_floor() -> None:
    row = Row("first painted window", 0.25, "s", 2.0, "empty_main_window", 0.13, times_floor=True)
    slow = Row("first painted window", 0.27, "s", 2.0, "empty_main_window", 0.13, times_floor=True)
    assert row.met
    assert not slow.met


def test_that_the_table_says_which_figures_missed() -> None:
    text = as_markdown([Row("opening the package", 0.4, "s", 0.3)], date(2026, 11, 23))
    assert "| opening the package | 0.400 s | 0.3 s | **missed** |" in text
