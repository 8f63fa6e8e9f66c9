"""The card's blocks on supply: producers by stage, reserves, and the charts of prices and exports.

Countries below the shown ones fold into "others", the sum of published rows.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.rows import number, numbered
from rare_gui.domain.prices import prices
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.risk.world_supply import WorldSupply, latest_supply, stages
from rare_gui.domain.rows import split_ids
from rare_gui.domain.supply import REST, WORLD
from rare_gui.domain.vocabulary import DataClass, DatePrecision
from rare_gui.scenes.card.parts import CardBlock, CardChart, CardLine, ChartKey
from rare_gui.scenes.flow_words import month_words
from rare_gui.scenes.footnotes import Footnotes
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day, calendar_day
from rare_gui.scenes.timeline.export_pane import export_panes
from rare_gui.scenes.timeline.parts import Pane
from rare_gui.scenes.timeline.price_pane import price_pane
from rare_gui.scenes.wording import day_words, opened

STAGE_TITLES = {
    "mine": "Mined",
    "mine-ilmenite": "Mined, ilmenite",
    "mine-rutile": "Mined, rutile",
    "refined": "Refined",
    "separation-refining": "Separated and refined",
    "metal": "Made into metal",
    "magnet-making": "Made into magnets",
}
_EXPECTED = (
    ("Mined", ("mine", "mine-ilmenite", "mine-rutile")),
    ("Separated or refined", ("refined", "separation-refining")),
    ("Made into metal", ("metal",)),
    ("Made into magnets", ("magnet-making",)),
)
"""The stages that the card always has a heading for."""
_SHOWN = 6
_YEARS = 2


def producer_blocks(
    dataset: Dataset, selection: Selection, notes: Footnotes
) -> tuple[CardBlock, ...]:
    """One block a stage, in the order of the chain; a stage without figures says so."""
    known = stages(dataset, selection.material)
    blocks = []
    for title, members in _EXPECTED:
        own = [stage for stage in members if stage in known]
        if not own:
            lacks = "no output of this stage is published by country."
            blocks.append(CardBlock(f"stage.{members[0]}", title, lacks=lacks))
        blocks += [_producers(dataset, selection, stage, notes) for stage in own]
    return tuple(blocks)


def _producers(dataset: Dataset, selection: Selection, stage: str, notes: Footnotes) -> CardBlock:
    last = selection.known_on.year - 1 if selection.known_on else 9999
    supply = latest_supply(dataset, selection.material, stage, lambda year: year <= last)
    title, key = STAGE_TITLES.get(stage, opened(stage)), f"stage.{stage}"
    if isinstance(supply, NotComputed) or supply.year > last:
        why = supply.because if isinstance(supply, NotComputed) else "no year was known yet"
        return CardBlock(key, title, lacks=f"{why}.")
    marks = notes.marks(supply.sources)
    shown = list(supply.shares)[:_SHOWN]
    longest = max(supply.shares.values(), default=0.0) or 1.0
    lines = [_producer(dataset, supply, country, longest, marks) for country in shown]
    rest = 1.0 - sum(supply.shares[country] for country in shown)
    if rest > 0.0005:
        text = _amount(rest * supply.world, rest, supply.unit)
        lines.append(
            CardLine("others", f"{text} e", bar=rest / longest, tone="text2", spoken="the rest")
        )
    unit = "% of the world" if supply.unit == "%" else f"t, {supply.family.basis}"
    family = "" if supply.unit == "%" else f"; {supply.family.series}"
    return CardBlock(key, f"{title}, {supply.year}", f"{unit}{family}", tuple(lines))


def _producer(
    dataset: Dataset, supply: WorldSupply, country: str, longest: float, marks: tuple[int, ...]
) -> CardLine:
    share, amount = supply.shares[country], supply.amounts[country]
    name = opened(dataset.country_names.get(country, country).removeprefix("the "))
    of_shares = supply.unit == "%"
    weak = supply.data_class is not DataClass.PUBLISHED
    text = f"{_amount(amount, share, supply.unit)}{' e' if weak or not of_shares else ''}"
    kind = "share" if of_shares else "production"
    key = f"{kind}:{supply.material}:{supply.family.stage}:{country}:{supply.year}"
    return CardLine(name, text, marks, key, f"{name}, {text}", bar=share / longest)


def _amount(amount: float, share: float, unit: str) -> str:
    if unit == "%":
        return f"{amount:.3g} %"
    return (
        f"{amount:,.4g} t · {100 * share:.1f} %"
        if amount < 1000
        else (f"{amount:,.0f} t · {100 * share:.1f} %")
    )


def reserves_block(dataset: Dataset, selection: Selection, notes: Footnotes) -> CardBlock:
    """Reserves of the latest year by country, the largest first; flags are kept."""
    last = selection.known_on.year - 1 if selection.known_on else 9999
    found = [
        row
        for _, row in numbered(dataset, "reserves", "material", selection.material)
        if row["year"] <= last and number(row["tonnes"]) is not None
    ]
    if not found:
        why = "no reserves of this material are published."
        return CardBlock("reserves", "Reserves", lacks=why)
    year = max(row["year"] for row in found)
    basis = next(row["basis"] for row in found if row["year"] == year)
    rows = [row for row in found if (row["year"], row["basis"]) == (year, basis)]
    rows.sort(key=lambda row: (row["country"] in (WORLD, REST), -row["tonnes"]))
    named = [row for row in rows if row["country"] not in (WORLD, REST)]
    shown = [*named[:_SHOWN], *(row for row in rows if row["country"] == WORLD)]
    longest = max((row["tonnes"] for row in named), default=1.0) or 1.0
    lines = []
    for row in shown:
        name = opened(dataset.country_names.get(row["country"], row["country"]))
        name = "World" if row["country"] == WORLD else name.removeprefix("The ")
        sign = row["flag"] if row["flag"] in (">", "<") else ""
        weak = " e" if row["data_class"] != DataClass.PUBLISHED else ""
        text = f"{sign}{row['tonnes']:,.10g} t{weak}"
        key = f"reserves:{selection.material}:{row['country']}"
        bar = None if row["country"] == WORLD else row["tonnes"] / longest
        marks = notes.marks(split_ids(row["source_ids"]), most=1)
        lines.append(CardLine(name, text, marks, key, f"{name}, {text}", bar=bar))
    return CardBlock("reserves", f"Reserves, {year}", f"t, {basis}", tuple(lines))


def charts(dataset: Dataset, selection: Selection) -> tuple[CardChart, ...]:
    """Prices and monthly exports of the last years up to the day looked at, or the data's end."""
    window = (date(selection.as_of.year - _YEARS, 1, 1), selection.as_of)
    first, last = axis_day(window[0]), axis_day(window[1]) + 1
    until = axis_day(max(known_through(dataset, selection.known_on), selection.as_of))
    panes = (price_pane(dataset, selection, window), *export_panes(dataset, selection, window))
    return tuple(
        CardChart(
            replace(pane, missing=pane.missing_until(until), silent_from=None),
            first,
            last,
            _price_keys(dataset, selection, pane)
            if pane.key == "prices"
            else _export_keys(selection, pane),
        )
        for pane in panes
    )


