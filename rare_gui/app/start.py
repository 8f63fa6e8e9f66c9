"""From a dataset to a complete window; the same for the window, its twin and the tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rare_gui.app.card_room import CardRoom
from rare_gui.app.evidence_room import EvidenceRoom
from rare_gui.app.gestures import Gestures
from rare_gui.app.help_room import HelpRoom
from rare_gui.app.impact_room import ImpactRoom
from rare_gui.app.keeping import Keeping
from rare_gui.app.pages import Pages
from rare_gui.app.paths import user_folder
from rare_gui.app.risk_room import RiskRoom
from rare_gui.app.rooms import Rooms
from rare_gui.app.session import Session
from rare_gui.app.watching import Watching, keep_starred
from rare_gui.app.weights_room import WeightsRoom
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.materials.parts import Beside
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import LIMITS

FIRST_MATERIAL = "dysprosium"


def first_selection(dataset: Dataset, today: date) -> Selection:
    """Dysprosium from China to the United States, as of today."""
    known = dataset.law.named_forms
    material = FIRST_MATERIAL if FIRST_MATERIAL in known else next(iter(known))
    return Selection(material=material, as_of=max(LIMITS[0], min(today, LIMITS[1])))


def furnished_window(
    dataset: Dataset,
    selection: Selection,
    theme: str = "light",
    today: date | None = None,
    folder: Path | None = None,
) -> Window:
    """A complete window, not yet shown; needs a QApplication. `folder` holds the user's files."""
    window = Window(load_theme(theme))
    furnish(window, Session(dataset, selection), today, folder)
    return window


def furnish(
    window: Window, session: Session, today: date | None = None, folder: Path | None = None
) -> Rooms:
    """Put the panels into a window, show the session's scenes and take gestures."""
    day = today or date.today()
    files = folder or user_folder()
    untold: list[str] = []  # the first scenes read the user's files before there is a bar to tell
    keeping = Keeping(files, day, window)
    keeping.told.connect(untold.append)
    session.find = keeping.find
    rooms = Rooms(window, session, day, lambda: keeping.notes)
    cards = CardRoom(session, window.tasks, window)
    cards.changed.connect(rooms.presenter.refresh)
    rooms.evidence = EvidenceRoom(
        session, rooms.right, window.theme, rooms.show_drawer, cards.known
    )
    watching, risks = Watching(files, day, window), RiskRoom(session, window.tasks, window)
    watching.told.connect(untold.append)
    weighing = WeightsRoom(rooms, risks)
    rooms.beside = lambda s: Beside(frozenset(watching.materials), risks.screening(s))
    rooms.evidence.opened.connect(rooms.header.mark_open)
    keep_starred(rooms.header, watching, session)
    gestures = Gestures(rooms, keeping)
    rooms.browser.evidence_asked.connect(gestures.ask_evidence)
    rooms.impact.evidence_asked.connect(gestures.ask_evidence)
    rooms.browser.watch_asked.connect(watching.toggle)
    losses = ImpactRoom(rooms, keeping)
    window.kept = (gestures, Pages(rooms, gestures, keeping, losses, cards, risks, watching))

    def settle() -> None:
        losses.sizing.settle()
        cards.settle()
        risks.settle()

    rooms.settled = settle
    for room in (keeping, watching, risks):
        room.changed.connect(rooms.presenter.refresh)
    for files_of in (keeping, watching):
        files_of.told.disconnect()
        files_of.told.connect(rooms.tell)
    rooms.dressed += [HelpRoom(rooms).apply_theme, weighing.apply_theme]
    window.furnish(session, rooms)
    if untold:
        rooms.tell(" ".join(untold), warns=True)
    return rooms
