"""The frozen parts of the evidence drawer.

Not for computing them: `scenes.evidence.scene` does.
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.scenes.card.parts import CardLine


@dataclass(frozen=True, slots=True)
class SourceCard:
    """One reading or source: its value, whether it is the shown one, and facts as label and text.

    `warning` is said in the colour of a warning: a source that the package lacks.
    """

    value: str
    of: str
    standing: str
    shown: bool
    facts: tuple[tuple[str, str], ...]
    warning: str
    spoken: str


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A value on the small scale of readings that differ; `length` is from 0 to 1."""

    name: str
    value: str
    length: float
    shown: bool


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A fault of the package, the worst first."""

    severity: str
    text: str


@dataclass(frozen=True, slots=True)
class OtherSeries:
    """Output figures of another series that can stand in front; `series` None: the package's own.

    `words` are those of the button, `note` says which series stands in front now, empty while it is
    the one that the package prefers.
    """

    series: str | None
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceScene:
    """Everything the drawer shows on one figure.

    `place` is "2 of 4 figures". `gap` is said instead of all else where nothing is recorded;
    `value` is empty then. `citation` and `bibtex` are what is copied, empty without a source.
    `rows` are the package's rows behind it, cell by cell. `other` is there where another series
    tells the same.
    """

    key: str
    place: str
    can_go_back: bool
    can_go_forward: bool
    pinned: bool
    value: str = ""
    title: str = ""
    about: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    difference: str = ""
    cards: tuple[SourceCard, ...] = ()
    scale: tuple[ScaleBar, ...] = ()
    rule: str = ""
    formula: str = ""
    inputs: tuple[CardLine, ...] = ()
    problems: tuple[ProblemLine, ...] = ()
    citation: str = ""
    bibtex: str = ""
    gap: str = ""
    spoken: str = ""
    rows: tuple[SourceCard, ...] = ()
    other: OtherSeries | None = None
