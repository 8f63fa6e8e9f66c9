"""Pictures of the pages beside the timeline, with the results that they need worked out at once.

Not for the list of kinds (`app.pictures.kinds`) nor for how they are laid out (`figures.pictures`).
"""

from __future__ import annotations

from collections.abc import Callable

from rare_gui.app.pictures.subject import PROGRAM, Asked, Picture, Subject, UnusablePicture, framed
from rare_gui.app.sizing import FEW, Question
from rare_gui.domain.impact.case import CaseError
from rare_gui.domain.impact.ranges import ImpactError
from rare_gui.domain.impact.result import Impact
from rare_gui.figures.pictures.changes import changes_drawing
from rare_gui.figures.pictures.cliffs import cliffs_drawing
from rare_gui.figures.pictures.comparison import compare_drawing
from rare_gui.figures.pictures.frame import FramedPicture
from rare_gui.figures.pictures.impact import losses_drawing
from rare_gui.figures.pictures.loss_chart import DRAWINGS
from rare_gui.figures.pictures.material import material_drawing
from rare_gui.figures.pictures.tables import table_drawing
from rare_gui.figures.theme import Theme, load_theme
from rare_gui.scenes.impact.case import sized_case
from rare_gui.scenes.own_weights import own_weights
from rare_gui.scenes.pictures import views
from rare_gui.scenes.pictures.loss_charts import NoChart, chart_picture
from rare_gui.scenes.pictures.losses import losses_picture
from rare_gui.scenes.pictures.material import material_picture
from rare_gui.scenes.pictures.of_view import Told
from rare_gui.scenes.pictures.views import TablePicture
from rare_gui.scenes.pictures.whatif import whatif_picture

Draw = Callable[[TablePicture, Theme, float, float], FramedPicture]
Make = Callable[[Subject, Asked], Picture]


def _one_table(picture: TablePicture, theme: Theme, width: float, height: float) -> FramedPicture:
    return table_drawing(picture.frame, picture.tables[0], theme, width, height)


def _tabled(make: Callable[[Subject, Told], TablePicture], draw: Draw = _one_table) -> Make:
    def made(subject: Subject, asked: Asked) -> Picture:
        picture = make(subject, _told(subject, asked))
        drawing = draw(picture, load_theme(asked.theme), asked.size.width, asked.size.height)
        return framed(drawing, picture.frame)

    return made


def _told(subject: Subject, asked: Asked) -> Told:
    return Told(PROGRAM, title=asked.title, scenario=subject.scenario)


cliffs = _tabled(lambda s, told: views.cliffs_picture(s.dataset, s.selection, told), cliffs_drawing)
changes = _tabled(
    lambda s, told: views.changes_picture(s.dataset, s.selection, told), changes_drawing
)
ledger = _tabled(lambda s, told: views.ledger_picture(s.dataset, s.selection, told))
projects = _tabled(lambda s, told: views.projects_picture(s.dataset, s.selection, told))
listing = _tabled(lambda s, told: views.list_picture(s.dataset, s.selection, told, s.notes))


def _compared(subject: Subject, told: Told) -> TablePicture:
    from rare_gui.domain.risk.screening import screen

    looked = subject.selection
    if not looked.compared:
        raise UnusablePicture(
            "nothing is compared; name two to six materials in the view, "
            "such as compared=dysprosium,gallium"
        )
    weights = own_weights(looked)
    base = subject.dataset if weights and weights.ask_for_the_law else subject.base
    screening = screen(base, looked.destination, looked.as_of, looked.known_on, weights)
    return views.compare_picture(subject.dataset, looked, told, screening)


comparison = _tabled(_compared, compare_drawing)


def _supposed(subject: Subject, told: Told) -> TablePicture:
    if subject.scenario is None:
        raise UnusablePicture("no what-if is on; choose one first")
    return whatif_picture(subject.base, subject.dataset, subject.selection, subject.scenario, told)


whatif = _tabled(_supposed)


def material(subject: Subject, asked: Asked) -> Picture:
    """All that is known of the selected material."""
    from rare_gui.domain.risk.assessment import assess

    looked, dataset = subject.selection, subject.dataset
    risk = assess(
        dataset, looked.material, looked.destination, as_of=looked.as_of, known_on=looked.known_on
    ).with_weights(own_weights(looked))
    made = material_picture(dataset, looked, _told(subject, asked), risk)
    drawing = material_drawing(made, load_theme(asked.theme), asked.size.width, asked.size.height)
    return framed(drawing, made.frame, risk=risk)


def impact(subject: Subject, asked: Asked) -> Picture:
    """The losses of sectors. Raises CaseError and ImpactError where they cannot be sized."""
    sized = losses_of(subject)
    looked = subject.selection
    made = losses_picture(
        subject.dataset, looked, sized, _told(subject, asked), order_free=looked.order_free
    )
    drawing = losses_drawing(made, load_theme(asked.theme), asked.size.width, asked.size.height)
    return framed(drawing, made.frame, impact=sized)


def chart_of_losses(chart: str) -> Make:
    """The kind that is one chart of the losses, one of CHARTS."""

    def made(subject: Subject, asked: Asked) -> Picture:
        sized = losses_of(subject)
        looked, told = subject.selection, _told(subject, asked)
        try:
            picture = chart_picture(chart, subject.dataset, looked, sized, told)
        except NoChart as error:
            raise UnusablePicture(str(error)) from None
        theme = load_theme(asked.theme)
        drawing = DRAWINGS[chart](picture, theme, asked.size.width, asked.size.height)
        return framed(drawing, picture.frame, impact=sized)

    return made


def losses_if_any(subject: Subject) -> Impact | None:
    """The losses, None where they cannot be sized or nobody loses."""
    try:
        sized = losses_of(subject)
    except (CaseError, ImpactError):
        return None
    return sized if sized.sectors else None


def losses_of(subject: Subject) -> Impact:
    """The losses as the window shows them once they have settled."""
    looked = subject.selection
    question = Question(
        subject.dataset,
        subject.base,
        sized_case(subject.dataset, looked),
        looked.as_of,
        looked.known_on,
        looked.origin,
        looked.destination,
    )
    sized = question.answer(FEW)
    assert sized is not None  # None only where someone stops it
    return sized
