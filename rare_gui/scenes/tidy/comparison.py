"""The observations of a comparison: the same ones of each material, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.prices import prices
from rare_gui.scenes.compare.lanes import compare_timeline
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.card import figure_rows
from rare_gui.scenes.tidy.law import material_rows, truce_rows
from rare_gui.scenes.tidy.observation import Observation, Presence
from rare_gui.scenes.tidy.rows import asked, of_evidence
from rare_gui.scenes.tidy.series import export_rows_in_tonnes
from rare_gui.scenes.tidy.states import state_rows
from rare_gui.scenes.time import calendar_day


def comparison_rows(dataset: Dataset, selection: Selection) -> Iterator[Observation]:
    """States, figures, latest price and exports of each material, then their lanes.

    Figures of unlike bases stand side by side; each row says what it is of.
    """
    known = [one for one in selection.compared if one in dataset.law.named_forms]
    for material in selection.compared:
        if material not in known:
            yield Observation(
                "material", material, material, presence=Presence.MISSING,
                note="not in this package",
            )  # fmt: skip
            continue
        view = replace(selection, material=material, form=None)
        yield from state_rows(dataset, view)
        yield from figure_rows(dataset, view)
        yield from _latest_price(dataset, view)
        yield from export_rows_in_tonnes(dataset, view)
    if known:
        scene = compare_timeline(dataset, selection, known)
        first, last = (calendar_day(day) for day in scene.window)
        for one in (*material_rows(scene.groups), *truce_rows(dataset, scene.truce)):
            if one.start is not None and one.start < last and (one.end is None or one.end > first):
                yield one


def _latest_price(dataset: Dataset, view: Selection) -> Iterator[Observation]:
    """The price that the comparison tells: the latest known, oxide before other forms."""
    day = min(view.as_of, view.known_on or view.as_of)
    found = [one for one in prices(dataset, view.material) if one.known_from <= day]
    if not found:
        name = dataset.material_names[view.material]
        yield Observation(
            "price", view.material, name, unit="USD/kg", presence=Presence.MISSING,
            note="no dollar price in these data",
        )  # fmt: skip
        return
    last = max(found, key=lambda one: (one.day, one.form == "oxide"))
    key = f"price:{last.form}:{last.day.isoformat()}:{last.market_words}"
    told = of_evidence(asked(dataset, view, key), "price", view.material, "latest price")
    yield replace(told, start=last.day, precision=last.precision, unit="USD/kg")
