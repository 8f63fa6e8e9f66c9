"""The first page that a new user sees: what is answered, three things to try, where the data stop.

Not for showing it once only: `app.help_room` minds that.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain

from rare_gui.domain.cliffs import Turn, cliffs
from rare_gui.domain.counting import counted
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import Basis, LegalState, SupplyForm
from rare_gui.scenes.chips import COLUMNS, chip, column_of, column_runs, strongest
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.help.how_to_read import BARS, CHIPS
from rare_gui.scenes.palette import Chip, Fill, Shape
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.events import truce_span
from rare_gui.scenes.wording import STATE_WORDS, day_words, inside, listed, opened

TITLE = "What is restricted, and who feels it?"
_PAUSED = 2
"""So many materials under a paused measure are named, to be compared."""


@dataclass(frozen=True, slots=True)
class Trial:
    """Something to try: chip, name, what is true of it on the day, and the view that shows it."""

    chip: Chip
    title: str
    words: str
    view: Selection


@dataclass(frozen=True, slots=True)
class FirstRunScene:
    """The page: its texts, the trials, the material to open, and the legend beside them."""

    title: str
    answers: str
    loaded: str
    promise: str
    data_stop: str
    trials: tuple[Trial, ...]
    open_label: str
    open_view: Selection
    bars: tuple[tuple[Fill, str], ...]
    chips: tuple[tuple[Chip, str], ...]


def first_run_scene(dataset: Dataset, selection: Selection) -> FirstRunScene:
    """The page for a dataset; what it says of materials is true on the selection's day."""
    name = dataset.material_names[selection.material]
    timeline = replace(selection, view="timeline")
    trials = (
        _material(dataset, timeline),
        _next_turn(dataset, selection),
        _paused(dataset, timeline),
    )
    materials, measures = len(dataset.material_names), len(dataset.law.measures)
    return FirstRunScene(
        title=TITLE,
        answers=(
            "Which export restrictions apply to a material, in which form, to which country, on "
            "which day. What comes next, who depends on it, and on what evidence."
        ),
        loaded=f"{materials} materials and {measures} measures are ready, from {dataset.name} "
        f"{dataset.version}.",
        promise="Nothing leaves this computer: the program opens no connection.",
        data_stop=(
            f"The data end on {day_words(dataset.data_through, short=False)}. Clauses that run out "
            "after that day are marked as past their date, never guessed."
        ),
        trials=tuple(trial for trial in trials if trial is not None),
        open_label=f"Open {inside(name)}",
        open_view=timeline,
        bars=BARS,
        chips=CHIPS,
    )


def _material(dataset: Dataset, selection: Selection) -> Trial:
    """The selected material and what applies to it."""
    name = dataset.material_names[selection.material]
    runs = _tangible_runs(dataset, selection)
    return Trial(
        chip(name, 0, [strongest(runs)] if runs else [], dataset.data_through),
        name,
        f"{header_scene(dataset, selection).lead}.",
        selection,
    )


def _next_turn(dataset: Dataset, selection: Selection) -> Trial | None:
    """The day ahead on which most paused measures come back by what is known; None without one."""
    ahead = [
        cliff
        for cliff in cliffs(dataset.law, selection.as_of, selection.known_on)
        if cliff.turn is Turn.RESUMES and cliff.day > selection.as_of
    ]
    if not ahead:
        return None
    day, count = Counter(cliff.day for cliff in ahead).most_common(1)[0]
    stated = any(c.day == day and c.basis is not Basis.LEGAL_TEXT for c in ahead)
    measures = counted(count, "paused measure returns", "paused measures return")
    suspended = next(one for one in CHIPS if one[0].shape is Shape.HATCHED)[0]
    return Trial(
        suspended,
        "When the truce ends" if day == truce_span(dataset)[1] else "When pauses end",
        f"{measures} on {day_words(day)}{' by statement' * stated}, unless prolonged again.",
        replace(selection, view="cliffs"),
    )


def _paused(dataset: Dataset, selection: Selection) -> Trial | None:
    """The first materials that may be prohibited once a pause is over, compared; None without."""
    found = []
    for material in dataset.material_names:
        runs = _tangible_runs(dataset, replace(selection, material=material))
        if waiting := [pair for pair in runs if _waits(pair[1])]:
            found.append((material, strongest(waiting)))
    if not found:
        return None
    materials = tuple(material for material, _ in found[:_PAUSED])
    names = [dataset.material_names[material] for material in materials]
    form, run = found[0][1]
    place = dataset.country_names.get(selection.destination, selection.destination)
    together = len(materials) > 1
    return Trial(
        chip(names[0], column_of(form), [found[0][1]], dataset.data_through),
        opened(listed([names[0], *map(inside, names[1:])])),
        f"To {place}: {_pause_words(run)}.",
        replace(
            selection,
            material=materials[0],
            form=None,
            view="compare" if together else "timeline",
            compared=materials if together else (),
        ),
    )


def _waits(run: StateRun) -> bool:
    """Whether a ban is paused beneath, or may have come back since the data end."""
    beneath = any(item.effect is LegalState.PROHIBITED for item in run.paused_beneath)
    return beneath or run.could_be is LegalState.PROHIBITED


def _pause_words(run: StateRun) -> str:
    """Until when the ban is paused, or that this is no longer known."""
    if run.state is LegalState.PAST_ITS_DATE:
        ended = f"ended on {day_words(run.until)}" if run.until else "has ended"
        return f"a ban was paused; the pause {ended}, after the data"
    paused = next(one for one in run.paused_beneath if one.effect is LegalState.PROHIBITED)
    until = f" until {day_words(paused.stretch.until)}" if paused.stretch.until else ""
    return f"{STATE_WORDS[run.state]}; a ban beneath is paused{until}"


def _tangible_runs(dataset: Dataset, selection: Selection) -> list[tuple[SupplyForm, StateRun]]:
    """The states of the forms that are goods; technology has bans of its own."""
    goods = range(len(COLUMNS) - 1)
    each = (column_runs(dataset.law, selection.material, one, selection) for one in goods)
    return list(chain.from_iterable(each))
