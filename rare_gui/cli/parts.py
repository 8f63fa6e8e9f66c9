"""`rare-gui parts`: a person's own parts list against the restrictions, as data, text and CSV.

Read on this computer only; nothing of it is kept or sent.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from rare_gui.cli.export import check_place
from rare_gui.cli.failures import Failed, WrongArguments, damage_line, problem_counts
from rare_gui.cli.parts_answer import parts_answer, parts_json
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.names import Names
from rare_gui.domain.parts.check import (
    MOST_DESTINATIONS,
    CheckedLine,
    Question,
    Verdict,
    check_parts,
    spend_of,
)
from rare_gui.domain.parts.line import PartsList
from rare_gui.intake.parts.columns import UnknownColumn
from rare_gui.intake.parts.lines import open_list
from rare_gui.intake.parts.table import PartsFileError
from rare_gui.intake.whole_files import write_whole
from rare_gui.scenes.cliff_words import left_spoken
from rare_gui.scenes.parts.report import report_text
from rare_gui.scenes.parts.words import (
    VERDICT_WORDS,
    doubt_words,
    read_as,
    set_by,
    spend_words,
    state_word,
)

_MOST_SHOWN = 40
"""Lines of each kind that are printed as text; all are in the JSON and the CSV."""


def read_destinations(names: Names, text: str) -> tuple[str, ...]:
    """The countries of a list such as "US,JP", each once. Raises WrongArguments, UnknownName."""
    found = tuple(dict.fromkeys(names.country(word) for word in text.split(",") if word.strip()))
    if not 1 <= len(found) <= MOST_DESTINATIONS:
        raise WrongArguments(f"give one to {MOST_DESTINATIONS} destinations, e.g. --to US,JP")
    return found


def read_mapping(words: Iterable[str]) -> dict[str, str]:
    """Fields and columns of words such as "material=Description". Raises WrongArguments."""
    found: dict[str, str] = {}
    for word in words:
        field, equals, column = word.partition("=")
        if not equals or not field.strip():
            raise WrongArguments(f"{word[:40]!r} is no mapping; write --map material=COLUMN")
        if field in found:
            raise WrongArguments(f"the field {field!r} is mapped twice")
        found[field] = column
    return found


def checked(
    dataset: Dataset, path: Path, mapping: dict[str, str], question: Question
) -> tuple[PartsList, tuple[CheckedLine, ...]]:
    """The list and its answers. Raises Failed for an unreadable file, WrongArguments."""
    gc.disable()  # nothing made here is given up: looking for it takes a third of the time
    try:
        _, parts = open_list(path, dataset, question.origin, mapping)
        return parts, check_parts(dataset, parts.lines, question)
    except PartsFileError as error:
        raise Failed(str(error)) from None
    except UnknownColumn as error:
        raise WrongArguments(str(error)) from None
    finally:
        gc.enable()


def write_report(
    dataset: Dataset,
    parts: PartsList,
    lines: Sequence[CheckedLine],
    question: Question,
    path: Path,
    *,
    force: bool,
    scenario: str = "",
) -> None:
    """Write the report, whole or not at all. Raises WrongArguments and Failed."""
    if path.suffix.lower() != ".csv":
        raise WrongArguments(f"{path.name!r}: only .csv reports can be written")
    check_place(path, force=force)
    text = report_text(dataset, parts, lines, question, scenario)
    try:
        write_whole(path, text.encode("utf-8-sig"))  # the mark is what spreadsheets look for
    except OSError as error:
        raise Failed(f"{path} was not written: {error.strerror or error}") from None


def show(
    dataset: Dataset,
    parts: PartsList,
    lines: Sequence[CheckedLine],
    question: Question,
    *,
    as_json: bool,
    scenario: str = "",
) -> None:
    """Print the answer."""
    if as_json:
        sys.stdout.writelines(parts_json(parts_answer(dataset, parts, lines, question, scenario)))
        return
    mapped = ", ".join(f"{f.value} = {parts.headings[n]!r}" for f, n in parts.mapped.items())
    print(f"{parts.file}: {len(lines):,} lines, {', '.join(parts.facts)}; {mapped}")
    for problem in parts.problems:
        print(f"    {problem.where}: {problem.what}")
    by_verdict: dict[Verdict, list[CheckedLine]] = {verdict: [] for verdict in Verdict}
    for line in lines:
        by_verdict[line.verdict].append(line)
    for verdict, own in by_verdict.items():
        if not own:
            continue
        spend = spend_of(line.line for line in own)
        money = spend_words(spend)
        without = f", {spend.lines_without:,} lines without" if spend.lines_without else ""
        told = f" ({money} spend{without})" if money else ""
        print(f"{len(own):,} {VERDICT_WORDS[verdict]}{told}")
        for line in own[:_MOST_SHOWN]:
            print(f"    {_text_line(dataset, line, question)}")
        if len(own) > _MOST_SHOWN:
            print(f"    and {len(own) - _MOST_SHOWN:,} more; all are in --json and -o report.csv")
    known = f", as known on {question.known_on}" if question.known_on else ""
    print(f"As of {question.as_of}{known}; policy data to {dataset.data_through}.")
    if scenario:
        print(f"Scenario: {scenario}. Not the law of the day.")
    print("Lines to settle and lines not recognised are not counted as free.")
    if told := damage_line(problem_counts(dataset)):
        print(told)


def _text_line(dataset: Dataset, line: CheckedLine, question: Question) -> str:
    name = line.line.part or f"line {line.line.number}"
    if line.reading.doubt is not None:
        return f"{name}: {line.line.material or '(empty)'}: {doubt_words(dataset, line)}"
    states = ", ".join(f"{s.destination} {state_word(s)}" for s in line.states)
    ahead = line.next_clause
    clause = f"; next clause {ahead}, {left_spoken((ahead - question.as_of).days)}" if ahead else ""
    goods = read_as(dataset, line.reading.goods)
    return f"{name}: {goods}: {states}; {set_by(line.states)}{clause}"
