"""What the user looks at: one frozen value with a one-line text form that can be shared."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from rare_gui.domain.names import Names
from rare_gui.domain.vocabulary import SupplyForm


class SelectionError(ValueError):
    """A text that is not a selection; the message says which part and what it should be."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Material, form, trade direction, days and time window under consideration.

    `as_of` is the day whose law is asked for; `known_on` limits what counts to what was public by
    that day (None: everything in the data). `window` is the visible stretch `[first, last)` of the
    timeline, None for the default around the truce. Countries are ISO 3166 alpha-2 (`EU` for EU27).
    `view` is one of VIEWS. `compared_to` is the earlier day of a comparison of two days. `ghosts`
    shows what became known after `known_on` faintly instead of hiding it. `tonnes` draws exports in
    tonnes where an index could be drawn. `as_known` compares two days each by what was public on
    it, `only_material` compares the chosen material alone. `folded` are the keys of folded lane
    groups. `event` is the one whose ninety days before and after are shaded. `scenario` is a
    what-if: a known name, or its own one-line text.
    """

    material: str
    as_of: date
    form: SupplyForm | None = None
    origin: str = "CN"
    destination: str = "US"
    known_on: date | None = None
    sector: str | None = None
    scenario: str | None = None
    window: tuple[date, date] | None = None
    all_lanes: bool = False
    view: str = "timeline"
    compared_to: date | None = None
    ghosts: bool = False
    tonnes: bool = False
    as_known: bool = False
    only_material: bool = False
    folded: tuple[str, ...] = ()
    event: str | None = None

    def to_text(self) -> str:
        """One line of `key=value` words; `from_text` reads it back to an equal selection."""
        words = [f"material={self.material}", f"as_of={self.as_of.isoformat()}"]
        for item in fields(self):
            value = getattr(self, item.name)
            if item.name in ("material", "as_of") or value == item.default:
                continue
            words.append(f"{_WORDS.get(item.name, item.name)}={_written(value)}")
        return shlex.join(words)

    def with_known(self, names: Names) -> Selection:
        """The same with material and countries as slugs and codes; UnknownName if unknown."""
        return replace(
            self,
            material=names.material(self.material),
            origin=names.country(self.origin),
            destination=names.country(self.destination),
        )

    @classmethod
    def from_text(cls, text: str, default: Selection) -> Selection:
        """The selection that `text` changes `default` into.

        Raises SelectionError when a word is unknown, repeated or has a value that cannot be read.
        """
        changes: dict[str, object] = {}
        try:
            words = shlex.split(text)
        except ValueError as error:
            raise SelectionError(f"the view cannot be read: {error}") from None
        for word in words:
            key, equals, value = word.partition("=")
            name = _NAMES.get(key)
            if not equals or name is None:
                raise SelectionError(
                    f"{word!r} is no part of a view; write key=value with one of "
                    f"{', '.join(_NAMES)}"
                )
            if name in changes:
                raise SelectionError(f"{key!r} is given twice")
            changes[name] = _read(name, value)
        return replace(default, **changes)  # type: ignore[arg-type]


VIEWS = ("timeline", "list", "cliffs", "changes", "whatif")
"""What the middle of the window can show of a selection."""

_DAYS = frozenset({"as_of", "known_on", "compared_to"})
_SWITCHES = frozenset({"all_lanes", "ghosts", "tonnes", "as_known", "only_material"})
_WORDS: Mapping[str, str] = {"origin": "from", "destination": "to"}
_NAMES: Mapping[str, str] = {
    _WORDS.get(item.name, item.name): item.name for item in fields(Selection)
}


def _written(value: object) -> str:
    if isinstance(value, tuple):
        if all(isinstance(part, str) for part in value):
            return ",".join(value)
        return "..".join(day.isoformat() for day in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value)


def _read(name: str, value: str) -> object:
    if name in _DAYS:
        return _read_date(value)
    if name == "window":
        first, dots, last = value.partition("..")
        window = (_read_date(first), _read_date(last))
        if not dots or window[0] >= window[1]:
            raise SelectionError(f"{value!r} is no time window; write FIRST..LAST")
        return window
    if name == "folded":
        return tuple(dict.fromkeys(part for part in value.split(",") if part))
    if name == "form":
        return SupplyForm(_one_of(value, [form.value for form in SupplyForm], "form"))
    if name == "view":
        return _one_of(value, VIEWS, "view")
    if name in _SWITCHES:
        if value not in ("yes", "no"):
            raise SelectionError(f"{value!r} is neither yes nor no")
        return value == "yes"
    if not value:
        raise SelectionError(f"{name} is empty")
    return value


def _one_of(value: str, known: Sequence[str], what: str) -> str:
    if value not in known:
        raise SelectionError(f"{value!r} is no {what}; the {what}s are {', '.join(known)}")
    return value


def _read_date(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise SelectionError(f"{value!r} is no date; write YYYY-MM-DD") from None
