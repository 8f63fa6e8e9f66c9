"""One thing inside of a painted picture, in words, as a screen reader is told of it.

Not for making them from a scene (`timeline_items`) nor for Qt's side (`exposure`).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a picture with the parts that it is made of.

    `key` is unique among its siblings and stays with what it names when the picture changes.
    `place` is in the widget's px; None when it is not in view. `picks` says what pressing it picks,
    by kind and key as in `timeline.frame.Hit`; None: nothing.
    """

    key: str
    role: QAccessible.Role
    name: str
    detail: str = ""
    place: QRectF | None = None
    picks: tuple[str, str] | None = None
    children: tuple[Item, ...] = ()
