"""What nobody can go below: the same kind of work with nothing of this program in it."""

from __future__ import annotations

import sys

from tests.bench.clock import milliseconds, seconds_to_end, seconds_to_line

TO_FIRST_PAINT = """
import sys
{imports}
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("first_paint", file=sys.stderr, flush=True)
        QTimer.singleShot(0, app.quit)

app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""


def empty_main_window() -> float:
    """Seconds from process start until an empty QMainWindow is painted."""
    script = TO_FIRST_PAINT.format(imports="")
    return seconds_to_line([sys.executable, "-c", script], "first_paint")


def empty_window_after_imports() -> float:
    """Seconds until the same window is painted after importing PySide6, pyqtgraph and pandas."""
    script = TO_FIRST_PAINT.format(imports="import PySide6, pyqtgraph, pandas")
    return seconds_to_line([sys.executable, "-c", script], "first_paint")


def import_pandas() -> float:
    """Seconds that `python -c "import pandas"` takes."""
    return seconds_to_end([sys.executable, "-c", "import pandas"])


def empty_plot_repaints(count: int) -> list[float]:
    """Milliseconds of each repaint of an empty plot as large as the window (1440 x 900)."""
    import pyqtgraph as pg
    from PySide6.QtWidgets import QApplication

    plot = pg.PlotWidget()
    plot.resize(1440, 900)
    plot.show()
    QApplication.processEvents()  # before that nothing is painted
    times = [milliseconds(plot.viewport().repaint) for _ in range(count)]
    plot.close()
    return times
