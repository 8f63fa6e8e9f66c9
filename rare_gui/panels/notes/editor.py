"""A small popover for one note of the user's own: its day, a plain text, material or all.

Not for keeping notes: it says what was saved or deleted.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.pane_title import PaneTitle
from rare_gui.scenes.timeline.own_notes import NoteEditorScene

WIDTH = 300
_TEXT_HEIGHT = 96


class NoteEditor(QFrame):
    """Shows a NoteEditorScene; Ctrl Enter saves, Esc or a click elsewhere closes it unchanged.

    `note_saved` carries the Note as it is now, `note_deleted` its id.
    """

    note_saved = Signal(object)
    note_deleted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAccessibleName("Note")
        self._scene: NoteEditorScene | None = None
        self._title = PaneTitle(theme)
        self._text = QPlainTextEdit()
        self._text.setFont(font("ui"))
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText("What is worth remembering?")
        self._text.setAccessibleName("Text of the note")
        self._text.textChanged.connect(self._follow_text)
        self._material = QComboBox()
        self._material.setFont(font("ui"))
        self._material.setAccessibleName("Material of the note")
        self._privacy = QLabel("Kept on this computer only.")
        self._privacy.setTextFormat(Qt.TextFormat.PlainText)
        self._privacy.setFont(font("note"))
        self._delete = QPushButton("Delete")
        self._save = QPushButton("Save")
        self._save.setProperty("primary", True)
        for button in (self._delete, self._save):
            button.setFont(font("ui"))
            button.setAutoDefault(False)
        self._save.setToolTip("Save (Ctrl+Enter)")
        self._delete.clicked.connect(self._delete_note)
        self._save.clicked.connect(self._save_note)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._save_note)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self._save_note)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.hide)
        self._lay_out()
        self.apply_theme(theme)

    def show_scene(self, scene: NoteEditorScene) -> None:
        """Show a note to be edited; what was typed before is forgotten."""
        self._scene = scene
        self._title.show_words("Note", scene.day_label)
        self._material.clear()
        for slug, name in scene.choices:
            self._material.addItem(name, slug)
        self._material.setCurrentIndex(max(0, self._material.findData(scene.note.material)))
        self._delete.setVisible(scene.saved)
        self._text.setPlainText(scene.note.text)
        self._follow_text()

    def open_at(self, place: QPoint) -> None:
        """Open with the upper left corner at a place on the screen, the keyboard in the text."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(place.x(), screen.right() - self.width()))
        top = max(screen.top(), min(place.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self._text.setFocus(Qt.FocusReason.PopupFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        raised, line = theme.color("raised").name(), theme.color("line2").name()
        focus, weak = theme.color("time").name(), theme.color("text3").name()
        self.setStyleSheet(
            f"#popover {{ background: {raised}; border: 1px solid {line}; border-radius: 5px; }}"
            f"QPlainTextEdit {{ background: {raised}; border: 1px solid {line};"
            " border-radius: 5px; padding: 2px; }"
            f"QPlainTextEdit:focus {{ border-color: {focus}; }}"
            f"QLabel {{ color: {weak}; background: transparent; }}"
        )
        self._title.apply_theme(theme)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._delete)
        buttons.addStretch(1)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        for part in (self._title, self._text, self._material, self._privacy):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setFixedWidth(WIDTH)
        for before, after in (
            (self._text, self._material),
            (self._material, self._save),
            (self._save, self._delete),
        ):
            QWidget.setTabOrder(before, after)

    def _follow_text(self) -> None:
        self._save.setEnabled(bool(self._text.toPlainText().strip()))

    def _save_note(self) -> None:
        text = self._text.toPlainText().strip()
        if self._scene is None or not text:
            return
        self.hide()
        material = str(self._material.currentData())
        self.note_saved.emit(replace(self._scene.note, text=text, material=material))

    def _delete_note(self) -> None:
        if self._scene is not None:
            self.hide()
            self.note_deleted.emit(self._scene.note.id)
