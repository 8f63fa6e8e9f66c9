"""Sizes a case: cuts under the law of a day, chains, draws, losses, and the answer with its why.

The one door of the package for windows and commands. Not for any formula: those are in the modules
beside this one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.answer import answer, nothing
from rare_gui.domain.impact.case import CaseError, ImpactCase, check_names
from rare_gui.domain.impact.cuts import Cut, cuts
from rare_gui.domain.impact.direct import LEAKAGE, DirectStep
from rare_gui.domain.impact.economy import Economy, economy
from rare_gui.domain.impact.joins import Flow, Joined, joined
from rare_gui.domain.impact.parameters import Parameter, parameters, with_changes
from rare_gui.domain.impact.result import Impact, NotSized
from rare_gui.domain.impact.run import Mapped, Question, last_of, run
from rare_gui.domain.impact.shortage import WEEKS_A_YEAR
from rare_gui.domain.impact.uncertainty import Draws
from rare_gui.domain.impact.users import share_out
from rare_gui.domain.impact.values import SETS, Drawn, Middles

MOST_DRAWS = 100_000
KEPT_DRAWS = 2_000
"""Up to so many draws are kept with the dataset, so that a slider need not draw them anew."""
MOST_RUNS = 300
"""After so many runs they are drawn anew: each moved slider left some behind."""
THREADS = min(2, os.cpu_count() or 1)
"""More would wait for each other: between the calls of numpy only one can go on."""


class Cancelled(Exception):
    """The run was stopped by whoever asked for it."""


@dataclass(frozen=True, slots=True)
class _Watch:
    """Tells how far a run is, and stops it when asked."""

    cancelled: Callable[[], bool] | None
    progress: Callable[[float], None] | None

    def __call__(self, part: float) -> None:
        if self.cancelled is not None and self.cancelled():
            raise Cancelled
        if self.progress is not None:
            self.progress(part)


def size(
    dataset: Dataset,
    case: ImpactCase,
    *,
    as_of: date,
    known_on: date | None = None,
    origin: str = "CN",
    destination: str = "US",
    draws: int = 2_000,
    seed: int = 1,
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[float], None] | None = None,
    today: Dataset | None = None,
    mapped: Mapped | None = None,
) -> Impact:
    """The losses of a case under the dataset's law; the same seed gives the same to the last bit.

    `today` is the dataset without the what-if, for the preset `what-if`. `progress` is told shares
    from 0 to 1, `cancelled` asked between pieces. `mapped` works pieces of the draws out elsewhere
    (`impact.elsewhere`). With one draw the middles are used. Raises CaseError for a case that
    cannot be, ImpactError for tables that cannot be, Cancelled.
    """
    if not 1 <= draws <= MOST_DRAWS:
        raise CaseError(f"{draws} draws cannot be made; write 1 to {MOST_DRAWS}")
    if seed < 0:
        raise CaseError(f"the seed {seed} is below 0")
    watch = _Watch(cancelled, progress)
    watch(0.0)
    question = ask(dataset, case, as_of, known_on, origin, destination, draws, seed, today)
    if not can_lose(question):
        return nothing(question)
    every = Middles(question.known, SETS)
    middles = run(question, every, keep_shares=True)
    if draws > 1:
        made = run(
            question,
            drawn(question),
            threads=THREADS,
            mapped=mapped,
            done=lambda part: watch(0.9 * part),
        )
    else:
        made = last_of(middles, Middles(question.known))
    found = answer(question, made, middles)
    watch(1.0)
    return found


def point(
    dataset: Dataset,
    case: ImpactCase,
    *,
    as_of: date,
    known_on: date | None = None,
    origin: str = "CN",
    destination: str = "US",
    today: Dataset | None = None,
) -> Impact:
    """The same at the middles of all assumptions: P5, P50 and P95 are one number."""
    return size(
        dataset,
        case,
        as_of=as_of,
        known_on=known_on,
        origin=origin,
        destination=destination,
        draws=1,
        today=today,
    )


def ask(
    dataset: Dataset,
    case: ImpactCase,
    as_of: date,
    known_on: date | None = None,
    origin: str = "CN",
    destination: str = "US",
    draws: int = 2_000,
    seed: int = 1,
    today: Dataset | None = None,
) -> Question:
    """What a case asks of the tables, as `size` does; raises as it does, nothing is drawn."""
    check_names(dataset, case)
    found = cuts(dataset, case, as_of, known_on, origin, destination, today)
    known = with_changes(parameters(dataset, destination), case)
    joint = _joint(dataset, found, known, origin, destination)
    missed = tuple(
        NotSized(material, f"not cut by {case.preset.replace('-', ' ')} on {as_of}")
        for material in case.materials
        if all(cut.material != material for cut in found)
    )
    weeks = max((cut.weeks for cut in found), default=0)
    sectors = _over(economy(dataset), weeks)
    step = DirectStep(
        economy=sectors,
        flows=joint.flows,
        chains=joint.chains,
        weeks=weeks,
        by_price=case.answer == "price",
        share_out=share_out(dataset, sectors, case.rationing),
    )
    return Question(
        dataset=dataset,
        case=case,
        as_of=as_of,
        origin=origin,
        destination=destination,
        draws=draws,
        seed=seed,
        cuts=found,
        known=known,
        step=step,
        not_sized=(*joint.not_sized, *missed),
    )


def _joint(
    dataset: Dataset,
    found: tuple[Cut, ...],
    known: Mapping[str, Parameter],
    origin: str,
    destination: str,
) -> Joined:
    """The join of the cuts, kept for the next run: how much is cut does not change it."""
    shape = tuple((cut.material, cut.form, cut.weeks, cut.scope, cut.key) for cut in found)
    asked = (shape, origin, destination)
    before, joint = dataset.kept.get("impact join", (None, None))
    if joint is None or before != asked:
        joint = joined(dataset, found, known, origin, destination)
        dataset.kept["impact join"] = (asked, joint)
    return joint  # type: ignore[no-any-return]


def _over(sectors: Economy, weeks: int) -> Economy:
    """The economy over the time of a cut longer than a year: all that flows grows with the time."""
    years = weeks / WEEKS_A_YEAR
    if years <= 1:
        return sectors
    return replace(
        sectors,
        output=sectors.output * years,
        value_added=sectors.value_added * years,
        domestic=sectors.domestic * years,
        imported=sectors.imported * years,
    )


def can_lose(question: Question) -> bool:
    """Whether any user can go short at all: not with a cut, a reliance or a share of zero."""
    values = question.known

    def can(flow: Flow) -> bool:
        parts = [values[f"{flow.terms}.{name}"].values.high for name in ("nir", "china_share")]
        cut, through = values[flow.cut_key].values.high, values[LEAKAGE].values.low
        return flow.weeks > 0 and min(cut, *parts) > 0 and through < 1

    return bool(question.step.chains) and any(can(flow) for flow in question.step.flows)


def drawn(question: Question) -> Drawn:
    """The draws of the question's seed; few of them are kept for the next run."""
    dataset, seed, count = question.dataset, question.seed, question.draws
    if count > KEPT_DRAWS:
        return Drawn(Draws(seed, count), question.known)
    kept, ranks, runs = dataset.kept.get("impact draws", (None, {}, 0))
    if kept is None or (kept.seed, kept.n) != (seed, count) or runs >= MOST_RUNS:
        kept, ranks, runs = Draws(seed, count), {}, 0
    dataset.kept["impact draws"] = (kept, ranks, runs + 1)
    return Drawn(kept, question.known, ranks)
