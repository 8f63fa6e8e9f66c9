"""The assumptions of the impact model by stable keys: ranges, units, sources, data classes.

Not for drawing from ranges (`impact.uncertainty`) nor for which assumption acts on which sector
(`impact.joins`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import sector_names
from rare_gui.domain.impact.case import CaseError, ImpactCase, check_share, range_text
from rare_gui.domain.impact.cuts import SEVERITIES
from rare_gui.domain.impact.ranges import Range
from rare_gui.domain.names import nearest, shortened
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import DataClass

SHARE = "share"
STOCK_FALLBACK = "model.stock_days_fallback"

_CONSTANTS = {
    "leakage": "Leakage: re-routed or let through",
    "supply_elasticity": "Short-run elasticity of supply",
    "demand_elasticity": "Short-run elasticity of demand",
    "parts_stock_days": "Stock of parts at customers",
    "made_up_later": "Made up later by overtime, vehicles",
    "bottleneck_weight": "Weight of the missing-part view",
    "stock_spread_log": "Spread of stocks over firms, log",
    "stock_days_fallback": "Stock where nothing better is known",
    "ndfeb_with_dysprosium_or_terbium": "NdFeB magnets that hold dysprosium or terbium",
    "component_made_in_china": "Components made in China",
}
_SIGNED = frozenset({"model.demand_elasticity"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """One assumption, editable by its stable `key` (for example `kappa.gallium.lighting`).

    `values` are what the run uses, `default` what the package or the preset says; they differ
    where the user changed them. `unit` is "share", "weeks", "days" or "ratio"; `sources` are ids.
    `group` is where the list of assumptions shows it.
    """

    key: str
    what: str
    group: str
    values: Range
    unit: str
    data_class: DataClass
    sources: tuple[str, ...]
    default: Range

    @property
    def changed(self) -> bool:
        """Whether the user's value differs from the default."""
        return self.values != self.default


def parameters(dataset: Dataset, destination: str) -> Mapping[str, Parameter]:
    """Every assumption that a run for a destination can use, by key, at its default."""
    key = ("impact parameters", destination)
    if key not in dataset.kept:
        dataset.kept[key] = {one.key: one for one in _all(dataset, destination)}
    return dataset.kept[key]  # type: ignore[no-any-return]


def with_changes(known: Mapping[str, Parameter], case: ImpactCase) -> Mapping[str, Parameter]:
    """The assumptions with the case's changes; CaseError for an unknown key or a senseless range.

    The case's own cut is the range of every `cut.` assumption.
    """
    found = dict(known)
    for key, values in case.changed:
        if key not in known:
            close = nearest(key, known)
            hint = f"; the nearest known: {', '.join(close)}" if close else ""
            raise CaseError(f"unknown assumption {shortened(key)!r}{hint}")
        parameter = known[key]
        if key.endswith(".half_time") and not (values.is_certain and values.low > 0):
            raise CaseError(f"{key}={range_text(values)} must be one number above zero")
        if parameter.unit == SHARE:
            check_share(key, values)
        elif key in _SIGNED:
            if values.high >= 0:
                raise CaseError(f"{key}={range_text(values)} must be below zero")
        elif values.low < 0:
            raise CaseError(f"{key}={range_text(values)} must not be negative")
        found[key] = replace(parameter, values=values)
    if case.cut is not None:
        for severity in SEVERITIES:
            found[severity.key] = replace(found[severity.key], values=case.cut)
    return found


def _all(dataset: Dataset, destination: str) -> Iterator[Parameter]:
    for severity in SEVERITIES:
        yield Parameter(
            severity.key,
            severity.what,
            "Cut",
            severity.share,
            SHARE,
            DataClass.JUDGEMENT,
            ("judgement",),
            severity.share,
        )
    tables: tuple[tuple[str, Callable[..., Iterator[Parameter]]], ...] = (
        ("supply_terms", _supply),
        ("form_routes", _routes),
        ("dependence_shares", _dependence),
        ("stocks", _stocks),
        ("model_defaults", _constants),
    )
    for name, read in tables:
        for row in rows(dataset.tables[name]):
            if row.get("region", destination) == destination:
                yield from read(dataset, row)