def _price_keys(dataset: Dataset, selection: Selection, pane: Pane) -> tuple[ChartKey, ...]:
    drawn = {(mark.day, mark.value) for mark in pane.marks}
    found = []
    for price in prices(dataset, selection.material):
        day = axis_day(price.day) + (15 if price.precision is DatePrecision.MONTH else 0)
        if (day, price.usd_per_kg) in drawn and pane.form == price.form:
            key = f"price:{price.form}:{price.day.isoformat()}:{price.market_words}"
            when = day_words(price.day, price.precision)
            found.append(ChartKey(day, price.usd_per_kg, key, when, price.market_words))
    return tuple(found)


def _export_keys(selection: Selection, pane: Pane) -> tuple[ChartKey, ...]:
    columns = [
        ChartKey(
            (one.start + one.end) / 2,
            one.value,
            f"export:{selection.material}:{calendar_day(one.start):%Y-%m}",
            month_words(calendar_day(one.start)),
            pane.title,
        )
        for one in pane.columns
    ]
    lines = [
        ChartKey(
            point.day,
            point.value,
            f"export:{line.name}:{calendar_day(point.day):%Y-%m}",
            month_words(calendar_day(point.day)),
            opened(line.name.replace("-", " ")),
        )
        for line in pane.lines
        for point in line.points
    ]
    return (*columns, *lines)
