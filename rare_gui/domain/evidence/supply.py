"""Evidence on what is made where: output, its shares and their concentration.

The figures are those of `domain.supply`; here are the rows behind them and the ones beside them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.parts import Evidence, Input, Reading, unrecorded
from rare_gui.domain.evidence.rows import Numbered, matching, number, numbered, reading
from rare_gui.domain.risk.figures import HHI_UNIT
from rare_gui.domain.supply import (
    REST,
    WORLD,
    Production,
    production,
)
from rare_gui.domain.vocabulary import Confidence, DataClass

_SERIES_RULE = (
    "One series and basis per share, never mixed. Shown is the series that the package prefers, in "
    "its latest year."
)
_STAGE_WORDS = {"mine": "mined"}


def share_of_output(
    dataset: Dataset, key: str, material: str, country: str, last_year: int | None
) -> Evidence:
    """A country's share of the output that the header speaks of: mined, else refined."""
    made = main_output(dataset, material, last_year)
    if made is None:
        return unrecorded(key, "no world output of this material by country is in the data")
    rows = _of_stage(dataset, material, made)
    who = country_name(dataset, country)
    stage = _STAGE_WORDS.get(made.stage, made.stage)
    if made.share(country) is None:
        return unrecorded(
            key,
            f"{made.series}, {made.basis}, does not name {who} among the producers of {made.year}; "
            "that is not the same as no output",
        )
    return Evidence(
        key,
        f"{who}'s share of {stage} output, {made.year}",
        made.share(country),
        "%",
        data_class=DataClass.DERIVED,
        confidence=_confidence(chosen := _family_readings(dataset, rows, made, country)),
        family=f"{made.series}, {made.basis}",
        about=f"{made.tonnes[country]:,g} t of {made.world:,g} t, {made.basis}. Computed "
        "in the program from published tonnages.",
        readings=chosen,
        rule=_SERIES_RULE if len(chosen) > 1 else "",
        formula="share = output of the country / output of the world",
        inputs=(
            _output_input(dataset, material, made, country),
            Input("World", made.world, "t", made.data_class, _world_note(made)),
        ),
        series=made.series,
        other_series=_others(dataset, material, made.stage, made.series),
    )


def concentration_of_output(
    dataset: Dataset, key: str, material: str, last_year: int | None
) -> Evidence:
    """The Herfindahl-Hirschman index of the same output, with the shares that it sums."""
    made = main_output(dataset, material, last_year)
    if made is None:
        return unrecorded(key, "no world output of this material by country is in the data")
    rows = _of_stage(dataset, material, made)
    ordered = sorted(made.tonnes, key=lambda one: -made.tonnes[one])
    return Evidence(
        key,
        f"Concentration of {_STAGE_WORDS.get(made.stage, made.stage)} output (HHI), {made.year}",
        made.hhi,
        HHI_UNIT,
        data_class=DataClass.DERIVED,
        confidence=_confidence(chosen := _world_reading(dataset, rows, made)),
        family=f"{made.series}, {made.basis}",
        about="The countries named in one series, year and basis; the unnamed rest counts as many "
        "small ones.",
        readings=chosen,
        rule=_SERIES_RULE,
        formula="HHI = sum of the squared shares in percent",
        inputs=tuple(
            Input(
                country_name(dataset, one),
                made.share(one),
                "%",
                DataClass.DERIVED,
                f"{made.tonnes[one]:,g} t",
                f"production:{material}:{made.stage}:{one}:{made.year}",
            )
            for one in ordered
            if one != REST
        ),
        series=made.series,
        other_series=_others(dataset, material, made.stage, made.series),
    )


def output(
    dataset: Dataset, key: str, material: str, stage: str, country: str, year: int
) -> Evidence:
    """What a country made at a stage in a year, by every series that tells it."""
    rows = matching(
        numbered(dataset, "production", "material", material),
        stage=stage, country=country, year=year,
    )  # fmt: skip
    rows = [pair for pair in rows if number(pair[1]["tonnes"]) is not None]
    rows.sort(key=lambda pair: not pair[1]["preferred"])
    readings = tuple(
        reading(
            dataset, "production", [pair], locator=(material, stage, country, year),
            value=number(pair[1]["tonnes"]), shown=place == 0,
            family=pair[1]["series"], basis=pair[1]["basis"],
        )
        for place, pair in enumerate(rows)
    )  # fmt: skip
    made = _STAGE_WORDS.get(stage, stage)
    rule = _SERIES_RULE if len(readings) > 1 else ""
    title = f"{country_name(dataset, country)}, {made}, {year}"
    told = of_readings(key, title, readings, rule)
    series = readings[0].family if readings else ""
    return replace(told, series=series, other_series=_others(dataset, material, stage, series))


