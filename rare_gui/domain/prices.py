"""Published prices of a material, as they stand: a date, a range, a market; nothing converted.

Only prices published in US dollars are given; others stay in the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import DataClass, DatePrecision

_PURITY = re.compile(r"\d[\d.]*(?:[-–]\d[\d.]*)?\s*%")


class Market(StrEnum):
    """Where a price holds."""

    CHINA = "china"
    OUTSIDE = "outside"
    MEAN = "mean"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Price:
    """One published price in US$/kg; `low` and `high` are None where no range was published."""

    form: str
    day: date
    precision: DatePrecision
    usd_per_kg: float
    low: float | None
    high: float | None
    market: Market
    market_words: str
    sources: tuple[str, ...]
    grade: str = ""
    data_class: DataClass = DataClass.PUBLISHED
    estimated: bool = False

    @property
    def named_grade(self) -> str:
        """The grade where it tells goods apart ("Flake"); empty for a purity or none.

        Purities of one form are quoted side by side: many quotes leave theirs out. Words that
        repeat the market ("US import unit value") are no grade.
        """
        no_grade = _PURITY.match(self.grade) or self.market_words.startswith(self.grade)
        return "" if no_grade else self.grade

    @property
    def known_from(self) -> date:
        """The first day on which it can have been published: a mean is known after its time."""
        if self.precision is DatePrecision.YEAR:
            return date(self.day.year + 1, 1, 1)
        if self.precision is DatePrecision.MONTH:
            return date(self.day.year + self.day.month // 12, self.day.month % 12 + 1, 1)
        return self.day


def prices(dataset: Dataset, material: str) -> tuple[Price, ...]:
    """The dollar prices of a material, oldest first."""
    key = ("prices", material)
    if key not in dataset.kept:
        frame = dataset.tables["prices"]
        frame = frame[(frame["material"] == material) & frame["usd_per_kg"].notna()]
        dataset.kept[key] = tuple(
            Price(
                form=row["form"],
                day=row["date"].date(),
                precision=DatePrecision(row["date_precision"]),
                usd_per_kg=row["usd_per_kg"],
                low=_in_usd(row["low"], row),
                high=_in_usd(row["high"], row),
                market=Market(row["region"]),
                market_words=row["market"],
                sources=split_ids(row["source_ids"]),
                grade=row["grade"],
                data_class=DataClass(row["data_class"]),
                estimated=bool(row["estimated"]),
            )
            for row in rows(frame.sort_values(["date", "market"]))
        )
    return dataset.kept[key]  # type: ignore[no-any-return]


def _in_usd(bound: float, row: dict[str, Any]) -> float | None:
    """A bound in the unit of `usd_per_kg`: the same factor that turned the value into it."""
    if bound != bound or not row["value"] or row["low"] == row["high"]:
        return None
    return float(bound * row["usd_per_kg"] / row["value"])
