"""What QPdfWriter cannot be told is put right in its finished file: times, page sizes, masks.

Only for files as QPdfWriter writes them: one section, a plain cross-reference table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

Edit = tuple[int, int, bytes]  # from, to, what stands there instead
_TIME = re.compile(rb"/(CreationDate|ModDate) \(D:[^)]*\)")
_BOX = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
# Qt draws how opaque a gradient is as grey, but says that the opacity of that drawing counts.
_MASK = re.compile(rb"(?<=\n<< /SMask << /S )/Alpha(?= /G \d+ 0 R >> >>\nendobj)")
_GROUP = re.compile(rb"(?<=\n/Group <</S /Transparency )(?=>>\n/Resources <<\n/Shading)")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) n ")
_START = re.compile(rb"startxref\n(\d+)")


def repaired(data: bytes, created: datetime, pages: Sequence[tuple[float, float]]) -> bytes:
    """The file as made at `created` (UTC), its pages of these sizes in points, in their order.

    Qt's pages are larger by less than a point, and drawn on from their upper left corner.
    Raises ValueError when the file is not as Qt writes it.
    """
    time = created.strftime("%Y%m%d%H%M%SZ").encode("ascii")
    # The first object holds the times; a later match could be a picture's bytes.
    info = data.index(b"endobj")
    edits: list[Edit] = [
        (found.start(), found.end(), b"/%b (D:%b)" % (found[1], time))
        for found in _TIME.finditer(data, 0, info)
    ]
    boxes = [found for found in _BOX.finditer(data) if _is_in_page(data, found.start())]
    if len(edits) != 2 or len(boxes) != len(pages):
        raise ValueError("the PDF is not as Qt writes it")
    for found, (width, height) in zip(boxes, pages, strict=True):
        top = float(found[2])
        box = f"/MediaBox [0 {_points(top - height)} {_points(width)} {_points(top)}]"
        edits.append((found.start(), found.end(), box.encode("ascii")))
    for pattern, right in ((_MASK, b"/Luminosity"), (_GROUP, b"/CS /DeviceGray ")):
        edits += [(found.start(), found.end(), right) for found in pattern.finditer(data)]
    return _edited(data, edits)


def _is_in_page(data: bytes, at: int) -> bool:
    return b"/Type /Page\n" in data[data.rindex(b" obj", 0, at) : at]


def _edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The file with the edits made and every offset of its cross-reference table set anew."""
    ordered = sorted(edits)
    table = data.rindex(b"\nxref\n") + 1

    def moved(offset: int) -> int:
        return offset + sum(
            len(new) - (end - begin) for begin, end, new in ordered if end <= offset
        )

    body, done = [], 0
    for begin, end, new in ordered:
        body += [data[done:begin], new]
        done = end
    body.append(data[done:table])
    tail = _ENTRY.sub(lambda m: b"%010d %b n " % (moved(int(m[1])), m[2]), data[table:])
    tail = _START.sub(lambda m: b"startxref\n%d" % moved(int(m[1])), tail)
    return b"".join((*body, tail))


def _points(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
