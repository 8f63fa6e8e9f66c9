"""Which promises of the ledger are wanted: by side, subject, verdict and whether they are disputed.

Not for how a promise stands (`domain.commitments`).
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from rare_gui.domain.commitment_records import Standing
from rare_gui.domain.commitments import LedgerEntry
from rare_gui.scenes.selection import EXPORT_CONTROLS, Selection
from rare_gui.scenes.wording import opened

_CONTROLS = frozenset(
    {"rare-earth controls", "general licences", "Ga/Ge/Sb", "entity lists / 50% rule"}
)

SIDES = (("CN", "Promised by China"), ("US", "Promised by the United States"))
"""The sides of the truce, with their words; a promise of both belongs to each."""


@dataclass(frozen=True, slots=True)
class LedgerFilters:
    """What a promise must be like to be listed; as made, nothing is left out.

    The fields are those of the selection: `side` is a jurisdiction, `subject` one of the table's or
    EXPORT_CONTROLS; `disputed` keeps only promises that the two sides tell differently (False: only
    those they do not, None: both).
    """

    side: str | None = None
    subject: str | None = None
    standing: Standing | None = None
    disputed: bool | None = None

    @classmethod
    def of(cls, selection: Selection) -> LedgerFilters:
        """The filters that a selection asks for."""
        return cls(*(getattr(selection, item.name) for item in fields(cls)))

    def keep(self, entry: LedgerEntry) -> bool:
        """Whether a promise is wanted."""
        promise = entry.promise
        return (
            (self.side is None or self.side in promise.parties)
            and (self.subject is None or promise.subject in subjects_in(self.subject))
            and (self.standing is None or entry.standing is self.standing)
            and (self.disputed is None or promise.disputed is self.disputed)
        )


def subjects_in(subject: str) -> frozenset[str]:
    """The table's subjects that a subject of the filter stands for."""
    return _CONTROLS if subject == EXPORT_CONTROLS else frozenset({subject})


def subject_choices(entries: tuple[LedgerEntry, ...]) -> tuple[tuple[str, str], ...]:
    """Subjects that occur, with their words; export controls as a whole come first."""
    found = sorted({entry.promise.subject for entry in entries}, key=str.casefold)
    whole = (EXPORT_CONTROLS,) if _CONTROLS.intersection(found) else ()
    return tuple((subject, opened(subject)) for subject in (*whole, *found))
