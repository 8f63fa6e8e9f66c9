"""`rare-gui export`: pictures without a display, nothing overwritten, nothing half-written."""

from __future__ import annotations

import shlex
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtGui import QImage

from rare_gui.app.desktop.given_files import GivenFiles
from rare_gui.app.desktop.notices import Notices
from rare_gui.app.main import build
from rare_gui.app.opening import Opening
from rare_gui.app.pictures import pictures
from rare_gui.cli.export import read_view, supposing
from rare_gui.cli.failures import WrongArguments
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.presets import preset
from rare_gui.domain.scenario import Scenario
from rare_gui.figures.formats.png import rendered
from rare_gui.figures.twin import Twin
from rare_gui.intake.picture_facts import read_file
from rare_gui.intake.scenarios import save_scenario, write_scenario
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
    assert image.text("Title") == "Raw dysprosium dwindles, magnets flow"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("what", pictures.KINDS)
def test_that_the_command_gives_the_same_pixels_as_the_windows_own_export(
    ask: Ask, qtbot: object, tmp_path: Path, what: str
) -> None:
    window = build()
    qtbot.addWidget(window)  # type: ignore[attr-defined]
    scenario = "truce-lapses" if what == "whatif" else None
    window.session.select(
        **_changes(window.session.selection),
        compared=("dysprosium", "gallium"),
        scenario=scenario,
    )
    view = f"{VIEW} compared=dysprosium,gallium{f' scenario={scenario}' if scenario else ''}"
    own, command = tmp_path / "own.png", tmp_path / "command.png"
    assert window.exports is not None
    assert window.exports.save(what, "light", own)  # type: ignore[attr-defined]
    assert ask("export", "--what", what, "--size", "16:9", "--view", view, "-o", command).code == 0
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
    drawn = rendered(Twin(twin), 1.0)

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
        (["--what", "poster"], 2, "choose timeline, card,"),
        (["--theme", "pink"], 2, "choose dark, high-contrast or light"),
        (["--size", "0x0"], 2, "too small"),
        (["--size", "wide"], 2, "WIDTHxHEIGHT"),
        (["--size", "100x100mm"], 2, "too small"),
        (["--size", "100000x100000"], 2, "too large"),
        (["--scale", "9"], 2, "1 to 4"),
        (["--scale", "big"], 2, "no scale"),
        (["--dpi", "900"], 2, "96 to 384 dpi"),
        (["--dpi", "300", "--scale", "2"], 2, "give one"),
        (["--material", "unobtainium"], 2, "unobtainium"),
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
    [
        ("x.jpg", 2, ".png, .svg or .pdf, not as 'jpg'"),
        ("x", 2, "not as 'nothing'"),
        ("nowhere/x.png", 1, "the folder is not there"),
        ("n" * 300 + ".png", 1, "too long"),
    ],
)
def test_that_a_place_that_cannot_be_written_is_told(
    ask: Ask, tmp_path: Path, name: str, code: int, told: str
) -> None:
    answer = ask("export", "--view", VIEW, "-o", tmp_path / name)
    assert answer.code == code
    assert answer.err.count("\n") == 1
    assert told in answer.err


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("suffix", pictures.FORMATS)
def test_that_each_format_leads_back_to_its_view(ask: Ask, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"x.{suffix}"
    assert ask("export", "--view", VIEW, "--title", "My own", "-o", path).code == 0
    facts = read_file(path)
    assert (facts.view, facts.title, facts.title_edited) == (VIEW, "My own", True)
    assert facts.sources
    assert ask("export", "--view", VIEW, "--no-view", "-o", path, "--force").code == 0
    assert read_file(path).view is None


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("typed", ["--scenario", "--view"])
def test_that_a_what_if_from_a_file_leads_back_without_the_file(
    ask: Ask, qtbot: object, dataset: Dataset, tmp_path: Path, typed: str
) -> None:
    scenario = Scenario("Mine: and theirs", preset(dataset.law, "truce-lapses").changes)
    file, path = tmp_path / "mine.toml", tmp_path / "x.png"
    write_scenario(file, scenario)
    wanted = (
        ["--scenario", file, "--view", VIEW]
        if typed == "--scenario"
        else ["--view", shlex.join([*VIEW.split(), f"scenario={file}"])]
    )
    assert ask("export", *wanted, "--scale", "1", "-o", path).code == 0
    file.unlink()
    assert str(tmp_path) not in (read_file(path).view or "")
    window = build()
    qtbot.addWidget(window)  # type: ignore[attr-defined]
    window.show()
    given = GivenFiles(window, Opening(window), Notices(window))
    given.open((path,))
    text = scenario.to_text()
    qtbot.waitUntil(lambda: window.session.selection.scenario == text)  # type: ignore[attr-defined]
    assert window.session.dataset.scenario == "Mine: and theirs"


@pytest.mark.parametrize("name", ["truce-lapses", "Mine", "Mine | lapse x"])
def test_that_a_what_if_by_its_name_keeps_it(
    dataset: Dataset, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rare_gui.app.paths.scenarios_folder", lambda: tmp_path)
    save_scenario(tmp_path, Scenario("Mine", preset(dataset.law, "truce-lapses").changes))
    view = Selection("gallium", date(2026, 1, 1))
    assert supposing(dataset, view, name).scenario == name
    with pytest.raises(WrongArguments, match="the what-if cannot be used: unknown scenario"):
        supposing(dataset, view, "theirs")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("size", "pixels"),
    [
        (["--size", "square", "--scale", "1"], (1080, 1080)),
        (["--size", "a4", "--dpi", "300"], (2481, 3509)),
        (["--size", "297x297mm", "--scale", "1.5x"], (1684, 1684)),
    ],
)
def test_that_a_picture_has_the_asked_pixels(
    ask: Ask, tmp_path: Path, size: list[str], pixels: tuple[int, int]
) -> None:
    path = tmp_path / "x.png"
    assert ask("export", "--view", VIEW, "-o", path, *size).code == 0
    image = QImage(str(path))
    assert (image.width(), image.height()) == pixels


@pytest.mark.usefixtures("qapp")
def test_that_the_same_view_gives_the_same_bytes_at_a_set_time(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    for suffix in pictures.FORMATS:
        one, other = tmp_path / f"one.{suffix}", tmp_path / f"other.{suffix}"
        for path in (one, other):
            assert ask("export", "--view", VIEW, "--scale", "1", "-o", path).code == 0
        assert one.read_bytes() == other.read_bytes()
        assert read_file(one).created.timestamp() == 1764000000


@pytest.mark.usefixtures("qapp")
def test_that_a_set_time_that_is_none_is_told(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    answer = ask("export", "--view", VIEW, "-o", tmp_path / "x.png")
    assert answer.code == 2
    assert "SOURCE_DATE_EPOCH" in answer.err


@pytest.mark.usefixtures("qapp")
def test_that_several_materials_fill_a_folder(ask: Ask, tmp_path: Path) -> None:
    arguments = ["--view", "as_of=2025-11-20", "--scale", "1", "--format", "svg"]
    for material in ("Dy", "gallium", "dysprosium"):
        arguments += ["--material", material]
    answer = ask("export", "-o", tmp_path, *arguments)
    names = ["dysprosium-timeline-2025-11-20.svg", "gallium-timeline-2025-11-20.svg"]
    assert answer.out.splitlines() == [str(tmp_path / name) for name in names]
    assert [read_file(tmp_path / name).view.split()[0] for name in names] == [  # type: ignore[union-attr]
        "material=dysprosium",
        "material=gallium",
    ]


@pytest.mark.usefixtures("qapp")
def test_that_one_name_that_is_taken_stops_all_before_any_is_drawn(
    ask: Ask, tmp_path: Path
) -> None:
    taken = tmp_path / "gallium-timeline-2025-11-20.png"
    taken.write_text("mine")
    answer = ask("export", "--material", "all", "--view", "as_of=2025-11-20", "-o", tmp_path)
    assert answer.code == 1
    assert "--force" in answer.err
    assert [path.name for path in tmp_path.glob("*.png")] == [taken.name]
    assert taken.read_text() == "mine"


@pytest.mark.usefixtures("qapp")
def test_that_a_full_disk_leaves_the_old_picture(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.png"
    path.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    answer = ask("export", "--view", VIEW, "-o", path, "--force")
    assert answer.code == 1
    assert answer.err.endswith("the disk is full; make room or choose another folder\n")
    assert answer.err.count("\n") == 1
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir() if item.is_file()] == ["x.png"]


@pytest.mark.usefixtures("qapp")
def test_that_data_sources_and_citation_stand_beside_or_in_one_zip(
    ask: Ask, tmp_path: Path
) -> None:
    wanted = ["--with-data", "--with-sources", "--with-citation", "--scale", "1", "--view", VIEW]
    assert ask("export", "-o", tmp_path / "x.png", *wanted).code == 0
    beside = {path.name for path in tmp_path.glob("x*")}
    assert {"x.png", "x.csv", "x-sources.csv"} < beside
    answer = ask("export", "-o", tmp_path / "x.png", "--zip", *wanted)
    assert answer.out == f"{tmp_path / 'x.zip'}\n"
    with ZipFile(tmp_path / "x.zip") as whole:
        assert set(whole.namelist()) == beside


def test_that_a_view_is_read_with_names_as_people_write_them(dataset: Dataset) -> None:
    view = read_view(dataset, "material=Dy to=Germany", Selection("gallium", date(2026, 1, 1)))
    assert (view.material, view.destination) == ("dysprosium", "DE")
