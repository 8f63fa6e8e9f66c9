"""Saved columns of parts lists: found by their headings, written whole, never lost to damage."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.parts.line import Field
from rare_gui.intake.parts.mappings import (
    FILE_NAME,
    MOST_KEPT,
    MappingsRefused,
    read_mappings,
    save_mapping,
)

TODAY = date(2026, 11, 23)
HEADINGS = ("Pos", "Werkstoff", "kg")
MAPPED = {Field.PART: 0, Field.MATERIAL: 1}

kinds = st.lists(st.text(max_size=12), min_size=1, max_size=9).flatmap(
    lambda headings: st.tuples(
        st.just(headings),
        st.dictionaries(st.sampled_from(Field), st.integers(0, len(headings) - 1)).filter(
            lambda mapped: len(set(mapped.values())) == len(mapped)
        ),
    )
)


def test_that_nothing_is_saved_at_first(tmp_path: Path) -> None:
    assert read_mappings(tmp_path / "none", TODAY).of(HEADINGS) is None


@given(kinds)
def test_that_columns_come_back_by_their_headings(
    tmp_path_factory: pytest.TempPathFactory, kind: tuple[list[str], dict[Field, int]]
) -> None:
    folder, (headings, mapped) = tmp_path_factory.mktemp("user"), kind
    save_mapping(folder, TODAY, headings, mapped)
    assert read_mappings(folder, TODAY).of(headings) == mapped
    assert read_mappings(folder, TODAY).of([*headings, "more"]) is None


def test_that_case_and_blanks_of_headings_do_not_count(tmp_path: Path) -> None:
    save_mapping(tmp_path, TODAY, HEADINGS, MAPPED)
    assert read_mappings(tmp_path, TODAY).of((" POS", "werkstoff ", "KG")) == MAPPED


def test_that_a_later_mapping_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    save_mapping(tmp_path, TODAY, HEADINGS, MAPPED)
    kept = save_mapping(tmp_path, TODAY, HEADINGS, {Field.MATERIAL: 2}).kept
    assert kept == ((HEADINGS, {Field.MATERIAL: 2}),)


def test_that_the_oldest_is_forgotten_when_there_are_too_many(tmp_path: Path) -> None:
    for number in range(MOST_KEPT + 1):
        save_mapping(tmp_path, TODAY, (f"Heading {number}",), {})
    saved = read_mappings(tmp_path, TODAY)
    assert len(saved.kept) == MOST_KEPT
    assert saved.of(("Heading 0",)) is None
    assert saved.of((f"Heading {MOST_KEPT}",)) == {}


@pytest.mark.parametrize(
    "content",
    [
        b"", b"[]", b"no json", b'{"rare_gui_parts_columns": 1}', b"[" * 100_000,
        b'{"rare_gui_parts_columns": 1, "lists": [{"headings": ["a"], "columns": {"part": 1}}]}',
        b'{"rare_gui_parts_columns": 1, "lists": [{"headings": ["a"], "columns": {"what": 0}}]}',
        b'{"rare_gui_parts_columns": 1, "lists": [{"headings": [1], "columns": {}}]}',
        b'{"rare_gui_parts_columns": 1, "lists": [7]}',
    ],
)  # fmt: skip
def test_that_a_damaged_file_is_set_aside_and_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    saved = read_mappings(tmp_path, TODAY)
    assert saved.kept == ()
    assert "was damaged" in saved.told
    assert (tmp_path / f"{FILE_NAME}.damaged-2026-11-23").read_bytes() == content


def test_that_a_file_of_a_newer_program_is_left_as_it_is(tmp_path: Path) -> None:
    content = json.dumps({"rare_gui_parts_columns": 2, "lists": []})
    (tmp_path / FILE_NAME).write_text(content)
    for act in (
        lambda: read_mappings(tmp_path, TODAY),
        lambda: save_mapping(tmp_path, TODAY, HEADINGS, MAPPED),
    ):
        with pytest.raises(MappingsRefused, match="newer version"):
            act()
    assert (tmp_path / FILE_NAME).read_text() == content


def test_that_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    with pytest.raises(MappingsRefused):
        save_mapping(blocked / "inside", TODAY, HEADINGS, MAPPED)
