"""The lines of what a mark says that only tell on what it rests: its basis and its sources.

They are written and found again here alone, so nobody else has to know how they begin. Not for
the other lines of a mark: each scene writes its own.
"""

from __future__ import annotations

from collections.abc import Iterable

_BASIS, _SOURCES = "basis: ", "sources: "


def basis_line(words: str) -> str:
    """On what kind of statement or data it rests: "basis: legal text"."""
    return f"{_BASIS}{words}"


def sources_line(sources: Iterable[str]) -> str:
    """The ids of its sources: "sources: mofcom-2025-18, usgs-2026"."""
    return f"{_SOURCES}{', '.join(sources)}"


def parted(spoken: str) -> tuple[str, str]:
    """What is said at once, and what is told only to whoever asks for more; each in one line."""
    lines = spoken.split("\n")
    aside = [line.startswith((_BASIS, _SOURCES)) for line in lines]
    said = "; ".join(line for line, beside in zip(lines, aside, strict=True) if not beside)
    return said, "; ".join(line for line, beside in zip(lines, aside, strict=True) if beside)
