"""The card of a material: all that the data hold on it, and what they do not.

Each figure carries the numbers of its sources and the key of its evidence. Not for drawing.
"""

from __future__ import annotations

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.assessment import Assessment
from rare_gui.domain.rows import split_ids
from rare_gui.scenes.card.concentration import concentration_block
from rare_gui.scenes.card.facts import codes_block, facts_block, material_row, sectors_block
from rare_gui.scenes.card.law import conditions_block, forms_block, measures_block, next_block
from rare_gui.scenes.card.parts import CardBlock, CardChart, CardLine, CardScene
from rare_gui.scenes.card.risk import risk_block
from rare_gui.scenes.card.supply import charts, producer_blocks, reserves_block
from rare_gui.scenes.footnotes import Footnotes
from rare_gui.scenes.header import ABSENT, FIGURE_KEYS, header_scene
from rare_gui.scenes.notes import data_notes
from rare_gui.scenes.selection import Selection


def card_scene(dataset: Dataset, selection: Selection, risk: Assessment | None = None) -> CardScene:
    """The card; risk figures show "..." until `risk` is there."""
    row, header = material_row(dataset, selection.material), header_scene(dataset, selection)
    notes = Footnotes(dataset, header.sources)
    marks = notes.marks(split_ids(row.get("source_ids", "")))
    plots = charts(dataset, selection)
    wide = (
        forms_block(dataset, selection, notes),
        conditions_block(dataset, selection, notes),
        *producer_blocks(dataset, selection, notes),
        concentration_block(dataset, selection, notes),
        reserves_block(dataset, selection, notes),
    )
    narrow = (
        facts_block(dataset, selection, notes),
        risk_block(selection, risk, notes),
        next_block(dataset, selection, notes),
        codes_block(dataset, selection, notes),
    )
    lower = (
        sectors_block(dataset, selection, notes),
        measures_block(dataset, selection, notes),
    )
    unknown = _unknown(dataset, selection, (*wide, *lower, *narrow), plots)
    absent = [
        CardLine(figure.caption, ABSENT[figure.value])
        for figure in header.figures
        if figure.value in ABSENT
    ]
    unknown = (*absent, *unknown)
    number = row.get("atomic_number")
    return CardScene(
        material=selection.material,
        symbol=row.get("symbol", ""),
        number="" if number is None else str(number),
        name=header.title,
        native_name=row.get("name_zh", ""),
        kind=row.get("category", ""),
        sentence=row.get("description", ""),
        marks=marks,
        figures=header.figures,
        figure_keys=FIGURE_KEYS[: len(header.figures)],
        wide=wide,
        charts=plots,
        lower=lower,
        narrow=(*narrow, _block_of(unknown)),
        sources=notes.sources,
    )


def _block_of(unknown: tuple[CardLine, ...]) -> CardBlock:
    missing = "" if unknown else "No block of this card is empty."
    return CardBlock("unknown", "What is not known", lines=unknown, missing=missing)


def _unknown(
    dataset: Dataset,
    selection: Selection,
    blocks: tuple[CardBlock, ...],
    plots: tuple[CardChart, ...],
) -> tuple[CardLine, ...]:
    """What the blocks and charts lack, then the open points about the data."""
    lines = [
        CardLine(block.title, block.lacks or block.missing)
        for block in blocks
        if block.message and block.key != "conditions"
    ]
    lines += [CardLine(one.pane.title, one.pane.message) for one in plots if one.pane.message]
    lines += [
        CardLine(line.label, line.text) for block in blocks for line in block.lines
        if line.unknown
    ]  # fmt: skip
    notes = data_notes(dataset, selection)
    lines += [CardLine(note.lead.rstrip("."), note.text, tone="text2") for note in notes]
    return tuple(lines)
