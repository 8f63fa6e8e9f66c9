"""Pictures from outside: they reopen their view, and what is foreign or tampered with is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rare_gui.app.desktop.dropped_files import refusal
from rare_gui.app.desktop.dropping import Dropping
from rare_gui.app.desktop.given_files import GivenFiles
from rare_gui.app.desktop.notices import Notices
from rare_gui.app.main import build
from rare_gui.app.opening import Opening
from rare_gui.app.pictures import pictures
from rare_gui.app.pictures.pictures import Asked, Beside
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.panels.status.notice import NoticeBar
from rare_gui.scenes.pictures.size import PRESETS
from rare_gui.scenes.selection import Selection

DAY = date(2026, 11, 23)
DEFAULT = Selection("dysprosium", DAY)
VIEW = Selection("gallium", date(2025, 9, 1), destination="DE", view="list", tonnes=True)

Drop = Callable[[Path], str]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = build()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.session.look(DEFAULT)
    return made


@pytest.fixture
def drop(window: Window, qtbot: QtBot) -> Drop:
    """Drops a file on the window; gives what was told then."""
    given_files = GivenFiles(window, Opening(window), Notices(window))
    Dropping(window).dropped.connect(given_files.open)

    def act(path: Path) -> str:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        action, left, none = (
            Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        place = window.rect().center()
        enter = QDragEnterEvent(place, action, data, left, none)
        QApplication.sendEvent(window, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(window, QDropEvent(QPointF(place), action, data, left, none))
        bar = window.findChild(NoticeBar)
        qtbot.waitUntil(lambda: path.name in bar.accessibleName() or bar.isVisible())
        return bar.accessibleName()

    return act


def saved(dataset: Dataset, suffix: str, *, with_view: bool = True) -> bytes:
    asked = Asked(
        "timeline", PRESETS["16:9"], 1, formats=(suffix,), title="Mine", with_view=with_view
    )
    return pictures.files(dataset, VIEW, asked, "x", Beside(), today=DAY)[f"x.{suffix}"]


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_that_a_picture_dropped_on_the_window_reopens_its_view(
    window: Window, drop: Drop, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(saved(window.session.base, suffix))
    assert drop(path) == f"Opened x.{suffix}."
    assert window.session.selection == VIEW
    window.session.back()
    assert window.session.selection == DEFAULT


def test_that_data_that_have_changed_since_are_told(
    window: Window, drop: Drop, tmp_path: Path
) -> None:
    path = tmp_path / "x.png"
    older = replace(window.session.base, version="2025.01", digest="0" * 64)
    path.write_bytes(saved(older, "png"))
    said = drop(path)
    assert "2025.01" in said
    assert window.session.base.version in said
    assert window.session.selection == VIEW


def test_that_a_foreign_picture_changes_nothing(window: Window, drop: Drop, tmp_path: Path) -> None:
    path = tmp_path / "foreign.png"
    QImage(4, 4, QImage.Format.Format_RGB32).save(str(path))
    assert "not made by this program" in drop(path)
    assert window.session.selection == DEFAULT


def test_that_a_picture_without_its_view_says_so(
    window: Window, drop: Drop, tmp_path: Path
) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(saved(window.session.base, "png", with_view=False))
    assert "without its view" in drop(path)
    assert window.session.selection == DEFAULT


@pytest.mark.parametrize(
    "scenario",
    [
        r"\\\\server\\share\\x.toml",
        "//server/share/x",
        "../x",
        "/etc/passwd",
        "C:x",
        "~x",
        "x.toml",
    ],
)
def test_that_no_file_is_read_for_the_what_if_of_a_picture(
    dataset: Dataset, scenario: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = replace(VIEW, scenario=scenario).to_text()
    said = refusal(dataset, "x.png", view, DEFAULT)
    assert "takes its what-if from a file" in said


@pytest.mark.parametrize(
    "scenario", ["truce-lapses", "My own: what if", "Mine|free gallium 2027-01-01"]
)
def test_that_a_named_what_if_or_one_that_the_picture_holds_is_no_file(
    dataset: Dataset, scenario: str
) -> None:
    view = replace(VIEW, scenario=scenario).to_text()
    assert "from a file" not in refusal(dataset, "x.png", view, DEFAULT)


def test_that_a_whole_view_may_be_opened(dataset: Dataset) -> None:
    assert refusal(dataset, "x.png", VIEW.to_text(), DEFAULT) == ""


@pytest.mark.parametrize(
    "view",
    [
        "material=gallium as_of=2025-09-01 run=rm",
        "material=gallium as_of=tomorrow; echo",
        "material=gallium view=__import__('os')",
        "material=gallium 'unclosed",
        "material=gallium material=dysprosium",
    ],
)
def test_that_a_view_that_was_tampered_with_is_refused(dataset: Dataset, view: str) -> None:
    assert "tampered" in refusal(dataset, "x.png", view, DEFAULT)


def test_that_a_view_of_a_material_that_is_not_there_is_refused(dataset: Dataset) -> None:
    view = "material=unobtainium as_of=2025-09-01"
    assert "do not hold the material" in refusal(dataset, "x.png", view, DEFAULT)


def test_that_other_names_that_are_gone_are_no_reason(dataset: Dataset) -> None:
    view = replace(VIEW, sector="gone", event="gone").to_text()
    assert refusal(dataset, "x.png", view, DEFAULT) == ""


@given(st.text(max_size=60))
def test_that_any_text_is_opened_or_refused_in_a_sentence(dataset: Dataset, text: str) -> None:
    reason = refusal(dataset, "x.png", text, DEFAULT)
    assert reason == "" or reason.endswith("was opened.")
