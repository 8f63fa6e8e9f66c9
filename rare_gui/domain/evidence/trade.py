"""Evidence on months of exports and on prices, with the other rows on the same goods and time.

Nothing is converted: a price in another unit stays beside the dollars that it was turned into.
"""

from __future__ import annotations

from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.parts import Evidence, Input, unrecorded
from rare_gui.domain.evidence.rows import matching, number, numbered, reading
from rare_gui.domain.flows import main_series
from rare_gui.domain.vocabulary import Confidence, DataClass

_EXPORT_RULE = "Published before derived, then the most trusted, then the first in the table."
_PRICE_RULE = "Prices of unlike markets are never joined; each stands for itself."


def exports(dataset: Dataset, key: str, goods: str, month: str) -> Evidence:
    """China's exports of a commodity (or of a material's main one) to the world in "2025-11"."""
    commodity = goods
    if goods in dataset.material_names and not numbered(
        dataset, "trade_monthly", "commodity", goods
    ):
        series = main_series(dataset, goods)
        commodity = series.commodity if series else goods
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        return unrecorded(key)
    rows = [
        pair
        for pair in matching(
            numbered(dataset, "trade_monthly", "commodity", commodity),
            reporter="CN", partner="WLD", flow="export",
        )
        if pair[1]["month"].date() == first and number(pair[1]["tonnes"]) is not None
    ]  # fmt: skip
    if not rows:
        return unrecorded(key, "no figure for this month is in the data")
    rows.sort(
        key=lambda pair: (
            list(DataClass).index(DataClass(pair[1]["data_class"])),
            list(Confidence).index(Confidence(pair[1]["confidence"])),
        )
    )
    readings = tuple(
        reading(
            dataset, "trade_monthly", [pair],
            locator=("China to the world", pair[1]["hs"], month),
            value=number(pair[1]["tonnes"]), shown=place == 0, family=pair[1]["basis"],
            basis="tonnes of the month",
        )
        for place, pair in enumerate(rows)
    )  # fmt: skip
    words = commodity.replace("-", " ")
    return Evidence(
        key,
        f"China's exports of {words}, {month}",
        readings[0].value,
        readings[0].unit,
        data_class=readings[0].data_class,
        confidence=readings[0].confidence,
        family=readings[0].family.replace("_", " "),
        about=_coverage(dataset, commodity),
        readings=readings,
        rule=_EXPORT_RULE if len(readings) > 1 else "",
    )


def prices(
    dataset: Dataset, key: str, material: str, form: str, day: str, market: str = ""
) -> Evidence:
    """The prices of a form on a day, those of the market first; all of them where none is named."""
    rows = [
        pair
        for pair in matching(numbered(dataset, "prices", "material", material), form=form)
        if pair[1]["date"].date().isoformat() == day
    ]
    if market and not any(pair[1]["market"] == market for pair in rows):
        rows = []
    if not rows:
        return unrecorded(key)
    rows.sort(key=lambda pair: pair[1]["market"] != market)
    readings = tuple(
        reading(
            dataset, "prices", [pair],
            locator=(material, form, pair[1]["grade"], day, pair[1]["market"]),
            value=number(pair[1]["value"]), of=_range(pair[1]), shown=place == 0,
            family=pair[1]["market"], basis=pair[1]["market"],
        )
        for place, pair in enumerate(rows)
    )  # fmt: skip
    first, row = readings[0], rows[0][1]
    dollars = number(row["usd_per_kg"])
    converted = dollars is not None and dollars != first.value
    return Evidence(
        key,
        f"{dataset.material_names[material]} {form}, price, {day}",
        dollars if dollars is not None else first.value,
        "US$/kg" if dollars is not None else first.unit,
        data_class=first.data_class,
        confidence=first.confidence,
        family=first.family,
        about=row["grade"],
        readings=readings,
        rule=_PRICE_RULE if len(readings) > 1 else "",
        formula="turned into US$/kg from the published unit" if converted else "",
        inputs=(Input("Published", first.value, first.unit, first.data_class),)
        if converted
        else (),
    )


def _coverage(dataset: Dataset, commodity: str) -> str:
    found = numbered(dataset, "commodities", "commodity", commodity)
    return f"Coverage: {found[0][1]['coverage']}." if found else ""


def _range(row: dict[str, object]) -> str:
    low, high = number(row["low"]), number(row["high"])
    return f"published range {low:,g} to {high:,g}" if low is not None and high is not None else ""
