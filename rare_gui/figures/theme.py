"""Colours by token, fonts by role, and the palette and style sheet that make Qt's widgets match.

Imported before the first window is painted: nothing heavy (pyqtgraph, pandas) comes in here.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache

from PySide6.QtGui import QColor, QPalette

from rare_gui.figures.fonts import font
from rare_gui.figures.resources import resource_path

__all__ = ["THEME_NAMES", "Theme", "contrast", "font", "load_theme", "palette", "style_sheet"]

THEME_NAMES = tuple(sorted(file.stem for file in resource_path("themes").glob("*.json")))
"""Every theme there is a file for; the command line offers the same."""


@dataclass(frozen=True)
class Theme:
    """A named set of colours; two themes of one name are equal."""

    name: str
    tokens: dict[str, QColor] = field(compare=False, repr=False)

    def color(self, token: str) -> QColor:
        """The colour of a token such as `lic`, `on-lic` or `time-soft`.

        It is shared: copy it before changing it. Raises KeyError for an unknown token.
        """
        return self.tokens[token]

    def faded(self, token: str, opacity: float) -> QColor:
        """A copy of the token's colour with an opacity from 0 to 1."""
        color = QColor(self.tokens[token])
        color.setAlphaF(opacity)
        return color

    def mixed(self, token: str, share: float, ground: str = "panel") -> QColor:
        """The opaque colour of `token` laid over `ground` with an opacity of `share` (0 to 1)."""
        top, under = self.tokens[token], self.tokens[ground]
        return QColor.fromRgbF(
            top.redF() * share + under.redF() * (1 - share),
            top.greenF() * share + under.greenF() * (1 - share),
            top.blueF() * share + under.blueF() * (1 - share),
        )

    def most_legible(self, ground: QColor, *tokens: str) -> QColor:
        """That of the tokens' colours which has the highest contrast (WCAG) on `ground`."""
        return max((self.tokens[token] for token in tokens), key=lambda one: contrast(one, ground))

    @property
    def is_dark(self) -> bool:
        """Whether texts are lighter than what they stand on."""
        return _luminance(self.tokens["panel"]) < _luminance(self.tokens["ink"])


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(color: QColor) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def load_theme(name: str) -> Theme:
    """A theme of THEME_NAMES from the resources.

    Raises FileNotFoundError for another name, ValueError for a colour that cannot be read.
    """
    text = resource_path(f"themes/{name}.json").read_text(encoding="utf-8")
    tokens = {token: QColor(value) for token, value in json.loads(text).items()}
    broken = [token for token, color in tokens.items() if not color.isValid()]
    if broken:
        raise ValueError(f"theme {name}: no colour in {', '.join(broken)}")
    return Theme(name, tokens)


_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "panel"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "raised"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.PlaceholderText, "text3"),
    (QPalette.ColorRole.Button, "raised"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "ink"),
    (QPalette.ColorRole.Light, "raised"),
    (QPalette.ColorRole.Midlight, "line"),
    (QPalette.ColorRole.Mid, "line2"),
    (QPalette.ColorRole.Dark, "line2"),
    (QPalette.ColorRole.Shadow, "line2"),
    (QPalette.ColorRole.Highlight, "time"),
    (QPalette.ColorRole.HighlightedText, "on-time"),
    (QPalette.ColorRole.Accent, "time"),
    (QPalette.ColorRole.Link, "time"),
    (QPalette.ColorRole.LinkVisited, "time"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "ink"),
)


def palette(theme: Theme) -> QPalette:
    """The palette for the Fusion style; disabled texts and controls use the weakest text level."""
    made = QPalette()
    for role, token in _ROLES:
        made.setColor(role, theme.color(token))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.faded("text3", 0.6))
    return made


OUTLINED = (
    ("QCheckBox", "text3"),
    ("QRadioButton", "text3"),
    ("QSlider", "text3"),
    ("QAbstractSpinBox", "line2"),
    ("QProgressBar", "line2"),
)
"""Kinds of widgets whose outline Fusion derives from their ground, with the token that it takes."""
_FUSION_OUTLINE = 140
"""Fusion's outline is the role Window made darker by this, in per cent: on dark grounds unseen."""


def outlined_palette(theme: Theme, token: str) -> QPalette:
    """The palette of widgets whose outline is to be seen: `token` instead of a darker ground."""
    made = palette(theme)
    made.setColor(QPalette.ColorRole.Window, theme.color(token).lighter(_FUSION_OUTLINE))
    return made


_SHEET = """
QMainWindow, QStatusBar, QMenuBar {{ background: {window}; }}
QStatusBar {{ color: {text2}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QToolBar {{ background: {panel}; border: none; border-bottom: 1px solid {line}; spacing: 6px;
  padding: 4px 8px; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:hover {{ background: {time}; }}
QToolTip {{ background: {raised}; color: {ink}; border: 1px solid {line2}; padding: 4px 6px; }}
QMenu {{ background: {raised}; color: {ink}; border: 1px solid {line2}; padding: 4px; }}
QMenu::item {{ padding: 4px 20px 4px 12px; border-radius: 3px; }}
QMenu::item:selected {{ background: {select}; color: {ink}; }}
QMenu::item:disabled {{ color: {text3}; }}
QLineEdit, QComboBox, QToolButton[framed="true"], QPushButton {{ background: {raised};
  color: {ink}; border: 1px solid {line2}; border-radius: 5px; min-height: 24px; padding: 0 8px; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: 16px; height: 16px; }}
QLineEdit {{ selection-background-color: {time}; selection-color: {on_time}; }}
QLineEdit:focus, QComboBox:focus, QToolButton[framed="true"]:focus, QPushButton:focus {{
  border: 1px solid {focus}; }}
QComboBox:hover, QToolButton[framed="true"]:hover, QPushButton:hover {{ background: {hover}; }}
QToolButton[framed="true"]:pressed, QPushButton:pressed {{ background: {select}; }}
QPushButton[primary="true"] {{ background: {time}; color: {on_time}; border-color: {time}; }}
QPushButton:disabled, QComboBox:disabled, QToolButton[framed="true"]:disabled {{
  color: {text3}; }}
QPushButton[primary="true"]:disabled {{ background: {raised}; border-color: {line2}; }}
QToolButton {{ background: transparent; color: {ink}; border: 1px solid transparent;
  border-radius: 5px; padding: 3px 6px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:checked {{ background: {time_soft}; color: {time}; }}
QToolButton:focus {{ border-color: {focus}; }}
QAbstractScrollArea {{ border: none; background: {panel}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {line2}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {text3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_sheet(theme: Theme) -> str:
    """A short style sheet over Fusion: radii, hairlines and thin scroll bars.

    A QToolButton with the property `framed` looks like a field; a QPushButton with `primary` is
    the one main action of its window.
    """
    names = {token.replace("-", "_"): color.name() for token, color in theme.tokens.items()}
    names["arrow"] = resource_path(f"controls/arrow-{theme.name}.svg").as_posix()
    return _SHEET.format_map(names)
