"""The layout of a figure, kept while nothing that it looks at is another one.

Not for laying out: `layout` does.
"""

from __future__ import annotations

from rare_gui.figures.timeline.layout import Layout, lay_out
from rare_gui.scenes.timeline.parts import TimelineScene

Stops = tuple[float, ...]


class KeptLayout:
    """Remembers the last layout with its stops: a step of the as-of day needs no other one."""

    def __init__(self) -> None:
        self._last: tuple[TimelineScene, tuple[object, ...], Layout, Stops] | None = None

    def of(
        self, scene: TimelineScene, size: tuple[int, int], scrolls: bool, opened: frozenset[str]
    ) -> tuple[Layout, Stops]:
        """The layout of a scene in px of width and height, and the px that it may scroll by."""
        key = (size, scrolls, opened, scene.folded, bool(scene.truce))
        last = self._last
        if last is not None and last[1] == key:
            before = last[0]
            # by identity: comparing thousands of lanes would take longer than placing them
            if before.groups is scene.groups and before.panes is scene.panes:
                return last[2], last[3]
        place = lay_out(scene, *size, scrolls, opened)
        self._last = (scene, key, place, place.stops)
        return place, place.stops
