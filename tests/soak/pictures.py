"""Make many pictures in one process, and count the memory that they leave behind."""

from __future__ import annotations

import gc
import os
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

from rare_gui.app.pictures import pictures
from rare_gui.app.pictures.pictures import Asked, Beside
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.pictures.size import PRESETS
from rare_gui.scenes.selection import Selection

ASKED = Asked("timeline", PRESETS["16:9"], 1.0)
DAY = date(2026, 11, 23)
WARM_UP = 20


def bytes_gained(dataset: Dataset, count: int, asked: Asked = ASKED) -> int:
    """What `count` pictures add to the resident memory, after some that fill the caches.

    Materials, days and formats change from one to the next, as they do in `--material all`.
    """
    materials = list(dataset.law.named_forms)[: count // 2]
    _make(dataset, asked, materials, max(WARM_UP, 2 * len(materials)))
    before = _resident_bytes()
    _make(dataset, asked, materials, count)
    return _resident_bytes() - before


def _make(dataset: Dataset, asked: Asked, materials: list[str], count: int) -> None:
    formats = tuple(pictures.FORMATS)
    for number, material in enumerate(islice(cycle(materials), count)):
        view = Selection(material, DAY - timedelta(days=number % 300))
        one = replace(asked, formats=(formats[number % len(formats)],))
        pictures.files(dataset, view, one, "x", Beside(), today=DAY)
    gc.collect()


def _resident_bytes() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
