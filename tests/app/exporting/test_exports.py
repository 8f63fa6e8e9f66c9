"""The exports of the real window: saving at once, copying, the dialog, and pictures that return."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rare_gui.app.exporting.exports import Exports
from rare_gui.app.exporting.room import ExportRoom
from rare_gui.app.main import build
from rare_gui.app.pictures import writing as picture_files
from rare_gui.app.window import Window
from rare_gui.figures.theme import load_theme, style_sheet
from rare_gui.intake.picture_facts import read_file
from rare_gui.panels.status.notice import NoticeBar
from rare_gui.scenes.pictures.export_form import ExportChoices

DAY = date(2026, 11, 23)
SMALL = ExportChoices(what="timeline", scale="1x")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    made = build()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    qtbot.waitExposed(made)
    made.session.select(as_of=DAY)
    (tmp_path / "out").mkdir()
    exports = made.exports
    assert isinstance(exports, Exports)
    exports.remembered.keep(replace(SMALL, folder=str(tmp_path / "out")))
    return made


@pytest.fixture(autouse=True)
def emptied(qapp: QApplication) -> Iterator[None]:
    """Without a system Qt keeps the clipboard beyond the end of Python, which crashes then."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def out(window: Window, tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def room(window: Window, qtbot: QtBot) -> ExportRoom:
    """The dialog, open, with its first preview."""
    assert isinstance(window.exports, Exports)
    room = window.exports.room
    with qtbot.waitSignal(room._previews.measured, timeout=20_000):
        window.commands.trigger("file.export")
    return room


def told(window: Window) -> str:
    return window.findChild(NoticeBar).accessibleName()


def shown(room: ExportRoom) -> set[str]:
    """The words that the dialog's labels show."""
    return {one.text() for one in room.dialog.findChildren(QLabel) if one.isVisible()}


def test_that_saving_at_once_never_takes_a_name_twice(window: Window, out: Path) -> None:
    for _ in range(2):
        window.commands.trigger("file.save_picture")
    names = sorted(one.name for one in out.iterdir())
    assert names == [
        "dysprosium-timeline-2026-11-23-2.png", "dysprosium-timeline-2026-11-23.png",
    ]  # fmt: skip
    assert told(window) == f"Saved {out / names[0]}"
    facts = read_file(out / names[1])
    assert facts.view == window.session.selection.to_text()


def test_that_saving_at_once_into_a_folder_that_is_gone_tells_what_to_do(
    window: Window, out: Path
) -> None:
    out.rmdir()
    window.commands.trigger("file.save_picture")
    assert "choose another" in told(window)


