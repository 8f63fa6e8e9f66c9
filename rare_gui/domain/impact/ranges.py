"""A number known by its lowest, middle and highest value, and how published texts become one.

Not for drawing from a range: that is `impact.uncertainty`.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass


class ImpactError(ValueError):
    """Numbers that the model cannot carry; the text says which, and where they come from."""


@dataclass(frozen=True, slots=True)
class Range:
    """Lowest, middle (most likely) and highest value of one number, all in the same unit.

    Raises ImpactError where one is not finite or they are out of order.
    """

    low: float
    mid: float
    high: float

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.low, self.mid, self.high))):
            raise ImpactError(f"low, middle and high must be numbers, not {self}")
        if not self.low <= self.mid <= self.high:
            raise ImpactError(f"low, middle and high are out of order: {self}")

    def __str__(self) -> str:
        return f"{self.low:g}..{self.mid:g}..{self.high:g}"

    @classmethod
    def of(cls, value: float) -> Range:
        """A number taken as certain."""
        return cls(value, value, value)

    @property
    def is_certain(self) -> bool:
        """Whether there is but one value."""
        return self.low == self.high

    def widened(self, *, low: float | None = None, high: float | None = None) -> Range:
        """The same middle, with the ends moved out to `low` and `high`; they never move in."""
        return Range(
            self.low if low is None else min(self.low, low),
            self.mid,
            self.high if high is None else max(self.high, high),
        )


_SIGNED = re.compile(r"([<>]?)(\d+(?:\.\d+)?)")
_BETWEEN = re.compile(r"(\d+(?:\.\d+)?)[-\u2013](\d+(?:\.\d+)?)")
_UNKNOWN = {"", "W", "NA", "N/A", "-", "--", "\u2013", "XX"}
NET_EXPORTER = "E"


def published_range(text: str) -> Range | None:
    """A published percentage, signs and letters of the USGS included, as a range of shares 0 to 1.

    "75" is certain; ">50" is 0.5 to 1 and "<10" is 0 to 0.1, the middle halfway; "10-25" is what it
    says; "E" (net exporter) is zero; "W" (withheld), "NA" and nothing are None: unknown, never
    zero. Raises ImpactError for any other text, and above 100 %.
    """
    plain = text.strip().replace(" ", "").removesuffix("%")
    if plain.upper() in _UNKNOWN:
        return None
    if plain.upper() == NET_EXPORTER:
        return Range.of(0.0)
    if found := _SIGNED.fullmatch(plain):
        value = float(found[2])
        low, high = {">": (value, 100.0), "<": (0.0, value), "": (value, value)}[found[1]]
    elif found := _BETWEEN.fullmatch(plain):
        low, high = float(found[1]), float(found[2])
    else:
        raise ImpactError(f'"{text}" is not a published percentage')
    if high > 100 or low > high:
        raise ImpactError(f'"{text}" is not a share of 0 to 100 %')
    return Range(low / 100, (low + high) / 200, high / 100)
