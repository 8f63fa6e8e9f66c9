"""The window's panels, and which gesture changes what in the session.

Imported after the first paint: this is where pyqtgraph and the scenes come in.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStatusBar, QVBoxLayout, QWidget

from rare_gui.app.presenter import Presenter
from rare_gui.app.session import Session
from rare_gui.app.steps import stepped
from rare_gui.app.window import Window
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import Theme
from rare_gui.panels.header_panel import HeaderPanel
from rare_gui.panels.impact_panel import ImpactPanel
from rare_gui.panels.material_browser import MaterialBrowser
from rare_gui.panels.notes_popover import NotesPopover
from rare_gui.panels.notice import NoticeBar
from rare_gui.panels.status_bar import StatusBar
from rare_gui.panels.timeline_panel import TimelinePanel
from rare_gui.scenes.chips import column_runs, strongest
from rare_gui.scenes.events import truce_span
from rare_gui.scenes.notes import DataNote, data_notes
from rare_gui.scenes.places import destinations
from rare_gui.scenes.provenance import cite
from rare_gui.scenes.time import PRESETS, calendar_day, range_window
from rare_gui.scenes.wording import citation, day_words


class Rooms:
    """Makes the panels, wires their gestures to the session, and keeps them dressed.

    `session` is what they show.
    """

    def __init__(self, window: Window, session: Session, today: date) -> None:
        theme = window.theme
        self._window, self.session, self._today = window, session, today
        self._trade: tuple[Dataset, str, str] | None = None
        self.browser = MaterialBrowser(theme)
        self.header = HeaderPanel(theme)
        self.timeline = TimelinePanel(theme)
        self.impact = ImpactPanel(theme)
        self.status = StatusBar(theme)
        self.notice = NoticeBar(theme)
        self.notes = NotesPopover(theme, window)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.timeline, 1)
        column.addWidget(self.notice)
        for place, widget in enumerate((self.browser, middle, self.impact)):
            window.splitter.addWidget(widget)
            window.splitter.setCollapsible(place, place != 1)
            window.splitter.setStretchFactor(place, 1 if place == 1 else 0)
        foot = QStatusBar()
        foot.setSizeGripEnabled(False)
        foot.addWidget(self.status, 1)
        window.setStatusBar(foot)
        self._wire()
        self._presenter = Presenter(
            session,
            browser=self.browser,
            header=self.header,
            timeline=self.timeline,
            impact=self.impact,
            status=self.status,
            today=today,
            parent=window,
        )
        session.changed.connect(self._show_frame)
        self._show_frame()

    def apply_theme(self, theme: Theme) -> None:
        """Show every panel in other colours."""
        panels = (self.browser, self.header, self.timeline, self.impact, self.status)
        for panel in (*panels, self.notice, self.notes):
            panel.apply_theme(theme)

    def fit(self, *, narrow: bool, right: bool) -> None:
        """Make do with a narrow window; show the impact panel or not."""
        self.browser.set_compact(narrow)
        self.impact.setVisible(right)

    def tell(self, text: str) -> None:
        """Show a quiet sentence over the foot of the window."""
        self.notice.show_notice(text)

    def _wire(self) -> None:
        session, toolbar = self.session, self._window.toolbar
        self.browser.material_picked.connect(
            lambda material: session.select(material=material, form=None, sector=None)
        )
        self.browser.material_and_column_picked.connect(self._pick_column)
        self.browser.material_opened.connect(lambda _: self.timeline.setFocus())
        self.timeline.day_picked.connect(lambda day: session.select(as_of=calendar_day(day)))
        self.timeline.window_picked.connect(
            lambda first, last: session.select(window=(calendar_day(first), calendar_day(last)))
        )
        self.timeline.step_asked.connect(self._step)
        self.timeline.range_asked.connect(self._show_range)
        self.timeline.all_lanes_asked.connect(lambda every: session.select(all_lanes=every))
        self.timeline.measure_picked.connect(self._tell_measure)
        self.header.source_picked.connect(self._tell_source)
        self.impact.sector_picked.connect(lambda sector: session.select(sector=sector))
        self.status.notes_asked.connect(self._tell_notes)
        toolbar.day.day_typed.connect(lambda day: session.select(as_of=day))
        toolbar.place.destination_picked.connect(lambda code: session.select(destination=code))
        toolbar.back_asked.connect(session.back)
        toolbar.forward_asked.connect(session.forward)
        for keys, act in (
            ("Ctrl+F", self.browser.focus_filter),
            ("Ctrl+1", self.browser.setFocus),
            ("Ctrl+2", self.timeline.setFocus),
            ("Ctrl+3", self.impact.setFocus),
            ("Ctrl+Z", session.back),
            ("Ctrl+Y", session.forward),
        ):
            QShortcut(QKeySequence(keys), self._window, act)

    def _pick_column(self, material: str, column: int) -> None:
        """A click on a chip chooses the form that gives the chip its state."""
        runs = column_runs(self.session.dataset.law, material, column, self.session.selection)
        form = strongest(runs)[0] if runs else None
        self.session.select(material=material, form=form, sector=None)

    def _step(self, unit: str, steps: int) -> None:
        session = self.session
        selection = session.selection
        for _ in range(abs(steps)):
            day = stepped(session.dataset, selection, unit, 1 if steps > 0 else -1)
            selection = replace(selection, as_of=day)
        session.select(as_of=selection.as_of)

    def _show_range(self, name: str) -> None:
        session = self.session
        session.select(
            window=range_window(name, session.selection.as_of, truce_span(session.dataset))
        )

    def _tell_measure(self, measure: str) -> None:
        dataset = self.session.dataset
        found = dataset.law.measures[measure]
        about = DataNote(citation(found), f"{found.title}. {found.summary}")
        self._tell("Measure", (about, *self._cited(found.sources)))

    def _tell_source(self, source: str) -> None:
        self._tell("Source", self._cited((source,)))

    def _tell_notes(self) -> None:
        told = data_notes(self.session.dataset, self.session.selection)
        faults = tuple(DataNote("Package.", str(problem)) for problem in self.session.problems)
        self._tell("Data notes", told + faults)

    def _tell(self, title: str, notes: tuple[DataNote, ...]) -> None:
        self.notes.show_scene(notes, title)
        self.notes.open_above(self.status.notes_button)

    def _cited(self, ids: tuple[str, ...]) -> tuple[DataNote, ...]:
        return tuple(
            DataNote(source.citation, source.url or "address not recorded")
            for source in cite(self.session.dataset, ids)
        )

    def _show_frame(self) -> None:
        """What stands around the panels: title, as-of day, direction of trade, history."""
        session, toolbar = self.session, self._window.toolbar
        selection, places = session.selection, session.dataset.country_names
        name = session.dataset.material_names[selection.material]
        self._window.setWindowTitle(f"{name} – as of {day_words(selection.as_of)} – rare_gui")
        toolbar.day.show_day(selection.as_of, self._today)
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
        toolbar.back.setEnabled(session.can_go_back)
        toolbar.forward.setEnabled(session.can_go_forward)
