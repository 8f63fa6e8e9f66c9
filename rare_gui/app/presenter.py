"""Turns the session's selection into scenes, and hands a panel only a scene that differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from PySide6.QtCore import QObject

from rare_gui.app.session import Session
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection


class Shows(Protocol):
    """What every panel can do."""

    def show_scene(self, scene: Any, /) -> None: ...


@dataclass
class View:
    """A panel and the function that makes its scene.

    `page` names the one of the selection's views on which the panel is seen; empty: on all. A scene
    that nobody sees is not made.
    """

    panel: Shows
    scene_of: Callable[[Dataset, Selection], object]
    page: str = ""
    shown: object = field(default=None)


class Presenter(QObject):
    """Listens to the session; no panel knows of another."""

    def __init__(
        self, session: Session, views: Sequence[View], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._views = list(views)
        session.changed.connect(self.present)
        self.present()

    def add(self, view: View) -> None:
        """Show one more panel from now on, and its first scene at once."""
        self._views.append(view)
        self._show(view)

    def refresh(self, views: Iterable[View] = ()) -> None:
        """Make the scenes anew though the selection is the same: what stands beside it changed.

        `views` are those that tell of it; all when none are named.
        """
        for view in tuple(views) or self._views:
            self._show(view)

    def present(self) -> None:
        """Make every scene that is seen anew and show those that are not on screen already."""
        self.refresh()

    def _show(self, view: View) -> None:
        dataset, selection = self._session.dataset, self._session.selection
        if view.page and view.page != selection.view:
            return
        scene = view.scene_of(dataset, selection)
        if scene != view.shown:
            view.panel.show_scene(scene)
            view.shown = scene
