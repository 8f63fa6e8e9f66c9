"""Where data packages are: the shipped one, and what a name or path on the command line means.

Not for opening them: that is `intake.package`.
"""

from __future__ import annotations

from pathlib import Path

from rare_gui.intake.descriptor import FILE_NAME

SHIPPED = "strategic-materials"
_HERE = Path(__file__).resolve().parents[1]
_HOMES = (_HERE / "_data", _HERE.parent / "data")
"""Folders of packages that come with the program: in an installed one, in its source."""


def shipped_package() -> Path:
    """The folder of the package that comes with the program.

    Raises FileNotFoundError when the installation is incomplete.
    """
    found = _named(SHIPPED)
    if found is None:
        raise FileNotFoundError(f"the data package {SHIPPED} is missing from the installation")
    return found


def find_package(name_or_path: str) -> Path:
    """The folder of a package: a path to it or to its descriptor, or a shipped one's name.

    A path that exists wins over a name. What is neither comes back as the path it was, so that
    opening it tells what is missing.
    """
    path = Path(name_or_path)
    try:
        path = path.expanduser()
        if path.exists():
            return path.parent if path.name == FILE_NAME else path
    except (OSError, RuntimeError):  # a name too long, a user that does not exist
        return path
    return _named(name_or_path) or path


def _named(name: str) -> Path | None:
    if not name or Path(name).name != name:
        return None
    for home in _HOMES:
        if (home / name / FILE_NAME).is_file():
            return home / name
    return None
