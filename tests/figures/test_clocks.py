"""The known-on day, what became known later, what is only supposed, and the user's own notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import load_theme
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.figures.timeline.bar_shape import NOWHERE, bar_shapes, lane_labels
from rare_gui.figures.timeline.cursor import flag_rect, known_on_rect, known_on_words
from rare_gui.figures.timeline.gestures import Part, part_at
from rare_gui.figures.timeline.note_flags import placed_notes
from rare_gui.figures.timeline.pane_words import pane_words
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.timeline.parts import Band, NoteMark, TimelineScene
from tests.figures.conftest import MakeFigure
from tests.figures.scenes import AS_OF, bar, day, dysprosium, lane
from tests.figures.test_pane_words import frame_of
from tests.figures.test_timeline_figure import drag, shown

KNOWN = day("2025-10-20")


def known_scene(known: int = KNOWN) -> TimelineScene:
    return replace(dysprosium(), events=(), known_on=known)


def painted(make_figure: MakeFigure, scene: TimelineScene) -> QImage:
    return make_figure(scene).canvas.grab().toImage()


def test_that_the_known_on_day_has_a_flag_of_its_own(qapp: object) -> None:
    frame = frame_of(known_scene())
    assert known_on_words(frame) == "known on 20 Oct 2025"
    assert known_on_rect(frame).center().x() == pytest.approx(frame.axis.x(KNOWN), abs=1)
    assert known_on_rect(frame_of(dysprosium())).isEmpty()


@pytest.mark.parametrize("width", [560, 752, 1400])
@pytest.mark.parametrize("apart", [-60, -3, 0, 3, 60])
def test_that_the_two_flags_never_touch_and_stay_inside(
    qapp: object, width: int, apart: int
) -> None:
    for as_of in range(day("2024-06-01"), day("2027-04-01"), 53):
        frame = frame_of(replace(known_scene(as_of + apart), as_of=as_of), width)
        known, flag = known_on_rect(frame), flag_rect(frame)
        if known.width():
            assert not known.intersects(flag)
            assert known.left() >= 4
            assert known.right() <= width


def test_that_dragging_the_known_on_line_or_flag_tells_its_days(make_figure: MakeFigure) -> None:
    figure = make_figure(known_scene())
    known: list[int] = []
    days: list[int] = []
    figure.known_on_picked.connect(known.append)
    figure.day_picked.connect(days.append)
    frame = shown(figure)
    line = QPointF(frame.axis.x(KNOWN) + 0.1, 300)
    drag(figure, line, line + QPointF(30, 0))
    flag = known_on_rect(frame).center() + QPointF(20, 0)
    drag(figure, flag, flag - QPointF(30, 0))
    assert not days
    moved = 30 / frame.axis.px_per_day
    assert known[0] == pytest.approx(KNOWN + moved, abs=1)
    assert known[-1] == pytest.approx(KNOWN - moved, abs=1), "the flag's grip is kept"
    assert shown(figure).scene.known_on == KNOWN


def test_that_the_flag_can_be_taken_when_both_days_are_one(qapp: object) -> None:
    frame = frame_of(known_scene(AS_OF))
    assert part_at(frame, known_on_rect(frame).center()) is Part.KNOWN_ON
    assert part_at(frame, flag_rect(frame).center()) is Part.AXIS
    assert part_at(frame, QPointF(frame.cursor, 300)) is Part.CURSOR


def test_that_a_compared_day_is_named_in_the_last_pane(qapp: object) -> None:
    frame = frame_of(replace(dysprosium(), compared_to=day("2025-03-01")))
    said = [word for word in pane_words(frame) if word.wish.text == "compared with 1 Mar 2025"]
    assert len(said) == 1


def test_that_time_travel_frames_a_saved_picture_and_not_a_figure_in_a_window(
    qtbot: QtBot, make_figure: MakeFigure
) -> None:
    ink = load_theme("light").color("ink")
    plain = painted(make_figure, dysprosium())
    travelling = replace(dysprosium(), travelling=True)
    on_screen = painted(make_figure, travelling)
    saved = TimelineFigure(load_theme("light"), scrolls=False)
    qtbot.addWidget(saved)
    saved.resize(752, 657)
    saved.show_scene(travelling)
    framed = saved.canvas.grab().toImage()
    corners = [(1, 300), (750, 300), (300, 1), (300, 655)]
    assert all(framed.pixelColor(*at) == ink for at in corners)
    assert not any(plain.pixelColor(*at) == ink for at in corners)
    assert not any(on_screen.pixelColor(*at) == ink for at in corners)


def test_that_what_became_known_later_is_faint(make_figure: MakeFigure) -> None:
    scene = replace(dysprosium(), panes=(), events=(), truce=(), truce_end_label=())
    group = scene.groups[0]

    def middle(later: bool) -> float:
        said = bar("2024-06-01", "2026-01-01", Fill.BAN, later=later)
        one = replace(group, lanes=(lane("m", "m", said),))
        figure = make_figure(replace(scene, groups=(one,)))
        at = next(h for h in figure.hits() if h.kind == "measure" and h.place.x() > 100)
        return figure.canvas.grab().toImage().pixelColor(at.place.center().toPoint()).lightnessF()

    assert middle(False) < 0.5
    assert middle(True) > 0.7


def test_that_a_ghost_over_a_known_bar_leaves_its_words_alone(qapp: object) -> None:
    known = bar("2024-06-01", "2026-12-01", Fill.LICENCE, "Licence")
    ghost = bar("2025-06-01", "2026-12-01", Fill.SUSPENDED, "suspended", later=True)
    frame = frame_of(dysprosium())
    labels = lane_labels(bar_shapes(frame, lane("m", "m", known, ghost), 100), NOWHERE)
    assert [label.text if label else None for label in labels] == ["Licence", None]
    alone = lane_labels(bar_shapes(frame, lane("m", "m", ghost), 100), NOWHERE)
    assert alone[0] is not None


def test_that_what_is_only_supposed_begins_with_if(qapp: object) -> None:
    frame = frame_of(dysprosium())
    for start, texts in (("2025-06-01", ("Licence again",)), ("2027-02-20", ("Licence again",))):
        said = bar(start, "2027-04-18", Fill.LICENCE, *texts, hypothetical=True)
        (label,) = lane_labels(bar_shapes(frame, lane("m", "m", said), 100), NOWHERE)
        assert label is not None
        assert label.text.startswith("if")


def test_that_a_supposed_bar_looks_unlike_law(make_figure: MakeFigure) -> None:
    scene = replace(dysprosium(), panes=(), events=())

    def picture(supposed: bool) -> QImage:
        said = bar("2024-06-01", "2026-01-01", Fill.BAN, hypothetical=supposed)
        one = replace(scene.groups[0], lanes=(lane("m", "m", said),))
        return painted(make_figure, replace(scene, groups=(one,)))

    assert picture(True) != picture(False)


def test_that_notes_are_flags_that_can_be_picked(make_figure: MakeFigure, qtbot: QtBot) -> None:
    at = day("2025-06-15")
    notes = (
        NoteMark("n2", at + 1, "Call back", "16 Jun 2025: Call back"),
        NoteMark("n1", at, "Ask supplier", "15 Jun 2025: Ask supplier"),
        NoteMark("far", day("2012-01-01"), "old", "old"),
    )
    figure = make_figure(replace(dysprosium(), notes=notes))
    ((x, together),) = placed_notes(shown(figure))
    assert [note.note for note in together] == ["n1", "n2"]
    flag = next(hit for hit in figure.hits() if hit.kind == "note")
    assert flag.spoken.splitlines() == ["15 Jun 2025: Ask supplier", "16 Jun 2025: Call back"]
    with qtbot.waitSignal(figure.note_picked) as told:
        drag(figure, QPointF(flag.place.center()))
    assert told.args == ["n1"]
    assert x == pytest.approx(shown(figure).axis.x(at))


def test_that_a_new_note_is_painted_at_once(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    before = figure.canvas.grab().toImage()
    note = NoteMark("n", day("2025-06-15"), "a", "a")
    figure.show_scene(replace(dysprosium(), notes=(note,)))
    assert figure.canvas.grab().toImage() != before


def test_that_bands_are_shaded_labelled_and_speak(make_figure: MakeFigure) -> None:
    scene = dysprosium()
    band = Band(day("2025-06-01"), day("2026-03-01"), "90 days after: no change", "lic-soft")
    panes = (replace(scene.panes[0], bands=(band,)), scene.panes[1])
    figure = make_figure(replace(scene, panes=panes))
    frame = shown(figure)
    row = frame.layout.panes[0]
    x = round((frame.axis.x(band.start) + frame.axis.x(band.end)) / 2)
    image = figure.canvas.grab().toImage()
    assert image.pixelColor(x, int(row.top) + 3) == load_theme("light").color("lic-soft")
    assert band.label in [word.wish.text for word in pane_words(frame)]
    assert band.label in [hit.spoken for hit in figure.hits()]
