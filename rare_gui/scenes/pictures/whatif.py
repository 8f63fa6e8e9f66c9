"""The picture of a what-if: the goods whose state differs from that by the law as it is.

What is supposed stands in every frame under a what-if already. Not for making one up
(`scenes.scenario`), nor for applying it (`domain.scenario`).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from rare_gui.domain.counting import counted
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.scenario import Differing, Scenario, differing
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import SupplyForm
from rare_gui.scenes.chips import chip, column_of
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.pictures.of_view import Told, view_frame
from rare_gui.scenes.pictures.table_parts import (
    ARROW,
    TableCell,
    TableColumn,
    TableGroup,
    TableRow,
    TableScene,
)
from rare_gui.scenes.pictures.views import TablePicture, chip_notes
from rare_gui.scenes.scenario import scenario_words
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import FORM_WORDS, day_words, listed

_NONE = "No state differs on this day."
_OTHER_DAY = "On another as-of day one may."
_HEADS = ("Materials", "Forms", "By the law as it is, and under the what-if")


def whatif_picture(
    base: Dataset, supposed: Dataset, selection: Selection, scenario: Scenario, told: Told
) -> TablePicture:
    """The differing goods; `base` is the law as it is, `supposed` that under `scenario`."""
    found = tuple(
        differing(
            base,
            supposed,
            selection.as_of,
            selection.origin,
            selection.destination,
            selection.known_on,
        )
    )
    materials = len({one.material for one in found})
    count = (
        f"{counted(len(found), 'state differs', 'states differ')}, "
        f"of {counted(materials, 'material', 'materials')}"
        if found
        else "no state differs"
    )
    table = _table(base, supposed, found)
    frame = view_frame(
        supposed,
        selection,
        (
            f"{scenario_words(scenario)}: {count}",
            f"States on {day_words(selection.as_of)} that are others than by the law as it is.",
        ),
        told,
        notes=chip_notes(table),
        sources=(source for one in found for source in one.before.sources),
    )
    return TablePicture(frame, (table,))


def _table(base: Dataset, supposed: Dataset, found: tuple[Differing, ...]) -> TableScene:
    """A row for all materials of which the same forms change alike."""
    alike: dict[tuple[Chip, Chip, tuple[SupplyForm, ...]], list[str]] = {}
    for material, goods in groupby(found, key=lambda one: one.material):
        name = base.material_names.get(material, material)
        forms: dict[tuple[Chip, Chip], list[SupplyForm]] = {}
        for one in goods:
            chips = _chip(base, one.form, one.before), _chip(supposed, one.form, one.after)
            forms.setdefault(chips, []).append(one.form)
        for chips, same in forms.items():
            alike.setdefault((*chips, tuple(same)), []).append(name)
    if not alike:
        return TableScene((), (), ("", ""), ((_NONE, _OTHER_DAY),))
    rows: tuple[TableRow, ...] = tuple(
        (
            TableCell(text=listed(names)),
            TableCell(text=listed([FORM_WORDS[form] for form in same])),
            TableCell(chips=((before, ARROW), (after, "")), unbroken=True),
        )
        for (before, after, same), names in alike.items()
    )
    columns = tuple(TableColumn(head) for head in _HEADS)
    return TableScene(columns, (TableGroup("", "", rows),), ("line", "lines"))


def _chip(dataset: Dataset, form: SupplyForm, run: StateRun) -> Chip:
    """The chip of one form, without its words: goods that look alike share a row."""
    found = chip("", column_of(form), ((form, run),), dataset.data_through)
    return replace(found, spoken="")
