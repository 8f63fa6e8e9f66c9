"""The kinds of pictures that there are: for each a function that makes its drawing.

A new kind is a line of KINDS. Not for writing files: `app.pictures.pictures`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from rare_gui.app.dressing import redress
from rare_gui.app.pictures import view_pictures
from rare_gui.app.pictures.subject import PROGRAM, Asked, Picture, Subject, framed
from rare_gui.app.start import furnished_window
from rare_gui.domain.impact.result import Impact
from rare_gui.figures.pictures.card import card_drawing
from rare_gui.figures.pictures.timeline import timeline_drawing
from rare_gui.figures.pictures.widget import widget_drawing
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.impact.parts import ImpactScene
from rare_gui.scenes.impact.scene import impact_scene
from rare_gui.scenes.pictures.card import card_picture
from rare_gui.scenes.pictures.loss_charts import CHARTS
from rare_gui.scenes.pictures.of_view import ALWAYS_NAMED
from rare_gui.scenes.pictures.size import PRESETS, PictureSize
from rare_gui.scenes.pictures.timeline import TimelinePicture, timeline_picture

__all__ = ["KINDS", "Asked", "Kind", "Picture", "Subject"]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind is made, its usual size, and the least one that it can be laid out for."""

    make: Callable[[Subject, Asked], Picture]
    usual: PictureSize
    least: PictureSize


def timeline(subject: Subject, asked: Asked) -> Picture:
    """The selected material's timeline."""
    made = _timeline_picture(subject, asked)
    drawing = timeline_drawing(made, load_theme(asked.theme), *_sides(asked))
    return framed(drawing, made.frame)


def _timeline_picture(subject: Subject, asked: Asked) -> TimelinePicture:
    return timeline_picture(
        subject.dataset,
        subject.selection,
        program=PROGRAM,
        title=asked.title,
        scenario=subject.scenario,
        notes=subject.notes,
    )


def card(subject: Subject, asked: Asked) -> Picture:
    """The selected material on one card: chips, lanes, exports, figures, next clause, losses."""
    sized = view_pictures.losses_if_any(subject)
    made = card_picture(
        subject.dataset,
        subject.selection,
        program=PROGRAM,
        title=asked.title,
        scenario=subject.scenario,
        impact=None if sized is None else _settled(subject, sized),
    )
    drawing = card_drawing(made, load_theme(asked.theme), *_sides(asked))
    drawn = sized if made.losses is not None else None
    return framed(drawing, made.frame, made.described, impact=drawn)


def _settled(subject: Subject, sized: Impact) -> ImpactScene:
    looked = subject.selection
    return impact_scene(
        subject.dataset,
        looked,
        sized,
        stale=False,
        draws_running=False,
        order_free=looked.order_free,
    )


def _sides(asked: Asked) -> tuple[float, float]:
    return asked.size.width, asked.size.height


def window(subject: Subject, asked: Asked) -> Picture:
    """The whole window, from a twin that is furnished like the one on screen, in a frame."""
    made = _timeline_picture(subject, asked)
    theme = load_theme(asked.theme)
    redress(theme)  # else the first window of a process is measured before its style
    widget = furnished_window(subject.base, subject.selection, asked.theme, today=subject.today)
    # the window has a sentence and a legend of its own and needs the room: marks stand in a line
    named = min(made.frame.always, ALWAYS_NAMED)
    marks = " · ".join(made.frame.notes)
    frame = replace(made.frame, subtitle=marks, notes=(), legend=(), always=named)
    drawing = widget_drawing(frame, widget, theme, *_sides(asked), widget.settle)
    return replace(framed(drawing, made.frame), close=drawing.close)


def _page(make: Callable[[Subject, Asked], Picture]) -> Kind:
    return Kind(make, PRESETS["16:9"], PictureSize(640, 480))


LEAST_WINDOW = PictureSize(1144, 900)
"""No window is smaller than 900 x 600 px, and its texts, in print, than 8 pt."""

KINDS: Mapping[str, Kind] = {
    "timeline": Kind(timeline, PRESETS["16:9"], PictureSize(640, 480)),
    "card": Kind(card, PRESETS["16:9"], PictureSize(700, 500)),
    "impact": _page(view_pictures.impact),
    **{chart: _page(view_pictures.chart_of_losses(chart)) for chart in CHARTS},
    "comparison": _page(view_pictures.comparison),
    "cliffs": _page(view_pictures.cliffs),
    "changes": _page(view_pictures.changes),
    "whatif": _page(view_pictures.whatif),
    "material": Kind(view_pictures.material, PRESETS["16:9"], PictureSize(780, 760)),
    "list": _page(view_pictures.listing),
    "ledger": _page(view_pictures.ledger),
    "projects": _page(view_pictures.projects),
    "window": Kind(window, PictureSize(1760, 1200), LEAST_WINDOW),
}
