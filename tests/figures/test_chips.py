from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from rare_gui.figures.chips import paint_chip
from rare_gui.figures.theme import THEME_NAMES, load_theme
from rare_gui.scenes.palette import Chip, Shape

FREE = Chip(Shape.RING, "free", "", "free")
LICENCE = Chip(Shape.SQUARE, "lic", "L", "licence required")
CHIPS = {
    "free": FREE,
    "licence": LICENCE,
    "suspended": Chip(Shape.HATCHED, "sus", "S", "suspended"),
    "ban": Chip(Shape.OCTAGON, "ban", "B", "prohibited"),
    "reported": Chip(Shape.DISC, "rep", "R", "limit only reported"),
    "announced": Chip(Shape.OUTLINE, "lic", "A", "announced"),
    "quota": Chip(Shape.SQUARE, "tar", "Q", "quota"),
    "none": Chip(Shape.DASH, "free", "", "no such form"),
    "paused ban beneath": Chip(Shape.SQUARE, "lic", "L", "", corner=True),
    "condition": Chip(Shape.RING, "free", "", "", condition=True),
    "past": Chip(Shape.SQUARE, "lic", "L", "", past=True),
    "past free": Chip(Shape.RING, "free", "", "", past=True),
    "quiet": Chip(Shape.OCTAGON, "ban", "B", "", quiet=True),
}


def painted(chip: Chip, theme: str, scale: float = 2) -> QImage:
    image = QImage(int(24 * scale), int(24 * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(load_theme(theme).color("panel"))
    painter = QPainter(image)
    paint_chip(painter, QRectF(0, 0, 24, 24), chip, load_theme(theme))
    painter.end()
    return image


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_that_no_two_chips_look_alike(qtbot: QtBot, theme: str) -> None:
    images = {name: painted(chip, theme) for name, chip in CHIPS.items()}
    alike = [
        pair for pair in itertools.combinations(images, 2) if images[pair[0]] == images[pair[1]]
    ]
    assert not alike


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_that_chips_differ_in_grey_print(qtbot: QtBot, theme: str) -> None:
    grey = QImage.Format.Format_Grayscale8
    images = {name: painted(chip, theme).convertToFormat(grey) for name, chip in CHIPS.items()}
    alike = [
        pair for pair in itertools.combinations(images, 2) if images[pair[0]] == images[pair[1]]
    ]
    assert not alike


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_that_a_chip_covers_the_same_share_at_every_scale(qtbot: QtBot, scale: int) -> None:
    image = painted(LICENCE, "light", scale)
    ground = load_theme("light").color("panel").rgb()
    pixels = [(x, y) for x in range(image.width()) for y in range(image.height())]
    inked = sum(image.pixel(x, y) != ground for x, y in pixels)
    assert inked / scale**2 == pytest.approx(18 * 16, rel=0.03)


def test_that_a_quiet_chip_is_smaller_and_has_no_letter(qtbot: QtBot) -> None:
    ground = load_theme("light").color("panel").rgb()
    image = painted(CHIPS["quiet"], "light")
    inked = [x for x in range(48) for y in range(48) if image.pixel(x, y) != ground]
    assert max(inked) - min(inked) < 2 * 11
    letters = load_theme("light").color("on-ban").rgb()
    assert not any(image.pixel(x, y) == letters for x in range(48) for y in range(48))


def test_that_painting_a_chip_leaves_the_painter_as_it_was(qtbot: QtBot) -> None:
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = painter.pen(), painter.brush(), painter.renderHints()
    paint_chip(painter, QRectF(0, 0, 24, 24), CHIPS["past"], load_theme("light"))
    assert (painter.pen(), painter.brush(), painter.renderHints()) == before
    painter.end()
