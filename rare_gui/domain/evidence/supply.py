"""Evidence on who supplies a material: output, shares, concentration, reliance, reserves.

The figures are those of `domain.supply`; here are the rows behind them and the ones beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.parts import Evidence, Input, Reading, unrecorded
from rare_gui.domain.evidence.rows import Numbered, matching, number, numbered, reading
from rare_gui.domain.supply import (
    NET_EXPORTER,
    REST,
    WORLD,
    Figure,
    Production,
    import_reliance,
    import_share,
    processing_share,
    production,
)
from rare_gui.domain.vocabulary import Confidence, DataClass

_SERIES_RULE = (
    "One series and basis per share, never mixed. Shown is the series that the package prefers, in "
    "its latest year."
)
_SHARE_RULE = (
    "Statistics come before reports, unless they are more than three years older; then figures of "
    "the material itself before those of its group, then the newest. Projections never count."
)
_RELIANCE_RULE = (
    "The newest year is shown; of two figures of one year the one for the processing stage."
)
_IMPORT_RULE = "Published figures come before derived ones, then the newest."
_STAGE_WORDS = {"mine": "mined"}


def share_of_output(
    dataset: Dataset, key: str, material: str, country: str, last_year: int | None
) -> Evidence:
    """A country's share of the output that the header speaks of: mined, else refined."""
    made = main_output(dataset, material, last_year)
    if made is None:
        return unrecorded(key, "no world output of this material by country is in the data")
    rows = _of_stage(dataset, material, made)
    who = _country(dataset, country)
    stage = _STAGE_WORDS.get(made.stage, made.stage)
    return Evidence(
        key,
        f"{who}'s share of {stage} output, {made.year}",
        made.share(country),
        "%",
        data_class=DataClass.DERIVED,
        confidence=_confidence(chosen := _family_readings(dataset, rows, made, country)),
        family=f"{made.series}, {made.basis}",
        about=f"{made.tonnes.get(country, 0.0):,g} t of {made.world:,g} t, {made.basis}. Computed "
        "in the program from published tonnages.",
        readings=chosen,
        rule=_SERIES_RULE if len(chosen) > 1 else "",
        formula="share = output of the country / output of the world",
        inputs=(
            _output_input(dataset, material, made, country),
            Input("World", made.world, "t", made.data_class, _world_note(made)),
        ),
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
        "0 to 10,000",
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
                _country(dataset, one),
                made.share(one),
                "%",
                DataClass.DERIVED,
                f"{made.tonnes[one]:,g} t",
                f"production:{material}:{made.stage}:{one}:{made.year}",
            )
            for one in ordered
            if one != REST
        ),
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
    return _of_readings(key, f"{_country(dataset, country)}, {made}, {year}", readings, rule)


def stage_share(
    dataset: Dataset, key: str, material: str, stage: str, country: str, year: int
) -> Evidence:
    """A country's published share of a stage in a year."""
    rows = matching(
        numbered(dataset, "processing_shares", "material", material),
        stage=stage, country=country, year=year,
    )  # fmt: skip
    title = f"{_country(dataset, country)}'s share of {stage}, {year}"
    return _of_readings(key, title, _shares(dataset, rows), _SHARE_RULE if len(rows) > 1 else "")


def reserves(dataset: Dataset, key: str, material: str, country: str) -> Evidence:
    """The reserves of a country by every row that tells them."""
    rows = matching(numbered(dataset, "reserves", "material", material), country=country)
    rows.sort(key=lambda pair: -pair[1]["year"])
    readings = tuple(
        reading(
            dataset, "reserves", [pair], locator=(material, country, pair[1]["year"]),
            value=number(pair[1]["tonnes"]), shown=place == 0, basis=pair[1]["basis"],
            text="" if number(pair[1]["tonnes"]) is not None else "no figure published",
        )
        for place, pair in enumerate(rows)
    )  # fmt: skip
    return _of_readings(key, f"Reserves, {_country(dataset, country)}", readings, "")


