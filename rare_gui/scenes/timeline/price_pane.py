"""The plot of published prices inside and outside China: marks with their published ranges.

Nothing is converted; prices of unlike markets are never joined.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.prices import Market, Price, prices
from rare_gui.domain.vocabulary import DatePrecision
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.spoken_lines import basis_line, sources_line
from rare_gui.scenes.time import axis_day, soft_end
from rare_gui.scenes.timeline.parts import Line, Mark, Pane, Point
from rare_gui.scenes.timeline.plot_axis import empty_pane, inside, round_axis
from rare_gui.scenes.wording import day_words

JOINED_DAYS = 45
"""Prices of one series further apart than this are not joined by a line."""

_UNIT = "US$/kg"
_MARKET_WORDS = {
    Market.CHINA: "inside China",
    Market.OUTSIDE: "outside China",
    Market.MEAN: "mean over its time",
    Market.OTHER: "other",
}


def price_pane(dataset: Dataset, selection: Selection, window: tuple[date, date]) -> Pane:
    """The dollar prices of the form and grade that has most of them in the window.

    Grades apart (flake and lump graphite) never share the plot; those not drawn are named.
    """
    known_on = selection.known_on
    shown = [
        price
        for price in prices(dataset, selection.material)
        if selection.ghosts or not _later(price, known_on)
    ]
    by_goods: dict[tuple[str, str], list[Price]] = {}
    for price in shown:
        if inside(price.day, window) or _is_year(price):
            by_goods.setdefault((price.form, price.named_grade), []).append(price)
    if not by_goods:
        return empty_pane("prices", "Price", _UNIT, "No dollar price in these data")
    goods = min(by_goods, key=lambda one: (-len(by_goods[one]), one))
    form, grade = goods
    seen = [p for p in by_goods.pop(goods) if inside(p.day, window) or _covers(p, window)]
    if not seen:
        return empty_pane("prices", f"Price, {form}", _UNIT, "No dollar price in this window")
    others = _not_drawn(form, by_goods)
    top, ticks = round_axis(max((p.high or p.usd_per_kg) for p in seen))
    return Pane(
        key="prices",
        title=f"Price, {form}",
        form=form,
        unit=_UNIT if not grade or grade.endswith(form) else f"{_UNIT}, {grade}",
        top=top,
        ticks=ticks,
        lines=_lines(seen, known_on),
        marks=_marks(seen, known_on, others),
    )


def _not_drawn(form: str, others: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The other goods with prices; of grades of the form that is drawn the grade alone."""
    words = (grade if grade and of == form else f"{of} {grade}".strip() for of, grade in others)
    return tuple(sorted(words))


def _later(price: Price, known_on: date | None) -> bool:
    return known_on is not None and price.known_from > known_on


def _marks(chosen: list[Price], known_on: date | None, others: tuple[str, ...]) -> tuple[Mark, ...]:
    """The prices as marks: the newest of a market names it, the oldest tells of what is not drawn.

    `others` are named in full in what each mark speaks.
    """
    named: set[str] = set()
    marks = []
    oldest_first = sorted(chosen, key=lambda p: p.day)
    for price in reversed(oldest_first):
        label = "" if price.market_words in named else price.market_words
        if others and not label and price is oldest_first[0]:
            label = f"{len(others)} other series not drawn"
        named.add(price.market_words)
        marks.append(
            Mark(
                day=_day(price),
                value=price.usd_per_kg,
                low=price.low,
                high=price.high,
                role="ink" if price.market is Market.OUTSIDE else "text3",
                label=label,
                spoken=_words(price, known_on)
                + (f"\nnot drawn: {'; '.join(others)}" if others else ""),
                hollow=price.market is Market.CHINA,
                until=soft_end(price.day, price.precision) if _is_year(price) else None,
                later=_later(price, known_on),
            )
        )
    return tuple(reversed(marks))


def _words(price: Price, known_on: date | None) -> str:
    spread = (
        f", published range {price.low:g} to {price.high:g}"
        if price.low is not None and price.high is not None
        else ""
    )
    what = ", ".join(part for part in (price.form, price.grade) if part)
    estimated = ", an estimate" if price.estimated else ""
    when = day_words(price.day, price.precision)
    lines = [
        f"{price.market_words}, {when}: {price.usd_per_kg:g} US$/kg{spread}",
        f"coverage: {what}, {_MARKET_WORDS[price.market]}",
        basis_line(f"{price.data_class.value}{estimated}"),
        sources_line(price.sources),
    ]
    if _later(price, known_on):
        lines.append("not yet published on the known-on day")
    return "\n".join(lines)


def _lines(chosen: list[Price], known_on: date | None) -> tuple[Line, ...]:
    """Joins between near points of one market; single points stay marks."""
    lines = []
    for market in dict.fromkeys(p.market_words for p in chosen if not _is_year(p)):
        own = [p for p in chosen if p.market_words == market and not _is_year(p)]
        points, before = [], None
        for price in own:
            day = _day(price)
            gap = before is None or day - before > JOINED_DAYS
            words, later = _words(price, known_on), _later(price, known_on)
            points.append(
                Point(day, price.usd_per_kg, words, gap, estimated=price.estimated, later=later)
            )
            before = day
        if any(not point.gap for point in points):
            china = own[0].market is Market.CHINA
            lines.append(Line(market, "text3" if china else "ink", tuple(points), "", dashed=china))
    return tuple(lines)


def _day(price: Price) -> int:
    """Where it stands: a month's price in the middle of the month."""
    return axis_day(price.day) + (15 if price.precision is DatePrecision.MONTH else 0)


def _is_year(price: Price) -> bool:
    return price.precision is DatePrecision.YEAR


def _covers(price: Price, window: tuple[date, date]) -> bool:
    return _is_year(price) and window[0].year <= price.day.year <= window[1].year
