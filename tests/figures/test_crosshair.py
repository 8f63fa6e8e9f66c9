from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF
from pytestqt.qtbot import QtBot

from rare_gui.figures.timeline.crosshair import box_rect, shown_lines
from rare_gui.figures.timeline.frame import Frame
from rare_gui.figures.timeline.read_out import NEAR_DAYS, Told, bar_on, read_out
from rare_gui.scenes.palette import Fill
from tests.figures.conftest import MakeFigure
from tests.figures.scenes import bar, day, dysprosium, lane
from tests.figures.test_pane_words import frame_of
from tests.figures.test_timeline_figure import drag, mouse, shown


def told_on(frame: Frame, at: str) -> list[Told]:
    return read_out(frame, day(at))


def words(told: list[Told]) -> list[str]:
    return [f"{line.name} {line.words}".strip() for line in told]


def test_that_it_tells_the_day_the_lanes_and_every_series(qapp: object) -> None:
    told = words(told_on(frame_of(dysprosium()), "2025-08-20"))
    assert told[0] == "20 Aug 2025"
    assert "No. 18/2025 Licence, 7 rare earths, from 2025-04-04 to open" in told
    assert "2025-08: 16.686 t" in told
    assert "magnets 2025-08: 6,146 t" in told
    assert "2025-09-18: 840 US$/kg" in told
    assert not any(line.startswith("No. 61/2025") for line in told)


def test_that_the_second_line_of_what_a_bar_says_is_its_state(qapp: object) -> None:
    said = replace(bar("2025-01-01", None, Fill.BAN), spoken="No. 1 – Title\nin force since\nmore")
    scene = dysprosium()
    group = replace(scene.groups[0], lanes=(lane("m", "No. 1", said),))
    frame = frame_of(replace(scene, groups=(group,)))
    assert "No. 1 in force since" in words(told_on(frame, "2025-06-01"))
    assumed = replace(group, lanes=(lane("m", "No. 1", replace(said, hypothetical=True)),))
    frame = frame_of(replace(scene, groups=(assumed,)))
    assert "No. 1 if in force since" in words(told_on(frame, "2025-06-01"))


def test_that_a_day_without_a_figure_says_so_and_never_zero(qapp: object) -> None:
    frame = frame_of(dysprosium())
    told = words(told_on(frame, "2026-06-10"))
    assert "no figure" in told
    assert not any(line.endswith(" 0 t") for line in told)
    far = words(told_on(frame, "2026-10-30"))
    assert not any("5,010" in line for line in far), f"more than {NEAR_DAYS} days away"


def test_that_what_was_known_goes_before_later_knowledge() -> None:
    known = bar("2025-01-01", None, Fill.LICENCE)
    later = bar("2025-01-01", None, Fill.BAN, later=True)
    assert bar_on(lane("m", "m", later, known), day("2025-06-01")) is known


@pytest.mark.parametrize(("width", "height"), [(420, 320), (752, 657), (1500, 900)])
def test_that_the_box_is_never_outside_the_figure(qapp: object, width: int, height: int) -> None:
    frame = frame_of(dysprosium(), width, height)
    place = frame.layout
    for x in range(int(place.left), int(place.right) + 1, 7):
        told = read_out(frame, int(frame.axis.day(x)))
        rect = box_rect(frame, x, told)
        assert rect.left() >= 4
        assert rect.right() <= width - 3
        assert rect.top() >= 4
        assert rect.bottom() <= height
        assert not rect.left() - 2 < x < rect.right() + 2 or width < 800


def test_that_a_low_figure_counts_what_it_leaves_out(qapp: object) -> None:
    frame = frame_of(dysprosium(), 752, 320)
    told = [Told(str(n), "") for n in range(60)]
    lines = shown_lines(frame, told)
    assert len(lines) < 20
    assert lines[-1].name == f"and {60 - len(lines) + 1} more"


def test_that_it_follows_the_pointer_and_is_off_while_dragging(
    make_figure: MakeFigure, qtbot: QtBot
) -> None:
    figure = make_figure(dysprosium())
    mouse(figure, QEvent.Type.MouseMove, QPointF(400, 300))
    assert figure.canvas.pointed == 400
    mouse(figure, QEvent.Type.MouseButtonPress, QPointF(400, 300))
    assert figure.canvas.pointed is None
    mouse(figure, QEvent.Type.MouseMove, QPointF(430, 300))
    assert figure.canvas.pointed is None
    mouse(figure, QEvent.Type.MouseButtonRelease, QPointF(430, 300))
    mouse(figure, QEvent.Type.MouseMove, QPointF(431, 300))
    assert figure.canvas.pointed == 431
    mouse(figure, QEvent.Type.MouseMove, QPointF(50, 300))
    assert figure.canvas.pointed is None


def test_that_it_can_be_switched_off(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    mouse(figure, QEvent.Type.MouseMove, QPointF(400, 300))
    figure.set_crosshair(False)
    assert figure.canvas.pointed is None
    mouse(figure, QEvent.Type.MouseMove, QPointF(410, 300))
    assert figure.canvas.pointed is None


def test_that_it_paints_over_lanes_and_panes_and_changes_nothing_below(
    make_figure: MakeFigure,
) -> None:
    figure = make_figure(dysprosium())
    before = figure.canvas.grab().toImage()
    mouse(figure, QEvent.Type.MouseMove, QPointF(300.4, 500))
    with_it = figure.canvas.grab().toImage()
    place = shown(figure).layout
    for y in (int(place.lanes_top) + 2, int(place.axis) - 3):
        assert with_it.pixelColor(300, y) != before.pixelColor(300, y)
    mouse(figure, QEvent.Type.MouseMove, QPointF(5, 5))
    assert figure.canvas.grab().toImage() == before


def test_that_hovering_a_bar_shows_its_whole_label(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    cut = next(hit for hit in figure.hits() if hit.words and hit.place.left() > 120)
    mouse(figure, QEvent.Type.MouseMove, QPointF(cut.place.center()))
    assert figure.canvas.hovered is not None
    assert figure.canvas.hovered.words == cut.words
    whole = next(h for h in figure.hits() if h.key == "cn-2025-18-seven-ree" and h.place.x() > 120)
    assert whole.words == ""


def test_that_hovering_an_event_draws_its_line_through_everything(make_figure: MakeFigure) -> None:
    figure = make_figure(dysprosium())
    figure.set_crosshair(False)
    before = figure.canvas.grab().toImage()
    event = next(hit for hit in figure.hits() if hit.key == "ev-2025-05-geneva")
    mouse(figure, QEvent.Type.MouseMove, QPointF(event.place.center()))
    assert event.line is not None
    x, y = round(event.line), int(shown(figure).layout.axis) - 4
    after = figure.canvas.grab().toImage()
    assert any(after.pixelColor(x + dx, y) != before.pixelColor(x + dx, y) for dx in (-1, 0))


def test_that_a_cluster_tells_all_its_events_and_a_single_one_itself(
    make_figure: MakeFigure, qtbot: QtBot
) -> None:
    scene = dysprosium()
    twin = replace(scene.events[1], event="ev-twin", day=scene.events[1].day + 1)
    figure = make_figure(replace(scene, events=(*scene.events, twin)))
    cluster = next(hit for hit in figure.hits() if len(hit.keys) > 1)
    with (
        qtbot.waitSignal(figure.events_picked) as told,
        qtbot.assertNotEmitted(figure.event_picked),
    ):
        drag(figure, QPointF(cluster.place.center()))
    assert set(told.args[0]) == {"ev-twin", scene.events[1].event}
