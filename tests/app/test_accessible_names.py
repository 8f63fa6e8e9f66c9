"""The furnished window on every page, as Qt tells it to a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QTextBrowser,
    QWidget,
)

from rare_gui.app import accessible_roles
from rare_gui.app.actions import PAGES
from rare_gui.app.main import build
from rare_gui.app.window import Window
from tests.conftest import USER_FOLDERS

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTextBrowser,
)
"""Kinds of widgets that answer to the user."""
SILENT = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}
"""Roles that tell a screen reader nothing of what a widget is for."""


@pytest.fixture(scope="module")
def found(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Faults by kind, each on a line with the first page on which it is; one window for all."""
    faults: dict[str, dict[str, str]] = {look.__name__: {} for look in LOOKS}
    with pytest.MonkeyPatch.context() as patch:
        for folder in USER_FOLDERS:
            patch.setenv(folder, str(tmp_path_factory.mktemp("user")))
        window = build()
        window.resize(1440, 900)
        window.show()
        for page in PAGES:
            window.session.select(view=page.view)
            window.settle()
            qapp.processEvents()
            for look in LOOKS:
                for fault in look(window):
                    faults[look.__name__].setdefault(fault, page.view)
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {
        kind: "\n".join(f"{page}: {fault}" for fault, page in each.items())
        for kind, each in faults.items()
    }


def interface(widget: QWidget) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(widget)


def name(widget: QWidget) -> str:
    return interface(widget).text(QAccessible.Text.Name).strip()


def role(widget: QWidget) -> QAccessible.Role:
    return interface(widget).role()


def seen(window: Window) -> list[QWidget]:
    """Every widget on screen but the parts that Qt builds its own widgets of."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget, QHeaderView | QScrollBar)
    ]


def told(widget: QWidget) -> str:
    """How a failure names a widget: its class and those around it."""
    names = []
    above: object = widget
    while isinstance(above, QWidget) and len(names) < 4:
        names.append(type(above).__name__)
        above = above.parent()
    return f"{' in '.join(names)} ({role(widget).name}, tip {widget.toolTip()[:30]!r})"


def takes_keys(widget: QWidget) -> bool:
    by_tab = Qt.FocusPolicy.TabFocus.value
    return bool(widget.focusPolicy().value & by_tab) and widget.isEnabled()


def chain(window: Window) -> list[QWidget]:
    """What Tab goes through from the window on, once round; the first press puts it in order."""
    window.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    found, at = list[QWidget](), window.nextInFocusChain()
    while at is not window and len(found) < 5000:
        found.append(at)
        at = at.nextInFocusChain()
    return [
        widget
        for widget in found
        if widget.isVisible() and takes_keys(widget) and widget.focusProxy() is None
    ]


def nameless(window: Window) -> Iterator[str]:
    for widget in seen(window):
        if isinstance(widget, INTERACTIVE) and widget.isEnabled() and not name(widget):
            yield told(widget)


def nameless_with_keys(window: Window) -> Iterator[str]:
    return (told(widget) for widget in chain(window) if not name(widget))


def without_role(window: Window) -> Iterator[str]:
    return (told(widget) for widget in chain(window) if role(widget) in SILENT)


def passed_over(window: Window) -> Iterator[str]:
    return (told(one) for one in seen(window) if role(one) in SILENT and bool(one.accessibleName()))


def steps_back(window: Window) -> Iterator[str]:
    panes = [window.splitter.widget(place) for place in range(window.splitter.count())]
    farthest = 0
    for widget in chain(window):
        place = next((n for n, pane in enumerate(panes) if pane.isAncestorOf(widget)), None)
        if place is not None and place < farthest:
            yield told(widget)
        farthest = max(farthest, place or 0)


def alike(window: Window) -> Iterator[str]:
    known: set[tuple[int, str]] = set()
    for widget in seen(window):
        if isinstance(widget, QAbstractButton) and widget.isEnabled() and name(widget):
            key = (id(widget.parent()), name(widget))
            if key in known:
                yield f"{name(widget)}: {told(widget)}"
            known.add(key)


LOOKS: tuple[Callable[[Window], Iterable[str]], ...] = (
    nameless, nameless_with_keys, without_role, passed_over, steps_back, alike,
)  # fmt: skip


def test_that_whatever_answers_to_the_user_has_a_name(found: dict[str, str]) -> None:
    assert found["nameless"] == ""


def test_that_nothing_takes_the_keys_without_a_name(found: dict[str, str]) -> None:
    assert found["nameless_with_keys"] == ""


def test_that_nothing_takes_the_keys_without_a_role(found: dict[str, str]) -> None:
    assert found["without_role"] == ""


def test_that_nothing_with_a_name_is_taken_for_mere_room(found: dict[str, str]) -> None:
    """A screen reader passes over such roles, and over the name with them."""
    assert found["passed_over"] == ""


def test_that_tab_goes_through_the_panes_from_left_to_right(found: dict[str, str]) -> None:
    """Whoever tabs leaves a pane for good, until the round begins anew."""
    assert found["steps_back"] == ""


def test_that_no_two_buttons_side_by_side_have_the_same_name(found: dict[str, str]) -> None:
    assert found["alike"] == ""


def test_that_the_table_of_roles_names_widgets_that_there_are() -> None:
    folder = Path(accessible_roles.__file__).parents[1] / "panels"
    text = "\n".join(file.read_text(encoding="utf-8") for file in folder.rglob("*.py"))
    assert [name for name in accessible_roles.ROLES if f"class {name}(" not in text] == []
