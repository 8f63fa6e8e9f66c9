"""The facts that go into a saved picture's file, from the dataset and the view.

Not for how a format holds them: `figures.formats`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.picture_facts import Facts
from rare_gui.scenes.selection import Selection

__all__ = ["Facts", "creation_time", "picture_facts"]

EPOCH = "SOURCE_DATE_EPOCH"
"""Environment: seconds since 1970 that stand for the present (reproducible-builds.org)."""


def picture_facts(
    dataset: Dataset,
    selection: Selection,
    *,
    title: str,
    description: str,
    sources: Iterable[str],
    program: str,
    created: datetime,
    licence: str = "",
    with_view: bool = True,
    title_edited: bool = False,
) -> Facts:
    """The facts of a picture of `selection`; without `with_view` nothing leads back to it.

    `program` is name and version. `created` is in UTC. `sources` are short citations.
    """
    return Facts(
        title=one_line(title),
        description=one_line(description),
        sources=tuple(one_line(source) for source in sources),
        licence=one_line(licence),
        created=created.astimezone(UTC).replace(microsecond=0),
        software=program,
        package=f"{dataset.name} {dataset.version} {dataset.digest}",
        view=selection.to_text() if with_view else None,
        title_edited=title_edited,
    )


def creation_time(environment: Mapping[str, str], now: datetime) -> datetime:
    """`now` in UTC, or the moment that SOURCE_DATE_EPOCH names.

    Raises ValueError with a sentence when that is set to what is no number of seconds.
    """
    text = environment.get(EPOCH)
    if not text:
        return now.astimezone(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueError(
            f"{EPOCH}={text!r} is no number of seconds since 1970; correct or unset it"
        ) from None


def one_line(text: str) -> str:
    """`text` without line breaks and control characters: a field of a file, not a layout."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
