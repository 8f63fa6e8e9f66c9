"""What the palette offers for a typed text, ready to be shown: groups of plain lines.

Not for searching (`scenes.finding.search`).
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.scenes.palette import Chip

Mark = tuple[int, int]
"""The first character of a part of a title that was typed, and the one after its last."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command as the palette knows it: id, title, keys as they are written, more words."""

    id: str
    title: str
    keys: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that can be chosen.

    `kind` is material, measure, day or command and `key` the slug, id or ISO day of it. `lead`
    stands in a tile before the title, `detail` at the right. `chips` are a material's states.
    """

    kind: str
    key: str
    title: str
    detail: str = ""
    lead: str = ""
    marks: tuple[Mark, ...] = ()
    chips: tuple[Chip, ...] = ()

    @property
    def spoken(self) -> str:
        """The whole line for a screen reader."""
        return ", ".join(part for part in (self.title, self.lead, self.detail) if part)


@dataclass(frozen=True, slots=True)
class PaletteScene:
    """Groups of entries, each under its name; the first entry is the likeliest.

    `told` is a sentence on what the text means, or why nothing is found.
    """

    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    told: str = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in their order."""
        return tuple(entry for _, entries in self.groups for entry in entries)
