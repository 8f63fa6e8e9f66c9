"""Animated pictures, read back by Pillow: every frame, every pixel, how long, and the facts."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from rare_gui.domain.picture_facts import Facts
from rare_gui.figures.replay import ANIMATIONS
from rare_gui.intake.picture_facts import read_facts

FACTS = Facts(
    title="Dysprosium – replay",
    description="d",
    sources=("one", "two"),
    licence="",
    created=datetime(2026, 11, 23, tzinfo=UTC),
    software="rare_gui 1.0",
    package="strategic-materials 1 0a",
    view="material=dysprosium as_of=2026-11-23",
)
WIDTH, HEIGHT = 40, 30

boxes = st.tuples(
    st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1), st.integers(1, 20), st.integers(1, 20),
    st.sampled_from(["#ffffff", "#a03030", "#000000", "#10203f"]),
)  # fmt: skip


def frames(*painted: tuple[int, int, int, int, str]) -> list[QImage]:
    """A white picture, then each with one more box."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    found = [image.copy()]
    for x, y, width, height, colour in painted:
        part = QRect(x, y, width, height).intersected(image.rect())
        for row in range(part.top(), part.bottom() + 1):
            for column in range(part.left(), part.right() + 1):
                image.setPixelColor(column, row, QColor(colour))
        found.append(image.copy())
    return found


def written(suffix: str, images: list[QImage], ms: int = 160) -> bytes:
    out = BytesIO()
    animation = ANIMATIONS[suffix](out, FACTS, len(images))
    for image in images:
        animation.add(image, ms)
    animation.end()
    return out.getvalue()


def pixels(image: QImage) -> np.ndarray:
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, WIDTH, 4)
    return flat[..., 2::-1]


@pytest.mark.parametrize("suffix", ANIMATIONS)
@settings(max_examples=25)
@given(painted=st.lists(boxes, min_size=1, max_size=5))
def test_that_every_frame_is_read_back_as_it_was(
    suffix: str, painted: list[tuple[int, int, int, int, str]]
) -> None:
    images = frames(*painted)
    read = Image.open(BytesIO(written(suffix, images)))
    assert read.n_frames == len(images)
    for number, image in enumerate(images):
        read.seek(number)
        assert read.info["duration"] == 160
        assert np.array_equal(np.asarray(read.convert("RGB")), pixels(image)), number


def test_that_the_facts_are_inside() -> None:
    images = frames((1, 1, 5, 5, "#000000"))
    assert read_facts(written("png", images)) == FACTS
    comment = Image.open(BytesIO(written("gif", images))).info["comment"].decode()
    assert "Title: Dysprosium – replay" in comment
    assert "rare_gui:view: material=dysprosium" in comment


def test_that_the_same_frames_give_the_same_bytes() -> None:
    images = frames((1, 1, 5, 5, "#000000"), (3, 3, 9, 9, "#a03030"))
    for suffix in ANIMATIONS:
        assert written(suffix, images) == written(suffix, images)


def test_that_a_frame_like_the_one_before_costs_next_to_nothing() -> None:
    image = frames((1, 1, 30, 20, "#000000"))[-1]
    for suffix in ANIMATIONS:
        grown = len(written(suffix, [image] * 11)) - len(written(suffix, [image]))
        assert grown < 10 * 900


def test_that_frames_of_another_size_are_refused() -> None:
    first = frames()[0]
    with pytest.raises(ValueError, match="one size"):
        written("png", [first, first.scaled(10, 10)])
