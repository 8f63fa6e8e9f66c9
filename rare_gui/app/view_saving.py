"""Saving what is looked at as a small file of its own, which opens here again.

Not for the file's form (`intake.view_file`) nor for opening one (`app.desktop.given_files`).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from rare_gui.app.report import package_words
from rare_gui.app.rooms import Rooms
from rare_gui.intake.view_file import SUFFIX, ViewFile, write_view_file

_FILTER = f"Views (*{SUFFIX})"


def ask_and_save(rooms: Rooms) -> None:
    """Let the user choose a name, save the view and tell what came of it."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    looked = rooms.session.selection
    usual = f"{looked.material}-{looked.view}-{looked.as_of}{SUFFIX}"
    chosen, _ = QFileDialog.getSaveFileName(
        rooms.window,
        "Save this view",
        str((folder if folder.is_dir() else Path.home()) / usual),
        _FILTER,
    )
    if chosen:
        save_view(rooms, Path(chosen))


def save_view(rooms: Rooms, chosen: Path) -> None:
    """Save the view to the chosen path, over what is there; the suffix is added if it is missing.

    A file that only the added suffix leads to stays as it is, for nobody has agreed to lose it.
    """
    path = chosen if chosen.suffix.lower() == SUFFIX else chosen.with_name(chosen.name + SUFFIX)
    if path != chosen and path.exists():
        rooms.tell(f"Nothing was saved: {path} is there already.", warns=True)
        return
    session = rooms.session
    try:
        write_view_file(path, ViewFile(session.selection.to_text(), package_words(session.base)))
    except OSError as error:
        rooms.tell(f"Nothing was saved: {path}: {error.strerror or error}.", warns=True)
    else:
        rooms.tell(f"Saved {path}")
