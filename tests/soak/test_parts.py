"""A long list is read, matched, answered and reported whole, in bounded time.

`RARE_GUI_SOAK_LINES=200000` runs it at full length.
"""

from __future__ import annotations

import csv
import os
import time
from datetime import date
from pathlib import Path

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.parts.check import Question, check_parts, counted
from rare_gui.intake.parts.lines import open_list
from rare_gui.scenes.parts.report import report_text
from rare_gui.scenes.parts.scene import parts_scene

TEXTS = ("Dy metal", "NdFeB magnet", "gallium 6N", "Ho2O3", "steel bracket", "disprosium oxide")
QUESTION = Question(date(2026, 11, 23), ("US", "JP"))


COUNT = int(os.environ.get("RARE_GUI_SOAK_LINES", "5000"))
MOST_MS_A_LINE = 0.3
"""Processor time: 60 s for 200,000 lines on a busy machine; a quiet one takes a third of it."""


def test_that_a_long_list_is_answered_line_for_line(tmp_path: Path, dataset: Dataset) -> None:
    count, path = COUNT, tmp_path / "long.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("Part", "Description", "Weight (g)", "Spend (USD)", "Note"))
        for n in range(count):
            text = TEXTS[n % len(TEXTS)]
            writer.writerow((f"P{n}", f"{text} lot {n}", n / 7, n / 3, f"=1+{n}"))
    begun = time.process_time()
    _, parts = open_list(path, dataset, "CN")
    checked = check_parts(dataset, parts.lines, QUESTION)
    scene = parts_scene(dataset, QUESTION, parts, checked)
    report = report_text(dataset, parts, checked, QUESTION)
    spent = time.process_time() - begun
    assert sum(counted(checked).values()) == len(parts.lines) == count
    assert len(scene.rows) + len(scene.settle) == count
    assert report.count("'=1+") == count
    assert spent < 2 + count * MOST_MS_A_LINE / 1000, f"{spent:.1f} s of processor time"
