"""About and the help: everything can be found, nothing from the data becomes markup."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPlainTextEdit, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from rare_gui.figures.theme import Theme
from rare_gui.panels.help.about import AboutDialog
from rare_gui.panels.help.page import HelpPage
from rare_gui.scenes.help.about import AboutScene, Licence
from rare_gui.scenes.help.help_texts import Topic

ABOUT = AboutScene(
    facts=(("Program", "rare_gui 1.2.3"), ("Data package", "<b>package</b> 1")),
    promise="It opens no connection.",
    licences=(
        Licence("one", "1.0", "library", "MIT", "Text of one"),
        Licence("two", "", "library", "BSD", "Text of two"),
    ),
    sources=("Office: <i>Title</i>, 2025", "Second"),
)
TOPICS = (
    Topic("a", "First", "Some *words*.\n\n| A | B |\n|---|---|\n| 1 | 2 |"),
    Topic("b", "Second", "Of something else.\n\n- point"),
)


def test_that_about_tells_all_facts_licences_and_sources_plainly(
    light: Theme, shown: Callable[..., QWidget]
) -> None:
    made = AboutDialog(light)
    made.show_scene(ABOUT)
    shown(made, 900, 600)
    labels = made.findChildren(QLabel)
    assert {"rare_gui 1.2.3", "<b>package</b> 1", ABOUT.promise} <= {one.text() for one in labels}
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in labels)
    parts = made.findChild(QListWidget)
    texts = {one.accessibleName(): one for one in made.findChildren(QPlainTextEdit)}
    assert texts["Sources of the data"].toPlainText().splitlines() == list(ABOUT.sources)
    assert texts["Text of the licence"].toPlainText() == "Text of one"
    parts.setCurrentRow(1)
    assert texts["Text of the licence"].toPlainText() == "Text of two"
    assert not made.isModal()


def test_that_another_about_forgets_the_first(light: Theme, shown: Callable[..., QWidget]) -> None:
    made = AboutDialog(light)
    made.show_scene(ABOUT)
    made.show_scene(AboutScene((("Program", "other"),), "", (), ()))
    shown(made, 900, 600)
    assert "rare_gui 1.2.3" not in {one.text() for one in made.findChildren(QLabel)}
    assert made.findChild(QListWidget).count() == 0


def test_that_the_help_is_searched_while_words_are_typed(
    light: Theme, shown: Callable[..., QWidget], qtbot: QtBot
) -> None:
    page = HelpPage(light)
    page.show_topics(TOPICS)
    shown(page, 860, 600)
    field, listed = page.findChild(QLineEdit), page.findChild(QListWidget)
    assert listed.count() == 2
    qtbot.keyClicks(field, "else")
    assert [listed.item(n).text() for n in range(listed.count())] == ["Second"]
    assert "Of something else." in page.findChild(QTextBrowser).toPlainText()
    qtbot.keyClicks(field, " xyzzy")
    assert listed.count() == 0
    assert page.findChild(QTextBrowser).toPlainText() == ""
    field.clear()
    assert listed.count() == 2


def test_that_up_and_down_in_the_field_walk_the_topics(
    light: Theme, shown: Callable[..., QWidget], qtbot: QtBot
) -> None:
    page = HelpPage(light)
    page.show_topics(TOPICS)
    shown(page, 860, 600)
    field, text = page.findChild(QLineEdit), page.findChild(QTextBrowser)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert text.toPlainText().startswith("Second")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert text.toPlainText().startswith("Second")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert text.toPlainText().startswith("First")


def test_that_markdown_is_set_with_tables_in_both_themes(
    light: Theme, dark: Theme, shown: Callable[..., QWidget]
) -> None:
    page = HelpPage(light)
    page.show_topics(TOPICS)
    shown(page, 860, 600)
    page.open_topic("a")
    page.apply_theme(dark)
    document = page.findChild(QTextBrowser).document()
    assert "*" not in document.toPlainText()
    (table,) = [f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)]
    assert (table.rows(), table.columns()) == (2, 2)


def test_that_a_topic_is_opened_by_its_name_whatever_was_searched(
    light: Theme, shown: Callable[..., QWidget]
) -> None:
    page = HelpPage(light)
    page.show_topics(TOPICS)
    shown(page, 860, 600)
    page.findChild(QLineEdit).setText("words")
    page.open_topic("b")
    assert page.findChild(QTextBrowser).toPlainText().startswith("Second")
