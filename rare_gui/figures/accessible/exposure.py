"""Items of a painted widget as a tree of Qt's accessible interfaces.

Not for what the items say: the source that is handed over does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from weakref import ReferenceType, WeakKeyDictionary, proxy, ref

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import VoidPtr, getCppPointer

from rare_gui.figures.accessible.item import Item
from rare_gui.figures.accessible.node import Branch, Node

PRESS = "Press"
"""The one action that an item has; Qt's own name for it, which screen readers know."""


class Exposure(QObject):
    """Makes a widget's items known while it lives.

    `items` gives what is painted now; equal pictures must give the same tuple. `pick` is called
    with kind and key when an item is pressed.
    """

    def __init__(
        self,
        widget: QWidget,
        role: QAccessible.Role,
        items: Callable[[], tuple[Item, ...]],
        pick: Callable[[str, str], None],
    ) -> None:
        super().__init__(widget)
        self.widget, self.role = widget, role
        self._pick = pick
        self._items_of = items
        self._items: tuple[Item, ...] = ()
        self._branch = Branch(self, None, self)
        _EXPOSED[widget] = ref(self)
        _install()
        # naming a widget may have given it an interface already, which knows of no items
        made = QAccessible.queryAccessibleInterface(widget)
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))

    def branch(self) -> Branch:
        """The uppermost items, as the picture is now."""
        items = self._items_of()
        if items is not self._items:
            self._items = items
            self._branch.take(items)
        return self._branch

    def pick(self, kind: str, key: str) -> None:
        """An item was pressed."""
        self._pick(kind, key)

    def tell_changed(self) -> None:
        """Tell a running screen reader that the picture has other parts now."""
        if QAccessible.isActive():
            event = QAccessibleEvent(self.widget, QAccessible.Event.ObjectReorder)
            QAccessible.updateAccessibility(event)


class _WidgetInterface(QAccessibleWidget):
    """The widget itself; its items stand in for the widgets that it is built of."""

    def __init__(self, exposure: Exposure) -> None:
        super().__init__(exposure.widget, exposure.role)
        self._exposure = proxy(exposure)  # Qt never lets go of an interface

    def childCount(self) -> int:
        return len(self._exposure.branch().items)

    def child(self, index: int) -> QAccessibleInterface | None:
        return self._exposure.branch().interface(index)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return self._exposure.branch().interface_at(x, y)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._exposure.branch().number_of(child)


class _Press(QAccessibleActionInterface):
    """Pressing an item from a screen reader."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self._node = node

    def actionNames(self) -> list[str]:
        return [PRESS]

    def doAction(self, name: str) -> None:
        item = self._node.item_now()
        if name == PRESS and item is not None and item.picks is not None:
            self._node.owner.pick(*item.picks)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []


class _NodeInterface(QAccessibleInterface):
    """An item: never focused, for the keys go to the widget; pressed where it picks something."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self._node = node
        self._press = _Press(node)

    def isValid(self) -> bool:
        return self._node.item_now() is not None

    def object(self) -> QObject:
        return self._node

    def window(self) -> QWindow | None:
        return self._node.owner.widget.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:
        node = self._node
        return QAccessible.queryAccessibleInterface(node.above or node.owner.widget)

    def childCount(self) -> int:
        return len(self._node.branch().items)

    def child(self, index: int) -> QAccessibleInterface | None:
        return self._node.branch().interface(index)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return self._node.branch().interface_at(x, y)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._node.branch().number_of(child)

    def role(self) -> QAccessible.Role:
        item = self._node.item_now()
        return item.role if item is not None else QAccessible.Role.NoRole

    def state(self) -> QAccessible.State:
        state, item = QAccessible.State(), self._node.item_now()
        state.readOnly = True
        state.invalid = item is None
        state.offscreen = item is None or item.place is None
        return state

    def text(self, kind: QAccessible.Text) -> str:
        item = self._node.item_now()
        if item is None:
            return ""
        if kind == QAccessible.Text.Name:
            return item.name
        return item.detail if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing here can be written over."""

    def rect(self) -> QRect:
        item, widget = self._node.item_now(), self._node.owner.widget
        if item is None or item.place is None:
            return QRect()
        place = item.place.toAlignedRect()
        return QRect(widget.mapToGlobal(place.topLeft()), place.size())

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:
        item = self._node.item_now()
        if kind != QAccessible.InterfaceType.ActionInterface or item is None or item.picks is None:
            # None, or the interface itself, would reach Qt as the address of the Python object
            return VoidPtr(0)
        return VoidPtr(getCppPointer(self._press)[0])


_EXPOSED: WeakKeyDictionary[QWidget, ReferenceType[Exposure]] = WeakKeyDictionary()


@cache
def _install() -> None:
    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, about: QObject) -> QAccessibleInterface | None:
    """Qt asks for each object, once per class that it is of; it keeps what it is given."""
    if isinstance(about, Node):
        return _NodeInterface(about)
    known = _EXPOSED.get(about) if isinstance(about, QWidget) else None
    exposure = known() if known is not None else None
    return _WidgetInterface(exposure) if exposure is not None else None
