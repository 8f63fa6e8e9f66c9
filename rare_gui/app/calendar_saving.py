"""Saving dated clauses as a calendar file, under a name that the user chooses.

Not for what is in the file (`scenes.cliffs.calendar_file`).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from rare_gui.app.rooms import Rooms
from rare_gui.intake.whole_files import write_whole
from rare_gui.panels.cliffs.board import CliffBoard
from rare_gui.scenes.cliffs.scene import calendar_of

_FILTER = "Calendars (*.ics)"


def ask_and_save(rooms: Rooms, board: CliffBoard, clauses: tuple[str, ...]) -> None:
    """Let the user choose a name in the folder of the last export, save, and tell on the board.

    `clauses` are the ids of those to be written.
    """
    folder = rooms.window.exports.folder if rooms.window.exports is not None else Path.home()
    session = rooms.session
    usual = f"cliffs-{session.selection.as_of}.ics"
    chosen, _ = QFileDialog.getSaveFileName(
        board, "Write a calendar file", str(folder / usual), _FILTER
    )
    if not chosen:
        return
    path = Path(chosen)
    if path.suffix.lower() != ".ics":
        path = path.with_name(f"{path.name}.ics")
        if path.exists():  # nobody has agreed to lose it
            board.show_calendar_result(f"Nothing was saved: {path} is there already.", failed=True)
            return
    text = calendar_of(session.dataset, session.selection, clauses)
    try:
        write_whole(path, text.encode())
    except OSError as error:
        board.show_calendar_result(f"{path}: {error.strerror or error}", failed=True)
    else:
        board.show_calendar_result(f"Saved {path}")
