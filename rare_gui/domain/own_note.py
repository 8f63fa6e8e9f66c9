"""A note of the user's own: a text at a day, for one material or for all.

Not for keeping them (`intake.own_notes`) nor for facts of the data package.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Note:
    """`id` is the same through every change; `material` is a slug, "" for all materials.

    `text` is plain text and may have several lines.
    """

    id: str
    day: date
    text: str
    material: str = ""

    @property
    def first_line(self) -> str:
        """The first line with something in it."""
        return next((line.strip() for line in self.text.splitlines() if line.strip()), "")


def new_note(day: date, text: str, material: str = "") -> Note:
    """A note with an id that no other note has."""
    from uuid import uuid4  # slow to import, and few notes are new

    return Note(uuid4().hex, day, text, material)
