from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QRadialGradient
from pytestqt.qtbot import QtBot

from rare_gui.figures import ink
from rare_gui.figures.formats.svg import svg
from rare_gui.figures.formats.svg_text import number, path_data
from tests.figures.formats.drawings import FACTS, Sampler

SVG = "{http://www.w3.org/2000/svg}"


class Small:
    """Draws what a test hands over, on 200 x 100 px."""

    width, height = 200.0, 100.0

    def __init__(self, act: object) -> None:
        self.act = act

    def paint(self, painter: QPainter) -> None:
        self.act(painter)  # type: ignore[operator]


def drawn(act: object, scale: float = 1) -> ET.Element:
    return ET.fromstring(svg(Small(act), FACTS, scale))


def paths(root: ET.Element) -> list[ET.Element]:
    return [one for one in root.iter(f"{SVG}path") if one.get("fill") != "none"]


def test_that_all_texts_are_outlines(qtbot: QtBot) -> None:
    data = svg(Sampler(), FACTS, 1)
    assert b"<text" not in data
    assert b"font" not in data


def test_that_figures_of_one_width_keep_it(qtbot: QtBot) -> None:
    """Ones as wide as eights: the feature is in the outlines, not asked of the reader's font."""

    def right(text: str, role: str) -> float:
        root = drawn(lambda p: ink.write(p, role, QColor("black"), 0, 50, text))
        numbers = re.findall(r"[-\d.]+ [-\d.]+", paths(root)[0].attrib["d"])
        return max(float(pair.split()[0]) for pair in numbers)

    ones, eights = right("11111111", "ui_figure"), right("88888888", "ui_figure")
    assert ones == pytest.approx(eights, abs=3)  # the last 1 is narrower than its place
    assert right("11111111", "ui") < right("88888888", "ui") - 8


def test_that_letter_spacing_is_kept(qtbot: QtBot) -> None:
    def width(spacing: float) -> float:
        font = QFont("Inter")
        font.setPixelSize(20)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)

        def act(painter: QPainter) -> None:
            painter.setFont(font)
            painter.drawText(QPointF(0, 50), "HHHH")

        found = re.findall(r"([-\d.]+) [-\d.]+", paths(drawn(act))[0].attrib["d"])
        return max(map(float, found))

    assert width(5) == pytest.approx(width(0) + 15, abs=0.1)


def test_that_title_and_alternative_text_stand_first(qtbot: QtBot) -> None:
    root = drawn(lambda _p: None)
    assert [child.tag for child in root][:3] == [f"{SVG}title", f"{SVG}desc", f"{SVG}metadata"]
    assert (root[0].text, root[1].text) == (FACTS.title, FACTS.description)
    assert (root.get("width"), root.get("viewBox")) == ("200", "0 0 200 100")


def test_that_a_view_left_out_is_nowhere_in_the_file(qtbot: QtBot) -> None:
    data = svg(Sampler(), replace(FACTS, view=None), 1)
    assert b"as_of=" not in data


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_that_shapes_are_in_logical_px_at_every_sharpness(qtbot: QtBot, scale: float) -> None:
    root = drawn(lambda p: p.fillRect(QRectF(10, 20, 30, 40), QColor("red")), scale)
    (path,) = paths(root)
    assert path.attrib == {
        "d": "M10 20L40 20L40 60L10 60L10 20Z",
        "fill": "#ff0000",
        "fill-rule": "evenodd",
    }


def test_that_shapes_are_cut_where_a_clip_ends(qtbot: QtBot) -> None:
    def act(painter: QPainter) -> None:
        painter.setClipRect(QRectF(10, 10, 50, 50))
        painter.fillRect(QRectF(40, 40, 100, 100), QColor("red"))
        painter.fillRect(QRectF(20, 20, 5, 5), QColor("blue"))
        painter.fillRect(QRectF(150, 20, 5, 5), QColor("green"))

    data = svg(Small(act), FACTS, 2)
    assert b"clip" not in data
    red, blue = paths(ET.fromstring(data))
    assert {red.get("fill"), blue.get("fill")} == {"#ff0000", "#0000ff"}
    numbers = [float(one) for one in re.findall(r"[\d.]+", red.attrib["d"])]
    assert (min(numbers), max(numbers)) == (40, 60)


def test_that_a_clip_ends_with_the_state_it_was_set_in(qtbot: QtBot) -> None:
    def act(painter: QPainter) -> None:
        painter.setClipRect(QRectF(0, 0, 80, 80))
        painter.save()
        painter.setClipRect(QRectF(0, 0, 10, 10))
        painter.restore()
        painter.fillRect(QRectF(0, 0, 200, 200), QColor("red"))
        painter.setClipping(False)
        painter.fillRect(QRectF(0, 0, 200, 200), QColor("blue"))

    red, blue = paths(drawn(act))
    assert "80 80" in red.attrib["d"]
    assert "200 200" in blue.attrib["d"]


def test_that_a_clipped_word_is_clipped(qtbot: QtBot) -> None:
    def act(painter: QPainter) -> None:
        painter.setClipRect(QRectF(0, 0, 30, 100))
        ink.write(painter, "title", QColor("black"), 0, 50, "Dysprosium and terbium")

    root = drawn(act)
    group = root.find(f"{SVG}g")
    assert group is not None
    assert group.get("clip-path") == "url(#c0)"


def test_that_what_the_engine_does_not_declare_arrives_as_a_picture(qtbot: QtBot) -> None:
    def act(painter: QPainter) -> None:
        shade = QRadialGradient(QPointF(50, 50), 30)
        shade.setColorAt(0, QColor("red"))
        painter.fillRect(QRectF(20, 20, 60, 60), shade)

    (image,) = drawn(act).iter(f"{SVG}image")
    assert image.attrib["href"].startswith("data:image/png;base64,")


@given(st.floats(-1e5, 1e5))
def test_that_a_number_is_right_to_a_thousandth(value: float) -> None:
    assert float(number(value)) == pytest.approx(value, abs=0.000501)
    assert "e" not in number(value)
    assert number(value) != "-0"


coordinates = st.floats(-5e3, 5e3).map(lambda value: round(value, 3))


@given(st.lists(st.tuples(coordinates, coordinates), min_size=2, max_size=20))
def test_that_the_points_of_a_path_are_written_in_their_order(
    points: list[tuple[float, float]],
) -> None:
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(*point)
    found = re.findall(r"[ML]([-\d.]+) ([-\d.]+)", path_data(path))
    expected = [(path.elementAt(n).x, path.elementAt(n).y) for n in range(path.elementCount())]
    if path.isEmpty():
        expected = []
    assert len(found) == len(expected)
    for (x, y), point in zip(found, expected, strict=True):
        assert (float(x), float(y)) == pytest.approx(point)
