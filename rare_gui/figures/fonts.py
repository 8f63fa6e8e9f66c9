"""The program's typeface, Inter, in the few sizes and weights that the design names.

Not for choosing colours, and not for text in other scripts: Qt falls back to the system's fonts.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF


@dataclass(frozen=True, slots=True)
class _Cut:
    size_px: int
    weight: int
    italic: bool = False
    tabular: bool = False  # figures of one width, for numbers that line up


_ROLES: dict[str, _Cut] = {
    "title": _Cut(19, 650),
    "figure": _Cut(17, 600, tabular=True),
    "figure_large": _Cut(21, 600, tabular=True),
    "body_strong": _Cut(13, 650),
    "body": _Cut(13, 400),
    "ui": _Cut(12, 500),
    "ui_figure": _Cut(12, 500, tabular=True),
    "ui_strong": _Cut(12, 600),
    "lane": _Cut(11, 500),
    "lane_light": _Cut(11, 400),
    "lane_figure": _Cut(11, 400, tabular=True),
    "lane_italic": _Cut(11, 500, italic=True),
    "lane_strong": _Cut(11, 650),
    "note": _Cut(10, 400),
    "note_medium": _Cut(10, 500),
    "note_strong": _Cut(10, 650),
    "mark": _Cut(9, 500),
    "chip": _Cut(10, 700),
    "chip_past": _Cut(9, 700),
}
ROLES: tuple[str, ...] = tuple(_ROLES)

_FILES = {False: "Inter[opsz,wght].ttf", True: "Inter-Italic[opsz,wght].ttf"}


@cache
def font(role: str) -> QFont:
    """The font of a role of the design; sizes in px at 100 %.

    The returned font is shared: copy it before changing it. Needs a running QGuiApplication.
    Raises KeyError for a role that the design does not have.
    """
    cut = _ROLES[role]
    made = QFont(_family(cut.italic))
    made.setPixelSize(cut.size_px)
    # The axis and not setWeight: Qt ignores the weight of a variable font's default instance,
    # and the axis also reaches the weights between the named ones.
    made.setVariableAxis(QFont.Tag("wght"), cut.weight)
    made.setItalic(cut.italic)
    if cut.tabular:
        # Not for running text: Inter widens the spaces and hyphens along with the figures.
        made.setFeature(QFont.Tag("tnum"), 1)
    # Without hinting a text has the same proportions at every scale, so a picture at 3x breaks
    # its labels where the window does.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(
        QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias
    )
    return made


@cache
def _family(italic: bool) -> str:
    """Load the upright or the italic file once; the application's own family when it is missing."""
    path = files("fontpkg_inter") / "files" / _FILES[italic]
    number = QFontDatabase.addApplicationFontFromData(path.read_bytes())
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else QFont().family()


@cache
def metrics(role: str) -> QFontMetricsF:
    """The measures of a role's font, in logical px."""
    return QFontMetricsF(font(role))


@cache
def capitals_middle(role: str) -> float:
    """From the top of a line of text down to the middle of its capitals, in logical px."""
    measured = metrics(role)
    return measured.ascent() - measured.capHeight() / 2


@cache
def line_height(role: str) -> float:
    """The height of a line of text, in logical px."""
    return metrics(role).height()


_widths: dict[tuple[str, str], float] = {}


def text_width(role: str, text: str) -> float:
    """The advance of `text` in the role's font, in logical px; remembered: it is asked often."""
    key = (role, text)
    width = _widths.get(key)
    if width is None:
        if len(_widths) > 20_000:
            _widths.clear()
        width = _widths[key] = metrics(role).horizontalAdvance(text)
    return width


def elided(role: str, text: str, room: float) -> str:
    """`text` shortened with an ellipsis to at most `room` px; empty when hardly a word is left."""
    if text_width(role, text) <= room:
        return text
    if room < 24:
        return ""
    cut = len(text)
    while cut > 3:
        cut -= 1
        shorter = text[:cut].rstrip(" ,.;·") + "…"
        if text_width(role, shorter) <= room:
            return shorter
    return ""


_LOOSE = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}


def elided_words(role: str, text: str, room: float) -> str:
    """The first words of `text` with an ellipsis, in at most `room` px.

    Empty when only small words or a bare figure would be left; a percentage says something.
    """
    if text_width(role, text) <= room:
        return text
    words = text.split()
    while len(words) > 1:
        words.pop()
        while words and words[-1].lower().strip(",.;·") in _LOOSE:
            words.pop()
        if not words:
            return ""
        shorter = " ".join(words).rstrip(" ,.;:·") + "…"
        if text_width(role, shorter) <= room:
            telling = any(len(word) > 3 and word[0].isalpha() for word in words)
            return shorter if telling or words[-1] == "%" else ""
    return ""
