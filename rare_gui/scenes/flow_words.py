"""What is said of a month's exports: value, unit, coverage, basis and sources, in words.

Not for drawing: the same words serve the pane, the event study and the list.
"""

from __future__ import annotations

from datetime import date

from rare_gui.domain.flows import FlowPoint, FlowSeries
from rare_gui.domain.vocabulary import DataClass, DatePrecision
from rare_gui.scenes.spoken_lines import basis_line, sources_line
from rare_gui.scenes.wording import day_words, opened

_BASIS_WORDS = {
    "reported": "as reported",
    "reconciled": "reconciled between both sides",
    "summed": "summed from finer lines",
    "estimated": "estimated",
    "weight_estimated": "weight estimated from value",
    "derived_from_change": "worked out from a published change",
    "derived_from_totals": "worked out from published totals",
    "derived_from_mean": "worked out from a published mean",
}
_CLASS_WORDS = {
    DataClass.PUBLISHED: "published",
    DataClass.DERIVED: "derived",
    DataClass.JUDGEMENT: "judgement",
}


def month_words(month: date) -> str:
    """The month as people write it: "June 2025"."""
    return day_words(month, DatePrecision.MONTH)


def tonnes_words(value: float) -> str:
    """A weight as people write it: "4,812 t", "12.3 t", "40 kg"."""
    if value and value < 0.1:
        return f"{value * 1000:g} kg"
    return f"{value:,.0f} t" if value >= 100 else f"{value:,.1f} t"


def basis_words(point: FlowPoint) -> str:
    """Where the figure comes from: "published, as reported"."""
    how = _BASIS_WORDS.get(point.basis, point.basis.replace("_", " "))
    return f"{_CLASS_WORDS[point.data_class]}, {how}"


def point_words(series: FlowSeries, point: FlowPoint, index: str = "") -> str:
    """One month in words: a line for the value, then coverage, basis and sources.

    `index` is the same value as an index, with its base; empty where tonnes are drawn.
    """
    as_index = f" ({index})" if index else ""
    return (
        f"{opened(series.label)}, {month_words(point.month)}: "
        f"{tonnes_words(point.tonnes)} to the world{as_index}\n"
        f"coverage: {series.coverage}\n"
        f"{basis_line(basis_words(point))}\n"
        f"{sources_line(point.sources)}"
    )


def last_words(series: FlowSeries, points: tuple[FlowPoint, ...]) -> str:
    """The words at the end of a series: its name and last figure; empty where it has none."""
    if not points:
        return ""
    last = points[-1]
    return f"{series.label}, {month_words(last.month)}: {tonnes_words(last.tonnes)}"
