"""The program's icon in every size and format that a system asks for, from the one drawing.

Not for icons inside the window (`resources/icons/*.svg`).
"""

from __future__ import annotations

import os
import shutil
import struct
from pathlib import Path

from product import APP_ID, ROOT

DRAWING = ROOT / "resources" / "icons" / "app" / f"{APP_ID}.svg"
HICOLOR = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
"""Sizes of the freedesktop icon theme, in px."""
ICO = (16, 20, 24, 32, 40, 48, 64, 256)
ICNS = {
    b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024,
    b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512,
}  # fmt: skip
"""Apple's types for PNG pictures with their side in px; the last four are those at 2x."""


def png(side: int) -> bytes:
    """The icon as a PNG of `side` x `side` px."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon of PNG pictures by side in px (format: ICONDIR, then ICONDIRENTRY each)."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    entries = b""
    for side, picture in pictures.items():
        byte = side % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", byte, byte, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return header + entries + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """An Apple icon of PNG pictures by type: each is its type, its length and the picture."""
    body = b"".join(
        kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write_hicolor(share: Path) -> None:
    """Put the icon into `share`/icons/hicolor, in pixels and scalable."""
    for side in HICOLOR:
        _write(share / f"icons/hicolor/{side}x{side}/apps/{APP_ID}.png", png(side))
    scalable = share / f"icons/hicolor/scalable/apps/{APP_ID}.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(DRAWING, scalable)


def write_ico(path: Path) -> Path:
    """Write the Windows icon; returns its path."""
    return _write(path, ico({side: png(side) for side in ICO}))


def write_icns(path: Path) -> Path:
    """Write the Apple icon; returns its path."""
    return _write(path, icns({kind: png(side) for kind, side in ICNS.items()}))


def _write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
