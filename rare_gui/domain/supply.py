"""Who supplies a material: shares by stage and country, concentration, import reliance.

A share or index is computed inside one series family and one year only; families are never mixed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import DataClass

WORLD = "WLD"
REST = "OTH"
PROCESSING = ("magnet-making", "metal", "separation-refining", "refining", "processing")
"""The stages after mining, the latest first."""

STATISTICS = frozenset({"official", "dataset", "academic"})
"""Kinds of sources whose figures come before those of reports."""
OLD_YEARS = 3
"""Statistics older than this, against a report, no longer come before it."""

NET_EXPORTER = "net_exporter"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it rests on.

    `flag` is a sign published with it (`>`, `<`, `net_exporter`); `of` says what it is a figure of:
    a stage or goods, and after a comma the materials when they are not the material itself alone.
    """

    value: float | None
    unit: str
    year: int
    data_class: DataClass
    flag: str
    of: str
    sources: tuple[str, ...]
    first_year: int | None = None

    @property
    def years(self) -> str:
        """The year, or the years that it is a figure of: "2021–24"."""
        if self.first_year in (None, self.year):
            return str(self.year)
        return f"{self.first_year}–{self.year % 100:02}"


@dataclass(frozen=True, slots=True)
class Production:
    """World output of a stage in a year by one series family and basis: tonnes by country."""

    stage: str
    year: int
    series: str
    basis: str
    tonnes: dict[str, float]
    world: float
    data_class: DataClass
    sources: tuple[str, ...]

    def share(self, country: str) -> float | None:
        """A country's share of world output, in percent; None where the series names it not."""
        tonnes = self.tonnes.get(country)
        return None if tonnes is None else 100 * tonnes / self.world

    @property
    def hhi(self) -> float:
        """Herfindahl-Hirschman index on 0 to 10,000; the unnamed rest counts as many small ones."""
        named = (tonnes for country, tonnes in self.tonnes.items() if country != REST)
        return sum((100 * tonnes / self.world) ** 2 for tonnes in named)


def production(
    dataset: Dataset, material: str, stage: str, last_year: int | None = None
) -> Production | None:
    """The latest year of a stage in the preferred series family, None where none is published.

    With `last_year` no figure of a later year counts.
    """
    rows = [
        row
        for row in _until(_rows_of(dataset, "production", material), "year", last_year)
        if row["stage"] == stage and row["tonnes"] == row["tonnes"]
    ]
    if not rows:
        return None
    preferred = [row for row in rows if row["preferred"]] or rows
    year = max(row["year"] for row in preferred)
    first = next(row for row in preferred if row["year"] == year)
    family = (year, first["series"], first["basis"])
    chosen = [row for row in rows if (row["year"], row["series"], row["basis"]) == family]
    tonnes = {row["country"]: row["tonnes"] for row in chosen if row["country"] != WORLD}
    published = next((row["tonnes"] for row in chosen if row["country"] == WORLD), 0.0)
    # a world total is often rounded, and may thus fall below the sum of its countries
    world = max(published, sum(tonnes.values()))
    if not tonnes or world <= 0:
        return None
    sources = dict.fromkeys(s for row in chosen for s in split_ids(row["source_ids"]))
    return Production(
        stage,
        int(year),
        first["series"],
        first["basis"],
        tonnes,
        world,
        DataClass(first["data_class"]),
        tuple(sources),
    )


def processing_share(
    dataset: Dataset, material: str, country: str, last_year: int | None = None
) -> Figure | None:
    """A country's share of a stage after mining, of the material or of a group of it.

    Statistics come before reports of press and analysts, unless they are more than `OLD_YEARS`
    older; then what is of the material itself before what is of a group, the newest first.
    Projections never count.
    """
    found = [
        (name, row)
        for name in (material, *sorted(dataset.law.groups_of.get(material, ())))
        for row in _until(_rows_of(dataset, "processing_shares", name), "year", last_year)
        if row["country"] == country
        and row["stage"] in PROCESSING
        and not row["projection"]
        and row["share_pct"] == row["share_pct"]
    ]
    statistics = [(name, row) for name, row in found if _is_statistic(dataset, row)]
    newest = max((row["year"] for _, row in found), default=0)
    recent = [pair for pair in statistics if newest - pair[1]["year"] <= OLD_YEARS]
    candidates = recent or found
    if not candidates:
        return None
    name, best = max(
        candidates,
        key=lambda pair: (
            pair[0] == material,
            pair[1]["year"],
            pair[1]["data_class"] == DataClass.PUBLISHED,
            -len(_members(dataset, pair[0])),
        ),
    )
    return Figure(
        best["share_pct"],
        "%",
        int(best["year"]),
        DataClass(best["data_class"]),
        best["flag"],
        ", ".join(part for part in (best["stage"], _whose(name, material, best["note"])) if part),
        split_ids(best["source_ids"]),
    )


