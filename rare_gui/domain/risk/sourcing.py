"""Where a country's imports of a material come from, in shares of their weight.

From bilateral trade, else (for the EU, US, Japan and Korea) from the table of the largest origins.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.bilateral import (
    Weights,
    exports_of,
    imports_of,
    shared_lines,
    sharing_line,
    trade_lines,
)
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.risk.world_supply import year_words
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.supply import REST, WORLD
from rare_gui.domain.vocabulary import DataClass, SupplyForm

TOLERATED = 0.05
"""Share of a line's value that may lack a weight; beyond it the weights do not tell the shares."""
ORE_CHAPTERS = ("25", "26")
"""Chapters of the Harmonized System for minerals and ores."""


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Imports of one line by one country in one year, in tonnes of gross weight.

    `shares` are of the imports' weight by origin, 0 to 1; `rest` is that of unnamed origins.
    `exports` are the country's own of the same line, None where they are not known.
    """

    material: str
    importer: str
    goods: str
    is_ore: bool
    year: int
    shares: Mapping[str, float]
    rest: float
    tonnes: float
    exports: float | None
    data_class: DataClass
    sources: tuple[str, ...]


Candidates = Mapping[int, tuple[Sourcing | NotComputed, ...]]


def sourcings(dataset: Dataset, material: str, importer: str) -> Candidates:
    """All that is known of a country's imports of a material, by year, each line for itself.

    A line whose weights are not published holds the reason. Empty where there are no lines.
    """
    key = ("sourcing", material, importer)
    if key not in dataset.kept:
        found: dict[int, list[Sourcing | NotComputed]] = {}
        imported, exported = imports_of(dataset, importer), exports_of(dataset, importer)
        for line in trade_lines(dataset, material):
            for (commodity, year), weights in imported.items():
                if commodity == line.commodity:
                    sent = exported.get((commodity, year))
                    one = _of_weights(weights, sent, line.commodity, year)
                    if isinstance(one, Sourcing):
                        is_ore = SupplyForm.ORE in line.forms
                        words = f"{line.commodity.replace('-', ' ')} (HS {line.hs})"
                        one = replace(
                            one, material=material, importer=importer, goods=words, is_ore=is_ore
                        )
                    found.setdefault(year, []).append(one)
        if not trade_lines(dataset, material):
            for one in _largest_origins(dataset, material, importer):
                found.setdefault(one.year, []).append(one)
        dataset.kept[key] = {year: tuple(found[year]) for year in sorted(found)}
    return dataset.kept[key]  # type: ignore[no-any-return]


def sourcing(
    dataset: Dataset, material: str, importer: str, year: int | None, *, ore: bool | None = None
) -> Sourcing | NotComputed:
    """The line of a year (None: the latest) with the largest imports; with `ore` of that kind."""
    known = sourcings(dataset, material, importer)
    if not known:
        return NotComputed(_why_none(dataset, material, importer))
    if year is not None and year not in known:
        return NotComputed(
            f"{year} is outside the bilateral trade of {_name(dataset, importer)} in {material} "
            f"({year_words(known)})"
        )
    for wanted in (year,) if year is not None else sorted(known, reverse=True):
        told = [one for one in known[wanted] if isinstance(one, Sourcing)]
        fitting = [one for one in told if ore is None or one.is_ore is ore]
        if fitting:
            return max(fitting, key=lambda one: (one.tonnes, one.goods))
    refused = [one for one in known[max(known)] if isinstance(one, NotComputed)]
    refused = [one for one in known[year] if isinstance(one, NotComputed)] if year else refused
    kind = "" if ore is None else " as ore" if ore else " past the ore"
    return refused[0] if refused else NotComputed(f"no imports of {material}{kind} are in the data")


def _of_weights(
    weights: Weights, sent: Weights | None, commodity: str, year: int
) -> Sourcing | NotComputed:
    if weights.total <= 0 or weights.unweighed_value > TOLERATED * weights.value:
        goods = commodity.replace("-", " ")
        return NotComputed(f"the weights of {goods} are not published for {year}")
    exports: float | None = 0.0
    if sent is not None:
        known = sent.unweighed_value <= TOLERATED * sent.value
        exports = sent.total if known else None
    return Sourcing(
        "",
        "",
        "",
        False,
        year,
        {origin: tonnes / weights.total for origin, tonnes in weights.tonnes.items()},
        0.0,
        weights.total,
        exports,
        DataClass.DERIVED,
        tuple(weights.sources),
    )


def _largest_origins(dataset: Dataset, material: str, importer: str) -> list[Sourcing]:
    groups: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for row in _origin_rows(dataset).get((material, importer), ()):
        groups.setdefault((int(row["last_year"]), row["hs"]), []).append(row)
    found = []
    shared = shared_lines(dataset)
    for (year, hs), of_year in groups.items():
        total = next((row["tonnes"] for row in of_year if row["origin"] == WORLD), 0.0)
        shares = {
            row["origin"]: row["share_of_weight_pct"] / 100
            for row in of_year
            if row["origin"] not in (WORLD, REST)
            and row["share_of_weight_pct"] == row["share_of_weight_pct"]
        }
        if not shares or not total > 0 or hs in shared:
            continue
        whole = max(1.0, sum(shares.values()))  # rounded shares may add up to a little more
        sources = dict.fromkeys(s for row in of_year for s in split_ids(row["source_ids"]))
        found.append(
            Sourcing(
                material,
                importer,
                f"{shorten(of_year[0]['goods'], 60, placeholder=' …')} (HS {hs})",
                hs[:2] in ORE_CHAPTERS,
                year,
                {origin: share / whole for origin, share in shares.items()},
                1.0 - sum(shares.values()) / whole,
                float(total),
                None,
                DataClass.DERIVED,
                tuple(sources),
            )
        )
    return found


def _origin_rows(dataset: Dataset) -> dict[tuple[str, str], list[dict[str, Any]]]:
    if "origins by weight" not in dataset.kept:
        frame = dataset.tables["import_sources"]
        found: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for row in rows(frame[(frame["hs"] != "") & (frame["first_year"] == frame["last_year"])]):
            found.setdefault((row["material"], row["importer"]), []).append(row)
        dataset.kept["origins by weight"] = found
    return dataset.kept["origins by weight"]  # type: ignore[no-any-return]


def _why_none(dataset: Dataset, material: str, importer: str) -> str:
    who = _name(dataset, importer)
    if not imports_of(dataset, importer):
        return f"{who} has no bilateral trade rows"
    if trade_lines(dataset, material):
        return f"{who} has no imports of {material} in the bilateral trade"
    shared = sharing_line(dataset, material)
    if shared:
        return f"the trade line with {material} ({shared.replace('-', ' ')}) holds other goods too"
    return f"no bilateral trade line of {material} alone is in the data for {who}"


def _name(dataset: Dataset, country: str) -> str:
    return dataset.country_names.get(country, country)
