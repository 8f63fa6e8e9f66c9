"""The banner's words change with every step of the as-of day, and with them nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.timeline.time_banner import TimeBanner
from rare_gui.scenes.timeline.travel import TravelScene


class LayoutRequests(QObject):
    """Counts how often a widget is asked to lay itself out anew."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_that_new_words_lay_nothing_out_anew(light: Theme, shown: Callable[..., QWidget]) -> None:
    banner = TimeBanner(light)
    banner.show_scene(TravelScene("As of 1 May 2025", False, False, ""))
    shown(banner, 900, 40)
    QApplication.processEvents()
    asked = LayoutRequests(banner)
    banner.show_scene(TravelScene("As of 2 May 2025 and longer", False, False, ""))
    QApplication.processEvents()
    label = banner.findChild(QLabel)
    assert label is not None
    assert label.text() == "As of 2 May 2025 and longer"
    assert label.width() > 100
    assert asked.count == 0


LONG = "As of 12 July 2025 · as known on 12 July 2025, later facts hidden"


@pytest.mark.parametrize("width", [600, 800, 1018, 1434])
def test_that_the_sentence_stays_whole_and_the_buttons_make_room(
    light: Theme, shown: Callable[..., QWidget], width: int
) -> None:
    banner = TimeBanner(light)
    banner.show_scene(TravelScene(LONG, True, False, ""))
    shown(banner, width, 40)
    label = banner.findChild(QLabel)
    assert label is not None
    if width >= 1000:
        assert label.text() == LONG
    assert text_width("ui_strong", label.text()) <= label.width() + 1
    buttons = banner.findChildren(QPushButton)
    assert (buttons[0].text() == "Only what was known then") is (width == 1434)
    assert [one.accessibleName() or one.text() for one in buttons] == [
        "Only what was known then",
        "Show later facts faintly",
        "Compare with today",
        "Return to today (Esc)",
    ]
