"""What the impact model needs of a dataset, as bytes for a process that has no package.

Not for files: nothing is written.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import lru_cache

from rare_gui.domain.dataset import Dataset

TABLES = (
    # the law
    "countries",
    "materials",
    "material_groups",
    "material_forms",
    "measures",
    "measure_scope",
    "status_changes",
    # the model
    "contains",
    "dependence_shares",
    "end_uses",
    "form_routes",
    "io_flows",
    "model_defaults",
    "sectors",
    "stocks",
    "supply_terms",
)
"""The tables that sizing reads."""


def packed(dataset: Dataset) -> bytes:
    """The dataset with these tables alone and its law, which may be that of a what-if."""
    sent = replace(dataset, tables={name: dataset.tables[name] for name in TABLES}, kept={})
    law = replace(dataset.law, _kept={})  # answers are found again sooner than sent
    return pickle.dumps(sent.with_law(law), protocol=pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=2)  # the law with a what-if and without it
def unpacked(data: bytes) -> Dataset:
    """The dataset again, kept for the next calls with the same bytes.

    Only for bytes of `packed` from this very program: unpacking others could run anything.
    """
    found: Dataset = pickle.loads(data)
    return found
