"""The views that are lists as tables of one kind: clauses, changes, promises, projects, events.

Not for what the views show, which their own scenes decide, nor for a comparison or a material's
card (`picture_columns`).
"""

from __future__ import annotations

from rare_gui.domain.commitment_records import Standing
from rare_gui.scenes.changes.matrix import CellChange
from rare_gui.scenes.changes.scene import ChangesScene
from rare_gui.scenes.cliffs.row import CliffRow
from rare_gui.scenes.cliffs.scene import CliffFold, CliffsScene
from rare_gui.scenes.ledger.row import LedgerRow, pieces_words
from rare_gui.scenes.ledger.scene import LedgerScene
from rare_gui.scenes.listing import ListRow, ListScene
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.pictures.table_parts import (
    ARROW,
    EMPTY,
    TableCell,
    TableColumn,
    TableGroup,
    TableRow,
    TableScene,
)
from rare_gui.scenes.projects import ProjectRow, ProjectsScene

_NO_CHANGE = TableCell(rest="·")


def cliffs_table(scene: CliffsScene) -> TableScene:
    """The dated clauses as the board groups them; passed ones of one date stay one row."""
    heads = ("Left", "Date", "What happens", "Hits", "Before and after", "Rests on")
    groups = tuple(
        TableGroup(
            group.name,
            group.remark if not group.remark.isdigit() else "",
            tuple(
                _fold(item) if isinstance(item, CliffFold) else _clause(item)
                for item in group.items
            ),
        )
        for group in scene.groups
    )
    before = ((scene.filtered, ""),) if scene.filtered else ()
    return TableScene(_columns(heads), groups, ("line", "lines"), before)


def _clause(row: CliffRow) -> TableRow:
    legal = row.other or (f"legal text: {row.legal_text}" if row.legal_text else "")
    passed = f"{legal}, passed" if row.legal_passed else legal
    changes = row.states.changes
    return (
        TableCell(row.left, tone="warn" if row.urgent else "ink", unbroken=True),
        _whole(row.date),
        TableCell(row.lead, f"{row.title}.", row.citation),
        TableCell(text=row.goods),
        _turn(changes[0].before, changes[0].after) if changes else EMPTY,
        TableCell(text=row.basis_words, rest=passed),
    )


def _fold(fold: CliffFold) -> TableRow:
    left = TableCell(fold.left, tone="warn", unbroken=True)
    what = TableCell(f"{fold.words}:" if fold.detail else fold.words, fold.detail)
    return left, _whole(fold.date), what, EMPTY, EMPTY, EMPTY


def changes_tables(scene: ChangesScene) -> tuple[TableScene, TableScene]:
    """The matrix of changed states under its reasons, and what measures did with what was learnt.

    Either may be without rows: when no state changed its first line says why.
    """
    heads = ("Material", *scene.columns, "Forms")
    rows = tuple(
        (
            TableCell(row.symbol, row.name),
            *(_NO_CHANGE if cell is None else _change(cell) for cell in row.cells),
            TableCell(text=str(row.forms)),
        )
        for row in scene.rows
    )
    before = tuple((one.lead, one.rest) for one in scene.reasons) or ((scene.message, ""),)
    matrix = TableScene(
        (*_columns(heads[:-1]), TableColumn(heads[-1], right=True)) if rows else (),
        (TableGroup("", "", rows),) if rows else (),
        ("material", "materials"),
        before,
    )
    lists = TableScene(
        _columns(("What", "Before", "After")),
        tuple(
            TableGroup(
                section.title,
                "",
                tuple(
                    (
                        TableCell(text=line.what),
                        TableCell(rest=line.before),
                        _whole(line.after),
                    )
                    for line in section.lines
                ),
            )
            for section in scene.sections
        ),
        ("line", "lines"),
        after=scene.note,
    )
    return matrix, lists


def _change(cell: CellChange) -> TableCell:
    count = f"×{cell.count}" if cell.count > 1 else ""
    others = f"+{cell.others}" if cell.others else ""
    words = " ".join(part for part in (count, others) if part)
    return _turn(cell.before, cell.after, words)


