"""Turns the session's selection into scenes, and hands a panel only a scene that differs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QObject

from rare_gui.app.session import Session
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.exposure import exposure_scene
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.materials import materials_scene
from rare_gui.scenes.notes import data_notes
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.status_bar import status_bar_scene
from rare_gui.scenes.timeline import timeline_scene


class Shows(Protocol):
    """What every panel can do."""

    def show_scene(self, scene: Any, /) -> None: ...


@dataclass
class _View:
    panel: Shows
    scene_of: Callable[[Dataset, Selection], object]
    shown: object = field(default=None)


class Presenter(QObject):
    """Listens to the session; no panel knows of another."""

    def __init__(
        self,
        session: Session,
        *,
        browser: Shows,
        header: Shows,
        timeline: Shows,
        impact: Shows,
        status: Shows,
        today: date,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._views = [
            _View(browser, materials_scene),
            _View(header, header_scene),
            _View(timeline, timeline_scene),
            _View(impact, exposure_scene),
            _View(
                status,
                lambda dataset, selection: status_bar_scene(
                    dataset, today, len(data_notes(dataset, selection)), len(session.problems)
                ),
            ),
        ]
        session.changed.connect(self.present)
        self.present()

    def present(self) -> None:
        """Make every scene anew and show those that are not on screen already."""
        dataset, selection = self._session.dataset, self._session.selection
        for view in self._views:
            scene = view.scene_of(dataset, selection)
            if scene != view.shown:
                view.panel.show_scene(scene)
                view.shown = scene
