"""Who supplies a material: shares by stage and country, concentration, import reliance.

A share or index is computed inside one series family and one year only; families are never mixed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import DataClass

WORLD = "WLD"
REST = "OTH"
PROCESSING = ("magnet-making", "metal", "separation-refining", "refining", "processing")
"""The stages after mining, the latest first."""

NET_EXPORTER = "net_exporter"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it rests on.

    `flag` is a sign published with it (`>`, `<`, `net_exporter`); `of` says what it is a figure of
    when that is not the material itself (a group, two elements together).
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

    def share(self, country: str) -> float:
        """A country's share of world output, in percent."""
        return 100 * self.tonnes.get(country, 0.0) / self.world

    @property
    def hhi(self) -> float:
        """Herfindahl-Hirschman index on 0 to 10,000; the unnamed rest counts as many small ones."""
        return sum(self.share(country) ** 2 for country in self.tonnes if country != REST)


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
    """A country's latest share of the last stage after mining; of the magnet group if need be."""
    for name in (material, *sorted(dataset.law.groups_of.get(material, ()))):
        rows = [
            row
            for row in _until(_rows_of(dataset, "processing_shares", name), "year", last_year)
            if row["country"] == country
            and row["stage"] in PROCESSING
            and not row["projection"]
            and row["share_pct"] == row["share_pct"]
        ]
        if rows:
            best = max(rows, key=lambda row: (row["year"], row["data_class"] == "published"))
            return Figure(
                best["share_pct"],
                "%",
                int(best["year"]),
                DataClass(best["data_class"]),
                best["flag"],
                best["stage"] if name == material else f"{best['stage']}, group",
                split_ids(best["source_ids"]),
            )
    return None


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
    return Figure(
        value if value == value else None,
        "%",
        int(best["year"]),
        DataClass.DERIVED if best["estimated"] else DataClass(best["data_class"]),
        best["flag"],
        best["basis"],
        split_ids(best["source_ids"]),
    )


def _until(found: list[dict[str, Any]], column: str, last_year: int | None) -> list[dict[str, Any]]:
    return found if last_year is None else [row for row in found if row[column] <= last_year]


def _rows_of(dataset: Dataset, table: str, material: str) -> list[dict[str, Any]]:
    key = ("rows of a material", table, material)
    if key not in dataset.kept:
        frame = dataset.tables[table]
        dataset.kept[key] = list(rows(frame[frame["material"] == material]))
    return dataset.kept[key]  # type: ignore[no-any-return]
