"""Files and folders dropped on the window, wherever a panel does not take them itself.

Not for opening them.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """`dropped` carries the paths that a drop on `window` brought, as a tuple."""

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if not _paths(event.mimeData()):
                return False
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and (paths := _paths(event.mimeData())):
            event.acceptProposedAction()
            self.dropped.emit(paths)
            return True
        return False


def _paths(data: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
