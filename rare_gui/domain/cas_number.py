"""CAS registry numbers in what people write, and whether their check digit is right.

Not for what a number stands for (`domain.parts.names`).
"""

from __future__ import annotations

import re

_WRITTEN = re.compile(r"(?<!\d)(\d{2,7})-(\d{2})-(\d)(?!\d)")


def cas_numbers(text: str) -> tuple[tuple[str, bool], ...]:
    """Whatever is written like a CAS number, in order, and whether its last digit fits the others.

    The digits before the last, counted from the right, times their places sum to it modulo 10.
    """
    if text.count("-") < 2:
        return ()
    found = []
    for body, group, check in _WRITTEN.findall(text):
        digits = (body + group)[::-1]
        total = sum(place * int(digit) for place, digit in enumerate(digits, 1))
        found.append((f"{body}-{group}-{check}", total % 10 == int(check)))
    return tuple(found)
