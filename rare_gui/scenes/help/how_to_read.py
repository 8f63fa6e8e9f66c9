"""How to read the window: the legend of bars and chips, and what each part of it answers.

Not for where the parts stand: the window's own widgets tell that (`app.help_room`).
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.scenes.chips import LEGEND
from rare_gui.scenes.palette import Chip, Fill
from rare_gui.scenes.timeline.scene import FILL_WORDS

BARS: tuple[tuple[Fill, str], ...] = tuple(
    (fill, FILL_WORDS[fill])
    for fill in (
        Fill.ANNOUNCED,
        Fill.LICENCE,
        Fill.BAN,
        Fill.SUSPENDED,
        Fill.PROLONGED,
        Fill.REPORTED,
        Fill.RELIEF,
        Fill.CONTEXT,
        Fill.ENDED,
        Fill.PAST,
    )
)
"""The bars of the timeline, for a legend."""
CHIPS: tuple[tuple[Chip, str], ...] = LEGEND
"""The chips of the list, for the same."""


@dataclass(frozen=True, slots=True)
class CallOut:
    """A note on one part of the window, which `part` names."""

    part: str
    title: str
    text: str


CALL_OUTS: tuple[CallOut, ...] = (
    CallOut(
        "materials",
        "What is restricted",
        "A chip per form: ore, oxide, metal, alloy, magnet, other. Click one to ask about it.",
    ),
    CallOut(
        "day",
        "The day of the law",
        "Move it to see what applied then, or what would apply if nothing else happened.",
    ),
    CallOut(
        "known",
        "The day of knowledge",
        "Count only what was public by then. Both clocks are independent.",
    ),
    CallOut(
        "header",
        "The answer",
        "One sentence with its act and date. Each figure opens its evidence.",
    ),
    CallOut(
        "lanes",
        "Since when",
        "One lane per act. A bar shows what applied at that time, not what applies now.",
    ),
    CallOut(
        "panes",
        "Did it bite?",
        "Exports and prices on the same axis. Hatched or empty means not published, never zero.",
    ),
    CallOut(
        "impact",
        "Who feels it",
        "Sectors that need the material; with a what-if, what they lose and how sure that is.",
    ),
    CallOut(
        "foot",
        "Where the data stop",
        "Last day of the data, open points, and the package with its digest.",
    ),
)
"""The notes in the order of their numbers."""
ANY_KEY = "Any key or click closes this."
