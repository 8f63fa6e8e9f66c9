"""How fast a picture is made beside a bare plot as large, and that many pictures keep memory flat.

The picture is rendered and written as a PNG; the plot is only rendered.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from statistics import quantiles

from rare_gui.app.main import application
from rare_gui.app.pictures import pictures
from rare_gui.app.pictures.pictures import Asked, Beside
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.pictures.size import PRESETS, read_scale
from rare_gui.scenes.selection import Selection
from tests.bench.clock import milliseconds
from tests.bench.table import Row
from tests.soak.pictures import bytes_gained

VIEW = Selection("dysprosium", date(2026, 11, 23))
WIDE = Asked("timeline", PRESETS["16:9"], 2.0)
PRINTED = Asked("timeline", PRESETS["a4"], read_scale("300dpi"))
RUNS, WARM_UP = 20, 3


def rows(dataset: Dataset) -> list[Row]:
    """The figures; pictures and floor take turns, so a busy moment hits both."""
    application()
    plot = bare_plot_picture(*WIDE.size.pixels(1), WIDE.scale)
    wide, printed = making(dataset, WIDE), making(dataset, PRINTED)
    for _ in range(WARM_UP):
        plot()
        wide()
    pairs = [(milliseconds(wide), milliseconds(plot)) for _ in range(RUNS)]
    took, least = (quantiles(times, n=20)[-1] for times in zip(*pairs, strict=True))
    gc.collect()
    grown = bytes_gained(dataset, 100) / 1e6
    at_300_dpi = min(milliseconds(printed) for _ in range(WARM_UP))
    what = "timeline as PNG, 1600x900 x2, p95"
    return [
        Row(what, took, "ms", 250.0, "bare_plot_picture", least),
        Row(f"{what}, against the plot", took, "ms", 2.0, "bare_plot_picture", least, True),
        Row("memory gained in 100 pictures", grown, "MB", 30.0),
        Row("timeline as PNG, A4 at 300 dpi", at_300_dpi, "ms", 1000.0),
    ]


def making(dataset: Dataset, asked: Asked) -> Callable[[], object]:
    """The act of making the whole file."""
    return lambda: pictures.files(dataset, VIEW, asked, "x", Beside(), today=VIEW.as_of)


def bare_plot_picture(width: int, height: int, scale: float) -> Callable[[], object]:
    """The act of rendering a bare plot with two axes and a line to a QImage."""
    import pyqtgraph as pg
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtGui import QImage, QPainter

    def act() -> None:
        plot = pg.PlotWidget()
        plot.resize(width, height)
        plot.plot([0.0, 1.0, 2.0, 3.0], [1.0, 3.0, 2.0, 4.0])
        plot.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, True)
        plot.show()
        QCoreApplication.processEvents()  # before that nothing is laid out
        pixels = round(width * scale), round(height * scale)
        image = QImage(*pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        painter = QPainter(image)
        plot.render(painter)
        painter.end()
        plot.close()

    return act
