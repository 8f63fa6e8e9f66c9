"""Pictures of one chart of sized losses: by material, by week, step by step, what they hang on.

Each has a title written from its own result. Not for the sectors with all charts beside them
(`losses`), nor for laying a chart out (`figures.pictures.loss_chart`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import Impact
from rare_gui.scenes.impact.parts import ImpactScene
from rare_gui.scenes.impact.scene import impact_scene
from rare_gui.scenes.pictures.columns import total_lines
from rare_gui.scenes.pictures.frame import PictureFrame
from rare_gui.scenes.pictures.losses import loss_sources
from rare_gui.scenes.pictures.of_view import Told, view_frame
from rare_gui.scenes.pictures.table_parts import (
    BESIDE,
    Influence,
    TableCell,
    TableColumn,
    TableGroup,
    TableRow,
    TableScene,
)
from rare_gui.scenes.selection import Selection

Words = tuple[str, str]


class NoChart(ValueError):
    """A result that has no such chart; the message says why."""


@dataclass(frozen=True, slots=True)
class ChartPicture:
    """A frame and a chart: `table` is the chart, or the words around one painted from `scene`."""

    frame: PictureFrame
    scene: ImpactScene
    table: TableScene


@dataclass(frozen=True, slots=True)
class _Chart:
    """`name` in a sentence; `words` are title and subtitle, None where the result lacks it."""

    name: str
    words: Callable[[ImpactScene], Words | None]
    table: Callable[[ImpactScene], TableScene]


def chart_picture(
    chart: str, dataset: Dataset, selection: Selection, impact: Impact, told: Told
) -> ChartPicture:
    """The picture of one of CHARTS of a settled result, which is that of the selection.

    Raises NoChart, KeyError for what is none of CHARTS.
    """
    scene = impact_scene(
        dataset,
        selection,
        impact,
        stale=False,
        draws_running=False,
        order_free=selection.order_free,
    )
    one = CHARTS[chart]
    words = one.words(scene)
    if words is None:
        reason = scene.message.rstrip(".") or "nothing is lost"
        raise NoChart(f"there is no {one.name} to show: {reason[:1].lower()}{reason[1:]}")
    frame = view_frame(dataset, selection, words, told, sources=loss_sources(dataset, impact))
    return ChartPicture(frame, scene, one.table(scene))


def _heat_words(scene: ImpactScene) -> Words | None:
    heat = scene.heat
    if not heat.rows:
        return None
    most = max(cell.level for row in heat.rows for cell in row.cells)
    names = {material: name for material, _, name in heat.columns}
    row, cell = next((r, c) for r in heat.rows for c in r.cells if c.level == most)
    title = f"Sectors by materials: most is lost by {row.name}, without {names[cell.material]}"
    what = f"P50 of direct value added, {heat.unit}, if that material alone were cut."
    return title, f"{what} {scene.head.reason}"


def _heat_table(scene: ImpactScene) -> TableScene:
    heat = scene.heat
    heads = (TableColumn(heat.unit), *(TableColumn(sign or name) for _, sign, name in heat.columns))
    rows: tuple[TableRow, ...] = tuple(
        (TableCell(text=row.name), *(TableCell(plot=cell) for cell in row.cells))
        for row in heat.rows
    )
    legend = "Each shade is half of the next stronger one; \u2013: nothing is lost."
    return _around(scene, heads, rows, ("sector", "sectors"), legend)


def narrower(table: TableScene, columns: int) -> TableScene:
    """The heat map with its first `columns` materials, and with words for those left out."""
    gone = len(table.columns) - 1 - columns
    if gone <= 0:
        return table
    kept = slice(0, columns + 1)
    groups = tuple(replace(one, rows=tuple(row[kept] for row in one.rows)) for one in table.groups)
    what = "material" if gone == 1 else "materials"
    after = f"and {gone} more {what} {BESIDE} · {table.after}"
    return replace(table, columns=table.columns[kept], groups=groups, after=after)


def _weeks_words(scene: ImpactScene) -> Words | None:
    if not scene.weeks.weeks or not scene.bars:
        return None
    top = scene.weeks.top
    return f"Loss by week: {f'most, {top}' if top else 'none at the median'}", scene.head.reason


_ORDER = {
    False: "every assumption at its middle",
    True: "every assumption at its middle, each step the mean over all orders",
}


def _waterfall_words(scene: ImpactScene) -> Words | None:
    steps = scene.waterfall
    if not steps:
        return None
    first, last = steps[0], steps[-1]
    return (
        f"From US$ {first.value} exposed to a net loss of US$ {last.value}",
        f"Value added, {_ORDER[scene.order_free]}. {scene.head.reason}",
    )


def _influence_words(scene: ImpactScene) -> Words | None:
    if not scene.tornado:
        return None
    first = scene.tornado[0]
    name = ", ".join(part for part in (first.name, first.detail) if part)
    return f"What the result hangs on: most on \u201c{name}\u201d", scene.head.reason


def _influence_table(scene: ImpactScene) -> TableScene:
    bars = scene.tornado
    largest = max(abs(bar.correlation) for bar in bars) or 1.0
    heads = (
        TableColumn("Assumption"),
        TableColumn("Right, solid: raises the loss; left, pale: lowers it"),
        TableColumn("Rank correlation with the total", right=True),
    )
    rows: tuple[TableRow, ...] = tuple(
        (
            TableCell(text=bar.name, rest=bar.detail),
            TableCell(plot=Influence(bar.correlation / largest)),
            TableCell(bar.value, unbroken=True),
        )
        for bar in bars
    )
    return _around(scene, heads, rows, ("assumption", "assumptions"))


def _around(
    scene: ImpactScene,
    columns: tuple[TableColumn, ...] = (),
    rows: tuple[TableRow, ...] = (),
    what: Words = ("", ""),
    legend: str = "",
) -> TableScene:
    """A table between the total with what is cut and the limits of the model; or these alone."""
    remark = f"{scene.total.remark}." if scene.total.remark else ""
    after = " ".join(part for part in (legend, remark, *scene.flags, scene.limits) if part)
    groups = (TableGroup("", "", rows),) if rows else ()
    (figure, spread), *case = total_lines(scene)
    before = ((f"{scene.total.title}: {figure}", spread), *case)
    return TableScene(columns, groups, what, before, after)


CHARTS: Mapping[str, _Chart] = {
    "heat": _Chart("heat map", _heat_words, _heat_table),
    "weeks": _Chart("loss by week", _weeks_words, _around),
    "waterfall": _Chart("waterfall", _waterfall_words, _around),
    "influences": _Chart("ranking of assumptions", _influence_words, _influence_table),
}
"""The charts that are kinds of pictures."""
