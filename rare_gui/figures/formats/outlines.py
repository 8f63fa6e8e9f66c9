"""Outlines of glyphs that do not depend on what was drawn before.

Not for turning texts into outlines: Qt does that, in `ink` and in the engines of the formats.
"""

from __future__ import annotations

from PySide6.QtGui import QRawFont

from rare_gui.figures.fonts import ROLES, font

_OWN_PX = 97.0
"""A size that no text has."""


def settle_outlines() -> None:
    """Bring every face of the design into one state, before a vector format is drawn.

    For a glyph that it draws as pixels Qt moves the face by a part of a pixel (FT_Set_Transform),
    and leaves it so: an outline asked for next differs by up to 1/64 px. Measuring a glyph moves
    the face back, but only in a size of its own, for what was measured is remembered. Needs a
    QGuiApplication.
    """
    for role in ROLES:
        face = QRawFont.fromFont(font(role))
        face.setPixelSize(_OWN_PX)
        for glyph in face.glyphIndexesForString("x"):
            face.boundingRect(glyph)
