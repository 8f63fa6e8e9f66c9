from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.app.pictures.writing import (
    AlreadyThere,
    NotWritten,
    check_files,
    safe_name,
    write_files,
)
from rare_gui.cli.failures import advised


@given(st.text())
def test_that_a_safe_name_is_one_on_every_file_system(text: str) -> None:
    name = safe_name(text)
    assert 0 < len(name) <= 101
    assert name.isascii()
    assert name == name.lower()
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name.rstrip("-") not in ("con", "nul", "aux", "prn") or name.endswith("-")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Praseodymium–neodymium 2026/11", "praseodymium-neodymium-2026-11"),
        ("../../etc/passwd", "etc-passwd"),
        ("稀土", "picture"),
        ("NUL", "nul-"),
    ],
)
def test_that_a_safe_name_can_be_read(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_that_nothing_is_overwritten_unless_said(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"mine")
    with pytest.raises(AlreadyThere, match="is there already; nothing was written"):
        write_files({new: b"1", old: b"2"}, force=False)
    assert old.read_bytes() == b"mine"
    assert not new.exists()
    write_files({new: b"1", old: b"2"}, force=True)
    assert (new.read_bytes(), old.read_bytes()) == (b"1", b"2")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gone/x.png", "the folder is not there"),
        ("n" * 300, "too long"),
        ("a\0b", "cannot hold the name"),
        ("", "it is a folder"),
    ],
)
def test_that_a_place_that_cannot_be_is_told_before_drawing(
    tmp_path: Path, name: str, told: str
) -> None:
    with pytest.raises(NotWritten, match=told):
        check_files([tmp_path / name], force=True)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "writing is not allowed there"),
        (errno.EROFS, "can only be read"),
        (errno.EIO, "choose another place"),
    ],
)
def test_that_a_failed_write_is_one_sentence_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: str
) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(b"old")

    def failed(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", failed)
    with pytest.raises(NotWritten, match=told) as caught:
        write_files({path: b"new"}, force=True)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir() if item.is_file()] == ["x.png"]


def test_that_the_advice_to_overwrite_follows_the_fault_and_not_its_words() -> None:
    assert advised(AlreadyThere("taken")) == "taken; give --force to overwrite it"
    words = "x is there already; nothing was written"
    assert advised(NotWritten(words)) == words
