"""The two days that a selection compares.

Not for what changed between them: `scenes.changes.scene`.
"""

from __future__ import annotations

from datetime import date

from rare_gui.domain.diff import Comparison, last_news
from rare_gui.domain.law import Law
from rare_gui.scenes.selection import Selection


def day_compared(selection: Selection) -> date:
    """The earlier day of the comparison: the one chosen, else a year before the as-of day."""
    if selection.compared_to is not None:
        return selection.compared_to
    day = selection.as_of
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year - 1)


def comparison(law: Law, selection: Selection, *, as_known: bool = False) -> Comparison:
    """The selection's two days, by its known-on day or (`as_known`) each by its own knowledge."""
    earlier, later = day_compared(selection), selection.as_of
    known = selection.known_on
    known_days = (known, known)
    if as_known:
        known_days = (
            last_news(law, min(earlier, known or earlier)),
            last_news(law, min(later, known or later)),
        )
    return Comparison(earlier, later, selection.origin, selection.destination, *known_days)
