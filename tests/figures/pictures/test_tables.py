"""Pictures made of tables on every preset: all inside, nothing on each other, all readable."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from rare_gui.domain.commitment_records import Standing
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.drawing import Drawing
from rare_gui.figures.pictures.cliffs import StripBody
from rare_gui.figures.pictures.loss_chart import DRAWINGS
from rare_gui.figures.pictures.tables import table_drawing
from rare_gui.figures.pictures.widget import ZOOM, widget_drawing
from rare_gui.figures.pictures.writing import LEAST_POINTS
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.cliffs.scene import cliffs_scene
from rare_gui.scenes.palette import Chip, Fill, Shape
from rare_gui.scenes.pictures.frame import PictureFrame
from rare_gui.scenes.pictures.loss_charts import chart_picture
from rare_gui.scenes.pictures.material import material_picture
from rare_gui.scenes.pictures.table_parts import (
    Share,
    TableCell,
    TableColumn,
    TableGroup,
    TableScene,
)
from rare_gui.scenes.pictures.views import cliffs_picture, compare_picture, ledger_picture
from tests.figures.pictures.tables_views import DRAWS, TOLD, VIEW, drawn
from tests.figures.pictures.texts import drawn_texts, outside, overlapping
from tests.figures.pictures.views import SIZES
from tests.scenes import impacts


def said_on(drawing: Drawing) -> str:
    """The words of a drawing, once all its texts are seen to stand inside, apart and large."""
    texts = drawn_texts(drawing)
    assert outside(drawing, texts) == []
    assert list(overlapping(texts)) == []
    assert [one for one in texts if one.points < LEAST_POINTS] == []
    return " ".join(one.text for one in texts)


@pytest.mark.parametrize("kind", DRAWS)
def test_that_a_picture_fits_every_preset_and_can_be_read(
    qtbot: QtBot, dataset: Dataset, kind: str
) -> None:
    for number, (width, height) in enumerate(SIZES.values()):
        drawing = drawn(dataset, kind, width, height, ("light", "dark")[number % 2])
        assert (drawing.width, drawing.height) == (width, height)
        said = said_on(drawing)
        for text in ("As of 23 Nov 2026", "China to the United States", "policy data to"):
            assert text in said
        # citations in the foot are short by design; nothing else is
        foot = {one.text for one in drawing.foot.writings}
        assert not [t.text for t in drawn_texts(drawing) if "…" in t.text and t.text not in foot]


@pytest.mark.parametrize("kind", DRAWS)
def test_that_a_picture_that_is_too_low_becomes_higher_and_cuts_nothing(
    qtbot: QtBot, dataset: Dataset, kind: str
) -> None:
    drawing = drawn(dataset, kind, 640, 260)
    assert drawing.height > 260
    said_on(drawing)


def test_that_rows_left_out_are_counted(qtbot: QtBot, dataset: Dataset) -> None:
    said = said_on(drawn(dataset, "ledger", 794, 1123))
    table = ledger_picture(dataset, VIEW, TOLD).tables[0]
    shown = sum(row[2].text.split()[0] in said for group in table.groups for row in group.rows)
    assert 0 < shown <= table.count
    assert "more promises in this picture's CSV" in said
    high = said_on(drawn(dataset, "ledger", 794, 3000))
    assert "in this picture's CSV" not in high
    assert all(word in high for g in table.groups for r in g.rows for word in r[2].text.split())


def test_that_a_comparison_has_its_lanes_where_there_is_room(
    qtbot: QtBot, dataset: Dataset
) -> None:
    assert "Law by material" in said_on(drawn(dataset, "compare", 1600, 900))
    low = said_on(drawn(dataset, "compare", 1123, 560))
    assert "Law by material" not in low
    assert "lanes of the law by material" in low
    table = compare_picture(dataset, VIEW, TOLD).tables[0]
    assert all(row[0].text in low for row in table.groups[0].rows[1:4])


def test_that_the_legend_of_a_comparison_names_only_what_is_seen(
    qtbot: QtBot, dataset: Dataset
) -> None:
    drawing = drawn(dataset, "compare", 1600, 900)
    fills = {fill for _, fill in drawing.head.swatches}
    assert {Fill.LICENCE, Fill.BAN} <= fills
    # the lanes begin decades before the window with quotas that nobody sees
    assert Fill.QUOTA not in fills


def test_that_every_number_of_a_source_on_a_card_is_named_below(
    qtbot: QtBot, dataset: Dataset
) -> None:
    for width, height in SIZES.values():
        said = said_on(drawn(dataset, "material", width, height))
        marks = re.findall(r"\[(\d+(?:, \d+)*)\]", said)
        numbers = {int(number) for mark in marks for number in mark.split(", ")}
        assert numbers
        assert all(f"{number}\u00a0" in said for number in numbers)


def test_that_losses_show_their_range_and_what_is_not_sized(qtbot: QtBot, dataset: Dataset) -> None:
    for width, height in SIZES.values():
        said = said_on(drawn(dataset, "losses", width, height))
        for words in (
            "P50 US$ 13.4 bn",
            "P5–P95",
            "Not sized, 1 of 3",
            "Lutetium",
            "†: no verdict",
        ):
            assert words in said
    wide = said_on(drawn(dataset, "losses", 1600, 900))
    assert "What the result hangs on" in wide
    low = said_on(drawn(dataset, "losses", 700, 640))
    assert "not shown for want of room: from what is exposed" in low


def test_that_a_heat_map_names_the_materials_that_have_no_room(
    qtbot: QtBot, dataset: Dataset
) -> None:
    result = impacts.impact()
    heat = tuple(
        ("motor_vehicles", material, 1e9 - 1e6 * number)
        for number, material in enumerate(sorted(dataset.law.named_forms)[:24])
    )
    picture = chart_picture("heat", dataset, VIEW, replace(result, heat=heat), TOLD)
    for width, height in (*SIZES.values(), (640, 480)):
        said = said_on(DRAWINGS["heat"](picture, load_theme("dark"), width, height))
        assert "Each shade is half of the next stronger one" in said
        assert ("more materials in this picture's CSV" in said) == (width < 1600)


@pytest.mark.parametrize("chart", ["weeks", "waterfall"])
def test_that_a_chart_alone_fills_its_picture_and_says_what_it_rests_on(
    qtbot: QtBot, dataset: Dataset, chart: str
) -> None:
    drawings = [drawn(dataset, chart, width, height) for width, height in SIZES.values()]
    for drawing in drawings:
        said = said_on(drawing)
        assert "P50 US$ 13.4 bn" in said
        assert "Cut:" in said
        assert "One region at a time" in said
        limits = next(one for one in drawn_texts(drawing) if "One region" in one.text)
        assert drawing.place.bottom() - limits.box.bottom() < 60


def test_that_a_board_without_clauses_says_so(qtbot: QtBot, dataset: Dataset) -> None:
    none = replace(VIEW, words="zzzz", as_of=date(2026, 11, 23))
    picture = cliffs_picture(dataset, none, TOLD)
    said = said_on(table_drawing(picture.frame, picture.tables[0], load_theme("light"), 800, 600))
    assert "0 dated clauses ahead" in said


days = st.dates(date(2023, 1, 1), date(2028, 1, 1))


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=days, width=st.integers(560, 1800))
def test_that_labels_on_the_strip_never_touch(
    qtbot: QtBot, dataset: Dataset, day: date, width: int
) -> None:
    strip = cliffs_scene(dataset, replace(VIEW, as_of=day)).strip
    placed = [one.rect for one in StripBody(strip, load_theme("light")).writings(width)]
    assert placed
    assert all(rect.left() >= 0 and rect.right() <= width for rect in placed)
    assert not any(
        one.intersects(other) for n, one in enumerate(placed) for other in placed[n + 1 :]
    )


words = st.text(st.sampled_from("WMilx .é中-"), max_size=120)
LOOKS = (
    Chip(Shape.SQUARE, "lic", "L", "licence"),
    Chip(Shape.HATCHED, "sus", "S", "suspended", corner=True),
    Chip(Shape.OCTAGON, "ban", "B", "prohibited", past=True),
    Chip(Shape.RING, "free", "", "free", condition=True),
)
chips = st.sampled_from(LOOKS)
cells = st.builds(
    TableCell,
    lead=words,
    text=words,
    rest=words,
    chips=st.lists(st.tuples(chips, words), max_size=3).map(tuple),
    sign=st.sampled_from([None, Standing.CANNOT_TELL, Fill.LICENCE]) | chips,
    plot=st.none() | st.builds(Share, st.floats(0, 1)),
    marks=st.lists(st.integers(1, 99), max_size=2).map(tuple),
    unbroken=st.booleans(),
)


@st.composite
def tables(draw: st.DrawFn) -> TableScene:
    count = draw(st.integers(1, 5))
    row = st.tuples(*[cells] * count)
    groups = draw(
        st.lists(
            st.builds(TableGroup, words, words, st.lists(row, max_size=6).map(tuple)), max_size=3
        )
    )
    columns = draw(st.tuples(*[st.builds(TableColumn, words, st.booleans())] * count))
    before = draw(st.lists(st.tuples(words, words), max_size=2).map(tuple))
    return TableScene(
        columns, tuple(groups), ("row", "rows"), before, draw(words), draw(st.booleans())
    )


FRAME = PictureFrame(
    title="A title", subtitle="", badges=("As of 23 Nov 2026",), direction="China to Japan",
    sources=("A source, 2026",), briefly=("A source",), footer="rare_gui 1.0",
)  # fmt: skip


# Nothing is shrunk: a table that fails is small enough to be read, and each try lays it out anew.
@settings(
    max_examples=15,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(table=tables(), width=st.integers(480, 1800), height=st.integers(400, 1400))
def test_that_no_text_is_too_long_for_a_table(
    qtbot: QtBot, table: TableScene, width: int, height: int
) -> None:
    said_on(table_drawing(FRAME, table, load_theme("light"), width, height))


@pytest.mark.parametrize("kind", DRAWS)
def test_that_the_same_view_gives_the_same_pixels_and_the_painter_is_given_back(
    qtbot: QtBot, dataset: Dataset, kind: str
) -> None:
    images = []
    for _ in range(2):
        image = QImage(1123, 794, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        before = painter.transform()
        drawn(dataset, kind, 1123, 794).paint(painter)
        assert painter.transform() == before
        assert not painter.hasClipping()
        painter.end()
        images.append(image)
    assert images[0] == images[1]


def test_that_any_panel_can_be_framed(qtbot: QtBot, dataset: Dataset) -> None:
    label = QLabel("Twelve clauses")
    label.setMinimumHeight(300)
    frame = cliffs_picture(dataset, VIEW, TOLD).frame
    drawing = widget_drawing(frame, label, load_theme("light"), 800, 300)
    try:
        assert drawing.width == 800
        assert drawing.height > 300  # room for the panel's least height below head and foot
        assert label.width() == round((800 - 2 * 28) / ZOOM)
        assert label.height() >= 300
        image = QImage(800, round(drawing.height), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        drawing.paint(painter)
        painter.end()
        assert not label.isVisibleTo(None) or label.windowHandle() is not None
    finally:
        drawing.close()


def test_that_a_card_without_plots_is_still_whole(qtbot: QtBot, dataset: Dataset) -> None:
    picture = material_picture(dataset, replace(VIEW, material="arsenic"), TOLD)
    assert picture.blocks
    said_on(DRAWS["material"](dataset, replace(VIEW, material="arsenic"), load_theme("dark"),
                              1080, 1080))  # fmt: skip
