"""From the arrays of a run to the answer: the spread of each sector, and the ranking.

Not for the arrays (`impact.run`), what a run says as a whole (`impact.summaries`) nor for sentences
(`impact.reasons`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rare_gui.domain.impact.keys import used_keys, weakest
from rare_gui.domain.impact.parameters import Parameter
from rare_gui.domain.impact.reasons import flags_of, reasons
from rare_gui.domain.impact.result import (
    NO_EXPOSURE,
    Hit,
    Impact,
    SectorLoss,
    Spread,
)
from rare_gui.domain.impact.run import Question, Run
from rare_gui.domain.impact.shortage import grid_weeks
from rare_gui.domain.impact.summaries import (
    heat,
    prices,
    tornado,
    undecided,
    waterfall,
    weekly,
)
from rare_gui.domain.impact.uncertainty import (
    spread_of,
    spreads_of,
)
from rare_gui.domain.impact.why import (
    Path,
    binding_input,
    first_loss_week,
    free_of_order,
    in_order,
    parts_paths,
    supply_paths,
)
from rare_gui.domain.vocabulary import DataClass

Floats = NDArray[np.float64]

HITS = tuple(Hit)
NOTHING = Spread(0.0, 0.0, 0.0, 1.0)


def nothing(question: Question) -> Impact:
    """The answer where no sector loses anything: exact zeros, and whether that is known.

    Nothing cut is no exposure; something cut that cannot be sized is not known.
    """
    void = all(cut.share.high == 0 or cut.weeks == 0 for cut in question.cuts)
    not_sized = () if void and question.cuts else question.not_sized
    known_zero = void or (bool(question.step.chains) and not not_sized)
    weeks = grid_weeks(question.step.weeks)
    return Impact(
        case=question.case,
        as_of=question.as_of,
        origin=question.origin,
        destination=question.destination,
        draws=question.draws,
        seed=question.seed,
        output=NOTHING,
        value_added=NOTHING,
        jobs=None,
        sectors=(),
        heat=(),
        weekly=((0.0, 0.0, 0.0),) * weeks,
        waterfall=(),
        order_free=(),
        tornado=(),
        undecided=(),
        cuts=question.cuts,
        parameters=_parameters(question),
        not_sized=not_sized,
        price_ratio=(),
        data_class=DataClass.JUDGEMENT,
        flags=(NO_EXPOSURE,) if known_zero else (),
    )


def answer(question: Question, run: Run, middles: Run) -> Impact:
    """The answer of a run; `middles` has one row per set of mitigations, the last with all."""
    step = question.step
    worth = run.losses.output @ step.economy.value_per_output
    sectors = _sectors(question, run, middles)
    per_job = np.nan_to_num(step.economy.jobs / step.economy.output)
    any_jobs = bool((per_job > 0).any())
    return Impact(
        case=question.case,
        as_of=question.as_of,
        origin=question.origin,
        destination=question.destination,
        draws=question.draws,
        seed=question.seed,
        output=spread_of(run.losses.output.sum(axis=1)),
        value_added=spread_of(worth),
        jobs=spread_of(run.losses.output @ per_job) if any_jobs else None,
        sectors=sectors,
        heat=tuple(heat(step, run)),
        weekly=weekly(run.direct.weekly, grid_weeks(step.weeks)),
        waterfall=waterfall(step, middles, in_order),
        order_free=waterfall(step, middles, free_of_order),
        tornado=tornado(question, run.values, worth),
        undecided=tuple(undecided(step, run.losses, sectors)),
        cuts=question.cuts,
        parameters=_parameters(question),
        not_sized=question.not_sized,
        price_ratio=prices(question, middles.values),
        data_class=weakest(_parameters(question)),
        flags=flags_of(question.dataset, question.case, step, sectors, middles.direct),
    )


def _sectors(question: Question, run: Run, middles: Run) -> tuple[SectorLoss, ...]:
    economy, losses = question.step.economy, run.losses
    parts = {
        name: _spreads(getattr(losses, name))
        for name in ("direct", "upstream", "downstream", "output")
    }
    exposed = {chain.sector for chain in question.step.chains}
    counts = np.stack(
        [
            (losses.direct > 0).sum(axis=0),
            ((losses.upstream >= losses.downstream) & (losses.upstream > 0)).sum(axis=0),
            (losses.downstream > losses.upstream).sum(axis=0),
        ]
    )
    shares = {sector: share[-1] for sector, share in middles.direct.shares.items()}
    passed_on = weakest(question.known[key] for key in used_keys(question.step, ()))
    found = []
    for place, sector in enumerate(economy.sectors):
        output = parts["output"][place]
        if output.p95 <= 0 and output.none >= 1 and sector not in exposed:
            continue
        hit = HITS[int(counts[:, place].argmax())]
        products = middles.direct.products.get(sector, {})
        binding = binding_input({name: share[-1] for name, share in products.items()})
        paths = _paths(question, middles, place, hit)
        chains = [chain for chain in question.step.chains if chain.sector == sector]
        jobs = float(economy.jobs[place] / economy.output[place])
        found.append(
            SectorLoss(
                sector=sector,
                name=economy.names[place],
                direct=parts["direct"][place],
                upstream=parts["upstream"][place],
                downstream=parts["downstream"][place],
                output=output,
                value_added=_times(output, float(economy.value_per_output[place])),
                jobs=_times(output, jobs) if np.isfinite(jobs) else None,
                share_of_output=_times(output, 1 / float(economy.output[place])),
                first_loss_week=first_loss_week(shares[sector]) if sector in shares else None,
                binding=binding if hit is Hit.DIRECT else "",
                hit=hit,
                paths=paths,
                why=reasons(question.dataset, question.known, economy, chains, binding, hit, paths),
                data_class=weakest(question.known[key] for key in used_keys(question.step, chains))
                if chains
                else passed_on,
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.value_added.p50, one.name)))


def _spreads(lost: Floats) -> list[Spread]:
    """The spread of each sector; those that never lose anything are not looked through."""
    found = [NOTHING] * lost.shape[1]
    felt = np.flatnonzero(lost.any(axis=0))
    for place, spread in zip(felt.tolist(), spreads_of(lost[:, felt]), strict=True):
        found[place] = spread
    return found


def _paths(question: Question, middles: Run, place: int, hit: Hit) -> tuple[Path, ...]:
    """The ways by which the loss came, at the middles; none for a loss of the sector's own."""
    economy, losses = question.step.economy, middles.losses
    if hit is Hit.SUPPLIERS:
        return supply_paths(economy, losses.demand[-1], place)
    if hit is Hit.CUSTOMERS and losses.downstream[-1, place] > 0:
        weight = float(middles.values.of("model.bottleneck_weight")[-1])
        return parts_paths(economy, losses.direct[-1], weight, place)
    return ()


def _times(spread: Spread, factor: float) -> Spread:
    return Spread(spread.p5 * factor, spread.p50 * factor, spread.p95 * factor, spread.none)


def _parameters(question: Question) -> tuple[Parameter, ...]:
    return tuple(question.known[key] for key in used_keys(question.step, question.step.chains))
