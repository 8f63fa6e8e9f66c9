"""What every package says of the program, read from where it is written: name, version, words.

Not for what goes into a bundle (`left_out.py`, `rare_gui.spec`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
APP_ID = "rare_gui"
"""The name that the running window tells the desktop (setDesktopFileName): names of files."""
_UNRELEASED = "not yet released"


@dataclass(frozen=True)
class Release:
    """One version in the changelog; `day` is ISO 8601, None before it is released."""

    version: str
    day: str | None
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Product:
    """The facts of pyproject.toml and CHANGELOG.md."""

    name: str
    version: str
    summary: str
    licence: str
    releases: tuple[Release, ...]

    @property
    def folder(self) -> str:
        """The folder that a download unpacks to."""
        return f"{self.name}-{self.version}"

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """The version as Windows wants it: 1.2.3 is (1, 2, 3, 0)."""
        found = [int(number) for number in re.findall(r"\d+", self.version)[:4]]
        first, second, third, fourth = (*found, 0, 0, 0, 0)[:4]
        return first, second, third, fourth


def read_product(root: Path = ROOT) -> Product:
    """The product that the tree at `root` builds.

    Raises ValueError when the changelog does not begin with the version of pyproject.toml.
    """
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    releases = read_releases((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    if not releases or releases[0].version != project["version"]:
        raise ValueError(f"CHANGELOG.md does not begin with version {project['version']}")
    return Product(
        name=project["name"],
        version=project["version"],
        summary=project["description"],
        licence=project["license"],
        releases=releases,
    )


def read_releases(changelog: str) -> tuple[Release, ...]:
    """The releases of a changelog, newest first.

    A release is "## 1.2.3 (2026-11-25)" or "## 1.2.3 (not yet released)" and its list of notes.
    Raises ValueError for another heading.
    """
    found = []
    for part in re.split(r"^## ", changelog, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        read = re.fullmatch(rf"(\S+) \((\d{{4}}-\d\d-\d\d|{_UNRELEASED})\)", heading.strip())
        if read is None:
            raise ValueError(f"CHANGELOG.md: {heading!r} is not VERSION (DAY)")
        notes = tuple(
            " ".join(note.split()) for note in re.split(r"^- ", body, flags=re.MULTILINE)[1:]
        )
        day = None if read[2] == _UNRELEASED else read[2]
        found.append(Release(read[1], day, notes))
    return tuple(found)


def languages(root: Path = ROOT) -> frozenset[str]:
    """The languages of the program by their ISO 639 code: English, and each that has a `.ts`."""
    named = (
        re.search(r"_([a-z]{2})(_\w+)?$", path.stem) for path in root.glob("resources/**/*.ts")
    )
    return frozenset({"en"} | {found[1] for found in named if found})


def filled(template: str, words: Mapping[str, str]) -> str:
    """`template` with each @NAME@ replaced; KeyError names a word that is not given."""
    return re.sub(r"@([A-Z_]+)@", lambda found: words[found[1]], template)


if __name__ == "__main__":
    product = read_product()
    print(product.name, product.version)
