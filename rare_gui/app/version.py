"""The program's version, kept in pyproject.toml alone."""

from __future__ import annotations


def version() -> str:
    """The installed version, or "source" when run from an unpacked tree that is not installed."""
    # slow to import, and the window does not tell its version
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed_version

    try:
        return installed_version("rare-gui")
    except PackageNotFoundError:
        return "source"
