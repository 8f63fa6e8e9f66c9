"""Which theme is worn when: the user's choice, else what the system asks for, live."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QMenu,
    QRadioButton,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from rare_gui.app import dressing
from rare_gui.app.dressing import AS_SYSTEM, CHOICES, Dressing, dress, redress, system_theme
from rare_gui.figures.theme import THEME_NAMES, contrast, load_theme


class SystemAccess(QObject):
    contrastPreferenceChanged = Signal(Qt.ContrastPreference)  # noqa: N815

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.preference = Qt.ContrastPreference.NoPreference

    def contrastPreference(self) -> Qt.ContrastPreference:
        return self.preference


class System(QObject):
    """What Qt tells of the desktop; the offscreen platform has none that could be changed."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815

    def __init__(self) -> None:
        super().__init__()
        self.scheme, self.asked = Qt.ColorScheme.Unknown, Qt.ColorScheme.Unknown
        self.access = SystemAccess(self)

    def colorScheme(self) -> Qt.ColorScheme:
        return self.scheme if self.asked is Qt.ColorScheme.Unknown else self.asked

    def accessibility(self) -> SystemAccess:
        return self.access

    def setColorScheme(self, scheme: Qt.ColorScheme) -> None:
        self.asked = scheme
        self.colorSchemeChanged.emit(scheme)

    def unsetColorScheme(self) -> None:
        self.asked = Qt.ColorScheme.Unknown

    def becomes(self, scheme: Qt.ColorScheme) -> None:
        self.scheme = scheme
        self.colorSchemeChanged.emit(scheme)

    def wants_contrast(self, preference: Qt.ContrastPreference) -> None:
        self.access.preference = preference
        self.access.contrastPreferenceChanged.emit(preference)


class OldSystem(QObject):
    """Qt before 6.10 does not tell of contrast."""

    colorSchemeChanged = Signal(Qt.ColorScheme)  # noqa: N815

    def colorScheme(self) -> Qt.ColorScheme:
        return Qt.ColorScheme.Dark


