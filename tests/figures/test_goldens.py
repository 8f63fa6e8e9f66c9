"""Two approved pictures of the timeline. Look at a new one before approving it.

To renew them: `RARE_GUI_APPROVE=1 pytest tests/figures/test_goldens.py`, then look at them.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from rare_gui.figures.export import render_timeline, write_png
from rare_gui.figures.theme import load_theme
from tests.figures.scenes import dysprosium, gallium_past_its_date

GOLDENS = Path(__file__).parents[1] / "goldens"
FOOTER = "rare_gui · strategic-materials, made by hand for the tests · data to 9 Oct 2026"


def pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(plain.constBits(), np.uint8)
    return flat.reshape(plain.height(), plain.bytesPerLine() // 4, 4)[:, : plain.width(), :3]


@pytest.mark.parametrize(
    ("name", "theme"), [("dysprosium-light", "light"), ("gallium-past-dark", "dark")]
)
def test_that_the_timeline_looks_as_approved(
    qtbot: QtBot, tmp_path: Path, name: str, theme: str
) -> None:
    scene = dysprosium() if theme == "light" else gallium_past_its_date()
    image = render_timeline(scene, load_theme(theme), 1000, 760, 1, FOOTER)
    golden = GOLDENS / f"{name}.png"
    if os.environ.get("RARE_GUI_APPROVE"):
        write_png(image, golden, {"Title": name}, force=True)
    write_png(image, tmp_path / f"{name}.png", {})
    approved = QImage(str(golden))
    assert approved.size() == image.size()
    # Absolute differences, so that darker counts as much as lighter. The tolerance is for another
    # version of the font rasteriser: edges of letters, never a moved or missing shape.
    difference = np.abs(pixels(image).astype(int) - pixels(approved).astype(int)).max(axis=2)
    share = float((difference > 40).mean())
    assert share < 0.002, f"{share:.2%} of the pixels differ; see {tmp_path}/{name}.png"
    assert float(difference.mean()) < 0.5
