"""Animated pictures, written frame by frame as they come: APNG with our own encoder, GIF by Pillow.

Only the part of a frame that changed is written, and only one frame is held. Pillow's own writing
of animations holds all of them, so the blocks around the frames are written here. Not for what the
frames show.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol

import numpy as np
from PySide6.QtGui import QImage

from rare_gui.domain.picture_facts import Facts
from rare_gui.figures.formats.png import SIGNATURE, texts

_RGBA, _LEFT, _OVER = 6, 0, 1
"""Of PNG: colours with opacity; a frame that stays and is laid over the one before."""
_LEVEL = 6
_SEEN = 255
"""Colours of a GIF's frame; the number after them is that of what is transparent."""


class Animation(Protocol):
    """What frames are added to, each as large as the first; `ms` is how long one is shown."""

    def add(self, image: QImage, ms: int) -> None:
        """Write the next frame."""

    def end(self) -> None:
        """Write what comes after the last frame."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What of a frame is written: its corner, colours (height x width x 3) and which pixels differ.

    Pixels that do not differ are transparent, and pack to nothing.
    """

    x: int
    y: int
    colours: np.ndarray
    differs: np.ndarray

    @property
    def width(self) -> int:
        return self.colours.shape[1]

    @property
    def height(self) -> int:
        return self.colours.shape[0]


class _Changes:
    """Tells which part of each picture differs from the one before; holds that one alone."""

    def __init__(self) -> None:
        self._before: np.ndarray | None = None

    def part(self, image: QImage) -> _Part:
        """The least rectangle around all that differs; one pixel when nothing does."""
        now, before = _colours(image), self._before
        self._before = now
        if before is None:
            return _Part(0, 0, now, np.ones(now.shape[:2], bool))
        if now.shape != before.shape:
            raise ValueError("the frames of an animation have one size")
        differs = (now != before).any(axis=2)
        rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
        if not rows.size:
            return _Part(0, 0, now[:1, :1], differs[:1, :1])
        at = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
        return _Part(int(columns[0]), int(rows[0]), now[at], differs[at])


class Apng:
    """An animated PNG of `count` frames, endlessly repeated, its facts as text chunks (W3C PNG 3).

    A reader that knows no animation shows the first frame.
    """

    def __init__(self, out: BinaryIO, facts: Facts, count: int) -> None:
        self._out, self._facts, self._count = out, facts, count
        self._changes = _Changes()
        self._number = 0  # of fcTL and fdAT chunks together

    def add(self, image: QImage, ms: int) -> None:
        first, part = self._number == 0, self._changes.part(image)
        if first:
            self._begin(part)
        control = (part.width, part.height, part.x, part.y, ms, 1000, _LEFT, _OVER)
        self._put(b"fcTL", struct.pack(">IIIIIHHBB", self._next(), *control))
        data = _packed(part)
        if first:
            self._put(b"IDAT", data)
        else:
            self._put(b"fdAT", struct.pack(">I", self._next()) + data)

    def end(self) -> None:
        self._put(b"IEND", b"")

    def _begin(self, part: _Part) -> None:
        self._out.write(SIGNATURE)
        self._put(b"IHDR", struct.pack(">IIBBBBB", part.width, part.height, 8, _RGBA, 0, 0, 0))
        for keyword, text in texts(self._facts):
            # iTXt: no compression, no language, no translated keyword, UTF-8
            body = keyword.encode("latin-1") + b"\0" + b"\0\0\0\0" + text.encode("utf-8")
            self._put(b"iTXt", body)
        self._put(b"acTL", struct.pack(">II", self._count, 0))

    def _put(self, kind: bytes, data: bytes) -> None:
        check = zlib.crc32(data, zlib.crc32(kind))
        self._out.write(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check))

    def _next(self) -> int:
        self._number += 1
        return self._number - 1


class Gif:
    """An animated GIF, endlessly repeated, each frame with 255 colours of its own (GIF 89a).

    The facts are in a comment, for there is no other place. Pillow chooses colours and packs.
    """

    def __init__(self, out: BinaryIO, facts: Facts, count: int) -> None:
        self._out, self._facts = out, facts
        self._changes = _Changes()
        self._begun = False

    def add(self, image: QImage, ms: int) -> None:
        from PIL import GifImagePlugin, Image

        part = self._changes.part(image)
        if not self._begun:
            self._begin(part)
        # what is transparent takes no colours
        shown = part.colours[part.differs] if part.differs.any() else part.colours[:1, 0]
        told = np.where(part.differs[..., None], part.colours, shown[0])
        chosen = Image.fromarray(told).quantize(_SEEN, dither=Image.Dither.NONE)
        numbers = np.where(part.differs, np.asarray(chosen), _SEEN).astype(np.uint8)
        frame = Image.frombytes("P", chosen.size, numbers.tobytes())
        frame.putpalette([*(chosen.getpalette() or []), *[0] * 768][:768])
        blocks = GifImagePlugin.getdata(
            frame,
            (part.x, part.y),
            duration=ms,
            disposal=1,  # left where it is
            transparency=_SEEN,
            include_color_table=True,
        )
        self._out.writelines(blocks)

    def end(self) -> None:
        self._out.write(b";")

    def _begin(self, part: _Part) -> None:
        self._begun = True
        self._out.write(b"GIF89a" + struct.pack("<HHBBB", part.width, part.height, 0x70, 0, 0))
        self._out.write(b"!\xff\x0bNETSCAPE2.0\x03\x01\0\0\0")
        told = "\n".join(f"{keyword}: {text}" for keyword, text in texts(self._facts) if text)
        self._out.write(b"!\xfe" + _blocks(told.encode("utf-8")) + b"\0")


ANIMATIONS: Mapping[str, Callable[[BinaryIO, Facts, int], Animation]] = {"png": Apng, "gif": Gif}
"""How an animation of a number of frames is written, by the suffix of the file."""


def _colours(image: QImage) -> np.ndarray:
    """The pixels as red, green and blue: height x width x 3."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    return flat[:, : 3 * plain.width()].reshape(plain.height(), plain.width(), 3).copy()


def _packed(part: _Part) -> bytes:
    """Red, green, blue and opacity as one zlib stream of unfiltered rows (W3C PNG, 7)."""
    rows = np.zeros((part.height, 1 + 4 * part.width), np.uint8)
    pixels = rows[:, 1:].reshape(part.height, part.width, 4)
    pixels[part.differs, :3] = part.colours[part.differs]
    pixels[part.differs, 3] = 255
    rows[:, 1:] = pixels.reshape(part.height, -1)
    return zlib.compress(rows.data, _LEVEL)


def _blocks(data: bytes) -> bytes:
    """GIF's sub-blocks of at most 255 bytes, each after its length."""
    parts = (data[at : at + 255] for at in range(0, len(data), 255))
    return b"".join(bytes([len(part)]) + part for part in parts)
