"""The observations of a card: states, figures, timeline and losses of a material; and of its page.

The picture of a card shows a choice of lanes; the table holds all that the timeline would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import Impact
from rare_gui.domain.own_note import Note
from rare_gui.domain.risk.assessment import Assessment
from rare_gui.scenes.card.parts import CardBlock, CardLine
from rare_gui.scenes.card.scene import card_scene
from rare_gui.scenes.header import FIGURE_KEYS
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.impact import impact_rows
from rare_gui.scenes.tidy.observation import Observation, Presence
from rare_gui.scenes.tidy.rows import asked, of_evidence
from rare_gui.scenes.tidy.states import state_rows
from rare_gui.scenes.tidy.timeline import timeline_rows

_TOLD_ALREADY = frozenset({"forms", "conditions"})
"""Blocks of the page whose rows are those of the states."""


def card_rows(
    dataset: Dataset,
    selection: Selection,
    impact: Impact | None = None,
    notes: tuple[Note, ...] = (),
) -> Iterator[Observation]:
    """States, key figures, the timeline, and losses by sector where they were computed."""
    yield from state_rows(dataset, selection)
    yield from figure_rows(dataset, selection)
    yield from timeline_rows(dataset, selection, notes)
    if impact is not None:
        yield from impact_rows(dataset, impact)


def figure_rows(dataset: Dataset, selection: Selection) -> Iterator[Observation]:
    """The four figures of the material, each with the rows that it was computed from."""
    for key in FIGURE_KEYS:
        found = asked(dataset, selection, key)
        name = found.title or key.removeprefix("header.")
        yield of_evidence(found, "figure", selection.material, name)


def page_rows(
    dataset: Dataset, selection: Selection, risk: Assessment | None = None
) -> Iterator[Observation]:
    """Everything on the page of a material that is a figure or a fact of its own.

    Risk figures are left out until `risk` is there.
    """
    scene = card_scene(dataset, selection, risk)
    yield from state_rows(dataset, selection)
    yield from figure_rows(dataset, selection)
    for block in (*scene.wide, *scene.lower, *scene.narrow):
        if block.key not in _TOLD_ALREADY and (risk is not None or block.key != "risk"):
            yield from _block_rows(dataset, selection, block, risk)
    keys = dict.fromkeys(one.key for chart in scene.charts for one in chart.keys)
    for key in keys:
        found = asked(dataset, selection, key)
        yield of_evidence(found, "chart", selection.material, found.title)


def _block_rows(
    dataset: Dataset, selection: Selection, block: CardBlock, risk: Assessment | None
) -> Iterator[Observation]:
    whole: list[Observation] = []
    for line in _lines(block.lines):
        if not line.key:
            whole.append(_without_key(selection, block, line))
            continue
        found = asked(dataset, selection, line.key, risk)
        name = f"{block.title}: {line.label}"
        whole.append(of_evidence(found, block.key, selection.material, name))
    # what is added up of the block's figures rests on their rows
    rows = tuple(dict.fromkeys(row for one in whole for row in one.rows))
    sources = tuple(dict.fromkeys(source for one in whole for source in one.sources))
    for line, one in zip(_lines(block.lines), whole, strict=True):
        is_sum = not line.key and line.bar is not None
        yield replace(one, rows=rows, sources=sources, data_class="derived") if is_sum else one
    if block.message:
        yield Observation(
            block.key, selection.material, block.title, presence=Presence.MISSING,
            note=block.message,
        )  # fmt: skip


def _lines(found: Iterable[CardLine]) -> list[CardLine]:
    """The lines with those that they open into."""
    return [one for line in found for one in (line, *_lines(line.parts))]


def _without_key(selection: Selection, block: CardBlock, line: CardLine) -> Observation:
    words = " ".join((line.text, *line.cells)).strip()
    return Observation(block.key, selection.material, f"{block.title}: {line.label}", state=words)
