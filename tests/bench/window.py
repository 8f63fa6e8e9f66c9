"""How fast the window follows a change of view, and whether repaints leave anything behind."""

from __future__ import annotations

import gc
from datetime import timedelta
from itertools import cycle, islice
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.bench import floors
from tests.bench.clock import milliseconds, p95
from tests.bench.table import Row
from tests.soak.repaints import traces_of_repaints

if TYPE_CHECKING:
    from rare_gui.app.session import Session

WARM_UP = 10
STEPS = 120
REPAINTS = 2_000
MATERIALS = ("gallium", "neodymium", "samarium", "terbium", "antimony", "dysprosium")


def rows() -> list[Row]:
    """The figures of the real window at 1440 x 900 with the shipped data."""
    from rare_gui.app.main import application
    from tests.shown_window import shown_window, timeline_of

    application()
    floor = p95(floors.empty_plot_repaints(STEPS)[WARM_UP:])
    window = shown_window()
    gc.collect()
    gc.freeze()  # as the program does with its first picture
    steps = p95(as_of_steps(window.session))
    changes = p95(material_changes(window.session))
    traces = traces_of_repaints(timeline_of(window).viewport(), REPAINTS)
    gc.unfreeze()
    window.close()
    name = "empty_plot_repaints"
    return [
        Row("as-of step by one day, p95", steps, "ms", 16.7, name, floor),
        Row("another material, p95", changes, "ms", 50.0, name, floor),
        Row("references to None lost in 2,000 repaints", max(traces.none_lost, 0), "", 0),
        Row("memory gained in 2,000 repaints", traces.bytes_gained / 1e6, "MB", 5.0),
    ]


def as_of_steps(session: Session) -> list[float]:
    """Milliseconds of each step of the as-of day by one day until everything is painted."""
    first = session.selection.as_of - timedelta(days=STEPS + WARM_UP)
    days = (first + timedelta(days=step) for step in range(STEPS + WARM_UP))
    return [_until_painted(session, as_of=day) for day in days][WARM_UP:]


def material_changes(session: Session) -> list[float]:
    """Milliseconds of each change to another material until everything is painted."""
    materials = islice(cycle(MATERIALS), STEPS + WARM_UP)
    return [_until_painted(session, material=material) for material in materials][WARM_UP:]


def _until_painted(session: Session, **changes: object) -> float:
    def select_and_paint() -> None:
        session.select(**changes)
        QApplication.processEvents()

    return milliseconds(select_and_paint)
