"""The charts beside the bars: waterfall, loss by week, what the result hangs on, heat map, gaps.

Not for painting them (`figures.impact`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import sector_names
from rare_gui.domain.impact.result import Impact
from rare_gui.scenes.impact.parts import (
    NO_HEAT,
    NO_WEEKS,
    FallStep,
    HeatCell,
    HeatMap,
    HeatRow,
    InfluenceBar,
    NotSizedChip,
    WeekCurve,
)
from rare_gui.scenes.impact.units import amount, money, three_figures
from rare_gui.scenes.impact.words import short_name

HEAT_LEVELS = 7
_WHOLE = frozenset({"exposed", "direct", "net loss"})
_STEP_WORDS = {
    "exposed": "exposed",
    "other suppliers": "other suppliers",
    "stocks": "stocks",
    "substitution": "substitution",
    "direct": "direct",
    "suppliers hurt": "+ suppliers hurt",
    "customers hurt": "+ customers hurt",
    "net loss": "net loss",
}
"""The steps of the model's waterfall by their names there."""


def waterfall(impact: Impact, *, order_free: bool = False) -> tuple[FallStep, ...]:
    """Columns that stand on the ground, and between them what takes away or adds to the loss."""
    steps = []
    level = 0.0
    for step in impact.order_free if order_free else impact.waterfall:
        whole = step.what in _WHOLE
        before, level = (0.0, step.value) if whole else (level, level + step.value)
        value = amount(step.value)
        steps.append(
            FallStep(_STEP_WORDS[step.what], min(before, level), max(before, level), value, whole)
        )
    return tuple(steps)


def week_curve(impact: Impact) -> WeekCurve:
    """Loss per week with its range; a curve that is zero throughout is still a curve."""
    if not impact.weekly:
        return NO_WEEKS
    largest = max(range(len(impact.weekly)), key=lambda week: impact.weekly[week][1])
    p5, p50, p95 = impact.weekly[largest]
    return WeekCurve(
        weeks=impact.weekly,
        cut_weeks=max((cut.weeks for cut in impact.cuts), default=0),
        top=f"{money(p50)} in week {largest}" if p50 else "",
        spoken=f"Direct value added lost by week, {len(impact.weekly)} weeks; most in week "
        f"{largest}: P50 {money(p50)}, P5 {money(p5)} to P95 {money(p95)}"
        if p95
        else "Direct value added lost by week: none",
    )


def tornado(impact: Impact) -> tuple[InfluenceBar, ...]:
    """The assumptions that move the total most, largest first; none without draws."""
    bars = []
    for one in impact.tornado:
        if math.isfinite(one.correlation):
            name, _, detail = short_name(one.what).partition(", ")
            value = three_figures(one.correlation)
            bars.append(InfluenceBar(one.key, name, detail, one.correlation, value))
    return tuple(bars)


def heat_map(dataset: Dataset, impact: Impact) -> HeatMap:
    """Sectors by materials, both by their largest cell; each level is half of the next one up."""
    found = {(sector, material): usd for sector, material, usd in impact.heat}
    most = max(found.values(), default=0.0)
    if most <= 0:
        return NO_HEAT
    sectors = _by_largest([(sector, usd) for (sector, _), usd in found.items()])
    materials = _by_largest([(material, usd) for (_, material), usd in found.items()])
    step, unit = (1e9, "US$ bn") if most >= 1e9 else (1e6, "US$ m")
    signs, names = symbols(dataset), dataset.material_names
    columns = tuple((one, signs.get(one, ""), names.get(one, one)) for one in materials)
    rows = []
    for sector in sectors:
        name = sector_names(dataset).get(sector, sector)
        cells = []
        for material in materials:
            usd = found.get((sector, material), 0.0)
            spoken = f"{name}, {names.get(material, material)} alone: {money(usd)} direct"
            cells.append(HeatCell(material, _level(usd, most), _cell(usd / step), spoken))
        rows.append(HeatRow(sector, short_name(name), tuple(cells)))
    return HeatMap(columns, tuple(rows), unit)


def not_sized(dataset: Dataset, impact: Impact) -> tuple[NotSizedChip, ...]:
    """What is cut and cannot be sized, in order of name."""
    signs, names = symbols(dataset), dataset.material_names
    chips = [
        NotSizedChip(
            material=one.material,
            symbol=signs.get(one.material, ""),
            name=names.get(one.material, one.material),
            reason=one.reason,
        )
        for one in impact.not_sized
    ]
    return tuple(sorted(chips, key=lambda chip: chip.name))


def symbols(dataset: Dataset) -> dict[str, str]:
    """Signs such as Dy by material; empty for a material without one."""
    if "impact symbols" not in dataset.kept:
        frame = dataset.tables["materials"]
        dataset.kept["impact symbols"] = dict(zip(frame["material"], frame["symbol"], strict=True))
    return dataset.kept["impact symbols"]  # type: ignore[no-any-return]


def _by_largest(items: Sequence[tuple[str, float]]) -> list[str]:
    most: dict[str, float] = {}
    for key, usd in items:
        most[key] = max(most.get(key, 0.0), usd)
    return sorted((key for key in most if most[key] > 0), key=lambda key: (-most[key], key))


def _level(usd: float, most: float) -> int:
    if usd <= 0:
        return 0
    return max(1, HEAT_LEVELS + math.ceil(math.log2(usd / most) - 1e-9))


def _cell(value: float) -> str:
    """At most four letters: the column is narrow, and its heading tells the unit."""
    if value <= 0:
        return "\u2013"
    if value < 0.005:
        return "< .01"
    return f"{value:.2f}" if value < 0.995 else f"{value:.1f}" if value < 9.95 else f"{value:.0f}"
