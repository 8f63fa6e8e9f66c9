"""Tries what `build_bundle.py` has built as its users will; `make package` runs both.

Each check prints a line; the exit code is 1 when one failed. What cannot be tried here (no root, no
Xvfb, no network namespaces) is told, never passed over in silence.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from build_bundle import DIST, bytes_in
from bundle import Fault, Program, clean_environment, display, source_program
from deb_check import deb_installs_starts_and_goes
from product import ROOT, read_product

MOST_UNPACKED, MOST_PACKED = 150e6, 60e6
VIEW = "material=dysprosium as_of=2025-11-20"
COMMANDS = (
    ("--version",),
    ("status", "--json"),
    ("cliffs", "--json"),
    ("risk", "--material", "gallium"),
    ("impact", "--scenario", "full-stop", "--json"),
    ("check", "--json"),
)
"""Sub-commands that between them import every part of the program."""
SHOTS = ROOT / "build" / "shots"

PRODUCT = read_product()
FOLDER = DIST / PRODUCT.name
BUILT = Program([str(FOLDER / PRODUCT.name)])
Check = Callable[[Path], str]
"""Tries one thing, given an empty folder; returns a remark, raises Fault."""


def passes_its_self_test(_: Path) -> str:
    """The program's own proof of an installation."""
    BUILT.answer("self-test")
    return ""


def answers_as_the_source_does(_: Path) -> str:
    """Each command prints the same bytes."""
    for command in COMMANDS:
        if BUILT.answer(*command) != source_program().answer(*command):
            raise Fault(f"{' '.join(command)} answers otherwise than the source")
    return f"{len(COMMANDS)} commands, byte for byte"


def makes_the_same_pictures(folder: Path) -> str:
    """Exported pictures have the same pixels; the files differ in the moment that they tell."""
    from PySide6.QtGui import QImage

    for what in ("timeline", "window"):
        for name, program in (("built", BUILT), ("source", source_program())):
            asked = ("export", "--what", what, "--view", VIEW, "-o", f"{what}-{name}.png")
            program.answer(*asked, cwd=folder)
        built, source = (folder / f"{what}-{n}.png" for n in ("built", "source"))
        picture = QImage(str(built))
        if picture.isNull() or picture != QImage(str(source)):
            raise Fault(f"the {what} differs from the source's")
    return "timeline and window, pixel for pixel"


def starts_processes_of_its_own(folder: Path) -> str:
    """The grid uses every core: worker processes begin in the built program too."""
    asked = "impact --grid --material gallium --form metal --draws 3 -o grid".split()
    BUILT.answer(*asked, cwd=folder)
    return ""


def opens_a_window(_: Path) -> str:
    """A real window on a virtual display."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    with display() as environment:
        replace(BUILT, environment=environment).shows_a_window(SHOTS / "window.png")
    return f"see {(SHOTS / 'window.png').relative_to(ROOT)}"


def starts_from_a_folder_with_any_name(folder: Path) -> str:
    """Spaces and Chinese characters in the path."""
    elsewhere = folder / "my 稀土 programs"
    shutil.copytree(FOLDER, elsewhere, symlinks=True)
    with display() as environment:
        Program([str(elsewhere / PRODUCT.name)], environment).shows_a_window()
    return ""


def starts_from_a_read_only_folder(folder: Path) -> str:
    """Nobody may write, and nothing is written; an administrator's rights are laid down first."""
    copy = folder / "program"
    shutil.copytree(FOLDER, copy, symlinks=True)
    folder.chmod(0o755)
    for path in (copy, *copy.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & 0o555 | 0o444)
    before = {path: path.lstat().st_mtime_ns for path in copy.rglob("*")}
    as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    command = [str(copy / PRODUCT.name)]
    Program([*as_nobody, *command] if os.geteuid() == 0 else command).answer("self-test")
    if before != {path: path.lstat().st_mtime_ns for path in copy.rglob("*")}:
        raise Fault("it wrote into its own folder")
    return ""


