"""A day as people type it: 2025-07-12, 12 Jul 2025, 12 july 25, today.

Days written in figures alone with the year last are refused: 12/07 is July here and December there.
"""

from __future__ import annotations

import re
from datetime import date

from rare_gui.domain.names import FIRST_DAY, LAST_DAY
from rare_gui.scenes.wording import MONTHS, day_words

HINT = "Write a day as 2025-07-12 or 12 Jul 2025"


def read_typed_day(text: str, today: date) -> date | str:
    """The day meant, or a hint that says what to write instead."""
    typed = " ".join(text.split())
    if typed.casefold() == "today":
        return today
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", typed)
    named = re.fullmatch(r"(\d{1,2})\.? ([^\W\d]+)\.? (\d{2}|\d{4})", typed)
    if iso:
        year, month, number = (int(part) for part in iso.groups())
    elif named:
        found = _month(named[2])
        if found is None:
            return f"No month begins with “{named[2][:12]}”. {HINT}."
        year, month, number = int(named[3]), found, int(named[1])
        year += 2000 if year < 100 else 0
    else:
        return f"{HINT}."
    try:
        day = date(year, month, number)
    except ValueError:
        return f"There is no such day. {HINT}."
    if not FIRST_DAY <= day <= LAST_DAY:
        return f"Choose a day from {day_words(FIRST_DAY)} to {day_words(LAST_DAY)}."
    return day


def _month(text: str) -> int | None:
    """The number of the one month that begins with the text (three letters or more)."""
    begun = text.casefold()
    fitting = [n for n, name in enumerate(MONTHS, 1) if name.casefold().startswith(begun)]
    if begun == "sept":
        return 9
    return fitting[0] if len(begun) >= 3 and len(fitting) == 1 else None
