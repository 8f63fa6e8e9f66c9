"""The observations of a what-if: each state that differs, by the law as it is and as supposed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.scenario import differing
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.observation import Observation, Presence
from rare_gui.scenes.tidy.states import state_row

AS_IT_IS, SUPPOSED = "by the law as it is", "under the what-if"


def whatif_rows(dataset: Dataset, selection: Selection) -> Iterator[Observation]:
    """Two rows for goods whose state differs; `dataset` is that under the what-if.

    Where none is on, or no state differs, one row says so.
    """
    # without a law of its own, a dataset reads that of its tables
    today = replace(dataset, kept={}, scenario="")
    ways = (selection.origin, selection.destination, selection.known_on)
    found = tuple(differing(today, dataset, selection.as_of, *ways))
    for one in found:
        goods = (one.material, one.form)
        for law, run, words in ((today, one.before, AS_IT_IS), (dataset, one.after, SUPPOSED)):
            row = state_row(law, *goods, run, selection.as_of)
            yield replace(row, note="; ".join(part for part in (words, row.note) if part))
    if not found:
        note = "no state differs from the law as it is" if dataset.scenario else "no what-if is on"
        yield Observation("state", "law", "The law", presence=Presence.NOT_COMPUTED, note=note)
