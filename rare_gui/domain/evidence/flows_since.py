"""Evidence on what became of exports since a promise: both means, and each month in them.

Not a verdict on the promise: exports move for many reasons.
"""

from __future__ import annotations

from datetime import date

from rare_gui.domain.commitments import last_day, ledger
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.parts import Evidence, Input, unrecorded
from rare_gui.domain.evidence.rows import sources_of
from rare_gui.domain.evidence.supply import country_name
from rare_gui.domain.exposure import weakest
from rare_gui.domain.flows import FlowPoint
from rare_gui.domain.promise_flows import FlowChange, flow_changes
from rare_gui.domain.supply import WORLD
from rare_gui.domain.vocabulary import Confidence, DataClass


def since_promise(
    dataset: Dataset, key: str, rest: str, as_of: date, known_on: date | None
) -> Evidence:
    """The mean of the months since a promise; `rest` names it, the goods and the buyer."""
    commitment, commodity, partner = rest.split(":")
    entry = next(
        (one for one in ledger(dataset, as_of, known_on) if one.promise.id == commitment), None
    )
    changes = flow_changes(dataset, entry.promise, last_day(as_of, known_on)) if entry else ()
    change = next((c for c in changes if (c.commodity, c.partner) == (commodity, partner)), None)
    if change is None:
        return unrecorded(key)
    known, _ = sources_of(dataset, change.sources)
    trust = [one.confidence for one in known]
    classes = (point.data_class for point in (*change.earlier, *change.later))
    to = "the world" if partner == WORLD else country_name(dataset, partner)
    return Evidence(
        key,
        f"China's exports of {commodity.replace('-', ' ')} to {to}, mean of the months since",
        change.since,
        "t a month",
        data_class=weakest(DataClass.DERIVED, *classes),
        confidence=max(trust, key=list(Confidence).index, default=None),
        about=f"{change.months_since} published months since the promise, "
        f"{change.months_before} of the 12 before it. Months without a figure are left out. "
        f"Coverage: {change.coverage}",
        formula="mean of the published months",
        inputs=(
            Input("Mean of the months before", change.before, "t a month", DataClass.DERIVED),
            *(_month(change, point, "since") for point in change.later),
            *(_month(change, point, "before") for point in change.earlier),
        ),
        sources=known,
    )


def _month(change: FlowChange, point: FlowPoint, side: str) -> Input:
    month = f"{point.month:%Y-%m}"
    of_the_world = change.partner == WORLD  # months of other buyers have no evidence of their own
    key = f"export:{change.commodity}:{month}" if of_the_world else ""
    return Input(f"{month}, {side}", point.tonnes, "t", point.data_class, key=key)
