"""The settings file: whole or not at all, and never at the cost of what was there."""

from __future__ import annotations

import json
import multiprocessing
import string
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rare_gui.intake.settings_file import (
    BESIDE_NAME,
    FILE_NAME,
    SCALES,
    STATES,
    Settings,
    SettingsRefused,
    read_settings,
    reset_settings,
    save_settings,
)

TODAY = date(2026, 11, 23)
SOME = Settings(place=(-5, 20, 1200, 700), theme="dark", view="material=gallium as_of=2025-12-01")
NUMBER = st.integers(-100_000, 100_000)
SIZE = st.integers(1, 100_000)
ANY = st.builds(
    Settings,
    place=st.none() | st.tuples(NUMBER, NUMBER, SIZE, SIZE),
    state=st.sampled_from(STATES),
    panes=st.lists(st.integers(0, 9000), max_size=5).map(tuple),
    right_pane=st.booleans(),
    theme=st.text(max_size=20),
    scale=st.integers(*SCALES),
    view=st.text(max_size=200),
    view_of_today=st.booleans(),
    package=st.text(max_size=200),
    export=st.dictionaries(st.text(max_size=9), st.text(max_size=9) | st.booleans() | NUMBER),
)


@given(kept=ANY)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_what_is_saved_is_read_again(kept: Settings, tmp_path: Path) -> None:
    save_settings(tmp_path / FILE_NAME, kept)
    read = read_settings(tmp_path, TODAY)
    assert (read.settings, read.told) == (kept, "")


def test_that_a_first_run_begins_with_the_defaults_and_says_nothing(tmp_path: Path) -> None:
    read = read_settings(tmp_path / "none", TODAY)
    assert (read.settings, read.told) == (Settings(), "")
    assert not (tmp_path / "none").exists()


@given(content=st.binary(max_size=200) | st.text(string.printable, max_size=200).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_a_damaged_file_is_set_aside_letter_by_letter_and_named(
    content: bytes, tmp_path: Path
) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(content)
    before = set(tmp_path.iterdir())
    read = read_settings(tmp_path, TODAY)
    aside = (set(tmp_path.iterdir()) - before).pop()
    assert aside.read_bytes() == content
    assert aside.name in read.told
    assert read.settings == Settings()
    assert not path.exists()


@pytest.mark.parametrize("cut", [1, 40, 120])
def test_that_half_a_file_is_taken_for_damaged(cut: int, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    save_settings(path, SOME)
    path.write_bytes(path.read_bytes()[:cut])
    assert f"{FILE_NAME}.damaged-2026-11-23" in read_settings(tmp_path, TODAY).told


def test_that_a_newer_file_stays_as_it_is_and_another_is_used_beside_it(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_text('{"rare_gui_settings": 99, "place": "elsewhere"}')
    first = read_settings(tmp_path, TODAY)
    assert "newer" in first.told
    assert BESIDE_NAME in first.told
    save_settings(first.path, SOME)
    again = read_settings(tmp_path, TODAY)
    assert (again.settings, again.told) == (SOME, "")  # told once
    assert path.read_text() == '{"rare_gui_settings": 99, "place": "elsewhere"}'


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("place", [0, 0, 0, 10]), ("place", [1, 2, 3]), ("place", [0, 0, 1e9, 10]),
        ("state", "hidden"), ("panes", [-1]), ("panes", [True]), ("right_pane", 1),
        ("theme", 7), ("scale", 79), ("scale", 201), ("scale", True), ("view", None),
        ("export", {"size": [1]}), ("package", ["a"]),
    ],
)  # fmt: skip
def test_that_a_part_that_cannot_be_used_is_named_and_the_rest_is_kept(
    name: str, value: object, tmp_path: Path
) -> None:
    path = tmp_path / FILE_NAME
    save_settings(path, SOME)
    path.write_text(json.dumps({**json.loads(path.read_text()), name: value}))
    read = read_settings(tmp_path, TODAY)
    assert name in read.told
    assert read.settings == replace(SOME, **{name: getattr(Settings(), name)})


def test_that_parts_of_another_version_are_kept(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    save_settings(path, replace(SOME, others={"voice": {"speed": 2}}))
    read = read_settings(tmp_path, TODAY).settings
    save_settings(path, replace(read, theme="light"))
    assert json.loads(path.read_text())["voice"] == {"speed": 2}


def test_that_a_reset_leaves_the_users_own_files(tmp_path: Path) -> None:
    save_settings(tmp_path / FILE_NAME, SOME)
    for name in ("notes.jsonl", "watch-list.json"):
        (tmp_path / name).write_text("mine")
    told = reset_settings(tmp_path, TODAY)
    assert f"{FILE_NAME}.before-reset-2026-11-23" in told
    assert read_settings(tmp_path, TODAY).settings == Settings()
    assert all((tmp_path / n).read_text() == "mine" for n in ("notes.jsonl", "watch-list.json"))
    assert "no settings" in reset_settings(tmp_path, TODAY)


def test_that_a_folder_in_its_place_is_told_and_left(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(SettingsRefused, match="cannot be read"):
        read_settings(tmp_path, TODAY)
    with pytest.raises(SettingsRefused, match="not saved"):
        save_settings(tmp_path / FILE_NAME, SOME)
    assert (tmp_path / FILE_NAME).is_dir()


def write_often(path: Path, theme: str) -> None:
    for number in range(60):
        save_settings(path, Settings(theme=theme, view=theme * 500, panes=(number,)))


def test_that_two_windows_never_mix_their_settings(tmp_path: Path) -> None:
    path, context = tmp_path / FILE_NAME, multiprocessing.get_context("spawn")
    both = [context.Process(target=write_often, args=(path, theme)) for theme in ("a", "b")]
    for one in both:
        one.start()
    while any(one.is_alive() for one in both):
        read = read_settings(tmp_path, TODAY)
        assert read.told == ""
        assert read.settings.view == read.settings.theme * 500
    assert [one.exitcode for one in both] == [0, 0]
    assert read_settings(tmp_path, TODAY).settings.panes == (59,)
    assert [one.name for one in tmp_path.iterdir()] == [FILE_NAME]
