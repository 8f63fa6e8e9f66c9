"""PNG, SVG and PDF of a drawing are the same picture, as readers that are not ours see them."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.figures.drawing import Drawing
from rare_gui.figures.formats.pdf import pdf
from rare_gui.figures.formats.png import rendered
from rare_gui.figures.formats.svg import svg
from rare_gui.figures.pictures.timeline import timeline_drawing
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.pictures.timeline import timeline_picture
from rare_gui.scenes.selection import Selection
from tests.figures.formats.drawings import (
    FACTS,
    Sampler,
    differing,
    pdf_pixels,
    pixels,
    svg_pixels,
)

EDGES, SHAPES = 40, 110
"""Differences of 255: edges of letters that rasterisers soften otherwise; something else there."""


def check_agreement(drawing: Drawing, edges: float, shapes: float) -> None:
    """At most these shares of the pixels differ by more than EDGES and by more than SHAPES."""
    own = pixels(rendered(drawing, 2))
    height, width = own.shape[:2]
    for seen in (
        svg_pixels(svg(drawing, FACTS, 2), width, height),
        pdf_pixels(pdf(drawing, FACTS, 2), 2),
    ):
        assert seen.shape == own.shape
        assert differing(own, seen, EDGES) < edges
        assert differing(own, seen, SHAPES) < shapes


def test_that_every_act_of_painting_looks_the_same_in_all_formats(qtbot: QtBot) -> None:
    check_agreement(Sampler(), edges=0.02, shapes=0.002)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_a_timeline_looks_the_same_in_all_formats(
    qtbot: QtBot, dataset: Dataset, theme: str
) -> None:
    made = timeline_picture(
        dataset, Selection("dysprosium", date(2026, 11, 23)), program="rare_gui"
    )
    drawing = timeline_drawing(made, load_theme(theme), 1200, 800)
    check_agreement(drawing, edges=0.02, shapes=0.003)


def test_that_the_comparison_sees_a_shape_that_is_missing(qtbot: QtBot) -> None:
    class Less(Sampler):
        def _paint_shapes(self, painter: object, top: float) -> None:
            pass

    whole, less = (pixels(rendered(one, 2)) for one in (Sampler(), Less()))
    assert differing(whole, less, SHAPES) > 0.002
