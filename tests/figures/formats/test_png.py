from __future__ import annotations

import zlib
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from rare_gui.domain.picture_facts import Facts
from rare_gui.figures.formats.png import encoded, png, rendered
from tests.figures.formats.drawings import FACTS, Sampler, pixels


def read(data: bytes) -> Image.Image:
    """By Pillow, which checks every chunk's sum."""
    import io

    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("scale", "size"), [(1, (800, 620)), (1.5, (1200, 930)), (3.125, (2500, 1938))]
)
def test_that_a_picture_has_size_times_scale_pixels_and_says_its_resolution(
    qtbot: QtBot, scale: float, size: tuple[int, int]
) -> None:
    image = read(png(Sampler(), FACTS, scale))
    assert image.size == size
    assert image.info["dpi"] == pytest.approx((96 * scale, 96 * scale), abs=0.02)
    assert image.mode == "RGB"


def test_that_the_pixels_are_those_that_were_rendered(qtbot: QtBot) -> None:
    image = rendered(Sampler(), 2)
    assert np.array_equal(np.asarray(read(encoded(image, FACTS))), pixels(image))


@given(st.integers(1, 40), st.integers(1, 40), st.randoms(use_true_random=False))
def test_that_any_pixels_come_back(width: int, height: int, chance: object) -> None:
    values = np.frombuffer(chance.randbytes(4 * width * height), np.uint8)  # type: ignore[attr-defined]
    image = QImage(values.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32)
    assert np.array_equal(np.asarray(read(encoded(image, FACTS))), pixels(image))


def test_that_the_facts_stand_under_the_keywords_of_the_standard(qtbot: QtBot) -> None:
    found = read(png(Sampler(), FACTS, 1)).info
    assert {key: str(text) for key, text in found.items() if key != "dpi"} == {
        "Title": FACTS.title,
        "Description": FACTS.description,
        "Source": "\n".join(FACTS.sources),
        "Copyright": "CC BY 4.0",
        "Creation Time": "Mon, 23 Nov 2026 09:05:07 +0000",
        "Software": "rare_gui 0.1.0",
        "rare_gui:package": FACTS.package,
        "rare_gui:view": FACTS.view,
    }


def test_that_a_view_left_out_is_nowhere_in_the_file(qtbot: QtBot) -> None:
    data = png(Sampler(), replace(FACTS, view=None), 1)
    assert b"rare_gui:view" not in data
    assert b"as_of=" not in data


def test_that_a_title_of_the_users_own_is_marked(qtbot: QtBot) -> None:
    data = png(Sampler(), replace(FACTS, title_edited=True), 1)
    assert read(data).info["rare_gui:title"] == "edited"


def test_that_the_texts_stand_before_the_pixels(qtbot: QtBot) -> None:
    """So that a reader need not unpack the picture to find them."""
    data = png(Sampler(), FACTS, 1)
    assert data.index(b"rare_gui:view") < data.index(b"IDAT")


def test_that_no_more_than_a_fifth_is_lost_against_the_best_compression(qtbot: QtBot) -> None:
    image = rendered(Sampler(), 2)
    whole = len(encoded(image, Facts("", "", (), "", FACTS.created, "", "", None)))
    plain = pixels(image)
    above = np.vstack((np.zeros_like(plain[:1]), plain[:-1]))
    assert whole < 1.2 * len(zlib.compress((plain - above).tobytes(), 9))
