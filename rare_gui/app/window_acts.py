"""What the window's commands do: binds the table's ids to the session and the panels.

Not for gestures on panels (`app.gestures`) and not for the commands that a part of the window
binds by itself (toolbar, export, opening).
"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from rare_gui.app.actions import PAGES, page_action
from rare_gui.app.finding import Finding
from rare_gui.app.focus import focus_filter, focus_pane, page_seen
from rare_gui.app.key_help import KeyHelp
from rare_gui.app.moves import Moves
from rare_gui.app.rooms import Rooms
from rare_gui.app.telling import Telling
from rare_gui.scenes.chips import COLUMNS, column_runs, strongest
from rare_gui.scenes.finding.step_words import step_words
from rare_gui.scenes.selection import MOST_COMPARED
from rare_gui.scenes.time import PRESETS

if TYPE_CHECKING:
    from rare_gui.panels.evidence.drawer import EvidenceDrawer


class WindowActs:
    """Binds the commands of one window."""

    def __init__(self, rooms: Rooms, moves: Moves, telling: Telling) -> None:
        self._rooms, self._session = rooms, rooms.session
        self._moves, self._telling = moves, telling
        self._finding = Finding(rooms, moves, telling)
        self._help = KeyHelp(rooms.window)
        self._bind_view()
        self._bind_going()
        self._bind_time()
        self._bind_material()
        on = rooms.window.commands.on
        on("file.save_view", partial(_save_view, rooms))
        on("help.keys", self._help.open)
        on("help.notes", telling.tell_notes)

    def _bind_view(self) -> None:
        on, moves = self._rooms.window.commands.on, self._moves
        for page in PAGES:
            on(page_action(page.view), partial(moves.pick, view=page.view))
        on("view.card", self._toggle_card)
        for switch in ("all_lanes", "tonnes", "ghosts"):
            on(f"view.{switch}", partial(self._switch, switch))

    def _bind_going(self) -> None:
        on, rooms = self._rooms.window.commands.on, self._rooms
        on("go.undo", lambda: self._undo(redo=False))
        on("go.redo", lambda: self._undo(redo=True))
        on("go.back", self._session.back)
        on("go.forward", self._session.forward)
        if rooms.evidence is not None:
            rooms.evidence.made.connect(self._bind_drawer)
        on("go.find", self._finding.open)
        on("go.filter", self._to_filter)
        on("go.materials", self._to_materials)
        on("go.page", lambda: page_seen(rooms).setFocus())
        on("go.right", lambda: rooms.right.currentWidget().setFocus())
        on("go.next_pane", lambda: focus_pane(rooms, 1))
        on("go.previous_pane", lambda: focus_pane(rooms, -1))
        on("go.escape", self._escape)

    def _to_materials(self) -> None:
        """Into the browser, which comes back where it was put away."""
        self._show_left()
        self._rooms.browser.setFocus()

    def _to_filter(self) -> None:
        if not hasattr(page_seen(self._rooms), "focus_filter"):
            self._show_left()
        focus_filter(self._rooms)

    def _show_left(self) -> None:
        if not self._rooms.window.shows_left:
            self._rooms.window.commands.trigger("view.left")

    def _bind_drawer(self, drawer: EvidenceDrawer) -> None:
        """The drawer has a history of its own."""
        on = self._rooms.window.commands.on
        on("go.back", drawer.back_asked.emit, within=drawer)
        on("go.forward", drawer.forward_asked.emit, within=drawer)

    def _bind_time(self) -> None:
        on, moves = self._rooms.window.commands.on, self._moves
        on("time.today", moves.return_to_today)
        for name, way in (("previous", -1), ("next", 1)):
            on(f"time.{name}_event", partial(moves.step, "event", way))
            on(f"time.{name}_change", partial(moves.step_to_change, way))
        on("time.known_earlier", lambda: self._step_known(-1))
        on("time.known_later", lambda: self._step_known(1))
        on("time.known_all", partial(moves.pick, known_on=None))
        for preset in PRESETS:
            on(f"time.range_{preset}", partial(moves.show_range, preset))
        on("time.compare", moves.compare)

    def _bind_material(self) -> None:
        on, rooms = self._rooms.window.commands.on, self._rooms
        on(
            "material.watch",
            lambda: rooms.browser.watch_asked.emit(self._session.selection.material),
        )
        on("material.compare", self._compare_material)
        on("material.evidence", self._ask_evidence)
        on("material.note", self._telling.add_note)

    def _undo(self, *, redo: bool) -> None:
        """Walk the history of views; a text field that has the focus keeps its own."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
            (field.redo if redo else field.undo)()
            return
        session = self._session
        left = session.selection
        (session.forward if redo else session.back)()
        if changed := step_words(session.dataset, left, session.selection):
            self._rooms.tell(f"{'Redone' if redo else 'Undone'}: {changed}")

    def _switch(self, name: str) -> None:
        """Turn a field of the selection on or off."""
        self._moves.pick(**{name: not getattr(self._session.selection, name)})

    def _toggle_card(self) -> None:
        view = "timeline" if self._session.selection.view == "card" else "card"
        self._moves.pick(view=view)

    def _escape(self) -> None:
        """Close the drawer where it is open, else go back to today."""
        evidence = self._rooms.evidence
        if evidence is not None and evidence.is_open:
            evidence.close()
        else:
            self._moves.return_to_today()

    def _step_known(self, days: int) -> None:
        """Move the known-on day; the first step begins at the as-of day."""
        selection = self._session.selection
        known = selection.known_on or selection.as_of
        self._session.select(known_on=known + timedelta(days=days))

    def _compare_material(self) -> None:
        """Put the material beside those compared, or take it out again."""
        selection = self._session.selection
        others = tuple(one for one in selection.compared if one != selection.material)
        joined = (*selection.compared, selection.material)[:MOST_COMPARED]
        self._moves.pick(compared=joined if others == selection.compared else others)

    def _ask_evidence(self) -> None:
        """The rows behind the state of the form looked at, else of the one under most."""
        session = self._session
        selection, law = session.selection, session.dataset.law
        form = selection.form
        if form is None:
            columns = range(len(COLUMNS))
            runs = [column_runs(law, selection.material, one, selection) for one in columns]
            form = strongest(list(chain.from_iterable(runs)))[0]  # no material without a form
        self._telling.ask_evidence(f"state:{form.value}")


def _save_view(rooms: Rooms) -> None:
    from rare_gui.app.view_saving import ask_and_save

    ask_and_save(rooms)
