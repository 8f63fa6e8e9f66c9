"""The kinds of column that a table of the package can have, as pandera columns over file text.

A column checks what stands in the file, character by character, so that a fault keeps its row.
Not for reading files (`intake.package`) nor for keys across tables (`intake.row_checks`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd
import pandera.pandas as pa

SLUG = r"[a-z0-9]+(?:[-_][a-z0-9]+)*"
COUNTRY = r"[A-Z]{2}|WLD|OTH|ALL"
LIST_MARK = ";"


def slug(
    description: str,
    *,
    to: str = "",
    several: bool = False,
    optional: bool = False,
    unique: bool = False,
) -> pa.Column:
    """A name made for machines; `to` is the `table.column` it must exist in ("a|b": in either).

    With `several`, a list of slugs parted by `;`.
    """
    return _patterned(
        description, SLUG, "slug", to=to, several=several, optional=optional, unique=unique
    )


def country(description: str, *, several: bool = False, optional: bool = False) -> pa.Column:
    """An ISO 3166 alpha-2 code, `EU`, `WLD` (published world total), `OTH` (the rest) or `ALL`."""
    return _patterned(description, COUNTRY, "country code", several=several, optional=optional)


def code(
    description: str, pattern: str, *, several: bool = False, optional: bool = False
) -> pa.Column:
    """A code of another system, of the given shape."""
    return _patterned(description, pattern, "code", several=several, optional=optional)


def words(description: str, *, optional: bool = False, longest: int | None = None) -> pa.Column:
    """Free text of at most `longest` characters."""
    checks = [] if optional else [_check("is empty", lambda text: text != "")]
    constraints: dict[str, Any] = {} if optional else {"required": True}
    if longest is not None:
        checks.append(
            _check(f"is longer than {longest} characters", lambda text: text.str.len() <= longest)
        )
        constraints["maxLength"] = longest
    return _column(description, checks, "string", constraints)


def one_of(
    description: str,
    values: type[StrEnum] | Iterable[str],
    *,
    several: bool = False,
    optional: bool = False,
) -> pa.Column:
    """One of a fixed set of words; with `several`, a list of them parted by `;`."""
    allowed = tuple(str(value) for value in values)
    if several:
        pattern = "|".join(allowed)
        return _patterned(description, pattern, "known word", several=True, optional=optional)
    accepted = {*allowed, ""} if optional else {*allowed}
    check = _check(f"is not one of {', '.join(allowed)}", lambda text: text.isin(accepted))
    constraints: dict[str, Any] = {"enum": list(allowed)}
    if not optional:
        constraints["required"] = True
    return _column(description, [check], "string", constraints)


def day(description: str, *, optional: bool = False) -> pa.Column:
    """A full ISO date, the first day of what is known; a `<column>_precision` may stand beside."""

    def is_date(cell: str) -> bool:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell, re.ASCII):
            return optional and cell == ""
        try:
            return bool(date.fromisoformat(cell))
        except ValueError:
            return False

    constraints = {} if optional else {"required": True}
    return _column(
        description, [_check("is no date YYYY-MM-DD", _for_each(is_date))], "date", constraints
    )


def number(
    description: str,
    *,
    least: float | None = None,
    most: float | None = None,
    optional: bool = False,
) -> pa.Column:
    """A decimal number between `least` and `most`, both allowed; missing is empty, never zero."""
    return _numeric(
        description, "number", r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?", least, most, optional
    )


def whole(
    description: str,
    *,
    least: int | None = None,
    most: int | None = None,
    optional: bool = False,
) -> pa.Column:
    """A whole number between `least` and `most`, both allowed."""
    return _numeric(description, "integer", r"-?\d+", least, most, optional)


def yes_no(description: str) -> pa.Column:
    """`true` or `false`, never empty."""
    check = _check("is neither true nor false", lambda text: text.isin(["true", "false"]))
    return _column(description, [check], "boolean", {"required": True})


def _patterned(
    description: str,
    pattern: str,
    noun: str,
    *,
    to: str = "",
    several: bool = False,
    optional: bool = False,
    unique: bool = False,
) -> pa.Column:
    full = f"(?:{pattern})(?:{LIST_MARK}(?:{pattern}))*" if several else f"(?:{pattern})"
    noun = f"list of {noun}s parted by ;" if several else noun
    check = _check(f"is no {noun}", _for_each(_shaped(full, optional)))
    constraints: dict[str, Any] = {"pattern": full}
    if not optional:
        constraints["required"] = True
    if unique:
        constraints["unique"] = True
    column = _column(description, [check], "string", constraints, unique=unique)
    column.metadata.update(to=to, several=several)
    return column


def _numeric(
    description: str,
    kind: str,
    pattern: str,
    least: float | None,
    most: float | None,
    optional: bool,
) -> pa.Column:
    def is_within(text: pd.Series) -> pd.Series:
        values = pd.to_numeric(text, errors="coerce")
        inside = pd.Series(True, index=text.index)
        if least is not None:
            inside &= ~(values < least)
        if most is not None:
            inside &= ~(values > most)
        return inside

    checks = [_check(f"is no {kind}", _for_each(_shaped(pattern, optional)))]
    constraints: dict[str, Any] = {} if optional else {"required": True}
    if least is not None:
        constraints["minimum"] = least
    if most is not None:
        constraints["maximum"] = most
    if least is not None or most is not None:
        low = "" if least is None else f"under {least:g}"
        high = "" if most is None else f"over {most:g}"
        checks.append(_check(f"is {' or '.join(x for x in (low, high) if x)}", is_within))
    return _column(description, checks, kind, constraints)


def _shaped(pattern: str, optional: bool) -> Callable[[str], bool]:
    shape = re.compile(pattern, re.ASCII)
    return lambda cell: shape.fullmatch(cell) is not None or (optional and cell == "")


def _for_each(test: Callable[[str], bool]) -> Callable[[pd.Series], pd.Series]:
    """The test of one cell as a test of a column; columns repeat themselves, so by their values."""
    return lambda text: text.isin([cell for cell in text.unique() if test(cell)])


def _check(message: str, test: Callable[[pd.Series], pd.Series]) -> pa.Check:
    return pa.Check(test, error=message)


def _column(
    description: str,
    checks: list[pa.Check],
    kind: str,
    constraints: dict[str, Any],
    *,
    unique: bool = False,
) -> pa.Column:
    return pa.Column(
        str,
        checks=checks,
        unique=unique,
        description=description,
        metadata={"type": kind, "constraints": constraints, "to": "", "several": False},
    )