@pytest.mark.skipif(os.name == "nt", reason="the fault is one of POSIX")
def test_that_a_full_disk_leaves_no_file(
    window: Window, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(picture_files, "write_whole", full)
    window.commands.trigger("file.save_picture")
    assert "the disk is full" in told(window)
    assert not list(out.iterdir())


def test_that_a_copy_has_png_with_its_facts_svg_and_table(window: Window) -> None:
    window.commands.trigger("file.copy_picture")
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert b"rare_gui:view" in bytes(data.data("image/png").data())
    assert bytes(data.data("image/svg+xml").data()).startswith(b"<?xml")
    head, first, *_ = data.text().split("\n")
    assert head.split("\t")[:2] == ["observation", "subject"]
    assert len(first.split("\t")) == len(head.split("\t"))


def test_that_the_dialog_shows_preview_title_size_and_estimates(room: ExportRoom) -> None:
    words = shown(room)
    assert any(one.startswith("1600 × 900 px · about ") for one in words), words
    assert any(one.startswith("Preview ") for one in words)
    assert any("estimate" in one for one in words)
    assert "dysprosium" in room.dialog._fields.caption.toPlainText().lower()


def test_that_the_keys_copy_from_the_dialog_too(room: ExportRoom, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(room.dialog._fields.caption, Qt.Key.Key_C, keys)
    assert QGuiApplication.clipboard().mimeData().hasImage()
    assert "Copied" in room.dialog._copy.text()


def test_that_the_newest_of_several_changes_alone_is_drawn(room: ExportRoom, qtbot: QtBot) -> None:
    drawn: list[object] = []
    room._previews.drawn.connect(drawn.append)
    with qtbot.waitSignal(room._previews.drawn, timeout=20_000) as last:
        for size in ("a4", "square", "a4-landscape"):
            room.dialog._fields._size._press(size)
    assert len(drawn) == 1
    assert last.args[0].asked.size.width == 1123


def test_that_a_size_that_is_too_small_is_told_in_place_of_the_picture(
    room: ExportRoom, qtbot: QtBot
) -> None:
    form = replace(room._form(), choices=replace(SMALL, size="20x20px"))
    room.dialog.show_form(form)
    with qtbot.waitSignal(room._previews.refused, timeout=20_000):
        room._follow_choices()
    assert "too small" in room.dialog._preview._sheet.accessibleDescription()
    room._save(force=False)
    assert any("too small" in one for one in shown(room))
    assert room.dialog.isVisible()


def test_that_save_writes_what_was_chosen_and_remembers_it(
    room: ExportRoom, window: Window, out: Path
) -> None:
    dialog = room.dialog
    chosen = replace(dialog.choices, data=True, citation=True, with_view=False)
    dialog.show_form(replace(room._form(), choices=chosen))
    caption = dialog._fields.caption
    caption.setPlainText("My own title")
    dialog._save.click()
    assert not dialog.isVisible()
    stem = "dysprosium-timeline-2026-11-23"
    names = {one.name for one in out.iterdir()}
    assert {f"{stem}.png", f"{stem}.csv", f"{stem}-citation.bib"} <= names
    facts = read_file(out / f"{stem}.png")
    assert (facts.title, facts.title_edited, facts.view) == ("My own title", True, None)
    assert told(window) == f"Saved {out / stem}.png"
    assert isinstance(window.exports, Exports)
    assert window.exports.remembered.now == replace(chosen, folder=str(out))
    assert window.exports.remembered.last_day == DAY


def test_that_a_file_that_is_there_is_replaced_only_when_asked(room: ExportRoom, out: Path) -> None:
    path = out / "mine.png"
    path.write_bytes(b"old")
    room.take_place(path)
    room.dialog._save.click()
    assert path.read_bytes() == b"old"
    assert any("is there already" in one for one in shown(room))
    room.dialog._replace.click()
    assert read_file(path).view is not None
    assert not room.dialog.isVisible()


def test_that_a_suffix_of_the_chosen_place_chooses_the_format(room: ExportRoom, out: Path) -> None:
    room.take_place(out / "mine.svg")
    assert room.dialog.choices.format == "svg"
    assert room._stem() == "mine"
    room.take_place(out / "no.2 of 3")
    assert room._stem() == "no.2 of 3"


def test_that_an_own_title_is_dropped_with_the_view_it_was_written_of(
    room: ExportRoom, window: Window, qtbot: QtBot
) -> None:
    room.dialog._fields.caption.setPlainText("Dysprosium is mine")
    assert room.dialog.title == "Dysprosium is mine"
    with qtbot.waitSignal(room._previews.drawn, timeout=20_000):
        window.session.select(material="gallium")
    assert room.dialog.title is None
    assert "allium" in room.dialog._fields.caption.toPlainText()
    assert room._stem() == "gallium-timeline-2026-11-23"


def test_that_a_picture_in_other_colours_leaves_the_window_in_its_own(
    window: Window, out: Path
) -> None:
    window.apply_theme(load_theme("dark"))
    assert isinstance(window.exports, Exports)
    assert window.exports.save("window", "light", out / "x.png")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert application.styleSheet() == style_sheet(load_theme("dark"))


def test_that_an_open_dialog_follows_the_windows_colours(
    room: ExportRoom, window: Window, qtbot: QtBot
) -> None:
    chosen = replace(room.dialog.choices, theme="window")
    room.dialog.show_form(replace(room._form(), choices=chosen))
    window.apply_theme(load_theme("dark"))
    with qtbot.waitSignal(room._previews.drawn, timeout=20_000) as drawn:
        room.apply_theme(window.theme)
    assert drawn.args[0].asked.theme == "dark"


def test_that_another_suffix_than_the_formats_is_refused(window: Window, out: Path) -> None:
    assert isinstance(window.exports, Exports)
    assert not window.exports.save("timeline", "light", out / "x.tiff")
    assert "png, svg" in told(window)
    assert not list(out.iterdir())
