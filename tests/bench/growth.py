"""How cost grows: three sizes of made-up law and series in the real window."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from rare_gui.app.main import application
from rare_gui.app.presenter import Presenter
from rare_gui.app.start import first_selection, furnished_window
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.law import Law
from rare_gui.domain.legal_state import state_runs
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.intake.package import open_package
from rare_gui.intake.places import shipped_package
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.parts import Pane, TimelineScene
from tests.bench import floors
from tests.bench.clock import milliseconds, p95
from tests.bench.made_up_law import with_made_up_measures
from tests.bench.made_up_pane import made_up_pane
from tests.bench.table import Row

if TYPE_CHECKING:
    from rare_gui.app.window import Window

TODAY = date(2026, 11, 23)
FRAMES = 120
WARM_UP = 10
LIMITS = {"pan": 16.7, "zoom": 16.7, "as-of step": 33.0}
"""ms, by kind of frame."""
STATES = "all states anew"
STATES_RUNS = 5


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made up: measures (of five status rows each) and points of one line."""

    measures: int
    points: int

    def __str__(self) -> str:
        return f"{self.measures:,} measures, {self.points:,} points"


SIZES = (Size(100, 10_000), Size(1_000, 100_000), Size(10_000, 1_000_000))


def rows(folder: Path) -> list[Row]:
    """Each kind of frame at each size, and how each kind grows; `folder` holds the user's files."""
    application()
    dataset, problems = open_package(shipped_package())
    assert dataset is not None, problems
    found: list[Row] = []
    medians: dict[str, list[float]] = {kind: [] for kind in (*LIMITS, STATES)}
    for size in SIZES:
        floor = p95(floors.empty_plot_repaints(FRAMES)[WARM_UP:])
        for kind, times in frame_times(dataset, size, folder, FRAMES).items():
            medians[kind].append(median(times))
            if kind in LIMITS:
                limit, name = LIMITS[kind], "empty_plot_repaints"
                found.append(Row(f"{kind}, {size}, p95", p95(times), "ms", limit, name, floor))
    counts = [size.measures for size in SIZES]
    return found + [
        Row(f"{kind}, growth as multiple of n log n", steepest(counts, costs), "", 1.0)
        for kind, costs in medians.items()
    ]


def steepest(counts: Sequence[int], costs: Sequence[float]) -> float:
    """The steepest growth from one size to the next, in multiples of that of n log n."""
    sizes = zip(counts, costs, strict=True)
    return max(
        (more_cost / cost) / (more * log(more) / (few * log(few)))
        for (few, cost), (more, more_cost) in pairwise(sizes)
    )


def frame_times(dataset: Dataset, size: Size, folder: Path, frames: int) -> dict[str, list[float]]:
    """Milliseconds of each frame by its kind, and of computing all states from the rows."""
    made_up = with_made_up_measures(dataset, size.measures)
    selection = first_selection(made_up, TODAY)
    # one law at a time, as in the program: more of them would only slow the search for garbage
    states = [milliseconds(lambda: _all_states(made_up.law)) for _ in range(STATES_RUNS)]
    window = furnished_window(made_up, selection, today=TODAY, folder=folder)
    window.resize(1440, 900)
    window.show()
    _put_in(window, made_up_pane(size.points))
    QApplication.processEvents()
    gc.collect()
    gc.freeze()  # as the program does with its first picture
    try:
        acts = _acts(window, frames)
        times = {kind: [milliseconds(act) for act in steps] for kind, steps in acts.items()}
    finally:
        gc.unfreeze()
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    return {kind: steps[WARM_UP:] for kind, steps in times.items()} | {STATES: states}


def _all_states(answered: Law) -> None:
    law = replace(answered, _kept={})  # nothing answered yet
    for material in law.named_forms:
        for form in law.forms(material, "CN"):
            state_runs(law, material, form, "CN", "US")


def _acts(window: Window, frames: int) -> dict[str, list[Callable[[], object]]]:
    """What is timed, by kind: each act shows the next step and ends when it is painted."""
    figure: TimelineFigure = window.findChild(TimelineFigure)  # type: ignore[assignment]
    first, last = window_shown = _scene(figure).window
    middle, half = sum(window_shown) / 2, (last - first) / 2
    limits = _scene(figure).limits
    steps = range(frames + WARM_UP)

    def panned(step: int) -> Callable[[], object]:
        return lambda: _painted(figure, first - 3.1 * step, last - 3.1 * step)

    def zoomed(step: int) -> Callable[[], object]:
        wide = half * 1.03 ** (step - frames / 2)
        ends = max(middle - wide, limits[0]), min(middle + wide, limits[1])
        return lambda: _painted(figure, *ends)

    def stepped(step: int) -> Callable[[], object]:
        day = TODAY - timedelta(days=frames + WARM_UP - step)

        def step_and_paint() -> None:
            window.session.select(as_of=day)
            QApplication.processEvents()

        return step_and_paint

    ways = {"as-of step": stepped, "pan": panned, "zoom": zoomed}
    return {kind: [way(step) for step in steps] for kind, way in ways.items()}


def _painted(figure: TimelineFigure, first: float, last: float) -> None:
    figure.preview(first, last)
    figure.canvas.viewport().repaint()


def _scene(figure: TimelineFigure) -> TimelineScene:
    frame = figure.frame_shown
    assert frame is not None, "the window has been painted"
    return frame.scene


def _put_in(window: Window, pane: Pane) -> None:
    """Have the window's timeline show the pane in place of its own, whatever is selected."""
    presenter: Presenter = window.findChild(Presenter)  # type: ignore[assignment]
    view = next(view for view in presenter._views if view.page == "timeline")
    scene_of, panes = view.scene_of, (pane,)  # the same object at each step, as the panes are

    def with_pane(dataset: Dataset, selection: Selection) -> object:
        return replace(scene_of(dataset, selection), panes=panes)  # type: ignore[type-var]

    view.scene_of = with_pane
    presenter.refresh()
