"""The impact page and pane: one result of the model told in the unit that the user chose.

Not for running the model: it is given a result, or none yet.
"""

from __future__ import annotations

from dataclasses import replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import NO_EXPOSURE, Impact
from rare_gui.scenes.impact.assumptions import assumption_groups, controls
from rare_gui.scenes.impact.bars import NO_DRAWS, NO_VERDICT, loss_bars
from rare_gui.scenes.impact.charts import heat_map, not_sized, tornado, waterfall, week_curve
from rare_gui.scenes.impact.head import head_words
from rare_gui.scenes.impact.parts import NO_HEAT, NO_WEEKS, ImpactHead, ImpactScene, TotalWords
from rare_gui.scenes.impact.path import NO_PATH, loss_path
from rare_gui.scenes.impact.units import (
    JOBS_UNKNOWN,
    LOSSES_AS,
    count,
    money,
    ratio_words,
    total_of,
)
from rare_gui.scenes.selection import Selection

PARTS_DO_NOT_ADD = "The P50 of the parts do not add up to the P50 of the total."
LIMITS = (
    "One region at a time (US). Sector averages hide firms. Dependence, routes, substitution and "
    "the weight of missing parts are judgement. Not in the sum: re-exports, policy, stock "
    "releases, gains of rivals and of scrap, imports for lost output."
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
        head_words(dataset, selection, impact, draws_running=draws_running), progress=progress
    )
    if impact is None:
        return _without_result(
            head, selection, fault or (_COMPUTING if draws_running else _NOTHING_YET)
        )
    path = loss_path(dataset, selection, impact)
    bars = loss_bars(dataset, selection, impact, path.sector)
    gaps = not_sized(dataset, impact)
    unsettled = impact.draws >= 2 and any(bar.no_verdict for bar in bars)
    return ImpactScene(
        head=head,
        controls=controls(impact, path.sector),
        groups=assumption_groups(impact),
        total=_total(selection, impact),
        bars=bars,
        verdict_words=NO_DRAWS if impact.draws < 2 else NO_VERDICT if unsettled else "",
        unsettled=unsettled,
        not_sized=gaps,
        not_sized_words=_not_sized_words(impact),
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


def restated(
    scene: ImpactScene,
    dataset: Dataset,
    selection: Selection,
    impact: Impact,
    *,
    stale: bool,
    draws_running: bool,
    progress: float | None = None,
) -> ImpactScene:
    """The scene of the same result for another case, or with its draws further on.

    The selection may differ in its case and day alone. While a slider moves nothing else changes
    until its result is there.
    """
    head = head_words(dataset, selection, impact, draws_running=draws_running)
    return replace(
        scene,
        head=replace(head, progress=progress),
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
    whole, partly = _gaps(impact)
    without = (
        f"Without {whole} materials that are not sized. "
        if whole > 1
        else "Without one material that is not sized. "
        if whole
        else ""
    )
    if partly:
        without += f"Of {'one' if partly == 1 else partly} more a form is not sized. "
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


def _gaps(impact: Impact) -> tuple[int, int]:
    """How many materials are not sized at all, and of how many others some form is not."""
    lacking = {one.material for one in impact.not_sized}
    sized = {material for _, material, _ in impact.heat}
    return len(lacking - sized), len(lacking & sized)


def _not_sized_words(impact: Impact) -> str:
    whole, partly = _gaps(impact)
    of = _materials_cut(impact)
    if not whole:
        return f"Sized in part, {partly} of {of}" if partly else ""
    return f"Not sized, {whole} of {of}" + (f", and {partly} in part" if partly else "")


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
        unsettled=False,
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
