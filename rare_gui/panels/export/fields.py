"""The form of the export dialog: what, size, scale, theme, caption, what goes along, format, place.

Not for saving: it says what is chosen.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.export.caption import ExportCaption
from rare_gui.panels.export.checks import ExportChecks
from rare_gui.panels.export.place import ExportPlace
from rare_gui.panels.export.size import ExportSize
from rare_gui.panels.pieces.segments import Segments
from rare_gui.scenes.pictures.export_form import AS_WINDOW, SCALES, VIEW, ExportChoices, ExportForm

PANEL = "panel"
_SEGMENTS = ("card", "window")
"""Kinds of pictures with a button of their own, for they are asked for most."""
_PANEL_WORDS = "One panel; your own parts and the evidence drawer are in no picture"
_THEMES = (
    ("light", "Light", "Light colours"),
    ("dark", "Dark", "Dark colours"),
    (AS_WINDOW, "As window", "The colours that the window has"),
)


class ExportFields(QWidget):
    """Shows an ExportForm; `changed` is sent for whatever the picture or its files depend on.

    `place_asked` asks for another folder or name.
    """

    changed = Signal()
    place_asked = Signal()

    def __init__(self, theme: Theme, form: ExportForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = form.choices
        listed = [one for one in form.kinds if one[0] not in _SEGMENTS]
        named = dict(form.kinds)
        what = [(VIEW, "View", "The page looked at")]
        if listed:
            what.append((PANEL, "Panel", _PANEL_WORDS))
        what += [(kind, _short(kind, named), named[kind]) for kind in _SEGMENTS if kind in named]
        self._what = Segments(what, theme)
        self._panel = QComboBox()
        self._panel.setFont(font("ui"))
        self._panel.setAccessibleName("Panel")
        self._panel.setFixedHeight(26)
        for kind, title in listed:
            self._panel.addItem(title, kind)
        self._size = ExportSize(theme)
        self._scale = Segments([(one, *_scale_words(one)) for one in SCALES], theme)
        self._theme = Segments(_THEMES, theme)
        self.caption = ExportCaption(theme)
        self._checks = ExportChecks(theme)
        self._format = Segments([(one, one.upper(), one.upper()) for one in form.formats], theme)
        self._place = ExportPlace(theme)
        self._place.clicked.connect(self.place_asked)
        for segments in (self._what, self._scale, self._theme, self._format):
            segments.picked.connect(self._follow)
        self._panel.currentIndexChanged.connect(self._follow)
        self._size.picked.connect(self._follow)
        self._checks.changed.connect(self._follow)
        self.caption.edited.connect(self.changed)
        self._lay_out()
        self.show_form(form)

    def show_form(self, form: ExportForm) -> None:
        """Show other choices; `kinds` and `formats` are those that it was made with."""
        choices = self._choices = form.choices
        self._what.setToolTip(f"View: {form.view_title}")
        is_listed = self._panel.findData(choices.what) >= 0
        self._what.mark(PANEL if is_listed else choices.what)
        blocked = self._panel.blockSignals(True)
        self._panel.setCurrentIndex(max(self._panel.findData(choices.what), 0))
        self._panel.blockSignals(blocked)
        self._panel.setVisible(is_listed)
        self._size.show_size(choices.size)
        self._scale.mark(choices.scale)
        self._theme.mark(choices.theme)
        self._format.mark(choices.format)
        self._checks.show_choices(choices)

    def show_path(self, path: Path) -> None:
        """Tell where the picture would be saved."""
        self._place.show_path(path)

    @property
    def choices(self) -> ExportChoices:
        """What is chosen now."""
        what = self._what.marked() or VIEW
        return self._checks.chosen(
            replace(
                self._choices,
                what=str(self._panel.currentData()) if what == PANEL else what,
                size=self._size.size_text(),
                scale=self._scale.marked() or self._choices.scale,
                theme=self._theme.marked() or self._choices.theme,
                format=self._format.marked() or self._choices.format,
            )
        )

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for part in (
            self._what, self._size, self._scale, self._theme, self.caption, self._checks,
            self._format, self._place,
        ):  # fmt: skip
            part.apply_theme(theme)

    def _follow(self) -> None:
        self._panel.setVisible(self._what.marked() == PANEL)
        self.changed.emit()

    def _lay_out(self) -> None:
        what = QWidget()
        column = QVBoxLayout(what)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._what)
        column.addWidget(self._panel)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(0, 52)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("What", what),
            ("Size", self._size),
            ("Scale", self._scale),
            ("Theme", self._theme),
            ("Caption", self.caption),
            ("Include", self._checks),
            ("Format", self._format),
            ("Save to", self._place),
        )
        for row, (name, part) in enumerate(rows):
            label = QLabel(name)
            label.setFont(font("ui"))
            label.setObjectName("field")
            label.setContentsMargins(0, 3 if part is self._checks else 6, 0, 0)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(part, row, 1)
        grid.setRowStretch(len(rows), 1)


def _short(kind: str, named: dict[str, str]) -> str:
    return "Window" if kind == "window" else named[kind]


def _scale_words(scale: str) -> tuple[str, str]:
    """The word of a scale and what is said of it."""
    if scale.endswith("dpi"):
        number = scale.removesuffix("dpi")
        return f"{number} dpi", f"{number} dots per inch, for print"
    number = scale.removesuffix("x")
    return f"{number}×", f"{number} pixels for each pixel of the layout"