def _supply(dataset: Dataset, row: Mapping[str, Any]) -> Iterator[Parameter]:
    name, form = _material(dataset, row), str(row["form"])
    goods = name if form in name else f"{name} {form}"  # no "NdFeB magnets magnet"
    base = f"supply.{row['material']}.{row['form']}"
    of_reliance, of_share = row["reliance_source_ids"], row["share_source_ids"]
    for name, column, what, sources in (
        ("nir", "nir", "Net import reliance", of_reliance),
        ("china_share", "china_share", "China's share of imports", of_share),
        ("others_spare", "others_spare", "Spare output of others", row["source_ids"]),
    ):
        yield _made(
            row, f"{base}.{name}", f"{what}, {goods}", "Supply", _range(row, column), sources
        )
    ramp = Range(*[float(row["ramp_weeks"])] * 3)
    what = f"Weeks until others deliver, {goods}"
    yield _made(row, f"{base}.ramp", what, "Supply", ramp, row["source_ids"], "weeks")


def _routes(dataset: Dataset, row: Mapping[str, Any]) -> Iterator[Parameter]:
    form = row["form"].replace("_", " ")
    what = f"Bought as {form}, {_material(dataset, row)} for {_sector(dataset, row)}"
    key = f"theta.{row['material']}.{row['sector']}.{row['form']}"
    yield _made(row, key, what, "Form routes", _range(row, "theta"))


def _dependence(dataset: Dataset, row: Mapping[str, Any]) -> Iterator[Parameter]:
    what = f"Output that needs {_material(dataset, row)}, {_sector(dataset, row)}"
    key = f"kappa.{row['material']}.{row['sector']}"
    yield _made(row, key, what, "Dependence", _range(row, "kappa"))


def _stocks(dataset: Dataset, row: Mapping[str, Any]) -> Iterator[Parameter]:
    owner = row["sector"] or row["material"]
    if not owner:
        return  # a country's stockpile: no release of it is modelled
    name = _sector(dataset, row) if row["sector"] else _material(dataset, row)
    days = _range(row, "buffer_days")
    yield _made(row, f"stock.{owner}", f"Stock, {name}", "Stocks", days, unit="days")
    most, half = row["substitutability"], row["substitution_half_time_weeks"]
    if most == most and half == half:  # a row without them says nothing of substitution
        base, group = f"substitution.{owner}", "Substitution"
        share, weeks = Range(*[float(most)] * 3), Range(*[float(half)] * 3)
        yield _made(row, f"{base}.most", f"Need that can be replaced, {name}", group, share)
        what = f"Weeks until half of it is, {name}"
        yield _made(row, f"{base}.half_time", what, group, weeks, unit="weeks")


def _constants(_: Dataset, row: Mapping[str, Any]) -> Iterator[Parameter]:
    name = row["parameter"]
    what = _CONSTANTS.get(name, name.replace("_", " ").capitalize())
    unit = "days" if row["unit"] == "days" else SHARE
    if name.endswith(("elasticity", "spread_log")):
        unit = "ratio"
    values = Range(float(row["low"]), float(row["mid"]), float(row["high"]))
    yield _made(row, f"model.{name}", what, "Model", values, unit=unit)


def _made(
    row: Mapping[str, Any],
    key: str,
    what: str,
    group: str,
    values: Range,
    sources: str | None = None,
    unit: str = SHARE,
) -> Parameter:
    named = row["source_ids"] if sources is None else sources
    data_class = DataClass(row["data_class"])
    return Parameter(key, what, group, values, unit, data_class, split_ids(named), values)


def _range(row: Mapping[str, Any], column: str) -> Range:
    return Range(*(float(row[f"{column}_{at}"]) for at in ("low", "mid", "high")))


def _material(dataset: Dataset, row: Mapping[str, Any]) -> str:
    material: str = row["material"]
    return dataset.material_names.get(material, material)


def _sector(dataset: Dataset, row: Mapping[str, Any]) -> str:
    sector: str = row["sector"]
    return sector_names(dataset).get(sector, sector)
