"""The least that any program with these libraries does at its start: the yardstick of `size.md`."""

import sys

import pandas as pd  # noqa: F401
import pyqtgraph  # noqa: F401
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """An empty window that tells when it has been painted."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Tell it in the words that `bundle.py` waits for."""
        super().paintEvent(event)
        print("first_picture", file=sys.stderr, flush=True)


app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
