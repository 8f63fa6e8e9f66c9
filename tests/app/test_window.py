"""The real window with the shipped data: gestures change the session, panels follow."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.app.main import build
from rare_gui.app.opening import Opening
from rare_gui.app.presenter import Presenter, View
from rare_gui.app.session import Session
from rare_gui.app.start import first_selection, furnished_window
from rare_gui.app.steps import stepped
from rare_gui.app.window import Window, fitting_size
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.own_note import new_note
from rare_gui.domain.vocabulary import LegalState, SupplyForm
from rare_gui.figures.theme import load_theme
from rare_gui.intake.places import shipped_package
from rare_gui.panels.changes.panel import ChangesPanel
from rare_gui.panels.cliffs.board import CliffBoard
from rare_gui.panels.evidence.drawer import EvidenceDrawer
from rare_gui.panels.header.panel import HeaderPanel
from rare_gui.panels.listing.panel import ListPanel
from rare_gui.panels.materials.browser import MaterialBrowser
from rare_gui.panels.notes.editor import NoteEditor
from rare_gui.panels.pieces.flow_text import FlowText
from rare_gui.panels.scenario.panel import ScenarioPanel
from rare_gui.panels.status.notice import NoticeBar
from rare_gui.panels.timeline.panel import TimelinePanel
from rare_gui.panels.timeline.time_banner import TimeBanner
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.impact.exposure import exposure_scene
from rare_gui.scenes.materials.scene import materials_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.scene import timeline_scene

DAY = date(2026, 11, 23)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = build()
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


class Recorder:
    """A panel that counts what it is handed."""

    def __init__(self) -> None:
        self.scenes: list[object] = []

    def show_scene(self, scene: object) -> None:
        self.scenes.append(scene)


def recorded(dataset: Dataset) -> tuple[Session, dict[str, Recorder], Presenter]:
    panels = {name: Recorder() for name in ("browser", "header", "timeline", "impact")}
    session = Session(dataset, Selection("dysprosium", DAY))
    views = [
        View(panels["browser"], materials_scene),
        View(panels["header"], header_scene),
        View(panels["timeline"], timeline_scene, "timeline"),
        View(panels["impact"], exposure_scene),
    ]
    return session, panels, Presenter(session, views)


@pytest.mark.usefixtures("qapp")
def test_that_only_scenes_that_differ_are_shown(dataset: Dataset) -> None:
    session, panels, _presenter = recorded(dataset)
    assert all(len(panel.scenes) == 1 for panel in panels.values())
    session.select(all_lanes=True)
    changed = {name for name, panel in panels.items() if len(panel.scenes) == 2}
    assert changed == {"timeline"}


@pytest.mark.usefixtures("qapp")
def test_that_another_sector_repaints_the_impact_panel_alone(dataset: Dataset) -> None:
    session, panels, _presenter = recorded(dataset)
    session.select(sector="motor_vehicle_parts")
    assert {n for n, p in panels.items() if len(p.scenes) == 2} == {"impact"}


def test_that_a_material_picked_in_the_browser_is_shown_everywhere(window: Window) -> None:
    browser = window.findChild(MaterialBrowser)
    browser.material_picked.emit("gallium")
    assert window.session.selection.material == "gallium"
    assert "Gallium" in window.windowTitle()


def test_that_a_chip_chooses_the_form_that_gives_it_its_state(window: Window) -> None:
    browser = window.findChild(MaterialBrowser)
    browser.material_and_column_picked.emit("neodymium", 5)
    assert window.session.selection.form == "technology"


def test_that_dragging_the_cursor_moves_the_as_of_day(window: Window) -> None:
    panel = window.findChild(TimelinePanel)
    panel.day_picked.emit(axis_day(date(2025, 7, 12)))
    assert window.session.selection.as_of == date(2025, 7, 12)
    assert "12 July 2025" in window.windowTitle()


def test_that_a_typed_day_moves_it_too_and_a_wrong_one_gives_a_hint(window: Window) -> None:
    from rare_gui.app.toolbar import read_typed_day

    assert read_typed_day("2025-07-12") == date(2025, 7, 12)
    assert "2025-07-12" in str(read_typed_day("12/07"))
    window.toolbar.day.day_typed.emit(date(2025, 7, 12))
    assert window.session.selection.as_of == date(2025, 7, 12)


def test_that_back_and_forward_walk_the_views(window: Window, qtbot: QtBot) -> None:
    window.session.select(material="gallium")
    qtbot.mouseClick(window.toolbar.back, Qt.MouseButton.LeftButton)
    assert window.session.selection.material == "dysprosium"
    qtbot.mouseClick(window.toolbar.forward, Qt.MouseButton.LeftButton)
    assert window.session.selection.material == "gallium"


def test_that_a_range_and_all_lanes_can_be_asked_for(window: Window) -> None:
    panel = window.findChild(TimelinePanel)
    panel.range_asked.emit("all")
    assert window.session.selection.window == (date(2010, 1, 1), date(2030, 1, 1))
    panel.all_lanes_asked.emit(True)
    assert window.session.selection.all_lanes


def drawer_words(drawer: EvidenceDrawer) -> str:
    return " ".join(text.toPlainText() for text in drawer.findChildren(FlowText))


def test_that_a_source_mark_names_the_source(window: Window) -> None:
    window.findChild(HeaderPanel).source_picked.emit("mofcom-2025-18")
    drawer = window.findChild(EvidenceDrawer)
    assert drawer.isVisible()
    assert "Announcement No. 18" in drawer_words(drawer)


def test_that_time_travel_is_unmistakable_and_esc_returns(window: Window, qtbot: QtBot) -> None:
    banner = window.findChild(TimeBanner)
    window.session.select(as_of=date(2025, 7, 12), known_on=date(2025, 7, 12))
    assert banner.isVisible()
    assert "as known on 12 July 2025, later facts hidden" in banner.accessibleName()
    QApplication.processEvents()
    framed = window.grab().toImage()
    edge = window.centralWidget().mapTo(window, QPoint(1, 300))
    assert framed.pixelColor(edge) == window.theme.color("ink")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.session.selection.as_of == date.today()
    assert window.session.selection.known_on is None
    assert not banner.isVisible()


def test_that_the_banner_switches_what_was_known_and_how_later_facts_look(window: Window) -> None:
    banner = window.findChild(TimeBanner)
    window.session.select(as_of=date(2025, 7, 12))
    banner.knowledge_asked.emit(True)
    assert window.session.selection.known_on == date(2025, 7, 12)
    banner.ghosts_asked.emit(True)
    assert window.session.selection.ghosts
    banner.knowledge_asked.emit(False)
    assert window.session.selection.known_on is None


def test_that_the_known_on_day_is_typed_cleared_and_stepped(window: Window, qtbot: QtBot) -> None:
    window.toolbar.known.day_typed.emit(date(2025, 10, 15))
    assert window.session.selection.known_on == date(2025, 10, 15)
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert window.session.selection.known_on == date(2025, 10, 16)
    window.toolbar.known.cleared.emit()
    assert window.session.selection.known_on is None


def test_that_the_theme_changes_everything_at_once(window: Window) -> None:
    before = window.grab().toImage()
    window.apply_theme(load_theme("dark"))
    after = window.grab().toImage()
    assert before.pixelColor(5, 450) != after.pixelColor(5, 450)
    assert after.pixelColor(5, 450) == load_theme("dark").color("panel")


def test_that_a_narrow_window_makes_room_and_the_pane_can_be_brought_back(
    window: Window, qtbot: QtBot
) -> None:
    from rare_gui.panels.impact.panel import ImpactPanel

    impact = window.findChild(ImpactPanel)
    assert impact.isVisible()
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: not impact.isVisible())
    window.commands.trigger("view.right")
    assert impact.isVisible()


@pytest.mark.usefixtures("qapp")
def test_that_steps_lead_to_the_next_day_week_month_or_event(dataset: Dataset) -> None:
    view = Selection("gallium", date(2026, 1, 31))
    assert stepped(dataset, view, "day", 1) == date(2026, 2, 1)
    assert stepped(dataset, view, "week", -1) == date(2026, 1, 24)
    assert stepped(dataset, view, "month", 1) == date(2026, 2, 28)
    assert stepped(dataset, view, "month", -1) == date(2025, 12, 31)
    late = Selection("gallium", date(2026, 11, 24))
    assert stepped(dataset, late, "event", 1) == date(2026, 11, 27)


@pytest.mark.usefixtures("qapp")
def test_that_the_first_view_is_dysprosium_today(dataset: Dataset) -> None:
    today = date.today()
    assert first_selection(dataset, today) == Selection("dysprosium", today)
    far = first_selection(dataset, date(2100, 1, 1))
    assert far.as_of - timedelta(0) <= date(2030, 1, 1)


def test_that_a_package_that_cannot_be_opened_is_told_in_the_window(qtbot: QtBot) -> None:
    window = Window(load_theme("light"))
    qtbot.addWidget(window)
    window.refuse("the folder holds no datapackage.json")
    window.show()
    assert "datapackage.json" in window.centralWidget().text()  # type: ignore[attr-defined]


def test_that_a_package_that_cannot_be_opened_leaves_the_one_before_open(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    before = window.session.dataset
    window.findChild(Opening).open(tmp_path)
    notice = window.findChild(NoticeBar)
    qtbot.waitUntil(notice.isVisible)
    assert window.session.dataset is before
    assert "stays open" in _words(notice)


def test_that_another_package_takes_the_place_of_the_first(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "a package of my own"
    shutil.copytree(shipped_package(), folder)
    before = window.session.dataset
    with qtbot.waitSignal(window.findChild(Opening).shown):
        window.findChild(Opening).open(folder)
    assert window.session.dataset is not before


def _words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_that_each_page_is_made_when_asked_for_and_follows_the_selection(window: Window) -> None:
    for page, panel in (
        ("list", ListPanel),
        ("cliffs", CliffBoard),
        ("changes", ChangesPanel),
        ("whatif", ScenarioPanel),
    ):
        assert window.findChild(panel) is None
        window.toolbar.views.picked.emit(page)
        assert window.findChild(panel).isVisible()
    window.session.back()
    assert window.findChild(ChangesPanel).isVisible()


def test_that_a_what_if_changes_what_everything_shows_and_can_be_taken_back(
    window: Window,
) -> None:
    window.session.select(material="gallium", as_of=date(2026, 11, 28), view="whatif")
    panel = window.findChild(ScenarioPanel)
    panel.opened.emit("truce-lapses")
    banner = window.findChild(TimeBanner)
    assert "What if the truce lapses" in banner.accessibleName()
    run = legal_state(
        window.session.dataset.law, "gallium", SupplyForm.METAL, as_of=date(2026, 11, 28)
    )
    assert run.state is LegalState.PROHIBITED
    window.session.back()
    assert window.session.scenario is None
    assert window.session.dataset is window.session.base


def test_that_a_what_if_that_cannot_be_applied_shows_the_law_as_it_is(window: Window) -> None:
    window.session.select(scenario="Odd | lapses measure=no-such-measure day=2026-12-01")
    assert window.session.dataset is window.session.base
    assert window.session.scenario_fault


def test_that_notes_are_kept_and_shown_on_the_timeline(window: Window) -> None:
    gestures, _pages = window.kept
    gestures._telling._keeping.save(new_note(date(2025, 4, 4), "Call the magnet maker"))  # type: ignore[attr-defined]
    figure = window.findChild(TimelinePanel).figure
    assert [mark.label for mark in figure.frame_shown.scene.notes] == ["Call the magnet maker"]
    gestures.edit_note(figure.frame_shown.scene.notes[0].note)  # type: ignore[attr-defined]
    editor = window.findChild(NoteEditor)
    assert editor.isVisible()
    assert isinstance(editor.focusWidget(), QPlainTextEdit), "what is typed goes into the note"


@pytest.mark.parametrize("name", ["notes.jsonl", "watch-list.json"])
def test_that_a_damaged_file_of_the_user_is_told_at_the_start(
    qtbot: QtBot, dataset: Dataset, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("{broken", encoding="utf-8")
    window = furnished_window(dataset, Selection("dysprosium", DAY), folder=tmp_path)
    qtbot.addWidget(window)
    bar = window.findChild(NoticeBar)
    assert f"{name} was damaged" in bar.said
    assert f"it is now {name}.damaged-" in bar.said


def test_that_comparing_with_today_opens_the_changes(window: Window) -> None:
    window.session.select(as_of=date(2025, 7, 12))
    window.findChild(TimeBanner).comparison_asked.emit()
    selection = window.session.selection
    assert (selection.view, selection.compared_to) == ("changes", date(2025, 7, 12))


def test_that_a_group_folds_and_opens(window: Window) -> None:
    figure = window.findChild(TimelinePanel).figure
    figure.group_folded.emit("others")
    assert window.session.selection.folded == ("others",)
    figure.group_folded.emit("others")
    assert window.session.selection.folded == ()


def test_that_an_event_tells_what_the_exports_did_around_it(window: Window) -> None:
    window.findChild(TimelinePanel).event_picked.emit("ev-2025-04-04-ree")
    said = drawer_words(window.findChild(EvidenceDrawer))
    assert "seven rare earths" in said
    assert "cannot tell" in said or "%" in said


def test_that_changes_since_the_last_export_begin_at_its_day(
    window: Window, tmp_path: Path
) -> None:
    window.exports.since_last()  # type: ignore[union-attr]
    assert window.session.selection.view == "timeline"
    window.session.select(as_of=date(2025, 9, 1))
    assert window.exports.save("timeline", "light", tmp_path / "x.png")  # type: ignore[union-attr]
    window.session.select(as_of=date(2025, 12, 1))
    window.exports.since_last()  # type: ignore[union-attr]
    assert window.session.selection.compared_to == date(2025, 9, 1)


@pytest.mark.parametrize("width", [900, 1024, 1440])
def test_that_every_button_of_the_toolbar_is_seen_at_every_width(
    window: Window, qtbot: QtBot, width: int
) -> None:
    window.resize(width, 700)
    toolbar = window.toolbar
    qtbot.waitUntil(lambda: toolbar.width() == width)
    QApplication.processEvents()
    for button in (toolbar.menu, toolbar.back, toolbar.panes, toolbar.theme, toolbar.export):
        assert button.isVisible()
        assert button.geometry().right() <= toolbar.width()


def test_that_brackets_step_to_the_changes_of_the_material_and_say_when_there_is_none(
    window: Window, qtbot: QtBot
) -> None:
    window.session.select(material="gallium", as_of=date(2026, 11, 23))
    figure = window.findChild(TimelinePanel).figure
    qtbot.keyClick(figure, Qt.Key.Key_BracketRight)
    assert window.session.selection.as_of == date(2026, 11, 27)
    qtbot.keyClick(figure, Qt.Key.Key_BracketRight)
    assert window.session.selection.as_of == date(2026, 11, 27)
    notice = window.findChild(NoticeBar)
    assert notice.isVisible()
    assert "Gallium: no change of state and no dated clause after this day." in _words(notice)
    qtbot.keyClick(figure, Qt.Key.Key_BracketLeft)
    assert window.session.selection.as_of == date(2025, 11, 9)


def test_that_f6_goes_round_the_panes_that_are_seen_and_shift_f6_back(
    window: Window, qtbot: QtBot
) -> None:
    from rare_gui.panels.impact.panel import ImpactPanel

    window.activateWindow()
    panes: list[QWidget] = [
        window.findChild(MaterialBrowser),
        window.findChild(TimelinePanel),
        window.findChild(ImpactPanel),
    ]

    def focused() -> int:
        at = QApplication.focusWidget()
        return next(n for n, pane in enumerate(panes) if pane is at or pane.isAncestorOf(at))

    panes[0].setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    shift = Qt.KeyboardModifier.ShiftModifier
    for keys, there in ((None, 1), (None, 2), (None, 0), (shift, 2), (shift, 1)):
        qtbot.keyClick(window, Qt.Key.Key_F6, keys or Qt.KeyboardModifier.NoModifier)
        assert focused() == there
    window.commands.trigger("view.right")
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert focused() == 0


def test_that_the_filter_key_goes_to_the_cliff_boards_field_only_from_the_board(
    window: Window, qtbot: QtBot
) -> None:
    window.session.select(view="cliffs")
    board, browser = window.findChild(CliffBoard), window.findChild(MaterialBrowser)
    control = Qt.KeyboardModifier.ControlModifier
    board.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, control)
    assert board.isAncestorOf(QApplication.focusWidget())
    browser.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, control)
    assert browser.isAncestorOf(QApplication.focusWidget())


def test_that_a_window_in_time_travel_has_one_frame_and_not_two(window: Window) -> None:
    window.session.select(as_of=date(2025, 7, 12), known_on=date(2025, 7, 12))
    QApplication.processEvents()
    figure = window.findChild(TimelinePanel).figure
    picture = window.grab().toImage()
    ink = window.theme.color("ink")
    for at in (QPoint(1, 200), QPoint(figure.width() - 2, 200), QPoint(200, 1)):
        assert picture.pixelColor(figure.mapTo(window, at)) != ink


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((1920, 1080), (1440, 900)),
        ((1440, 900), (1432, 868)),
        ((1366, 728), (1358, 696)),
        ((800, 600), (900, 600)),
    ],
)
def test_that_a_first_window_fits_the_screen_with_its_frame(
    screen: tuple[int, int], size: tuple[int, int]
) -> None:
    fitted = fitting_size(QSize(*screen), QSize(8, 32))
    assert (fitted.width(), fitted.height()) == size
