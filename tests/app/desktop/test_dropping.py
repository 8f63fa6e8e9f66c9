"""Files dropped on the window arrive as paths; anything else is left to the panels."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from rare_gui.app.desktop.dropping import Dropping

COPY, LEFT, NO_KEY = (
    Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
)  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def dropped(window: QMainWindow, data: QMimeData) -> bool:
    """Drag over the window and let go; whether it was taken."""
    enter = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NO_KEY)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), COPY, data, LEFT, NO_KEY))
    return enter.isAccepted()


def test_that_files_and_folders_arrive_in_their_order(
    window: QMainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dropping, data = Dropping(window), QMimeData()
    paths = (tmp_path, tmp_path / "a 镓.rareview")
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in paths])
    with qtbot.waitSignal(dropping.dropped) as signal:
        assert dropped(window, data)
    assert signal.args == [paths]


def test_that_addresses_and_texts_are_not_taken(window: QMainWindow, qtbot: QtBot) -> None:
    dropping = Dropping(window)
    data = QMimeData()
    data.setText("material=gallium")
    assert not dropped(window, data)
    data.setUrls([QUrl("https://example.org/x.rareview")])
    with qtbot.assertNotEmitted(dropping.dropped):
        assert not dropped(window, data)
