from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from rare_gui.figures.theme import Theme, load_theme
from rare_gui.figures.timeline.bar_shape import (
    NOWHERE,
    BarShape,
    bar_shapes,
    is_moved_by,
    lane_labels,
    place_label,
)
from rare_gui.figures.timeline.bars import paint_bar, paint_label
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.lanes import paint_veil
from rare_gui.figures.timeline.layout import lay_out
from rare_gui.figures.timeline.time_axis import TimeAxis
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.timeline.parts import Bar, Lane
from tests.figures.scenes import AS_OF, day, dysprosium


def frame_at(as_of: int = AS_OF) -> Frame:
    scene = replace(dysprosium(), as_of=as_of)
    place = lay_out(scene, 752, 657)
    return Frame(
        scene, load_theme("light"), TimeAxis(*scene.window, place.left, place.right), place
    )


def shapes(frame: Frame, *bars: Bar) -> list[BarShape]:
    return bar_shapes(frame, Lane("m", "M", bars, False), 100)


def test_that_a_bar_stands_at_its_days(qapp: object) -> None:
    frame = frame_at()
    bar = Bar(day("2025-04-04"), day("2025-10-01"), Fill.BAN, (), "")
    (shape,) = shapes(frame, bar)
    assert shape.rect.left() == pytest.approx(frame.axis.x(bar.start), abs=0.51)
    assert shape.rect.right() == pytest.approx(frame.axis.x(day("2025-10-01")), abs=0.51)
    assert shape.rect.height() == frame.layout.bar
    assert not shape.open_end


def test_that_an_open_bar_ends_in_a_tip_at_the_right_edge(qapp: object) -> None:
    frame = frame_at()
    (shape,) = shapes(frame, Bar(day("2025-04-04"), None, Fill.LICENCE, (), ""))
    assert shape.open_end
    assert shape.rect.right() == frame.layout.right


def test_that_a_bar_past_its_date_runs_to_the_edge_without_a_tip(qapp: object) -> None:
    (shape,) = shapes(frame_at(), Bar(day("2026-11-27"), None, Fill.PAST, ("? not known",), ""))
    assert not shape.open_end


def test_that_bars_outside_the_window_are_left_out_and_others_are_cut(qapp: object) -> None:
    frame = frame_at()
    before = Bar(day("2012-01-01"), day("2020-01-01"), Fill.QUOTA, (), "")
    across = Bar(day("2023-12-21"), day("2024-06-30"), Fill.BAN, (), "")
    (shape,) = shapes(frame, before, across)
    assert shape.bar is across
    assert shape.rect.left() == frame.layout.left


def test_that_neighbours_stay_one_px_apart(qapp: object) -> None:
    first, second = shapes(
        frame_at(),
        Bar(day("2025-01-01"), day("2025-06-01"), Fill.BAN, (), ""),
        Bar(day("2025-06-01"), day("2025-12-01"), Fill.SUSPENDED, (), ""),
    )
    assert second.rect.left() - first.rect.right() == 1


def test_that_a_label_takes_the_longest_wording_that_fits(qapp: object) -> None:
    labels = ("Licence, 7 rare earths", "Licence", "L")
    months = {2: "L", 4: "Licence", 11: labels[0]}
    for count, words in months.items():
        end = day("2025-01-01") + 30 * count
        (shape,) = shapes(frame_at(), Bar(day("2025-01-01"), end, Fill.LICENCE, labels, ""))
        label = place_label(shape, shape.bar.labels, frame_at().cursor)
        assert label is not None
        assert label.text == words
        assert label.x + label.width < shape.rect.right()


def test_that_a_label_never_crosses_the_cursor(qapp: object) -> None:
    bar = Bar(day("2024-06-01"), None, Fill.BAN, ("Ban, all items to US military users",), "")
    for as_of in range(day("2024-06-10"), day("2027-04-01"), 9):
        frame = frame_at(as_of)
        (shape,) = shapes(frame, bar)
        label = place_label(shape, shape.bar.labels, frame.cursor)
        if label is not None:
            assert not label.x < frame.cursor < label.x + label.width


