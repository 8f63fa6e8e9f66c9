"""HTML put together from plain texts: each is escaped, and only addresses of the web are linked.

Not for a page's content or looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import NewType

Html = NewType("Html", str)
"""Text that is HTML already: `text` and `element` make it, nothing else should."""

_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
_EMPTY = frozenset({"br", "meta"})


def text(words: str) -> Html:
    """Plain words as they stand, on one line; what a page cannot show becomes a blank."""
    shown = "".join(letter if letter.isprintable() else " " for letter in words)
    return Html(escape(" ".join(shown.split())))


def element(name: str, /, *inner: Html, **attributes: str) -> Html:
    """An element with its content; `class_` and `http_equiv` stand for class and http-equiv."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"' for key, value in attributes.items()
    )
    if name in _EMPTY:
        return Html(f"<{name}{told}>")
    return Html(f"<{name}{told}>{''.join(inner)}</{name}>")


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """Several pieces one after the other, plain words between them."""
    return Html(escape(between).join(parts))


def link(words: str, address: str) -> Html:
    """The words, linked where the address is a whole one of the web; else the words alone."""
    if not _ADDRESS.fullmatch(address):
        return text(words)
    return element("a", text(words), href=address, rel="noreferrer noopener")
