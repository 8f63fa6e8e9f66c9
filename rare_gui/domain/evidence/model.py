"""Evidence on assumptions of the loss model and on risk figures, with the parts of each.

Not for the methods themselves: `domain.impact` and `domain.risk`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.parts import Evidence, Input, Reading, unrecorded
from rare_gui.domain.evidence.rows import Numbered, matching, numbered, reading, sources_of
from rare_gui.domain.evidence.supply import country_name
from rare_gui.domain.impact.parameters import parameters
from rare_gui.domain.risk.assessment import Assessment, assess
from rare_gui.domain.risk.concentration import Concentration, concentration
from rare_gui.domain.risk.figures import NotComputed, Part
from rare_gui.domain.risk.own_weights import OwnWeights
from rare_gui.domain.risk.single_figures import hhi_part
from rare_gui.domain.risk.world_supply import WorldSupply, longest_family, world_supply
from rare_gui.domain.vocabulary import Confidence

_OF_SHARES = {
    "hhi": "HHI = sum of the squared shares in percent",
    "top_share": "the largest of the shares",
}
"""Risk figures that are made of the shares of output alone, and how."""


def assumption(dataset: Dataset, key: str, name: str, destination: str) -> Evidence:
    """An assumption at the package's value: low, middle and high, with its row."""
    found = parameters(dataset, destination).get(name)
    if found is None:
        return unrecorded(key)
    values, rows = found.default, _rows_of(dataset, name, destination)
    known, _ = sources_of(dataset, found.sources)
    readings: tuple[Reading, ...] = ()
    if rows is not None:
        table, pair = rows
        reason = str(pair[1].get("reason", ""))
        readings = (
            reading(
                dataset, table, [pair], locator=name.split(".")[1:], value=values.mid,
                unit=found.unit, of=f"{values.low:g} to {values.high:g}", text=reason,
            ),
        )  # fmt: skip
    return Evidence(
        key,
        found.what,
        values.mid,
        found.unit,
        data_class=found.data_class,
        confidence=readings[0].confidence if readings else None,
        family=found.group,
        about=(readings[0].text if readings else "")
        or "Low, middle and high; the run draws between them.",
        readings=readings,
        low=values.low,
        high=values.high,
        sources=known,
    )


def risk(
    dataset: Dataset,
    key: str,
    material: str,
    figure: str,
    importer: str,
    as_of: date,
    known_on: date | None,
    assessed: Assessment | None = None,
    weights: OwnWeights | None = None,
) -> Evidence:
    """A risk figure with its parts. `assessed` spares measuring it anew."""
    made = assessed or assess(dataset, material, importer, as_of=as_of, known_on=known_on)
    made = made.with_weights(weights)
    whole, _, name = figure.partition(".")
    part = made.figures.get(whole)
    if part is None:
        return unrecorded(key)
    index = next((one for one in made.indices if one.key == whole), None)
    parts, formula = part.parts, ""
    if index is not None:
        parts, formula = index.parts, index.formula
        if index.because and not parts:
            return unrecorded(key, str(index.refusal))
    if name:
        part = next((one for one in parts if one.name == name), None)
        if part is None:
            return unrecorded(key)
        parts, formula = part.parts, "the sum of its parts" if part.parts else ""
    told = _of_part(dataset, key, part, parts, formula, f"risk:{material}:{whole}")
    concentrated = made.main.plain
    if whole in _OF_SHARES and isinstance(concentrated, Concentration):
        inputs = _shares_of(dataset, concentrated.supply)
        return replace(told, inputs=inputs, formula=_OF_SHARES[whole])
    if whole == "import_reliance" and not told.gap:
        published = Input(
            "What is published",
            part.value,
            "%",
            part.data_class,
            key=f"for:{material}:reliance:{importer}",
        )
        return replace(told, inputs=(published,))
    return told


