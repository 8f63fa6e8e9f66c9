from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.scenes.pictures.size import (
    LARGEST_AREA,
    LARGEST_SIDE,
    PictureSize,
    UnusableSize,
    check_size,
    read_scale,
    read_size,
)

LEAST = PictureSize(640, 480)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("16:9", (1600, 900)),
        ("square", (1080, 1080)),
        ("A4", (794, 1123)),
        ("a4-landscape", (1123, 794)),
        ("1600x900", (1600, 900)),
        (" 1600 x 900 px ", (1600, 900)),
        ("1600×900", (1600, 900)),
        ("210x297mm", (794, 1123)),
        ("254x127.0 mm", (960, 480)),
    ],
)
def test_that_a_size_is_read_as_people_write_it(text: str, size: tuple[int, int]) -> None:
    assert read_size(text) == PictureSize(*size)


@pytest.mark.parametrize(
    "text", ["", "wide", "1600", "1600x", "-1x5", "1e3x900", "9.5x9px", "5x5cm"]
)
def test_that_what_is_no_size_is_told_with_what_to_write(text: str) -> None:
    with pytest.raises(UnusableSize, match=r"write 16:9, square.*1600x900.*210x297mm"):
        read_size(text)


@given(st.text())
def test_that_any_text_is_a_size_or_refused(text: str) -> None:
    for read in (read_size, read_scale):
        with suppress(UnusableSize):
            read(text)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("text", "scale"), [("1", 1), ("2.5", 2.5), ("4x", 4), ("300dpi", 3.125), ("96 DPI", 1)]
)
def test_that_a_scale_is_pixels_for_a_px_or_a_resolution(text: str, scale: float) -> None:
    assert read_scale(text) == scale


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("0", "1 to 4"),
        ("9", "1 to 4"),
        ("600dpi", "96 to 384 dpi"),
        ("two", "no scale"),
        ("nan", "no"),
    ],
)
def test_that_another_scale_is_refused(text: str, told: str) -> None:
    with pytest.raises(UnusableSize, match=told):
        read_scale(text)


@given(st.integers(640, 20_000), st.integers(480, 20_000), st.floats(1, 4))
def test_that_only_pictures_that_can_be_held_pass(width: int, height: int, scale: float) -> None:
    size = PictureSize(width, height)
    wide, high = size.pixels(scale)
    fits = max(wide, high) <= LARGEST_SIDE and wide * high <= LARGEST_AREA
    if fits:
        check_size(size, scale, LEAST)
    else:
        with pytest.raises(UnusableSize, match="too large"):
            check_size(size, scale, LEAST)


@pytest.mark.parametrize("size", [PictureSize(0, 0), PictureSize(639, 900), PictureSize(900, 479)])
def test_that_too_small_a_picture_is_told_what_it_needs(size: PictureSize) -> None:
    with pytest.raises(UnusableSize, match=r"too small.*640x480"):
        check_size(size, 1, LEAST)


def test_that_a4_at_300_dpi_can_be_drawn() -> None:
    check_size(read_size("a4"), read_scale("300dpi"), LEAST)
    assert read_size("a4").pixels(read_scale("300dpi")) == (2481, 3509)
