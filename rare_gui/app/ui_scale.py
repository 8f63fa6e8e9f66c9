"""The size of the whole interface, 80 to 200 %: one factor for Qt, set before it starts.

Qt then draws everything larger, so that nothing in the program knows of it; widths and places are
written down in px at 100 % in many painters, and fonts alone would no longer fit them. The price is
that another size is worn from the next start on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, MutableMapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
"""Per cent, offered in turn by the commands that make everything larger or smaller."""
_FACTOR = "QT_SCALE_FACTOR"
_OWN = "RARE_GUI_SYSTEM_SCALE_FACTOR"
"""Keeps what the user's environment said, for a program that is started by this one."""


def set_scale(per_cent: int, environment: MutableMapping[str, str] | None = None) -> None:
    """Have this process's next QApplication draw at `per_cent`, times the user's own factor.

    `environment` is the process's own unless given.
    """
    values = os.environ if environment is None else environment
    own = values.setdefault(_OWN, values.get(_FACTOR, ""))
    if per_cent == 100:
        values[_FACTOR] = own
    else:
        values[_FACTOR] = f"{_number(own) * per_cent / 100:g}"
    if not values[_FACTOR]:
        del values[_FACTOR]


def application_at(per_cent: int, least: QSize, make: Callable[[], QApplication]) -> QApplication:
    """The application that `make` makes, at `per_cent` or as near to it as the screen has room.

    A window of `least` px fits on the first screen, so that nothing large is cut off. The screens
    are known only to an application, so one that is too large is made anew.
    """
    set_scale(per_cent)
    made = make()
    if per_cent > 100:
        free = made.primaryScreen().availableGeometry().size() * (per_cent / 100)
        fits = max(100, fitting_scale(per_cent, free, least))
        if fits < per_cent:
            made.shutdown()
            set_scale(fits)
            made = make()
    return made


def step_from(per_cent: int, steps: int) -> int:
    """The size that is `steps` steps larger (negative: smaller), at an end of STEPS at the most."""
    nearest = min(range(len(STEPS)), key=lambda at: abs(STEPS[at] - per_cent))
    return STEPS[max(0, min(nearest + steps, len(STEPS) - 1))]


def fitting_scale(wanted: int, free: QSize, least: QSize) -> int:
    """The largest of STEPS up to `wanted` at which a window of `least` fits on a screen.

    `free` is what the screen has for windows at 100 %. Never below 80 %, whatever the screen.
    """
    fits = [
        step
        for step in STEPS
        if step <= wanted
        and least.width() * step <= free.width() * 100
        and least.height() * step <= free.height() * 100
    ]
    return max(fits, default=STEPS[0])


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        return 1.0
    return number if number > 0 else 1.0
