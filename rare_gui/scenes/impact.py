"""The impact page and pane: one result of the model told in the unit that the user chose.

Not for running the model: it is given a result, or none yet.
"""

from __future__ import annotations

from dataclasses import replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import CaseError, ImpactCase
from rare_gui.domain.impact.result import NO_EXPOSURE, Impact
from rare_gui.scenes.impact_assumptions import assumption_groups, controls
from rare_gui.scenes.impact_bars import NO_DRAWS, NO_VERDICT, loss_bars
from rare_gui.scenes.impact_case import preset_of
from rare_gui.scenes.impact_charts import heat_map, not_sized, tornado, waterfall, week_curve
from rare_gui.scenes.impact_parts import NO_HEAT, NO_WEEKS, ImpactHead, ImpactScene, TotalWords
from rare_gui.scenes.impact_path import NO_PATH, loss_path
from rare_gui.scenes.impact_units import (
    JOBS_UNKNOWN,
    LOSSES_AS,
    count,
    money,
    ratio_words,
    total_of,
)
from rare_gui.scenes.impact_words import case_words, reason_words
from rare_gui.scenes.selection import Selection

MORE_DRAWS = 20_000
PARTS_DO_NOT_ADD = "The P50 of the parts do not add up to the P50 of the total."
LIMITS = (
    "One region at a time (US). Sector averages hide firms. Dependence, routes, substitution and "
    "the weight of missing parts are judgement. Re-exports, answers of policy, releases of stocks "
    "and gains of rivals are not in the sum."
)
_FELT = 1.05
"""A smaller ratio of prices is not told."""
_NOTHING_YET = "No result yet."
_COMPUTING = "Computing."


def impact_scene(
    dataset: Dataset,
    selection: Selection,
    impact: Impact | None,
    *,
    stale: bool,
    draws_running: bool,
    progress: float | None = None,
    fault: str = "",
    order_free: bool = False,
) -> ImpactScene:
    """Everything that the page shows of `impact`.

    `stale`: `impact` is the answer to an earlier case. `draws_running`: it holds the middles, or
    fewer draws than are on their way, `progress` (0 to 1) of them done. `fault` says why there is
    no result. With `order_free` the waterfall does not hang on the order of its steps. Never a
    mean: the loss is skewed and has a mass at zero.
    """
    head = replace(
        _head(dataset, selection, impact, draws_running=draws_running), progress=progress
    )
    if impact is None:
        return _without_result(
            head, selection, fault or (_COMPUTING if draws_running else _NOTHING_YET)
        )
    path = loss_path(dataset, selection, impact)
    bars = loss_bars(dataset, selection, impact, path.sector)
    gaps = not_sized(dataset, impact)
    verdict = NO_DRAWS if impact.draws < 2 else NO_VERDICT
    return ImpactScene(
        head=head,
        controls=controls(impact),
        groups=assumption_groups(impact),
        total=_total(selection, impact),
        bars=bars,
        verdict_words=verdict if any(b.no_verdict for b in bars) or impact.draws < 2 else "",
        not_sized=gaps,
        not_sized_words=f"Not sized, {len(gaps)} of {_materials_cut(impact)}" if gaps else "",
        waterfall=waterfall(impact, order_free=order_free),
        order_free=order_free,
        weeks=week_curve(impact),
        tornado=tornado(impact),
        heat=heat_map(dataset, impact),
        path_sector=path.sector,
        path_title=path.title,
        path_weakest=path.weakest,
        nodes=path.nodes,
        links=path.links,
        why=path.why,
        prices=price_words(dataset, impact),
        flags=tuple(flag for flag in impact.flags if flag != NO_EXPOSURE),
        limits=LIMITS,
        message=_message(impact),
        selected_material=selection.material,
        stale=stale,
        settled=not stale and not draws_running,
    )


def price_words(dataset: Dataset, impact: Impact) -> str:
    """The prices over those before at the middles; empty where none rises."""
    names = dataset.material_names
    told = ", ".join(
        f"{names.get(product, product)} {ratio_words(ratio)}"
        for product, ratio in impact.price_ratio
        if ratio >= _FELT
    )
    return f"Price at the middles, beside and never added: {told}." if told else ""


