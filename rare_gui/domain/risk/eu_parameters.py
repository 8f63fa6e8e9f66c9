"""What the EU publishes for its index: import reliance by stage, recycling rate, substitution.

As published for the EU27; not for the index itself (`risk.eu_indices`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.bilateral import EU
from rare_gui.domain.risk.figures import Part, missing
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.supply import NET_EXPORTER
from rare_gui.domain.vocabulary import DataClass

_WORDS = {
    "not_recycled": "end-of-life recycling input rate",
    "substitution_index_sr": "substitution index for supply risk",
}


def eu_reliance(dataset: Dataset, material: str, stage: str) -> Part:
    """The study's import reliance of the EU at a stage, as a share."""
    basis = f"EU import reliance at {stage} stage"
    row = _reliance_rows(dataset).get((material, basis))
    if row is None:
        return missing(
            "import_reliance", f"no EU import reliance at the {stage} stage is published"
        )
    value = 0.0 if row["flag"] == NET_EXPORTER else row["value"] / 100
    if value != value:
        return missing(
            "import_reliance", f"the EU import reliance at the {stage} stage is withheld"
        )
    return Part(
        "import_reliance",
        value,
        "1",
        DataClass(row["data_class"]),
        split_ids(row["source_ids"]),
        row["period"] or str(row["year"]),
    )


def _reliance_rows(dataset: Dataset) -> Mapping[tuple[str, str], dict[str, Any]]:
    if "EU reliance by stage" not in dataset.kept:
        frame = dataset.tables["import_reliance"]
        dataset.kept["EU reliance by stage"] = {
            (row["material"], row["basis"]): row for row in rows(frame[frame["country"] == EU])
        }
    return dataset.kept["EU reliance by stage"]  # type: ignore[no-any-return]


def eu_parameter(dataset: Dataset, material: str, name: str, column: str) -> Part:
    """A parameter of the table of materials as a factor; `not_recycled` is one less the rate."""
    if "EU parameters" not in dataset.kept:
        dataset.kept["EU parameters"] = {
            row["material"]: row for row in rows(dataset.tables["materials"])
        }
    row = dataset.kept["EU parameters"].get(material)
    value = row[column] if row else float("nan")
    if value != value:
        return missing(name, f"the EU's {_WORDS[name]} of {material} is not in the data")
    if name == "not_recycled":
        value = 1 - value / 100
    return Part(
        name,
        float(value),
        "1",
        DataClass.PUBLISHED,
        split_ids(row["source_ids"]),
        from_memory=True,
    )
