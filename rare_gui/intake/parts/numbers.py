"""Amounts as people write them in a column: decimal comma or point, units, currencies, percent.

A whole column is looked at, for "1.234" alone does not tell. Not for adding anything up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = re.compile(r"[-+]?\d[\d.,'\u00a0\u202f ]*(?:[eE][-+]?\d+)?")
_SPACES = dict.fromkeys(map(ord, "'\u00a0\u202f "))
_CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP",
    "¥": "", "cny": "CNY", "rmb": "CNY", "元": "CNY", "jpy": "JPY", "円": "JPY", "krw": "KRW",
    "chf": "CHF", "inr": "INR", "cad": "CAD", "aud": "AUD", "sek": "SEK", "mxn": "MXN",
}  # fmt: skip
"""Signs of currencies; ¥ is yuan or yen, so it names none."""

GRAMS_IN = {
    "mg": 0.001, "g": 1.0, "gram": 1.0, "grams": 1.0, "gr": 1.0, "kg": 1000.0, "kgs": 1000.0,
    "t": 1e6, "mt": 1e6, "tonne": 1e6, "tonnes": 1e6, "lb": 453.59237, "lbs": 453.59237,
    "oz": 28.349523125, "克": 1.0, "公斤": 1000.0, "千克": 1000.0, "吨": 1e6,
}  # fmt: skip
"""Grams in a unit of mass; pound and ounce are the international avoirdupois ones."""

PARTS_OF_WHOLE = {"%": 100.0, "wt%": 100.0, "percent": 100.0, "ppm": 1e6, "‰": 1000.0, "": 1.0}
"""How many of a unit of share make the whole."""


@dataclass(frozen=True, slots=True)
class Column:
    """The numbers of a column, None where there is none; and how many cells could not be read.

    `units` are the units that stand in the cells (in the heading where a cell has none), small
    letters. `guessed` says that thousands and decimals could not be told apart for certain.
    """

    values: tuple[float | None, ...]
    units: tuple[str, ...]
    unread: int
    guessed: bool


def read_column(cells: Sequence[str], heading: str = "") -> Column:
    """The numbers of the cells of one column, all by the same decimal sign."""
    kept: dict[str, tuple[str, str]] = {}
    for cell in cells:
        if cell not in kept:
            found = _NUMBER.search(cell)
            number = found[0].strip() if found else ""
            unit = cell.replace(number, " ", 1).strip().lower() if number != cell else ""
            kept[cell] = number, unit
    comma, guessed = _decimal_comma([number for number, _ in kept.values()])
    read = {cell: (_value(number, comma), unit) for cell, (number, unit) in kept.items()}
    outside = unit_of_heading(heading)
    values = tuple(read[cell][0] for cell in cells)
    return Column(
        values,
        tuple(read[cell][1] or outside for cell in cells),
        sum(value is None and bool(cell) for value, cell in zip(values, cells, strict=True)),
        guessed,
    )


def unit_of_heading(heading: str) -> str:
    """The unit in a heading: "Weight (kg)", "Spend [EUR]", "Content %"; empty where none is."""
    words = re.findall(r"wt%|us\$|[^\W\d_]+|[%‰$€£]", heading.lower())
    known = [w for w in words if w in _CURRENCIES or w in GRAMS_IN or w in PARTS_OF_WHOLE]
    return known[-1] if known else ""


def currency_of(unit: str) -> str:
    """The currency's code that a unit names; empty where it names none for certain."""
    return _CURRENCIES.get(unit.strip(" ."), "")


def _decimal_comma(numbers: Sequence[str]) -> tuple[bool, bool]:
    """Whether a comma parts the decimals in this column, and whether that is a guess."""
    unsure = False
    for number in numbers:
        comma, point = number.rfind(","), number.rfind(".")
        if comma >= 0 and point >= 0:
            return comma > point, False
        for sign, place in ((",", comma), (".", point)):
            if place < 0 or number.count(sign) > 1:
                if number.count(sign) > 1:
                    return sign == ".", False  # 1.234.567: a point that groups
                continue
            if len(number) - place - 1 != 3 or number.lstrip("+-0")[:1] == sign:
                return sign == ",", False
            unsure = True
    return False, unsure


def _value(number: str, decimal_comma: bool) -> float | None:
    if not number:
        return None
    if not decimal_comma and "," not in number:
        try:
            return float(number)
        except ValueError:
            pass  # with spaces between thousands
    plain = number if number.isalnum() else number.translate(_SPACES)
    group, decimal = (".", ",") if decimal_comma else (",", ".")
    try:
        return float(plain.replace(group, "").replace(decimal, "."))
    except ValueError:
        return None
