"""The observations of the plots: monthly exports, prices, figures on licences in practice.

A month without a figure has a row that says so; it is never a zero. Not for the lanes above them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.rows import numbered
from rare_gui.domain.flows import FlowKind, FlowPoint, FlowSeries, main_series
from rare_gui.domain.licence_practice import PracticeFact, PracticeUnit, licence_practice
from rare_gui.domain.prices import Price, prices
from rare_gui.domain.vocabulary import DatePrecision
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.observation import Observation, Presence, end_of
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.export_pane import drawn_series
from rare_gui.scenes.timeline.parts import Mark, Pane
from rare_gui.scenes.timeline.plot_axis import inside, next_month

Window = tuple[date, date]
_TONNES = "t"
_UNITS = {PracticeUnit.SHARE: "1", PracticeUnit.COUNT: "count", PracticeUnit.DAYS: "days"}


def pane_rows(
    dataset: Dataset, selection: Selection, panes: tuple[Pane, ...], window: Window
) -> Iterator[Observation]:
    """The rows of the plots that a picture draws over the days `[first, last)`."""
    exports = [pane for pane in panes if pane.key.startswith("exports") and not pane.message]
    if exports:
        yield from export_rows(dataset, selection, exports, window)
    for pane in panes:
        if pane.key == "prices":
            yield from price_rows(dataset, selection, pane)
        elif pane.key == "licences":
            yield from licence_rows(dataset, selection, window)


def export_rows(
    dataset: Dataset, selection: Selection, panes: list[Pane], window: Window
) -> Iterator[Observation]:
    """One row a month and series, in tonnes as published; months without a figure are missing."""
    drawn = _drawn_values(panes)
    for series in drawn_series(dataset, selection):
        points = series.known_on(None if selection.ghosts else selection.known_on)
        known = {point.month: point for point in points}
        for month in _months(series, points, selection, dataset, window):
            if month in known:
                yield _export(dataset, selection, series, known[month], drawn)
            else:
                yield _no_export(dataset, series, month)


def export_rows_in_tonnes(dataset: Dataset, selection: Selection) -> Iterator[Observation]:
    """The published months of the series that stands for the material itself, without gaps."""
    series = main_series(dataset, selection.material)
    if series is None or selection.origin != "CN":
        return
    for point in series.known_on(selection.known_on):
        yield _export(dataset, selection, series, point, {})


def _months(
    series: FlowSeries,
    points: tuple[FlowPoint, ...],
    selection: Selection,
    dataset: Dataset,
    window: Window,
) -> Iterator[date]:
    """The months in the window from the first with a figure to the last that is over.

    A headline is context: what it lacks is not asked for.
    """
    if not points:
        return
    until = max(known_through(dataset, selection.known_on), selection.as_of)
    last = points[-1].month
    month = points[0].month
    while month <= last or (next_month(month) <= until and series.kind is not FlowKind.CONTEXT):
        wanted = series.kind is not FlowKind.CONTEXT or month in {one.month for one in points}
        if wanted and inside(month, window):
            yield month
        month = next_month(month)


def _drawn_values(panes: list[Pane]) -> dict[tuple[str, int], tuple[float, str]]:
    """The numbers on an axis that is no axis of tonnes, by series ("" for columns) and day."""
    found: dict[tuple[str, int], tuple[float, str]] = {}
    for pane in panes:
        if not pane.indexed:
            continue
        found |= {("", one.start): (one.value, pane.unit) for one in pane.columns}
        found |= {
            (line.name, int(point.day) - 15): (point.value, pane.unit)
            for line in pane.lines
            for point in line.points
        }
    return found


def _export(
    dataset: Dataset,
    selection: Selection,
    series: FlowSeries,
    point: FlowPoint,
    drawn: dict[tuple[str, int], tuple[float, str]],
) -> Observation:
    name = "" if series.kind is FlowKind.RAW else series.commodity
    value, unit = drawn.get((name, axis_day(point.month)), (None, ""))
    return Observation(
        kind="export",
        subject=series.commodity,
        name=series.label,
        part=f"{series.kind.value}: {series.coverage}",
        start=point.month,
        end=next_month(point.month),
        precision=DatePrecision.MONTH,
        value=point.tonnes,
        unit=_TONNES,
        drawn=value,
        drawn_unit=unit,
        presence=Presence.OBSERVED,
        data_class=point.data_class.value,
        basis=point.basis,
        known_later=selection.known_on is not None and point.known_from > selection.known_on,
        sources=point.sources,
        rows=_month_rows(dataset, series, point),
    )


def _month_rows(dataset: Dataset, series: FlowSeries, point: FlowPoint) -> tuple[str, ...]:
    found = numbered(dataset, "trade_monthly", "commodity", series.commodity)
    same = (point.month, point.tonnes, point.basis, ";".join(point.sources))
    return tuple(
        f"trade_monthly:{line}"
        for line, row in found
        if (row["reporter"], row["partner"], row["flow"]) == ("CN", "WLD", "export")
        and (row["month"].date(), row["tonnes"], row["basis"], row["source_ids"]) == same
    )[:1]


def _no_export(dataset: Dataset, series: FlowSeries, month: date) -> Observation:
    return Observation(
        kind="export",
        subject=series.commodity,
        name=series.label,
        part=f"{series.kind.value}: {series.coverage}",
        start=month,
        end=next_month(month),
        precision=DatePrecision.MONTH,
        unit=_TONNES,
        presence=Presence.MISSING,
        note=f"no figure of this month in {dataset.name} {dataset.version}",
    )


def price_rows(dataset: Dataset, selection: Selection, pane: Pane) -> Iterator[Observation]:
    """One row a drawn price, with its published range."""
    told = {_price_key(mark) for mark in pane.marks}
    for price in prices(dataset, selection.material):
        if _key_of(price) in told and pane.form == price.form:
            yield _price(dataset, selection, price)


def _price_key(mark: Mark) -> tuple[float, float, float | None, float | None, bool]:
    return mark.day, mark.value, mark.low, mark.high, mark.hollow


def _key_of(price: Price) -> tuple[float, float, float | None, float | None, bool]:
    """What the mark of a price would look like."""
    middle = 15 if price.precision is DatePrecision.MONTH else 0
    hollow = price.market.value == "china"
    return axis_day(price.day) + middle, price.usd_per_kg, price.low, price.high, hollow


def _price(dataset: Dataset, selection: Selection, price: Price) -> Observation:
    rows = [
        pair
        for pair in numbered(dataset, "prices", "material", selection.material)
        if (pair[1]["form"], pair[1]["date"].date(), pair[1]["market"], pair[1]["grade"])
        == (price.form, price.day, price.market_words, price.grade)
        and pair[1]["usd_per_kg"] == price.usd_per_kg
    ]
    estimated = "estimated by the publisher or the package" if price.estimated else ""
    return Observation(
        kind="price",
        subject=selection.material,
        name=f"{dataset.material_names[selection.material]} {price.form}",
        part="; ".join(filter(None, (price.grade, price.market_words))),
        start=price.day,
        end=end_of(price.day, price.precision),
        precision=price.precision,
        value=price.usd_per_kg,
        low=price.low,
        high=price.high,
        unit="USD/kg",
        presence=Presence.OBSERVED,
        data_class=price.data_class.value,
        basis=price.market.value,
        known_later=selection.known_on is not None and price.known_from > selection.known_on,
        sources=price.sources,
        rows=tuple(f"prices:{line}" for line, _ in rows[:1]),
        note=estimated,
    )


def licence_rows(dataset: Dataset, selection: Selection, window: Window) -> Iterator[Observation]:
    """One row a published figure on licences in the window; a share of one half is 0.5."""
    for fact in licence_practice(dataset, selection.material):
        later = selection.known_on is not None and fact.day > selection.known_on
        if inside(fact.day, window) and (selection.ghosts or not later):
            yield _licence(dataset, selection, fact, later=later)


def _licence(
    dataset: Dataset, selection: Selection, fact: PracticeFact, *, later: bool
) -> Observation:
    rows = [
        line
        for line, row in numbered(dataset, "commitment_evidence", "what", fact.words)
        if (row["date"].date(), row["metric"], row["value"]) == (fact.day, fact.metric, fact.value)
    ]
    share = fact.unit is PracticeUnit.SHARE
    return Observation(
        kind="licence_practice",
        subject=selection.material,
        name=fact.metric,
        start=fact.day,
        end=end_of(fact.day, fact.precision),
        precision=fact.precision,
        value=fact.value,
        unit=_UNITS[fact.unit],
        drawn=fact.value * 100 if share else None,
        drawn_unit="%" if share else "",
        presence=Presence.OBSERVED,
        data_class=fact.data_class.value,
        known_later=later,
        sources=fact.sources,
        rows=tuple(f"commitment_evidence:{line}" for line in rows[:1]),
        note=fact.words,
    )
