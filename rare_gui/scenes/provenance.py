"""Sources as they are cited beside figures and at the foot of pictures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows
from rare_gui.scenes.palette import Source

TITLE_LENGTH = 70


def cite(dataset: Dataset, ids: Iterable[str]) -> tuple[Source, ...]:
    """The sources of the given ids, each once, in the order given; unknown ids are left out."""
    known = _sources(dataset)
    return tuple(known[source_id] for source_id in dict.fromkeys(ids) if source_id in known)


def _sources(dataset: Dataset) -> dict[str, Source]:
    if "sources" not in dataset.kept:
        dataset.kept["sources"] = {
            row["source_id"]: Source(row["source_id"], _citation(row), row["url"])
            for row in rows(dataset.tables["sources"])
        }
    return dataset.kept["sources"]  # type: ignore[no-any-return]


def _citation(row: dict[str, Any]) -> str:
    title = row["title"]
    if len(title) > TITLE_LENGTH:
        title = title[: TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"
    published = row["published"]
    year = f", {published.year}" if published == published else ""
    return f"{row['publisher']}: {title}{year}"