def main_output(dataset: Dataset, material: str, last_year: int | None) -> Production | None:
    """The output that single figures speak of: mined where that is known, else refined."""
    return production(dataset, material, "mine", last_year) or production(
        dataset, material, "refined", last_year
    )


def of_readings(key: str, title: str, readings: tuple[Reading, ...], rule: str) -> Evidence:
    """The evidence on the first of some readings, the others beside it."""
    if not readings:
        return unrecorded(key)
    first = readings[0]
    return Evidence(
        key,
        title,
        first.value,
        first.unit,
        first.text,
        first.flag if first.flag in (">", "<") else "",
        first.data_class,
        first.confidence,
        ", ".join(part for part in (first.family, first.basis) if part),
        readings=readings,
        rule=rule if len(readings) > 1 else "",
    )


def _others(dataset: Dataset, material: str, stage: str, series: str) -> tuple[str, ...]:
    """The other series that tell of a stage by country, the one that reaches furthest first."""
    reach: dict[str, int] = {}
    for _, row in numbered(dataset, "production", "material", material):
        if row["stage"] == stage and row["series"] != series and row["country"] != WORLD:
            reach[row["series"]] = max(reach.get(row["series"], 0), int(row["year"]))
    return tuple(sorted(reach, key=lambda one: (-reach[one], one)))


def _of_stage(dataset: Dataset, material: str, made: Production) -> list[Numbered]:
    found = matching(
        numbered(dataset, "production", "material", material), stage=made.stage, year=made.year
    )
    return [pair for pair in found if number(pair[1]["tonnes"]) is not None]


def _family_readings(
    dataset: Dataset, rows: list[Numbered], made: Production, country: str
) -> tuple[Reading, ...]:
    """The country's tonnage of each series with the world that it is a part of, the shown first."""
    families = dict.fromkeys((row["series"], row["basis"]) for _, row in rows)
    found = []
    for series, basis in families:
        own = matching(rows, series=series, basis=basis)
        of_country, of_world = matching(own, country=country), matching(own, country=WORLD)
        if not of_country:
            continue
        tonnes = number(of_country[0][1]["tonnes"]) or 0.0
        total = sum(row["tonnes"] for _, row in own if row["country"] != WORLD)
        world = max(total, number(of_world[0][1]["tonnes"]) or 0.0) if of_world else total
        of = f"of {world:,g} t: {100 * tonnes / world:.1f} %" if world else ""
        shown = (series, basis) == (made.series, made.basis)
        found.append(
            reading(
                dataset, "production", [*of_country, *of_world],
                locator=(_material_of(rows), made.stage, country, "world", made.year),
                value=tonnes, of=of, shown=shown, family=series, basis=basis,
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda one: not one.shown))


def _world_reading(dataset: Dataset, rows: list[Numbered], made: Production) -> tuple[Reading, ...]:
    own = matching(rows, series=made.series, basis=made.basis)
    words = (_material_of(rows), made.stage, f"{len(own)} rows", made.year)
    return (
        reading(
            dataset, "production", own, locator=words, value=made.world, of="output of the world",
            family=made.series, basis=made.basis,
        ),
    )  # fmt: skip


def _material_of(rows: Iterable[Numbered]) -> str:
    """The material that the rows speak of."""
    return next((str(row["material"]) for _, row in rows), "")


def _output_input(dataset: Dataset, material: str, made: Production, country: str) -> Input:
    return Input(
        country_name(dataset, country),
        made.tonnes.get(country, 0.0),
        "t",
        made.data_class,
        key=f"production:{material}:{made.stage}:{country}:{made.year}",
    )


def _world_note(made: Production) -> str:
    named = sum(made.tonnes.values())
    return "sum of the countries, above the published total" if made.world == named else ""


def _confidence(readings: tuple[Reading, ...]) -> Confidence | None:
    return readings[0].confidence if readings else None


def country_name(dataset: Dataset, country: str) -> str:
    """A country as a name without its article."""
    return dataset.country_names.get(country, country).removeprefix("the ")
