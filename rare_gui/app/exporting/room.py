"""The export dialog in its window: what is chosen becomes a preview, a file or a copy.

Not for drawing nor writing (`app.exporting.exports` does both for the dialog).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from rare_gui.app.exporting.choices import (
    RememberedChoices,
    asked_for,
    folder_of,
    free_stem,
    stem_of,
)
from rare_gui.app.exporting.previews import Measured, Preview, Previews
from rare_gui.app.pictures.pictures import FORMATS, KINDS, Asked, UnusablePicture
from rare_gui.app.pictures.writing import AlreadyThere, NotWritten
from rare_gui.app.session import Session
from rare_gui.app.window import Window
from rare_gui.domain.own_note import Note
from rare_gui.figures.theme import Theme
from rare_gui.panels.export.dialog import ExportDialog
from rare_gui.scenes.pictures.export_form import (
    ExportChoices,
    ExportForm,
    estimate_words,
    export_form,
    kind_title,
    output_width,
    output_words,
)
from rare_gui.scenes.pictures.size import UnusableSize

Copy = Callable[[ExportChoices, str | None], None]


class Write(Protocol):
    """Writes a picture; gives its path, raises UnusablePicture or NotWritten."""

    def __call__(
        self, choices: ExportChoices, title: str | None, folder: Path, stem: str, *, force: bool
    ) -> Path: ...


class ExportRoom(QObject):
    """One dialog, made when it is first opened; it follows the window's view while it is open."""

    def __init__(
        self,
        window: Window,
        session: Session,
        notes: Callable[[], tuple[Note, ...]],
        remembered: RememberedChoices,
        write: Write,
        copy: Copy,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._remembered = window, session, remembered
        self._write, self._copy = write, copy
        self._previews = Previews(window, session, notes)
        self._previews.drawn.connect(self._show_preview)
        self._previews.measured.connect(self._show_measured)
        self._previews.refused.connect(self._show_refused)
        self._dialog: ExportDialog | None = None
        self._folder = Path()
        self._own_stem = ""
        session.changed.connect(self._follow_view)

    @property
    def dialog(self) -> ExportDialog:
        """The dialog, made if it was not yet."""
        if self._dialog is None:
            made = ExportDialog(self._window.theme, self._form(), self._window)
            made.changed.connect(self._follow_choices)
            made.save_asked.connect(self._save)
            made.copy_asked.connect(self._copy_picture)
            made.place_asked.connect(self._ask_place)
            made.finished.connect(self._previews.stop)
            self._dialog = made
        return self._dialog

    def open(self) -> None:
        """Open the dialog on what is looked at, with the last choices."""
        dialog = self.dialog
        dialog.apply_theme(self._window.theme)
        if not dialog.isVisible():
            self._folder, self._own_stem = folder_of(self._remembered.now), ""
            dialog.show_form(self._form())
            dialog.forget_title()
            dialog.show_estimates("")
            dialog.show_fault("")
        dialog.open_beside(self._window)
        QTimer.singleShot(0, self, self._follow_choices)  # the dialog is painted first

    def apply_theme(self, theme: Theme) -> None:
        """Show the dialog in other colours, and the picture where it has the window's."""
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.apply_theme(theme)
            self._follow_choices()

    def _form(self) -> ExportForm:
        return export_form(self._remembered.now, self._session.selection.view, KINDS, FORMATS)

    def _follow_view(self) -> None:
        """Another view is looked at: its picture, its name and its title."""
        if self._dialog is not None and self._dialog.isVisible():
            self._own_stem = ""
            self._dialog.forget_title()
            self._follow_choices()

    def _follow_choices(self) -> None:
        dialog = self.dialog
        dialog.show_path(self._folder / f"{self._stem()}.{dialog.choices.suffix}")
        if (asked := self._asked()) is not None:
            dialog.wait()
            self._previews.ask(asked)

    def _asked(self) -> Asked | None:
        """What is chosen, as the engine is asked for it; None, and told, when it is no picture."""
        dialog = self.dialog
        try:
            return asked_for(
                dialog.choices, self._session.selection, self._window.theme.name, dialog.title
            )
        except UnusableSize as error:
            self._show_refused(str(error))
            return None

    def _stem(self) -> str:
        usual = stem_of(self.dialog.choices, self._session.selection)
        return self._own_stem or free_stem(self._folder, usual)

    def _show_preview(self, preview: Preview) -> None:
        asked = preview.asked
        suffix = asked.formats[0]
        self.dialog.show_picture(
            preview.image,
            output_words(asked.size, asked.scale, suffix, None),
            preview.description,
            output_width(asked.size, asked.scale, suffix),
        )
        if asked.title is None:
            self.dialog.show_default_title(preview.title)

    def _show_measured(self, measured: Measured) -> None:
        asked = measured.asked
        self.dialog.show_size(
            output_words(asked.size, asked.scale, asked.formats[0], measured.megabytes)
        )
        self.dialog.show_estimates(estimate_words(measured.estimates, kind_title(asked.what)))

    def _show_refused(self, reason: str) -> None:
        self._previews.stop()
        self.dialog.show_no_picture(_sentence(reason))

    def _save(self, force: bool) -> None:
        dialog, folder, stem = self.dialog, self._folder, self._stem()
        try:
            path = self._write(dialog.choices, dialog.title, folder, stem, force=force)
        except (UnusablePicture, NotWritten) as error:
            can_replace = isinstance(error, AlreadyThere)
            dialog.show_fault(_sentence(str(error)), can_replace=can_replace)
            return
        dialog.accept()
        self._window.tell(f"Saved {path}")

    def _copy_picture(self) -> None:
        dialog = self.dialog
        try:
            self._copy(dialog.choices, dialog.title)
        except UnusablePicture as error:
            dialog.show_fault(_sentence(str(error)))
            return
        kept = replace(dialog.choices, folder=self._remembered.now.folder)
        self._remembered.keep(kept, self._session.selection.as_of)
        dialog.show_fault("")
        dialog.show_copied()

    def _ask_place(self) -> None:
        """Let the user choose folder and name; a known suffix chooses the format."""
        dialog = self.dialog
        usual = self._folder / f"{self._stem()}.{dialog.choices.suffix}"
        filters = ";;".join(f"{name.upper()} (*.{name})" for name in FORMATS)
        chosen, _ = QFileDialog.getSaveFileName(
            dialog,
            "Save the picture to",
            str(usual),
            filters,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self.take_place(Path(chosen))

    def take_place(self, path: Path) -> None:
        """Save there instead; the dialog asks before it replaces a file."""
        dialog = self.dialog
        suffix = path.suffix.lower().removeprefix(".")
        known = suffix in (*FORMATS, "zip")
        self._folder, self._own_stem = path.parent, path.stem if known else path.name
        if suffix in FORMATS:
            choices = replace(dialog.choices, format=suffix, zipped=False)
            dialog.show_form(replace(self._form(), choices=choices))
        dialog.show_fault("")
        self._follow_choices()


def _sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:].rstrip('.')}."
