"""What each gesture changes in the session; nothing else happens on a gesture.

Not for making or placing panels: `app.rooms` does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import timedelta

from PySide6.QtGui import QKeySequence, QShortcut

from rare_gui.app.focus import focus_filter, focus_pane, page_seen
from rare_gui.app.keeping import Keeping
from rare_gui.app.rooms import Rooms
from rare_gui.app.steps import changed, stepped
from rare_gui.domain.own_note import Note, new_note
from rare_gui.panels.note_editor import NoteEditor
from rare_gui.scenes.chips import column_runs, strongest
from rare_gui.scenes.event_study import event_study_scene
from rare_gui.scenes.events import truce_span
from rare_gui.scenes.notes import DataNote, data_notes
from rare_gui.scenes.own_notes import note_editor_scene
from rare_gui.scenes.time import calendar_day, range_window
from rare_gui.scenes.travel import no_change_words


class Gestures:
    """Connects the panels and the toolbar of one window to its session."""

    def __init__(self, rooms: Rooms, keeping: Keeping) -> None:
        self._rooms, self._session, self._keeping = rooms, rooms.session, keeping
        self._editor: NoteEditor | None = None
        self._wire_panels()
        self._wire_toolbar()
        self._wire_time()
        for keys, act in self._shortcuts():
            QShortcut(QKeySequence(keys), rooms.window, act)

    def _wire_panels(self) -> None:
        rooms, select = self._rooms, self._session.select
        rooms.browser.material_picked.connect(
            lambda material: select(material=material, form=None, sector=None)
        )
        rooms.browser.material_and_column_picked.connect(self._pick_column)
        rooms.browser.material_opened.connect(lambda _: rooms.timeline.setFocus())
        rooms.browser.filters_asked.connect(lambda wanted: select(**asdict(wanted)))
        rooms.browser.sort_asked.connect(lambda order: select(sort=order))
        rooms.browser.risk_asked.connect(lambda method: select(risk=method or None))
        rooms.browser.compared_asked.connect(lambda chosen: select(compared=chosen))
        rooms.browser.comparison_opened.connect(lambda: select(view="compare"))
        rooms.timeline.day_picked.connect(lambda day: select(as_of=calendar_day(day)))
        rooms.timeline.window_picked.connect(
            lambda first, last: select(window=(calendar_day(first), calendar_day(last)))
        )
        rooms.timeline.step_asked.connect(self._step)
        rooms.timeline.range_asked.connect(self._show_range)
        rooms.timeline.all_lanes_asked.connect(lambda every: select(all_lanes=every))
        rooms.timeline.measure_picked.connect(self.tell_measure)
        rooms.timeline.event_picked.connect(self.tell_event)
        rooms.timeline.figure.events_picked.connect(self._tell_events)
        rooms.timeline.figure.note_picked.connect(self.edit_note)
        rooms.timeline.figure.group_folded.connect(self._fold)
        rooms.timeline.figure.known_on_picked.connect(
            lambda day: select(known_on=calendar_day(day))
        )
        rooms.timeline.figure.change_asked.connect(self._step_to_change)
        rooms.header.source_picked.connect(self.tell_source)
        rooms.header.evidence_asked.connect(self.ask_evidence)
        rooms.impact.sector_picked.connect(lambda sector: select(sector=sector))
        rooms.status.notes_asked.connect(self._tell_notes)

    def _wire_toolbar(self) -> None:
        session, toolbar = self._session, self._rooms.window.toolbar
        toolbar.views.picked.connect(lambda view: session.select(view=view))
        toolbar.day.day_typed.connect(lambda day: session.select(as_of=day))
        toolbar.known.day_typed.connect(lambda day: session.select(known_on=day))
        toolbar.known.cleared.connect(lambda: session.select(known_on=None))
        toolbar.place.destination_picked.connect(lambda code: session.select(destination=code))
        toolbar.back_asked.connect(session.back)
        toolbar.forward_asked.connect(session.forward)

    def _wire_time(self) -> None:
        banner, session = self._rooms.banner, self._session
        banner.knowledge_asked.connect(
            lambda limited: session.select(known_on=session.selection.as_of if limited else None)
        )
        banner.ghosts_asked.connect(lambda shown: session.select(ghosts=shown))
        banner.comparison_asked.connect(self._compare)
        banner.return_asked.connect(self._return)

    def _shortcuts(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        rooms, session = self._rooms, self._session
        return (
            ("Ctrl+F", lambda: focus_filter(rooms)),
            ("F6", lambda: focus_pane(rooms, 1)),
            ("Shift+F6", lambda: focus_pane(rooms, -1)),
            ("Ctrl+1", rooms.browser.setFocus),
            ("Ctrl+2", lambda: page_seen(rooms).setFocus()),
            ("Ctrl+3", rooms.impact.setFocus),
            ("Ctrl+Z", session.back),
            ("Ctrl+Y", session.forward),
            ("Ctrl+L", lambda: session.select(view="list")),
            ("Ctrl+Shift+T", lambda: session.select(view="timeline")),
            ("Ctrl+Shift+K", lambda: session.select(view="cliffs")),
            ("Ctrl+Shift+D", lambda: session.select(view="changes")),
            ("Ctrl+Left", lambda: self._step_known(-1)),
            ("Ctrl+Right", lambda: self._step_known(1)),
            ("Ctrl+Shift+W", lambda: session.select(view="whatif")),
            ("Ctrl+N", self.add_note),
            ("Ctrl+G", lambda: session.select(ghosts=not session.selection.ghosts)),
            ("Ctrl+U", lambda: session.select(tonnes=not session.selection.tonnes)),
            ("Esc", self._escape),
            ("Ctrl+D", self._toggle_card),
        )

    def _pick_column(self, material: str, column: int) -> None:
        """A click on a chip chooses the form that gives the chip its state."""
        runs = column_runs(self._session.dataset.law, material, column, self._session.selection)
        form = strongest(runs)[0] if runs else None
        self._session.select(material=material, form=form, sector=None)

    def _step(self, unit: str, steps: int) -> None:
        session = self._session
        selection = session.selection
        for _ in range(abs(steps)):
            day = stepped(session.dataset, selection, unit, 1 if steps > 0 else -1)
            selection = replace(selection, as_of=day)
        session.select(as_of=selection.as_of)

    def _step_to_change(self, way: int) -> None:
        """Go to the next change of the material's own states, or say that there is none."""
        session = self._session
        day = changed(session.dataset, session.selection, way)
        if day is None:
            self._rooms.tell(no_change_words(session.dataset, session.selection, way))
        else:
            session.select(as_of=day)

    def _step_known(self, days: int) -> None:
        """Move the known-on day; the first step begins at the as-of day."""
        selection = self._session.selection
        known = selection.known_on or selection.as_of
        self._session.select(known_on=known + timedelta(days=days))

    def _show_range(self, name: str) -> None:
        session = self._session
        session.select(
            window=range_window(name, session.selection.as_of, truce_span(session.dataset))
        )

    def _compare(self) -> None:
        """What changed from the day looked at until today."""
        there, today = self._session.selection.as_of, self._rooms.today
        first, last = sorted((there, today))
        self._session.select(view="changes", compared_to=first, as_of=last, known_on=None)

    def _escape(self) -> None:
        """Close the drawer where it is open, else go back to today."""
        evidence = self._rooms.evidence
        if evidence is not None and evidence.is_open:
            evidence.close()
        else:
            self._return()

    def _toggle_card(self) -> None:
        view = "timeline" if self._session.selection.view == "card" else "card"
        self._session.select(view=view)

    def _return(self) -> None:
        """Back to today, with all that is known and the law as it is."""
        self._session.select(
            as_of=self._rooms.today, known_on=None, compared_to=None, scenario=None, event=None
        )

    def _fold(self, group: str) -> None:
        """Fold a group of lanes, or open it again."""
        folded = self._session.selection.folded
        others = tuple(key for key in folded if key != group)
        self._session.select(folded=others if group in folded else (*folded, group))

    def ask_evidence(self, key: str) -> None:
        """Open the drawer on a figure."""
        if self._rooms.evidence is not None:
            self._rooms.evidence.ask(key)

    def tell_measure(self, measure: str) -> None:
        """The rows behind a lane, which is a measure's or a project's."""
        self.ask_evidence(f"lane:{measure}")

    def tell_event(self, event: str) -> None:
        """What happened, and what the exports did in the ninety days before and after."""
        self._session.select(event=event)
        self.ask_evidence(f"event:{event}")

    def _tell_events(self, events: tuple[str, ...]) -> None:
        studies = [
            event_study_scene(self._session.dataset, self._session.selection, one) for one in events
        ]
        self._tell("Events", tuple(DataNote(study.title, study.lead) for study in studies))

    def edit_note(self, note_id: str) -> None:
        """Open one of the user's notes."""
        for note in self._keeping.notes:
            if note.id == note_id:
                self._edit(note, saved=True)

    def add_note(self) -> None:
        selection = self._session.selection
        self._edit(new_note(selection.as_of, "", selection.material), saved=False)

    def _edit(self, note: Note, *, saved: bool) -> None:
        if self._editor is None:
            self._editor = NoteEditor(self._rooms.window.theme, self._rooms.window)
            self._editor.note_saved.connect(self._keeping.save)
            self._editor.note_deleted.connect(self._keeping.delete)
        self._editor.apply_theme(self._rooms.window.theme)
        session = self._session
        self._editor.show_scene(
            note_editor_scene(session.dataset, session.selection, note, saved=saved)
        )
        page = page_seen(self._rooms)
        self._editor.move(page.mapToGlobal(page.rect().center()) - self._editor.rect().center())
        self._editor.show()

    def tell_source(self, source: str) -> None:
        self.ask_evidence(f"source:{source}")

    def _tell_notes(self) -> None:
        told = data_notes(self._session.dataset, self._session.selection)
        faults = tuple(DataNote("Package.", str(problem)) for problem in self._session.problems)
        self._tell("Data notes", told + faults)

    def _tell(self, title: str, notes: tuple[DataNote, ...]) -> None:
        self._rooms.notes.show_scene(notes, title)
        self._rooms.notes.open_above(self._rooms.status.notes_button)
