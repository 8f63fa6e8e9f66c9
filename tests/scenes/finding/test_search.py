"""What is found for a text in the palette: names, symbols, codes, numbers of acts, days."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.finding.entries import Command, Entry
from rare_gui.scenes.finding.search import PaletteSearch
from rare_gui.scenes.selection import Selection

TODAY = date(2026, 11, 23)
NO_18 = "cn-2025-18-seven-ree"
VIEW = Selection("dysprosium", TODAY)
COMMANDS = (
    Command("view.cliffs", "Cliffs", "Ctrl+Shift+K", "View Dated clauses ahead"),
    Command("file.export", "Export a picture …", "Ctrl+E", "File"),
    Command("help.notes", "Open points about the data", "", "Help"),
    Command("help.about", "About rare_gui", "", "Help"),
)


@pytest.fixture(scope="module")
def search(dataset: Dataset) -> PaletteSearch:
    return PaletteSearch(dataset, VIEW, COMMANDS, TODAY)


def first(search: PaletteSearch, text: str) -> tuple[str, str]:
    entry = search.find(text).entries[0]
    return entry.kind, entry.key


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("dysprosium", "material", "dysprosium"),
        ("dysprosuim", "material", "dysprosium"),
        ("Dy", "material", "dysprosium"),
        ("镝", "material", "dysprosium"),
        ("no. 18 of 2025", "measure", NO_18),
        ("2025年第18号", "measure", NO_18),
        ("12 July 2025", "day", "2025-07-12"),
        ("2025-07-12", "day", "2025-07-12"),
        ("today", "day", TODAY.isoformat()),
        ("@12 jul 25", "day", "2025-07-12"),
        ("busan", "day", "2025-10-30"),
        ("cliffs", "command", "view.cliffs"),
        (">pict", "command", "file.export"),
        (">about", "command", "help.about"),
    ],
)
def test_that_a_text_finds_what_it_means_first(
    search: PaletteSearch, text: str, kind: str, key: str
) -> None:
    assert first(search, text) == (kind, key)


def test_that_a_customs_code_finds_its_measure_and_material(search: PaletteSearch) -> None:
    found = search.find("2825800010")
    assert {entry.kind for entry in found.entries} == {"measure", "material"}
    assert "antimony" in [entry.key for entry in found.entries]
    assert "antimony oxide" in found.told


def test_that_a_measure_is_found_by_a_material_and_a_kind_together(search: PaletteSearch) -> None:
    groups = dict(search.find("dy lic").groups)
    assert NO_18 in [entry.key for entry in groups["Measures"]]
    assert [entry.key for entry in groups["Materials"]] == ["dysprosium"]


def test_that_typed_parts_of_a_title_are_marked(search: PaletteSearch) -> None:
    (entry,) = [one for one in search.find("dysp").entries if one.kind == "material"]
    assert entry.marks == ((0, 4),)


def test_that_a_sign_limits_to_its_group(search: PaletteSearch) -> None:
    assert {name for name, _ in search.find("#licence").groups} == {"Measures"}
    assert search.find("@zzqqx").groups == ()
    assert "2025-07-12" in search.find("@zzqqx").told


def test_that_nothing_found_is_said_and_no_text_offers_commands(search: PaletteSearch) -> None:
    assert search.find("qqzzxx").groups == ()
    assert search.find("qqzzxx").told
    assert [entry.kind for entry in search.find("  ").entries] == ["command"] * 4


def test_that_what_became_public_later_is_not_found(dataset: Dataset) -> None:
    earlier = replace(VIEW, known_on=date(2025, 1, 1))
    search = PaletteSearch(dataset, earlier, COMMANDS, TODAY)
    keys = {entry.key for entry in search.find("no. 18 of 2025").entries}
    assert NO_18 not in keys
    assert "2025-10-30" not in {entry.key for entry in search.find("busan").entries}


def test_that_filters_of_the_list_do_not_hide_a_material(dataset: Dataset) -> None:
    search = PaletteSearch(dataset, replace(VIEW, groups=("light",)), COMMANDS, TODAY)
    assert first(search, "gallium") == ("material", "gallium")


@given(text=st.text(max_size=60))
def test_that_any_text_is_answered_with_entries_or_a_sentence(
    search: PaletteSearch, text: str
) -> None:
    found = search.find(text)
    assert found.entries or found.told
    for entry in found.entries:
        _check(entry)


def _check(entry: Entry) -> None:
    assert entry.kind in ("material", "measure", "day", "command")
    assert entry.title
    ends = [end for mark in entry.marks for end in mark]
    assert ends == sorted(ends)
    assert all(0 <= end <= len(entry.title) for end in ends)


@pytest.mark.parametrize("text", ["x" * 10_000, "dy lic " * 1_500, "镝" * 10_000, "1" * 10_000])
def test_that_a_very_long_text_is_answered_at_once(search: PaletteSearch, text: str) -> None:
    search.find("warm up")
    begun = time.perf_counter()
    search.find(text)
    assert time.perf_counter() - begun < 0.25
