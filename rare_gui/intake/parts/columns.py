"""Which column of a parts list holds what: a guess from headings and contents, and overrides.

Not for numbers (`intake.parts.numbers`) nor for materials: who knows them is passed in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rare_gui.domain.parts.line import Field
from rare_gui.intake.parts.table import PartsTable

_HEADINGS: dict[Field, str] = {
    Field.PART: "part partno partnumber item itemno component sku article mpn pn line position "
    "teil artikel teilenummer pièce référence pieza 零件 物料 部件 品号 料号",
    Field.MATERIAL: "material substance element description composition chemical alloy name "
    "ingredient werkstoff stoff bezeichnung matière matériau materia 材料 物质 材质 品名 名称 描述",
    Field.FORM: "form shape state 形态 形式",
    Field.CAS: "cas casno casrn casnumber",
    Field.HS: "hs hscode hts htscode tariff customs commodity cn taric zolltarif 海关 税号",
    Field.GRAMS: "grams gram weight mass gewicht masse poids peso g kg mg 重量 质量 克",
    Field.SHARE: "share content fraction percent percentage anteil wt% % ppm 含量 比例",
    Field.COUNTRY: "country origin madein land herkunft pays país 国家 产地 原产国 原产地",
    Field.SPEND: "spend cost value price amount total kosten preis wert betrag coût prix usd eur "
    "金额 采购额 价格 成本",
}
_NOT_THE = {Field.COUNTRY: "id code no", Field.SPEND: "added unit", Field.PART: "description"}
_SAMPLE = 200
_ABOVE = 12
_ENOUGH = 0.45
_CAS = re.compile(r"\d{2,7}-\d{2}-\d")
_HS = re.compile(r"(?:\d{4}(?:\.?\d{2}){1,3}\d{0,2})")

Mapped = Mapping[Field, int]
"""Fields to the numbers of their columns, from 0."""


class UnknownColumn(ValueError):
    """A column that the list does not have; the message names those it has."""


@dataclass(frozen=True, slots=True)
class PartsLayout:
    """A table with its headings, its guessed columns and the lines above the headings.

    `first` is the place in the table's rows where the lines of the list begin.
    """

    table: PartsTable
    headings: tuple[str, ...]
    first: int
    guess: Mapped

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the list itself."""
        return self.table.rows[self.first :]

    @property
    def numbers(self) -> tuple[int, ...]:
        """Their line numbers in the file."""
        return self.table.numbers[self.first :]

    @property
    def above(self) -> int:
        """How many filled lines stand before the list: headings and what is above them."""
        return self.first

    def column(self, text: str) -> int:
        """The number of a column, from 0, by heading, letter ("C") or number from 1.

        Raises UnknownColumn.
        """
        wanted = text.strip()
        headings = [heading.casefold() for heading in self.headings]
        if wanted.casefold() in headings:
            return headings.index(wanted.casefold())
        if wanted.isdecimal() and len(wanted) < 6 and 1 <= int(wanted) <= len(headings):
            return int(wanted) - 1
        if re.fullmatch(r"[A-Za-z]{1,2}", wanted):
            place = 0
            for letter in wanted.upper():
                place = place * 26 + ord(letter) - 64
            if place <= len(headings):
                return place - 1
        known = ", ".join(repr(heading) for heading in self.headings[:12])
        raise UnknownColumn(f"the list has no column {wanted[:40]!r}; it has {known}")

    def changes_to(self, mapped: Mapped) -> dict[Field, int | None]:
        """What has to be changed of the guess, so that the columns are as in `mapped`."""
        gone = {field: None for field in self.guess if field not in mapped}
        return {**gone, **{f: n for f, n in mapped.items() if self.guess.get(f) != n}}

    def mapped(self, changes: Mapping[Field, int | None]) -> Mapped:
        """The guess with a person's changes; None takes a field's column away."""
        kept = {**self.guess, **changes}
        return {field: column for field, column in kept.items() if column is not None}


def lay_out(
    table: PartsTable, knows: Callable[[str], bool], knows_country: Callable[[str], bool]
) -> PartsLayout:
    """Find the headings and guess the columns; `knows` tells whether a text names a material."""
    width = len(table.rows[0])
    place = _heading_row(table.rows[:_ABOVE], knows)
    if place is None:
        headings, first = tuple(f"Column {number}" for number in range(1, width + 1)), 0
    else:
        row, first = table.rows[place], place + 1
        headings = tuple(cell or f"Column {number}" for number, cell in enumerate(row, 1))
    sample = table.rows[first : first + _SAMPLE]
    scores = {
        (field, column): score
        for column in range(width)
        for field, score in _scores(
            headings[column] if place is not None else "",
            [row[column] for row in sample if row[column]],
            knows,
            knows_country,
        ).items()
    }
    guess: dict[Field, int] = {}
    for (field, column), score in sorted(scores.items(), key=lambda item: -item[1]):
        if score >= _ENOUGH and field not in guess and column not in guess.values():
            guess[field] = column
    if Field.MATERIAL not in guess and width == 1:
        guess = {Field.MATERIAL: 0}  # a bare list of names
    return PartsLayout(table, headings, first, guess)


def _heading_row(rows: Sequence[Sequence[str]], knows: Callable[[str], bool]) -> int | None:
    """The first row with words of headings and nothing that looks like a line of the list."""
    for place, row in enumerate(rows):
        cells = [cell for cell in row if cell]
        hits = sum(any(_heading_score(cell, field) for field in Field) for cell in cells)
        wanted = 1 if len(row) == 1 or len(cells) == 1 == place + 1 else 2
        if hits >= wanted and not any(knows(cell) for cell in cells):
            return place
    return None


def _words(heading: str) -> set[str]:
    small = re.sub(r"[#.]", " ", heading.casefold())
    words = re.findall(r"wt%|%|[\u3400-\u9fff]+|[^\W\d_]+", small)
    return {*words, *(a + b for a, b in pairwise(words))}


def _heading_score(heading: str, field: Field) -> float:
    words, known = _words(heading), _HEADINGS[field].split()
    hit = any(word in words for word in known) or any(
        word in heading for word in known if word[0] > "\u3400"
    )
    if not hit or words & set(_NOT_THE.get(field, "").split()):
        return 0.0
    return 0.6 + 0.4 / max(len(re.findall(r"\w+", heading)), 1)


def _scores(
    heading: str,
    cells: Sequence[str],
    knows: Callable[[str], bool],
    knows_country: Callable[[str], bool],
) -> dict[Field, float]:
    """How far a column looks like each field: its heading, and what stands in its cells."""
    said = {field: _heading_score(heading, field) for field in Field}
    if not cells:
        return {field: score * 0.8 for field, score in said.items()}
    distinct = list(dict.fromkeys(cells))

    def share(test: Callable[[str], object]) -> float:
        return sum(bool(test(cell)) for cell in distinct) / len(distinct)

    numeric = share(lambda cell: re.fullmatch(r"[^\w]*[\d.,' ]+\s*\D{0,4}", cell))
    named = share(knows)
    said[Field.MATERIAL] = said[Field.MATERIAL] * (1 - numeric) * 0.7 + named
    said[Field.CAS] += share(_CAS.search)
    said[Field.COUNTRY] = said[Field.COUNTRY] * 0.6 + share(knows_country) * 0.9
    said[Field.HS] *= 0.3 + share(_HS.fullmatch)
    for field in (Field.GRAMS, Field.SHARE, Field.SPEND):
        said[field] *= numeric
    unique = len(distinct) / len(cells)
    said[Field.PART] *= 0.5 + 0.5 * unique
    return said
