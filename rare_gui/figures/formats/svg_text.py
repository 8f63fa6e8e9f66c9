"""Qt's paths, pens, colours and transforms as attributes of SVG, with no more digits than show."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QIODevice, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QTransform

DIGITS = 3
"""After the point: a thousandth of a logical px, sharper than any printer."""
_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
_HEAD = 4  # bytes of the count that QDataStream writes first
_MOVE, _LINE, _CURVE, _CURVE_DATA = range(4)
_LETTERS = {_MOVE: "M", _LINE: "L", _CURVE: "C", _CURVE_DATA: " "}
_CAPS = {Qt.PenCapStyle.SquareCap: "square", Qt.PenCapStyle.RoundCap: "round"}
_JOINS = {Qt.PenJoinStyle.BevelJoin: "bevel", Qt.PenJoinStyle.RoundJoin: "round"}


def number(value: float) -> str:
    """`value` in the fewest characters at three digits after the point."""
    text = f"{value:.{DIGITS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def path_data(path: QPainterPath) -> str:
    """The `d` of a path; a subpath that returns to its start is closed, so its corner is joined."""
    elements = _elements(path)
    written: list[str] = []
    start = last = ""
    for kind, x, y in zip(
        elements["kind"].tolist(), elements["x"].tolist(), elements["y"].tolist(), strict=True
    ):
        point = f"{number(x)} {number(y)}"
        if kind == _MOVE:
            if start and last == start and written[-1] != f"M{start}":
                written.append("Z")
            start = point
        written.append(_LETTERS[kind] + point)
        last = point
    if start and last == start and len(written) > 1:
        written.append("Z")
    return "".join(written)


def _elements(path: QPainterPath) -> np.ndarray:
    """Kind, x and y of each element at once: asking Qt for them one by one is slow."""
    data = QByteArray()
    stream = QDataStream(data, QIODevice.OpenModeFlag.WriteOnly)
    stream << path
    count = int.from_bytes(data.data()[:_HEAD], "big")  # 0 for a path that goes nowhere
    return np.frombuffer(data.data(), _ELEMENT, count, offset=_HEAD)


def color(name: str, shade: QColor, paint: str = "") -> str:
    """The attributes of a colour and, where it is translucent, of its opacity."""
    solid = f' {paint or name}="{shade.name()}"'
    return solid if shade.alpha() == 255 else f'{solid} {name}-opacity="{number(shade.alphaF())}"'


def pen_attributes(pen: QPen) -> str:
    """The attributes of a stroke; empty for a pen that draws none."""
    if pen.style() == Qt.PenStyle.NoPen or pen.color().alpha() == 0:
        return ""
    width = pen.widthF() or 1.0  # 0 is Qt's word for the thinnest line
    said = color("stroke", pen.color())
    if width != 1:
        said += f' stroke-width="{number(width)}"'
    if pen.capStyle() in _CAPS:
        said += f' stroke-linecap="{_CAPS[pen.capStyle()]}"'
    if pen.joinStyle() in _JOINS:
        said += f' stroke-linejoin="{_JOINS[pen.joinStyle()]}"'
    else:
        said += f' stroke-miterlimit="{number(pen.miterLimit())}"'
    if pen.style() != Qt.PenStyle.SolidLine:
        dashes = " ".join(number(part * width) for part in pen.dashPattern())
        said += f' stroke-dasharray="{dashes}"'
        if pen.dashOffset():
            said += f' stroke-dashoffset="{number(pen.dashOffset() * width)}"'
    return said + (' vector-effect="non-scaling-stroke"' if pen.isCosmetic() else "")


def transform(name: str, matrix: QTransform) -> str:
    """The attribute of a transform; empty for the one that changes nothing."""
    if matrix.isIdentity():
        return ""
    if matrix.type() == QTransform.TransformationType.TxTranslate:
        return f' {name}="translate({number(matrix.dx())} {number(matrix.dy())})"'
    # Factors need more digits than px: they are multiplied by as much as the picture's width.
    parts = (matrix.m11(), matrix.m12(), matrix.m21(), matrix.m22())
    factors = " ".join(f"{part:.8g}" for part in parts)
    return f' {name}="matrix({factors} {number(matrix.dx())} {number(matrix.dy())})"'
