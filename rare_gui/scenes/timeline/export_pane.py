"""The plots of monthly exports: raw against finished, with the group's headline as context.

Months without a figure are shown as such, never as zero; unlike magnitudes share no axis in tonnes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.flows import (
    FlowKind,
    FlowPoint,
    FlowSeries,
    export_series,
    headline,
    longest,
)
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.flow_words import last_words, month_words, point_words
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.parts import Column, Line, Pane, Point
from rare_gui.scenes.timeline.plot_axis import empty_pane, inside, next_month, round_axis
from rare_gui.scenes.wording import MONTHS

_TITLE = "Exports from China"
_TONNES = "t a month"


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A series as it is drawn: the points shown, and what turns tonnes into the drawn unit."""

    series: FlowSeries
    points: tuple[FlowPoint, ...]
    base: date | None
    known_on: date | None
    factor: float

    def value(self, point: FlowPoint) -> float:
        return point.tonnes * self.factor

    def spoken(self, point: FlowPoint) -> str:
        index = (
            f"index {self.value(point):,.0f}, {month_words(self.base)} = 100" if self.base else ""
        )
        words = point_words(self.series, point, index)
        return f"{words}\nnot yet published on the known-on day" if self.later(point) else words

    def later(self, point: FlowPoint) -> bool:
        return self.known_on is not None and point.known_from > self.known_on


def drawn_series(dataset: Dataset, selection: Selection) -> tuple[FlowSeries, ...]:
    """The monthly series that the export panes draw: raw, finished, and the headline beside them.

    None for goods of another origin, and no headline where there is nothing to set it beside.
    """
    if selection.origin != "CN":
        return ()
    series = export_series(dataset, selection.material)
    both = (longest(series, FlowKind.RAW), longest(series, FlowKind.FINISHED))
    drawn = tuple(one for one in both if one is not None)
    context = headline(series)
    return (*drawn, context) if drawn and context is not None else drawn


def export_panes(
    dataset: Dataset, selection: Selection, window: tuple[date, date]
) -> tuple[Pane, ...]:
    """One pane with a common index, or in tonnes one for the raw and one for the finished goods."""
    if selection.origin != "CN":
        return (
            empty_pane(
                "exports", "Exports", "t", "No monthly exports of this country in these data"
            ),
        )
    by_kind = {one.kind: one for one in drawn_series(dataset, selection)}
    raw, finished = by_kind.get(FlowKind.RAW), by_kind.get(FlowKind.FINISHED)
    if raw is None and finished is None:
        context = headline(export_series(dataset, selection.material))
        also = f"; the headline ({context.label}) is no measure of it" if context else ""
        message = f"No monthly exports in these data{also}"
        return (empty_pane("exports", _TITLE, "t", message),)
    context = by_kind.get(FlowKind.CONTEXT)
    base = None if selection.tonnes else _base_month(raw, finished, selection)
    if base is not None:
        shown = [_drawn(one, selection, base) for one in (raw, finished, context)]
        pane = _pane("exports", _TITLE, f"index, {month_words(base)} = 100", shown, window)
        shorter = (f"{month_words(base)} = 100", f"{MONTHS[base.month - 1][:3]} {base.year} = 100")
        return (replace(pane, indexed=True, short_units=shorter),)
    of_raw = [_drawn(raw, selection, None)]
    of_finished = [_drawn(finished, selection, None)]
    (of_raw if finished is None else of_finished).append(_drawn(context, selection, None))
    if raw is None or finished is None:
        return (_pane("exports", _TITLE, _TONNES, of_raw if raw else of_finished, window),)
    return (
        _pane("exports", "Exports, raw", _TONNES, of_raw, window),
        _pane("exports-finished", "Exports, finished", _TONNES, of_finished, window),
    )


