"""`rare-gui export`: pictures without a display, nothing overwritten, nothing half-written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from rare_gui.app import pictures
from rare_gui.app.main import build
from rare_gui.cli.export import read_view
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.export import render_window
from rare_gui.scenes.selection import Selection
from tests.cli.conftest import Ask

VIEW = "material=dysprosium as_of=2025-11-20"


@pytest.mark.usefixtures("qapp")
def test_that_a_timeline_is_written_with_its_view_and_digest_inside(
    ask: Ask, dataset: Dataset, tmp_path: Path
) -> None:
    path = tmp_path / "x.png"
    answer = ask("export", "--what", "timeline", "--view", VIEW, "-o", path)
    assert (answer.code, answer.out) == (0, f"{path}\n")
    image = QImage(str(path))
    assert image.width() == 3200
    assert image.text("rare_gui:view") == VIEW
    assert dataset.digest in image.text("rare_gui:package")
    assert image.text("Title") == "Dysprosium, as of 20 Nov 2025"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("what", pictures.KINDS)
def test_that_the_command_gives_the_same_pixels_as_the_windows_own_export(
    ask: Ask, qtbot: object, tmp_path: Path, what: str
) -> None:
    window = build()
    qtbot.addWidget(window)  # type: ignore[attr-defined]
    window.session.select(**_changes(window.session.selection))
    own, command = tmp_path / "own.png", tmp_path / "command.png"
    assert window.exports is not None
    assert window.exports.save(what, "light", own)  # type: ignore[attr-defined]
    assert ask("export", "--what", what, "--view", VIEW, "-o", command).code == 0
    assert QImage(str(own)) == QImage(str(command))


def _changes(selection: Selection) -> dict[str, object]:
    wanted = Selection.from_text(VIEW, selection)
    return {"material": wanted.material, "as_of": wanted.as_of}


@pytest.mark.usefixtures("qapp")
def test_that_the_twin_of_the_window_has_the_windows_pixels(qtbot: object) -> None:
    window = build()
    qtbot.addWidget(window)  # type: ignore[attr-defined]
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)  # type: ignore[attr-defined]
    twin = build()
    qtbot.addWidget(twin)  # type: ignore[attr-defined]
    twin.resize(1440, 900)
    window.settle()
    twin.settle()
    drawn = render_window(twin, 1.0).convertToFormat(QImage.Format.Format_RGB32)

    def is_the_same() -> bool:
        return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32) == drawn

    qtbot.waitUntil(is_the_same)  # type: ignore[attr-defined] # on screen, layouts come when they come


@pytest.mark.usefixtures("qapp")
def test_that_nothing_is_overwritten_without_force(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    path.write_text("mine")
    answer = ask("export", "--view", VIEW, "-o", path)
    assert answer.code == 1
    assert "--force" in answer.err
    assert path.read_text() == "mine"
    assert ask("export", "--view", VIEW, "-o", path, "--force").code == 0
    assert list(tmp_path.glob("x*")) == [path]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--view", "material=disprosium"], 2, "dysprosium"),
        (["--view", "as_of=2025-13-01"], 2, "YYYY-MM-DD"),
        (["--view", "colour=red"], 2, "no part of a view"),
        (["--what", "poster"], 2, "timeline or window"),
        (["--theme", "pink"], 2, "light or dark"),
        (["--size", "0x0"], 2, "too small"),
        (["--size", "wide"], 2, "WIDTHxHEIGHT"),
        (["--size", "100000x100000"], 2, "too large"),
        (["--scale", "9"], 2, "1 to 4"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_that_a_wrong_request_is_refused_before_anything_is_drawn(
    ask: Ask, tmp_path: Path, arguments: list[str], code: int, told: str
) -> None:
    path = tmp_path / "x.png"
    answer = ask("export", "-o", path, *arguments)
    assert answer.code == code
    assert answer.err.count("\n") == 1
    assert told in answer.err
    assert not path.exists()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("name", "code", "told"),
    [("x.jpg", 2, "only .png"), ("nowhere/x.png", 1, "folder"), ("n" * 300 + ".png", 1, "")],
)
def test_that_a_place_that_cannot_be_written_is_told(
    ask: Ask, tmp_path: Path, name: str, code: int, told: str
) -> None:
    answer = ask("export", "--view", VIEW, "-o", tmp_path / name)
    assert answer.code == code
    assert answer.err.count("\n") == 1
    assert told in answer.err


def test_that_a_view_is_read_with_names_as_people_write_them(dataset: Dataset) -> None:
    from datetime import date

    view = read_view(dataset, "material=Dy to=Germany", Selection("gallium", date(2026, 1, 1)))
    assert (view.material, view.destination) == ("dysprosium", "DE")
