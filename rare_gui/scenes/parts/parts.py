"""What the parts page shows, as values: columns, lines with their states, lines to settle.

Not for making them (`scenes.parts.scene`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rare_gui.domain.parts.check import MOST_DESTINATIONS
from rare_gui.scenes.palette import Chip, Source


@dataclass(frozen=True, slots=True)
class PartColumn:
    """A column of the list with what it is read as; `field` is "" for one not used."""

    heading: str
    field: str
    words: str


@dataclass(frozen=True, slots=True)
class PartCell:
    """A line's state to one destination."""

    chip: Chip
    words: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """A line that was matched. `days` counts to the next clause; empty where none is ahead."""

    number: int
    part: str
    read_as: str
    cells: tuple[PartCell, ...]
    set_by: str
    days: str
    urgent: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class SettleRow:
    """A line to settle with what can be chosen: key and words of each candidate.

    `asks_column`: no candidate helps, another column has to be chosen.
    """

    number: int
    part: str
    text: str
    problem: str
    choice: str
    candidates: tuple[tuple[str, str], ...]
    asks_column: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class PartDetail:
    """The chosen line in full; `material` is the slug to be shown on the timeline, or empty."""

    number: int
    title: str
    sentence: str
    material: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class PartsScene:
    """The page on a day. Without a list `file` is empty and only the drop area is shown.

    `preview` are the cells of the lines and `tinted` the places in it that are to settle. `fields`
    are all fields with their words, `places` all destinations (code, name), `chosen` those asked.
    `columns_words` says so where the columns are read as they were saved.
    """

    file: str = ""
    facts: str = ""
    columns: tuple[PartColumn, ...] = ()
    columns_words: str = ""
    can_save_columns: bool = False
    preview: Sequence[Sequence[str]] = ()
    tinted: frozenset[int] = frozenset()
    problems: tuple[str, ...] = ()
    origin: str = ""
    places: tuple[tuple[str, str], ...] = ()
    chosen: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    most_places: int = MOST_DESTINATIONS
    matched: str = ""
    to_settle: str = ""
    summary: str = ""
    rows: tuple[PartRow, ...] = ()
    settle: tuple[SettleRow, ...] = ()
    detail: PartDetail | None = None

    def place_names(self) -> tuple[str, ...]:
        """The names of the asked destinations, in order."""
        names = dict(self.places)
        return tuple(names.get(code, code) for code in self.chosen)
