"""Cells that a spreadsheet would run are neutralised, and figures stay figures."""

from __future__ import annotations

import csv
import io
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.scenes.csv_cells import csv_text, harmless, tab_text
from rare_gui.scenes.tidy.observation import number_text

ATTACKS = (
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://a\")", "\t=1", "\r=1", "\n=1", " =1",
    "\xa0=1", "\ufeff=1", "\u200b=1", "\x00=1", "\x1b[0m", "\x07", "\uff1d1+1", "\uff20A1",
    "-", "+", "--1", "-2+3+cmd|' /C calc'!A0",
)  # fmt: skip


SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"


@pytest.mark.parametrize("cell", ATTACKS)
def test_that_what_would_run_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=b", "-3.5", "+4", "-1e-05", "1,234.5", "-12%", "-1 234,5"])
def test_that_plain_words_and_figures_stay(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.text(max_size=30))
def test_that_no_cell_begins_with_a_formula(cell: str) -> None:
    told = harmless(cell)
    seen = [c for c in told if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc")]
    figure = told == cell and re.fullmatch(r"[-+0-9., eE%]+", cell) is not None
    assert told in (cell, f"'{cell}")
    assert not told or unicodedata.category(told[0]) != "Cc"
    assert figure or not seen or seen[0] not in SIGNS


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_that_every_number_stays_a_number(value: float) -> None:
    text = number_text(value)
    assert harmless(text) == text
    assert "e" not in text
    assert float(text) == value


@given(st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=2), min_size=1, max_size=5))
def test_that_a_csv_reader_gives_the_cells_back(rows: list[list[str]]) -> None:
    read = list(csv.reader(io.StringIO(csv_text(rows), newline="")))
    wanted = [[harmless(cell) for cell in row] for row in rows]
    assert read == [[re.sub("\r\n?", "\n", cell) for cell in row] for row in wanted]


@given(st.lists(st.lists(st.text(max_size=20), min_size=2, max_size=2), min_size=1, max_size=5))
def test_that_the_clipboard_keeps_rows_and_columns(rows: list[list[str]]) -> None:
    lines = tab_text(rows).split("\n")
    assert lines.pop() == ""
    assert [line.count("\t") for line in lines] == [1] * len(rows)
