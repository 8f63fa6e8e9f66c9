"""The facts in a saved picture's file, read back from its bytes: PNG, SVG or PDF.

Nothing of the picture is decoded, and nothing in it is obeyed: the texts are data that whoever
opens the view checks again. Not for finding out what the view means: `scenes.selection`.
"""

from __future__ import annotations

import stat
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from rare_gui.domain.picture_facts import Facts
from rare_gui.intake.picture_texts import NoFacts, pdf_texts, png_texts, svg_texts

__all__ = ["NoFacts", "read_facts", "read_file"]

LARGEST_FILE = 200_000_000
"""Bytes; a larger file was not written here."""
LONGEST_VIEW = 8_000
"""Letters; more are no view."""
_PROGRAM = "rare_gui "


def read_file(path: Path) -> Facts:
    """The facts in the picture at `path`.

    Raises NoFacts with one sentence for a file that holds none, OSError when it cannot be read.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for without end
        raise NoFacts(f"{path.name} is no ordinary file; nothing was opened.")
    if found.st_size > LARGEST_FILE:
        raise NoFacts("The file is too large to be a picture of this program.")
    return read_facts(path.read_bytes())


def read_facts(data: bytes) -> Facts:
    """The facts in a picture's bytes, whatever of the three formats they are.

    Raises NoFacts with one sentence when it is no picture of this program or was tampered with.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        texts = png_texts(data)
    elif data.startswith(b"%PDF-"):
        texts = pdf_texts(data)
    elif data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        texts = svg_texts(data)
    else:
        raise NoFacts("The file is no PNG, SVG or PDF picture.")
    return _facts(texts)


def _facts(texts: Mapping[str, str]) -> Facts:
    software, package = texts.get("software", ""), texts.get("package", "")
    if not software.startswith(_PROGRAM) or not package:
        raise NoFacts("The picture was not made by this program, or lost what it told of itself.")
    view = texts.get("view")
    if view is not None and (len(view) > LONGEST_VIEW or not view.strip() or not _is_plain(view)):
        raise NoFacts("The view in the picture was tampered with; nothing was opened.")
    return Facts(
        title=texts.get("title", ""),
        description=texts.get("description", ""),
        sources=tuple(line for line in texts.get("sources", "").split("\n") if line),
        licence=texts.get("licence", ""),
        created=_moment(texts.get("created", "")),
        software=software,
        package=package,
        view=view,
        title_edited=texts.get("title_edited") == "edited",
    )


def _is_plain(text: str) -> bool:
    return all(letter.isprintable() for letter in text)


def _moment(text: str) -> datetime:
    """The moment in RFC 1123 words (PNG) or in ISO 8601 (SVG, PDF)."""
    try:
        at = datetime.fromisoformat(text) if text[:4].isdigit() else parsedate_to_datetime(text)
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        raise NoFacts("The picture's creation time cannot be read; it was tampered with.") from None