@pytest.fixture
def system(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[System]:
    made = System()

    monkeypatch.setattr(QGuiApplication, "styleHints", staticmethod(lambda: made))
    yield made
    dress(load_theme("light"))


def test_that_the_theme_follows_the_system_while_the_program_runs(system: System) -> None:
    worn, seen = Dressing(), list[str]()
    worn.changed.connect(lambda theme: seen.append(theme.name))
    assert worn.theme.name == "light"
    system.becomes(Qt.ColorScheme.Dark)
    system.becomes(Qt.ColorScheme.Light)
    assert seen == ["dark", "light"]


def test_that_a_system_that_asks_for_contrast_gets_it_and_back(system: System) -> None:
    worn = Dressing()
    system.wants_contrast(Qt.ContrastPreference.HighContrast)
    assert worn.theme.name == "high-contrast"
    system.becomes(Qt.ColorScheme.Dark)
    assert worn.theme.name == "high-contrast"
    system.wants_contrast(Qt.ContrastPreference.NoPreference)
    assert worn.theme.name == "dark"


@pytest.mark.parametrize("wanted", THEME_NAMES)
def test_that_a_chosen_theme_stays_whatever_the_system_does(system: System, wanted: str) -> None:
    worn = Dressing(wanted)
    system.becomes(Qt.ColorScheme.Dark)
    system.becomes(Qt.ColorScheme.Light)
    system.wants_contrast(Qt.ContrastPreference.HighContrast)
    assert (worn.theme.name, worn.wanted) == (wanted, wanted)


def test_that_the_systems_own_parts_are_told_of_a_chosen_theme(system: System) -> None:
    worn = Dressing("high-contrast")
    assert system.asked is Qt.ColorScheme.Dark
    worn.wear("light")
    assert system.asked is Qt.ColorScheme.Light
    worn.wear(AS_SYSTEM)
    assert system.asked is Qt.ColorScheme.Unknown


def test_that_giving_up_a_choice_returns_to_what_the_system_wants(system: System) -> None:
    system.becomes(Qt.ColorScheme.Dark)
    worn = Dressing("light")
    worn.wear(AS_SYSTEM)
    assert (worn.theme.name, worn.wanted) == ("dark", AS_SYSTEM)


def test_that_turning_goes_between_light_and_dark(system: System) -> None:
    worn = Dressing("high-contrast")
    names = []
    for _ in range(3):
        worn.turn()
        names.append(worn.theme.name)
    assert names == ["light", "dark", "light"]


def test_that_the_same_theme_again_is_silent(system: System) -> None:
    worn, seen = Dressing("dark"), []
    worn.changed.connect(seen.append)
    worn.wear("dark")
    system.becomes(Qt.ColorScheme.Dark)
    assert seen == []


@pytest.mark.parametrize("unknown", ["sepia", "../secrets", "Dark"])
def test_that_an_unknown_choice_follows_the_system(system: System, unknown: str) -> None:
    assert Dressing(unknown).wanted == AS_SYSTEM


def test_that_an_older_qt_without_contrast_is_followed_too() -> None:
    assert system_theme(OldSystem()) == "dark"  # type: ignore[arg-type]


def test_that_every_theme_can_be_chosen_in_words() -> None:
    assert {name for name, _ in CHOICES} == {AS_SYSTEM, *THEME_NAMES}
    assert all(words for _, words in CHOICES)


def test_that_a_theme_that_is_worn_is_not_put_on_again(qtbot: QtBot) -> None:
    class Counting(QWidget):
        polished = 0

        def changeEvent(self, event: QEvent) -> None:
            self.polished += event.type() == QEvent.Type.StyleChange

    dress(load_theme("light"))
    seen = Counting()
    qtbot.addWidget(seen)
    seen.ensurePolished()
    dress(load_theme("dark"))
    first = seen.polished
    redress(load_theme("dark"))
    assert 0 < first == seen.polished
    dress(load_theme("light"))


@pytest.mark.parametrize("name", THEME_NAMES)
def test_that_menus_and_tooltips_are_dressed_too(qtbot: QtBot, name: str) -> None:
    theme = load_theme(name)
    dress(theme)
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("Export")
    menu.ensurePolished()
    seen = menu.grab().toImage()
    assert seen.pixelColor(seen.width() // 2, 3) == theme.color("raised")
    shown = QToolTip.palette().color(QPalette.ColorRole.ToolTipText)
    assert shown == theme.color("ink")
    dress(load_theme("light"))


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_that_an_empty_box_is_seen_in_every_theme(
    qtbot: QtBot, name: str, kind: type[QAbstractButton]
) -> None:
    theme = load_theme(name)
    dress(theme)
    box = kind()
    qtbot.addWidget(box)
    box.resize(20, 20)
    seen = box.grab().toImage()
    middle = [seen.pixelColor(x, seen.height() // 2) for x in range(seen.width())]
    dress(load_theme("light"))
    assert max(contrast(color, theme.color("panel")) for color in middle) >= 3


def test_that_being_still_switches_the_effects_off_until_they_are_wanted_again(
    qtbot: QtBot,
) -> None:
    effects = (Qt.UIEffect.UI_General, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo)
    before = [QApplication.isEffectEnabled(effect) for effect in effects]
    for effect in effects:
        QApplication.setEffectEnabled(effect, True)
    stillness = dressing.Stillness()
    stillness.keep(True)
    still = [QApplication.isEffectEnabled(effect) for effect in effects[1:]]
    stillness.keep(False)
    moving = [QApplication.isEffectEnabled(effect) for effect in effects[1:]]
    for effect, was in zip(effects, before, strict=True):
        QApplication.setEffectEnabled(effect, was)
    assert (still, moving) == ([False, False], [True, True])
