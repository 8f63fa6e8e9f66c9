"""Approved pictures of the kinds that can be saved. Look at a new one before approving it.

To renew them: `RARE_GUI_APPROVE=1 pytest tests/figures/pictures/test_goldens.py`, then look.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from tests.figures.pictures.views import KINDS, VIEWS

GOLDENS = Path(__file__).parents[2] / "goldens" / "pictures"
PICTURES = {
    "card-dysprosium-wide": ("card", "dysprosium", 1600, 900, "light"),
    "card-gallium-past-its-date": ("card", "past its date", 794, 1123, "light"),
    "losses-dysprosium-a4": ("losses", "dysprosium", 794, 1123, "light"),
    "timeline-gallium-what-if": ("timeline", "what-if", 1123, 794, "dark"),
    "timeline-time-travel": ("timeline", "time travel", 1080, 1080, "light"),
}


def pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    return flat.reshape(plain.height(), plain.bytesPerLine() // 4, 4)[:, : plain.width(), :3]


@pytest.mark.parametrize("name", PICTURES)
def test_that_the_picture_looks_as_approved(
    qtbot: QtBot, dataset: Dataset, tmp_path: Path, name: str
) -> None:
    kind, view, width, height, theme = PICTURES[name]
    drawing = KINDS[kind](dataset, VIEWS[view], width, height, theme)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    drawing.paint(painter)
    painter.end()
    golden = GOLDENS / f"{name}.png"
    if os.environ.get("RARE_GUI_APPROVE"):
        image.save(str(golden))
    image.save(str(tmp_path / f"{name}.png"))
    approved = QImage(str(golden))
    assert approved.size() == image.size()
    # The tolerance is for another version of the font rasteriser: edges of letters, never a moved
    # or missing shape.
    difference = np.abs(pixels(image).astype(int) - pixels(approved).astype(int)).max(axis=2)
    share = float((difference > 40).mean())
    assert share < 0.002, f"{share:.2%} of the pixels differ; see {tmp_path}/{name}.png"
    assert float(difference.mean()) < 0.5
