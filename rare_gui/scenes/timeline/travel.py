"""What is said when the window looks at another day than today, or through earlier knowledge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import day_words


@dataclass(frozen=True, slots=True)
class TravelScene:
    """The banner over the window; empty `text` when there is nothing to be said.

    `limited`: only what was known on a day counts. `ghosts`: what became known later is shown
    faintly. `scenario` names a what-if that is being looked at.
    """

    text: str
    limited: bool
    ghosts: bool
    scenario: str


def travel_scene(selection: Selection, today: date, scenario: str = "") -> TravelScene:
    """The banner for a selection; `scenario` is the what-if in words, if there is one."""
    parts = []
    if scenario:
        parts.append(scenario)
    if selection.as_of != today or selection.known_on is not None:
        parts.append(f"As of {day_words(selection.as_of)}")
    if selection.known_on is not None:
        later = "faint" if selection.ghosts else "hidden"
        parts.append(f"as known on {day_words(selection.known_on)}, later facts {later}")
    elif selection.as_of < today:
        parts.append("by all that is known today")
    return TravelScene(
        text=" · ".join(parts),
        limited=selection.known_on is not None,
        ghosts=selection.ghosts,
        scenario=scenario,
    )


def no_change_words(dataset: Dataset, selection: Selection, direction: int) -> str:
    """What is said when no state of the material changes after (1) or before (-1) the day."""
    name = dataset.material_names[selection.material]
    by = f", as known on {day_words(selection.known_on)}" if selection.known_on else ""
    if direction > 0:
        return f"{name}: no change of state and no dated clause after this day{by}."
    return f"{name}: no change of state before this day{by}."
