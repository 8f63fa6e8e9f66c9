"""The lines of a what-if: each supposes one thing about the law from a day on.

Not for what they lead to (`domain.scenario`) nor for whether they can be meant together
(`domain.contradictions`). Each has a plain-value form (`written`, `read`) for files and views.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, ClassVar, TypeAlias

from rare_gui.domain.law import EVERYONE
from rare_gui.domain.names import UnknownName, read_date, read_form
from rare_gui.domain.vocabulary import LegalState, SupplyForm

MOST_FORMS = len(SupplyForm)


class ScenarioError(ValueError):
    """A what-if that cannot be meant; `lines` are the numbers (from 1) of the lines at fault."""

    def __init__(self, message: str, *lines: int) -> None:
        super().__init__(message)
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Lapses:
    """The suspension of a measure ends on `day` and is not carried on: it applies again."""

    kind: ClassVar[str] = "lapses"
    measure: str
    day: date


@dataclass(frozen=True, slots=True)
class Prolonged:
    """The suspension of a measure is carried on; `until` is the first day that it ends."""

    kind: ClassVar[str] = "prolonged"
    measure: str
    until: date


@dataclass(frozen=True, slots=True)
class Listed:
    """From `day` goods of `origin` for `destination` newly need a licence or are prohibited.

    `material` is a material or a group; no `forms` means all that exist. With `like` the limit is
    that of a measure, whose words it takes; else `effect` says which it is.
    """

    kind: ClassVar[str] = "listed"
    material: str
    day: date
    effect: LegalState = LegalState.LICENCE_REQUIRED
    forms: tuple[SupplyForm, ...] = ()
    origin: str = "CN"
    destination: str = EVERYONE
    like: str = ""


@dataclass(frozen=True, slots=True)
class Freed:
    """From `day` no measure of `origin` limits the goods for `destination` any longer.

    Limits on classes of users or of content stay; so does what another line lists later.
    """

    kind: ClassVar[str] = "freed"
    material: str
    day: date
    forms: tuple[SupplyForm, ...] = ()
    origin: str = "CN"
    destination: str = EVERYONE


@dataclass(frozen=True, slots=True)
class Granted:
    """From `day` a share of the licences applied for is granted: told beside the licence."""

    kind: ClassVar[str] = "granted"
    material: str
    day: date
    share_percent: float
    forms: tuple[SupplyForm, ...] = ()
    origin: str = "CN"
    destination: str = EVERYONE


@dataclass(frozen=True, slots=True)
class Extended:
    """From `day` a measure aimed at one country hits another destination too."""

    kind: ClassVar[str] = "extended"
    measure: str
    destination: str
    day: date


Assumption: TypeAlias = Lapses | Prolonged | Listed | Freed | Granted | Extended
GoodsLine: TypeAlias = Listed | Freed | Granted

KINDS: Mapping[str, type[Assumption]] = {
    made.kind: made for made in (Lapses, Prolonged, Listed, Freed, Granted, Extended)
}

_EFFECTS = {"licence": LegalState.LICENCE_REQUIRED, "ban": LegalState.PROHIBITED}
_WORDS = {"day": "date", "until": "date", "origin": "from", "destination": "to"}
"""Fields whose word in files and views is another; the same words as in a view."""


def written(line: Assumption) -> dict[str, str | float | date | tuple[str, ...]]:
    """A line as plain values by the words of its fields, what is left at its default left out."""
    found: dict[str, str | float | date | tuple[str, ...]] = {"kind": line.kind}
    for item in fields(line):
        value = getattr(line, item.name)
        if value == item.default:
            continue
        if isinstance(value, LegalState):
            value = next(word for word, state in _EFFECTS.items() if state is value)
        elif isinstance(value, tuple):
            value = tuple(form.value for form in value)
        found[_WORDS.get(item.name, item.name)] = value
    return found


def read(values: Mapping[str, Any]) -> Assumption:
    """The line that plain values mean; ScenarioError says what is missing, unknown or unreadable.

    Whether the data know its measures and materials is asked later.
    """
    kind = values.get("kind")
    made = KINDS.get(kind) if isinstance(kind, str) else None
    if made is None:
        raise ScenarioError(f"{_short(kind)} is no kind of change; write {', '.join(KINDS)}")
    by_word = {_WORDS.get(item.name, item.name): item for item in fields(made)}
    unknown = [word for word in values if word != "kind" and word not in by_word]
    if unknown:
        raise ScenarioError(
            f"“{kind}” knows no {_short(unknown[0])}; it knows {', '.join(by_word)}"
        )
    missing = [
        word
        for word, item in by_word.items()
        if word not in values and item.default is item.default_factory  # both MISSING
    ]
    if missing:
        raise ScenarioError(f"“{kind}” lacks {missing[0]}")
    found: dict[str, Any] = {
        item.name: _READERS.get(item.name, _read_word)(word, values[word])
        for word, item in by_word.items()
        if word in values
    }
    return made(**found)


def _read_day(word: str, value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        value = value.isoformat()
    try:
        return read_date(_read_word(word, value))
    except UnknownName as error:
        raise ScenarioError(f"{word}: {error}") from None


def _read_forms(word: str, value: Any) -> tuple[SupplyForm, ...]:
    several = [value] if isinstance(value, str) else value
    if not isinstance(several, list | tuple) or not 0 < len(several) <= MOST_FORMS:
        raise ScenarioError(f"{word} is no list of forms")
    try:
        found = {read_form(_read_word(word, one)) for one in several}
    except UnknownName as error:
        raise ScenarioError(str(error)) from None
    return tuple(form for form in SupplyForm if form in found)


def _read_effect(word: str, value: Any) -> LegalState:
    found = _EFFECTS.get(value) if isinstance(value, str) else None
    if found is None:
        raise ScenarioError(f"{word} {_short(value)} is neither licence nor ban")
    return found


def _read_share(word: str, value: Any) -> float:
    try:
        share = float(value) if not isinstance(value, bool) else -1.0
    except (TypeError, ValueError, OverflowError):
        share = -1.0
    if not 0 <= share <= 100:
        raise ScenarioError(f"{word} {_short(value)} is no percentage from 0 to 100")
    return share


def _read_word(word: str, value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ScenarioError(f"{word} {_short(value)} is no word")
    return value.strip()


def _short(value: object) -> str:
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 40 else text[:39] + "…"


_READERS: Mapping[str, Callable[[str, Any], object]] = {
    "day": _read_day,
    "until": _read_day,
    "forms": _read_forms,
    "effect": _read_effect,
    "share_percent": _read_share,
}
