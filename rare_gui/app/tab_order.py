"""Tab goes through the panes as one reads them, however late their parts were made.

Qt takes the order in which widgets were made, and pages and rows are made when they are needed. Not
for the order within a pane, which is that of its making.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(panes: Iterable[QWidget]) -> None:
    """Put what takes the keys in each pane behind that of the pane before."""
    order = [widget for pane in panes for widget in _in_order(pane)]
    for before, after in pairwise(order):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)


def _in_order(pane: QWidget) -> list[QWidget]:
    """The pane's parts that take the keys, as Tab meets them now."""
    found: list[QWidget] = []
    at = pane
    while True:
        is_inside = at is pane or pane.isAncestorOf(at)
        if is_inside and at.focusPolicy() != Qt.FocusPolicy.NoFocus and at.focusProxy() is None:
            found.append(at)
        at = at.nextInFocusChain() or pane
        if at is pane:
            return found
