"""The plots under the lanes, on the same time axis: exports, prices, licence practice.

Not for what each of them draws: that is in a module of its own.
"""

from __future__ import annotations

from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.export_pane import export_panes
from rare_gui.scenes.timeline.licence_pane import licence_panes
from rare_gui.scenes.timeline.parts import Pane
from rare_gui.scenes.timeline.price_pane import price_pane


def panes(dataset: Dataset, selection: Selection, window: tuple[date, date]) -> tuple[Pane, ...]:
    """The panes of the selected material: where room is short, the figure leaves out the last.

    The exports come first (one pane, or two in tonnes), then prices, then licences where known.
    """
    kept = dataset.law.kept(selection.known_on)
    shown = (selection.ghosts, selection.tonnes)
    key = ("panes", selection.material, selection.origin, window, shown)
    if key not in kept:
        kept[key] = (
            *export_panes(dataset, selection, window),
            price_pane(dataset, selection, window),
            *licence_panes(dataset, selection, window),
        )
    return kept[key]  # type: ignore[no-any-return]
