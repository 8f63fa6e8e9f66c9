from __future__ import annotations

import os
import sys

import pytest
from pytestqt.qtbot import QtBot

from tests.shown_window import shown_window, timeline_of
from tests.soak.repaints import traces_of_repaints

REPAINTS = int(os.environ.get("RARE_GUI_SOAK_REPAINTS", "2000"))
ALLOWED_BYTES = 5_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="resident memory is read from /proc")
def test_that_repaints_of_the_timeline_lose_no_reference_and_keep_memory_flat(qtbot: QtBot) -> None:
    """PySide6 6.12.0 fails this on Python 3.11: DECISIONS.md, 1."""
    window = shown_window()
    qtbot.addWidget(window)
    traces = traces_of_repaints(timeline_of(window).viewport(), REPAINTS)
    assert traces.none_lost <= 0
    assert traces.bytes_gained < ALLOWED_BYTES
