"""Ways through the views that panels and commands share: each is one step of the history.

Not for drags, which change the session many times for one step (`Session.select`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer

from rare_gui.app.rooms import Rooms
from rare_gui.app.steps import changed, stepped
from rare_gui.scenes.time import range_window
from rare_gui.scenes.timeline.events import truce_span
from rare_gui.scenes.timeline.travel import no_change_words

PAUSE_MS = 1500
"""So long after the last change a drag is over; longer than playing rests on an event."""


class Moves:
    """Changes the selection of one window."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms, self._session = rooms, rooms.session
        self._pause = QTimer(rooms.window)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._session.settle)
        self._session.changed.connect(self._pause.start)

    def pick(self, **changes: Any) -> None:
        """Change the selection at once: one step back, apart from what glides before or after."""
        self._session.settle()
        self._session.select(**changes)
        self._session.settle()

    def step(self, unit: str, steps: int) -> None:
        """Move the as-of day by so many steps, back when negative."""
        session = self._session
        selection = session.selection
        for _ in range(abs(steps)):
            day = stepped(session.dataset, selection, unit, 1 if steps > 0 else -1)
            selection = replace(selection, as_of=day)
        session.select(as_of=selection.as_of)

    def step_to_change(self, way: int) -> None:
        """Go to the next change of the material's own states, or say that there is none."""
        session = self._session
        day = changed(session.dataset, session.selection, way)
        if day is None:
            self._rooms.tell(no_change_words(session.dataset, session.selection, way))
        else:
            session.select(as_of=day)

    def show_range(self, name: str) -> None:
        """Show one of the named stretches of time."""
        session = self._session
        self.pick(window=range_window(name, session.selection.as_of, truce_span(session.dataset)))

    def compare(self) -> None:
        """What changed from the day looked at until today."""
        there, today = self._session.selection.as_of, self._rooms.today
        first, last = sorted((there, today))
        self.pick(view="changes", compared_to=first, as_of=last, known_on=None)

    def return_to_today(self) -> None:
        """Back to today, with all that is known and the law as it is."""
        self.pick(
            as_of=self._rooms.today, known_on=None, compared_to=None, scenario=None, event=None
        )
