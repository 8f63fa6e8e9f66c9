"""What nobody can go below: the same kind of work with nothing of this program in it."""

from __future__ import annotations

import sys
from collections.abc import Callable

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


def sizing_floor() -> Callable[[], None]:
    """The arithmetic of a case of 30 chains, 26 weeks and 2,000 draws, on ready arrays."""
    return _ready_arithmetic(chains=30, flows=13, weeks=26)


def grid_cell_floor() -> Callable[[], None]:
    """The arithmetic of a mean cell of the grid: 6 chains, one flow, 41 weeks, 2,000 draws."""
    return _ready_arithmetic(chains=6, flows=1, weeks=41)


def _ready_arithmetic(chains: int, flows: int, weeks: int) -> Callable[[], None]:
    """Shortage, stocks over firms, and both ways of passing on; nothing joined or drawn.

    65 sectors. The normal distribution function is SciPy's.
    """
    import numpy as np
    from scipy.special import ndtr

    draws, at_once, sectors = 2_000, 400, 65
    chance = np.random.default_rng(1)
    gaps = chance.random((flows, at_once, weeks)) * 0.3
    theta, kappa, stock = (chance.random((chains, at_once, 1)) for _ in range(3))
    direct = chance.random((draws, sectors))
    inverse, parts = (chance.random((sectors, sectors)) for _ in range(2))

    def act() -> None:
        for _ in range(draws // at_once):
            short = [np.maximum(gap - 0.05, 0.0) for gap in gaps]
            for place in range(chains):
                missed = short[place % flows] * theta[place]
                used = np.cumsum(missed, axis=1) - 0.5 * missed
                empty = ndtr((np.log(np.maximum(used, 1e-300)) - stock[place]) / 0.6)
                (kappa[place] * missed * empty).sum(axis=1)
        lost = direct @ inverse
        np.percentile(np.maximum(lost, lost @ parts), (5, 50, 95), axis=0)

    return act
