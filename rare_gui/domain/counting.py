"""A number with the word that fits it: the only place that chooses between one and many.

Not for how numbers are rounded or grouped, and not for lists of words (`scenes.wording.listed`).
"""

from __future__ import annotations


def noun(count: int, one: str, many: str) -> str:
    """The word for so many things: `one` for 1 alone, `many` for 0 and all else."""
    return one if count == 1 else many


def counted(count: int, one: str, many: str) -> str:
    """The number before its word: "1 material", "3 materials", "0 materials"."""
    return f"{count} {noun(count, one, many)}"
