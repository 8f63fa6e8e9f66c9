"""The export dialog: the picture as it will be, the form, and what can be done with it.

Not for drawing, saving or copying: it says what was asked for, and shows what came of it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.export.fields import ExportFields
from rare_gui.panels.export.preview import ExportPreview
from rare_gui.panels.pieces.announcing import announce
from rare_gui.panels.pieces.data_notes import WarningSign
from rare_gui.panels.pieces.icons import tinted_icon
from rare_gui.scenes.pictures.export_form import ExportChoices, ExportForm

SIZE = QSize(1040, 640)
LEAST = QSize(820, 480)
COPY_KEYS = "Ctrl+Shift+C"
_FORM_WIDTH = 388
_COPIED, _COPIED_MS = "  Copied, with table", 2000


class ExportDialog(QDialog):
    """Stands beside the window, which it never blocks; faults are told under its buttons.

    `changed` asks for another preview. `save_asked` carries whether files that are there may be
    replaced. `place_asked` asks for another folder or name.
    """

    changed = Signal()
    save_asked = Signal(bool)
    copy_asked = Signal()
    place_asked = Signal()

    def __init__(self, theme: Theme, form: ExportForm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export picture")
        self.setAccessibleName("Export picture")
        self.setModal(False)
        self.setMinimumSize(LEAST)
        self._preview = ExportPreview(theme)
        self._fields = ExportFields(theme, form)
        self._fields.changed.connect(self._follow)
        self._fields.place_asked.connect(self.place_asked)
        self._sign, self._note, self._fault = WarningSign(theme), _label("note"), _label("fault")
        self._fault.setWordWrap(True)
        self._fault.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._replace = QPushButton("Replace")
        keys = QKeySequence(COPY_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self._copy = QPushButton(f"  Copy   {keys}")
        self._copy.setAccessibleName(f"Copy ({keys})")
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(lambda: self._copy.setText(f"  Copy   {keys}"))
        self._cancel = QPushButton("Cancel")
        self._save = QPushButton()
        self._save.setProperty("primary", True)
        self._save.setDefault(True)
        self._replace.clicked.connect(lambda: self.save_asked.emit(True))
        self._copy.clicked.connect(self.copy_asked)
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(lambda: self.save_asked.emit(False))
        QShortcut(QKeySequence(COPY_KEYS), self, self.copy_asked.emit)
        self._lay_out()
        self.apply_theme(theme)
        self.show_form(form)
        self.show_estimates("")
        self.show_fault("")

    @property
    def choices(self) -> ExportChoices:
        """What is chosen now."""
        return self._fields.choices

    @property
    def title(self) -> str | None:
        """The user's own title; None for the one written from the data."""
        return self._fields.caption.title()

    def show_form(self, form: ExportForm) -> None:
        """Show what is chosen."""
        self._fields.show_form(form)
        self._name_save()

    def show_path(self, path: Path) -> None:
        """Tell where the picture would be saved."""
        self._fields.show_path(path)

    def show_default_title(self, title: str) -> None:
        """Tell the title written from the data."""
        self._fields.caption.show_default(title)

    def forget_title(self) -> None:
        """Drop the user's own title: it was written of another view."""
        self._fields.caption.forget()

    def wait(self) -> None:
        """Tell that another picture is being drawn."""
        self._preview.wait()

    def show_picture(self, image: QImage, words: str, described: str, width: int) -> None:
        """Show the picture as it would be saved; see ExportPreview."""
        self._preview.show_picture(image, words, described, width)

    def show_no_picture(self, reason: str) -> None:
        """Show why there can be no such picture."""
        self._preview.show_none(reason)
        self.show_estimates("")

    def show_size(self, words: str) -> None:
        """Tell the size of the file."""
        self._preview.show_size(words)

    def show_estimates(self, words: str) -> None:
        """Tell of estimates in the picture; nothing where there are none."""
        self._note.setText(words)
        self._sign.setVisible(bool(words))

    def show_fault(self, words: str, *, can_replace: bool = False) -> None:
        """Tell under the buttons why nothing was saved; an empty text takes it away."""
        self._fault.setText(words)
        self._fault.setVisible(bool(words))
        self._replace.setVisible(bool(words) and can_replace)
        announce(self, words)

    def show_copied(self) -> None:
        """Say on the button for a moment that the picture is on the clipboard."""
        self._copy.setText(_COPIED)
        self._again.start(_COPIED_MS)
        announce(self, "Copied, with the figures as a table")

    def open_beside(self, window: QWidget) -> None:
        """Show the dialog over the middle of its window, no larger than the screen."""
        room = window.screen().availableGeometry().size()
        self.resize(SIZE.boundedTo(room).expandedTo(LEAST))
        middle = window.frameGeometry().center() - self.rect().center()
        if not self.isVisible():
            self.move(max(middle.x(), 0), max(middle.y(), 0))
        self.show()
        self.raise_()
        self.activateWindow()
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        names = {
            token.replace("-", "_"): theme.color(token).name()
            for token in (
                "panel",
                "sunken",
                "line",
                "line2",
                "ink",
                "text2",
                "warn",
                "raised",
                "focus",
            )
        }
        self.setStyleSheet(
            "QDialog, #form, #fields, #foot {{ background: {panel}; }}"
            "#preview {{ background: {sunken}; }}"
            "#form {{ border-left: 1px solid {line}; }}"
            "#foot {{ border-top: 1px solid {line}; }}"
            "QLabel {{ background: transparent; color: {ink}; }}"
            "QLabel#field {{ color: {text2}; }}"
            "QLabel#note, QLabel#fault {{ color: {warn}; }}"
            "QSpinBox {{ background: {raised}; color: {ink}; border: 1px solid {line2};"
            " border-radius: 5px; padding: 0 6px; }}"
            "QSpinBox:focus {{ border: 1px solid {focus}; }}".format_map(names)
        )
        self._preview.apply_theme(theme)
        self._fields.apply_theme(theme)
        self._sign.apply_theme(theme)
        self._copy.setIcon(tinted_icon("copy", theme, "ink"))

    def _follow(self) -> None:
        self._name_save()
        self.show_fault("")
        self.changed.emit()

    def _name_save(self) -> None:
        self._save.setText(f"Save {self._fields.choices.suffix.upper()}")

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setObjectName("form")
        area.setWidget(self._fields)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(_FORM_WIDTH)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fields.setObjectName("fields")
        self._preview.setObjectName("preview")
        self._preview.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._preview, 1)
        middle.addWidget(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self._foot())

    def _foot(self) -> QFrame:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._sign)
        buttons.addWidget(self._note, 1)
        for button in (self._copy, self._cancel, self._save):
            buttons.addWidget(button)
        below = QHBoxLayout()
        below.addWidget(self._fault, 1)
        below.addWidget(self._replace)
        foot = QFrame()
        foot.setObjectName("foot")
        rows = QVBoxLayout(foot)
        rows.setContentsMargins(16, 10, 16, 10)
        rows.setSpacing(6)
        rows.addLayout(buttons)
        rows.addLayout(below)
        for button in (self._copy, self._cancel, self._save, self._replace):
            button.setFont(font("ui"))
            button.setAutoDefault(button is self._save)
        return foot


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font("ui"))
    return label
