"""Repaint a widget many times, and count what that leaves behind."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WARM_UP = 100


@dataclass(frozen=True, slots=True)
class Traces:
    """What repaints left: references to None that were lost, and bytes of memory gained."""

    none_lost: int
    bytes_gained: int


def traces_of_repaints(widget: QWidget, count: int) -> Traces:
    """Repaint the shown widget `count` times, after some to fill its caches."""
    _repaint(widget, WARM_UP)
    none_before, bytes_before = sys.getrefcount(None), _resident_bytes()
    _repaint(widget, count)
    return Traces(none_before - sys.getrefcount(None), _resident_bytes() - bytes_before)


def _repaint(widget: QWidget, count: int) -> None:
    for _ in range(count):
        widget.repaint()
    gc.collect()


def _resident_bytes() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
