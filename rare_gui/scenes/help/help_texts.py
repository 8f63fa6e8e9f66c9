"""The topics of the help: our own Markdown, found by words.

Not for data: what comes from a package is never taken for Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TOPICS = (
    "start",
    "chips",
    "timeline",
    "two-clocks",
    "what-ifs",
    "impact",
    "evidence",
    "parts",
    "exports",
    "data",
    "keys",
)
"""The names of the topics' files, in the order of the list."""
_KEYS = "{keys}"
"""Stands in a topic where the table of keys goes."""

KeyGroups = Iterable[tuple[str, Sequence[tuple[str, str]]]]
"""A heading, and what each key does: (words, keys)."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A page of the help; `text` is Markdown without its title."""

    id: str
    title: str
    text: str


def topic(name: str, markdown: str, keys: KeyGroups = ()) -> Topic:
    """The topic of a file; its first line is the title. `keys` go where the text asks for them.

    Raises ValueError for a text that does not begin with a title.
    """
    head, _, body = markdown.partition("\n")
    if not head.startswith("# "):
        raise ValueError(f"the help topic {name!r} does not begin with a title")
    return Topic(name, head[2:].strip(), body.replace(_KEYS, key_tables(keys)).strip())


def key_tables(groups: KeyGroups) -> str:
    """Keys as Markdown: a heading and a table for each group."""
    parts = []
    for name, lines in groups:
        table = [f"| {_cell(keys)} | {_cell(words)} |" for words, keys in lines]
        parts.append("\n".join([f"## {name}", "", "| Keys | |", "|---|---|", *table]))
    return "\n\n".join(parts)


def found(topics: Iterable[Topic], words: str) -> tuple[Topic, ...]:
    """The topics that hold each of the words.

    Those that have them in the title come first, then those that hold them together most often.
    """
    wanted = words.lower().split()
    phrase = " ".join(wanted)
    ranked = []
    for number, one in enumerate(topics):
        title, text = one.title.lower(), one.text.lower()
        if all(word in title or word in text for word in wanted):
            in_title = sum(word in title for word in wanted)
            ranked.append((-in_title, -text.count(phrase) if phrase else 0, number, one))
    return tuple(one for *_, one in sorted(ranked, key=lambda item: item[:3]))


def _cell(text: str) -> str:
    """A text that stays one cell, letter by letter."""
    return re.sub(r"([\\`*_\[\]<>|~#+-])", r"\\\1", text)
