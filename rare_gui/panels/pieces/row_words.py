"""What the browser's rows say: in their cells, in tooltips and to the screen reader.

Not for what is listed (`rows_model`) nor for painting (`row_painter`).
"""

from __future__ import annotations

from rare_gui.domain.counting import noun
from rare_gui.scenes.materials.parts import MaterialGroup, MaterialRow


def licensed_words(group: MaterialGroup) -> str:
    """How many of a group's materials are under licence: "5 of 10"."""
    return f"{group.licensed} of {len(group.rows)}"


def licensed_spoken(group: MaterialGroup) -> str:
    """The same in full, for the tooltip and the screen reader."""
    materials = noun(len(group.rows), "material", "materials")
    return f"{licensed_words(group)} {materials} under licence in some form"


def name_spoken(row: MaterialRow) -> str:
    """The name, with the marks that its row carries."""
    told = [row.name]
    if row.changed:
        told.append("changed since the day compared with")
    if row.watched:
        told.append("on the watch list")
    if row.compared:
        told.append("chosen for the comparison")
    return ", ".join(told)


def exports_spoken(row: MaterialRow) -> str:
    """The last months of the series, and how they moved."""
    told = row.spark.spoken if row.spark else "no monthly exports in these data"
    return "\n".join(filter(None, (told, row.change_spoken)))
