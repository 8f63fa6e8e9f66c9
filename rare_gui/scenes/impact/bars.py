"""The ranked bars of a result: order, parts, whiskers, words, and where the order is no verdict.

Not for painting them, nor for sums: the P50 of parts do not add up to the P50 of the whole.
"""

from __future__ import annotations

from itertools import pairwise

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import Impact, SectorLoss, Spread
from rare_gui.scenes.impact.parts import LossBar
from rare_gui.scenes.impact.units import (
    JOBS_UNKNOWN,
    LOSSES_AS,
    loss_of,
    per_output,
    teller,
)
from rare_gui.scenes.impact.words import HIT_WORDS
from rare_gui.scenes.sector_words import short_sector_names
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import inside

NO_VERDICT = "Bracket: no verdict on the order, fewer than 90 % of the draws agree."
UNSETTLED = "†"
UNSETTLED_WORDS = f"{UNSETTLED}: no verdict on the order, fewer than 90 % of the draws agree."
"""The sign in a table of what a bracket joins on screen, and what it means."""
NO_DRAWS = "Middles only: the order is no verdict until the draws are done."


def loss_bars(
    dataset: Dataset, selection: Selection, impact: Impact, chosen: str
) -> tuple[LossBar, ...]:
    """The sectors by their P50 in the selection's unit, ties by name, unknown ones last."""
    losses_as, relative = selection.losses_as, selection.relative
    told = [(one, loss_of(one, losses_as, relative=relative)) for one in impact.sectors]
    told.sort(key=lambda pair: (-pair[1].p50 if pair[1] else 1.0, pair[0].name))
    undecided = _undecided(told, impact, by_value_added=losses_as == "value_added" and not relative)
    return tuple(
        _bar(
            dataset,
            selection,
            sector,
            spread,
            no_verdict=number in undecided,
            selected=sector.sector == chosen,
        )
        for number, (sector, spread) in enumerate(told)
    )


def _undecided(
    told: list[tuple[SectorLoss, Spread | None]], impact: Impact, *, by_value_added: bool
) -> frozenset[int]:
    """Numbers of the bars that may well lose less than the bar below.

    The model compares neighbours in the order by value added, draw by draw. In any other order
    only ranges that do not touch give a verdict: a P5 above the other's P95 means that at least
    90 % of the draws agree, whatever goes with what.
    """
    if impact.draws < 2:
        return frozenset()
    pairs = {frozenset(pair) for pair in impact.undecided}
    found = set()
    for number, ((upper, more), (lower, less)) in enumerate(pairwise(told)):
        if more is None or less is None or more.p95 <= 0:
            continue  # nothing is lost: there is no order to doubt
        if by_value_added:
            doubtful = frozenset((upper.sector, lower.sector)) in pairs
        else:
            doubtful = more.p5 <= less.p95
        if doubtful:
            found.add(number)
    return frozenset(found)


def _bar(
    dataset: Dataset,
    selection: Selection,
    sector: SectorLoss,
    spread: Spread | None,
    *,
    no_verdict: bool,
    selected: bool,
) -> LossBar:
    known = spread is not None
    spread = spread or Spread(0.0, 0.0, 0.0, 0.0)
    # The direct part is never more than the whole: their percentiles are of different draws.
    direct = min(sector.direct.p50 * per_output(sector, spread), spread.p50)
    tell = teller(selection.losses_as, relative=selection.relative)
    value = tell(spread.p50) if known else JOBS_UNKNOWN
    week = f"week {sector.first_loss_week}" if sector.first_loss_week is not None else ""
    return LossBar(
        sector=sector.sector,
        name=short_sector_names(dataset).get(sector.sector, sector.name),
        known=known,
        direct=direct,
        passed_on=spread.p50 - direct,
        p5=spread.p5,
        p50=spread.p50,
        p95=spread.p95,
        value=value,
        first_week=week,
        hit=HIT_WORDS[sector.hit],
        data_class=sector.data_class.value,
        no_verdict=no_verdict,
        selected=selected,
        spoken=_spoken(
            sector,
            spread if known else None,
            selection,
            inside(dataset.material_names.get(sector.binding, sector.binding)),
            no_verdict=no_verdict,
        ),
    )


def _spoken(
    sector: SectorLoss,
    spread: Spread | None,
    selection: Selection,
    binding: str,
    *,
    no_verdict: bool,
) -> str:
    if spread is None:
        return f"{sector.name}: {JOBS_UNKNOWN}; {sector.data_class.value}"
    unit = LOSSES_AS[selection.losses_as]
    tell = teller(selection.losses_as, relative=selection.relative)
    of = f"of its {unit}" if selection.relative else unit
    before = "US$ " if selection.losses_as != "jobs" and not selection.relative else ""
    middle = f"{sector.name}: P50 {before}{tell(spread.p50)} {of}"
    parts = [f"{middle}, P5 {tell(spread.p5)} to P95 {tell(spread.p95)}"]
    parts.append(f"mostly {HIT_WORDS[sector.hit]}")
    if spread.none > 0:
        parts.append(f"no loss in {100 * spread.none:.0f} % of the draws")
    week = sector.first_loss_week
    parts.append("no week loses 0.1 % of output" if week is None else f"first loss in week {week}")
    if binding:
        parts.append(f"limited by {binding}")
    if no_verdict:
        parts.append("no verdict on whether it loses more than the next")
    parts.append(f"weakest input: {sector.data_class.value}")
    return "; ".join(parts)
