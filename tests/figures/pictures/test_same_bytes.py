"""The same package, view and version give the same bytes, in another process too."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from rare_gui.figures.formats.pdf import pdf
from rare_gui.figures.formats.png import png
from rare_gui.figures.formats.svg import svg
from rare_gui.figures.pictures.timeline import timeline_drawing
from rare_gui.figures.theme import load_theme
from rare_gui.intake.package import open_package
from rare_gui.intake.places import shipped_package
from rare_gui.scenes.pictures.timeline import timeline_picture
from rare_gui.scenes.selection import Selection
from tests.figures.formats.drawings import FACTS


def all_formats() -> bytes:
    dataset, _ = open_package(shipped_package())
    assert dataset is not None
    made = timeline_picture(
        dataset, Selection("dysprosium", date(2026, 11, 23)), program="rare_gui"
    )
    drawing = timeline_drawing(made, load_theme("dark"), 1000, 760)
    return b"".join(write(drawing, FACTS, 2) for write in (png, svg, pdf))


def test_that_the_same_view_gives_the_same_bytes_in_another_process(
    qtbot: QtBot, tmp_path: Path
) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication; app = QApplication([])\n"
        "from tests.figures.pictures.test_same_bytes import all_formats\n"
        "Path(sys.argv[1]).write_bytes(all_formats())\n"
    )
    path = tmp_path / "other"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "7"}
    environment.pop("DISPLAY", None)
    subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=Path(__file__).parents[3],
        env=environment,
        check=True,
    )
    assert path.read_bytes() == all_formats()
