"""About the program: version, data, promise; the licence of everything shipped; all sources.

Not for finding any of it: `AboutScene` brings it.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.scenes.help.about import AboutScene, Licence

_SIZE = QSize(900, 600)


class AboutDialog(QDialog):
    """Shows an AboutScene in three tabs, beside the window that it never blocks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About rare_gui")
        self.setModal(False)
        self.resize(_SIZE)
        self._licences: tuple[Licence, ...] = ()
        self._facts = QFormLayout()
        self._promise = _label("body")
        self._made_of = QListWidget()
        self._made_of.setAccessibleName("What the program is made of")
        self._made_of.setFont(font("ui"))
        self._made_of.currentRowChanged.connect(self._show_licence)
        self._head = _label("body_strong")
        self._text = _text("Text of the licence")
        self._sources = _text("Sources of the data")
        self._tabs = QTabWidget()
        self._tabs.setFont(font("ui"))
        self._tabs.addTab(self._facts_page(), "Program and data")
        self._tabs.addTab(self._licences_page(), "Licences")
        self._tabs.addTab(self._sources, "Sources")
        close = QPushButton("Close")
        close.setFont(font("ui"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addWidget(self._tabs, 1)
        column.addLayout(foot)
        self.apply_theme(theme)

    def show_scene(self, scene: AboutScene) -> None:
        """Replace everything."""
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for what, value in scene.facts:
            name, told = _label("ui"), _label("ui_strong")
            name.setText(what)
            name.setObjectName("quiet")
            told.setText(value)
            told.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            told.setAccessibleName(f"{what}: {value}")
            self._facts.addRow(name, told)
        self._promise.setText(scene.promise)
        self._licences = scene.licences
        self._made_of.clear()
        self._made_of.addItems([one.title for one in scene.licences])
        self._made_of.setCurrentRow(0)
        self._sources.setPlainText("\n".join(scene.sources))
        self._tabs.setTabText(2, f"Sources ({len(scene.sources)})")

    def open_over(self) -> None:
        """Show it, in front."""
        self.show()
        self.raise_()
        self.activateWindow()

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        panel, raised, line = (theme.color(one).name() for one in ("panel", "raised", "line2"))
        ink, quiet, time = (theme.color(one).name() for one in ("ink", "text2", "time"))
        select, focus = theme.color("select").name(), theme.color("focus").name()
        self.setStyleSheet(
            f"QDialog, #page {{ background: {panel}; }}"
            f"QLabel {{ color: {ink}; background: transparent; }}"
            f"QLabel#quiet {{ color: {quiet}; }}"
            f"QPlainTextEdit, QListWidget {{ background: {raised}; color: {ink};"
            f" border: 1px solid {line}; border-radius: 5px; padding: 4px; }}"
            f"QPlainTextEdit:focus, QListWidget:focus {{ border-color: {focus}; }}"
            f"QListWidget::item {{ padding: 3px 4px; }}"
            f"QListWidget::item:selected {{ background: {select}; color: {ink}; }}"
            "QTabWidget::pane { border: none; }"
            f"QTabBar::tab {{ color: {quiet}; padding: 5px 12px; border: none;"
            " border-bottom: 2px solid transparent; }"
            f"QTabBar::tab:selected {{ color: {ink}; border-bottom-color: {time}; }}"
            f"QTabBar::tab:focus {{ color: {focus}; }}"
        )

    def _facts_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(20)
        self._facts.setVerticalSpacing(8)
        title = _label("figure_large")
        title.setText("rare_gui")
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 18, 8, 8)
        column.setSpacing(14)
        column.addWidget(title)
        column.addLayout(self._facts)
        column.addWidget(self._promise)
        column.addStretch(1)
        return page

    def _licences_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("page")
        right = QVBoxLayout()
        right.addWidget(self._head)
        right.addWidget(self._text, 1)
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._made_of, 1)
        row.addLayout(right, 3)
        return page

    def _show_licence(self, row: int) -> None:
        if 0 <= row < len(self._licences):
            one = self._licences[row]
            self._head.setText(f"{one.title}, {one.role}: {one.licence}")
            self._text.setPlainText(one.text)


def _text(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setFont(font("ui"))
    made.setAccessibleName(name)
    return made


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(role))
    label.setWordWrap(True)
    return label
