"""What each gesture on a panel changes in the session; nothing else happens on a gesture.

Not for making or placing panels (`app.rooms`), nor for keys and menus (`app.window_acts`).
"""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from rare_gui.app.keeping import Keeping
from rare_gui.app.moves import Moves
from rare_gui.app.rooms import Rooms
from rare_gui.app.telling import Telling
from rare_gui.app.window_acts import WindowActs
from rare_gui.scenes.chips import column_runs, strongest
from rare_gui.scenes.time import calendar_day


class Gestures:
    """Connects the panels and the toolbar of one window to its session."""

    def __init__(self, rooms: Rooms, keeping: Keeping) -> None:
        self._rooms, self._session = rooms, rooms.session
        self._moves = Moves(rooms)
        self._telling = telling = Telling(rooms, keeping, self._moves)
        # for the pages, whose panels ask for the same
        self.ask_evidence, self.tell_measure = telling.ask_evidence, telling.tell_measure
        self.tell_event, self.tell_source = telling.tell_event, telling.tell_source
        self.edit_note, self.add_note = telling.edit_note, telling.add_note
        self._wire_panels()
        self._wire_toolbar()
        self._wire_time()
        self._wire_context_menus()
        WindowActs(rooms, self._moves, self._telling)

    def _wire_panels(self) -> None:
        rooms, select = self._rooms, self._moves.pick
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
        rooms.timeline.day_picked.connect(
            lambda day: self._session.select(as_of=calendar_day(day))  # a drag: many days
        )
        rooms.timeline.window_picked.connect(
            lambda first, last: select(window=(calendar_day(first), calendar_day(last)))
        )
        rooms.timeline.step_asked.connect(self._moves.step)
        rooms.timeline.range_asked.connect(self._moves.show_range)
        rooms.timeline.all_lanes_asked.connect(lambda every: select(all_lanes=every))
        rooms.timeline.measure_picked.connect(self._telling.tell_measure)
        rooms.timeline.event_picked.connect(self._telling.tell_event)
        rooms.timeline.figure.events_picked.connect(self._telling.tell_events)
        rooms.timeline.figure.note_picked.connect(self._telling.edit_note)
        rooms.timeline.figure.group_folded.connect(self._fold)
        rooms.timeline.figure.known_on_picked.connect(
            lambda day: self._session.select(known_on=calendar_day(day))
        )
        rooms.timeline.figure.change_asked.connect(self._moves.step_to_change)
        rooms.header.source_picked.connect(self._telling.tell_source)
        rooms.header.evidence_asked.connect(self._telling.ask_evidence)
        rooms.status.notes_asked.connect(self._telling.tell_notes)

    def _wire_toolbar(self) -> None:
        pick, toolbar = self._moves.pick, self._rooms.window.toolbar
        toolbar.views.picked.connect(lambda view: pick(view=view))
        toolbar.day.day_typed.connect(lambda day: pick(as_of=day))
        toolbar.known.day_typed.connect(lambda day: pick(known_on=day))
        toolbar.known.cleared.connect(lambda: pick(known_on=None))
        toolbar.place.destination_picked.connect(lambda code: pick(destination=code))

    def _wire_time(self) -> None:
        banner, session, pick = self._rooms.banner, self._session, self._moves.pick
        banner.knowledge_asked.connect(
            lambda limited: pick(known_on=session.selection.as_of if limited else None)
        )
        banner.ghosts_asked.connect(lambda shown: pick(ghosts=shown))
        banner.comparison_asked.connect(self._moves.compare)
        banner.return_asked.connect(self._moves.return_to_today)

    def _wire_context_menus(self) -> None:
        rooms = self._rooms
        for panel, menus in ((rooms.timeline, ("Time",)), (rooms.header, ("Material",))):
            panel.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            panel.customContextMenuRequested.connect(
                lambda at, panel=panel, menus=menus: self._open_menu(panel, at, menus)
            )

    def _open_menu(self, panel: QWidget, at: QPoint, menus: tuple[str, ...]) -> None:
        menu = self._rooms.window.commands.context_menu(panel, *menus)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(panel.mapToGlobal(at))

    def _pick_column(self, material: str, column: int) -> None:
        """A click on a chip chooses the form that gives the chip its state."""
        runs = column_runs(self._session.dataset.law, material, column, self._session.selection)
        form = strongest(runs)[0] if runs else None
        self._moves.pick(material=material, form=form, sector=None)

    def _fold(self, group: str) -> None:
        """Fold a group of lanes, or open it again."""
        folded = self._session.selection.folded
        others = tuple(key for key in folded if key != group)
        self._moves.pick(folded=others if group in folded else (*folded, group))
