"""All materials measured for one importing country, with how firmly each method ranks them.

Not for the methods and their parts: `risk.assessment`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.assessment import (
    METHODS,
    Assessment,
    assess,
    method_ranks,
    ranks_by_all,
    scores_by_method,
)
from rare_gui.domain.risk.own_weights import OwnWeights
from rare_gui.domain.risk.ranking import Rank


@dataclass(frozen=True, slots=True, eq=False)
class Screening:
    """Every material's assessment as `importer` sees it (alpha-2 or `EU`), by the latest years.

    `ranks` are by method, then material: rank 1 is the largest score. `across` ranks those that
    all of `methods_across` score, from the best to the worst of a material's ranks.
    """

    importer: str
    assessed: Mapping[str, Assessment]
    ranks: Mapping[str, Mapping[str, Rank]]
    across: Mapping[str, Rank]
    methods_across: tuple[str, ...]


def screen(
    dataset: Dataset,
    importer: str,
    as_of: date,
    known_on: date | None = None,
    weights: OwnWeights | None = None,
) -> Screening:
    """Measure all materials; `as_of` is the day of the legal states in the restriction shares,
    `known_on` the last day on which what counts was public (None: everything in the data).
    `weights` add the user's own score, which stays out of the ranks across the methods.

    The first time for a country this reads its bilateral trade, which takes some tenths of a
    second.
    """
    assessed = {
        material: assess(dataset, material, importer, as_of=as_of, known_on=known_on).with_weights(
            weights
        )
        for material in dataset.material_names
    }
    every = assessed.values()
    scored = scores_by_method(every)
    return Screening(
        importer,
        assessed,
        method_ranks(every),
        ranks_by_all(every),
        tuple(method for method in METHODS if method in scored),
    )