def hhi_of_year(dataset: Dataset, key: str, material: str, stage: str, year: int) -> Evidence:
    """The HHI of a stage in a year of the longest series, with the shares that it sums."""
    family = longest_family(dataset, material, stage)
    supply = world_supply(dataset, material, stage, year, family)
    if isinstance(supply, NotComputed):
        return unrecorded(key, str(supply))
    made = hhi_part(concentration(supply))
    rows, table = _output_rows(dataset, supply)
    told = reading(
        dataset, table, rows, locator=(material, stage, year), value=made.value, unit=made.unit,
        family=supply.family.series, basis=supply.family.basis, derived=True,
    )  # fmt: skip
    return replace(
        _of_part(dataset, key, made, (), _OF_SHARES["hhi"], key),
        title=f"HHI, {stage} output of {year}",
        inputs=_shares_of(dataset, supply),
        readings=(told,),
    )


def _output_rows(dataset: Dataset, supply: WorldSupply) -> tuple[list[Numbered], str]:
    """The rows that a year's output by country was read from, and their table."""
    family, year = supply.family, supply.year
    if supply.unit == "%":
        table, cells = "processing_shares", {"source_ids": family.series}
    else:
        table, cells = "production", {"series": family.series, "basis": family.basis}
    own = numbered(dataset, table, "material", supply.material)
    return matching(own, stage=family.stage, year=year, **cells), table


def _shares_of(dataset: Dataset, supply: WorldSupply) -> tuple[Input, ...]:
    """The countries' shares of output, the largest first, each with the key of its rows."""
    family, year = supply.family, supply.year
    kind = "share" if supply.unit == "%" else "production"
    return tuple(
        Input(
            country_name(dataset, country),
            100 * share,
            "%",
            supply.data_class,
            "" if supply.unit == "%" else f"{supply.amounts[country]:,g} t",
            f"{kind}:{supply.material}:{family.stage}:{country}:{year}",
        )
        for country, share in supply.shares.items()
        if share
    )


def _of_part(
    dataset: Dataset, key: str, part: Part, parts: tuple[Part, ...], formula: str, base: str
) -> Evidence:
    known, _ = sources_of(dataset, part.sources)
    trust = [one.confidence for one in known]
    title = part.name.replace("_", " ")
    remembered = "; its formula was not read in the publication" if part.from_memory else ""
    if part.value is None and not parts:
        return unrecorded(key, str(part.refusal))
    return Evidence(
        key,
        title[:1].upper() + title[1:],
        part.value,
        part.unit,
        text="" if part.value is not None else "not computed",
        data_class=part.data_class,
        confidence=max(trust, key=list(Confidence).index, default=None),
        family=part.years,
        about=f"{part.note}{remembered}",
        formula=formula,
        inputs=tuple(
            Input(
                one.name.replace("_", " "),
                one.value,
                one.unit,
                one.data_class if one.value is not None else None,
                one.note if one.value is not None else f"because {one.note}",
                f"{base}.{one.name}" if "." not in key.rpartition(":")[2] else "",
            )
            for one in parts
        ),
        low=part.low,
        high=part.high,
        sources=known,
    )


def _rows_of(dataset: Dataset, name: str, destination: str) -> tuple[str, Numbered] | None:
    """The row that an assumption is read from; None where it is the program's own."""
    head, *rest = name.split(".")
    match head, rest:
        case "kappa", [material, sector]:
            table, found = "dependence_shares", _with(dataset, "dependence_shares", material)
            found = matching(found, sector=sector)
        case "theta", [material, sector, form]:
            table, found = "form_routes", _with(dataset, "form_routes", material)
            found = matching(found, sector=sector, form=form, region=destination)
        case "supply", [material, form, _]:
            table, found = "supply_terms", _with(dataset, "supply_terms", material)
            found = matching(found, form=form, region=destination)
        case (("stock" | "substitution"), [owner, *_]):
            table = "stocks"
            found = numbered(dataset, table, "sector", owner) or _with(dataset, table, owner)
        case "model", [parameter]:
            table, found = (
                "model_defaults",
                numbered(dataset, "model_defaults", "parameter", parameter),
            )
        case _:
            return None
    return (table, found[0]) if found else None


def _with(dataset: Dataset, table: str, material: str) -> list[Numbered]:
    return numbered(dataset, table, "material", material)
