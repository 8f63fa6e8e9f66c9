"""The title and subtitle that a picture has by default, written from the figures it rests on.

Not for what the user writes instead, and not for the rest of the frame (`scenes.pictures.frame`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.flows import FlowKind, FlowPoint, FlowSeries, export_series, longest
from rare_gui.domain.vocabulary import DataClass, SupplyForm
from rare_gui.scenes.flow_words import month_words, tonnes_words
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import inside, opened

FALLEN, KEPT = Fraction(1, 2), Fraction(9, 10)
"""Of the first month: at most so much has dwindled, at least so much flows."""
_LATEST = 3  # months that must bear out what the last one alone says
_FRESH = timedelta(days=366)
"""Nothing is said in the present tense of figures that are older on the as-of day."""


@dataclass(frozen=True, slots=True)
class Told:
    """A series with its months up to the as-of day, from the one on which it is first told."""

    series: FlowSeries
    points: tuple[FlowPoint, ...]


def default_title(dataset: Dataset, selection: Selection) -> str:
    """A finding such as "Raw dysprosium dwindles, magnets flow", else the plain name of the view.

    A half is only said where both the last month and the mean of the latest three are at most half
    the first month (it dwindles), or at least nine tenths of it (it flows); else both are left out.
    The first month is the same for both series.
    """
    name = _name(dataset, selection)
    raw, made = _told(dataset, selection)
    common = raw is not None and made is not None and raw.points[0].month == made.points[0].month
    if raw and made and common and _is_fresh(raw, selection) and _is_fresh(made, selection):
        fate = _fate(made.points)
        if _fate(raw.points) is False and fate is not None:
            verb = "flow" if fate else "dwindle too"
            return f"Raw {inside(name)} dwindles, {_goods(made.series)} {verb}"
    return f"{name}: export restrictions"


def default_subtitle(dataset: Dataset, selection: Selection) -> str:
    """The first and the last month of each series, else what applies by the law."""
    name = inside(_name(dataset, selection))
    told = [one for one in _told(dataset, selection) if one is not None]
    if not told:
        header = header_scene(dataset, selection)
        return header.lead + header.rest
    first, *others = told
    begin, end = first.points[0], first.points[-1]
    goods = _series_name(first.series, name)
    months = f"{month_words(begin.month)} and {_tonnes(end)} in {month_words(end.month)}"
    words = [f"China exported {_tonnes(begin)} of {goods} in {months}."]
    for one in others:
        months = ", ".join(
            f"{_tonnes(p)} in {month_words(p.month)}" for p in (one.points[0], one.points[-1])
        )
        words.append(f"{opened(_series_name(one.series, name))}: {months}.")
    return " ".join(words)


def told_months(dataset: Dataset, selection: Selection, kind: FlowKind) -> tuple[FlowPoint, ...]:
    """The months of a kind of series that the subtitle tells: the first and the last."""
    of_kind = (one for one in _told(dataset, selection) if one and one.series.kind is kind)
    return tuple(point for one in of_kind for point in (one.points[0], one.points[-1]))


def _told(dataset: Dataset, selection: Selection) -> tuple[Told | None, Told | None]:
    """The raw and the finished series, from the first month that both have where there is one.

    Only China's exports are in the data, so goods of another origin have none.
    """
    if selection.origin != "CN":
        return None, None
    series = export_series(dataset, selection.material)
    raw, made = (
        _up_to(longest(series, kind), selection) for kind in (FlowKind.RAW, FlowKind.FINISHED)
    )
    if raw and made:
        common = {p.month for p in raw.points} & {p.month for p in made.points}
        raw, made = _from(raw, min(common, default=None)), _from(made, min(common, default=None))
    return raw, made


def _up_to(series: FlowSeries | None, selection: Selection) -> Told | None:
    if series is None:
        return None
    points = tuple(p for p in series.known_on(selection.known_on) if p.month <= selection.as_of)
    return Told(series, points) if len(points) > 1 else None


def _from(told: Told, month: date | None) -> Told:
    """The same from a month on, unless hardly anything would be left of it."""
    later = tuple(p for p in told.points if month is not None and p.month >= month)
    return Told(told.series, later) if len(later) > 1 else told


def _name(dataset: Dataset, selection: Selection) -> str:
    return dataset.material_names.get(selection.material, selection.material)


def _series_name(series: FlowSeries, name: str) -> str:
    """A commodity that is the whole material goes by the material's name."""
    label = series.label.removesuffix(" all")
    return name if label == name else label


def _goods(series: FlowSeries) -> str:
    return "magnets" if series.forms == (SupplyForm.MAGNET,) else series.label


def _fate(points: Sequence[FlowPoint]) -> bool | None:
    """True: they flow, False: they dwindle, None: neither can be said."""
    first, latest = points[0].tonnes, points[-_LATEST:]
    if first <= 0 or len(points) <= _LATEST:
        return None
    shares = (points[-1].tonnes / first, sum(p.tonnes for p in latest) / len(latest) / first)
    if max(shares) <= FALLEN:
        return False
    return True if min(shares) >= KEPT else None


def _is_fresh(told: Told, selection: Selection) -> bool:
    return selection.as_of - told.points[-1].month <= _FRESH


def _tonnes(point: FlowPoint) -> str:
    if point.tonnes == 0:
        return "0 t"
    mark = "" if point.data_class is DataClass.PUBLISHED else " e"
    return f"{tonnes_words(point.tonnes)}{mark}"
