"""Who goes short first: a product's shortage shared out among its users by their part of its use.

Not for the arithmetic (`impact.shortage.ration`). Only the end uses that the table tells are
weighed; a user whose part of the use is not known misses what it would if all were served alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.direct import Share
from rare_gui.domain.impact.economy import Economy
from rare_gui.domain.impact.joins import Chain
from rare_gui.domain.impact.shortage import Rationing, ration
from rare_gui.domain.rows import rows

Floats = NDArray[np.float64]

DEFENCE = frozenset(
    {"ammunition_ordnance", "armored_vehicles", "missiles_space", "navigation_defense_electronics"}
)
"""Sectors that are served before the others in the rationing `defence-first`."""


def use_shares(dataset: Dataset) -> Mapping[tuple[str, str], float]:
    """The part of a material's use (0 to 1) that goes to a sector, by (material, sector).

    Rows marked as another view never add to the others.
    """
    if "use shares" not in dataset.kept:
        found: dict[tuple[str, str], float] = {}
        for row in rows(dataset.tables["end_uses"]):
            if not row["alternative"] and row["share"] > 0:
                key = (row["material"], row["sector"])
                found[key] = found.get(key, 0.0) + row["share"]
        dataset.kept["use shares"] = found
    return dataset.kept["use shares"]  # type: ignore[no-any-return]


def share_out(dataset: Dataset, economy: Economy, how: str) -> Share | None:
    """How users of one product share its shortage; None where all go short alike.

    The value of a user is its value added per unit of the product.
    """
    if how == Rationing.PROPORTIONAL:
        return None
    weights = use_shares(dataset)

    def shared(users: Sequence[Chain], short: list[Floats]) -> list[Floats]:
        known = [at for at, one in enumerate(users) if (one.product, one.sector) in weights]
        result = list(short)
        if len(known) > 1:
            chosen = [users[at] for at in known]
            part = [weights[one.product, one.sector] for one in chosen]
            made = [float(economy.value_added[economy.index[one.sector]]) for one in chosen]
            first = [at for at, one in enumerate(chosen) if one.sector in DEFENCE]
            value = [worth / share for worth, share in zip(made, part, strict=True)]
            told = ration(
                np.stack([short[at] for at in known]), part, how, first=first, value=value
            )
            for at, lacked in zip(known, told, strict=True):
                result[at] = lacked
        if how == Rationing.DEFENCE_FIRST:
            for at, one in enumerate(users):
                if one.sector in DEFENCE and at not in known:
                    result[at] = np.zeros_like(short[at])  # small, and nobody knows whose part
        return result

    return shared


def unweighed(dataset: Dataset, chains: Sequence[Chain]) -> tuple[str, ...]:
    """The products of which the use of some user is not known, in order."""
    weights = use_shares(dataset)
    return tuple(
        dict.fromkeys(one.product for one in chains if (one.product, one.sector) not in weights)
    )
