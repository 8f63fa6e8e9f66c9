"""The window's exports: the dialog, saving at once, copying, and what changed since the last one.

What draws and writes is imported when a picture is first asked for: the window does not wait for
it. Not for drawing (`app.pictures.pictures`) nor for the dialog (`app.exporting.room`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rare_gui.app.session import Session
from rare_gui.app.window import Window
from rare_gui.domain.own_note import Note
from rare_gui.figures.theme import Theme

if TYPE_CHECKING:
    from rare_gui.app.exporting.choices import RememberedChoices, Store
    from rare_gui.app.exporting.room import ExportRoom
    from rare_gui.app.settings import KeptSettings
    from rare_gui.scenes.pictures.export_form import ExportChoices


class Exports:
    """Saves and copies pictures of what the window shows. `notes` are the user's own.

    `store` keeps the last choices, None for the system's settings.
    """

    def __init__(
        self,
        window: Window,
        session: Session,
        notes: Callable[[], tuple[Note, ...]] = tuple,
        store: Store | None = None,
    ) -> None:
        self._window, self._session, self._notes = window, session, notes
        self._store = store
        self._settings: KeptSettings | None = None
        on = window.commands.on
        on("file.export", self.open)
        on("file.save_picture", self.save_at_once)
        on("file.copy_picture", lambda: self._tell(self._copy_at_once))
        on("time.since_export", self.since_last)

    def keep_in(self, settings: KeptSettings) -> None:
        """Keep the choices in the program's settings, before any has been read."""
        self._settings = settings

    @cached_property
    def remembered(self) -> RememberedChoices:
        """The last choices, read when first asked for."""
        from rare_gui.app.exporting.choices import RememberedChoices, SettingsStore

        kept = self._settings
        return RememberedChoices(self._store if kept is None else SettingsStore(kept))

    @cached_property
    def room(self) -> ExportRoom:
        """The dialog's room, made when first asked for."""
        from rare_gui.app.exporting.room import ExportRoom

        return ExportRoom(
            self._window, self._session, self._notes, self.remembered, self.write, self.copy
        )

    @property
    def folder(self) -> Path:
        """Where the last export went, for whatever is saved next."""
        from rare_gui.app.exporting.choices import folder_of

        return folder_of(self.remembered.now)

    def open(self) -> None:
        """Open the dialog."""
        self.room.open()

    def apply_theme(self, theme: Theme) -> None:
        """Show the dialog in other colours, if there is one yet."""
        if "room" in vars(self):
            self.room.apply_theme(theme)

    def save(self, what: str, theme: str, path: Path) -> bool:
        """Save a picture to `path` with the last choices, over what is there; tells the outcome.

        An empty `theme` is the window's. Without a suffix it is a PNG; another suffix than the
        formats' is refused.
        """
        from rare_gui.scenes.pictures.export_form import AS_WINDOW

        suffix = path.suffix.lower().removeprefix(".") or "png"
        choices = replace(
            self.remembered.now, what=what, theme=theme or AS_WINDOW, format=suffix, zipped=False
        )
        return self._tell(
            lambda: f"Saved {self.write(choices, None, path.parent, path.stem, force=True)}"
        )

    def save_at_once(self) -> bool:
        """Save what is looked at with the last choices, in the last folder, under a new name."""
        from rare_gui.app.exporting.choices import folder_of, free_stem, stem_of

        choices = self.remembered.now
        folder = folder_of(choices)
        stem = free_stem(folder, stem_of(choices, self._session.selection))
        return self._tell(lambda: f"Saved {self.write(choices, None, folder, stem, force=False)}")

    def since_last(self) -> None:
        """Show what changed between the day of the last export and the day looked at."""
        last = self.remembered.last_day
        if last is None:
            self._window.tell("Nothing was exported from this computer yet.")
            return
        self._session.select(view="changes", compared_to=last)

    def write(
        self, choices: ExportChoices, title: str | None, folder: Path, stem: str, *, force: bool
    ) -> Path:
        """Write a picture and what is wanted beside it; the path of the picture, or of the zip.

        The choices are kept for the next one. Raises UnusablePicture and NotWritten; without
        `force` when any of the files is there.
        """
        from rare_gui.app.exporting.choices import asked_for, beside_of
        from rare_gui.app.exporting.previews import keeping_dress, waiting
        from rare_gui.app.pictures import pictures
        from rare_gui.app.pictures.writing import write_files
        from rare_gui.scenes.pictures.size import UnusableSize

        session = self._session
        if choices.format not in pictures.FORMATS:
            raise pictures.UnusablePicture(f"pictures are written as {', '.join(pictures.FORMATS)}")
        try:
            asked = asked_for(choices, session.selection, self._window.theme.name, title)
        except UnusableSize as error:
            raise pictures.UnusablePicture(str(error)) from None
        with waiting(), keeping_dress(self._window):
            made = pictures.files(
                session.base,
                session.selection,
                asked,
                stem,
                beside_of(choices),
                notes=self._notes(),
            )
        write_files({folder / name: content for name, content in made.items()}, force=force)
        self.remembered.keep(replace(choices, folder=str(folder)), session.selection.as_of)
        return folder / f"{stem}.{choices.suffix}"

    def copy(self, choices: ExportChoices, title: str | None) -> None:
        """Put a picture on the clipboard as PNG, as SVG and as a table of what it draws.

        Raises UnusablePicture.
        """
        from rare_gui.app.exporting.choices import asked_for
        from rare_gui.app.exporting.clipboard import copy_picture
        from rare_gui.app.exporting.previews import keeping_dress, waiting
        from rare_gui.app.pictures import pictures
        from rare_gui.app.pictures.beside import copied_table
        from rare_gui.scenes.pictures.size import UnusableSize

        session = self._session
        try:
            asked = asked_for(choices, session.selection, self._window.theme.name, title)
        except UnusableSize as error:
            raise pictures.UnusablePicture(str(error)) from None
        asked = replace(asked, formats=("png", "svg"))
        with (
            waiting(),
            keeping_dress(self._window),
            pictures.drawn(session.base, session.selection, asked, notes=self._notes()) as (
                subject,
                made,
            ),
        ):
            data = pictures.encoded(subject, made, asked, datetime.now(UTC))
            table = copied_table(
                subject.dataset,
                subject.selection,
                asked.what,
                impact=made.impact,
                risk=made.risk,
                notes=subject.notes,
            )
        copy_picture(data["png"], data["svg"], table)

    def _copy_at_once(self) -> str:
        self.copy(self.remembered.now, None)
        return "The picture is on the clipboard, with its figures as a table."

    def _tell(self, act: Callable[[], str]) -> bool:
        """Tell what came of `act`, which says what was done; False when nothing was."""
        from rare_gui.app.pictures.pictures import UnusablePicture
        from rare_gui.app.pictures.writing import NotWritten

        try:
            told = act()
        except (UnusablePicture, NotWritten) as error:
            self._window.tell(f"Nothing was saved: {error}.", warns=True)
            return False
        self._window.tell(told)
        return True
