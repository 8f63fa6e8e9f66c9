"""Texts from data for places of Qt that would take them for HTML.

Widgets with a text format of their own (QLabel) are told Qt.PlainText instead.
"""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def tooltip_text(text: str) -> str:
    """`text` such that a tooltip shows it letter by letter, whatever it looks like.

    A tooltip has no plain-text switch: a text that Qt would take for HTML is escaped.
    """
    if not Qt.mightBeRichText(text):
        return text
    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>"
