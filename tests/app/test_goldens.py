"""Approved pictures of the timeline as it is exported. Look at a new one before approving it.

To renew them: `RARE_GUI_APPROVE=1 pytest tests/app/test_goldens.py`, then look at them.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from rare_gui.app.pictures.pictures import picture
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection

GOLDENS = Path(__file__).parents[1] / "goldens"
TODAY = date(2026, 11, 23)
WHAT_IF = "Magnets freed | freed material=dysprosium form=magnet day=2026-12-01"
VIEWS = {
    "dysprosium-truce-light": (Selection("dysprosium", TODAY), "light"),
    "dysprosium-truce-dark": (Selection("dysprosium", TODAY), "dark"),
    "gallium-past-its-date": (Selection("gallium", date(2026, 11, 28)), "light"),
    "time-travel": (
        Selection("dysprosium", date(2025, 7, 12), known_on=date(2025, 7, 12), ghosts=True),
        "light",
    ),
    "all-years": (
        Selection("dysprosium", TODAY, window=(date(2010, 1, 1), date(2030, 12, 31))),
        "light",
    ),
    "what-if": (Selection("gallium", TODAY, scenario="truce-lapses"), "light"),
}


def pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    return flat.reshape(plain.height(), plain.bytesPerLine() // 4, 4)[:, : plain.width(), :3]


@pytest.mark.parametrize("name", VIEWS)
def test_that_the_timeline_looks_as_approved(
    qtbot: QtBot, dataset: Dataset, tmp_path: Path, name: str
) -> None:
    view, theme = VIEWS[name]
    image = picture(
        dataset, view, what="timeline", size=(1200, 860), scale=1, theme=theme, today=TODAY
    )
    golden = GOLDENS / f"{name}.png"
    if os.environ.get("RARE_GUI_APPROVE"):
        image.save(str(golden))
    image.save(str(tmp_path / f"{name}.png"))
    approved = QImage(str(golden))
    assert approved.size() == image.size()
    # Absolute differences, so that darker counts as much as lighter. The tolerance is for another
    # version of the font rasteriser: edges of letters, never a moved or missing shape.
    difference = np.abs(pixels(image).astype(int) - pixels(approved).astype(int)).max(axis=2)
    share = float((difference > 40).mean())
    assert share < 0.002, f"{share:.2%} of the pixels differ; see {tmp_path}/{name}.png"
    assert float(difference.mean()) < 0.5
