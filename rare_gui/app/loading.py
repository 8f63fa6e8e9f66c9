"""A data package read for the window, on any thread: no Qt here."""

from __future__ import annotations

from pathlib import Path

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.problems import Problem, Severity
from rare_gui.intake.package import open_package
from rare_gui.intake.places import shipped_package


class NothingToShow(Exception):
    """No package could be opened; the message says why and what to do."""


def load(path: Path | None) -> tuple[Dataset, tuple[Problem, ...]]:
    """The dataset at `path` (None: the shipped one) with its problems; NothingToShow if fatal."""
    dataset, problems = open_package(path or shipped_package())
    if dataset is None:
        fatal = [str(p) for p in problems if p.severity is Severity.FATAL]
        raise NothingToShow(" ".join(fatal))
    _ = dataset.law  # read here and now, not at the first question
    return dataset, problems