def _head(
    dataset: Dataset, selection: Selection, impact: Impact | None, *, draws_running: bool
) -> ImpactHead:
    default = preset_of(dataset, selection)
    preset = _preset(selection, impact, default)
    draws = ""
    if impact is not None:
        draws = (
            f"{impact.draws:,} draws, seed {impact.seed}" if impact.draws > 1 else "middles only"
        )
    return ImpactHead(
        title="Sector impact",
        preset=preset,
        reason=reason_words(dataset, selection, preset, default, impact),
        case_words=case_words(dataset, impact) if impact else "",
        draws_words=f"{draws}, more on the way" if draws and draws_running else draws,
        losses_as=selection.losses_as,
        relative=selection.relative,
        running=draws_running,
        more_draws=impact is not None and 1 < impact.draws < MORE_DRAWS,
        progress=None,
        materials=_materials(selection),
    )


def _materials(selection: Selection) -> str:
    """Which materials are sized: "selected", "all", or "" where the case itself names them."""
    try:
        named = selection.impact and ImpactCase.from_text(selection.impact).materials
    except CaseError:
        named = ""
    return "" if named else "all" if selection.all_materials else "selected"


def _preset(selection: Selection, impact: Impact | None, default: str) -> str:
    """The preset of the selection's case; of the result's where the text cannot be read."""
    if not selection.impact:
        return default
    try:
        return ImpactCase.from_text(selection.impact).preset
    except CaseError:
        return impact.case.preset if impact is not None else default


def _total(selection: Selection, impact: Impact) -> TotalWords:
    unit = LOSSES_AS[selection.losses_as]
    title = f"{impact.destination} {unit} at risk"
    spread = total_of(impact, selection.losses_as)
    if not impact.sectors and impact.not_sized and NO_EXPOSURE not in impact.flags:
        return TotalWords(title, "not sized", "", "unknown, not zero", "")
    if spread is None:
        return TotalWords(title, JOBS_UNKNOWN, "", "no sector's jobs are in these data", "")
    jobs = selection.losses_as == "jobs"
    tell = count if jobs else money
    told = f"P5–P95 {tell(spread.p5)} – {tell(spread.p95)}" if impact.draws > 1 else ""
    none = f"No loss in {100 * spread.none:.0f} % of the draws. " if spread.none > 0 else ""
    without = (
        f"Without {len(impact.not_sized)} materials that are not sized. "
        if len(impact.not_sized) > 1
        else "Without one material that is not sized. "
        if impact.not_sized
        else ""
    )
    known = ""
    if selection.losses_as == "jobs":
        count_known = sum(one.jobs is not None for one in impact.sectors)
        known = f"Jobs are known for {count_known} of {len(impact.sectors)} sectors. "
    return TotalWords(
        title=title,
        figure=f"{tell(spread.p50)} jobs" if jobs else tell(spread.p50),
        range=told,
        remark=f"P50, model; weakest input: {impact.data_class.value}",
        detail=f"{known}{none}{without}{PARTS_DO_NOT_ADD}" if impact.sectors else "",
    )


def _message(impact: Impact) -> str:
    if NO_EXPOSURE in impact.flags:
        return "No exposure: nothing that a sector needs is cut. The loss is exactly zero."
    if not impact.sectors and impact.not_sized:
        return f"Nothing can be sized: {impact.not_sized[0].reason}."
    return ""


def _materials_cut(impact: Impact) -> int:
    return len({cut.material for cut in impact.cuts} | {one.material for one in impact.not_sized})


def _without_result(head: ImpactHead, selection: Selection, message: str) -> ImpactScene:
    return ImpactScene(
        head=head,
        controls=(),
        groups=(),
        total=TotalWords(f"{selection.destination} {LOSSES_AS[selection.losses_as]} at risk",
                         "", "", "", ""),
        bars=(),
        verdict_words="",
        not_sized=(),
        not_sized_words="",
        waterfall=(),
        order_free=False,
        weeks=NO_WEEKS,
        tornado=(),
        heat=NO_HEAT,
        path_sector=NO_PATH.sector,
        path_title=NO_PATH.title,
        path_weakest=NO_PATH.weakest,
        nodes=NO_PATH.nodes,
        links=NO_PATH.links,
        why=NO_PATH.why,
        prices="",
        flags=(),
        limits=LIMITS,
        message=message,
        selected_material=selection.material,
        stale=False,
        settled=False,
    )  # fmt: skip
