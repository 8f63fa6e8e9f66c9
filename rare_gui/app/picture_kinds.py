"""The kinds of pictures that there are: for each a function that makes its drawing.

A new kind is a line of KINDS. Not for writing files: `app.pictures`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rare_gui.app import view_pictures
from rare_gui.app.picture_subject import PROGRAM, Asked, Picture, Subject, framed
from rare_gui.app.start import furnished_window
from rare_gui.figures.pictures.card import card_drawing
from rare_gui.figures.pictures.timeline import timeline_drawing
from rare_gui.figures.theme import load_theme
from rare_gui.figures.twin import Twin
from rare_gui.scenes.card_picture import card_picture
from rare_gui.scenes.event_study import selected_timeline
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.picture_size import PRESETS, PictureSize
from rare_gui.scenes.picture_timeline import timeline_picture
from rare_gui.scenes.wording import day_words

__all__ = ["KINDS", "Asked", "Kind", "Picture", "Subject"]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind is made, its usual size, and the least one that it can be laid out for."""

    make: Callable[[Subject, Asked], Picture]
    usual: PictureSize
    least: PictureSize


def timeline(subject: Subject, asked: Asked) -> Picture:
    """The selected material's timeline."""
    made = timeline_picture(
        subject.dataset,
        subject.selection,
        program=PROGRAM,
        title=asked.title,
        scenario=subject.scenario,
        notes=subject.notes,
    )
    drawing = timeline_drawing(made, load_theme(asked.theme), *_sides(asked))
    return framed(drawing, made.frame)


def card(subject: Subject, asked: Asked) -> Picture:
    """The selected material on one card: chips, lanes, exports, key figures, next clause."""
    made = card_picture(
        subject.dataset,
        subject.selection,
        program=PROGRAM,
        title=asked.title,
        scenario=subject.scenario,
    )
    drawing = card_drawing(made, load_theme(asked.theme), *_sides(asked))
    return framed(drawing, made.frame, made.described)


def _sides(asked: Asked) -> tuple[float, float]:
    return asked.size.width, asked.size.height


def window(subject: Subject, asked: Asked) -> Picture:
    """The whole window, from a twin that is furnished like the one on screen."""
    widget = furnished_window(subject.base, subject.selection, asked.theme, today=subject.today)
    widget.resize(asked.size.width, asked.size.height)
    widget.settle()
    twin = Twin(widget)
    header = header_scene(subject.dataset, subject.selection)
    name = subject.dataset.material_names[subject.selection.material]
    own = " ".join((asked.title or "").split())
    return Picture(
        twin,
        title=own or f"{name}, as of {day_words(subject.selection.as_of)}",
        description=f"{name}. {header.lead}{header.rest}",
        sources=selected_timeline(subject.dataset, subject.selection, subject.notes).sources,
        title_edited=bool(own),
        close=twin.close,
    )


def _page(make: Callable[[Subject, Asked], Picture]) -> Kind:
    return Kind(make, PRESETS["16:9"], PictureSize(640, 480))


KINDS: Mapping[str, Kind] = {
    "timeline": Kind(timeline, PRESETS["16:9"], PictureSize(640, 480)),
    "card": Kind(card, PRESETS["16:9"], PictureSize(700, 500)),
    "impact": _page(view_pictures.impact),
    "comparison": _page(view_pictures.comparison),
    "cliffs": _page(view_pictures.cliffs),
    "changes": _page(view_pictures.changes),
    "material": Kind(view_pictures.material, PRESETS["16:9"], PictureSize(1000, 760)),
    "list": _page(view_pictures.listing),
    "ledger": _page(view_pictures.ledger),
    "projects": _page(view_pictures.projects),
    "window": Kind(window, PictureSize(1440, 900), PictureSize(900, 600)),
}
