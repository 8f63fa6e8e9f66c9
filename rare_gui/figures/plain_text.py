"""Texts from data for places of Qt that would take them for HTML.

Widgets with a text format of their own (QLabel) are told Qt.PlainText instead.
"""

from __future__ import annotations

from html import escape
from textwrap import wrap

from PySide6.QtGui import Qt

_LONGEST_LINE = 84  # characters; a tooltip would run across the whole screen


def tooltip_text(text: str) -> str:
    """`text` such that a tooltip shows it letter by letter, with its line breaks.

    Long lines are broken. A tooltip has no plain-text switch: a text that Qt would take for HTML
    is escaped.
    """
    lines = [part for line in text.splitlines() for part in wrap(line, _LONGEST_LINE) or [""]]
    broken = "\n".join(lines)
    if not Qt.mightBeRichText(broken):
        return broken
    return "<qt>" + "<br>".join(map(escape, lines)) + "</qt>"
