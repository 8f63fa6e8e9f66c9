"""The icons: every file can be drawn, takes the theme's colour, fades when disabled."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage

from rare_gui.figures.resources import resource_path
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.icons import tinted_icon

NAMES = sorted(path.stem for path in resource_path("icons").glob("*.svg"))


def strongest(image: QImage) -> tuple[int, str]:
    """Alpha and colour of the most opaque pixel."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    most = max(pixels, key=lambda color: color.alpha())
    return most.alpha(), most.name()


@pytest.mark.parametrize("name", NAMES)
def test_that_an_icon_has_the_tokens_colour_and_fades_when_disabled(
    name: str, light: Theme
) -> None:
    icon = tinted_icon(name, light, "warn")
    size = QSize(32, 32)
    normal = strongest(icon.pixmap(size).toImage())
    faded = strongest(icon.pixmap(size, QIcon.Mode.Disabled).toImage())
    assert normal[0] > 240
    assert normal[1] == light.color("warn").name()
    assert 85 <= faded[0] <= 105


@pytest.mark.parametrize("name", NAMES)
def test_that_an_icon_keeps_to_the_grid_and_the_stroke(name: str) -> None:
    text = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 16 16"' in text
    assert 'stroke-width="1.35"' in text
    assert "#" not in text  # no colour of its own


def test_that_an_unknown_icon_is_an_error(light: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        tinted_icon("no-such-icon", light)
