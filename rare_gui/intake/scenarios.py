"""Scenario files: TOML that a person can write by hand, read and kept in the user's folder.

Not for what a scenario does (`domain.scenario`), nor for where the user's folder is: it is passed
in. A file that cannot be read is told of and never overwritten.
"""

from __future__ import annotations

import re
from pathlib import Path

from rare_gui.domain.assumptions import ScenarioError
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.names import nearest
from rare_gui.domain.presets import PRESETS, preset
from rare_gui.domain.problems import Problem, Severity
from rare_gui.domain.scenario import Scenario
from rare_gui.intake.scenario_text import LARGEST, read_text, scenario_text
from rare_gui.intake.whole_files import write_whole

SUFFIX = ".toml"

WhatIf = tuple[Scenario, ImpactCase | None]
"""A scenario, and the case that losses are sized for under it, if one was saved with it."""


class UnknownScenario(ScenarioError):
    """A word that is neither a built-in scenario, nor a saved one, nor a file."""


class NotSaved(OSError):
    """A scenario that could not be written; the message is one sentence that says why."""


def find_scenario(text: str, dataset: Dataset, folder: Path | None = None) -> Scenario:
    """The scenario that a word means: a file, a built-in name, a saved name, or its own text.

    Raises UnknownScenario for a word that means none, ScenarioError for a damaged file.
    """
    return find_what_if(text, dataset, folder)[0]


def find_what_if(text: str, dataset: Dataset, folder: Path | None = None) -> WhatIf:
    """The same with the case that stands in its file, None where none does."""
    if "|" in text:
        return Scenario.from_text(text), None
    path = Path(text)
    if path.suffix == SUFFIX and _is_file(path):
        return read_what_if(path.expanduser())
    if text in PRESETS:
        return preset(dataset.law, text), None
    saved, problems = _saved(folder) if folder else ([], [])
    for what_if in saved:
        if what_if[0].name.casefold() == text.strip().casefold():
            return what_if
    for problem in problems:
        if Path(problem.where).stem == _stem(text):
            raise ScenarioError(f"{problem.where}: {problem.what}")
    if _is_file(path):
        return read_what_if(path.expanduser())
    known = [*PRESETS, *(one.name for one, _ in saved)]
    by_fold = {name.casefold(): name for name in known}
    close = [by_fold[word] for word in nearest(text, by_fold)] or known
    short = text if len(text) <= 40 else text[:39] + "…"
    raise UnknownScenario(
        f"unknown scenario {short!r}: no such file; the names known are {', '.join(close)}"
    )


def read_scenario(path: Path) -> Scenario:
    """The scenario in a file; ScenarioError with the file's name and the place of the fault."""
    return read_what_if(path)[0]


def read_what_if(path: Path) -> WhatIf:
    """The same with the case in the file's [impact] table, None where it has none."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        return read_text(raw)
    except ScenarioError as error:
        raise ScenarioError(f"{path.name}: {error}", *error.lines) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise ScenarioError(f"{path.name}: cannot be read ({reason})") from None
    except (ValueError, RecursionError) as error:
        import tomllib

        fault = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "no text"
        raise ScenarioError(f"{path.name}: is damaged: {fault}") from None


def saved_scenarios(folder: Path) -> tuple[tuple[Scenario, ...], tuple[Problem, ...]]:
    """The scenarios in a folder by name, and what is wrong with the files that are none.

    A folder that does not exist holds none.
    """
    saved, problems = _saved(folder)
    return tuple(scenario for scenario, _ in saved), tuple(problems)


def save_scenario(folder: Path, scenario: Scenario, case: ImpactCase | None = None) -> Path:
    """Write a scenario into a folder, over an older one of the same name, and give its file.

    All of it is written or nothing. A file of another name or a damaged one is left alone: the new
    one gets a name beside it. Without a case the one saved before is kept. Raises NotSaved.
    """
    if scenario.name in PRESETS:
        raise NotSaved(f"{scenario.name} is the name of a built-in scenario; choose another")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path, before = _place(folder, scenario)
        write_scenario(path, scenario, before if case is None else case)
    except NotSaved:
        raise
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise NotSaved(f"{scenario.name} was not saved: {reason}") from None
    return path


def write_scenario(path: Path, scenario: Scenario, case: ImpactCase | None = None) -> None:
    """Write a scenario's file whole or not at all; OSError if that fails."""
    write_whole(path, scenario_text(scenario, case).encode())


def _saved(folder: Path) -> tuple[list[WhatIf], list[Problem]]:
    """What the files of a folder hold, by name, and what is wrong with the others."""
    found: dict[str, WhatIf] = {}
    problems = []
    for path in _files(folder):
        try:
            what_if = read_what_if(path)
        except ScenarioError as error:
            what = str(error).removeprefix(f"{path.name}: ")
            mend = "Mend it in an editor or move it away; it is not used"
            problems.append(Problem(Severity.WARNING, path.name, what, mend))
            continue
        found.setdefault(what_if[0].name, what_if)
    return sorted(found.values(), key=lambda one: one[0].name.casefold()), problems


def _place(folder: Path, scenario: Scenario) -> tuple[Path, ImpactCase | None]:
    """The file for a scenario, and the case in it if it is there already."""
    stem = _stem(scenario.name)
    for number in range(1, 1000):
        path = folder / f"{stem}{f'-{number}' if number > 1 else ''}{SUFFIX}"
        if not path.exists():
            return path, None
        try:
            before, case = read_what_if(path)
        except ScenarioError:
            continue
        if before.name == scenario.name:
            return path, case
    raise NotSaved(f"{scenario.name} was not saved: too many files are called {stem}")


def _stem(name: str) -> str:
    """A file name without suffix that every system takes."""
    stem = re.sub(r"[\W_]+", "-", name.casefold()).strip("-") or "scenario"
    reserved = re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", stem)
    return f"{stem}-scenario" if reserved else stem


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == SUFFIX and path.is_file())
    except OSError:
        return []


def _is_file(path: Path) -> bool:
    try:
        return path.expanduser().is_file()
    except (OSError, RuntimeError, ValueError):  # too long, no such user, a zero byte
        return False
