"""What every painter of the timeline is handed: the scene, its colours, its axis and its layout.

One value per picture; a gesture or a scroll makes another one.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline.layout import LaneRow, Layout
from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.scenes.timeline.parts import TimelineScene


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the timeline. `scroll` is how many px of the lanes lie above their area.

    `moving`: a pan or zoom is under way, and the next picture is due at once: words in the panes
    go along with the time axis and find better places when it rests. `saved`: nobody can click.
    """

    scene: TimelineScene
    theme: Theme
    axis: TimeAxis
    layout: Layout
    scroll: float = 0.0
    moving: bool = False
    saved: bool = False

    @property
    def cursor(self) -> float:
        """The px of the as-of day; outside the plot when the day is outside the window."""
        return self.axis.x(self.scene.as_of)

    @property
    def cursor_seen(self) -> bool:
        return self.axis.left <= self.cursor <= self.axis.right

    @property
    def lanes_shift(self) -> float:
        """What to add to a lane's px to have it in the figure."""
        return self.layout.lanes_top - self.scroll

    @property
    def seen_rows(self) -> list[tuple[LaneRow, float]]:
        """The lanes that are seen, each with its middle in the figure."""
        shift = self.lanes_shift
        return [(row, row.middle + shift) for row in self.layout.lanes_seen(self.scroll)]

    @property
    def lanes_area(self) -> QRectF:
        place = self.layout
        return QRectF(0, place.lanes_top, place.width, place.lanes_bottom - place.lanes_top)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that answers to the pointer: what to say there, and what a click picks.

    `kind` is `measure`, `event`, `note`, `group`, `pane` or empty when a click there picks nothing.
    `keys` are all events of a cluster. `words` are those that the place is too small to show.
    `line` is the px at which a full-height line explains the place.
    """

    place: QRectF
    spoken: str
    kind: str = ""
    key: str = ""
    keys: tuple[str, ...] = ()
    words: str = ""
    line: float | None = None
