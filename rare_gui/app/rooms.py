"""The window's panels: made, placed, shown what the session says, and kept dressed.

Imported after the first paint: this is where pyqtgraph and the scenes come in. What a gesture
changes is in `app.gestures`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QStackedWidget, QStatusBar, QVBoxLayout, QWidget

from rare_gui.app.evidence_room import EvidenceRoom
from rare_gui.app.presenter import Presenter, View
from rare_gui.app.session import Session
from rare_gui.app.window import SIDES, Window
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.own_note import Note
from rare_gui.figures.theme import Theme
from rare_gui.panels.header.panel import HeaderPanel
from rare_gui.panels.impact.panel import ImpactPanel
from rare_gui.panels.materials.browser import MaterialBrowser
from rare_gui.panels.notes.popover import NotesPopover
from rare_gui.panels.pieces.announcing import announce
from rare_gui.panels.status.notice import NoticeBar
from rare_gui.panels.status.status_bar import StatusBar
from rare_gui.panels.timeline.panel import TimelinePanel
from rare_gui.panels.timeline.time_banner import TimeBanner
from rare_gui.scenes.announcement import announcement
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.impact.exposure import exposure_scene
from rare_gui.scenes.materials.parts import Beside
from rare_gui.scenes.materials.scene import materials_scene
from rare_gui.scenes.notes import data_notes
from rare_gui.scenes.places import destinations
from rare_gui.scenes.scenario import scenario_words
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.status_bar import StatusBarScene, status_bar_scene
from rare_gui.scenes.time import PRESETS, range_window
from rare_gui.scenes.timeline.event_study import selected_timeline
from rare_gui.scenes.timeline.events import truce_span
from rare_gui.scenes.timeline.parts import TimelineScene
from rare_gui.scenes.timeline.travel import TravelScene, travel_scene
from rare_gui.scenes.wording import day_words

DRAWER = 416
"""Px of width of the evidence drawer."""
WHOLE = frozenset({"impact", "parts", "ledger", "projects", "compare"})
"""Pages that stand alone under the toolbar."""


class Rooms:
    """The panels of one window. `today` is the real day, whatever day is looked at."""

    def __init__(
        self,
        window: Window,
        session: Session,
        today: date,
        own_notes: Callable[[], tuple[Note, ...]] = tuple,
    ) -> None:
        theme = window.theme
        self.window, self.session, self.today = window, session, today
        self._trade: tuple[Dataset, str, str] | None = None
        self.own_notes = own_notes
        self._announced = session.selection.as_of
        self.banner = TimeBanner(theme)
        self.browser = MaterialBrowser(theme)
        self.header = HeaderPanel(theme)
        self.timeline = TimelinePanel(theme)
        self.impact = ImpactPanel(theme)
        self.status = StatusBar(theme)
        self.notice = NoticeBar(theme)
        self.notes = NotesPopover(theme, window)
        self.evidence: EvidenceRoom | None = None
        self.right = QStackedWidget()
        self.right.addWidget(self.impact)
        self._drawer = self._narrow = False
        self._sizes: list[int] = []
        self._right_width = SIDES[-1]
        self.settled: Callable[[], None] = lambda: None
        self.dressed: list[Callable[[Theme], None]] = []  # told of another theme as well
        self.beside: Callable[[Selection], Beside] = lambda _: Beside()
        self._whole, self._left, self._right = False, True, True
        self.pages: dict[str, Any] = {"timeline": self.timeline}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.timeline)
        self._place()
        self.presenter = Presenter(
            session,
            [
                View(self.banner, self._travel),
                View(self.browser, lambda d, s: materials_scene(d, s, self.beside(s))),
                View(self.header, header_scene),
                View(self.timeline, self._timeline, "timeline"),
                View(self.impact, exposure_scene),
                View(self.status, self._foot),
            ],
            window,
        )
        session.changed.connect(self._show_frame)
        self._show_frame()

    def apply_theme(self, theme: Theme) -> None:
        """Show every panel in other colours."""
        panels = (self.banner, self.browser, self.header, self.impact, self.status)
        for panel in (*panels, self.notice, self.notes, *self.pages.values()):
            panel.apply_theme(theme)
        if self.evidence is not None:
            self.evidence.apply_theme(theme)
        for dress in self.dressed:
            dress(theme)
        self._show_travel()

    def add_page(self, name: str, page: QWidget, view: View) -> None:
        """Take in one more page of the middle and the scene that it shows."""
        self.pages[name] = page
        self._stack.addWidget(page)
        self.presenter.add(view)

    def show_page(self, name: str) -> None:
        """Bring a page to the front; some need the whole width and tell what they show.

        The focus goes to what the page is about, not to the first button on it: a key typed ahead
        may not press that.
        """
        page = self.pages[name]
        new = page is not self._stack.currentWidget() and page.focusWidget() is None
        self._stack.setCurrentWidget(page)
        if new and page.focusProxy() is not None and page.focusWidget() is not None:
            page.setFocus()
        self._whole = name in WHOLE
        self._show_sides()

    def fit(self, *, narrow: bool, left: bool, right: bool) -> None:
        """Make do with a narrow window; show browser and impact panel or not."""
        self.browser.set_compact(narrow)
        self._left, self._right, self._narrow = left, right, narrow
        self._show_sides()

    def _show_sides(self) -> None:
        # a narrow window has no room for list, page and drawer: the list comes back after it
        crowded = self._drawer and self._narrow
        self.browser.setVisible(self._left and not self._whole and not crowded)
        card = self.session.selection.view == "card"  # has a head of its own, and needs the width
        if self.right.isVisible() and not self._drawer:
            self._right_width = self.right.width()
        self.header.setVisible(not self._whole and not card)
        self.right.setVisible(self._drawer or (self._right and not self._whole and not card))

    def show_drawer(self, shown: bool) -> None:
        """Make room at the right for the evidence drawer; the widths come back after it."""
        splitter = self.window.splitter
        if shown and not self._drawer:
            self._sizes = splitter.sizes()
            if self.right.isHidden():  # its width is 0 now, yet the next page may show it
                self._sizes[-1] = self._right_width
        self._drawer = shown
        self.right.setMinimumWidth(DRAWER if shown else 0)
        self._show_sides()
        if shown:
            left, middle, right = splitter.sizes()
            splitter.setSizes([left, max(middle + right - DRAWER, 1), DRAWER])
        elif self._sizes:
            splitter.setSizes(self._sizes)

    def set_still(self, still: bool) -> None:
        """Let playing jump from one day to the next that can be read, or glide."""
        self.timeline.set_still(still)

    def settle(self) -> None:
        """Finish what is still being worked out: pictures cannot wait."""
        self.settled()

    def tell(self, text: str, *, warns: bool = False) -> None:
        """Show a quiet sentence over the foot of the window, as a warning with `warns`."""
        self.notice.show_notice(text, warns=warns)

    def _place(self) -> None:
        window = self.window
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notice)
        for place, widget in enumerate((self.browser, middle, self.right)):
            window.splitter.addWidget(widget)
            window.splitter.setCollapsible(place, place != 1)
            window.splitter.setStretchFactor(place, 1 if place == 1 else 0)
        window.put_above(self.banner)
        foot = QStatusBar()
        foot.setSizeGripEnabled(False)
        foot.addWidget(self.status, 1)
        window.setStatusBar(foot)

    def _timeline(self, dataset: Dataset, selection: Selection) -> TimelineScene:
        return selected_timeline(dataset, selection, self.own_notes())

    def _announce(self, selection: Selection) -> None:
        """Say what applies when the day has moved, to whom listens."""
        if selection.as_of != self._announced and QAccessible.isActive():
            announce(self.timeline, announcement(self.session.dataset, selection))
        self._announced = selection.as_of

    def _travel(self, _dataset: Dataset, selection: Selection) -> TravelScene:
        return travel_scene(selection, self.today, scenario_words(self.session.scenario))

    def _foot(self, dataset: Dataset, selection: Selection) -> StatusBarScene:
        notes = len(data_notes(dataset, selection))
        return status_bar_scene(
            dataset, self.today, notes, len(self.session.problems), selection.known_on
        )

    def _show_frame(self) -> None:
        """What stands around the panels: title, page, days, direction of trade, history."""
        session, toolbar = self.session, self.window.toolbar
        selection, places = session.selection, session.dataset.country_names
        name = session.dataset.material_names[selection.material]
        self.window.setWindowTitle(f"{name} – as of {day_words(selection.as_of)} – rare_gui")
        toolbar.views.mark(selection.view)
        toolbar.day.show_day(selection.as_of, self.today)
        toolbar.known.show_day(selection.known_on, self.today)
        trade = (session.dataset, selection.origin, selection.destination)
        if trade != self._trade:
            self._trade = trade
            toolbar.place.show_places(
                places.get(selection.origin, selection.origin),
                destinations(session.dataset, selection.origin),
                selection.destination,
            )
        truce, window = truce_span(session.dataset), selection.window
        presets = {range_window(name, selection.as_of, truce): name for name in PRESETS}
        self.timeline.mark_range(presets.get(window) if window else "truce")
        self._announce(selection)
        self._show_travel()

    def _show_travel(self) -> None:
        travelling = self._travel(self.session.dataset, self.session.selection)
        self.window.show_frame(bool(travelling.text))
