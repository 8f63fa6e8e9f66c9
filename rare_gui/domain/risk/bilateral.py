"""Yearly bilateral trade by importer or exporter: weights by partner, read when first needed.

Only lines of one material are given, and never a weight that was not published. Not for the
monthly series (`domain.flows`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import SupplyForm

if TYPE_CHECKING:
    from numpy.typing import NDArray

EU = "EU"


@dataclass(frozen=True, slots=True)
class TradeLine:
    """A commodity of the bilateral table that is one material alone, and the forms it holds."""

    commodity: str
    hs: str
    forms: tuple[SupplyForm, ...]
    whole: str


@dataclass(slots=True)
class Weights:
    """One line's trade of a country in a year: tonnes by partner, and what has no weight.

    `value` and `unweighed_value` are in US dollars: all of it, and that of pairs without a weight.
    """

    tonnes: dict[str, float] = field(default_factory=dict)
    value: float = 0.0
    unweighed_value: float = 0.0
    sources: dict[str, None] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """Tonnes with all partners."""
        return sum(self.tonnes.values())


OfYear = Mapping[tuple[str, int], Weights]
"""A country's trade by commodity and year."""


@dataclass(frozen=True, slots=True)
class _Side:
    """The table's rows sorted by one of its two countries, and where each country's begin."""

    order: NDArray[np.intp]
    starts: NDArray[np.intp]

    def rows_of(self, code: int) -> NDArray[np.intp]:
        return self.order[self.starts[code] : self.starts[code + 1]]


@dataclass(frozen=True, eq=False)
class _Pairs:
    """The pairs of countries as columns; codes are places in `countries`, `lines`, `sources`.

    `described` gives the HS code and the forms of each line.
    """

    countries: list[str]
    lines: list[str]
    sources: list[str]
    described: dict[str, tuple[str, tuple[SupplyForm, ...]]]
    columns: tuple[NDArray[Any], ...]  # exporter, importer, line, source, year, tonnes, value
    by_exporter: _Side
    by_importer: _Side


def trade_lines(dataset: Dataset, material: str) -> tuple[TradeLine, ...]:
    """The bilateral lines that hold this material and nothing else, in the table's order."""
    return _lines(dataset).get(material, ())


def imports_of(dataset: Dataset, country: str) -> OfYear:
    """What a country imported, by origin; the EU's are its members' from outside the EU."""
    return _trade(dataset, country, "imports")


def exports_of(dataset: Dataset, country: str) -> OfYear:
    """What a country exported, by destination; the EU's are its members' to outside the EU."""
    return _trade(dataset, country, "exports")


def _trade(dataset: Dataset, country: str, direction: str) -> OfYear:
    key = ("bilateral", direction, country)
    if key not in dataset.kept:
        members = dataset.law.eu_members if country == EU else frozenset({country})
        dataset.kept[key] = _collected(_pairs(dataset), members, direction)
    return dataset.kept[key]  # type: ignore[no-any-return]


def _collected(pairs: _Pairs, members: frozenset[str], direction: str) -> OfYear:
    found: dict[tuple[str, int], Weights] = {}
    side, partner_column = (
        (pairs.by_importer, 0) if direction == "imports" else (pairs.by_exporter, 1)
    )
    codes = [code for code, country in enumerate(pairs.countries) if country in members]
    if not codes:
        return found
    picked = np.concatenate([side.rows_of(code) for code in codes])
    partners = pairs.columns[partner_column][picked]
    outside = ~np.isin(partners, codes)
    picked, partners = picked[outside], partners[outside]
    _, _, lines, sources, years, tonnes, values = (column[picked] for column in pairs.columns)
    for partner, line, source, year, weight, value in zip(
        partners.tolist(), lines.tolist(), sources.tolist(), years.tolist(), tonnes.tolist(),
        values.tolist(), strict=True,
    ):  # fmt: skip
        of_year = found.setdefault((pairs.lines[line], year), Weights())
        of_year.sources[pairs.sources[source]] = None
        worth = value if value == value else 0.0
        of_year.value += worth
        if weight == weight:
            name = pairs.countries[partner]
            of_year.tonnes[name] = of_year.tonnes.get(name, 0.0) + weight
        else:
            of_year.unweighed_value += worth
    return found


