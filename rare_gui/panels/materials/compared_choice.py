"""Which materials are compared after a click or key on the list: six at most, in their order.

Not for the gestures themselves (`material_tree`).
"""

from __future__ import annotations

from rare_gui.scenes.selection import MOST_COMPARED

Materials = tuple[str, ...]


def toggled(compared: Materials, selected: str, material: str) -> Materials:
    """With `material` added or taken away; the first one joins the one that is looked at."""
    before = compared or tuple(one for one in (selected,) if one not in ("", material))
    if material in before:
        return tuple(one for one in before if one != material)
    return joined(before, (material,))


def ranged(rows: Materials, selected: str, material: str) -> Materials:
    """From the selected row to another one, up or down; empty where one is not listed."""
    if selected not in rows or material not in rows:
        return ()
    first, last = rows.index(selected), rows.index(material)
    between = rows[min(first, last) : max(first, last) + 1]
    return joined((), between if first <= last else tuple(reversed(between)))


def joined(before: Materials, more: Materials) -> Materials:
    """Both in their order, each once, as many as can be compared."""
    return tuple(dict.fromkeys((*before, *more)))[:MOST_COMPARED]
