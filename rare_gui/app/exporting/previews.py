"""Previews for the export dialog: drawn once the choices rest, and only the newest one.

Drawing needs widgets and so the GUI thread; what can be worked out elsewhere is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from rare_gui.app.dressing import redress
from rare_gui.app.pictures import pictures
from rare_gui.app.pictures.pictures import Asked, UnusablePicture
from rare_gui.app.session import Session
from rare_gui.app.window import Window
from rare_gui.domain.own_note import Note
from rare_gui.domain.picture_facts import Facts
from rare_gui.figures.formats import png
from rare_gui.scenes.pictures.export_form import about_megabytes, estimates_in
from rare_gui.scenes.tidy.kinds import Drawn, observations

REST_MS = 150
SHARPEST = 2.0
"""Pixels for each logical px of a preview: the layout is the same at every scale."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture as it would be saved, at most at SHARPEST, and what its file tells."""

    asked: Asked
    image: QImage
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known a little later: about how many MB a PNG has, and how many estimates it shows.

    `megabytes` is None for the vector formats.
    """

    asked: Asked
    megabytes: float | None
    estimates: int


class Previews(QObject):
    """`drawn` carries a Preview, then `measured` a Measured; `refused` why there is no picture."""

    drawn = Signal(object)
    measured = Signal(object)
    refused = Signal(str)

    def __init__(
        self, window: Window, session: Session, notes: Callable[[], tuple[Note, ...]]
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._notes = window, session, notes
        self._asked: Asked | None = None
        self._is_drawing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._draw)

    def ask(self, asked: Asked) -> None:
        """Draw this soon, unless something else is asked for before."""
        self._asked = asked
        self._timer.start()

    def stop(self) -> None:
        """Draw nothing: nobody looks."""
        self._asked = None
        self._timer.stop()

    def _draw(self) -> None:
        if self._is_drawing:  # drawing lets timers run; this one waits for its turn
            self._timer.start()
            return
        asked, session = self._asked, self._session
        if asked is None:
            return
        seen = replace(asked, scale=min(asked.scale, SHARPEST))
        self._is_drawing = True
        try:
            pictures.check(asked)
            with (
                keeping_dress(self._window),
                pictures.drawn(session.base, session.selection, seen, notes=self._notes()) as (
                    subject,
                    made,
                ),
            ):
                image = png.rendered(made.drawing, seen.scale)
                drawn = Drawn(
                    subject.dataset, subject.selection, made.impact, made.risk, subject.notes
                )
        except (UnusablePicture, ValueError) as error:
            if asked == self._asked:
                self.refused.emit(str(error))
            return
        finally:
            self._is_drawing = False
        if asked != self._asked:
            return
        self.drawn.emit(Preview(asked, image, made.title, made.description))
        facts = _facts(made.title, made.description, made.sources)
        self._window.tasks.start(
            "export preview", lambda: _measure(asked, image, facts, drawn), self._tell, _raise
        )

    def _tell(self, measured: Measured) -> None:
        if measured.asked == self._asked:
            self.measured.emit(measured)


@contextmanager
def keeping_dress(window: Window) -> Iterator[None]:
    """Give the application the colours of its window again after drawing in others."""
    try:
        yield
    finally:
        redress(window.theme)


@contextmanager
def waiting() -> Iterator[None]:
    """Show that the program is busy."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QApplication.restoreOverrideCursor()


def _measure(asked: Asked, image: QImage, facts: Facts, drawn: Drawn) -> Measured:
    """Off the GUI thread: packs the pixels, reads the rows that are drawn."""
    megabytes = None
    if asked.formats == ("png",):
        length = len(png.encoded(image, facts))
        megabytes = about_megabytes(length, image.devicePixelRatio(), asked.scale)
    try:
        estimates = estimates_in(observations(asked.what, drawn))
    except KeyError:  # a kind of picture without figures
        estimates = 0
    return Measured(asked, megabytes, estimates)


def _facts(title: str, description: str, sources: tuple[str, ...]) -> Facts:
    return Facts(title, description, sources, "", datetime.now(UTC), "", "", None)


def _raise(error: Exception) -> None:
    raise error
