"""A what-if for the law: named lines that turn a dataset into another one.

Every row that a what-if makes has the basis `scenario`. Not for files (`intake.scenarios`) nor for
contradictions between lines (`domain.contradictions`).
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rare_gui.domain.assumptions import (
    Assumption,
    Extended,
    Freed,
    Granted,
    Lapses,
    Listed,
    Prolonged,
    ScenarioError,
    read,
    written,
)
from rare_gui.domain.contradictions import check
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.freeing import freed
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.suppositions import made_up, moved
from rare_gui.domain.vocabulary import SupplyForm

LONGEST_NAME = 60
MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Scenario:
    """A name and the lines that are supposed together; the order counts only in messages."""

    name: str
    changes: tuple[Assumption, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a name that cannot stand on one line, and more lines than anybody reads."""
        name = self.name
        if not name.strip() or not name.isprintable() or "|" in name or len(name) > LONGEST_NAME:
            raise ScenarioError(
                f"a scenario needs a name of 1 to {LONGEST_NAME} characters on one line without |"
            )
        if len(self.changes) > MOST_LINES:
            raise ScenarioError(f"{len(self.changes)} lines are too many; {MOST_LINES} are allowed")

    def with_line(self, line: Assumption) -> Scenario:
        """The same with one more line."""
        return replace(self, changes=(*self.changes, line))

    def without_line(self, place: int) -> Scenario:
        """The same without the line at a place (from 0); unchanged if there is none."""
        return replace(self, changes=self.changes[:place] + self.changes[place + 1 :])

    def to_text(self) -> str:
        """One line that `from_text` reads back: the name, then the changes, parted by |."""
        return " | ".join([self.name, *(_line_text(line) for line in self.changes)])

    @classmethod
    def from_text(cls, text: str) -> Scenario:
        """The scenario of a `to_text` line; ScenarioError if it cannot be read."""
        name, *lines = text.split("|")
        return cls(name.strip(), tuple(_read_line(n, line) for n, line in enumerate(lines, 1)))

    def apply(self, dataset: Dataset) -> Dataset:
        """A dataset with the same tables under the supposed law; the given one stays as it is.

        Raises ScenarioError when a line names what the data do not know, or when two contradict.
        """
        law = dataset.law
        check(law, self.changes)
        measures = dict(law.measures)
        later: list[tuple[int, Freed]] = []
        for number, line in enumerate(self.changes, 1):
            match line:
                case Lapses() | Prolonged():
                    measures[line.measure] = moved(law, measures[line.measure], line)
                case Listed() | Granted() | Extended():
                    made = made_up(law, line, number)
                    measures[made.id] = made
                case Freed():
                    later.append((number, line))
        for number, line in sorted(later, key=lambda pair: pair[1].day):
            measures = freed(law, measures, line, number)
        # without `_kept` the new law would share the answers of the first
        return dataset.with_law(replace(law, measures=measures, _kept={}), self.name)


@dataclass(frozen=True, slots=True)
class Differing:
    """Goods whose state is another under a scenario."""

    material: str
    form: SupplyForm
    before: StateRun
    after: StateRun


def differing(
    today: Dataset,
    supposed_data: Dataset,
    as_of: date,
    origin: str = "CN",
    destination: str = "US",
    known_on: date | None = None,
) -> Iterator[Differing]:
    """The goods of an origin whose state on a day differs between the law and a what-if of it."""
    for material in today.law.named_forms:
        for form in today.law.forms(material, origin):
            before, after = (
                legal_state(
                    law,
                    material,
                    form,
                    as_of=as_of,
                    origin=origin,
                    destination=destination,
                    known_on=known_on,
                )
                for law in (today.law, supposed_data.law)
            )
            if before.state is not after.state:
                yield Differing(material, form, before, after)


def _line_text(line: Assumption) -> str:
    values = written(line)
    words = [str(values.pop("kind"))]
    for word, value in values.items():
        text = ",".join(value) if isinstance(value, tuple) else str(value)
        words.append(f"{word}={text}")
    return shlex.join(words)


def _read_line(number: int, text: str) -> Assumption:
    try:
        kind, *words = shlex.split(text) or [""]
        values: dict[str, object] = {"kind": kind}
        for word in words:
            key, equals, value = word.partition("=")
            if not equals or key in values:
                raise ScenarioError(f"{word[:40]!r} is no key=value, or is said twice")
            values[key] = value.split(",") if key == "forms" else value
        return read(values)
    except ValueError as error:  # a ScenarioError, or a quotation mark that is not closed
        raise ScenarioError(f"line {number}: {error}", number) from None
