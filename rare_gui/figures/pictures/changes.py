"""The picture of what changed between two days: the matrix, then what measures did, then facts.

Where there is no room the lists give way first, then rows of the matrix.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from rare_gui.figures.pictures.fitting import Stacked, fitted
from rare_gui.figures.pictures.frame import Body, FramedPicture
from rare_gui.figures.pictures.tables import TableBody, table_bodies
from rare_gui.figures.theme import Theme
from rare_gui.scenes.pictures.frame import PictureFrame
from rare_gui.scenes.pictures.table_parts import BESIDE
from rare_gui.scenes.pictures.views import TablePicture


def changes_drawing(
    picture: TablePicture, theme: Theme, width: float, height: float
) -> FramedPicture:
    """The comparison of two days for a size in logical px; higher only where it must be."""
    matrix, lists = picture.tables
    whole = TableBody(matrix, theme)
    offers = []
    if lists.count:
        offers = [
            partial(_offer, picture.frame, whole, make)
            for make in table_bodies(lists, theme, height, zooms=(1.0,))
        ]
    words = f"{lists.count} lines on measures and facts are {BESIDE}"
    shortened = matrix.told_after(words if lists.count else "")
    makers = table_bodies(shortened, theme, height, zooms=(1.0,))
    offers += [partial(_offer, picture.frame, None, make) for make in makers]
    return fitted(offers, theme, width, height)


def _offer(
    frame: PictureFrame, matrix: TableBody | None, make: Callable[[], TableBody]
) -> tuple[PictureFrame, Body]:
    table = make()
    return frame, Stacked((matrix, table)) if matrix is not None else table
