"""The window's export: a menu of pictures, a place for the file, a quiet word when done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMenu

from rare_gui.app import pictures
from rare_gui.app.paths import settings
from rare_gui.app.session import Session
from rare_gui.app.window import Window
from rare_gui.figures.theme import font

SCALE = 2.0
LAST_EXPORT = "last export/as of"
"""Setting: the as-of day of the last picture that left the program."""


class ExportMenu:
    """Offers the timeline and the whole window as PNG, in light colours or as on screen."""

    def __init__(self, window: Window, session: Session) -> None:
        self._window, self._session = window, session
        window.toolbar.export_asked.connect(self.open)
        self._menu = QMenu(window)
        self._menu.setFont(font("ui"))
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        )
        for what, words in (("timeline", "Timeline"), ("window", "Whole window")):
            for theme, note in (("light", "light"), ("", "as on screen")):
                action = self._menu.addAction(f"{words} as PNG, {note} …")
                action.triggered.connect(lambda _=False, w=what, t=theme: self._ask(w, t))

        self._menu.addSeparator()
        since = self._menu.addAction("What changed since my last export")
        since.triggered.connect(self._since_last)

    def open(self) -> None:
        """Open the menu under the toolbar's button."""
        button = self._window.toolbar.export
        self._menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def save(self, what: str, theme: str, path: Path) -> bool:
        """Write the picture to `path`, overwriting (the dialog has asked); tells the outcome."""
        session, window = self._session, self._window
        if not path.suffix:
            path = path.with_suffix(".png")
        size = pictures.SIZES[what]
        if what == "window":
            size = window.width(), window.height()
        image = pictures.picture(
            session.base,
            session.selection,
            what=what,
            size=size,
            scale=SCALE,
            theme=theme or window.theme.name,
        )
        try:
            pictures.save(image, path, session.base, session.selection, force=True)
        except (OSError, ValueError) as error:
            window.tell(f"The picture was not written: {error}. Choose another place.")
            return False
        settings().setValue(LAST_EXPORT, session.selection.as_of.isoformat())
        window.tell(f"Saved {path}")
        return True

    def _since_last(self) -> None:
        """Show what changed between the day of the last export and the day looked at."""
        stored = str(settings().value(LAST_EXPORT, ""))
        try:
            last = date.fromisoformat(stored)
        except ValueError:
            self._window.tell("Nothing was exported from this computer yet.")
            return
        self._session.select(view="changes", compared_to=last)

    def _ask(self, what: str, theme: str) -> None:
        selection = self._session.selection
        name = f"{selection.material}-{what}-{selection.as_of.isoformat()}.png"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, "Export a picture", str(self._folder / name), "PNG pictures (*.png)"
        )
        if chosen:
            path = Path(chosen)
            self._folder = path.parent
            self.save(what, theme, path)