def test_that_a_bar_too_short_for_any_word_has_none(qapp: object) -> None:
    frame = frame_at()
    (shape,) = shapes(frame, Bar(day("2025-01-01"), day("2025-01-20"), Fill.BAN, ("Ban",), ""))
    assert place_label(shape, shape.bar.labels, frame.cursor) is None


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_that_hatching_covers_the_same_share_at_every_scale(qapp: object, scale: int) -> None:
    theme = load_theme("light")
    image = QImage(200 * scale, 15 * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    (shape,) = shapes(frame_at(), Bar(day("2025-01-01"), day("2025-12-01"), Fill.SUSPENDED, (), ""))
    rect = shape.rect
    rect.moveTo(0, 0)
    painter = QPainter(image)
    paint_bar(painter, replace(shape, rect=rect), theme)
    painter.end()
    ground, stroke = theme.color("sus").lightnessF(), theme.color("sus-hatch").lightnessF()
    inner = [(x, y) for x in range(10 * scale, 180 * scale) for y in range(14 * scale)]
    mean = sum(image.pixelColor(x, y).lightnessF() for x, y in inner) / len(inner)
    assert (ground - mean) / (ground - stroke) == pytest.approx(2.5 * 2**0.5 / 8.5, abs=0.03)


def test_that_every_fill_looks_different(qapp: object) -> None:
    theme = load_theme("light")
    seen: dict[bytes, Fill] = {}
    # Quota and duty are one family; the lane and its label tell which.
    for fill in [fill for fill in Fill if fill is not Fill.DUTY]:
        image = QImage(60, 15, QImage.Format.Format_RGB32)
        image.fill(theme.color("panel"))
        (shape,) = shapes(frame_at(), Bar(day("2025-01-01"), day("2025-03-01"), fill, (), ""))
        rect = shape.rect
        rect.moveTo(0, 0)
        painter = QPainter(image)
        paint_bar(painter, replace(shape, rect=rect), theme)
        painter.end()
        assert bytes(image.bits()) not in seen, (fill, seen.get(bytes(image.bits())))
        seen[bytes(image.bits())] = fill


def texts(frame: Frame, *bars: Bar, cursor: float = NOWHERE) -> list[str]:
    return [label.text if label else "" for label in lane_labels(shapes(frame, *bars), cursor)]


def test_that_a_bar_that_goes_on_says_the_words_that_had_no_room_before(qapp: object) -> None:
    first = Bar(day("2025-04-02"), day("2025-04-20"), Fill.ENDED, ("Reciprocal duty",), "")
    second = Bar(day("2025-04-20"), day("2026-02-24"), Fill.ENDED, (), "")
    assert texts(frame_at(), first, second) == ["", "Reciprocal duty"]
    long = replace(first, end=day("2025-12-01"))
    assert texts(frame_at(), long, replace(second, start=day("2025-12-01"))) == [
        "Reciprocal duty",
        "",
    ]
    assert texts(frame_at(), first, replace(second, fill=Fill.CONTEXT)) == ["", ""]
    assert texts(frame_at(), first, replace(second, start=day("2025-05-01"))) == ["", ""]


def test_that_words_are_cut_between_words_and_never_to_a_figure_alone(qapp: object) -> None:
    end, words = day("2025-05-20"), "12.5 % on Chinese goods"
    for days in range(20, 400, 3):
        (text,) = texts(frame_at(), Bar(end, end + days, Fill.CONTEXT, (words,), ""))
        assert text in ("", "12.5 % on Chinese…", "12.5 %…", words)


def test_that_only_a_cursor_that_may_move_a_label_is_said_to(qapp: object) -> None:
    labels = ("Rare-earth technology, export prohibited since 21 Dec 2023", "Technology", "T")
    for bar in (
        Bar(day("2024-09-01"), day("2026-06-01"), Fill.BAN, labels, ""),
        Bar(day("2025-09-01"), day("2025-12-10"), Fill.BAN, labels[:1], ""),
        Bar(day("2025-09-01"), day("2025-10-01"), Fill.BAN, labels, ""),
    ):
        (shape,) = shapes(frame_at(), bar)
        free = place_label(shape, labels, NOWHERE)
        for tenth in range(1200, 7320):
            cursor = tenth / 10
            if not is_moved_by(shape, free, cursor):
                assert place_label(shape, labels, cursor) == free


def contrast(one: QColor, other: QColor) -> float:
    def luminance(color: QColor) -> float:
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
                 for c in (color.redF(), color.greenF(), color.blueF())]  # fmt: skip
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ground_and_text(theme: Theme, fill: Fill, scheduled: bool, veiled: bool) -> list[QColor]:
    """The colours of a painted label: its ground, and the strongest pixel of its letters."""
    frame = frame_at()
    words = ("IIIIIIIIII",)
    bar = Bar(day("2025-01-01"), day("2026-01-01"), fill, words, "", scheduled=scheduled)
    (shape,) = shapes(frame, bar)
    shape = replace(shape, rect=QRectF(0, 0, 200, 14))
    image = QImage(800, 56, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(4)
    image.fill(theme.color("band"))  # the worst ground: under the truce
    label = place_label(shape, words, NOWHERE)
    assert label is not None
    painter = QPainter(image)
    paint_bar(painter, shape, theme)
    if veiled:
        paint_veil(painter, replace(frame, theme=theme), QRectF(0, 0, 200, 14))
    paint_label(painter, shape, label, theme, veiled)
    painter.end()
    ground = image.pixelColor(int(label.x * 4) - 6, 28)
    row = [image.pixelColor(x, 28) for x in range(int(label.x * 4), int(label.x * 4) + 60)]
    return [ground, max(row, key=lambda color: contrast(color, ground))]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("veiled", [False, True])
@pytest.mark.parametrize("scheduled", [False, True])
@pytest.mark.parametrize("fill", [fill for fill in Fill if fill is not Fill.PROLONGED])
def test_that_labels_are_legible_before_and_after_the_cursor(
    qapp: object, fill: Fill, scheduled: bool, veiled: bool, theme: str
) -> None:
    if fill is Fill.PAST:
        veiled = False  # it is painted above the veil
    assert contrast(*ground_and_text(load_theme(theme), fill, scheduled, veiled)) >= 4.5
