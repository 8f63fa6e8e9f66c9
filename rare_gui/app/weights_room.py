"""The panel of the user's own weights in the window: opened on demand, in step with the session.

Not for the score (`domain.risk.own_weights`) nor for measuring (`app.risk_room`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from rare_gui.app.risk_room import RiskRoom
from rare_gui.app.rooms import Rooms
from rare_gui.figures.theme import Theme
from rare_gui.scenes.own_weights import weights_scene, weights_text
from rare_gui.scenes.selection import OWN_WEIGHTS

if TYPE_CHECKING:
    from rare_gui.panels.materials.weights_popover import WeightsPopover


class WeightsRoom(QObject):
    """Opens the panel beside the list; a weight that is set shows the score's column at once.

    Showing the column is one step of the history, a run of further changes another.
    """

    def __init__(self, rooms: Rooms, risks: RiskRoom) -> None:
        super().__init__(rooms.window)
        self._rooms, self._session, self._risks = rooms, rooms.session, risks
        rooms.browser.weights_opened.connect(self.open)
        rooms.window.commands.on("view.weights", self.open)
        self._session.changed.connect(self._show)
        risks.changed.connect(self._show)

    @cached_property
    def popover(self) -> WeightsPopover:
        """The panel; the window's first picture does not wait for it."""
        from rare_gui.panels.materials.weights_popover import WeightsPopover

        popover = WeightsPopover(self._rooms.window.theme, self._rooms.window)
        popover.weights_asked.connect(self._weigh)
        return popover

    def open(self) -> None:
        """Show the panel over the list, or over the page where no list is shown."""
        self._session.settle()
        browser, window = self._rooms.browser, self._rooms.window
        beside = browser if browser.isVisible() else window
        self._show(opening=True)
        self.popover.open_at(beside.mapToGlobal(QPoint(10, 44)))

    def apply_theme(self, theme: Theme) -> None:
        """Show the panel in other colours."""
        if "popover" in vars(self):
            self.popover.apply_theme(theme)

    def _weigh(self, weights: Mapping[str, float]) -> None:
        text, shown = weights_text(weights), self._session.selection.risk
        off = None if shown == OWN_WEIGHTS else shown
        self._session.select(weights=text, risk=OWN_WEIGHTS if text else off)

    def _show(self, *, opening: bool = False) -> None:
        if opening or ("popover" in vars(self) and self.popover.isVisible()):
            selection = self._session.selection
            screening = self._risks.screening(selection)
            self.popover.show_scene(weights_scene(self._session.dataset, selection, screening))
