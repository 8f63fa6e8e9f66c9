"""`rare-gui cliffs`: the dated clauses ahead as data, as text and as a calendar file."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import Any

from rare_gui.cli.export import check_place
from rare_gui.cli.failures import Failed, WrongArguments, damage_line, problem_counts
from rare_gui.cli.supposing import say_supposed, supposed_key
from rare_gui.domain.cliffs import Cliff, cliffs, hit
from rare_gui.domain.dataset import Dataset
from rare_gui.intake.whole_files import write_whole
from rare_gui.scenes.cliff_words import left_spoken, what_happens
from rare_gui.scenes.cliffs.calendar_file import calendar_event, calendar_note, calendar_text
from rare_gui.scenes.cliffs.filters import CliffFilters
from rare_gui.scenes.wording import BASIS_WORDS, citation, day_words, opened


def chosen(
    dataset: Dataset,
    as_of: date,
    materials: Collection[str] = (),
    authority: str | None = None,
    within: int | None = None,
) -> tuple[Cliff, ...]:
    """The clauses ahead of a day and those passed beyond the data; all, or those that are wanted.

    `materials` are slugs of which a clause hits one, `authority` is a jurisdiction's code, `within`
    the most days ahead or behind.
    """
    filters = CliffFilters(authority=authority, within=within)
    return tuple(
        cliff for cliff in cliffs(dataset.law, as_of) if filters.keep(dataset.law, cliff, materials)
    )


def told(
    dataset: Dataset, materials: Collection[str], authority: str | None, within: int | None
) -> str:
    """What is left out, as the cliff board says it; empty when nothing is."""
    filters = CliffFilters(authority=authority, within=within)
    names = [dataset.material_names[one] for one in materials]
    return filters.told(names, dataset.country_names)


def answer(dataset: Dataset, as_of: date, found: Collection[Cliff]) -> dict[str, Any]:
    """The answer in the documented JSON shape.

    `date_in_legal_text` is null where the date is that of the legal text or it has none.
    """
    return {
        "as_of": as_of.isoformat(),
        "data_through": dataset.data_through.isoformat(),
        "cliffs": [_cliff(dataset, cliff) for cliff in found],
        "problems": problem_counts(dataset),
        **supposed_key(dataset),
    }


def show(
    dataset: Dataset, as_of: date, found: Collection[Cliff], *, as_json: bool, left_out: str = ""
) -> None:
    """Print the answer; in words with what is left out."""
    if as_json:
        print(json.dumps(answer(dataset, as_of, found), indent=2, ensure_ascii=False))
        return
    say_supposed(dataset.scenario)
    for cliff in found:
        print(f"{day_words(cliff.day)} ({left_spoken(cliff.days_left)}): {what_happens(cliff)}")
        print(f"    {citation(cliff.measure)}; basis: {BASIS_WORDS[cliff.basis]}")
    if not found:
        print("No dated clause ahead.")
    if left_out:
        print(f"{opened(left_out)}.")
    print(f"As of {as_of}; policy data to {dataset.data_through}.")
    if line := damage_line(problem_counts(dataset)):
        print(line)


def write_calendar(
    dataset: Dataset,
    as_of: date,
    found: Collection[Cliff],
    path: Path,
    *,
    force: bool,
    left_out: str = "",
) -> None:
    """Write the clauses as a calendar file with what is left out, whole or not at all.

    Raises WrongArguments when it is no .ics file, Failed when it exists and `force` is not set or
    when it cannot be written.
    """
    if path.suffix.lower() != ".ics":
        raise WrongArguments(f"{path.name!r}: only .ics calendar files can be written")
    check_place(path, force=force)
    note = calendar_note(left_out, as_of, len(found), len(cliffs(dataset.law, as_of)))
    events = [calendar_event(dataset, cliff) for cliff in found]
    text = calendar_text(events, dataset.data_through, note)
    try:
        write_whole(path, text.encode())
    except OSError as error:
        raise Failed(f"{path} was not written: {error.strerror or error}") from None


def _cliff(dataset: Dataset, cliff: Cliff) -> dict[str, Any]:
    legal = cliff.in_legal_text
    return {
        "date": cliff.day.isoformat(),
        "days_left": cliff.days_left,
        "measure": cliff.measure.id,
        "what_happens": what_happens(cliff),
        "basis": cliff.basis.value,
        "date_in_legal_text": legal.isoformat() if legal else None,
        "beyond_data": cliff.beyond_data,
        "materials": list(hit(dataset.law, cliff.measure)),
        "sources": list(dict.fromkeys((*cliff.sources, *cliff.measure.sources))),
    }
