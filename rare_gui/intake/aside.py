"""A user's file that cannot be used is renamed to a name that no file has, never overwritten."""

from __future__ import annotations

from datetime import date
from pathlib import Path


def set_aside(path: Path, today: date, why: str = "damaged") -> Path:
    """Rename the file to `NAME.WHY-DAY`, with a number where that is taken; the new path.

    Raises OSError when it cannot be renamed; it is then still where it was.
    """
    first = path.with_name(f"{path.name}.{why}-{today.isoformat()}")
    aside, number = first, 1
    while aside.exists():
        number += 1
        aside = first.with_name(f"{first.name}-{number}")
    return path.rename(aside)
