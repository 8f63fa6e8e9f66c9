"""Which of the dated clauses are wanted: by material, authority, range of days and words.

Not for finding clauses (`domain.cliffs`) nor for what is told of each (`scenes.cliffs.scene`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from rare_gui.domain.cliffs import Cliff, hit
from rare_gui.domain.counting import counted
from rare_gui.domain.law import Law
from rare_gui.scenes.selection import Selection

RANGES = ((None, "All dates"), (14, "14 days"), (90, "90 days"), (365, "A year"))
"""Days ahead or behind that are offered, with their words; None has no limit."""


@dataclass(frozen=True, slots=True)
class CliffFilters:
    """What a clause must be like to be listed; as made, nothing is left out.

    The fields are those of the selection: `only_material` keeps clauses that hit its material,
    `authority` those of one jurisdiction, `context` those that name no material as well, `within`
    those at most so many days ahead or behind, `words` those that hold each of its words.
    """

    only_material: bool = False
    authority: str | None = None
    context: bool = True
    within: int | None = None
    words: str | None = None

    @classmethod
    def of(cls, selection: Selection) -> CliffFilters:
        """The filters that a selection asks for."""
        return cls(*(getattr(selection, item.name) for item in fields(cls)))

    def keep(self, law: Law, cliff: Cliff, material: str) -> bool:
        """Whether a clause is wanted, all but for its words; `material` is the selected one."""
        if self.within is not None and abs(cliff.days_left) > self.within:
            return False
        if self.authority is not None and cliff.measure.jurisdiction != self.authority:
            return False
        if not self.only_material and self.context:
            return True
        materials = hit(law, cliff.measure)
        return material in materials if self.only_material else bool(materials)

    def find(self, text: str) -> bool:
        """Whether a text holds each of the words, in upper or lower case."""
        held = text.casefold()
        return all(word in held for word in (self.words or "").casefold().split())

    def told(self, material: str, country_names: Mapping[str, str]) -> str:
        """The filters in words; empty when nothing is left out. `material` is a name."""
        parts = []
        if self.only_material:
            parts.append(f"only {material}")
        if self.authority is not None:
            parts.append(f"only by {country_names.get(self.authority, self.authority)}")
        if not self.context:
            parts.append("no context measures")
        if self.within is not None:
            parts.append(f"within {within_words(self.within)}")
        if self.words:
            parts.append(f"with “{' '.join(self.words.split())}”")
        return ", ".join(parts)


def within_words(days: int) -> str:
    """A range as it stands inside a sentence: "90 days", "a year"."""
    known = next((words for number, words in RANGES if number == days), None)
    return known.lower() if known else counted(days, "day", "days")
