"""The dataset with another series of output figures in front, where that series tells anything.

For looking at what the other source says: every share, index and rank of output is then made of it.
Series are still never mixed (`domain.supply`, `risk.world_supply`).
"""

from __future__ import annotations

from dataclasses import replace

from rare_gui.domain.dataset import Dataset, Tables


def preferring(dataset: Dataset, series: str | None) -> Dataset:
    """The dataset whose output comes from `series` for the materials and stages that it tells of.

    The others keep the series that the package prefers. Without a series, or with one that the
    package does not have, it is the same dataset. The last one made is held.
    """
    if series is None:
        return dataset
    key, made = dataset.kept.get("preferring", (None, None))
    if key != series:
        made = _made(dataset, series)
        dataset.kept["preferring"] = (series, made)
    return made  # type: ignore[no-any-return]


def _made(dataset: Dataset, series: str) -> Dataset:
    output = dataset.tables["production"]
    chosen = output["series"] == series
    if not chosen.any():
        return dataset
    goods = output["material"] + "\n" + output["stage"]
    told = goods.isin(goods[chosen].unique())
    changed = output.assign(preferred=output["preferred"].where(~told, chosen))
    tables = Tables(
        frozenset(dataset.tables),
        lambda name: changed if name == "production" else dataset.tables[name],
        lambda name: dataset.tables[name],
    )
    # a law of its own: scenes keep what they have made beside the law
    return replace(dataset, tables=tables).with_law(replace(dataset.law, _kept={}))
