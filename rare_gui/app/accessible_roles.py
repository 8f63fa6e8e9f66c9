"""Roles of the widgets that paint themselves, of which Qt cannot know what they are.

Without one a screen reader takes a widget for mere room between others and leaves out its name. Not
for pictures with parts of their own (`figures.accessible`).
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE = QAccessible.Role

ROLES: dict[str, QAccessible.Role] = {
    **dict.fromkeys(
        ("CardChartView", "CliffStrip", "DisagreeBar", "ImpactChart", "InfluenceChart"),
        _ROLE.Chart,
    ),
    **dict.fromkeys(("KeyFigureView",), _ROLE.Button),
    **dict.fromkeys(("PaneTitle",), _ROLE.Heading),
    **dict.fromkeys(("NoticeBar", "TimeBanner"), _ROLE.Notification),
    **dict.fromkeys(
        (
            "CardHead", "CardPage", "CliffDetail", "EvidenceDrawer", "HeaderPanel", "LedgerDetail",
            "ListPanel", "NoteEditor", "PartsPage", "ProjectsDetail", "SourceCardView",
        ),
        _ROLE.Grouping,
    ),
    **dict.fromkeys(
        (
            "ChangeCounts", "ChipWords", "EvidenceFacts", "NotSizedChips", "StateChanges",
            "VerdictLine", "WhyPath", "_Legend", "_StatusText", "_Total",
        ),
        _ROLE.StaticText,
    ),
    "_Sheet": _ROLE.Graphic,
}  # fmt: skip
"""By the name of the class, so that a window which has no such widget need not import it."""


@cache
def give_roles() -> None:
    """Have Qt ask for the roles from now on; before the first window."""
    QAccessible.installFactory(_interface_of)


def _interface_of(class_name: str, about: QObject) -> QAccessibleInterface | None:
    """Qt asks once for each class that an object is of; what it is given belongs to it."""
    role = ROLES.get(class_name)
    if role is None or not isinstance(about, QWidget):
        return None
    return QAccessibleWidget(about, role)
