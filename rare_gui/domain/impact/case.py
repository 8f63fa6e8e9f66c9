"""What is asked of the impact model: a preset and what the user changed of it, as one line of text.

Not for what it leads to: `impact.cuts` makes the cuts, `impact.joins` the assumptions.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.ranges import Range
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.names import UnknownName, nearest, read_form, shortened
from rare_gui.domain.vocabulary import LegalState, SupplyForm

OWN = "own"
WHAT_IF = "what-if"
PRESETS = ("slow-licences", "truce-lapses", "full-stop", WHAT_IF, OWN)
"""`what-if`: what a saved what-if of the law newly limits, against the law as it is. `own`: the
materials, the cut and the weeks that the user names, whatever the law says."""

DESTINATION, WORLD = "destination", "world"
SCOPES = (DESTINATION, WORLD)
RATIONING = ("proportional", "defence-first", "least-value-first")
ANSWERS = ("quantity", "price")
LONGEST_WEEKS = 260
"""Five years; beyond that no assumption about stocks and substitutes means anything."""

MOST_CHANGED = 500


class CaseError(ValueError):
    """A case that cannot be meant; the message is one sentence that says what to write instead."""


@dataclass(frozen=True, slots=True)
class ImpactCase:
    """A preset, and what is other than it says.

    No `materials` or `forms` means all that the preset reaches. `cut` (0 to 1), `weeks` and
    `scope` stand in for the preset's where given. `changed` are assumptions by key with the range
    used instead of the package's, in order of key.
    """

    preset: str
    materials: tuple[str, ...] = ()
    forms: tuple[SupplyForm, ...] = ()
    cut: Range | None = None
    weeks: int | None = None
    scope: str | None = None
    rationing: str = RATIONING[0]
    answer: str = ANSWERS[0]
    changed: tuple[tuple[str, Range], ...] = ()

    def __post_init__(self) -> None:
        """Refuse words that mean nothing and numbers that cannot be."""
        _one_of("preset", self.preset, PRESETS)
        _one_of("rationing", self.rationing, RATIONING)
        _one_of("answer", self.answer, ANSWERS)
        if self.scope is not None:
            _one_of("scope", self.scope, SCOPES)
        if self.cut is not None:
            check_share("cut", self.cut)
        if self.weeks is not None and not 0 <= self.weeks <= LONGEST_WEEKS:
            raise CaseError(
                f"weeks={self.weeks} is out of range; write 0 to {LONGEST_WEEKS} "
                "(one and two years are 52 and 104)"
            )
        if len(self.changed) > MOST_CHANGED:
            raise CaseError(f"{len(self.changed)} changed assumptions are too many")

    def with_change(self, key: str, values: Range | None) -> ImpactCase:
        """The same with another range for one assumption; None puts it back to the default."""
        kept = {**dict(self.changed)}
        kept.pop(key, None)
        if values is not None:
            kept[key] = values
        return replace(self, changed=tuple(sorted(kept.items(), key=lambda pair: pair[0])))

    def to_text(self) -> str:
        """One line that `from_text` reads back, what is left at its default left out."""
        words = [f"preset={self.preset}"]
        for item in fields(self):
            value = getattr(self, item.name)
            if item.name in ("preset", "changed") or value == item.default:
                continue
            words.append(f"{_WORDS.get(item.name, item.name)}={_text(value)}")
        words += [f"{key}={range_text(values)}" for key, values in self.changed]
        return " ".join(words)

    @classmethod
    def from_text(cls, text: str) -> ImpactCase:
        """The case of a `to_text` line; CaseError says which word cannot be read.

        Materials are not looked up here (`check_names`): the data are not known.
        """
        values: dict[str, str] = {}
        for word in text.split():
            key, equals, value = word.partition("=")
            if not equals or not value:
                raise CaseError(f"{shortened(word)!r} is no word=value")
            if key in values:
                raise CaseError(f"{shortened(key)!r} is said twice")
            values[key] = value
        return cls.from_values(values)

    @classmethod
    def from_values(cls, values: Mapping[str, object]) -> ImpactCase:
        """The case that words and their values mean; a word with a dot is a changed assumption.

        Raises CaseError for an unknown word, an unreadable value, or a case that cannot be.
        """
        found: dict[str, Any] = {}
        changed: dict[str, Range] = {}
        for word, value in values.items():
            text = str(value).strip()
            if "." in word:
                changed[word] = read_range(word, text)
            elif word in _READERS:
                found[_FIELDS.get(word, word)] = _READERS[word](text)
            else:
                close = nearest(word, _READERS) or _READERS
                raise CaseError(f"{shortened(word)!r} is no word of a case; {_known(close)}")
        if "preset" not in found:
            raise CaseError(f"a case needs its preset; {_known(PRESETS)}")
        ordered = tuple(sorted(changed.items(), key=lambda pair: pair[0]))
        return cls(**found, changed=ordered)


def read_range(word: str, text: str) -> Range:
    """`low..mid..high`, or one number for all three; CaseError if it is neither or not in order."""
    parts = text.split("..")
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        numbers = []
    if len(numbers) not in (1, 3) or not all(math.isfinite(number) for number in numbers):
        raise CaseError(f"{word}={shortened(text)} is no number and no low..middle..high")
    low, mid, high = numbers if len(numbers) == 3 else numbers * 3
    if not low <= mid <= high:
        raise CaseError(f"{word}={shortened(text)} is not in order; write low..middle..high")
    return Range(low, mid, high)


def range_text(values: Range) -> str:
    """The text that `read_range` reads back to the last bit."""
    if values.low == values.mid == values.high:
        return repr(float(values.mid))
    return "..".join(repr(float(part)) for part in (values.low, values.mid, values.high))


def check_share(word: str, values: Range) -> None:
    """CaseError unless low, middle and high are shares in order."""
    if not 0 <= values.low <= values.mid <= values.high <= 1:
        raise CaseError(f"{word}={range_text(values)} is no share; write 0 to 1, low..middle..high")


def check_names(dataset: Dataset, case: ImpactCase) -> None:
    """CaseError when the case names a material that the data do not know."""
    known = dataset.material_names
    for material in case.materials:
        if material not in known:
            close = nearest(material, known)
            hint = f"the nearest known: {', '.join(close)}" if close else "see the materials' names"
            raise CaseError(f"unknown material {shortened(material)!r}; {hint}")


def default_preset(
    dataset: Dataset,
    material: str,
    as_of: date,
    *,
    origin: str = "CN",
    destination: str = "US",
    known_on: date | None = None,
) -> str:
    """The preset that says most about a material: `truce-lapses` or `slow-licences`.

    The first where a pause hides a stronger rule for one of its forms that can be shipped, or
    where nothing but paused rules speaks of it.
    """
    runs = [
        legal_state(
            dataset.law,
            material,
            form,
            as_of=as_of,
            origin=origin,
            destination=destination,
            known_on=known_on,
        )
        for form in dataset.law.forms(material, origin)
        if form in SHIPPED
    ]
    if any(run.paused_beneath for run in runs):
        return "truce-lapses"
    states = {run.certain for run in runs}
    only_paused = LegalState.SUSPENDED in states and not states & BINDING
    return "truce-lapses" if only_paused else "slow-licences"


SHIPPED = tuple(
    form for form in SupplyForm if form not in (SupplyForm.TECHNOLOGY, SupplyForm.EQUIPMENT)
)
"""Forms that are shipments of the material; knowledge and machines are none."""

BINDING = frozenset(
    {
        LegalState.PROHIBITED,
        LegalState.LICENCE_REQUIRED,
        LegalState.REPORTED_LIMIT,
        LegalState.QUOTA,
    }
)
"""States in which shipments are limited on the day."""


def _one_of(word: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise CaseError(f"unknown {word} {shortened(str(value))!r}; {_known(known)}")


def _known(words: object) -> str:
    return f"write {', '.join(str(word) for word in words)}"  # type: ignore[attr-defined]


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(str(one) for one in value)
    return range_text(value) if isinstance(value, Range) else str(value)


def _read_words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _read_forms(text: str) -> tuple[SupplyForm, ...]:
    try:
        found = {read_form(part) for part in _read_words(text)}
    except UnknownName as error:
        raise CaseError(str(error)) from None
    return tuple(form for form in SupplyForm if form in found)


def _read_weeks(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise CaseError(f"weeks={shortened(text)} is no whole number of weeks") from None


_WORDS = {"materials": "material", "forms": "form"}
"""Fields whose word in texts and files is another."""
_FIELDS = {word: name for name, word in _WORDS.items()}
_READERS: Mapping[str, Callable[[str], object]] = {
    "preset": str,
    "material": _read_words,
    "form": _read_forms,
    "cut": lambda text: read_range("cut", text),
    "weeks": _read_weeks,
    "scope": str,
    "rationing": str,
    "answer": str,
}
