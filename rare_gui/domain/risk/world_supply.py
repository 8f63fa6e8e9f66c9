"""World supply of a material by stage, year and country, inside one series family and unit basis.

Figures of two families are never mixed; a year that the family lacks is refused, not borrowed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, NamedTuple

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import weakest
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.supply import REST, STATISTICS, WORLD
from rare_gui.domain.vocabulary import DataClass

SHARE_STAGES = ("separation-refining", "magnet-making")
"""Stages known by published shares alone; the shares of other stages come from the output."""
SHARE_BASIS = "share of world output"
CHAIN = (
    "mine",
    "mine-ilmenite",
    "mine-rutile",
    "refined",
    "separation-refining",
    "metal",
    "magnet-making",
)
"""The stages in their order."""


class Family(NamedTuple):
    """What may stand in one share: a stage, a series of figures, and what is weighed."""

    stage: str
    series: str
    basis: str

    def __str__(self) -> str:
        return f"{self.series}, {self.basis}"


@dataclass(frozen=True, slots=True)
class WorldSupply:
    """The world's output at a stage in a year: amounts by country, in `unit` (t or %).

    `world` is at least the sum of the countries. `shares` of it are from 0 to 1, the largest first;
    `rest` is the share of countries that are not named. `squares` is the sum of the squared shares.
    """

    material: str
    family: Family
    year: int
    amounts: Mapping[str, float]
    world: float
    unit: str
    data_class: DataClass
    sources: tuple[str, ...]
    preferred: bool = True
    shares: Mapping[str, float] = field(init=False)
    rest: float = field(init=False)
    squares: float = field(init=False)

    def __post_init__(self) -> None:
        ordered = sorted(self.amounts.items(), key=lambda item: (-item[1], item[0]))
        shares = {country: amount / self.world for country, amount in ordered}
        object.__setattr__(self, "shares", MappingProxyType(shares))
        object.__setattr__(self, "squares", sum(share * share for share in shares.values()))
        object.__setattr__(self, "rest", max(0.0, 1.0 - sum(self.amounts.values()) / self.world))


Years = Mapping[int, WorldSupply | NotComputed]


def families(dataset: Dataset, material: str) -> Mapping[Family, Years]:
    """Every family of a material with its years; a year that gives no shares holds the reason."""
    key = ("world supply", material)
    if key not in dataset.kept:
        dataset.kept[key] = _made(dataset, material)
    return dataset.kept[key]  # type: ignore[no-any-return]


def world_supply(
    dataset: Dataset,
    material: str,
    stage: str,
    year: int | None = None,
    family: Family | None = None,
) -> WorldSupply | NotComputed:
    """The supply at a stage in a year (None: the latest), in the family asked for.

    Without a family it is, of those that have the year, the preferred one that reaches furthest,
    then the longest one.
    """
    key = ("world supply of", material, stage, year, family)
    if key not in dataset.kept:
        dataset.kept[key] = _chosen(families(dataset, material), stage, year, family)
    return dataset.kept[key]  # type: ignore[no-any-return]


def latest_supply(
    dataset: Dataset, material: str, stage: str, fits: Callable[[int], bool]
) -> WorldSupply | NotComputed:
    """The latest year with shares that fits what else is needed; where none does, the latest."""
    years = {
        year
        for family, of_family in families(dataset, material).items()
        for year, one in of_family.items()
        if family.stage == stage and isinstance(one, WorldSupply) and fits(year)
    }
    return world_supply(dataset, material, stage, max(years, default=None))


def main_stage(dataset: Dataset, material: str) -> str | None:
    """The first stage of the chain of which shares are known: what a single figure speaks of."""
    key = ("main stage", material)
    if key not in dataset.kept:
        dataset.kept[key] = next(
            (
                stage
                for stage in stages(dataset, material)
                if isinstance(world_supply(dataset, material, stage), WorldSupply)
            ),
            None,
        )
    return dataset.kept[key]  # type: ignore[no-any-return]


def longest_family(dataset: Dataset, material: str, stage: str) -> Family | None:
    """Of the families of a stage, the one with the most years of shares."""
    known = {
        family: sum(isinstance(one, WorldSupply) for one in years.values())
        for family, years in families(dataset, material).items()
        if family.stage == stage
    }
    return min(known, key=lambda family: (-known[family], family), default=None)


def comparable(one: WorldSupply, other: WorldSupply) -> NotComputed | None:
    """Why two figures may not stand in one series or sum; None when they may."""
    if one.family == other.family and one.material == other.material:
        return None
    return NotComputed(
        f"figures of two families are never mixed: {one.material} by {one.family} "
        f"and {other.material} by {other.family}"
    )


def stages(dataset: Dataset, material: str) -> tuple[str, ...]:
    """The stages of which anything is known, in the order of the chain."""
    key = ("stages", material)
    if key not in dataset.kept:
        found = {family.stage for family in families(dataset, material)}
        dataset.kept[key] = tuple(sorted(found, key=CHAIN.index))
    return dataset.kept[key]  # type: ignore[no-any-return]


def is_statistic(dataset: Dataset, supply: WorldSupply) -> bool:
    """Whether it rests on a statistic, not on reports of press, analysts or firms alone."""
    if "statistical sources" not in dataset.kept:
        frame = dataset.tables["sources"]
        dataset.kept["statistical sources"] = {
            source
            for source, kind in zip(frame["source_id"], frame["kind"], strict=True)
            if kind in STATISTICS
        }
    return not dataset.kept["statistical sources"].isdisjoint(supply.sources)


def _chosen(
    known: Mapping[Family, Years], stage: str, year: int | None, family: Family | None
) -> WorldSupply | NotComputed:
    known = {f: y for f, y in known.items() if f.stage == stage}
    if family is not None:
        known = {f: y for f, y in known.items() if f == family}
    if not known:
        told = f" in the family {family}" if family else ""
        return NotComputed(f"no world output at the stage {stage} is in the data{told}")
    wanted = year if year is not None else max(map(_reach, _preferred(known)))
    having = {f: y for f, y in known.items() if wanted in y}
    if not having:
        return NotComputed(f"{wanted} is outside the series: {_told(known)}")
    return having[min(having, key=lambda f: _order(f, having[f], wanted))][wanted]


def _preferred(known: Mapping[Family, Years]) -> list[Years]:
    """The families whose figures come first where no year is asked for; all where there is none."""
    first = [
        years
        for years in known.values()
        if any(isinstance(one, WorldSupply) and one.preferred for one in years.values())
    ]
    return first or list(known.values())


def _order(family: Family, years: Years, wanted: int) -> tuple[bool, bool, int, int, Family]:
    supply = years[wanted]
    refused = isinstance(supply, NotComputed)
    preferred = isinstance(supply, WorldSupply) and supply.preferred
    return refused, not preferred, -max(years), -len(years), family


def _reach(years: Years) -> int:
    """The last year that gives shares, else the last one."""
    return max((y for y, s in years.items() if isinstance(s, WorldSupply)), default=max(years))


def _told(known: Mapping[Family, Years]) -> str:
    return "; ".join(f"{family} has {year_words(years)}" for family, years in known.items())


def year_words(years: Iterable[int]) -> str:
    """Years as a stretch: "2018 to 2024", with gaps "2018, 2020"."""
    ordered = sorted(years)
    if len(ordered) > 1 and ordered[-1] - ordered[0] == len(ordered) - 1:
        return f"{ordered[0]} to {ordered[-1]}"
    return ", ".join(map(str, ordered))


def _made(dataset: Dataset, material: str) -> dict[Family, dict[int, WorldSupply | NotComputed]]:
    """The families of one material alone: a card is not to wait for those of all others."""
    groups: dict[tuple[Family, int], list[dict[str, Any]]] = {}
    for row in _rows_of(dataset, "production", material):
        family = Family(row["stage"], row["series"], row["basis"])
        groups.setdefault((family, int(row["year"])), []).append(row)
    for row in _rows_of(dataset, "processing_shares", material):
        if row["stage"] in SHARE_STAGES and not row["projection"]:
            family = Family(row["stage"], row["source_ids"], SHARE_BASIS)
            groups.setdefault((family, int(row["year"])), []).append(row)
    found: dict[Family, dict[int, WorldSupply | NotComputed]] = {}
    for (family, year), of_year in groups.items():
        found.setdefault(family, {})[year] = _supply(material, family, year, of_year)
    return found


def _rows_of(dataset: Dataset, table: str, material: str) -> Iterable[dict[str, Any]]:
    key = ("by material", table)
    if key not in dataset.kept:
        frame = dataset.tables[table]
        dataset.kept[key] = dict(iter(frame.groupby("material", sort=False, observed=True)))
    own = dataset.kept[key].get(material)
    return () if own is None else rows(own)


def _supply(
    material: str, family: Family, year: int, found: list[dict[str, Any]]
) -> WorldSupply | NotComputed:
    of_shares = family.basis == SHARE_BASIS
    column = "share_pct" if of_shares else "tonnes"
    amounts = {row["country"]: float(row[column]) for row in found if row[column] == row[column]}
    total = 100.0 if of_shares else amounts.pop(WORLD, 0.0)
    rest = amounts.pop(REST, 0.0)
    if not amounts:
        return NotComputed(f"the output of {year} is published for the world alone, not by country")
    if total <= 0:
        return NotComputed(f"{family} publishes no world output for {year}")
    if max(amounts.values()) < total - sum(amounts.values()):
        return NotComputed(f"the countries named for {year} leave the largest share unnamed")
    return WorldSupply(
        material,
        family,
        year,
        amounts,
        # a published total is often rounded, and may fall below the sum of its countries
        max(total, sum(amounts.values()) + rest),
        "%" if of_shares else "t",
        weakest(*(DataClass(row["data_class"]) for row in found)),
        tuple(dict.fromkeys(s for row in found for s in split_ids(row["source_ids"]))),
        of_shares or all(row["preferred"] for row in found),
    )
