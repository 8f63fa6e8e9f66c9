"""Checks of sense: what the rows of the tables must fulfil beyond their types and keys.

Each check is a function whose docstring says the rule and which yields its breaches. Not for types,
ranges and keys of single columns: the schemas state those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from rare_gui.domain.vocabulary import DatePrecision
from rare_gui.intake.columns import LIST_MARK

if TYPE_CHECKING:
    Texts = Mapping[str, pd.DataFrame]

ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Breach:
    """Rows of a table (0 is the first) that break a rule in a column, and how."""

    table: str
    column: str
    rows: list[int]
    what: str


@dataclass(frozen=True, slots=True)
class SenseCheck:
    """A rule, the tables that it needs, and what to do about a breach."""

    tables: tuple[str, ...]
    run: Callable[[Texts], Iterator[Breach]]
    what_to_do: str


def stretches_end_after_they_begin(texts: Texts) -> Iterator[Breach]:
    """A stretch ends after it begins; an extended pause's legal text may end on the very day."""
    for table, start, end, may_be_equal in (
        ("status_changes", "date", "until", False),
        ("status_changes", "date", "until_in_legal_text", True),
        ("truce_steps", "start", "end", False),
        ("events", "date", "end_date", True),
        ("trade_periods", "start", "end", False),
    ):
        if table in texts:
            rows = texts[table]
            early = rows[end] < rows[start] if may_be_equal else rows[end] <= rows[start]
            yield Breach(
                table, end, _rows((rows[end] != "") & early), f"does not come after `{start}`"
            )


def coarse_dates_stand_on_first_days(texts: Texts) -> Iterator[Breach]:
    """A date known to the month or year is its first day; no date, no precision."""
    for table, rows in texts.items():
        for column in rows.columns:
            if f"{column}_precision" not in rows.columns:
                continue
            dates, exact = rows[column], rows[f"{column}_precision"]
            month = (exact == DatePrecision.MONTH) & ~dates.str.endswith("-01")
            year = (exact == DatePrecision.YEAR) & ~dates.str.endswith("-01-01")
            what = "is not the first day of what is known"
            yield Breach(table, column, _rows(month | year), what)
            what = "stands without its date, or the date without it"
            yield Breach(table, f"{column}_precision", _rows((dates == "") != (exact == "")), what)


def every_measure_has_scope_and_dates(texts: Texts) -> Iterator[Breach]:
    """A measure without a dated row or without a scope says nothing."""
    known = texts["measures"]["measure"]
    for table in ("status_changes", "measure_scope"):
        bare = ~known.isin(texts[table]["measure"])
        yield Breach("measures", "measure", _rows(bare), f"has no row in {table}")


def figures_have_units(texts: Texts) -> Iterator[Breach]:
    """No figure stands without its unit and data class."""
    for table, column in (
        ("commitment_evidence", "value"),
        ("projects", "capacity_tonnes"),
        ("support", "amount"),
    ):
        if table in texts:
            rows = texts[table]
            bare = (rows[column] != "") & ((rows["unit"] == "") | (rows["data_class"] == ""))
            yield Breach(table, column, _rows(bare), "has no unit or no data class")


def trade_units_name_the_figures(texts: Texts) -> Iterator[Breach]:
    """`unit` names tonnes and dollars exactly where they are; a row without either says nothing."""
    for table in ("trade_monthly", "trade_annual", "trade_periods"):
        if table in texts:
            rows = texts[table]
            weight = (rows["tonnes"] != "") == rows["unit"].isin(["t", "t;USD"])
            value = (rows["value_usd"] != "") == rows["unit"].isin(["USD", "t;USD"])
            what = "does not name the figures of the row"
            yield Breach(table, "unit", _rows(~(weight & value)), what)


def ranges_are_in_order(texts: Texts) -> Iterator[Breach]:
    """Low is not above the middle, and the middle not above high."""
    for table, rows in texts.items():
        for low in [c for c in rows.columns if c.endswith("_low") or c == "low"]:
            high = f"{low[:-3]}high"
            middle = next(
                c for c in (f"{low[:-3]}mid", "value", low.removesuffix("_low")) if c in rows
            )
            a, b, c = (_numbers(rows[column]) for column in (low, middle, high))
            bad = (a > b + ROUNDING) | (b > c + ROUNDING) | (a > c + ROUNDING)
            yield Breach(table, low, _rows(bad), f"is not in order with {middle} and {high}")


