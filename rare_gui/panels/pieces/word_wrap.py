"""Breaks a text into lines for painted widgets, so that long names wrap instead of being cut.

Not for rich text (see `flow_text`).
"""

from __future__ import annotations

from functools import lru_cache

from rare_gui.figures.fonts import text_width


@lru_cache(maxsize=1024)
def wrapped(role: str, text: str, room: float) -> tuple[str, ...]:
    """The lines of `text` in the font of `role`, each at most `room` px wide.

    A word wider than a line is broken between letters; an empty text has no lines.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if text_width(role, longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _broken(role, word, room)
        lines.extend(full)
    return (*lines, line) if line else tuple(lines)


def widest_word(role: str, text: str) -> float:
    """Width in px of the widest word of `text` in the font of `role`; 0 for an empty text."""
    return max((text_width(role, word) for word in text.split()), default=0.0)


def _broken(role: str, word: str, room: float) -> list[str]:
    parts: list[str] = []
    part = ""
    for letter in word:
        if part and text_width(role, part + letter) > room:
            parts.append(part)
            part = ""
        part += letter
    return [*parts, part]
