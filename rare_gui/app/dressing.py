"""How the program dresses: which theme when, as the system or the user wants it, and its widgets.

Not for colours (`resources/themes`) nor for panels, which are told of another theme by the window.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QStyleHints
from PySide6.QtWidgets import QApplication, QToolTip

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import (
    OUTLINED,
    THEME_NAMES,
    Theme,
    load_theme,
    outlined_palette,
    palette,
    style_sheet,
)

AS_SYSTEM = ""
"""The choice of whoever has chosen no theme."""
LIGHT, DARK, HIGH_CONTRAST = "light", "dark", "high-contrast"
CHOICES = (
    (AS_SYSTEM, "As the system"),
    (LIGHT, "Light"),
    (DARK, "Dark"),
    (HIGH_CONTRAST, "High contrast"),
)
"""What a user may choose, with the words for it."""

_MOTIONS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


class Dressing(QObject):
    """Keeps the theme that is worn; `changed` carries another one when it has been put on.

    `wanted` is a name of THEME_NAMES or AS_SYSTEM, as settings keep it; anything else is taken for
    AS_SYSTEM. Needs a QApplication.
    """

    changed = Signal(Theme)

    def __init__(self, wanted: str = AS_SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted = _known(wanted)
        _tell_scheme(self._wanted)
        self._theme = self._fitting()
        dress(self._theme)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        if _tells_contrast(hints):
            hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def theme(self) -> Theme:
        """What is worn now."""
        return self._theme

    @property
    def wanted(self) -> str:
        """What the user chose."""
        return self._wanted

    def wear(self, wanted: str) -> None:
        """Wear a theme from now on, or again what the system wants."""
        self._wanted = _known(wanted)
        _tell_scheme(self._wanted)
        self._follow()

    def turn(self) -> None:
        """Dark becomes light, everything else dark."""
        self.wear(LIGHT if self._theme.is_dark else DARK)

    def _follow(self) -> None:
        theme = self._fitting()
        if theme != self._theme:
            self._theme = theme
            dress(theme)
            self.changed.emit(theme)

    def _fitting(self) -> Theme:
        return load_theme(self._wanted or system_theme(QGuiApplication.styleHints()))


def system_theme(hints: QStyleHints) -> str:
    """The name of the theme that the system asks for; light where it asks for nothing."""
    if _tells_contrast(hints):
        preference = hints.accessibility().contrastPreference()
        if preference is Qt.ContrastPreference.HighContrast:
            return HIGH_CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def dress(theme: Theme) -> None:
    """Give the application's own widgets, menus and tooltips the theme's colours."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        if not application.styleSheet():  # once: it has every widget polished anew, as a sheet has
            application.setStyle("Fusion")
        application.setPalette(palette(theme))
        for kind, token in OUTLINED:
            # its code takes the name as str, whatever PySide's stub says
            application.setPalette(outlined_palette(theme, token), kind)  # type: ignore[arg-type]
        application.setStyleSheet(style_sheet(theme))
        QToolTip.setPalette(palette(theme))
        QToolTip.setFont(font("ui"))


def redress(theme: Theme) -> None:
    """Dress in `theme` unless it is worn: putting it on takes a second when many pages are open."""
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.styleSheet() != style_sheet(theme):
        dress(theme)


def system_is_still() -> bool:
    """Whether the system asks for less motion, where Qt passes that on: on Windows alone.

    Elsewhere Qt's effects are off for want of a desktop, which says nothing of the user.
    """
    on_windows = QGuiApplication.platformName() == "windows"
    return on_windows and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


class Stillness:
    """Lets menus, lists and tooltips appear at once instead of rolling or fading in."""

    def __init__(self) -> None:
        self._held: tuple[Qt.UIEffect, ...] = ()

    def keep(self, still: bool) -> None:
        """Be still, or move again as before."""
        for motion in self._held:
            QApplication.setEffectEnabled(motion, True)
        self._held = ()
        if still:
            self._held = tuple(one for one in _MOTIONS if QApplication.isEffectEnabled(one))
            for motion in self._held:
                QApplication.setEffectEnabled(motion, False)


def _known(wanted: str) -> str:
    return wanted if wanted in THEME_NAMES else AS_SYSTEM


def _tells_contrast(hints: QStyleHints) -> bool:
    """From Qt 6.10 on it does."""
    return hasattr(hints, "accessibility")


def _tell_scheme(wanted: str) -> None:
    """Have the system's own parts, title bars and file dialogs, agree with the theme."""
    hints = QGuiApplication.styleHints()
    if wanted == AS_SYSTEM:
        hints.unsetColorScheme()
        return
    is_dark = load_theme(wanted).is_dark
    hints.setColorScheme(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)
