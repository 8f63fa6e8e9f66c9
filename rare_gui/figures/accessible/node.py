"""The nodes of a painted widget: a QObject for each item that was asked for.

Qt ties an interface's life to an object's. Nodes are kept by key and filled anew when the picture
changes, so that a screen reader does not lose its place. Not for the interfaces (`exposure`).
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from rare_gui.figures.accessible.item import Item


class Owner(Protocol):
    """Whose items the nodes are."""

    widget: QWidget

    def branch(self) -> Branch:
        """The uppermost items, as the picture is now; brings every node up to date."""

    def pick(self, kind: str, key: str) -> None:
        """An item was pressed."""


class Branch:
    """The children of the widget or of a node: a node for each item that was asked for."""

    def __init__(self, owner: Owner, above: Node | None, parent: QObject) -> None:
        self._owner, self._above, self._parent = owner, above, parent
        self._nodes: dict[str, Node] = {}
        self.items: tuple[Item, ...] = ()

    def take(self, items: tuple[Item, ...]) -> None:
        """Other items: nodes that have none any more stay, for theirs may come back."""
        self.items = items
        present = {item.key: item for item in items}
        for key, node in self._nodes.items():
            node.take(present.get(key))

    def node(self, number: int) -> Node:
        """The node of an item, made when it is first asked for."""
        item = self.items[number]
        node = self._nodes.get(item.key)
        if node is None:
            node = self._nodes[item.key] = Node(self._owner, self._above, self._parent)
            node.take(item)
        return node

    def interface(self, number: int) -> QAccessibleInterface | None:
        """The interface of an item; None beyond the last."""
        if not 0 <= number < len(self.items):
            return None
        return QAccessible.queryAccessibleInterface(self.node(number))

    def interface_at(self, x: int, y: int) -> QAccessibleInterface | None:
        """The uppermost item at a point of the screen."""
        at = self._owner.widget.mapFromGlobal(QPoint(x, y))
        for number in reversed(range(len(self.items))):
            place = self.items[number].place
            if place is not None and place.contains(at):
                return self.interface(number)
        return None

    def number_of(self, interface: QAccessibleInterface) -> int:
        """The place of an interface among the items; -1 when it is of none."""
        sought = interface.object()
        for number, item in enumerate(self.items):
            if self._nodes.get(item.key) is sought:
                return number
        return -1


class Node(QObject):
    """One item, or none for now; what Qt asks for its interface."""

    def __init__(self, owner: Owner, above: Node | None, parent: QObject) -> None:
        super().__init__(parent)
        self.owner, self.above = owner, above
        self.item: Item | None = None
        self._inner = Branch(owner, self, self)

    def take(self, item: Item | None) -> None:
        """Stand for another item from now on, or for none."""
        self.item = item
        self._inner.take(item.children if item is not None else ())

    def item_now(self) -> Item | None:
        """The item in the picture as it is now."""
        self.owner.branch()
        return self.item

    def branch(self) -> Branch:
        """The items that it is made of, now."""
        self.owner.branch()
        return self._inner
