"""Which observations each kind of picture draws, and those of the whole window.

Not for writing them down: `scenes.tidy.table`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import Impact
from rare_gui.domain.own_note import Note
from rare_gui.domain.risk.assessment import Assessment
from rare_gui.scenes.chips import COLUMNS, column_runs
from rare_gui.scenes.materials.scene import materials_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.card import card_rows, figure_rows, page_rows
from rare_gui.scenes.tidy.changes import change_rows
from rare_gui.scenes.tidy.clauses import clause_rows
from rare_gui.scenes.tidy.comparison import comparison_rows
from rare_gui.scenes.tidy.impact import chart_rows, impact_rows
from rare_gui.scenes.tidy.ledger import ledger_rows
from rare_gui.scenes.tidy.observation import Observation
from rare_gui.scenes.tidy.projects import project_rows
from rare_gui.scenes.tidy.states import state_row, state_rows
from rare_gui.scenes.tidy.timeline import list_rows, timeline_rows
from rare_gui.scenes.tidy.whatif import whatif_rows


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a picture was drawn from. `dataset` is that of the law shown, under its what-if.

    `impact` and `risk` are results that are computed elsewhere, None where they were not. `notes`
    are the user's own. `materials` are those of a brief, else the selection's alone.
    """

    dataset: Dataset
    selection: Selection
    impact: Impact | None = None
    risk: Assessment | None = None
    notes: tuple[Note, ...] = ()
    materials: tuple[str, ...] = ()


def observations(what: str, drawn: Drawn) -> tuple[Observation, ...]:
    """The rows of a picture of kind `what`, each once, in the order of what is drawn.

    Raises KeyError for a kind that is not in KINDS.
    """
    return tuple(dict.fromkeys(KINDS[what](drawn)))


def _brief(drawn: Drawn) -> Iterator[Observation]:
    """A card of each material; the clauses ahead are those of the board for it alone."""
    for material in drawn.materials or (drawn.selection.material,):
        view = replace(drawn.selection, material=material, form=None)
        yield from card_rows(drawn.dataset, view, None, drawn.notes)
        alone = replace(view, only_material=True, only_compared=False)
        yield from clause_rows(drawn.dataset, alone)
    yield from impact_rows(drawn.dataset, drawn.impact)


def _browser(drawn: Drawn) -> Iterator[Observation]:
    """The state of each form of each material that the browser lists."""
    dataset = drawn.dataset
    for group in materials_scene(dataset, drawn.selection).groups:
        for row in group.rows:
            view = replace(drawn.selection, material=row.material)
            for column in range(len(COLUMNS)):
                for form, run in column_runs(dataset.law, row.material, column, view):
                    yield state_row(dataset, row.material, form, run, view.as_of)


def _window(drawn: Drawn) -> Iterator[Observation]:
    """The browser, the head, what the middle shows, and the losses beside it if there are any."""
    yield from state_rows(drawn.dataset, drawn.selection)
    yield from figure_rows(drawn.dataset, drawn.selection)
    middle = _MIDDLE.get(drawn.selection.view)
    if middle is not None:
        yield from KINDS[middle](drawn)
    if drawn.impact is not None and middle != "impact":
        yield from _impact(drawn)
    yield from _browser(drawn)


def _impact(drawn: Drawn) -> Iterator[Observation]:
    return impact_rows(drawn.dataset, drawn.impact, order_free=drawn.selection.order_free)


def _chart(drawn: Drawn, chart: str) -> Iterator[Observation]:
    return chart_rows(drawn.dataset, drawn.impact, chart, order_free=drawn.selection.order_free)


KINDS: Mapping[str, Callable[[Drawn], Iterator[Observation]]] = {
    "timeline": lambda one: timeline_rows(one.dataset, one.selection, one.notes),
    "list": lambda one: list_rows(one.dataset, one.selection, one.notes),
    "card": lambda one: card_rows(one.dataset, one.selection, one.impact, one.notes),
    "material": lambda one: page_rows(one.dataset, one.selection, one.risk),
    "impact": _impact,
    "heat": lambda one: _chart(one, "heat"),
    "weeks": lambda one: _chart(one, "weeks"),
    "waterfall": lambda one: _chart(one, "waterfall"),
    "influences": lambda one: _chart(one, "influences"),
    "comparison": lambda one: comparison_rows(one.dataset, one.selection),
    "cliffs": lambda one: clause_rows(one.dataset, one.selection),
    "changes": lambda one: change_rows(one.dataset, one.selection),
    "whatif": lambda one: whatif_rows(one.dataset, one.selection),
    "ledger": lambda one: ledger_rows(one.dataset, one.selection),
    "projects": lambda one: project_rows(one.dataset, one.selection),
    "brief": _brief,
    "window": _window,
}
"""The rows of each kind of picture."""

_MIDDLE: Mapping[str, str] = {
    "timeline": "timeline",
    "list": "list",
    "cliffs": "cliffs",
    "changes": "changes",
    "whatif": "whatif",
    "impact": "impact",
    "ledger": "ledger",
    "projects": "projects",
    "compare": "comparison",
    "card": "material",
}
"""What the middle of the window draws by the selection's view; the others draw no data."""
