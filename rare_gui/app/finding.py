"""The palette in the window: opened, handed what is found, and acted upon.

Not for searching (`scenes.finding.search`).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from rare_gui.app.actions import BY_ID
from rare_gui.app.commands import shown_keys
from rare_gui.app.moves import Moves
from rare_gui.app.rooms import Rooms
from rare_gui.app.telling import Telling
from rare_gui.scenes.finding.entries import Command, Entry
from rare_gui.scenes.selection import MOST_COMPARED

if TYPE_CHECKING:
    from rare_gui.panels.palette.palette import CommandPalette
    from rare_gui.scenes.finding.search import PaletteSearch


class Finding:
    """Opens the palette over one window; made when first asked for."""

    def __init__(self, rooms: Rooms, moves: Moves, telling: Telling) -> None:
        self._rooms, self._moves, self._telling = rooms, moves, telling
        self._palette: CommandPalette | None = None
        self._search: PaletteSearch | None = None

    def open(self) -> None:
        """Open the palette on what can be found from the view that is looked at."""
        from rare_gui.panels.palette.palette import CommandPalette
        from rare_gui.scenes.finding.search import PaletteSearch

        rooms, session = self._rooms, self._rooms.session
        self._search = PaletteSearch(
            session.dataset, session.selection, self._commands(), rooms.today
        )
        if self._palette is None:
            self._palette = CommandPalette(rooms.window.theme, rooms.window)
            self._palette.typed.connect(self._find)
            self._palette.entry_picked.connect(self._act)
            self._palette.beside_picked.connect(self._act_beside)
        self._palette.apply_theme(rooms.window.theme)
        self._find("")
        self._palette.open_over(rooms.window)
        QTimer.singleShot(0, self._search.prepare)  # while the first key is on its way

    def _find(self, text: str) -> None:
        if self._palette is not None and self._search is not None:
            self._palette.show_scene(self._search.find(text))

    def _commands(self) -> list[Command]:
        """The commands that are open now; those of no menu are for keys alone."""
        commands = self._rooms.window.commands
        listed = (BY_ID[one] for one in commands if commands.is_open(one))
        return [
            Command(
                action.id,
                action.title,
                shown_keys(action.keys[0]) if action.keys else "",
                f"{action.menu} {action.tip}",
            )
            for action in listed
            if action.menu and action.id != "go.find"
        ]

    def _act_beside(self, entry: Entry) -> None:
        """A material beside the one looked at; anything else has no place beside it."""
        if entry.kind != "material":
            self._act(entry)
            return
        looked = self._rooms.session.selection
        beside = [one for one in (*looked.compared, looked.material) if one != entry.key]
        room = dict.fromkeys(beside[-(MOST_COMPARED - 1) :])
        self._moves.pick(view="compare", compared=(*room, entry.key))

    def _act(self, entry: Entry) -> None:
        match entry.kind:
            case "material":
                self._moves.pick(material=entry.key, form=None, sector=None)
            case "measure":
                self._telling.tell_measure(entry.key)
            case "day":
                self._moves.pick(as_of=date.fromisoformat(entry.key))
            case _:
                self._rooms.window.commands.trigger(entry.key)