def end_uses_do_not_exceed_the_whole(texts: Texts) -> Iterator[Breach]:
    """The shares of one material, region and year add up to 1 at most; other views aside."""
    rows = texts["end_uses"]
    rows = rows[rows["alternative"] == "false"]
    shares = _numbers(rows["share"])
    total = shares.groupby([rows["material"], rows["region"], rows["year"]]).transform("sum")
    yield Breach("end_uses", "share", _rows(total > 1 + ROUNDING), "belongs to shares over 1")


def routes_make_up_the_whole(texts: Texts) -> Iterator[Breach]:
    """The middle shares of the routes of one material into one sector add up to 1."""
    rows = texts["form_routes"]
    keys = [rows["material"], rows["sector"], rows["region"]]
    total = _numbers(rows["theta_mid"]).groupby(keys).transform("sum")
    yield Breach(
        "form_routes",
        "theta_mid",
        _rows((total - 1).abs() > 0.001),
        "belongs to a sum that is not 1",
    )


def stocks_belong_to_their_scope(texts: Texts) -> Iterator[Breach]:
    """A row of stocks fills the column that its scope names, and no other."""
    rows = texts["stocks"]
    for scope in ("sector", "material", "country"):
        wrong = (rows[scope] != "") != (rows["scope"] == scope)
        yield Breach("stocks", scope, _rows(wrong), "does not fit the scope")


def only_dollars_are_converted(texts: Texts) -> Iterator[Breach]:
    """A price in another currency is never shown in dollars."""
    rows = texts["prices"]
    foreign = ~rows["unit"].str.match(r"USD/|US cents/") & (rows["usd_per_kg"] != "")
    yield Breach("prices", "usd_per_kg", _rows(foreign), "is converted from another currency")


def trade_lines_name_the_forms(texts: Texts) -> Iterator[Breach]:
    """A form named by trade lines has a row of an exact line of that material and form."""
    lines = texts["commodities"]
    exact = {
        (line, material)
        for line, kind, materials in zip(
            lines["commodity"], lines["coverage_kind"], lines["materials"], strict=True
        )
        if kind == "exact"
        for material in materials.split(LIST_MARK)
    }
    traded = {
        (line, form)
        for table in ("trade_monthly", "trade_annual")
        for line, forms in texts[table][["commodity", "forms"]].drop_duplicates().to_numpy()
        for form in forms.split(LIST_MARK)
    }
    rows = texts["material_forms"]
    wrong = [
        number
        for number, (material, form, by, words) in enumerate(
            zip(rows["material"], rows["form"], rows["named_by"], rows["words"], strict=True)
        )
        if by == "trade_line"
        and any((w, material) not in exact or (w, form) not in traded for w in words.split("; "))
    ]
    yield Breach("material_forms", "words", wrong, "is no exact trade line of the form")


SENSE_CHECKS = (
    SenseCheck((), stretches_end_after_they_begin, "Correct one of the two dates."),
    SenseCheck((), coarse_dates_stand_on_first_days, "Correct the date or its precision."),
    SenseCheck(
        ("measures", "status_changes", "measure_scope"),
        every_measure_has_scope_and_dates,
        "Add the row, or leave the measure out.",
    ),
    SenseCheck((), figures_have_units, "Add the unit and the data class."),
    SenseCheck((), trade_units_name_the_figures, "Correct the unit."),
    SenseCheck((), ranges_are_in_order, "Correct the range."),
    SenseCheck(("end_uses",), end_uses_do_not_exceed_the_whole, "Correct the shares."),
    SenseCheck(("form_routes",), routes_make_up_the_whole, "Correct the shares."),
    SenseCheck(("stocks",), stocks_belong_to_their_scope, "Move the name to the right column."),
    SenseCheck(("prices",), only_dollars_are_converted, "Leave the cell empty."),
    SenseCheck(
        ("material_forms", "commodities", "trade_monthly", "trade_annual"),
        trade_lines_name_the_forms,
        "Name a line that does, or leave the row out.",
    ),
)


def _rows(breach: pd.Series) -> list[int]:
    return [int(row) for row in breach.index[breach]]


def _numbers(text: pd.Series) -> pd.Series:
    return pd.to_numeric(text, errors="coerce")
