"""The Debian package tried: installed, started from its menu entry, removed without a trace."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

from bundle import Fault, Program, display
from product import read_product

NAME = read_product().name


def deb_installs_starts_and_goes(
    folder: Path, dist: Path, started_by: Callable[[Path], list[str]]
) -> str:
    """Try the .deb in `dist`; returns how far that could go here.

    As root it is really installed and removed again. Otherwise, or where a copy of the user's own
    is installed, it is unpacked into `folder` and started there.
    """
    (package,) = dist.glob("*.deb")
    installed = _dpkg("--status", NAME).returncode == 0
    if os.geteuid() != 0 or installed:
        subprocess.run(["dpkg-deb", "--extract", package, folder], check=True)
        (entry,) = (folder / "usr/share/applications").glob("*.desktop")
        command = started_by(entry)
        _show([str(folder / "usr" / "bin" / command[0]), *command[1:]])
        return "unpacked and started only: installing needs root and no installed copy"
    try:
        done = _dpkg("--install", str(package))
        if done.returncode:
            raise Fault(f"dpkg --install: {done.stderr.strip()}")
        files = [Path(line) for line in _dpkg("--listfiles", NAME).stdout.splitlines()]
        _show(started_by(next(path for path in files if path.suffix == ".desktop")))
    finally:
        _dpkg("--purge", NAME)
    left = [path for path in files if NAME in path.name and path.exists()]
    if left or _dpkg("--status", NAME).returncode == 0:
        raise Fault(f"left behind: {left}")
    return "installed, started from its menu entry, removed"


def _show(command: list[str]) -> None:
    with display() as environment:
        Program(command, environment).shows_a_window()


def _dpkg(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["dpkg", *arguments], capture_output=True, text=True, check=False)