def _pairs(dataset: Dataset) -> _Pairs:
    if "bilateral pairs" not in dataset.kept:
        frame = dataset.tables["trade_annual"]
        exporters = frame["reporter"].to_numpy(dtype=object)
        importers = frame["partner"].to_numpy(dtype=object)
        # totals with the world are of another statistic, and no pair of countries
        is_pair = (importers != "WLD") & (frame["flow"].to_numpy(dtype=object) == "export")
        kept = np.flatnonzero(is_pair)
        countries: dict[str, int] = {}
        exporter, importer = _coded(exporters[kept], countries), _coded(importers[kept], countries)
        lines: dict[str, int] = {}
        line = _coded(frame["commodity"].to_numpy(dtype=object)[kept], lines)
        sources: dict[str, int] = {}
        source = _coded(frame["source_ids"].to_numpy(dtype=object)[kept], sources)
        columns = (
            exporter,
            importer,
            line,
            source,
            frame["year"].to_numpy(dtype=np.int64)[kept],
            frame["tonnes"].to_numpy(dtype=float)[kept],
            frame["value_usd"].to_numpy(dtype=float)[kept],
        )
        described = {}
        for place in kept[np.unique(line, return_index=True)[1]].tolist():
            row = frame.iloc[place]
            forms = tuple(SupplyForm(form) for form in split_ids(row["forms"]))
            described[row["commodity"]] = (row["hs"], forms)
        sides = (_side(codes, len(countries)) for codes in (exporter, importer))
        dataset.kept["bilateral pairs"] = _Pairs(
            list(countries), list(lines), list(sources), described, columns, *sides
        )
    return dataset.kept["bilateral pairs"]  # type: ignore[no-any-return]


def _coded(texts: NDArray[Any], codes: dict[str, int]) -> NDArray[np.intp]:
    """Each text's place among the known ones, which grow by what is new."""
    return np.fromiter(
        (codes.setdefault(text, len(codes)) for text in texts.tolist()), np.intp, len(texts)
    )


def _side(codes: NDArray[np.intp], count: int) -> _Side:
    order = np.argsort(codes, kind="stable")
    return _Side(order, np.searchsorted(codes[order], np.arange(count + 1)))


def _lines(dataset: Dataset) -> dict[str, tuple[TradeLine, ...]]:
    """Lines by material: exact ones, and of an umbrella material the group line that is it."""
    if "bilateral lines" not in dataset.kept:
        found: dict[str, tuple[TradeLine, ...]] = {}
        described = _pairs(dataset).described
        for row in rows(dataset.tables["commodities"]):
            materials = split_ids(row["materials"])
            one = len(materials) == 1 and row["coverage_kind"] in ("exact", "group")
            if one and row["commodity"] in described:
                hs, forms = described[row["commodity"]]
                line = TradeLine(row["commodity"], hs, forms, row["coverage"])
                found[materials[0]] = (*found.get(materials[0], ()), line)
        dataset.kept["bilateral lines"] = found
    return dataset.kept["bilateral lines"]  # type: ignore[no-any-return]


def shared_lines(dataset: Dataset) -> dict[str, str]:
    """HS codes to the line that holds several materials: its figures are never those of one."""
    if "shared lines" not in dataset.kept:
        shared = {
            row["commodity"]: split_ids(row["materials"])
            for row in rows(dataset.tables["commodities"])
            if row["coverage_kind"] in ("basket", "mixed")
        }
        codes = {hs: line for line, (hs, _) in _pairs(dataset).described.items()}
        for row in rows(dataset.tables["hs_codes"]):
            codes.setdefault(row["hs"], row["commodity"])
        dataset.kept["shared lines"] = {hs: line for hs, line in codes.items() if line in shared}
        dataset.kept["sharing materials"] = {
            material: line for line, materials in shared.items() for material in materials
        }
    return dataset.kept["shared lines"]  # type: ignore[no-any-return]


def sharing_line(dataset: Dataset, material: str) -> str | None:
    """A line that holds the material among others, None where there is none."""
    shared_lines(dataset)
    return dataset.kept["sharing materials"].get(material)  # type: ignore[no-any-return]
