"""Help in the window: first page, how to read it, topics, about. Each is made when first asked for.

Not for the list of keys (`app.key_help`) nor for what the help says (`resources/help`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRectF
from PySide6.QtWidgets import QWidget

from rare_gui.app.key_help import key_groups
from rare_gui.app.rooms import Rooms
from rare_gui.app.version import version
from rare_gui.figures.resources import resource_path
from rare_gui.figures.theme import Theme
from rare_gui.scenes.help.about import about_scene, read_licences
from rare_gui.scenes.help.first_run import first_run_scene
from rare_gui.scenes.help.help_texts import TOPICS, Topic, topic
from rare_gui.scenes.selection import Selection

if TYPE_CHECKING:
    from rare_gui.panels.help.about import AboutDialog
    from rare_gui.panels.help.first_run import FirstRunPage
    from rare_gui.panels.help.how_to_read import HowToRead
    from rare_gui.panels.help.page import HelpPage

_TO_PANELS = ("view.", "go.", "time.", "material.")
"""Commands that begin so are about the panels: the first page makes room for these."""
_BESIDE = frozenset(
    {"go.find", "go.menu", "material.destination", "time.day", "time.known", "view.theme"}
)
"""Those of them that open something of their own, or change nothing that is shown."""


class HelpRoom(QObject):
    """Opens the help of one window, and binds its commands."""

    def __init__(self, rooms: Rooms) -> None:
        super().__init__(rooms.window)
        self._rooms, self._window, self._session = rooms, rooms.window, rooms.session
        self._first_page: FirstRunPage | None = None
        self._overlay: HowToRead | None = None
        self._topics: HelpPage | None = None
        self._about: AboutDialog | None = None
        on = self._window.commands.on
        on("help.first_run", self.open_first_page)
        on("help.how_to_read", self.open_how_to_read)
        on("help.guide", self.open_topics)
        on("help.about", self.open_about)
        self._session.changed.connect(self.close_first_page)
        # what is asked for may be shown already: then nothing changes, and yet it is to be seen
        self._window.toolbar.views.picked.connect(lambda _view: self.close_first_page())
        for action_id in self._window.commands:
            if action_id.startswith(_TO_PANELS) and action_id not in _BESIDE:
                self._window.commands[action_id].triggered.connect(self.close_first_page)

    def greet(self, *, seen: bool, asked: bool, mark_seen: Callable[[], None]) -> None:
        """Show the first page to whom has not `seen` it; not over a view that was `asked` for.

        `mark_seen` is called once it is on screen. When something was asked for, the page waits
        for the next start.
        """
        if not seen and not asked:
            self.open_first_page()
            mark_seen()

    @property
    def shows_first_page(self) -> bool:
        """Whether the first page is in front of the panels."""
        return self._first_page is not None and not self._first_page.isHidden()

    def open_first_page(self) -> None:
        """Put the first page in the place of the panels, which come back after it."""
        from rare_gui.panels.help.first_run import FirstRunPage

        if self._first_page is None:
            self._first_page = page = FirstRunPage(self._window.theme)
            page.view_asked.connect(self._look)
            page.parts_asked.connect(self._open_parts)
            page.how_to_read_asked.connect(self.open_how_to_read)
            page.closed.connect(self.close_first_page)
            self._window.put_above(page)
        self._first_page.apply_theme(self._window.theme)
        self._first_page.show_scene(first_run_scene(self._session.dataset, self._session.selection))
        # hidden, so that neither Tab nor a screen reader gets behind the page
        self._window.splitter.hide()
        self._first_page.show()
        self._first_page.take_focus()

    def close_first_page(self) -> None:
        """Bring the panels back."""
        if self._first_page is None or not self.shows_first_page:
            return
        self._first_page.hide()
        self._window.splitter.show()
        self._rooms.browser.setFocus()

    def open_how_to_read(self) -> None:
        """Lay the notes over the window as it is."""
        from rare_gui.panels.help.how_to_read import HowToRead

        self.close_first_page()
        if self._overlay is None:
            self._overlay = HowToRead(self._window.theme, self._window, self.parts)
        self._overlay.apply_theme(self._window.theme)
        self._overlay.open()

    def open_topics(self, name: str = "") -> None:
        """Open the help at a topic, else where it was left."""
        from rare_gui.panels.help.page import HelpPage

        if self._topics is None:
            self._topics = HelpPage(self._window.theme, self._window)
            self._topics.show_topics(read_topics())
        self._topics.apply_theme(self._window.theme)
        self._topics.open_topic(name)

    def open_about(self) -> None:
        """Tell what this is, what it is made of, and what it rests on."""
        from rare_gui.panels.help.about import AboutDialog

        if self._about is None:
            self._about = AboutDialog(self._window.theme, self._window)
        licences = read_licences(resource_path("help/licences.json").read_text(encoding="utf-8"))
        self._about.apply_theme(self._window.theme)
        self._about.show_scene(about_scene(self._session.base, version(), licences))
        self._about.open_over()

    def apply_theme(self, theme: Theme) -> None:
        """Show what is open in other colours."""
        for panel in (self._first_page, self._overlay, self._topics, self._about):
            if panel is not None:
                panel.apply_theme(theme)

    def parts(self) -> dict[str, QRectF]:
        """The parts of the window that are seen, in px of the window, by the notes' names."""
        rooms, toolbar = self._rooms, self._window.toolbar
        widgets: dict[str, QWidget] = {
            "day": toolbar.day,
            "known": toolbar.known,
            "materials": rooms.browser,
            "header": rooms.header,
            "impact": rooms.impact,
            "foot": rooms.status,
        }
        found = {name: self._place(one) for name, one in widgets.items() if one.isVisible()}
        figure = rooms.timeline.figure
        frame = figure.frame_shown
        if frame is not None and figure.isVisible():
            found["lanes"] = self._place(figure, frame.lanes_area)
            if panes := frame.layout.panes:
                top, bottom = panes[0].top, panes[-1].bottom
                place = QRectF(0, top, frame.layout.width, bottom - top)
                found["panes"] = self._place(figure, place)
        return found

    def _place(self, widget: QWidget, part: QRectF | None = None) -> QRectF:
        """A widget, or a part of it, in px of the window."""
        corner = widget.mapTo(self._window, QPoint(0, 0))
        return QRectF(part if part is not None else widget.rect()).translated(corner)

    def _look(self, view: Selection) -> None:
        self.close_first_page()
        self._session.look(view)

    def _open_parts(self) -> None:
        self.close_first_page()
        self._session.select(view="parts")


def read_topics() -> tuple[Topic, ...]:
    """Every topic of the help, from the program's own files."""
    folder = resource_path("help")
    keys = key_groups()
    return tuple(
        topic(name, (folder / f"{name}.md").read_text(encoding="utf-8"), keys) for name in TOPICS
    )
