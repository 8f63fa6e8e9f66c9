"""Scenario files: TOML that a person can write by hand, read and kept in the user's folder.

Not for what a scenario does (`domain.scenario`), nor for where the user's folder is: it is passed
in. A file that cannot be read is told of and never overwritten.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rare_gui.domain.assumptions import ScenarioError, read, written
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.names import nearest
from rare_gui.domain.presets import PRESETS, preset
from rare_gui.domain.problems import Problem, Severity
from rare_gui.domain.scenario import Scenario
from rare_gui.intake.whole_files import write_whole

SUFFIX = ".toml"
_LARGEST = 1_000_000
_HEAD = "# A what-if of rare_gui. Each [[change]] is one assumption; dates are YYYY-MM-DD.\n"


class UnknownScenario(ScenarioError):
    """A word that is neither a built-in scenario, nor a saved one, nor a file."""


class NotSaved(OSError):
    """A scenario that could not be written; the message is one sentence that says why."""


def find_scenario(text: str, dataset: Dataset, folder: Path | None = None) -> Scenario:
    """The scenario that a word means: a file, a built-in name, a saved name, or its own text.

    Raises UnknownScenario for a word that means none, ScenarioError for a damaged file.
    """
    if "|" in text:
        return Scenario.from_text(text)
    path = Path(text)
    if path.suffix == SUFFIX and _is_file(path):
        return read_scenario(path.expanduser())
    if text in PRESETS:
        return preset(dataset.law, text)
    saved, problems = saved_scenarios(folder) if folder else ((), ())
    for scenario in saved:
        if scenario.name.casefold() == text.strip().casefold():
            return scenario
    for problem in problems:
        if Path(problem.where).stem == _stem(text):
            raise ScenarioError(f"{problem.where}: {problem.what}")
    if _is_file(path):
        return read_scenario(path.expanduser())
    known = [*PRESETS, *(one.name for one in saved)]
    by_fold = {name.casefold(): name for name in known}
    close = [by_fold[word] for word in nearest(text, by_fold)] or known
    short = text if len(text) <= 40 else text[:39] + "…"
    raise UnknownScenario(
        f"unknown scenario {short!r}: no such file; the names known are {', '.join(close)}"
    )


def read_scenario(path: Path) -> Scenario:
    """The scenario in a file; ScenarioError with the file's name and the place of the fault."""
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
        return _scenario(_values(raw))
    except ScenarioError as error:
        raise ScenarioError(f"{path.name}: {error}", *error.lines) from None
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise ScenarioError(f"{path.name}: cannot be read ({reason})") from None
    except (ValueError, RecursionError) as error:
        fault = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "no text"
        raise ScenarioError(f"{path.name}: is damaged: {fault}") from None


def saved_scenarios(folder: Path) -> tuple[tuple[Scenario, ...], tuple[Problem, ...]]:
    """The scenarios in a folder by name, and what is wrong with the files that are none.

    A folder that does not exist holds none.
    """
    found: dict[str, Scenario] = {}
    problems = []
    for path in _files(folder):
        try:
            scenario = read_scenario(path)
        except ScenarioError as error:
            what = str(error).removeprefix(f"{path.name}: ")
            mend = "Mend it in an editor or move it away; it is not used"
            problems.append(Problem(Severity.WARNING, path.name, what, mend))
            continue
        found.setdefault(scenario.name, scenario)
    ordered = sorted(found.values(), key=lambda one: one.name.casefold())
    return tuple(ordered), tuple(problems)


def save_scenario(folder: Path, scenario: Scenario) -> Path:
    """Write a scenario into a folder, over an older one of the same name, and give its file.

    All of it is written or nothing. A file of another name or a damaged one is left alone: the new
    one gets a name beside it. Raises NotSaved.
    """
    if scenario.name in PRESETS:
        raise NotSaved(f"{scenario.name} is the name of a built-in scenario; choose another")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _place(folder, scenario)
        write_scenario(path, scenario)
    except NotSaved:
        raise
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise NotSaved(f"{scenario.name} was not saved: {reason}") from None
    return path


def write_scenario(path: Path, scenario: Scenario) -> None:
    """Write a scenario's file whole or not at all; OSError if that fails."""
    write_whole(path, scenario_text(scenario).encode())


def scenario_text(scenario: Scenario) -> str:
    """The file of a scenario as text."""
    parts = [f"{_HEAD}name = {_value(scenario.name)}\n"]
    for line in scenario.changes:
        rows = [f"{key} = {_value(value)}\n" for key, value in written(line).items()]
        parts.append("\n[[change]]\n" + "".join(rows))
    return "".join(parts)


def _values(raw: bytes) -> dict[str, Any]:
    if len(raw) > _LARGEST:
        raise ScenarioError("is too large for a scenario")
    return tomllib.loads(raw.decode("utf-8-sig"))


def _scenario(values: Mapping[str, Any]) -> Scenario:
    unknown = [key for key in values if key not in ("name", "change")]
    if unknown:
        raise ScenarioError(f"knows no {unknown[0][:40]!r}; write name and [[change]]")
    name, rows = values.get("name"), values.get("change", [])
    if not isinstance(name, str):
        raise ScenarioError("lacks its name")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ScenarioError("change is no list; write each as [[change]]")
    lines = []
    for number, row in enumerate(rows, 1):
        try:
            lines.append(read(row))
        except ScenarioError as error:
            raise ScenarioError(f"line {number}: {error}", number) from None
    return Scenario(name.strip(), tuple(lines))


def _value(value: str | float | date | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_value(one) for one in value)}]"
    if isinstance(value, date):
        return value.isoformat()
    # a printable JSON string is a TOML string
    return json.dumps(value, ensure_ascii=False)


def _place(folder: Path, scenario: Scenario) -> Path:
    stem = _stem(scenario.name)
    for number in range(1, 1000):
        path = folder / f"{stem}{f'-{number}' if number > 1 else ''}{SUFFIX}"
        if not path.exists():
            return path
        try:
            if read_scenario(path).name == scenario.name:
                return path
        except ScenarioError:
            continue
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
