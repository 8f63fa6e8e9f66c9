"""Open points about the data behind a view: two end dates, series that stop, clauses run out."""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.flows import FlowKind, export_series, longest
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import DatePrecision, LegalState
from rare_gui.scenes.chips import COLUMNS, column_runs
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import BASIS_WORDS, FORM_WORDS, citation, day_words, listed, opened


@dataclass(frozen=True, slots=True)
class DataNote:
    """An open point about the data: a bold lead and a sentence."""

    lead: str
    text: str


def data_notes(dataset: Dataset, selection: Selection) -> tuple[DataNote, ...]:
    """The open points that bear on the selected material on the selected day."""
    runs = [
        (FORM_WORDS[form], run)
        for column in range(len(COLUMNS))
        for form, run in column_runs(dataset.law, selection.material, column, selection)
    ]
    notes = [*_past(dataset, runs), *_two_dates(runs), *_reported(runs)]
    if selection.origin == "CN":
        notes += _series_stop(dataset, selection)
    return tuple(notes)


def _past(dataset: Dataset, runs: list[tuple[str, StateRun]]) -> list[DataNote]:
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
            f"the data reach to {day_words(dataset.data_through)}. No later source.",
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
