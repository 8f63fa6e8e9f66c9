"""What a screen reader says when the day moves: the day, what happened on it, what applies.

Not for the eye: the same words stand in header and timeline.
"""

from __future__ import annotations

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.events import event_marks
from rare_gui.scenes.wording import day_words


def announcement(dataset: Dataset, selection: Selection) -> str:
    """E.g. "4 Apr 2025. No. 18 issued. Oxide, metal and alloy need an export licence since ..."."""
    as_of = axis_day(selection.as_of)
    happened = [
        mark.label
        for mark in event_marks(dataset, selection)
        if mark.day == as_of and mark.soft_until is None and not mark.later
    ]
    lead = header_scene(dataset, selection).lead
    return ". ".join([day_words(selection.as_of), *happened, lead]).rstrip(".") + "."
