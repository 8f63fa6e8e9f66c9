"""Monthly exports of raw and finished goods: one series a commodity, gaps kept as gaps.

Series of unlike commodities are never added. Not for drawing and not for annual bilateral trade.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import Confidence, DataClass, SupplyForm

PUBLISHED_ON = 20
"""China's customs publishes a month's figures by goods on about this day of the next month."""


class FlowKind(StrEnum):
    """What a series says about a material."""

    RAW = "raw"  # the controlled material itself, in any form short of a finished product
    FINISHED = "finished"  # a finished product that holds it
    CONTEXT = "context"  # a headline that holds much else


@dataclass(frozen=True, slots=True)
class FlowPoint:
    """Exports of one month; `month` is its first day, `tonnes` as published or derived.

    `basis` is the table's word for how the figure came about ("reported", "summed").
    """

    month: date
    tonnes: float
    data_class: DataClass
    sources: tuple[str, ...]
    basis: str = "reported"

    @property
    def known_from(self) -> date:
        """The day from which the customs of the origin have usually published the month."""
        return _next_month(self.month).replace(day=PUBLISHED_ON)

    @property
    def month_number(self) -> int:
        """Months since January 1970."""
        return (self.month.year - 1970) * 12 + self.month.month - 1

    @property
    def label(self) -> str:
        """The month as in the table, "2025-06"."""
        return f"{self.month:%Y-%m}"


@dataclass(frozen=True, slots=True)
class FlowSeries:
    """One commodity's monthly exports from an origin to the world, oldest first, in tonnes."""

    commodity: str
    kind: FlowKind
    materials: tuple[str, ...]
    forms: tuple[SupplyForm, ...]
    coverage: str
    points: tuple[FlowPoint, ...]

    @property
    def label(self) -> str:
        """The commodity in words."""
        words = self.commodity.replace("-", " ")
        return words.replace("ndfeb", "NdFeB").replace("smco", "SmCo")

    def known_on(self, day: date | None) -> tuple[FlowPoint, ...]:
        """The points that were usually published by `day` (None: all)."""
        if day is None:
            return self.points
        return tuple(point for point in self.points if point.known_from <= day)


def export_series(dataset: Dataset, material: str) -> tuple[FlowSeries, ...]:
    """China's monthly exports to the world that concern a material: raw, finished, context.

    Raw and finished series are those whose commodity names the material, or a product that
    contains it, exactly; a line for a whole group that holds the material is context.
    """
    key = ("export series", material)
    if key not in dataset.kept:
        law = dataset.law
        groups = law.groups_of.get(material, frozenset())
        products = dataset.products_of(material)
        found = []
        for commodity, (materials, how, coverage) in _commodities(dataset).items():
            points, forms = _monthly(dataset).get(commodity, ((), ()))
            kind = _kind(materials, how, material, groups, products)
            if points and kind is not None:
                if kind is FlowKind.RAW and forms == (SupplyForm.MAGNET,):
                    kind = FlowKind.FINISHED
                found.append(FlowSeries(commodity, kind, materials, forms, coverage, points))
        dataset.kept[key] = tuple(found)
    return dataset.kept[key]  # type: ignore[no-any-return]


def longest(series: tuple[FlowSeries, ...], kind: FlowKind) -> FlowSeries | None:
    """Of the series of a kind, the one with the most months."""
    of_kind = [one for one in series if one.kind is kind]
    return max(of_kind, key=lambda one: len(one.points), default=None)


def headline(series: tuple[FlowSeries, ...]) -> FlowSeries | None:
    """The group total that stands as context: the one over most forms, then of most months."""
    totals = [one for one in series if one.kind is FlowKind.CONTEXT]
    return max(totals, key=lambda one: (len(one.forms), len(one.points)), default=None)


def main_series(dataset: Dataset, material: str) -> FlowSeries | None:
    """The series that stands for the material itself, None where the data hold none."""
    own = tuple(s for s in export_series(dataset, material) if material in s.materials)
    return longest(own, FlowKind.RAW) or longest(own, FlowKind.FINISHED)


def _kind(
    materials: tuple[str, ...],
    how: str,
    material: str,
    groups: frozenset[str],
    products: frozenset[str],
) -> FlowKind | None:
    if how == "exact" and material in materials:
        return FlowKind.RAW
    if how == "exact" and products.intersection(materials):
        return FlowKind.FINISHED
    # a line that is mixed with other goods says too little even as context
    if how == "group" and groups.intersection(materials):
        return FlowKind.CONTEXT
    return None


def _commodities(dataset: Dataset) -> dict[str, tuple[tuple[str, ...], str, str]]:
    if "commodities" not in dataset.kept:
        dataset.kept["commodities"] = {
            row["commodity"]: (
                split_ids(row["materials"]),
                row["coverage_kind"],
                row["coverage"],
            )
            for row in rows(dataset.tables["commodities"])
        }
    return dataset.kept["commodities"]  # type: ignore[no-any-return]


def _monthly(
    dataset: Dataset,
) -> dict[str, tuple[tuple[FlowPoint, ...], tuple[SupplyForm, ...]]]:
    """China's exports to the world by commodity: one point a month, the best source chosen."""
    if "monthly exports" not in dataset.kept:
        frame = dataset.tables["trade_monthly"]
        frame = frame[
            (frame["reporter"] == "CN")
            & (frame["partner"] == "WLD")
            & (frame["flow"] == "export")
            & frame["tonnes"].notna()
        ]
        found: dict[str, dict[date, list[dict[str, Any]]]] = {}
        for row in rows(frame):
            found.setdefault(row["commodity"], {}).setdefault(row["month"].date(), []).append(row)
        dataset.kept["monthly exports"] = {
            commodity: (
                tuple(_point(month, months[month]) for month in sorted(months)),
                _forms(months),
            )
            for commodity, months in found.items()
        }
    return dataset.kept["monthly exports"]  # type: ignore[no-any-return]


def _forms(months: dict[date, list[dict[str, Any]]]) -> tuple[SupplyForm, ...]:
    named = {form for rows in months.values() for row in rows for form in split_ids(row["forms"])}
    return tuple(form for form in SupplyForm if form.value in named)


def _point(month: date, rows: list[dict[str, Any]]) -> FlowPoint:
    """Published before derived, then the most trusted, then the first in the table."""
    best = min(
        rows,
        key=lambda row: (
            list(DataClass).index(DataClass(row["data_class"])),
            list(Confidence).index(Confidence(row["confidence"])),
        ),
    )
    return FlowPoint(
        month,
        float(best["tonnes"]),
        DataClass(best["data_class"]),
        split_ids(best["source_ids"]),
        best["basis"],
    )


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
