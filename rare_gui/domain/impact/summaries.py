"""What a run says as a whole: weeks, waterfall, heat map, tornado, ranking, prices.

Not for single sectors (`impact.answer`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from rare_gui.domain.impact.direct import SIDES, DirectStep, direct_loss, gap_of
from rare_gui.domain.impact.keys import used_keys
from rare_gui.domain.impact.result import Influence, SectorLoss, Step
from rare_gui.domain.impact.run import Question, Run
from rare_gui.domain.impact.shortage import price_ratio
from rare_gui.domain.impact.spread import Losses
from rare_gui.domain.impact.uncertainty import Verdict, verdicts
from rare_gui.domain.impact.values import SETS, Drawn, Middles, Values, Window, rank_scores
from rare_gui.domain.impact.why import Bars

Floats = NDArray[np.float64]

MOST_INFLUENCES = 12
HEAT_DRAWS = 100
"""The heat map makes one run per material, so it looks at the first draws only."""


def weekly(lost: Floats, weeks: int) -> tuple[tuple[float, float, float], ...]:
    """P5, P50 and P95 of each week; the weeks after the cut lose nothing."""
    told = np.zeros((weeks, 3))
    told[: lost.shape[1]] = np.percentile(lost, (5, 50, 95), axis=0).T
    return tuple((low, mid, high) for low, mid, high in told.tolist())


def waterfall(step: DirectStep, middles: Run, bars: Bars) -> tuple[Step, ...]:
    """From what is exposed to the net loss; what softens the blow, as `bars` has it, is below 0."""
    worth = middles.direct.output @ step.economy.value_per_output
    passed = middles.losses
    value = step.economy.value_per_output
    by_suppliers = float((passed.direct[-1] + passed.upstream[-1]) @ value)  # one of them is 0
    whole = float(passed.output[-1] @ value)
    steps = [Step("exposed", float(worth[0]))]
    steps += [Step(what, change) for what, change in bars(lambda acting: _of(worth, acting))]
    return (
        *steps,
        Step("direct", float(worth[-1])),
        Step("suppliers hurt", by_suppliers - float(worth[-1])),
        Step("customers hurt", whole - by_suppliers),
        Step("net loss", whole),
    )


def _of(worth: Floats, acting: frozenset[str]) -> float:
    """The loss with these mitigations at work."""
    return float(worth[SETS.index(acting)])


def heat(step: DirectStep, run: Run) -> Iterator[tuple[str, str, float]]:
    """Each sector and material: the median direct loss if that material alone were cut."""
    worst: dict[tuple[str, str], Floats] = {}
    for (place, material), lost in _alone(step, run).items():
        key = (material, step.chains[place].sector)
        worst[key] = np.maximum(worst[key], lost) if key in worst else lost
    if not worst:
        return
    medians = np.median(np.stack(list(worst.values())), axis=1).tolist()
    ranked = sorted(zip(worst, medians, strict=True), key=lambda pair: pair[0][0])
    for (material, sector), median in ranked:
        value = float(step.economy.value_per_output[step.economy.index[sector]])
        yield sector, material, median * value


def _alone(step: DirectStep, run: Run) -> dict[tuple[int, str], Floats]:
    """The output that each chain (by its place) would cost if one of its materials alone were cut.

    A chain that needs one of the cut materials only was worked out in the run already, unless the
    users of a product share what is short: then other materials play a part.
    """
    first = Window(run.values, slice(0, min(run.values.n, HEAT_DRAWS)))
    pairs = [
        (place, material) for place, chain in enumerate(step.chains) for material in chain.materials
    ]
    needs = Counter(place for place, _ in pairs)
    if step.share_out is None:
        known = {
            (place, material): run.direct.alone[place][: first.n]
            for place, material in pairs
            if needs[place] == 1
        }
        asked = [[pair for pair in pairs if pair not in known]]
    else:
        known = {}
        materials = {material for _, material in pairs}
        asked = [[pair for pair in pairs if pair[1] == one] for one in materials]
    for some in asked:
        chains = tuple(step.chains[place].alone(material) for place, material in some)
        lost = direct_loss(replace(step, chains=chains), first).alone
        known.update(zip(some, lost, strict=True))
    return known


def tornado(question: Question, values: Drawn | Middles, worth: Floats) -> tuple[Influence, ...]:
    """The assumptions that move the total most, largest first, ties by key."""
    if isinstance(values, Middles):
        return ()
    chains = question.step.chains
    moved = rank_scores(worth)
    strengths = {
        key: float(scores @ moved)
        for key, scores in values.scores(chains, used_keys(question.step, chains))
    }
    pairs = sorted(strengths.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    return tuple(
        Influence(key, question.known[key].what, strength)
        for key, strength in pairs[:MOST_INFLUENCES]
    )


def undecided(
    step: DirectStep, losses: Losses, sectors: Iterable[SectorLoss]
) -> Iterator[tuple[str, str]]:
    """Neighbours in the ranking whose order fewer than 90 % of the draws agree on."""
    ranked = [one.sector for one in sectors if one.value_added.p95 > 0]
    if len(losses.output) < 2:
        return
    places = [step.economy.index[sector] for sector in ranked]
    worth = losses.output.T[places] * step.economy.value_per_output[places, None]
    for pair, told in zip(pairwise(ranked), verdicts(worth[:-1], worth[1:]), strict=True):
        if told is Verdict.CANNOT_TELL:
            yield pair


def prices(question: Question, middles: Values) -> tuple[tuple[str, float], ...]:
    """Price over price before of each product, of its dearest form, in the first week.

    A product of which nothing is left has no price and is left out.
    """
    found: dict[str, float] = {}
    last = slice(middles.n - 1, middles.n)
    supply, demand = (middles.of(f"model.{side}_elasticity")[last] for side in SIDES)
    for flow in question.step.flows:
        ratio = float(price_ratio(gap_of(flow, middles, last), supply, demand)[0, 0])
        product = flow.terms.split(".")[1]
        if np.isfinite(ratio):
            found[product] = max(ratio, found.get(product, 0.0))
    return tuple(sorted(found.items()))
