"""The plots under the lanes: exports raw against finished, and prices, on the same time axis.

Months without a figure are shown as such, never as zero; unlike units are never mixed.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil, floor, log10

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.flows import FlowKind, FlowPoint, FlowSeries, export_series, longest
from rare_gui.domain.prices import Market, Price, prices
from rare_gui.domain.vocabulary import DataClass, DatePrecision
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day, soft_end
from rare_gui.scenes.timeline_parts import Column, Line, Mark, Missing, Pane, Point
from rare_gui.scenes.wording import MONTHS, day_words

JOINED_DAYS = 45
"""Prices of one series further apart than this are not joined by a line."""


def panes(dataset: Dataset, selection: Selection, window: tuple[date, date]) -> tuple[Pane, ...]:
    """The export pane and the price pane of the selected material."""
    kept = dataset.law.kept(selection.known_on)
    # beyond the data the missing stretch grows with the as-of day; nothing else depends on it
    reach = max(selection.as_of, dataset.data_through)
    key = ("panes", selection.material, selection.origin, window, reach)
    if key not in kept:
        kept[key] = (_exports(dataset, selection, window), _prices(dataset, selection, window))
    return kept[key]  # type: ignore[no-any-return]


def drawn_series(dataset: Dataset, selection: Selection) -> tuple[FlowSeries, ...]:
    """The monthly series that the export pane draws: raw, finished."""
    if selection.origin != "CN":
        return ()
    series = export_series(dataset, selection.material)
    both = (longest(series, FlowKind.RAW), longest(series, FlowKind.FINISHED))
    return tuple(one for one in both if one is not None)


def _exports(dataset: Dataset, selection: Selection, window: tuple[date, date]) -> Pane:
    if selection.origin != "CN":
        return _empty("exports", "Exports", "t", "No monthly exports of this country in these data")
    series = export_series(dataset, selection.material)
    raw, finished = longest(series, FlowKind.RAW), longest(series, FlowKind.FINISHED)
    if raw is None and finished is None:
        context = longest(series, FlowKind.CONTEXT)
        also = f"; the headline ({context.label}) is no measure of it" if context else ""
        return _empty(
            "exports", "Exports from China", "t", f"No monthly exports in these data{also}"
        )
    base = _base_month(raw, finished) if raw and finished else None
    unit = f"index, {MONTHS[base.month - 1]} {base.year} = 100" if base else "t a month"
    columns: tuple[Column, ...] = ()
    hollow: tuple[int, ...] = ()
    column_label = ""
    lines: tuple[Line, ...] = ()
    tops: list[float] = []
    if raw is not None:
        points, factor = raw.known_on(selection.known_on), _factor(raw, base)
        columns = tuple(_column(raw, point, factor) for point in points)
        hollow = tuple(axis_day(m) + 15 for m in _months_between(points) if _inside(m, window))
        column_label = _last_words(raw, points)
        tops += [p.tonnes * factor for p in points if _inside(p.month, window)]
    if finished is not None and (raw is None or base is not None):
        points, factor = finished.known_on(selection.known_on), _factor(finished, base)
        lines = (_line(finished, points, factor),)
        tops += [p.tonnes * factor for p in points if _inside(p.month, window)]
    missing = _missing(dataset, raw, finished, selection)
    top, ticks = _axis(max(tops, default=1.0))
    return Pane(
        key="exports",
        title="Exports from China",
        unit=unit,
        top=top,
        ticks=ticks,
        columns=columns,
        column_label=column_label,
        lines=lines,
        hollow=hollow,
        hollow_label="no figure" if hollow else "",
        missing=missing,
    )


def _base_month(raw: FlowSeries, finished: FlowSeries) -> date | None:
    """The first month that both series publish above zero: the base of a common index."""
    both = {p.month for p in raw.points if p.tonnes > 0} & {
        p.month for p in finished.points if p.tonnes > 0
    }
    return min(both, default=None)


def _factor(series: FlowSeries, base: date | None) -> float:
    """What turns tonnes into the drawn unit: 1, or an index of 100 in the base month."""
    if base is None:
        return 1.0
    return 100 / next(point.tonnes for point in series.points if point.month == base)


def _column(series: FlowSeries, point: FlowPoint, scale: float) -> Column:
    return Column(
        start=axis_day(point.month),
        end=axis_day(_next_month(point.month)),
        value=point.tonnes * scale,
        spoken=_point_words(series, point),
        estimated=point.data_class is not DataClass.PUBLISHED,
    )


def _line(series: FlowSeries, points: tuple[FlowPoint, ...], scale: float) -> Line:
    before = 0
    drawn = []
    for point in points:
        drawn.append(
            Point(
                axis_day(point.month) + 15,
                point.tonnes * scale,
                _point_words(series, point),
                gap=point.month_number != before + 1,
                estimated=point.data_class is not DataClass.PUBLISHED,
            )
        )
        before = point.month_number
    return Line(series.commodity, "fin", tuple(drawn), _last_words(series, points))


def _point_words(series: FlowSeries, point: FlowPoint) -> str:
    how = "" if point.data_class is DataClass.PUBLISHED else " (derived)"
    return (
        f"{series.label}, {MONTHS[point.month.month - 1]} {point.month.year}: "
        f"{_tonnes(point.tonnes)} to the world{how}\n{series.coverage}\n"
        f"sources: {', '.join(point.sources)}"
    )


def _last_words(series: FlowSeries, points: tuple[FlowPoint, ...]) -> str:
    if not points:
        return ""
    last = points[-1]
    when = day_words(last.month, DatePrecision.MONTH)
    return f"{series.label}, {when}: {_tonnes(last.tonnes)}"


def _tonnes(value: float) -> str:
    if value and value < 0.1:
        return f"{value * 1000:g} kg"
    return f"{value:,.0f} t" if value >= 100 else f"{value:,.1f} t"


def _months_between(points: tuple[FlowPoint, ...]) -> list[date]:
    """The months without a figure between the first and the last published one."""
    known = {point.month_number for point in points}
    gaps = range(min(known, default=0), max(known, default=0))
    return [date(1970 + n // 12, n % 12 + 1, 1) for n in gaps if n not in known]


def _missing(
    dataset: Dataset, raw: FlowSeries | None, finished: FlowSeries | None, selection: Selection
) -> tuple[Missing, ...]:
    """The stretch after the last month of any drawn series, up to the end of the policy data."""
    ends = [
        _next_month(points[-1].month)
        for series in (raw, finished)
        if series is not None and (points := series.known_on(selection.known_on))
    ]
    if not ends:
        return ()
    last = max(ends)
    until = max(dataset.data_through, selection.as_of)
    if until - last < timedelta(days=20):
        return ()
    label = f"no figure after {day_words(last - timedelta(days=1), DatePrecision.MONTH)}"
    return (Missing(axis_day(last), axis_day(until), label),)


def _prices(dataset: Dataset, selection: Selection, window: tuple[date, date]) -> Pane:
    known = [
        price
        for price in prices(dataset, selection.material)
        if selection.known_on is None or price.day <= selection.known_on
    ]
    by_form: dict[str, list[Price]] = {}
    for price in known:
        if _inside(price.day, window) or price.precision is DatePrecision.YEAR:
            by_form.setdefault(price.form, []).append(price)
    if not by_form:
        return _empty("prices", "Price", "US$/kg", "No dollar price in these data")
    form, chosen = max(by_form.items(), key=lambda item: len(item[1]))
    inside = [p for p in chosen if _inside(p.day, window) or _covers(p, window)]
    if not inside:
        return _empty("prices", f"Price, {form}", "US$/kg", "No dollar price in this window")
    top, ticks = _axis(max((p.high or p.usd_per_kg) for p in inside))
    return Pane(
        key="prices",
        title=f"Price, {form}",
        unit="US$/kg",
        top=top,
        ticks=ticks,
        lines=_price_lines(inside),
        marks=_price_marks(inside),
    )


def _price_marks(chosen: list[Price]) -> tuple[Mark, ...]:
    named: set[str] = set()
    marks = []
    for price in sorted(chosen, key=lambda p: p.day, reverse=True):
        until = soft_end(price.day, price.precision) if _is_year(price) else None
        label = "" if price.market_words in named else price.market_words
        named.add(price.market_words)
        spread = f", {price.low:g} to {price.high:g}" if price.low and price.high else ""
        marks.append(
            Mark(
                day=axis_day(price.day) + (15 if price.precision is DatePrecision.MONTH else 0),
                value=price.usd_per_kg,
                low=price.low,
                high=price.high,
                role="ink" if price.market is Market.OUTSIDE else "text3",
                label=label,
                spoken=f"{price.market_words}, {day_words(price.day, price.precision)}: "
                f"{price.usd_per_kg:g} US$/kg{spread}\nsources: {', '.join(price.sources)}",
                hollow=price.market is Market.CHINA,
                until=until,
            )
        )
    return tuple(reversed(marks))


def _price_lines(chosen: list[Price]) -> tuple[Line, ...]:
    """Joins between near points of one market; single points stay marks."""
    lines = []
    for market in dict.fromkeys(p.market_words for p in chosen if not _is_year(p)):
        own = [p for p in chosen if p.market_words == market and not _is_year(p)]
        points, before = [], None
        for price in own:
            day = axis_day(price.day) + (15 if price.precision is DatePrecision.MONTH else 0)
            gap = before is None or day - before > JOINED_DAYS
            points.append(Point(day, price.usd_per_kg, "", gap=gap))
            before = day
        if any(not point.gap for point in points):
            china = own[0].market is Market.CHINA
            lines.append(Line(market, "text3" if china else "ink", tuple(points), "", dashed=china))
    return tuple(lines)


def _is_year(price: Price) -> bool:
    return price.precision is DatePrecision.YEAR


def _covers(price: Price, window: tuple[date, date]) -> bool:
    return _is_year(price) and window[0].year <= price.day.year <= window[1].year


def _inside(day: date, window: tuple[date, date]) -> bool:
    return window[0] <= day < window[1]


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _axis(largest: float) -> tuple[float, tuple[float, ...]]:
    """A round top of the y axis and two or three round ticks under it, from 0."""
    if largest <= 0:
        return 1.0, (0.0, 1.0)
    rough = largest * 1.08 / 2.5
    power = 10 ** floor(log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough)
    count = ceil(largest * 1.08 / step)
    return largest * 1.15, tuple(step * number for number in range(count))


def _empty(key: str, title: str, unit: str, message: str) -> Pane:
    return Pane(key=key, title=title, unit=unit, top=1.0, ticks=(), message=message)
