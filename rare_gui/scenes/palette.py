"""Roles that scenes give to what they describe; the theme turns a role into colours.

Not a place for colours: those are in `resources/themes/*.json` alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fill(StrEnum):
    """What a bar on a timeline lane states for its stretch of time."""

    ANNOUNCED = "announced"
    LICENCE = "licence"
    BAN = "ban"
    SUSPENDED = "suspended"
    PROLONGED = "prolonged"  # carried on by a statement beyond the date in the legal text
    REPORTED = "reported"
    QUOTA = "quota"
    DUTY = "duty"
    CONTEXT = "context"  # tariffs, listings, subsidies and the like: never a state
    RELIEF = "relief"  # general licences and other easing
    ENDED = "ended"  # a lapsed or revoked measure, faint
    PAST = "past"  # the clause ran out after the data end: nobody can know


class Shape(StrEnum):
    """The outline of a status chip: the second code beside its colour."""

    RING = "ring"
    SQUARE = "square"
    HATCHED = "hatched"
    OCTAGON = "octagon"
    DISC = "disc"
    OUTLINE = "outline"
    DASH = "dash"


@dataclass(frozen=True, slots=True)
class Chip:
    """One status chip: shape, role and letter together say the state, never colour alone.

    `role` is the prefix of the theme's tokens (`lic`, `ban`, `sus`, `rep`, `free`, `tar`).
    `corner`: a suspended measure lies beneath and can return. `condition`: the state holds under a
    condition of content. `past`: the state that is certain, inside the dashed frame with "?".
    `quiet`: the group row above tells the same chip, so it is drawn at 60 % without its letter.
    `spoken` is the whole meaning in words, for tooltip and screen reader.
    """

    shape: Shape
    role: str
    letter: str
    spoken: str
    corner: bool = False
    condition: bool = False
    past: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A source as shown beside a figure: its number on the page and a short citation."""

    source_id: str
    citation: str
    url: str = ""
