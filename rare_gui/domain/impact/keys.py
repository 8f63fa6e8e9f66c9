"""Which assumptions a run uses, and the weakest of their data classes.

Not for their values (`impact.parameters`, `impact.values`).
"""

from __future__ import annotations

from collections.abc import Iterable

from rare_gui.domain.impact.direct import (
    CATCH_UP,
    HELD,
    IN_CHINA,
    LEAKAGE,
    MADE_UP,
    SPREAD_LOG,
    DirectStep,
)
from rare_gui.domain.impact.joins import COMPONENT, Chain
from rare_gui.domain.impact.parameters import Parameter
from rare_gui.domain.vocabulary import DataClass

CLASSES = tuple(DataClass)
"""Weakest last."""
ELASTICITIES = ("model.supply_elasticity", "model.demand_elasticity")
PASSED_ON = ("model.bottleneck_weight", "model.parts_stock_days")


def used_keys(step: DirectStep, chains: Iterable[Chain]) -> tuple[str, ...]:
    """The keys of the assumptions that act on some chains, in the order of the list on screen.

    Without any chain: those by which a loss is passed on.
    """
    own = tuple(chains)
    feeds = [(route, feed) for chain in own for route in chain.routes for feed in route.feeds]
    flows = [step.flows[place] for place in dict.fromkeys(feed.flow for _, feed in feeds)]
    keys = [flow.cut_key for flow in flows]
    for flow in flows:
        answer = () if step.by_price else (f"{flow.terms}.ramp",)
        keys += [f"{flow.terms}.{name}" for name in ("nir", "china_share", "others_spare")]
        keys += answer
    keys += [route.key for chain in own for route in chain.routes]
    keys += [chain.kappa for chain in own]
    keys += [chain.stock for chain in own]
    for chain in own:
        if chain.substitution:
            keys += [f"{chain.substitution}.most", f"{chain.substitution}.half_time"]
    if own:
        keys += [LEAKAGE, SPREAD_LOG]
        keys += ELASTICITIES if step.by_price else ()
    keys += [HELD] if any(feed.partly for _, feed in feeds) else []
    keys += [IN_CHINA] if any(route.form == COMPONENT for route, _ in feeds) else []
    keys += [MADE_UP] if any(chain.sector in CATCH_UP for chain in own) else []
    keys += PASSED_ON
    return tuple(dict.fromkeys(keys))


def weakest(parameters: Iterable[Parameter]) -> DataClass:
    """The weakest data class among some assumptions; derived for none, as the flows are."""
    return max(
        (parameter.data_class for parameter in parameters),
        key=CLASSES.index,
        default=DataClass.DERIVED,
    )
