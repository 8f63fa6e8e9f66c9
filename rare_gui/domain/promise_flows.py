"""Monthly exports of the goods that a promise names: the months since it against those before.

Not a verdict: exports move for many reasons. Not for drawing (`domain.flows` has the series).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rare_gui.domain.commitment_records import Promise
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.flows import PUBLISHED_ON, FlowPoint
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import Confidence, DataClass

MONTHS_BEFORE = 12
"""The months before that of the promise which stand for "before"."""

FEWEST_MONTHS = 3
"""With fewer published months on either side nothing is compared."""

PARTNERS = ("WLD", "US")
"""Exports to the world, and to the other side of the truce."""

EXPORTER = "CN"
"""Whose exports the promises are about."""

_TELLING = frozenset({"exact", "group"})
"""Coverages that say something about the goods; a line mixed with other goods does not."""


@dataclass(frozen=True, slots=True)
class FlowChange:
    """Exports of one commodity to one partner: means in tonnes a month, before and since.

    Months without a published figure are left out of both, never counted as zero. `first` and
    `last` are the first days of the first and last month since. `earlier` and `later` are the
    published months of either side.
    """

    commodity: str
    coverage: str
    partner: str
    before: float
    months_before: int
    since: float
    months_since: int
    first: date
    last: date
    sources: tuple[str, ...]
    earlier: tuple[FlowPoint, ...] = ()
    later: tuple[FlowPoint, ...] = ()

    @property
    def percent(self) -> float | None:
        """The change of the monthly mean in percent; None where there was nothing before."""
        return (self.since / self.before - 1) * 100 if self.before else None


def flow_changes(dataset: Dataset, promise: Promise, day: date) -> tuple[FlowChange, ...]:
    """What became of the exports that a promise of the exporter names, as published by `day`.

    Empty where the promise is not the exporter's, names no goods or has no day. A commodity with
    fewer than FEWEST_MONTHS published months on either side is left out.
    """
    agreed = promise.agreement.day
    if agreed is None or EXPORTER not in promise.parties or not promise.materials:
        return ()
    key = ("flows since", promise.id, agreed, _last_published(day))
    if key not in dataset.kept:
        dataset.kept[key] = _changes(dataset, promise, agreed, day)
    return dataset.kept[key]  # type: ignore[no-any-return]


def _last_published(day: date) -> tuple[int, int]:
    """Year and month of the last day of publication: what is known changes on no other."""
    month = day.replace(day=1)
    if day.day < PUBLISHED_ON:
        month = _months_earlier(month, 1)
    return month.year, month.month


def _changes(dataset: Dataset, promise: Promise, agreed: date, day: date) -> tuple[FlowChange, ...]:
    goods = _goods(dataset, promise)
    month = agreed.replace(day=1)
    start = _months_earlier(month, MONTHS_BEFORE)
    found = []
    for (commodity, partner), points in _series(dataset).items():
        materials, coverage = _commodities(dataset)[commodity]
        if not goods.intersection(materials):
            continue
        known = [point for point in points if point.known_from <= day]
        before = [point for point in known if start <= point.month < month]
        since = [point for point in known if point.month > month]
        if min(len(before), len(since)) < FEWEST_MONTHS:
            continue
        sources = (source for point in (*before, *since) for source in point.sources)
        found.append(
            FlowChange(
                commodity, coverage, partner,
                _mean(before), len(before), _mean(since), len(since),
                since[0].month, since[-1].month, tuple(dict.fromkeys(sources)),
                tuple(before), tuple(since),
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.commodity, PARTNERS.index(one.partner))))


def _goods(dataset: Dataset, promise: Promise) -> frozenset[str]:
    """What the promise names, the members of groups that it names, and products that hold these.

    Products count because the controls on a material reach the magnets made of it.
    """
    named = frozenset(promise.materials)
    members = {m for m, groups in dataset.law.groups_of.items() if groups & named}
    goods = named | members
    return goods.union(*(dataset.products_of(material) for material in goods))


def _mean(points: list[FlowPoint]) -> float:
    return sum(point.tonnes for point in points) / len(points)


def _months_earlier(month: date, count: int) -> date:
    number = month.year * 12 + month.month - 1 - count
    return date(number // 12, number % 12 + 1, 1)


def _commodities(dataset: Dataset) -> dict[str, tuple[tuple[str, ...], str]]:
    """Materials and coverage of the commodities that say something about their goods."""
    if "telling commodities" not in dataset.kept:
        dataset.kept["telling commodities"] = {
            row["commodity"]: (split_ids(row["materials"]), row["coverage"])
            for row in rows(dataset.tables["commodities"])
            if row["coverage_kind"] in _TELLING
        }
    return dataset.kept["telling commodities"]  # type: ignore[no-any-return]


def _series(dataset: Dataset) -> dict[tuple[str, str], tuple[FlowPoint, ...]]:
    """Published months by commodity and partner: of several rows the best source's.

    Published before derived, then the most trusted, then the first in the table.
    """
    if "exports to both" not in dataset.kept:
        frame = dataset.tables["trade_monthly"]
        frame = frame[
            (frame["reporter"] == EXPORTER)
            & frame["partner"].isin(PARTNERS)
            & (frame["flow"] == "export")
            & frame["tonnes"].notna()
            & frame["commodity"].isin(list(_commodities(dataset)))
        ]
        best: dict[tuple[str, str], dict[date, tuple[tuple[int, int], FlowPoint]]] = {}
        for row in rows(frame):
            data_class = DataClass(row["data_class"])
            rank = (
                list(DataClass).index(data_class),
                list(Confidence).index(Confidence(row["confidence"])),
            )
            month = row["month"].date()
            months = best.setdefault((row["commodity"], row["partner"]), {})
            if month not in months or rank < months[month][0]:
                sources = split_ids(row["source_ids"])
                point = FlowPoint(month, float(row["tonnes"]), data_class, sources, row["basis"])
                months[month] = rank, point
        dataset.kept["exports to both"] = {
            key: tuple(months[month][1] for month in sorted(months)) for key, months in best.items()
        }
    return dataset.kept["exports to both"]  # type: ignore[no-any-return]
