"""The shipped package with some tables exchanged for small ones that can be reckoned by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from rare_gui.domain.dataset import Dataset, Tables

PRODUCTION = {
    "material": "tin", "stage": "mine", "country": "CN", "year": 2020, "tonnes": 1.0,
    "basis": "Sn content", "series": "wmd", "estimated": False, "preliminary": False,
    "preferred": True, "unit": "t", "data_class": "published", "source_ids": "wmd-geopolrisk",
    "confidence": "high", "note": "",
}  # fmt: skip
TRADE = {
    "reporter": "CN", "partner": "JP", "flow": "export", "hs": "261710",
    "commodity": "antimony-ore", "forms": "ore", "year": 2020, "tonnes": 1.0, "value_usd": 1.0,
    "unit": "t;USD", "basis": "reconciled", "data_class": "published",
    "source_ids": "baci-geopolrisk", "confidence": "high",
}  # fmt: skip
GOVERNANCE = {
    "country": "CN", "year": 2020, "indicator": "political-stability", "estimate": 0.0,
    "standard_error": 0.1, "percentile_rank": 50.0, "score_0_100": 50.0, "edition": "older",
    "unit": "WGI points", "data_class": "published", "source_ids": "wgi-geopolrisk",
    "confidence": "high",
}  # fmt: skip


def with_tables(dataset: Dataset, **tables: pd.DataFrame) -> Dataset:
    """The dataset with these tables in place of its own; nothing derived is shared."""

    def read(name: str) -> pd.DataFrame:
        return tables[name] if name in tables else dataset.tables[name]

    names = frozenset(dataset.tables) | set(tables)
    return replace(dataset, tables=Tables(names, read, dataset.tables.__getitem__), kept={})


def table(usual: Mapping[str, Any], *rows: Mapping[str, Any]) -> pd.DataFrame:
    """Rows that differ from the usual one in what is given; no row keeps the columns."""
    return pd.DataFrame([{**usual, **row} for row in rows], columns=list(usual))


def with_output(dataset: Dataset, *rows: Mapping[str, Any]) -> Dataset:
    """The dataset with these rows of production alone, and no published shares of stages."""
    shares = dataset.tables["processing_shares"].iloc[:0]
    return with_tables(dataset, production=table(PRODUCTION, *rows), processing_shares=shares)
