"""The picture of a timeline, laid out for any size.

Where a size has no room for everything, panes and then groups of lanes give way, and it says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from rare_gui.domain.counting import counted
from rare_gui.figures.pictures.frame import FramedPicture, framed
from rare_gui.figures.pictures.plot import least_plot_height, paint_plot, plot_frame
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline.layout import MARGIN, RIGHT
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.pictures.timeline import TimelinePicture
from rare_gui.scenes.timeline.parts import LaneGroup, Pane, TimelineScene
from rare_gui.scenes.wording import inside

PLOT_ZOOM = 1.1
"""How much larger than on screen a plot is painted: its smallest text, 10 px, has 8.25 pt then.

The plot is laid out for the room that this leaves; nothing is stretched afterwards.
"""

_FEWEST_LANES = 3


@dataclass(frozen=True, slots=True)
class TimelineBody:
    """A timeline as the body of a picture; its gutter begins at the left edge of its place."""

    scene: TimelineScene
    theme: Theme

    def least_height(self, width: float) -> float:
        """The px in which every lane and every pane of the scene is seen."""
        return least_plot_height(self.scene) * PLOT_ZOOM

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Draw it; arrow tips reach a little beyond the right edge."""
        width = place.width() / PLOT_ZOOM + MARGIN + RIGHT
        frame = plot_frame(self.scene, self.theme, width, place.height() / PLOT_ZOOM)
        painter.save()
        painter.translate(place.left() - MARGIN * PLOT_ZOOM, place.top())
        painter.scale(PLOT_ZOOM, PLOT_ZOOM)
        paint_plot(painter, frame)
        painter.restore()


def timeline_drawing(
    picture: TimelinePicture, theme: Theme, width: float, height: float
) -> FramedPicture:
    """The picture for a size in logical px; only where nothing more can give way it is higher."""
    for scene, left_out in trimmed(picture.scene):
        frame = replace(picture.frame, legend=occurring(scene))
        if left_out:
            frame = replace(frame, notes=(*frame.notes, left_out))
        drawing = framed(frame, TimelineBody(scene, theme), theme, width, height)
        if drawing.height <= height:
            break
    return drawing


def trimmed(
    scene: TimelineScene, before: str = "", fewest_panes: int = 1
) -> Iterator[tuple[TimelineScene, str]]:
    """The scene, then with ever less of it, each with the words for what is not drawn.

    `before` says what the picture lacks already. With `fewest_panes` 0 the first one goes last.

    The panes go from the last one on, but not the first; then groups of lanes are folded to a line
    of density, then left out, but not the first; then that one loses lanes down to a few.
    """
    whole = _Trimmed(scene, before)
    yield scene, whole.words(scene)
    panes, groups, folded = scene.panes, scene.groups, scene.folded
    while len(panes) > 1:
        panes = panes[:-1]
        yield whole.less(panes, groups, folded)
    for group in reversed(groups[1:]):
        if group.key not in folded:
            folded = (*folded, group.key)
            yield whole.less(panes, groups, folded)
    while len(groups) > 1:
        groups = groups[:-1]
        yield whole.less(panes, groups, folded)
    while groups and len(groups[0].lanes) > _FEWEST_LANES:
        groups = (replace(groups[0], lanes=groups[0].lanes[:-1]),)
        yield whole.less(panes, groups, folded)
    if panes and not fewest_panes:
        yield whole.less((), groups, folded)


def occurring(scene: TimelineScene) -> tuple[tuple[Fill, str], ...]:
    """The legend of the fills that the lanes of a scene have."""
    fills = {bar.fill for group in scene.groups for lane in group.lanes for bar in lane.bars}
    return tuple((fill, words) for fill, words in scene.legend if fill in fills)


@dataclass(frozen=True, slots=True)
class _Trimmed:
    """A scene, from which less is drawn; `before` is what the picture lacks already."""

    scene: TimelineScene
    before: str

    def less(
        self, panes: tuple[Pane, ...], groups: tuple[LaneGroup, ...], folded: tuple[str, ...]
    ) -> tuple[TimelineScene, str]:
        made = replace(self.scene, panes=panes, groups=groups, folded=folded)
        return made, self.words(made)

    def words(self, drawn: TimelineScene) -> str:
        """What of the scene is not drawn; empty when all is."""
        gone = [self.before] if self.before else []
        gone += [inside(pane.title) for pane in self.scene.panes[len(drawn.panes) :]]
        for group in self.scene.groups:
            lost = len(group.lanes) - _drawn_lanes(drawn, group.key)
            if lost and group.key not in self.scene.folded:
                gone.append(f"{counted(lost, 'lane', 'lanes')} of {group.name}")
        return f"not shown for want of room: {'; '.join(gone)}" if gone else ""


def _drawn_lanes(scene: TimelineScene, key: str) -> int:
    """How many lanes of a group are drawn as such."""
    return sum(
        len(group.lanes) for group in scene.groups if group.key == key and key not in scene.folded
    )
