"""A comparison, a material's card and sized losses as tables of a picture.

Not for the views that are lists (`picture_tables`), nor for what the scenes hold.
"""

from __future__ import annotations

from dataclasses import replace

from rare_gui.domain.counting import counted
from rare_gui.scenes.card.parts import CardBlock, CardLine, CardScene
from rare_gui.scenes.compare.parts import CompareCell, CompareHead, CompareRow, CompareScene
from rare_gui.scenes.impact.bars import UNSETTLED, UNSETTLED_WORDS
from rare_gui.scenes.impact.parts import ImpactScene, LossBar
from rare_gui.scenes.pictures.table_parts import (
    EMPTY,
    Loss,
    Share,
    TableCell,
    TableColumn,
    TableGroup,
    TableRow,
    TableScene,
)
from rare_gui.scenes.wording import inside

_SHORT = 18  # letters of a label that stands on one line


def compare_table(scene: CompareScene) -> TableScene:
    """A column for each material, whichever way the table on screen is turned: paper is narrow."""
    columns = (TableColumn(""), *(TableColumn("") for _ in scene.heads))
    heads: TableRow = (EMPTY, *(_head(one) for one in scene.heads))
    rows = (heads, *(_row(one) for one in scene.rows))
    alike = counted(scene.alike, "row is alike", "rows are alike")
    after = f"{alike} and not shown." if scene.alike else ""
    return TableScene(columns, (TableGroup("", "", rows),), ("row", "rows"), after=after, even=True)


def _head(head: CompareHead) -> TableCell:
    return TableCell(" ".join(part for part in (head.symbol, head.name) if part), rest=head.kind)


def _row(row: CompareRow) -> TableRow:
    return (TableCell(text=row.title, rest=row.note), *(_compared(cell) for cell in row.cells))


def _compared(cell: CompareCell) -> TableCell:
    return TableCell(
        lead="" if cell.missing else cell.lead,
        rest=f"{cell.lead} {cell.rest}".strip() if cell.missing else cell.rest,
        chips=cell.chips,
        plot=cell.spark or cell.rank,
        tone="warn" if cell.urgent else "ink",
    )


def card_tables(scene: CardScene) -> tuple[TableScene, ...]:
    """The card's blocks as a table each: wide ones, then narrow, then lower ones.

    A block that is empty says why. The parts that a line opens into are left to the data beside
    the picture.
    """
    return tuple(_block(one) for one in (*scene.wide, *scene.narrow, *scene.lower))


def _block(block: CardBlock) -> TableScene:
    cells = max((len(line.cells) for line in block.lines), default=0)
    bars = any(line.bar is not None for line in block.lines)
    count = 1 + (cells or 1) + bars
    heads = block.columns if len(block.columns) == count else ("",) * count
    rows = tuple(_line(line, cells, bars=bars) for line in _merged(block.lines))
    return TableScene(
        tuple(TableColumn(head) for head in heads),
        (TableGroup(block.title, block.remark, rows),),
        ("", ""),
        after=block.missing,
    )


def _merged(lines: tuple[CardLine, ...]) -> list[CardLine]:
    """Lines that follow each other and tell the same in their cells, as one of all their labels."""
    made: list[CardLine] = []
    for line in lines:
        last = made[-1] if made else None
        if last and line.cells and _told(line) == _told(last):
            made[-1] = replace(last, label=f"{last.label}; {inside(line.label)}")
        else:
            made.append(line)
    return made


def _told(line: CardLine) -> tuple[object, ...]:
    sign = line.chip and replace(line.chip, spoken="")
    return line.cells, line.marks, sign


def _line(line: CardLine, cells: int, *, bars: bool) -> TableRow:
    label = TableCell(text=line.label, sign=line.chip, unbroken=len(line.label) <= _SHORT)
    if cells:
        words = (*line.cells, *[""] * (cells - len(line.cells)))
        told = tuple(TableCell(text=one, unbroken=len(one) <= _SHORT) for one in words[:-1])
        return (label, *told, TableCell(text=words[-1], marks=line.marks))
    strong, quiet = line.tone == "warn", line.tone in ("text2", "text3")
    value = TableCell(
        lead=line.text if strong else "",
        text="" if strong or quiet else line.text,
        rest=line.text if quiet else "",
        marks=line.marks,
        tone=line.tone,
    )
    if not bars:
        return label, value
    return label, TableCell(plot=Share(line.bar)) if line.bar is not None else EMPTY, value


def losses_table(scene: ImpactScene) -> TableScene:
    """The sectors with bars and whiskers on one scale, under the total with its range."""
    total, bars = scene.total, scene.bars
    top = max([bar.p95 for bar in bars] + [bar.p50 for bar in bars], default=0.0) or 1.0
    unit = "share of its own" if scene.head.relative else _UNITS[scene.head.losses_as]
    columns = (
        TableColumn("Sector"),
        TableColumn("Solid: direct; pale: passed on; line: P5 to P95"),
        TableColumn(f"P50, {unit}", right=True),
        TableColumn("First loss"),
        TableColumn("Mostly"),
        TableColumn("Weakest input"),
    )
    # On screen a bracket joins such sectors; a table has a sign for it.
    verdict = UNSETTLED_WORDS if scene.unsettled else scene.verdict_words
    after = " ".join(
        f"{part.rstrip('.')}."
        for part in (total.remark, total.detail, verdict, scene.prices, scene.message, scene.limits)
        if part
    )
    return TableScene(
        columns if bars else (),
        (TableGroup("", "", tuple(_loss(bar, top) for bar in bars)),) if bars else (),
        ("sector", "sectors"),
        total_lines(scene),
        after,
    )


def total_lines(scene: ImpactScene) -> tuple[tuple[str, str], ...]:
    """Over a table or chart of losses: the total with its range, and what is cut."""
    total, case = scene.total, scene.head.case_words
    spread = ", ".join(part for part in (total.range, scene.head.draws_words) if part)
    figure = f"P50 {total.figure}" if total.range else total.figure
    before = ((figure, spread), ("Cut:" if case else "", case))
    return tuple(line for line in before if any(line))


_UNITS = {"value_added": "US$", "output": "US$", "jobs": "jobs"}


def _loss(bar: LossBar, top: float) -> TableRow:
    name = f"{bar.name} {UNSETTLED}" if bar.no_verdict else bar.name
    return (
        TableCell(text=name),
        TableCell(plot=Loss(bar, top)) if bar.known else EMPTY,
        TableCell(bar.value, unbroken=True) if bar.known else TableCell(rest=bar.value),
        TableCell(text=bar.first_week, unbroken=True),
        TableCell(text=bar.hit),
        TableCell(rest=bar.data_class),
    )


def not_sized_table(scene: ImpactScene) -> TableScene:
    """The materials that are cut and whose harm is unknown, by what the data lack of them."""
    by_reason: dict[str, list[str]] = {}
    for one in scene.not_sized:
        by_reason.setdefault(one.reason, []).append(one.name)
    rows = tuple(
        (TableCell(text=", ".join(names)), TableCell(rest=reason))
        for reason, names in by_reason.items()
    )
    return TableScene(
        (TableColumn(""), TableColumn("")),
        (TableGroup(scene.not_sized_words, "unknown, not zero", rows),) if rows else (),
        ("", ""),
    )