def _drawn(series: FlowSeries | None, selection: Selection, base: date | None) -> _Drawn | None:
    """The series as it is drawn, None where it has nothing to show (in an index: no base)."""
    if series is None:
        return None
    points = series.known_on(None if selection.ghosts else selection.known_on)
    known = series.known_on(selection.known_on)
    if not points or (base is not None and not _positive(known).intersection({base})):
        return None
    factor = 100 / next(p.tonnes for p in points if p.month == base) if base is not None else 1.0
    return _Drawn(series, points, base, selection.known_on, factor)


def _base_month(
    raw: FlowSeries | None, finished: FlowSeries | None, selection: Selection
) -> date | None:
    """The first month known of both series and above zero: the base of a common index."""
    if raw is None or finished is None:
        return None
    first, second = (_positive(one.known_on(selection.known_on)) for one in (raw, finished))
    return min(first & second, default=None)


def _positive(points: tuple[FlowPoint, ...]) -> set[date]:
    return {point.month for point in points if point.tonnes > 0}


def _pane(
    key: str,
    title: str,
    unit: str,
    shown: list[_Drawn | None],
    window: tuple[date, date],
) -> Pane:
    drawn = [one for one in shown if one is not None]
    if not drawn:
        return empty_pane(key, title, unit, "No monthly exports were known yet")
    own = [p for one in drawn if one.series.kind is not FlowKind.CONTEXT for p in one.points]
    last_drawn = max((point.month_number for point in own), default=0)
    columns: tuple[Column, ...] = ()
    hollow: tuple[int, ...] = ()
    column_label = ""
    for one in drawn:
        if one.series.kind is FlowKind.RAW:
            columns = tuple(_column(one, point) for point in one.points)
            gaps = _months_between(one.points, last_drawn)
            hollow = tuple(axis_day(m) + 15 for m in gaps if inside(m, window))
            column_label = last_words(one.series, one.points)
    values = [one.value(p) for one in drawn for p in one.points if inside(p.month, window)]
    top, ticks = round_axis(max(values, default=1.0))
    silent_from = _month_after(drawn)
    return Pane(
        key=key,
        title=title,
        unit=unit,
        top=top,
        ticks=ticks,
        columns=columns,
        column_label=column_label,
        lines=tuple(_line(one) for one in drawn if one.series.kind is not FlowKind.RAW),
        hollow=hollow,
        hollow_label="no figure" if hollow else "",
        silent_from=axis_day(silent_from),
        silent_label=f"no figure after {month_words(silent_from - timedelta(days=1))}",
    )


def _column(drawn: _Drawn, point: FlowPoint) -> Column:
    return Column(
        start=axis_day(point.month),
        end=axis_day(next_month(point.month)),
        value=drawn.value(point),
        spoken=drawn.spoken(point),
        estimated=point.data_class is not DataClass.PUBLISHED,
        later=drawn.later(point),
    )


def _line(drawn: _Drawn) -> Line:
    before = 0
    points = []
    for point in drawn.points:
        points.append(
            Point(
                axis_day(point.month) + 15,
                drawn.value(point),
                drawn.spoken(point),
                gap=point.month_number != before + 1,
                estimated=point.data_class is not DataClass.PUBLISHED,
                later=drawn.later(point),
            )
        )
        before = point.month_number
    series = drawn.series
    context = series.kind is FlowKind.CONTEXT
    label = last_words(series, drawn.points)
    return Line(
        series.commodity,
        "text3" if context else "fin",
        tuple(points),
        f"context: {label}" if context else label,
        dashed=context,
    )


def _months_between(points: tuple[FlowPoint, ...], last_drawn: int) -> list[date]:
    """The months without a figure from the first published one to the last that anything has."""
    known = {point.month_number for point in points}
    gaps = range(min(known, default=0), last_drawn + 1)
    return [date(1970 + n // 12, n % 12 + 1, 1) for n in gaps if n not in known]


def _month_after(drawn: list[_Drawn]) -> date:
    """The first day after the last month of the material's own series."""
    own = [one for one in drawn if one.series.kind is not FlowKind.CONTEXT] or drawn
    return max(next_month(one.points[-1].month) for one in own)
