"""Which of the dated clauses are wanted: by materials, authority, range of days and words.

Not for finding clauses (`domain.cliffs`) nor for what is told of each (`scenes.cliffs.scene`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from rare_gui.domain.cliffs import Cliff, hit
from rare_gui.domain.counting import counted
from rare_gui.domain.law import Law
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import listed

RANGES = ((None, "All dates"), (14, "14 days"), (90, "90 days"), (365, "A year"))
"""Days ahead or behind that are offered, with their words; None has no limit."""


@dataclass(frozen=True, slots=True)
class CliffFilters:
    """What a clause must be like to be listed; as made, nothing is left out.

    The fields are those of the selection: `only_material` keeps clauses that hit its material,
    `only_compared` those that hit one of its compared materials, `authority` those of one
    jurisdiction, `context` those that name no material as well, `within` those at most so many days
    ahead or behind, `words` those that hold each of its words.
    """

    only_material: bool = False
    only_compared: bool = False
    authority: str | None = None
    context: bool = True
    within: int | None = None
    words: str | None = None

    @classmethod
    def of(cls, selection: Selection) -> CliffFilters:
        """The filters that a selection asks for; where it asks for both, the compared ones."""
        asked = cls(*(getattr(selection, item.name) for item in fields(cls)))
        compared = asked.only_compared and bool(selection.compared)
        return replace(
            asked, only_compared=compared, only_material=asked.only_material and not compared
        )

    def materials(self, selection: Selection) -> tuple[str, ...]:
        """The slugs of which a clause must hit one; none when it need not."""
        if self.only_compared:
            return selection.compared
        return (selection.material,) if self.only_material else ()

    def keep(self, law: Law, cliff: Cliff, materials: Collection[str]) -> bool:
        """Whether a clause is wanted, all but for its words; it must hit one of `materials`.

        Without `materials` it need not.
        """
        if self.within is not None and abs(cliff.days_left) > self.within:
            return False
        if self.authority is not None and cliff.measure.jurisdiction != self.authority:
            return False
        if not materials and self.context:
            return True
        found = hit(law, cliff.measure)
        return any(one in found for one in materials) if materials else bool(found)

    def find(self, text: str) -> bool:
        """Whether a text holds each of the words, in upper or lower case."""
        held = text.casefold()
        return all(word in held for word in (self.words or "").casefold().split())

    def told(self, materials: Sequence[str], country_names: Mapping[str, str]) -> str:
        """The filters in words; empty when nothing is left out. `materials` are names."""
        return ", ".join(words for words, _ in self.parts(materials, country_names))

    def parts(
        self, materials: Sequence[str], country_names: Mapping[str, str]
    ) -> tuple[tuple[str, CliffFilters], ...]:
        """Each filter in words, with the filters that are left without it."""
        parts = []
        if materials:
            every = replace(self, only_material=False, only_compared=False)
            parts.append((f"only {listed(materials)}", every))
        if self.authority is not None:
            name = country_names.get(self.authority, self.authority)
            parts.append((f"only by {name}", replace(self, authority=None)))
        if not self.context:
            parts.append(("no context measures", replace(self, context=True)))
        if self.within is not None:
            parts.append((f"within {within_words(self.within)}", replace(self, within=None)))
        if self.words:
            words = f"with “{' '.join(self.words.split())}”"
            parts.append((words, replace(self, words=None)))
        return tuple(parts)


def within_words(days: int) -> str:
    """A range as it stands inside a sentence: "90 days", "a year"."""
    known = next((words for number, words in RANGES if number == days), None)
    return known.lower() if known else counted(days, "day", "days")