def _is_statistic(dataset: Dataset, row: dict[str, Any]) -> bool:
    """Whether a figure rests on a statistic, not on reports of press, analysts or firms alone."""
    if "source kinds" not in dataset.kept:
        frame = dataset.tables["sources"]
        dataset.kept["source kinds"] = dict(zip(frame["source_id"], frame["kind"], strict=True))
    kinds = dataset.kept["source kinds"]
    return any(kinds.get(source) in STATISTICS for source in split_ids(row["source_ids"]))


def _members(dataset: Dataset, group: str) -> frozenset[str]:
    return frozenset(m for m, groups in dataset.law.groups_of.items() if group in groups)


def _whose(name: str, material: str, note: str) -> str:
    """Whose share it is when not the material's own: "magnet rare earths", "x and y together"."""
    if re.fullmatch(r".+ and .+ together", note):
        return note
    return "" if name == material else name.replace("-", " ")


def import_share(
    dataset: Dataset, material: str, importer: str, origin: str, last_year: int | None = None
) -> Figure | None:
    """The origin's latest published share of a country's imports of one of the material's goods."""
    found = [
        row
        for row in _until(_rows_of(dataset, "import_sources", material), "last_year", last_year)
        if (row["importer"], row["origin"]) == (importer, origin)
        and row["share_pct"] == row["share_pct"]
    ]
    if not found:
        return None
    best = max(found, key=lambda row: (row["data_class"] == "published", row["last_year"]))
    return Figure(
        best["share_pct"],
        "%",
        int(best["last_year"]),
        DataClass(best["data_class"]),
        best["flag"],
        best["goods"],
        split_ids(best["source_ids"]),
        int(best["first_year"]),
    )


def import_reliance(
    dataset: Dataset, material: str, country: str, last_year: int | None = None
) -> Figure | None:
    """The latest net import reliance published for a country, with its flag kept."""
    rows = [
        row
        for row in _until(_rows_of(dataset, "import_reliance", material), "year", last_year)
        if row["country"] == country
        and (row["value"] == row["value"] or row["flag"] == NET_EXPORTER)
    ]
    if not rows:
        return None
    best = max(
        rows,
        key=lambda row: (row["value"] == row["value"], row["year"], "processing" in row["basis"]),
    )
    value = best["value"]
    first, last = _period(best)
    return Figure(
        value if value == value else None,
        "%",
        last,
        DataClass.DERIVED if best["estimated"] else DataClass(best["data_class"]),
        best["flag"],
        best["basis"],
        split_ids(best["source_ids"]),
        first,
    )


def _period(row: dict[str, Any]) -> tuple[int, int]:
    """First and last year of the data: a study of 2023 may tell of 2016 to 2020."""
    told = re.fullmatch(r"(\d{4})[-–](\d{4})", row["period"])
    return (int(told[1]), int(told[2])) if told else (int(row["year"]), int(row["year"]))


def _until(found: list[dict[str, Any]], column: str, last_year: int | None) -> list[dict[str, Any]]:
    return found if last_year is None else [row for row in found if row[column] <= last_year]


def _rows_of(dataset: Dataset, table: str, material: str) -> list[dict[str, Any]]:
    key = ("rows of a material", table, material)
    if key not in dataset.kept:
        frame = dataset.tables[table]
        dataset.kept[key] = list(rows(frame[frame["material"] == material]))
    return dataset.kept[key]  # type: ignore[no-any-return]
