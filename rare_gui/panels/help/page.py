"""The help: a field, the topics that hold its words, and the topic itself.

Its Markdown is the program's own; nothing from the data is ever shown here. Not for reading files.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QTextTable,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.scenes.help.help_texts import Topic, found

_SIZE = QSize(860, 600)
_NONE = "No topic holds these words."


class HelpPage(QDialog):
    """Shows topics, beside the window that it never blocks."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Help – rare_gui")
        self.setModal(False)
        self.resize(_SIZE)
        self._topics: tuple[Topic, ...] = ()
        self._listed: tuple[Topic, ...] = ()
        self._shown: Topic | None = None
        self._field = QLineEdit()
        self._field.setPlaceholderText("Search the help")
        self._field.setAccessibleName("Search the help")
        self._field.setClearButtonEnabled(True)
        self._field.setFont(font("ui"))
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setFont(font("ui"))
        self._list.setAccessibleName("Topics")
        self._list.currentRowChanged.connect(self._pick)
        self._nothing = QLabel(_NONE)
        self._nothing.setFont(font("ui"))
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self._page = QTextBrowser()
        self._page.setOpenLinks(False)
        self._page.setAccessibleName("Topic")
        self._page.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self._lay_out()
        self.apply_theme(theme)

    def show_topics(self, topics: tuple[Topic, ...]) -> None:
        """Show these topics from now on, the first one open."""
        self._topics = topics
        self._search(self._field.text())

    def open_topic(self, topic_id: str = "") -> None:
        """Open in front, at a topic if one is named, with the keys in the field."""
        if topic_id:
            self._field.clear()
            ids = [one.id for one in self._listed]
            if topic_id in ids:
                self._list.setCurrentRow(ids.index(topic_id))
        self.show()
        self.raise_()
        self.activateWindow()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        panel, raised, line = (theme.color(one).name() for one in ("panel", "raised", "line2"))
        ink, select, focus = (theme.color(one).name() for one in ("ink", "select", "focus"))
        self.setStyleSheet(
            f"QDialog {{ background: {panel}; }}"
            f"QLabel {{ color: {ink}; }}"
            f"QListWidget {{ background: {panel}; color: {ink}; border: none; }}"
            "QListWidget::item { padding: 5px 6px; border-radius: 3px; }"
            f"QListWidget::item:selected {{ background: {select}; color: {ink}; }}"
            f"QListWidget:focus, QTextBrowser:focus {{ border: 1px solid {focus}; }}"
            f"QTextBrowser {{ background: {raised}; color: {ink}; border: 1px solid {line};"
            " border-radius: 5px; padding: 6px; }"
        )
        self._theme = theme
        self._show(self._shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the field walk the list."""
        if watched is self._field and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and event.type() == QEvent.Type.KeyPress and self._listed:
                row = self._list.currentRow() + step
                self._list.setCurrentRow(min(max(row, 0), len(self._listed) - 1))
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._field)
        left.addWidget(self._list, 1)
        left.addWidget(self._nothing)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 14, 14, 14)
        row.setSpacing(12)
        row.addLayout(left, 2)
        row.addWidget(self._page, 5)

    def _search(self, words: str) -> None:
        """List what holds the words; the topic that is open stays open where it can."""
        self._listed = found(self._topics, words)
        row = self._listed.index(self._shown) if self._shown in self._listed else 0
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([one.title for one in self._listed])
        self._list.setCurrentRow(row if self._listed else -1)
        self._list.blockSignals(False)
        self._nothing.setVisible(not self._listed)
        self._show(self._listed[row] if self._listed else None)

    def _pick(self, row: int) -> None:
        if 0 <= row < len(self._listed):
            self._show(self._listed[row])

    def _show(self, topic: Topic | None) -> None:
        """Set the topic's text; formats take the theme's colours, so it is set anew for another."""
        self._shown = topic
        document = self._page.document()
        document.setDefaultFont(_document_font())
        document.setDocumentMargin(14)
        if topic is None:
            self._page.clear()
            return
        whole = f"# {topic.title}\n\n{topic.text}"
        document.setMarkdown(whole, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        _space(document, self._theme)
        self._page.setAccessibleName(topic.title)
        self._page.verticalScrollBar().setValue(0)


def _space(document: QTextDocument, theme: Theme) -> None:
    """Room between paragraphs, and quiet lines in tables: Qt sets Markdown tight."""
    block = document.begin()
    while block.isValid():
        cursor, shape = QTextCursor(block), block.blockFormat()
        if cursor.currentTable() is None:
            shape.setTopMargin(14 if shape.headingLevel() else 0)
            shape.setBottomMargin(3 if block.textList() else 9)
            shape.setLineHeight(124, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(shape)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            table = frame.format().toTableFormat()
            table.setBorderBrush(theme.color("line2"))
            table.setCellPadding(4)
            table.setBottomMargin(12)
            frame.setFormat(table)


def _document_font() -> QFont:
    """The body's font without its variable axes, which a text document would lose anyway."""
    made = QFont(font("body").family())
    made.setPixelSize(font("body").pixelSize())
    return made
