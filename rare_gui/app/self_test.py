"""Opens the package, draws every figure and writes every format: a proof for any installation."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.problems import Severity
from rare_gui.scenes.selection import Selection

NOT_IMPORTED = ("rare_gui.__main__", "rare_gui.cli.cluster")
"""The start itself, and what needs a library that only the extra `cluster` brings."""


def run_self_test(package: Path | None = None) -> int:
    """Print a line per part; 0 when all passed."""
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from rare_gui.app.loading import NothingToShow, load
    from rare_gui.app.main import application
    from rare_gui.app.start import first_selection

    try:
        dataset, problems = load(package)
    except NothingToShow as error:
        return _told("open the package", str(error))
    errors = [str(problem) for problem in problems if problem.severity is not Severity.WARNING]
    failed = _told("open the package", "; ".join(errors))
    _application = application()
    selection = first_selection(dataset, date.today())
    with tempfile.TemporaryDirectory() as folder:
        parts: tuple[tuple[str, Callable[[], str]], ...] = (
            ("every module of the program", _modules),
            ("typeface and icons", _typeface_and_icons),
            ("states of every material", lambda: _states(dataset, selection)),
            ("picture of the timeline", lambda: _drawn(dataset, selection, "timeline", folder)),
            ("picture of the window", lambda: _drawn(dataset, selection, "window", folder)),
        )
        for name, part in parts:
            failed += _told(name, part())
    return 1 if failed else 0


def _modules() -> str:
    """What is imported only when it is asked for is there as well."""
    import rare_gui

    faults = []
    for module in pkgutil.walk_packages(rare_gui.__path__, "rare_gui."):
        if module.name not in NOT_IMPORTED:
            try:
                importlib.import_module(module.name)
            except ImportError as error:
                faults.append(f"{module.name}: {error}")
    return "; ".join(faults)


def _typeface_and_icons() -> str:
    from PySide6.QtGui import QFontInfo, QImageReader

    from rare_gui.figures.fonts import font
    from rare_gui.figures.resources import resource_path

    family = QFontInfo(font("body")).family()
    if not family.startswith("Inter"):
        return f"texts are in {family} instead of Inter"
    blank = [
        path.name
        for path in resource_path("icons").rglob("*.svg")
        if QImageReader(str(path)).read().isNull()
    ]
    return f"cannot be read: {', '.join(blank)}" if blank else ""


def _states(dataset: Dataset, selection: Selection) -> str:
    from rare_gui.scenes.header import header_scene

    for material in dataset.law.named_forms:
        if not header_scene(dataset, replace(selection, material=material)).lead:
            return f"nothing is said about {material}"
    return ""


def _drawn(dataset: Dataset, selection: Selection, what: str, folder: str) -> str:
    from rare_gui.app.pictures import pictures
    from rare_gui.figures.theme import THEME_NAMES

    path = Path(folder) / f"{what}.png"
    for theme in THEME_NAMES:
        size = pictures.SIZES[what]
        image = pictures.picture(dataset, selection, what=what, size=size, scale=1.0, theme=theme)
        if (image.width(), image.height()) != size:
            return f"{what} has {image.width()}x{image.height()} px instead of {size}"
        pictures.save(image, path, dataset, selection, force=True)
        if path.stat().st_size < 10_000:
            return f"{what}: the file is almost empty"
    return ""


def _told(part: str, fault: str) -> int:
    print(f"{'FAILED' if fault else 'ok    '} {part}{': ' + fault if fault else ''}")
    return 1 if fault else 0
