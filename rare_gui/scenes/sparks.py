"""Sparklines: the last two years of a material's monthly exports, tiny."""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.flows import FlowKind, main_series
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import listed

MONTHS_SHOWN = 24


@dataclass(frozen=True, slots=True)
class Spark:
    """A tiny monthly series: (month number since 1970-01, value) pairs, oldest first.

    Points join only across neighbouring months. Roles: `raw` or `fin`.
    """

    points: tuple[tuple[int, float], ...]
    role: str
    spoken: str


def spark(dataset: Dataset, selection: Selection, material: str) -> Spark | None:
    """The sparkline of the material's own monthly series, None where none exists."""
    if selection.origin != "CN":
        return None
    series = main_series(dataset, material)
    if series is None:
        return None
    key = ("spark", material, selection.known_on)
    if key not in dataset.kept:
        points = series.known_on(selection.known_on)
        last = points[-1].month_number if points else 0
        shown = tuple(
            (point.month_number, point.tonnes)
            for point in points
            if point.month_number > last - MONTHS_SHOWN
        )
        role = "fin" if series.kind is FlowKind.FINISHED else "raw"
        together = [dataset.material_names[one] for one in series.materials]
        shared = f" ({listed(together)} together)" if len(together) > 1 else ""
        words = "; ".join(f"{p.label}: {p.tonnes:g} t" for p in points[-3:])
        dataset.kept[key] = (
            Spark(shown, role, f"{series.label}{shared}, monthly exports in tonnes. Last: {words}")
            if shown
            else None
        )
    return dataset.kept[key]  # type: ignore[no-any-return]
