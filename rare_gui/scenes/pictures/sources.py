"""Sources as the foot of a picture cites them: short, or in as few words as still name them.

Not for full references: `scenes.citations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.rows import rows

LONGEST_TITLE = 44
_NUMBERED = re.compile(r"(?:Announcement|Decree|Order) (No\. ?\S+ of \d{4})")
_REMARK = re.compile(r" \((?:China|US|EU|Japan|UK|law firm)\)")
_ASIDE = re.compile(r" \(.*\)|, quoted in .*")
"""What a brief citation leaves out: through whom the publisher's words came."""


@dataclass(frozen=True, slots=True)
class ShortCitation:
    """ "Mondaq, Supreme Court invalidates IEEPA tariffs, 2026", and the brief "Mondaq 2026"."""

    text: str
    brief: str


def short_citations(dataset: Dataset, ids: Iterable[str]) -> dict[str, ShortCitation]:
    """Short citations by source id, each once, in the order given; unknown ids are left out."""
    known = _known(dataset)
    return {one: known[one] for one in dict.fromkeys(ids) if one in known}


def _known(dataset: Dataset) -> dict[str, ShortCitation]:
    if "short citations" not in dataset.kept:
        dataset.kept["short citations"] = {
            row["source_id"]: _short(row) for row in rows(dataset.tables["sources"])
        }
    return dataset.kept["short citations"]  # type: ignore[no-any-return]


def _short(row: dict[str, Any]) -> ShortCitation:
    """ "MOFCOM/GACC No. 18 of 2025": a numbered act needs no more of its title."""
    publisher = _REMARK.sub("", row["publisher"]).replace(" / ", "/")
    numbered = _NUMBERED.match(row["title"])
    if numbered:
        act = f"{publisher} {numbered[1]}"
        return ShortCitation(act, act)
    title = row["title"]
    if len(title) > LONGEST_TITLE:
        title = title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    published = row["published"]
    year = str(published.year) if published == published else ""
    ending = "" if not year or year in title else f", {year}"
    brief = _ASIDE.sub("", publisher)
    return ShortCitation(f"{publisher}, {title}{ending}", f"{brief} {year}".strip())
