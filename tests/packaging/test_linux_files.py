"""What a Linux desktop is told, and the installer of the download, with a stand-in program."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import struct
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSTALLER = ROOT / "packaging" / "linux" / "install.sh"
ENTRY = "applications/rare_gui.desktop"


@pytest.fixture
def share(tmp_path: Path, qapp: object) -> Path:
    from linux_files import write_share
    from product import read_product

    write_share(tmp_path / "share", read_product())
    return tmp_path / "share"


@pytest.fixture
def download(tmp_path: Path, share: Path) -> Path:
    """An unpacked download whose program only says what it was given."""
    folder = tmp_path / "down load"
    folder.mkdir()
    shutil.move(share, folder / "share")
    shutil.copy2(INSTALLER, folder)
    program = folder / "rare-gui"
    program.write_text('#!/bin/sh\necho "started with $# words"\n')
    program.chmod(0o755)
    return folder


def entry_of(path: Path) -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(path, encoding="utf-8")
    return dict(parser["Desktop Entry"])


def run(folder: Path, option: str, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(home)}
    return subprocess.run(
        ["sh", folder / "install.sh", option],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def files_below(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if not path.is_dir()}


def test_that_the_menu_entry_names_the_program_and_its_file_types(share: Path) -> None:
    entry = entry_of(share / ENTRY)
    assert entry["Exec"] == "rare-gui %f"
    assert entry["Icon"] == "rare_gui"
    types = {kind for kind in entry["MimeType"].split(";") if kind}
    tree = ET.parse(share / "mime/packages/rare_gui.xml")
    assert types == {kind.get("type") for kind in tree.getroot()}


def test_that_the_window_tells_the_desktop_the_name_of_its_entry() -> None:
    from product import APP_ID

    text = (ROOT / "rare_gui" / "app" / "main.py").read_text(encoding="utf-8")
    assert f'setDesktopFileName("{APP_ID}")' in text


def test_that_every_icon_has_its_size(share: Path) -> None:
    found = {}
    for path in (share / "icons/hicolor").rglob("*.png"):
        width, height = struct.unpack(">II", path.read_bytes()[16:24])
        found[path.parent.parent.name] = (width, height)
    sizes = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
    assert found == {f"{side}x{side}": (side, side) for side in sizes}
    assert (share / "icons/hicolor/scalable/apps/rare_gui.svg").is_file()


def test_that_the_icon_has_the_colours_of_the_theme() -> None:
    drawing = (ROOT / "resources/icons/app/rare_gui.svg").read_text(encoding="utf-8")
    theme = (ROOT / "resources/themes/light.json").read_text(encoding="utf-8")
    assert set(re.findall(r"#\w{6}", drawing)) <= set(re.findall(r"#\w{6}", theme))


def test_that_the_windows_and_apple_icons_hold_whole_pictures(tmp_path: Path, qapp: object) -> None:
    from icons import ICNS, ICO, write_icns, write_ico

    ico = write_ico(tmp_path / "x.ico").read_bytes()
    assert struct.unpack("<HHH", ico[:6]) == (0, 1, len(ICO))
    for place, side in enumerate(ICO):
        *_, size, offset = struct.unpack("<BBBBHHII", ico[6 + 16 * place : 22 + 16 * place])
        assert struct.unpack(">II", ico[offset + 16 : offset + 24]) == (side, side)
        assert ico[offset : offset + size].endswith(b"IEND\xaeB`\x82")
    icns = write_icns(tmp_path / "x.icns").read_bytes()
    assert icns[:8] == b"icns" + struct.pack(">I", len(icns))
    at = 8
    for kind, side in ICNS.items():
        assert icns[at : at + 4] == kind
        assert struct.unpack(">I", icns[at + 24 : at + 28]) == (side,)
        (length,) = struct.unpack(">I", icns[at + 4 : at + 8])
        at += length
    assert at == len(icns)


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-utils")
def test_that_the_menu_entry_is_valid(share: Path) -> None:
    subprocess.run(["desktop-file-validate", share / ENTRY], check=True)


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="needs appstream")
def test_that_the_metadata_have_no_error(share: Path) -> None:
    path = share / "metainfo/rare_gui.metainfo.xml"
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "E:" not in done.stdout


def test_that_the_installed_menu_entry_starts_the_program(download: Path, tmp_path: Path) -> None:
    home = tmp_path / "a home"
    home.mkdir()
    done = run(download, "--user", home)
    assert done.returncode == 0, done.stderr
    entry = entry_of(home / ".local/share" / ENTRY)
    program = entry["Exec"].removesuffix(" %f")
    assert program == f'"{home}/.local/lib/rare-gui/rare-gui"'
    assert Path(entry["TryExec"]).is_file()
    told = subprocess.run(["sh", "-c", program], capture_output=True, text=True, check=True).stdout
    assert told == "started with 0 words\n"
    command = home / ".local/bin/rare-gui"
    assert subprocess.run([command], capture_output=True, check=True).stdout


def test_that_removing_leaves_only_what_was_there(download: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    own = home / ".local/share/rare_gui/notes.json"
    other = home / ".local/share/icons/hicolor/16x16/apps/other.png"
    for path in (own, other):
        path.parent.mkdir(parents=True)
        path.write_text("mine")
    before = files_below(home)
    assert run(download, "--user", home).returncode == 0
    assert files_below(home) > before
    assert run(download, "--remove", home).returncode == 0
    made_by_the_desktop = ("mimeinfo.cache", "icon-theme.cache")
    left = {
        path
        for path in files_below(home) - before
        if path.name not in made_by_the_desktop and "share/mime/" not in str(path)
    }
    assert not left
    assert before <= files_below(home)


def test_that_installing_again_replaces_the_older_copy(download: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (download / "old-library").write_text("old")
    assert run(download, "--user", home).returncode == 0
    (download / "old-library").unlink()
    assert run(download, "--user", home).returncode == 0
    installed = home / ".local/lib/rare-gui"
    assert not (installed / "old-library").exists()
    assert [path.name for path in installed.parent.iterdir()] == ["rare-gui"]


def test_that_it_cannot_be_installed_from_the_installed_copy(
    download: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    assert run(download, "--user", home).returncode == 0
    installed = home / ".local/lib/rare-gui"
    again = run(installed, "--user", home)
    assert again.returncode == 1
    assert "installed copy" in again.stderr
    assert (installed / "rare-gui").is_file()


def test_that_the_installer_without_a_word_explains_itself(tmp_path: Path) -> None:
    done = run(INSTALLER.parent, "", tmp_path)
    assert done.returncode == 2
    assert "--user" in done.stdout
    assert "--remove" in done.stdout
    assert not files_below(tmp_path)
