"""How large a picture is: presets, sizes as people type them, scale or resolution.

Everything that cannot be is refused here in one sentence, before anything is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

PX_PER_INCH = 96
MM_PER_INCH = 25.4
SCALES = (1.0, 4.0)
LARGEST_SIDE = 16_000
"""Pixels; more than this is a mistyped size, not a picture."""
LARGEST_AREA = 100_000_000
"""Pixels; four bytes each while they are drawn."""

_SIDE = r"(\d{1,6}(?:\.\d{1,3})?)"
_SIZE = re.compile(rf"{_SIDE} ?[x×] ?{_SIDE} ?(px|mm)?")


class UnusableSize(ValueError):
    """A size or scale that no picture can have; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class PictureSize:
    """Width and height in logical px of 1/96 inch."""

    width: int
    height: int

    def __str__(self) -> str:
        return f"{self.width}x{self.height}"

    def pixels(self, scale: float) -> tuple[int, int]:
        """Width and height in pixels at `scale` pixels for each logical one."""
        return round(self.width * scale), round(self.height * scale)


PRESETS: Mapping[str, PictureSize] = {
    "16:9": PictureSize(1600, 900),
    "square": PictureSize(1080, 1080),
    "a4": PictureSize(794, 1123),
    "a4-landscape": PictureSize(1123, 794),
}
"""The sizes that are offered by name."""


def read_size(text: str) -> PictureSize:
    """The size that `text` means: a preset's name, "1600x900" in px, or "210x297mm".

    Raises UnusableSize when it is none; how large it may be is for `check_size`.
    """
    wanted = text.strip().lower()
    if wanted in PRESETS:
        return PRESETS[wanted]
    found = _SIZE.fullmatch(wanted)
    if found is None or (found[3] != "mm" and "." in wanted):
        raise UnusableSize(
            f"{text!r} is no size; write {', '.join(PRESETS)}, WIDTHxHEIGHT in px such as 1600x900,"
            " or in mm such as 210x297mm"
        )
    each = PX_PER_INCH / MM_PER_INCH if found[3] == "mm" else 1
    return PictureSize(round(float(found[1]) * each), round(float(found[2]) * each))


def read_scale(text: str) -> float:
    """Pixels for each logical px from "2", "2x" or a resolution such as "300dpi".

    Raises UnusableSize for what is no scale or lies outside 1 to 4.
    """
    found = re.fullmatch(r"(\d{1,4}(?:\.\d{1,4})?) ?(x|dpi)?", text.strip().lower())
    if found is None:
        raise UnusableSize(f"{text!r} is no scale; write 1 to 4, or a resolution such as 300dpi")
    in_dpi = found[2] == "dpi"
    scale = float(found[1]) / (PX_PER_INCH if in_dpi else 1)
    if not SCALES[0] <= scale <= SCALES[1]:
        least, most = (f"{limit * PX_PER_INCH:g}" for limit in SCALES)
        words = f"{least} to {most} dpi" if in_dpi else f"{SCALES[0]:g} to {SCALES[1]:g}"
        raise UnusableSize(f"the scale {text.strip()} is out of range; choose {words}")
    return scale


def check_size(size: PictureSize, scale: float, least: PictureSize) -> None:
    """Refuse a size too small for what is drawn, `least`, or with too many pixels.

    Raises UnusableSize.
    """
    if size.width < least.width or size.height < least.height:
        raise UnusableSize(f"{size} px is too small for this picture; it needs {least}")
    width, height = size.pixels(scale)
    if max(width, height) > LARGEST_SIDE:
        raise UnusableSize(
            f"{size} at scale {scale:g} is too large; no side may pass {LARGEST_SIDE} px"
        )
    if width * height > LARGEST_AREA:
        raise UnusableSize(
            f"{size} at scale {scale:g} is too large; it may have {LARGEST_AREA // 10**6} million "
            "px in all"
        )
