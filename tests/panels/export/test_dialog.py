from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.export.caption import ExportCaption
from rare_gui.panels.export.dialog import ExportDialog
from rare_gui.scenes.pictures.export_form import AS_WINDOW, VIEW, ExportChoices, export_form

KINDS = ("timeline", "card", "cliffs", "window")
FORM = export_form(ExportChoices(), "timeline", KINDS, ("png", "svg", "pdf"))
Shown = Callable[..., QWidget]


@pytest.fixture
def dialog(light: Theme, shown: Shown) -> ExportDialog:
    made = ExportDialog(light, FORM)
    shown(made, 1024, 640)
    return made


def button(dialog: ExportDialog, name: str) -> QAbstractButton:
    """The one that is seen and told by this name."""
    found = [
        one
        for one in dialog.findChildren(QAbstractButton)
        if name in (one.text(), one.accessibleName()) and one.isVisible()
    ]
    assert len(found) == 1, [one.accessibleName() for one in found]
    return found[0]


def has_fault(dialog: ExportDialog, words: str) -> bool:
    return any(one.text() == words and one.isVisible() for one in dialog.findChildren(QLabel))


def test_that_the_dialog_shows_the_choices_it_was_given(dialog: ExportDialog) -> None:
    chosen = ExportChoices(
        "cliffs", "a4-landscape", "300dpi", AS_WINDOW, "pdf", True, True, True, True, False, "/x"
    )
    dialog.show_form(replace(FORM, choices=chosen))
    assert dialog.choices == chosen
    dialog.show_form(FORM)
    assert dialog.choices == ExportChoices()


@pytest.mark.parametrize(
    ("press", "expected"),
    [
        ("Impact card", {"what": "card"}),
        ("Window", {"what": "window"}),
        ("A4, landscape", {"size": "a4-landscape"}),
        ("4×", {"scale": "4x"}),
        ("300 dpi", {"scale": "300dpi"}),
        ("Dark", {"theme": "dark"}),
        ("As window", {"theme": AS_WINDOW}),
        ("SVG", {"format": "svg"}),
        ("All in one zip", {"zipped": True}),
        ("Link back to this view: stored inside the file; opens here again", {"with_view": False}),
    ],
)
def test_that_a_press_chooses_and_asks_for_another_preview(
    dialog: ExportDialog, qtbot: QtBot, press: str, expected: dict[str, object]
) -> None:
    with qtbot.waitSignal(dialog.changed):
        button(dialog, press).click()
    assert dialog.choices == replace(ExportChoices(), **expected)  # type: ignore[arg-type]


def test_that_a_panel_is_chosen_from_those_that_there_are(dialog: ExportDialog) -> None:
    button(dialog, "Panel").click()
    listed = dialog._fields._panel
    assert [listed.itemData(n) for n in range(listed.count())] == ["timeline", "cliffs"]
    listed.setCurrentIndex(1)
    assert dialog.choices.what == "cliffs"
    button(dialog, "View").click()
    assert dialog.choices.what == VIEW
    assert not listed.isVisible()


def test_that_a_custom_size_begins_with_what_was_seen_and_has_units(dialog: ExportDialog) -> None:
    button(dialog, "A4, upright").click()
    button(dialog, "Custom size in px or mm").click()
    assert dialog.choices.size == "794x1123px"
    button(dialog, "Millimetres").click()
    assert dialog.choices.size == "210x297mm"
    width = next(one for one in dialog.findChildren(QSpinBox) if one.accessibleName() == "Width")
    width.setValue(100)
    assert dialog.choices.size == "100x297mm"


def test_that_a_size_being_typed_counts(dialog: ExportDialog, qtbot: QtBot) -> None:
    button(dialog, "Custom size in px or mm").click()
    qtbot.keyClicks(dialog.focusWidget(), "1200")
    assert dialog.choices.size == "1200x900px"


def test_that_provenance_cannot_be_switched_off(dialog: ExportDialog) -> None:
    box = next(
        one
        for one in dialog.findChildren(QAbstractButton)
        if one.accessibleName().startswith("Provenance")
    )
    assert box.isChecked()
    assert not box.isEnabled()


