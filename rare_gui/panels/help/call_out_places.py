"""Where notes on parts of a window go: near their part, over each other never. Geometry alone.

Sizes and places are in logical px. Not for painting (`how_to_read`).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF

GAP = 10.0
"""Px that stay free round each note and at the edge of the window."""
DISC = 22.0
"""Px across the numbered disc on a part."""
_STEP = 12.0
_ABROAD = 90.0
"""Px farther that a note may stand if it is then within its part."""


def disc_places(parts: Sequence[QRectF], area: QRectF) -> list[QRectF]:
    """The discs of the parts: in their upper left corners, moved on where one stands already.

    On a low part, such as a field, the disc stands over an edge, so that its words are seen.
    """
    placed: list[QRectF] = []
    for part in parts:
        disc = QRectF(part.left() + 4, part.top() + 4, DISC, DISC)
        if part.height() < 2 * DISC:
            under = part.bottom() + DISC <= area.bottom()
            edge = part.bottom() + DISC / 4 if under else part.top() - DISC / 4
            disc.moveCenter(QPointF(part.left() + DISC, edge))
        disc = _inside(disc, area)
        while (
            any(disc.intersects(other) for other in placed)
            and disc.right() + DISC + 4 <= area.right()
        ):
            disc.translate(DISC + 4, 0)
        placed.append(disc)
    return placed


def note_places(
    discs: Sequence[QRectF], sizes: Sequence[QSizeF], area: QRectF, homes: Sequence[QRectF]
) -> list[QRectF | None]:
    """A place for each note (`sizes`), the nearest to its disc that is still free; None if none is.

    A place within the part that the note is about (`homes`) goes before one that is a little
    nearer. No note touches another one, a disc, or the edge of `area`.
    """
    taken = [disc.adjusted(-4, -4, 4, 4) for disc in discs]
    placed: list[QRectF | None] = []
    for disc, size, home in zip(discs, sizes, homes, strict=True):
        found = nearest_free(disc.center(), size, area, taken, home)
        placed.append(found)
        if found is not None:
            taken.append(found.adjusted(-GAP, -GAP, GAP, GAP))
    return placed


def nearest_free(
    wanted: QPointF, size: QSizeF, area: QRectF, taken: Sequence[QRectF], home: QRectF
) -> QRectF | None:
    """The free place in `area` with its edge nearest to `wanted`, rather within `home`; or None."""
    inner = area.adjusted(GAP, GAP, -GAP, -GAP)
    best: tuple[float, QRectF] | None = None
    columns = int((inner.width() - size.width()) // _STEP) + 1
    lines = int((inner.height() - size.height()) // _STEP) + 1
    for column in range(max(0, columns)):
        for line in range(max(0, lines)):
            at = QPointF(inner.left() + column * _STEP, inner.top() + line * _STEP)
            place = QRectF(at, size)
            far = _distance(wanted, place) + (0.0 if home.contains(place) else _ABROAD)
            if (best is None or far < best[0]) and not any(place.intersects(t) for t in taken):
                best = (far, place)
    return best[1] if best else None


def _distance(point: QPointF, place: QRectF) -> float:
    """Px from a point to a place's edge; 0 within. In a tie the nearer middle wins."""
    across = max(place.left() - point.x(), 0.0, point.x() - place.right())
    down = max(place.top() - point.y(), 0.0, point.y() - place.bottom())
    middle = place.center() - point
    return float((across**2 + down**2) ** 0.5 + 0.01 * (abs(middle.x()) + abs(middle.y())))


def _inside(place: QRectF, area: QRectF) -> QRectF:
    """The same place, moved as little as needed to lie in `area`."""
    left = min(max(place.left(), area.left()), area.right() - place.width())
    top = min(max(place.top(), area.top()), area.bottom() - place.height())
    return QRectF(QPointF(left, top), place.size())
