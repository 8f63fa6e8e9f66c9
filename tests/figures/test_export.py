from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from rare_gui.figures.export import render_timeline, render_window, write_png
from rare_gui.figures.fonts import text_width
from rare_gui.figures.sheet import lay_out_sheet, told_sources
from rare_gui.figures.theme import load_theme
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.figures.timeline.layout import whole_height
from tests.figures.conftest import MakeFigure
from tests.figures.scenes import dysprosium, dysprosium_in_july_2025, events
from tests.figures.test_layout import crowded

FOOTER = "strategic-materials 2026.11 · 0123456789ab · data to 9 Oct 2026"


def on_screen(figure: TimelineFigure) -> QImage:
    QApplication.processEvents()
    image = QImage(figure.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    figure.render(painter, QPoint(0, 0))
    painter.end()
    return image


def test_that_the_twin_has_the_pixels_of_the_window(make_figure: MakeFigure, qtbot: QtBot) -> None:
    window = on_screen(make_figure(dysprosium()))
    twin = TimelineFigure(load_theme("light"))
    qtbot.addWidget(twin)
    twin.resize(752, 657)
    twin.show_scene(dysprosium())
    assert render_window(twin, 1) == window


def test_that_a_figure_shown_for_long_paints_what_a_fresh_one_does(
    make_figure: MakeFigure, qtbot: QtBot
) -> None:
    old = make_figure(dysprosium_in_july_2025(), theme="dark")
    on_screen(old)
    old.apply_theme(load_theme("light"))
    old.show_scene(dysprosium())
    assert on_screen(old) == on_screen(make_figure(dysprosium()))


@pytest.mark.parametrize("scale", [1, 1.5, 2, 3])
def test_that_the_picture_has_the_asked_size_in_pixels(qtbot: QtBot, scale: float) -> None:
    image = render_timeline(dysprosium(), load_theme("light"), 1200, 800, scale, FOOTER)
    assert (image.width(), image.height()) == (1200 * scale, 800 * scale)
    assert not image.hasAlphaChannel()


def test_that_the_picture_grows_rather_than_cut_lanes(qtbot: QtBot) -> None:
    image = render_timeline(crowded(), load_theme("light"), 900, 600, 1, FOOTER)
    assert image.height() > 1000


MANY = tuple(f"Ministry {n}: announcement No. {n} on some items, 2025" for n in range(40))


@pytest.mark.parametrize(("width", "height"), [(1600, 900), (1200, 760), (1000, 740)])
def test_that_fewer_sources_are_told_rather_than_the_picture_grow(
    qtbot: QtBot, width: int, height: int
) -> None:
    scene = replace(dysprosium(), sources=MANY)
    image = render_timeline(scene, load_theme("light"), width, height, 2, FOOTER)
    assert (image.width(), image.height()) == (2 * width, 2 * height)


def test_that_sources_left_out_are_counted_with_those_the_scene_left_out(qtbot: QtBot) -> None:
    lines = told_sources((*MANY, "5 more in the data package"), 600, 3)
    assert len(lines) == 3
    told, _, more = " ".join(lines).partition(" · and ")
    count = int(more.split()[0])
    assert more == f"{count} more in the data package"
    assert told.count("announcement") + count == 45
    assert " ".join(told_sources(MANY[:2], 600, 3)) == f"Sources: {MANY[0]} · {MANY[1]}"


@pytest.mark.parametrize("width", [640, 1000, 1600])
def test_that_no_text_of_the_sheet_is_wider_than_it(qtbot: QtBot, width: int) -> None:
    long = "w" * 300
    scene = replace(
        dysprosium_in_july_2025(), title=f"Dysprosium {long}", subtitle=long, sources=(long, *MANY)
    )
    sheet = lay_out_sheet(scene, width, f"{FOOTER} {long}", 480, whole_height(scene))
    for role, lines in (
        ("title", sheet.title), ("body", sheet.subtitle), ("note", sheet.sources + sheet.footer),
        ("ui_strong", sheet.badges),
    ):  # fmt: skip
        assert all(text_width(role, line) <= width - 36 for line in lines)
    for _, words, left, _ in sheet.legend:
        assert left + 28 + text_width("lane_light", words) <= width - 36
    assert len(sheet.sources) >= 2


@pytest.mark.parametrize("scale", [1, 1.5, 2])
def test_that_stepping_day_by_day_paints_what_a_fresh_figure_does(
    make_figure: MakeFigure, qtbot: QtBot, scale: float
) -> None:
    scene = dysprosium()
    stepped = make_figure(scene)
    for ago in range(0, 420, 7 if scale == 1 else 41):
        as_of = scene.as_of - ago
        step = replace(scene, as_of=as_of, as_of_label=f"day {as_of}", events=events(as_of))
        stepped.show_scene(step)
        fresh = TimelineFigure(load_theme("light"))
        qtbot.addWidget(fresh)
        fresh.resize(752, 657)
        fresh.show_scene(step)
        assert render_window(stepped, scale) == render_window(fresh, scale), ago


def test_that_the_sheet_says_all_of_its_texts(qtbot: QtBot) -> None:
    scene = replace(dysprosium_in_july_2025(), sources=("A of 2025", "B <b>of</b> 2026"))
    sheet = lay_out_sheet(scene, 700, FOOTER)
    assert sheet.badges == ("as of 12 Jul 2025", "as known on 12 July 2025")
    assert " ".join(sheet.subtitle) == scene.subtitle
    assert " ".join(sheet.sources) == "Sources: A of 2025 · B <b>of</b> 2026"
    assert " ".join(sheet.footer) == FOOTER
    assert [(fill, words) for fill, words, _, _ in sheet.legend] == list(scene.legend)


def test_that_the_same_scene_gives_the_same_pixels_in_another_process(
    qtbot: QtBot, tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from rare_gui.figures.export import render_timeline, write_png\n"
        "from rare_gui.figures.theme import load_theme\n"
        "from tests.figures.scenes import dysprosium\n"
        "image = render_timeline(dysprosium(), load_theme('dark'), 1000, 760, 2, 'foot')\n"
        "write_png(image, Path(sys.argv[1]), {})\n"
    )
    path = tmp_path / "other.png"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("DISPLAY", None)
    subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=Path(__file__).parents[2],
        env=environment,
        check=True,
    )
    here = render_timeline(dysprosium(), load_theme("dark"), 1000, 760, 2, "foot")
    assert QImage(str(path)).convertToFormat(here.format()) == here


