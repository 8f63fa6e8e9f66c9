"""How a material's exports moved: its last published month against the same month a year before.

Not for the sparkline (`scenes.sparks`). Where either month is not published there is no change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.flows import main_series
from rare_gui.scenes.flow_words import month_words, tonnes_words


@dataclass(frozen=True, slots=True)
class ExportChange:
    """The change in percent (-100 to any), None where it cannot be told, and the words."""

    percent: float | None
    spoken: str


def export_change(
    dataset: Dataset, material: str, origin: str, known_on: date | None
) -> ExportChange:
    """The change of the series that stands for the material; only China's are in the data."""
    if origin != "CN":
        return ExportChange(None, "")
    key = ("export change", material, known_on)
    if key not in dataset.kept:
        dataset.kept[key] = _change(dataset, material, known_on)
    return dataset.kept[key]  # type: ignore[no-any-return]


def _change(dataset: Dataset, material: str, known_on: date | None) -> ExportChange:
    series = main_series(dataset, material)
    points = series.known_on(known_on) if series is not None else ()
    if not points:
        return ExportChange(None, "")
    last = points[-1]
    before = next((p for p in points if p.month_number == last.month_number - 12), None)
    if before is None or before.tonnes <= 0:
        earlier = last.month.replace(year=last.month.year - 1)
        return ExportChange(None, f"Change: cannot tell, no figure for {month_words(earlier)}.")
    percent = 100 * (last.tonnes / before.tonnes - 1)
    return ExportChange(
        percent,
        f"{month_words(last.month)}, {tonnes_words(last.tonnes)}, against "
        f"{month_words(before.month)}, {tonnes_words(before.tonnes)}: {percent:+.0f} %.".replace(
            "-", "−"
        ),
    )
