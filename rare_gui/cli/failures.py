"""How a sub-command fails, and how it tells that its package is damaged.

A failure is one sentence, with exit code 2 for wrong arguments or 1 for a failed run.
"""

from __future__ import annotations

from collections.abc import Mapping

from rare_gui.domain.counting import counted
from rare_gui.domain.damage import damage_of
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.damage import rows_words
from rare_gui.scenes.wording import opened


class WrongArguments(Exception):
    """What was asked cannot be understood; the message says what to write instead."""


class Failed(Exception):
    """A run that cannot go on; the message is one sentence that says what to do."""


def problem_counts(dataset: Dataset) -> dict[str, int]:
    """The `problems` of an answer in JSON, counted over the tables that it was made from."""
    damage = damage_of(dataset)
    return {
        "errors": damage.errors,
        "warnings": damage.warnings,
        "rows_dropped": damage.rows_dropped,
    }


def damage_line(counts: Mapping[str, int]) -> str:
    """The same as a line at the end of an answer in text; empty where there is no error."""
    dropped, errors = counts["rows_dropped"], counts["errors"]
    if not errors:
        return ""
    what = rows_words(dropped) if dropped else "some of the package could not be read"
    return f"{opened(what)} ({counted(errors, 'error', 'errors')}): see rare-gui check."


def advised(error: OSError) -> str:
    """The sentence on a file that was not written, with what to give where it was there already."""
    is_there = isinstance(error, FileExistsError)
    return f"{error}; give --force to overwrite it" if is_there else str(error)
