"""A source as people cite it: in plain words, and as an entry of BibTeX.

Not for the short citations beside figures: `scenes.provenance`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rare_gui.domain.evidence.parts import SourceRecord
from rare_gui.domain.vocabulary import DatePrecision
from rare_gui.scenes.wording import day_words

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_IN_ADDRESS = {"\\": "%5C", "{": "%7B", "}": "%7D", "%": r"\%", "#": r"\#", " ": "%20"}
NO_DATE = "n.d."
NO_ADDRESS = "address not recorded"


def plain(source: SourceRecord) -> str:
    """ "Publisher: Title. 6 Feb 2026. https://... (read 23 Nov 2026)." on one line."""
    published = day_words(source.published, source.precision) if source.published else NO_DATE
    read = f" (read {day_words(source.read)})" if source.read else ""
    words = f"{source.publisher}: {source.title}. {published}. {source.url or NO_ADDRESS}{read}."
    return _one_line(words)


def bibtex(source: SourceRecord) -> str:
    """The source as one `@misc` entry; braces and special characters are escaped."""
    fields = [
        # a second pair of braces keeps the name of an office whole and its capitals as they are
        ("author", f"{{{escaped(source.publisher)}}}"),
        ("title", f"{{{escaped(source.title)}}}"),
    ]
    if source.published:
        fields.append(("year", str(source.published.year)))
        if source.precision is not DatePrecision.YEAR:
            fields.append(("month", str(source.published.month)))
    if source.url:
        fields.append(("url", _address(source.url)))
    if source.read:
        fields.append(("urldate", source.read.isoformat()))
    if source.licence:
        fields.append(("note", f"Licence: {escaped(source.licence)}"))
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields)
    return f"@misc{{{_key(source.source_id)},\n{lines}\n}}"


def all_plain(sources: Iterable[SourceRecord]) -> str:
    """One citation a line."""
    return "\n".join(map(plain, sources))


def all_bibtex(sources: Iterable[SourceRecord]) -> str:
    """The entries, an empty line between them."""
    return "\n\n".join(map(bibtex, sources))


def escaped(text: str) -> str:
    """`text` on one line such that TeX sets it letter by letter."""
    return "".join(_SPECIAL.get(letter, letter) for letter in _one_line(text))


def _address(url: str) -> str:
    """An address without a brace or backslash; TeX takes a bare % for a comment."""
    return "".join(_IN_ADDRESS.get(letter, letter) for letter in _one_line(url))


def _key(source_id: str) -> str:
    return re.sub(r"[^A-Za-z0-9:.+/-]+", "-", source_id).strip("-") or "source"


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