def _turn(before: Chip, after: Chip, words: str = "") -> TableCell:
    return TableCell(chips=((before, ARROW), (after, words)), unbroken=True)


def _whole(text: str) -> TableCell:
    """A date or a figure, which is read at once."""
    return TableCell(text=text, unbroken=True)


def ledger_table(scene: LedgerScene) -> TableScene:
    """The promises by text, with verdict, reason and how much evidence there is."""
    before = ((scene.filtered, ""),) if scene.filtered else ()
    groups = tuple(
        TableGroup(group.name, group.remark, tuple(_promise(row) for row in group.rows))
        for group in scene.groups
    )
    heads = ("Verdict", "By", "Promise", "Due", "Why")
    return TableScene(_columns(heads), groups, ("promise", "promises"), before)


def _promise(row: LedgerRow) -> TableRow:
    judged = ", ".join(
        part
        for part in (f"{row.confidence} confidence" if row.confidence else "", row.verdict_day)
        if part
    )
    sign = None if row.standing is Standing.NONE_YET else row.standing
    evidence = pieces_words(len(row.evidence))
    disputed = "; the sides tell it differently" if row.disputed else ""
    return (
        TableCell(row.standing_words, rest=judged, sign=sign),
        _whole(row.by.replace("+", " + ")),
        TableCell(text=row.promise),
        _whole(row.due),
        TableCell(text=row.reason, rest=f"{evidence}{disputed}"),
    )


def projects_table(scene: ProjectsScene) -> TableScene:
    """The listed projects; capacities are told with their basis and summed only within one."""
    columns = (
        *(TableColumn(one) for one in ("Project", "Stage", "Country", "Materials", "Status")),
        TableColumn("Capacity a year", right=True),
        *(TableColumn(one) for one in ("Of", "Promised", "Public support")),
    )
    before = [(line, "") for line in (scene.next, scene.filtered) if line]
    sums = "; ".join(f"{one.title}: {', '.join(one.lines)}" for one in scene.sums)
    return TableScene(
        columns,
        (TableGroup("", "", tuple(_project(row) for row in scene.rows)),),
        ("project", "projects"),
        tuple(before),
        after=f"Sums of one stage and basis. {sums}." if sums and scene.filtered else "",
    )


def _project(row: ProjectRow) -> TableRow:
    return (
        TableCell(row.name),
        TableCell(text=row.stage),
        TableCell(text=row.country),
        TableCell(text=row.materials),
        TableCell(text=row.status, rest=row.status_date),
        _whole(row.capacity),
        TableCell(rest=row.basis),
        TableCell(row.promised if row.late else "", "" if row.late else row.promised, tone="warn"),
        TableCell(text=row.support),
    )


def list_table(scene: ListScene) -> TableScene:
    """What lies ahead, what holds on the day, then what is over, the latest first."""
    ahead = [row for row in scene.rows if row.ahead]
    holding = [row for row in scene.rows if row.holds]
    over = [row for row in scene.rows if not row.ahead and not row.holds]
    told = (
        ("Ahead", ahead),
        (f"On {scene.as_of_label}", holding),
        ("Over", sorted(over, key=lambda row: -row.start)),
    )
    groups = tuple(
        TableGroup(title, str(len(rows)), tuple(_entry(row) for row in rows))
        for title, rows in told
        if rows
    )
    hidden = scene.lanes_total - scene.lanes_shown
    after = f"{hidden} more measures only touch it and are not listed." if hidden > 0 else ""
    heads = ("From", "Until", "What", "In words", "State", "Days")
    columns = (*_columns(heads[:-1]), TableColumn(heads[-1], right=True))
    return TableScene(columns, groups, ("line", "lines"), after=after)


def _entry(row: ListRow) -> TableRow:
    return (
        _whole(row.start_label),
        _whole(row.end_label),
        TableCell(row.name, rest=row.kind.value),
        TableCell(text=row.what),
        TableCell(text=row.state),
        _whole(row.days_label),
    )


def _columns(heads: tuple[str, ...]) -> tuple[TableColumn, ...]:
    return tuple(TableColumn(head) for head in heads)
