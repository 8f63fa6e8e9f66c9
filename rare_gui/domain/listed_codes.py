"""Codes and numbers that the measures themselves print: customs codes, control codes, numbers.

Not for what a customs code covers (`domain.parts.names`) nor for the state of the goods.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows
from rare_gui.domain.vocabulary import ALL_FORMS, SupplyForm

_CUSTOMS = re.compile(r"(?:\d{8}|\d{10})")
_CONTROL = re.compile(r"\d[A-E]\d{3}(?:\.[a-z](?:-[a-z])?)?")
_NUMBERED = re.compile(r"No\. (\d+)\b(?:.*? of (\d{4}))?")
_AND_MORE = re.compile(r"(?:, | and )(\d+)\b")
_TYPED_NUMBERS = (
    re.compile(r"(?:no\.?|nr\.?|announcement)\s*(?P<number>\d{1,3})(?:\s*(?:of|/|,)?\s*(?P<year>20\d\d))?"),
    re.compile(r"(?P<number>\d{1,3})\s*(?:/|of)\s*(?P<year>20\d\d)"),
    re.compile(r"(?P<year>20\d\d)\s*(?:-|/|年\s*第?)\s*(?P<number>\d{1,3})\s*号?"),
    re.compile(r"(?:公告)?\s*第?\s*(?P<number>\d{1,3})\s*号(?:公告)?"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ListedCode:
    """A line of a measure's scope under a code: the goods, and how the measure describes them.

    `material` may be a group or a wider class; `form` None: all forms.
    """

    code: str
    measure: str
    material: str
    form: SupplyForm | None
    note: str


@dataclass(frozen=True)
class ListedCodes:
    """The codes of all measures, and the measures by (number, year) of their instrument."""

    codes: Mapping[str, tuple[ListedCode, ...]]
    numbered: Mapping[tuple[int, int], tuple[str, ...]]

    @classmethod
    def of(cls, dataset: Dataset) -> ListedCodes:
        """Those of a dataset's package, read at the first question and kept."""
        if "listed codes" not in dataset.kept:
            dataset.kept["listed codes"] = cls(_codes(dataset), _numbered(dataset))
        return dataset.kept["listed codes"]  # type: ignore[no-any-return]

    def under(self, start: str) -> tuple[ListedCode, ...]:
        """The lines whose code begins with `start`, whatever the case."""
        small = start.casefold()
        return tuple(
            line
            for code, lines in self.codes.items()
            if code.casefold().startswith(small)
            for line in lines
        )

    def measures_named(self, text: str) -> tuple[str, ...] | None:
        """Measures by a typed number: "No. 18 of 2025", "18/2025", "2025年第18号", "No. 18".

        None where the text is no such number at all.
        """
        for pattern in _TYPED_NUMBERS:
            if typed := pattern.fullmatch(text.strip().casefold()):
                number = int(typed["number"])
                year = typed.groupdict().get("year")
                wanted = [
                    measures
                    for (its_number, its_year), measures in self.numbered.items()
                    if its_number == number and (year is None or its_year == int(year))
                ]
                return tuple(dict.fromkeys(one for measures in wanted for one in measures))
        return None


def typed_customs_code(text: str) -> str:
    """The digits of a typed customs code of 4 to 10 digits, dots and spaces left out; else ""."""
    bare = re.sub(r"[\s.]", "", re.sub(r"(?i)^\s*(hs|cn|hts)\b", "", text))
    return bare if bare.isascii() and bare.isdigit() and 4 <= len(bare) <= 10 else ""


def typed_control_code(text: str) -> str:
    """A typed control code such as 1C902 or 3c004.a, or its beginning; else ""."""
    bare = text.strip()
    return bare if re.fullmatch(r"(?i)\d[A-E]\d{2,3}(?:\.[a-z]?)?", bare) else ""


def _codes(dataset: Dataset) -> dict[str, tuple[ListedCode, ...]]:
    found: dict[str, list[ListedCode]] = {}
    for row in rows(dataset.tables["measure_scope"]):
        # what stands in brackets is a remark, and a code before it may be cut short
        for part in row["codes"].split(";"):
            code = re.sub(r"\(.*", "", part).strip().removeprefix("HS ")
            if not (_CUSTOMS.fullmatch(code) or _CONTROL.fullmatch(code)):
                continue
            form = None if row["form"] in ("", ALL_FORMS) else SupplyForm(row["form"])
            line = ListedCode(code, row["measure"], row["material"], form, row["note"])
            found.setdefault(code, []).append(line)
    return {code: tuple(lines) for code, lines in found.items()}


def _numbered(dataset: Dataset) -> dict[tuple[int, int], tuple[str, ...]]:
    found: dict[tuple[int, int], list[str]] = {}
    for measure in dataset.law.measures.values():
        named = _NUMBERED.search(measure.instrument)
        if named is None:
            continue
        year = int(named[2]) if named[2] else 0
        several = measure.instrument.startswith("Announcements")
        more = _AND_MORE.findall(measure.instrument) if several else []
        for number in (named[1], *more):
            found.setdefault((int(number), year), []).append(measure.id)
    return {key: tuple(measures) for key, measures in found.items()}