def test_that_the_default_title_gives_way_to_the_users_and_comes_back(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    caption = dialog.findChild(ExportCaption)
    dialog.show_default_title("Raw dysprosium dwindles")
    assert caption.toPlainText() == "Raw dysprosium dwindles"
    assert dialog.title is None
    caption.selectAll()
    with qtbot.waitSignal(dialog.changed):
        qtbot.keyClicks(caption, "Mine <b>own</b>")
    assert dialog.title == "Mine <b>own</b>"
    dialog.show_default_title("Another default")
    assert dialog.title == "Mine <b>own</b>"
    caption.clear()
    assert dialog.title is None
    dialog.forget_title()
    assert caption.toPlainText() == "Another default"


def test_that_enter_saves_also_from_the_caption(dialog: ExportDialog, qtbot: QtBot) -> None:
    caption = dialog.findChild(ExportCaption)
    for place in (caption, button(dialog, "Save PNG")):
        place.setFocus()
        with qtbot.waitSignal(dialog.save_asked) as asked:
            qtbot.keyClick(place, Qt.Key.Key_Return)
        assert asked.args == [False]
    assert caption.toPlainText() == ""


def test_that_the_main_button_names_what_is_saved(dialog: ExportDialog) -> None:
    button(dialog, "PDF").click()
    assert button(dialog, "Save PDF").isVisible()
    button(dialog, "All in one zip").click()
    assert button(dialog, "Save ZIP").isVisible()


def test_that_a_fault_is_told_under_the_buttons_and_offers_to_replace(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    dialog.show_fault("x.png is there already.", can_replace=True)
    assert has_fault(dialog, "x.png is there already.")
    with qtbot.waitSignal(dialog.save_asked) as asked:
        button(dialog, "Replace").click()
    assert asked.args == [True]
    button(dialog, "SVG").click()
    assert not has_fault(dialog, "x.png is there already.")
    dialog.show_fault("The disk is full.")
    assert not any(
        one.text() == "Replace" and one.isVisible() for one in dialog.findChildren(QPushButton)
    )


def test_that_the_preview_keeps_the_proportions_and_tells_its_scale(dialog: ExportDialog) -> None:
    image = QImage(3200, 1800, QImage.Format.Format_RGB32)
    image.fill(QColor("#c01234"))
    dialog.show_picture(image, "3200 × 1800 px", "Dysprosium. A licence.", 3200)
    sheet = dialog._preview._sheet
    assert sheet.accessibleDescription() == "Dysprosium. A licence."
    pixels = sheet.grab().toImage()
    red = [
        (x, y)
        for x in range(0, pixels.width(), 4)
        for y in range(0, pixels.height(), 4)
        if pixels.pixelColor(x, y) == QColor("#c01234")
    ]
    wide = max(x for x, _ in red) - min(x for x, _ in red)
    high = max(y for _, y in red) - min(y for _, y in red)
    assert wide / high == pytest.approx(16 / 9, rel=0.05)
    share = round(100 * sheet.shown_width() / 3200)
    assert any(one.text() == f"Preview {share} % of output" for one in dialog.findChildren(QLabel))


def test_that_an_old_preview_fades_until_the_next_one_is_there(dialog: ExportDialog) -> None:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#c01234"))
    sheet = dialog._preview._sheet
    dialog.show_picture(image, "", "", 400)
    middle = QPoint(sheet.width() // 2, sheet.height() // 2)
    assert sheet.grab().toImage().pixelColor(middle) == QColor("#c01234")
    dialog.wait()
    assert sheet.grab().toImage().pixelColor(middle) != QColor("#c01234")
    dialog.show_picture(image, "", "", 400)
    assert sheet.grab().toImage().pixelColor(middle) == QColor("#c01234")


def test_that_the_focus_goes_from_top_to_bottom(dialog: ExportDialog) -> None:
    wanted = ["The page looked at", "16:9, 1600 by 900 px", "1 pixels", "Light", "Caption", "Data",
              "PNG", "Save to", "Copy", "Cancel", "Save PNG"]  # fmt: skip
    dialog.show_path(Path("/x/y.png"))
    names: list[str] = []
    widget = dialog.nextInFocusChain()
    while widget is not dialog:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            names.append(widget.accessibleName() or getattr(widget, "text", str)())
        widget = widget.nextInFocusChain()
    places = [next(n for n, name in enumerate(names) if name.startswith(one)) for one in wanted]
    assert places == sorted(places), names
    assert all(names), names


@pytest.mark.parametrize("what", ["view", "cliffs"])
@pytest.mark.parametrize("size", ["16:9", "123x456mm"])
def test_that_nothing_is_cut_in_the_smallest_window(
    dialog: ExportDialog, what: str, size: str
) -> None:
    """Beside the height, which scrolls when a fault takes a line."""
    dialog.show_form(replace(FORM, choices=ExportChoices(what=what, size=size)))
    fields = dialog._fields
    assert fields.minimumSizeHint().width() <= fields.width()
    assert fields.sizeHint().height() <= fields.parentWidget().height()
    for one in fields.findChildren(QWidget):
        if one.isVisible() and isinstance(one, QAbstractButton):
            assert one.width() >= one.minimumSizeHint().width() or one.text() in ("", "Panel")
            right = one.mapTo(fields, QPoint(one.width(), 0)).x()
            assert right <= fields.width()


def test_that_a_long_file_name_keeps_its_end_and_its_whole_path(dialog: ExportDialog) -> None:
    path = Path("/home/somebody/Pictures") / f"{'long-' * 40}name.png"
    dialog.show_path(path)
    place = button(dialog, f"Save to {path}. Change")
    assert place.toolTip() == str(path)


def test_that_the_themes_differ(dialog: ExportDialog, dark: Theme) -> None:
    light = dialog.grab().toImage()
    dialog.apply_theme(dark)
    assert dialog.grab().toImage() != light
