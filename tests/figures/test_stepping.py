"""A step of the as-of day paints a part of the figure; the whole looks as if painted anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication

from rare_gui.figures.theme import load_theme
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.scenes.timeline.parts import TimelineScene
from tests.figures.conftest import MakeFigure
from tests.figures.scenes import AS_OF, dysprosium, dysprosium_in_july_2025, events

WALK = [AS_OF, *(AS_OF + step for step in (1, 2, 3, 30, 31, 29, -200, -199, 400, 401, -900, -901))]


def on(scene: TimelineScene, as_of: int) -> TimelineScene:
    """The scene on another day, its labels those of that day."""
    end = (scene.truce_end_label[0], f"{scene.truce[-1].end - as_of} days left")
    marks = tuple(replace(mark, ahead=mark.day > as_of) for mark in scene.events)
    label = f"day {as_of}"
    return replace(scene, as_of=as_of, as_of_label=label, truce_end_label=end, events=marks)


def on_screen(figure: TimelineFigure) -> QImage:
    """What the window shows: the sum of what was painted, not a picture made anew."""
    QApplication.processEvents()
    return QApplication.primaryScreen().grabWindow(figure.winId()).toImage()


class Watch(QObject):
    """Notes the region of each repaint of a figure."""

    def __init__(self, figure: TimelineFigure) -> None:
        super().__init__(figure)
        self.regions: list[QRegion] = []
        figure.canvas.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False


def most_apart(one: QImage, other: QImage) -> int:
    """The largest difference of any colour of any px, of 255."""
    first, second = (np.frombuffer(image.constBits(), np.uint8) for image in (one, other))
    return int(np.abs(first.astype(int) - second).max())


def dysprosium_without_figures_of_late() -> TimelineScene:
    """As known a year ago: what has no figure goes on from ten days before the as-of day."""
    scene = dysprosium()
    silent = {"silent_from": AS_OF - 10, "silent_label": "no figure of late"}
    panes = tuple(replace(pane, missing=(), **silent) for pane in scene.panes)  # type: ignore[arg-type]
    return replace(scene, panes=panes, data_end=AS_OF - 365)


@pytest.mark.parametrize(
    "scene",
    [dysprosium(), dysprosium_in_july_2025(), dysprosium_without_figures_of_late()],
    ids=["now", "then", "without figures of late"],
)
@pytest.mark.parametrize("marked", [False, True], ids=["bare", "with events"])
def test_that_a_figure_stepped_through_days_looks_like_one_painted_anew(
    make_figure: MakeFigure, scene: TimelineScene, marked: bool
) -> None:
    scene = replace(scene, events=events(scene.as_of) if marked else ())
    figure = make_figure(scene)
    for as_of in WALK:
        figure.show_scene(on(scene, as_of))
        stepped = on_screen(figure)
        figure.canvas.viewport().update()
        # half a px of hatching that is cut may be rounded the other way
        assert most_apart(stepped, on_screen(figure)) <= 1, as_of


def test_that_a_step_by_one_day_paints_a_part_and_anything_else_the_whole(
    make_figure: MakeFigure,
) -> None:
    scene = on(dysprosium(), AS_OF)
    figure = make_figure(scene)
    QApplication.processEvents()
    whole = figure.canvas.viewport().rect()
    regions = Watch(figure).regions

    def painted(change: Callable[[], object]) -> QRegion:
        regions.clear()
        change()
        QApplication.processEvents()
        assert len(regions) == 1
        return regions[0]

    step = painted(lambda: figure.show_scene(on(scene, AS_OF + 1)))
    middle = QRect(whole.left(), whole.height() // 3, whole.width() // 4, 20)
    assert not step.intersects(middle)
    first, last = scene.window
    groups = tuple(replace(group, summary="otherwise") for group in scene.groups)
    for other in (
        replace(scene, window=(first - 30, last)),
        replace(scene, groups=groups),
        replace(scene, panes=scene.panes[:1]),
        replace(scene, known_on=AS_OF - 9),
    ):
        assert painted(partial(figure.show_scene, other)) == QRegion(whole)
    assert painted(lambda: figure.apply_theme(load_theme("dark"))) == QRegion(whole)
    assert painted(lambda: figure.resize(960, 700)).boundingRect().width() == 960
