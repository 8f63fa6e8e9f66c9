"""A fault found in data, told so that a person can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is: a fatal one leaves nothing to show, an error spoils a row or table."""

    FATAL = "fatal"
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where it is, what is wrong, what to do about it."""

    severity: Severity
    where: str
    what: str
    what_to_do: str

    def __str__(self) -> str:
        return f"{self.severity}: {self.where}: {self.what}. {self.what_to_do}"