def processing(
    dataset: Dataset, key: str, material: str, country: str, last_year: int | None
) -> Evidence:
    """The header's share of a stage after mining, with the other figures of that year."""
    made = processing_share(dataset, material, country, last_year)
    if made is None:
        return unrecorded(key, "no share of a stage after mining is in the data")
    names = (material, *sorted(dataset.law.groups_of.get(material, ())))
    rows = [
        pair
        for name in names
        for pair in matching(
            numbered(dataset, "processing_shares", "material", name),
            country=country, year=made.year, stage=made.of.partition(",")[0],
        )
        if number(pair[1]["share_pct"]) is not None
    ]  # fmt: skip
    title = f"{_country(dataset, country)}'s share of {made.of}, {made.year}"
    return _of_readings(key, title, _shares(dataset, _first(rows, "share_pct", made)), _SHARE_RULE)


def imports(
    dataset: Dataset, key: str, material: str, importer: str, origin: str, last_year: int | None
) -> Evidence:
    """The header's share of an importer's purchases that come from the origin."""
    made = import_share(dataset, material, importer, origin, last_year)
    if made is None:
        return unrecorded(key, f"no share of {importer}'s imports is in the data")
    rows = [
        pair
        for pair in matching(
            numbered(dataset, "import_sources", "material", material),
            importer=importer, origin=origin, last_year=made.year,
        )
        if number(pair[1]["share_pct"]) is not None
    ]  # fmt: skip
    readings = tuple(
        reading(
            dataset, "import_sources", [pair],
            locator=(material, importer, pair[1]["hs"], pair[1]["goods"], made.years, origin),
            value=number(pair[1]["share_pct"]), unit="%", shown=place == 0,
            basis=pair[1]["goods"],
        )
        for place, pair in enumerate(_first(rows, "share_pct", made))
    )  # fmt: skip
    title = f"{_country(dataset, origin)}'s share of {importer} imports, {made.years}"
    return _of_readings(key, title, readings, _IMPORT_RULE)


def reliance(
    dataset: Dataset, key: str, material: str, country: str, last_year: int | None
) -> Evidence:
    """The header's net import reliance, with what else is published for its year."""
    made = import_reliance(dataset, material, country, last_year)
    if made is None:
        return unrecorded(key, f"no import reliance of {country} is published in the data")
    found = matching(numbered(dataset, "import_reliance", "material", material), country=country)
    newest = [pair for pair in found if pair[1]["basis"] == made.of]
    year = max(pair[1]["year"] for pair in newest if _same(pair[1], "value", made))
    rows = [pair for pair in found if pair[1]["year"] == year]
    readings = tuple(
        reading(
            dataset, "import_reliance", [pair],
            locator=(material, country, pair[1]["period"] or year, pair[1]["basis"]),
            value=number(pair[1]["value"]), unit="%", shown=place == 0, basis=pair[1]["basis"],
            text="net exporter" if pair[1]["flag"] == NET_EXPORTER else "",
        )
        for place, pair in enumerate(_first(rows, "value", made))
    )  # fmt: skip
    title = f"Net import reliance, {_country(dataset, country)}, {made.years}"
    return _of_readings(key, title, readings, _RELIANCE_RULE)


def main_output(dataset: Dataset, material: str, last_year: int | None) -> Production | None:
    """The output that single figures speak of: mined where that is known, else refined."""
    return production(dataset, material, "mine", last_year) or production(
        dataset, material, "refined", last_year
    )


def _of_readings(key: str, title: str, readings: tuple[Reading, ...], rule: str) -> Evidence:
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


def _shares(dataset: Dataset, rows: Sequence[Numbered]) -> tuple[Reading, ...]:
    return tuple(
        reading(
            dataset, "processing_shares", [pair],
            locator=(pair[1]["material"], pair[1]["stage"], pair[1]["country"], pair[1]["year"]),
            value=number(pair[1]["share_pct"]), shown=place == 0,
            basis="projection" if pair[1]["projection"] else pair[1]["material"],
        )
        for place, pair in enumerate(rows)
    )  # fmt: skip


def _first(rows: list[Numbered], column: str, made: Figure) -> list[Numbered]:
    """The rows with the one that made the figure in front."""
    return sorted(rows, key=lambda pair: not _same(pair[1], column, made))


def _same(row: dict[str, object], column: str, made: Figure) -> bool:
    ids = ";".join(made.sources)
    return number(row[column]) == made.value and str(row["source_ids"]).rstrip(";") == ids


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
        _country(dataset, country),
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


def _country(dataset: Dataset, country: str) -> str:
    return dataset.country_names.get(country, country).removeprefix("the ")
