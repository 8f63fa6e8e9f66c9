"""Hundreds of pictures in one process keep memory flat.

`RARE_GUI_SOAK_PICTURES=4000` runs it at full length.
"""

from __future__ import annotations

import os
import sys

import pytest
from pytestqt.qtbot import QtBot

from rare_gui.app.pictures.pictures import KINDS, Asked
from rare_gui.domain.dataset import Dataset
from tests.soak.pictures import bytes_gained

PICTURES = int(os.environ.get("RARE_GUI_SOAK_PICTURES", "40"))
ALLOWED_BYTES = 30_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="resident memory is read from /proc")
def test_that_many_pictures_keep_memory_flat(qtbot: QtBot, dataset: Dataset) -> None:
    gained = bytes_gained(dataset, PICTURES)
    assert gained < ALLOWED_BYTES, f"{gained / 1e6:.1f} MB after {PICTURES} pictures"


@pytest.mark.ordeal
@pytest.mark.skipif(sys.platform != "linux", reason="resident memory is read from /proc")
def test_that_windows_made_for_pictures_are_let_go(qtbot: QtBot, dataset: Dataset) -> None:
    count = min(PICTURES, 100)
    gained = bytes_gained(dataset, count, Asked("window", KINDS["window"].usual, 1.0))
    assert gained < ALLOWED_BYTES, f"{gained / 1e6:.1f} MB after {count} windows"
