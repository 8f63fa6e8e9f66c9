"""SVG: a drawing as shapes, all text as outlines, its facts as title, description and RDF.

Not for turning Qt's painting into elements: `formats.svg_engine`.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from PySide6.QtGui import QPaintDevice, QPaintEngine, QPainter

from rare_gui.domain.picture_facts import Facts
from rare_gui.figures.drawing import Drawing
from rare_gui.figures.formats.outlines import settle_outlines
from rare_gui.figures.formats.rdf import rdf
from rare_gui.figures.formats.svg_engine import SvgEngine
from rare_gui.figures.formats.svg_text import number

_METRIC = QPaintDevice.PaintDeviceMetric
_DPI = 96
_MM = 25.4 / _DPI


class SvgDevice(QPaintDevice):
    """A sheet of `width` x `height` logical px that an SvgEngine draws on, scaled by `scale`."""

    def __init__(self, width: float, height: float, scale: float) -> None:
        super().__init__()
        self.engine = SvgEngine(scale)
        wide, high = round(width * scale), round(height * scale)
        self._metrics = {
            _METRIC.PdmWidth: wide,
            _METRIC.PdmHeight: high,
            _METRIC.PdmWidthMM: round(wide * _MM),
            _METRIC.PdmHeightMM: round(high * _MM),
            _METRIC.PdmNumColors: 2**24,
            _METRIC.PdmDepth: 32,
            _METRIC.PdmDpiX: _DPI,
            _METRIC.PdmDpiY: _DPI,
            _METRIC.PdmPhysicalDpiX: _DPI,
            _METRIC.PdmPhysicalDpiY: _DPI,
        }

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        own = self._metrics.get(metric)
        return int(super().metric(metric)) if own is None else own


def svg(drawing: Drawing, facts: Facts, scale: float) -> bytes:
    """The file, as large as the drawing at 96 px to the inch.

    `scale` is the sharpness of what no vector format can hold and is a picture within it.
    """
    settle_outlines()
    device = SvgDevice(drawing.width, drawing.height, scale)
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.scale(scale, scale)
    drawing.paint(painter)
    painter.end()
    width, height = number(drawing.width), number(drawing.height)
    engine = device.engine
    definitions = engine.definitions.elements()
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"',
        f' viewBox="0 0 {width} {height}" role="img">',
        f"<title>{escape(facts.title)}</title>",
        f"<desc>{escape(facts.description)}</desc>",
        f"<metadata>\n{rdf(facts, 'image/svg+xml')}\n</metadata>",
        *(["<defs>", *definitions, "</defs>"] if definitions else []),
        *engine.body,
        "</svg>\n",
    ]
    return "\n".join(lines).encode("utf-8")