def test_that_any_window_can_be_rendered_without_being_seen(qtbot: QtBot) -> None:
    label = QLabel("Dysprosium")
    qtbot.addWidget(label)
    label.resize(120, 40)
    image = render_window(label, 2)
    assert (image.width(), image.height()) == (240, 80)
    assert not label.isVisible()


def test_that_a_png_carries_its_texts(qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    texts = {"Title": "Dysprosium", "rare_gui:view": "material=dysprosium as_of=2025-11-20 " * 3}
    write_png(image, tmp_path / "a.png", texts)
    read = QImage(str(tmp_path / "a.png"))
    assert {key: read.text(key) for key in texts} == texts


def test_that_a_file_is_overwritten_only_when_forced(qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    path = tmp_path / "a.png"
    path.write_text("mine")
    with pytest.raises(FileExistsError, match=r"a\.png exists already"):
        write_png(image, path, {})
    assert path.read_text() == "mine"
    write_png(image, path, {}, force=True)
    assert path.read_bytes().startswith(b"\x89PNG")
    assert [item.name for item in tmp_path.iterdir() if item.is_file()] == ["a.png"]


def test_that_a_failed_write_leaves_the_old_file_and_no_rest(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.png"
    path.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=r"a\.png cannot be written: No space left"):
        write_png(QImage(4, 4, QImage.Format.Format_RGB32), path, {}, force=True)
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir() if item.is_file()] == ["a.png"]


def test_that_a_missing_folder_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        write_png(QImage(4, 4, QImage.Format.Format_RGB32), tmp_path / "nowhere" / "a.png", {})