def starts_without_a_home(_: Path) -> str:
    """HOME is not set, or leads nowhere."""
    with display() as environment:
        homeless = {
            name: value
            for name, value in environment.items()
            if name != "HOME" and not name.startswith("XDG_")
        }
        for home in ({}, {"HOME": "/nonexistent"}):
            replace(BUILT, environment={**homeless, **home}).shows_a_window()
    return ""


def works_without_a_network(_: Path) -> str:
    """In a network namespace without any interface."""
    for options in (["--net"], ["--map-root-user", "--net"]):
        apart = ["unshare", *options]
        if subprocess.run([*apart, "true"], capture_output=True, check=False).returncode == 0:
            Program([*apart, *BUILT.command]).answer("self-test")
            return ""
    return "NOT TRIED: this system grants no network namespace"


def installs_for_one_user_and_goes(folder: Path) -> str:
    """The download: unpacked, installed below a home, started from the menu, removed."""
    (archive,) = DIST.glob("*.tar.xz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    home = folder / "home"
    home.mkdir()
    own = {"HOME": str(home), "XDG_DATA_HOME": str(home / ".local" / "share")}
    script = folder / PRODUCT.folder / "install.sh"
    _run_script(script, "--user", own)
    with display() as environment:
        entry = next((home / ".local/share/applications").glob("*.desktop"))
        command = started_by(entry)
        Program(command, {**environment, **own}).shows_a_window()
    _run_script(script, "--remove", own)
    left = [p for p in (home / ".local").rglob("*") if p.is_file() and PRODUCT.name in str(p)]
    if left:
        raise Fault(f"left behind: {left}")
    return ""


def is_small_enough(_: Path) -> str:
    """The limits for the folder and for the download."""
    unpacked = bytes_in(FOLDER)
    packed = sum(bytes_in(path) for path in DIST.glob("*.tar.xz"))
    words = f"{unpacked / 1e6:.1f} MB unpacked, {packed / 1e6:.1f} MB as tar.xz"
    if unpacked > MOST_UNPACKED or packed > MOST_PACKED:
        raise Fault(f"{words}; at most {MOST_UNPACKED / 1e6:.0f} and {MOST_PACKED / 1e6:.0f}")
    return words


def started_by(entry: Path) -> list[str]:
    """The command in a menu entry's Exec line, without a file."""
    import shlex

    lines = entry.read_text(encoding="utf-8").splitlines()
    line = next(line for line in lines if line.startswith("Exec="))
    return [word for word in shlex.split(line.removeprefix("Exec=")) if word != "%f"]


def deb_comes_and_goes(folder: Path) -> str:
    """The Debian package."""
    return deb_installs_starts_and_goes(folder, DIST, started_by)


CHECKS: tuple[Check, ...] = (
    passes_its_self_test, answers_as_the_source_does, makes_the_same_pictures,
    starts_processes_of_its_own, opens_a_window, starts_from_a_folder_with_any_name,
    starts_from_a_read_only_folder, starts_without_a_home, works_without_a_network,
    installs_for_one_user_and_goes, deb_comes_and_goes, is_small_enough,
)  # fmt: skip


def main(wanted: list[str]) -> int:
    """Run all checks, or those named; 1 when one failed."""
    failed = 0
    for check in CHECKS:
        if wanted and check.__name__ not in wanted:
            continue
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            try:
                remark, verdict = check(Path(folder)), "ok    "
            except (Fault, subprocess.CalledProcessError, OSError, ValueError) as fault:
                remark, verdict, failed = str(fault), "FAILED", 1
        name = check.__name__.replace("_", " ")
        print(f"{verdict} {name}{': ' + remark if remark else ''}", flush=True)
    return failed


def _run_script(script: Path, option: str, own: dict[str, str]) -> None:
    done = subprocess.run(
        ["sh", script, option],
        env=clean_environment(**own),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Fault(f"install.sh {option}: {done.stderr.strip()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
