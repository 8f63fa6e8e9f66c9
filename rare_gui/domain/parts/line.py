"""A person's own parts list: its lines, and the fields that its columns can be read as.

Not for files (`intake.parts.file`) nor for what the line means (`domain.parts.reading`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rare_gui.domain.problems import Problem


class Field(StrEnum):
    """What a column of a parts list can hold."""

    PART = "part"
    MATERIAL = "material"
    FORM = "form"
    CAS = "cas"
    HS = "hs"
    GRAMS = "grams"
    SHARE = "share"
    COUNTRY = "country"
    SPEND = "spend"


@dataclass(frozen=True, slots=True)
class PartLine:
    """A line as it stands in the list, under the fields of its columns.

    `number` is the line's place in the file, from 1. `grams` and `share` (0 to 1) and `spend` (in
    `currency`, which is empty where the list does not say) are None where nothing is written or it
    cannot be read as a number. `country` is the supplier's, in the list's own words.
    """

    number: int
    part: str = ""
    material: str = ""
    form: str = ""
    cas: str = ""
    hs: str = ""
    country: str = ""
    grams: float | None = None
    share: float | None = None
    spend: float | None = None
    currency: str = ""


@dataclass(frozen=True)
class PartsList:
    """A whole list as it was opened: what stands in it, how its columns are read, its lines.

    `file` is its name, `facts` how it was read ("UTF-8", "semicolon"). `rows` are the cells of each
    line in `lines`, in the same order. `above` are the filled lines before them (number, cells), of
    which the last are the headings; `empty_lines` are the numbers of those that hold nothing, so
    that every line of the file is somewhere. `mapped` are the columns, from 0, by field.
    """

    file: str
    facts: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[PartLine, ...]
    above: tuple[tuple[int, tuple[str, ...]], ...]
    empty_lines: tuple[int, ...]
    mapped: Mapping[Field, int]
    problems: tuple[Problem, ...] = ()
