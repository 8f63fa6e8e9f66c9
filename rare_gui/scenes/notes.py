"""Open points about the data behind a view: two end dates, series that stop, clauses run out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rare_gui.domain.damage import damage_of
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.flows import PUBLISHED_ON, FlowKind, export_series, longest
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import DatePrecision, LegalState
from rare_gui.scenes.chips import COLUMNS, column_runs
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import (
    BASIS_WORDS,
    FORM_WORDS,
    citation,
    day_words,
    inside,
    listed,
    opened,
)

ROWS_TOLD = 3
"""Unread rows told one by one; `rare-gui check` and the package's own notes list them all."""


@dataclass(frozen=True, slots=True)
class DataNote:
    """An open point about the data: a bold lead and a sentence.

    `in_doubt`: for its sake a state that is shown is not certain.
    """

    lead: str
    text: str
    in_doubt: bool = False


def data_notes(dataset: Dataset, selection: Selection) -> tuple[DataNote, ...]:
    """The open points that bear on the selected material on the selected day."""
    runs = [
        (FORM_WORDS[form], run)
        for column in range(len(COLUMNS))
        for form, run in column_runs(dataset.law, selection.material, column, selection)
    ]
    through = known_through(dataset, selection.known_on)
    notes = [*_unread(dataset, selection), *_past(runs, through), *_two_dates(runs)]
    notes += _reported(runs)
    if selection.origin == "CN":
        notes += [*_series_stop(dataset, selection), *_wider_line(dataset, selection)]
    if selection.known_on is not None:
        notes.append(_HABIT)
    return tuple(notes)


def known_through(dataset: Dataset, known_on: date | None) -> date:
    """The last day that the policy data in view reach: no later than the day known on."""
    return min(known_on or dataset.data_through, dataset.data_through)


_HABIT = DataNote(
    "When figures were known.",
    "The tables give no day of publication for a single figure. China's exports of a month count "
    f"as known from the {PUBLISHED_ON}th of the next, when its customs usually publish them by "
    "goods (the total often a week before). What is given for a year (shares, mean prices) counts "
    "from the first day of the next year, though it often came out later. Figures are shown as "
    "last revised.",
)


def _unread(dataset: Dataset, selection: Selection) -> list[DataNote]:
    """The rows of a damaged package that may make a state of the material another one."""
    damage = damage_of(dataset)
    if not damage.lost:
        return []
    goods = (selection.origin, selection.destination)
    doubts = {
        row
        for column in range(len(COLUMNS))
        for form, run in column_runs(dataset.law, selection.material, column, selection)
        for row in damage.doubts(dataset.law, selection.material, form, *goods, run.certain)
    }
    lost = [str(row) for row in damage.lost if row in doubts]
    if not lost:
        return []
    more = f"; and {len(lost) - ROWS_TOLD} more" if len(lost) > ROWS_TOLD else ""
    return [
        DataNote(
            "Not certain.",
            "Rows of the package that may name this material could not be read, so another state "
            f"may apply than the one shown: {'; '.join(lost[:ROWS_TOLD])}{more}.",
            in_doubt=True,
        )
    ]


def _past(runs: list[tuple[str, StateRun]], through: date) -> list[DataNote]:
    forms = [form for form, run in runs if run.state is LegalState.PAST_ITS_DATE]
    if not forms:
        return []
    run = next(run for _, run in runs if run.state is LegalState.PAST_ITS_DATE)
    measures = listed([citation(item.measure) for item in run.deciding])
    ended = day_words(run.until) if run.until else "its date"
    return [
        DataNote(
            "Past its date.",
            f"{opened(listed(forms))}: the pause of {measures} ended on {ended} by its text; "
            f"the data reach to {day_words(through)}. No later source.",
            in_doubt=True,
        )
    ]


def _two_dates(runs: list[tuple[str, StateRun]]) -> list[DataNote]:
    for _, run in runs:
        for item in run.considered:
            legal, until = item.stretch.until_in_legal_text, item.stretch.until
            if legal is not None and until is not None and legal != until:
                return [
                    DataNote(
                        "Two end dates.",
                        f"The text of {citation(item.measure)} is paused to {day_words(legal)}; by "
                        f"{BASIS_WORDS[item.stretch.row.basis]} the pause runs to "
                        f"{day_words(until)}. Drawn dashed.",
                    )
                ]
    return []


def _reported(runs: list[tuple[str, StateRun]]) -> list[DataNote]:
    forms = [form for form, run in runs if run.state is LegalState.REPORTED_LIMIT]
    if not forms:
        return []
    return [
        DataNote(
            "Reported only.",
            f"{opened(listed(forms))}: the limit rests on press reports; no legal text is known.",
        )
    ]


def _series_stop(dataset: Dataset, selection: Selection) -> list[DataNote]:
    series = export_series(dataset, selection.material)
    parts = []
    for kind in (FlowKind.FINISHED, FlowKind.RAW):
        one = longest(series, kind)
        points = one.known_on(selection.known_on) if one else ()
        if one is None or not points:
            continue
        known = {point.month_number for point in points}
        holes = sum(1 for number in range(min(known), max(known)) if number not in known)
        last = day_words(points[-1].month, DatePrecision.MONTH)
        gap = f", {holes} months without a figure before" if holes else ""
        parts.append(f"{one.label}: none after {last}{gap}")
    return [DataNote("Figures stop.", f"{opened('; '.join(parts))}.")] if parts else []


def _wider_line(dataset: Dataset, selection: Selection) -> list[DataNote]:
    """A customs line of finished goods that holds more than products of the material."""
    one = longest(export_series(dataset, selection.material), FlowKind.FINISHED)
    if one is None or not one.known_on(selection.known_on):
        return []
    own = dataset.products_of(selection.material) | {selection.material}
    if own.issuperset(one.materials):
        return []
    held = listed([inside(dataset.material_names[material]) for material in one.materials])
    name = inside(dataset.material_names[selection.material])
    part = f"are {name}" if selection.material in one.materials else f"hold {name}"
    return [
        DataNote(
            "A wider line.",
            f"{opened(one.label)}: exports of {held} together. How many of them {part} is not in "
            "these data.",
        )
    ]
