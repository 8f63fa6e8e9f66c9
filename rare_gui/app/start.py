"""From a dataset to a complete window; the same for the window, its twin and the tests."""

from __future__ import annotations

from datetime import date

from rare_gui.app.gestures import Gestures
from rare_gui.app.rooms import Rooms
from rare_gui.app.session import Session
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import LIMITS

FIRST_MATERIAL = "dysprosium"


def first_selection(dataset: Dataset, today: date) -> Selection:
    """Dysprosium from China to the United States, as of today."""
    known = dataset.law.named_forms
    material = FIRST_MATERIAL if FIRST_MATERIAL in known else next(iter(known))
    return Selection(material=material, as_of=max(LIMITS[0], min(today, LIMITS[1])))


def furnished_window(
    dataset: Dataset, selection: Selection, theme: str = "light", today: date | None = None
) -> Window:
    """A complete window, not yet shown; needs a QApplication."""
    window = Window(load_theme(theme))
    furnish(window, Session(dataset, selection), today)
    return window


def furnish(window: Window, session: Session, today: date | None = None) -> Rooms:
    """Put the panels into a window and show the session's scenes."""
    rooms = Rooms(window, session, today or date.today())
    window.gestures = Gestures(rooms)
    window.furnish(session, rooms)
    return rooms
