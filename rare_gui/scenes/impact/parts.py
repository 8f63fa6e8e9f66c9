"""What the impact page and the impact pane show: words, bars, curves, assumptions.

Plain frozen values. Not for computing losses (`domain.impact`) nor for colours and places.
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.scenes.impact.exposure import PathLink, PathNode


@dataclass(frozen=True, slots=True)
class ImpactHead:
    """The line over the page, and the scenario switch of the pane.

    `preset` is one of `domain.impact.case.PRESETS`; `reason` is one sentence that says why this
    one, `case_words` what is cut. `losses_as` is value_added, output or jobs; `relative` tells
    bars as a share of the sector. `more_draws` is offered where a finer run is still to be had;
    `progress` (0 to 1) is how far such a run is.
    """

    title: str
    preset: str
    reason: str
    case_words: str
    draws_words: str
    losses_as: str
    relative: bool
    running: bool
    more_draws: bool
    progress: float | None
    materials: str  # "selected", "all", or "" where the case names them
    scopes: tuple[tuple[str, str], ...] = ()  # to whom else it may be cut: key and words


@dataclass(frozen=True, slots=True)
class Assumption:
    """One editable assumption: low, middle and high in the unit of `unit`.

    `least` and `most` bound what can be typed, `step` is that of the arrow keys. `data_class` is
    "yours" where the user changed it; `default` says the package's range in words.
    """

    key: str
    name: str
    unit: str
    low: float
    mid: float
    high: float
    least: float
    most: float
    step: float
    decimals: int
    data_class: str
    changed: bool
    default: str
    spoken: str


@dataclass(frozen=True, slots=True)
class AssumptionGroup:
    """Assumptions under one heading."""

    name: str
    assumptions: tuple[Assumption, ...]


@dataclass(frozen=True, slots=True)
class TotalWords:
    """The one figure over the bars; `figure` is "not sized" where nothing can be said."""

    title: str
    figure: str
    range: str
    remark: str
    detail: str


@dataclass(frozen=True, slots=True)
class LossBar:
    """One sector's loss in the chosen unit; lengths are in that unit, a share where relative.

    `direct` and `passed_on` make up `p50`. `known` is False where the unit is not known for the
    sector: then no length is drawn. `no_verdict` says that fewer than 90 % of the draws agree
    that this sector loses more than the one below it.
    """

    sector: str
    name: str
    known: bool
    direct: float
    passed_on: float
    p5: float
    p50: float
    p95: float
    value: str
    first_week: str
    hit: str
    data_class: str
    no_verdict: bool
    selected: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class NotSizedChip:
    """A material that is cut and whose harm is unknown; `reason` names the table that lacks."""

    material: str
    symbol: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class FallStep:
    """A column of the waterfall from `bottom` to `top`, USD; `whole` ones stand on the ground."""

    words: str
    bottom: float
    top: float
    value: str
    whole: bool


@dataclass(frozen=True, slots=True)
class WeekCurve:
    """Direct value added lost in each week, USD: (P5, P50, P95); the cut ends at `cut_weeks`."""

    weeks: tuple[tuple[float, float, float], ...]
    cut_weeks: int
    top: str
    spoken: str


@dataclass(frozen=True, slots=True)
class InfluenceBar:
    """How strongly an assumption moves the total: rank correlation, -1 to 1.

    `detail` says for whom or for what the assumption holds, "" where it is one for all.
    """

    key: str
    name: str
    detail: str
    correlation: float
    value: str


@dataclass(frozen=True, slots=True)
class HeatCell:
    """Loss of a sector if one material alone were cut; `level` is 0 (none) to 7 (largest)."""

    material: str
    level: int
    value: str
    spoken: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One sector of the heat map, with a cell per column."""

    sector: str
    name: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Sectors by materials; `columns` are (slug, symbol, name), `unit` is that of every cell."""

    columns: tuple[tuple[str, str, str], ...]
    rows: tuple[HeatRow, ...]
    unit: str


NO_HEAT = HeatMap((), (), "")
NO_WEEKS = WeekCurve((), 0, "", "")


@dataclass(frozen=True, slots=True)
class ImpactScene:
    """Everything of one result. Without one only head, message and limits have content.

    `path_sector` is the sector that is told about: the chosen one, else the one that loses most.
    `stale`: the result is of an earlier case, another is on its way. `settled`: what is shown is
    of the present case and its draws are done; only then do order and scale of the bars change.
    `unsettled`: there is no verdict on the order of some bars, as `verdict_words` then say.
    """

    head: ImpactHead
    controls: tuple[Assumption, ...]
    groups: tuple[AssumptionGroup, ...]
    total: TotalWords
    bars: tuple[LossBar, ...]
    verdict_words: str
    unsettled: bool
    not_sized: tuple[NotSizedChip, ...]
    not_sized_words: str
    waterfall: tuple[FallStep, ...]
    order_free: bool  # whether its mitigations are the means over all orders
    weeks: WeekCurve
    tornado: tuple[InfluenceBar, ...]
    heat: HeatMap
    path_sector: str
    path_title: str
    path_weakest: str
    nodes: tuple[PathNode, ...]
    links: tuple[PathLink, ...]
    why: tuple[str, ...]
    prices: str
    flags: tuple[str, ...]
    limits: str
    message: str
    selected_material: str
    stale: bool
    settled: bool
