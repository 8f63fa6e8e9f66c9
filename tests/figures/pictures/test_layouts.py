"""Every kind of picture on every preset: all of it inside, nothing on each other, all readable."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QPainter, QPdfWriter
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.figures.drawing import Drawing
from rare_gui.figures.pictures.card import card_drawing
from rare_gui.figures.pictures.frame import FramedPicture
from rare_gui.figures.pictures.timeline import timeline_drawing
from rare_gui.figures.pictures.writing import LEAST_POINTS
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.pictures.frame import PictureFrame
from tests.figures.pictures.texts import drawn_texts, outside, overlapping
from tests.figures.pictures.views import (
    KINDS,
    SIZES,
    VIEWS,
    card_of,
    draw_card,
    draw_timeline,
    timeline_of,
)


def check_readable(drawing: Drawing) -> str:
    """All texts stand inside the picture, apart from each other and large enough; their words."""
    texts = drawn_texts(drawing)
    assert outside(drawing, texts) == []
    assert list(overlapping(texts)) == []
    assert [one for one in texts if one.points < LEAST_POINTS] == []
    return " ".join(one.text for one in texts)


CASES = [(view, kind) for view in VIEWS for kind in ("timeline", "card")]


@pytest.mark.parametrize(("view", "kind"), [*CASES, ("dysprosium", "losses")])
def test_that_a_picture_fits_every_preset_and_can_be_read(
    qtbot: QtBot, dataset: Dataset, view: str, kind: str
) -> None:
    for width, height in SIZES.values():
        drawing = KINDS[kind](dataset, VIEWS[view], width, height, "light")
        assert (drawing.width, drawing.height) == (width, height)
        check_readable(drawing)


@pytest.mark.parametrize("kind", ["timeline", "card"])
@pytest.mark.parametrize("view", ["dysprosium", "time travel", "what-if"])
def test_that_what_no_picture_may_lack_stands_on_it(
    qtbot: QtBot, dataset: Dataset, kind: str, view: str
) -> None:
    selection = VIEWS[view]
    made = timeline_of if kind == "timeline" else card_of
    frame = made(dataset, selection).frame
    for width, height in SIZES.values():
        drawing = KINDS[kind](dataset, selection, width, height, "dark")
        said = check_readable(drawing)
        for text in (frame.title, frame.subtitle, *frame.badges, frame.direction, frame.footer,
                     *frame.supposed, *frame.notes):  # fmt: skip
            assert all(word in said for word in text.split()), text
        for number in range(1, frame.always + 1):
            assert f"{number}\u00a0" in said, f"source {number} is not named"
        shown = said.partition("Sources:")[0]
        assert all(words in shown for words in _states(drawing, frame))


def _states(drawing: FramedPicture, frame: PictureFrame) -> list[str]:
    """The legend of the lanes that are drawn; those left out need none."""
    fills = {fill for _, fill in drawing.head.swatches}
    assert fills
    return [words for fill, words in frame.legend if fill in fills]


@pytest.mark.parametrize(("kind", "width"), [("timeline", 640), ("card", 900), ("losses", 1123)])
def test_that_a_picture_that_is_too_low_becomes_higher_and_says_what_it_lacks(
    qtbot: QtBot, dataset: Dataset, kind: str, width: int
) -> None:
    drawing = KINDS[kind](dataset, VIEWS["dysprosium"], width, 300, "light")
    assert drawing.height > 300
    said = check_readable(drawing)
    assert "not shown for want of room:" in said
    assert "price, oxide" in said
    assert "lanes of United States" in said


def test_that_a_high_picture_shows_every_lane_and_pane(qtbot: QtBot, dataset: Dataset) -> None:
    scene = timeline_of(dataset, VIEWS["dysprosium"]).scene
    said = check_readable(draw_timeline(dataset, VIEWS["dysprosium"], 1600, 1600))
    assert "not shown" not in said
    names = [lane.name for group in scene.groups for lane in group.lanes]
    assert all(name in said for name in [*names, *(pane.title for pane in scene.panes)])
    card = check_readable(draw_card(dataset, VIEWS["dysprosium"], 1200, 1600))
    assert "How to read" in card
    assert "What is not known" in card


def test_that_a_clause_that_has_run_out_is_told_on_every_card(
    qtbot: QtBot, dataset: Dataset
) -> None:
    for width, height in (*SIZES.values(), (700, 500)):
        said = check_readable(draw_card(dataset, VIEWS["past its date"], width, height))
        assert "Past its date." in said
        assert "What is not known" in said


words = st.text(st.sampled_from("WMilx .é中-"), min_size=1, max_size=160).filter(str.strip)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=words, subtitle=words, other=words, width=st.integers(640, 2000),
       height=st.integers(480, 1600))  # fmt: skip
def test_that_no_text_is_too_long_for_a_picture(
    qtbot: QtBot, dataset: Dataset, title: str, subtitle: str, other: str, width: int, height: int
) -> None:
    theme = load_theme("light")
    card = card_of(dataset, VIEWS["dysprosium"], losses=True)
    frame = replace(
        card.frame,
        title=" ".join(title.split()),
        subtitle=subtitle,
        direction=other[:60],
        supposed=(other, subtitle, other),
        notes=(*card.frame.notes, other),
        sources=(other, *card.frame.sources),
        briefly=(other, *card.frame.briefly),
        footer=f"{card.frame.footer} {other}",
    )
    assert card.losses is not None
    bars = tuple(replace(bar, name=other) for bar in card.losses.bars)
    long = replace(
        card,
        frame=frame,
        chips=tuple(replace(one, goods=f"{one.goods} {other[:60]}") for one in card.chips),
        figures=tuple(replace(one, caption=other) for one in card.figures),
        next_words=other,
        losses=replace(card.losses, bars=bars, case=other, remark=other),
    )
    check_readable(card_drawing(long, theme, width, height))
    picture = timeline_of(dataset, VIEWS["dysprosium"])
    groups = tuple(
        replace(
            group,
            name=other,
            summary=other,
            lanes=tuple(replace(lane, name=other) for lane in group.lanes),
        )
        for group in picture.scene.groups
    )
    scene = replace(picture.scene, groups=groups)
    check_readable(
        timeline_drawing(replace(picture, frame=frame, scene=scene), theme, width, height)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_same_view_gives_the_same_pixels(
    qtbot: QtBot, dataset: Dataset, kind: str
) -> None:
    images = []
    for _ in range(2):
        drawing = KINDS[kind](dataset, VIEWS["dysprosium"], 1080, 1080, "light")
        image = QImage(1080, 1080, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        drawing.paint(painter)
        painter.end()
        images.append(image)
    assert images[0] == images[1]


def test_that_a_drawing_leaves_the_painter_as_it_was(qtbot: QtBot, dataset: Dataset) -> None:
    image = QImage(1080, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(3, 4)
    before = painter.transform()
    draw_card(dataset, VIEWS["dysprosium"], 1080, 1080).paint(painter)
    assert painter.transform() == before
    assert not painter.hasClipping()
    painter.end()


def test_that_a_pdf_of_a_picture_holds_its_bars_as_shapes(qtbot: QtBot, dataset: Dataset) -> None:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    painter = QPainter(writer)
    draw_timeline(dataset, VIEWS["dysprosium"], 794, 1123).paint(painter)
    painter.end()
    # The plot as one image would be megabytes of pixels; only the haloes of words may be images.
    assert buffer.data().size() < 900_000
