"""The user's notes survive crashes, damage and newer programs."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rare_gui.domain.own_note import Note, new_note
from rare_gui.intake.own_notes import (
    FILE_NAME,
    NotesRefused,
    delete_note,
    read_notes,
    save_note,
)

TODAY = date(2026, 11, 23)
FIRST = Note("a1", date(2025, 4, 4), "Supplier called: licence refused\nask again", "dysprosium")
SECOND = Note("b2", date(2026, 1, 10), "合同到期")


def filled(folder: Path) -> Path:
    save_note(folder, SECOND, TODAY)
    save_note(folder, FIRST, TODAY)
    return folder / FILE_NAME


def test_that_a_folder_without_a_file_has_no_notes(tmp_path: Path) -> None:
    assert read_notes(tmp_path / "none", TODAY).notes == ()
    assert not (tmp_path / "none").exists()


def test_that_notes_come_back_in_order_of_day(tmp_path: Path) -> None:
    filled(tmp_path / "new" / "folder")
    found = read_notes(tmp_path / "new" / "folder", TODAY)
    assert found.notes == (FIRST, SECOND)
    assert found.told == ""


def test_that_a_save_with_the_same_id_replaces_the_note(tmp_path: Path) -> None:
    filled(tmp_path)
    changed = Note("a1", FIRST.day, "granted after all", "")
    assert save_note(tmp_path, changed, TODAY).notes == (changed, SECOND)
    assert read_notes(tmp_path, TODAY).notes == (changed, SECOND)


def test_that_a_deleted_note_is_gone_and_an_unknown_one_changes_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path)
    assert delete_note(tmp_path, "a1", TODAY).notes == (SECOND,)
    before = path.read_bytes()
    assert delete_note(tmp_path, "zz", TODAY).notes == (SECOND,)
    assert path.read_bytes() == before


def test_that_what_another_window_saved_is_kept(tmp_path: Path) -> None:
    save_note(tmp_path, FIRST, TODAY)
    assert save_note(tmp_path, SECOND, TODAY).notes == (FIRST, SECOND)


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_that_a_failure_while_writing_leaves_the_old_notes_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = filled(tmp_path)
    before = path.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os if step == "fsync" else Path, step, fail)
        with pytest.raises(NotesRefused, match="No space left"):
            save_note(tmp_path, new_note(TODAY, "new"), TODAY)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == [FILE_NAME]


def test_that_a_half_written_file_beside_is_ignored(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / ".notes-xyz").write_text('{"rare_gui_no')
    assert read_notes(tmp_path, TODAY).notes == (FIRST, SECOND)


def test_that_a_damaged_file_is_set_aside_with_its_name_told(tmp_path: Path) -> None:
    path = filled(tmp_path)
    damaged = path.read_bytes()[:-20]
    path.write_bytes(damaged)
    found = read_notes(tmp_path, TODAY)
    aside = tmp_path / f"{FILE_NAME}.damaged-2026-11-23"
    assert aside.read_bytes() == damaged
    assert aside.name in found.told
    assert "line 3" in found.told
    assert found.notes == (FIRST,)
    assert read_notes(tmp_path, TODAY) == type(found)((FIRST,))


def test_that_no_file_set_aside_is_ever_overwritten(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    for content in (b"", b"\x00\xff", b"[1, 2]", b'{"rare_gui_notes": 0}\n'):
        path.write_bytes(content)
        found = read_notes(tmp_path, TODAY)
        assert found.notes == ()
        assert "no note was kept" in found.told
    kept = {p.read_bytes() for p in tmp_path.iterdir()}
    assert kept == {b"", b"\x00\xff", b"[1, 2]", b'{"rare_gui_notes": 0}\n'}


def test_that_saving_over_a_damaged_file_sets_it_aside_first(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"rubbish")
    found = save_note(tmp_path, FIRST, TODAY)
    assert found.notes == (FIRST,)
    assert "damaged-2026-11-23" in found.told
    assert (tmp_path / f"{FILE_NAME}.damaged-2026-11-23").read_bytes() == b"rubbish"


def test_that_notes_of_a_newer_program_are_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_text('{"rare_gui_notes": 2}\n{"anything": "else"}\n')
    before = path.read_bytes()
    for act in (
        lambda: read_notes(tmp_path, TODAY),
        lambda: save_note(tmp_path, FIRST, TODAY),
        lambda: delete_note(tmp_path, "a1", TODAY),
    ):
        with pytest.raises(NotesRefused, match="newer version"):
            act()
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == [FILE_NAME]


def test_that_a_folder_in_the_place_of_the_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(NotesRefused, match="cannot be read"):
        read_notes(tmp_path, TODAY)


@pytest.mark.parametrize("text", ["half a character \ud83d", "<b>&\u2028\r\n\x00", "x" * 100_000])
def test_that_odd_texts_can_be_saved_and_read(tmp_path: Path, text: str) -> None:
    save_note(tmp_path, Note("o", TODAY, text), TODAY)
    found = read_notes(tmp_path, TODAY)
    assert found.told == ""
    assert found.notes[0].text == text.replace("\ud83d", "?")


TEXTS = st.text(min_size=1).filter(str.strip)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    notes=st.lists(
        st.builds(Note, st.uuids().map(str), st.dates(), TEXTS, st.sampled_from(["", "gallium"])),
        max_size=5,
        unique_by=lambda note: note.id,
    ),
    cut=st.integers(0, 400),
    rubbish=st.binary(max_size=12),
)
def test_that_whatever_is_cut_or_spoilt_nothing_is_lost_from_the_disk(
    tmp_path_factory: pytest.TempPathFactory, notes: list[Note], cut: int, rubbish: bytes
) -> None:
    folder = tmp_path_factory.mktemp("notes")
    for note in notes:
        save_note(folder, note, TODAY)
    path = folder / FILE_NAME
    content = path.read_bytes() if path.exists() else b""
    spoilt = content[:cut] + rubbish + content[cut:]
    path.write_bytes(spoilt)
    found = read_notes(folder, TODAY)
    left = [p.read_bytes() for p in folder.iterdir()]
    assert spoilt in left
    again = read_notes(folder, TODAY)
    assert again.notes == found.notes
    assert again.told == ""
