"""Evidence on published shares of a stage, on import shares, reliance and reserves.

The figures are those of `domain.supply`; here are the rows behind them and the ones beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.parts import Evidence, Reading, unrecorded
from rare_gui.domain.evidence.rows import Numbered, matching, number, numbered, reading
from rare_gui.domain.evidence.supply import country_name, of_readings
from rare_gui.domain.supply import (
    NET_EXPORTER,
    Figure,
    import_reliance,
    import_share,
    processing_share,
)

_SHARE_RULE = (
    "Statistics come before reports, unless they are more than three years older; then figures of "
    "the material itself before those of its group, then the newest. Projections never count."
)
_RELIANCE_RULE = (
    "The newest year is shown; of two figures of one year the one for the processing stage."
)
_IMPORT_RULE = "Published figures come before derived ones, then the newest."


def stage_share(
    dataset: Dataset, key: str, material: str, stage: str, country: str, year: int
) -> Evidence:
    """A country's published share of a stage in a year."""
    rows = matching(
        numbered(dataset, "processing_shares", "material", material),
        stage=stage, country=country, year=year,
    )  # fmt: skip
    title = f"{country_name(dataset, country)}'s share of {stage}, {year}"
    return of_readings(key, title, _shares(dataset, rows), _SHARE_RULE if len(rows) > 1 else "")


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
    return of_readings(key, f"Reserves, {country_name(dataset, country)}", readings, "")


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
    title = f"{country_name(dataset, country)}'s share of {made.of}, {made.year}"
    return of_readings(key, title, _shares(dataset, _first(rows, "share_pct", made)), _SHARE_RULE)


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
    title = f"{country_name(dataset, origin)}'s share of {importer} imports, {made.years}"
    return of_readings(key, title, readings, _IMPORT_RULE)


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
    title = f"Net import reliance, {country_name(dataset, country)}, {made.years}"
    return of_readings(key, title, readings, _RELIANCE_RULE)


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
