"""Gradients and clips of an SVG, each defined once however often it is used."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QLinearGradient, QPainterPath

from rare_gui.figures.formats.svg_text import color, number, path_data, transform

Definition = tuple[str, str, str]  # tag, attributes, content


class Definitions:
    """Definitions with their ids, in the order of their first use."""

    def __init__(self) -> None:
        self._ids: dict[Definition, str] = {}

    def gradient(self, brush: QBrush) -> str:
        """The id of the linear gradient that `brush` fills with."""
        gradient = brush.gradient()
        assert isinstance(gradient, QLinearGradient), "the engine declares no other gradient"
        start, end = gradient.start(), gradient.finalStop()
        line = {"x1": start.x(), "y1": start.y(), "x2": end.x(), "y2": end.y()}
        ends = " ".join(f'{name}="{number(value)}"' for name, value in line.items())
        is_logical = gradient.coordinateMode() == QLinearGradient.CoordinateMode.LogicalMode
        units = "userSpaceOnUse" if is_logical else "objectBoundingBox"
        stops = "".join(
            f'<stop offset="{number(at)}"{color("stop", shade, "stop-color")}/>'
            for at, shade in gradient.stops()
        )
        own = transform("gradientTransform", brush.transform())
        return self._id(("linearGradient", f' {ends} gradientUnits="{units}"{own}', stops))

    def clip(self, path: QPainterPath) -> str:
        """The id of the clip to `path`, which is in the picture's coordinates."""
        return self._id(("clipPath", "", f'<path d="{path_data(path)}"/>'))

    def elements(self) -> list[str]:
        """All of them as elements."""
        return [
            f'<{tag} id="{name}"{attributes}>{content}</{tag}>'
            for (tag, attributes, content), name in self._ids.items()
        ]

    def _id(self, definition: Definition) -> str:
        return self._ids.setdefault(definition, f"{definition[0][0]}{len(self._ids)}")
