"""A score of the user's own making: weights on published figures, whose parts add up to it.

Off unless the user sets weights, and named as the user's; no weights come with the program.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rare_gui.domain.names import nearest, shortened
from rare_gui.domain.risk.figures import Combination, Index, Part, missing

KEY = "own_weights"
SCALES: Mapping[str, float] = MappingProxyType(
    {
        "hhi": 10_000.0,
        "weighted_hhi": 10_000.0,
        "top_share": 100.0,
        "import_reliance": 100.0,
        "restriction_share": 100.0,
        "eu_supply_risk": 10.0,
        "geopolrisk": 1.0,
        "nassar": 1.0,
    }
)
"""What can be weighted, and the end of its scale, which counts as 1."""


class WeightsError(ValueError):
    """Weights that make no score; the message says what to write instead."""


OF_THE_LAW = "restriction_share"
"""The one figure that the day and a what-if change."""


@dataclass(frozen=True, slots=True)
class OwnWeights:
    """Weights by figure, above 0; only their proportions count. Raises WeightsError."""

    weights: Mapping[str, float]

    def __post_init__(self) -> None:
        for name, weight in self.weights.items():
            if name not in SCALES:
                close = nearest(name, SCALES) or list(SCALES)
                raise WeightsError(
                    f"{shortened(name)!r} cannot be weighted; choose from {', '.join(close)}"
                )
            if not (math.isfinite(weight) and weight > 0):
                raise WeightsError(f"the weight of {name} must be a number above 0, not {weight}")
        if not self.weights:
            raise WeightsError("no weights are given; write e.g. hhi=2 import_reliance=1")
        if not math.isfinite(sum(self.weights.values())):
            raise WeightsError("the weights are too large to be added")

    @classmethod
    def from_text(cls, text: str) -> OwnWeights:
        """Weights written as `hhi=2 import_reliance=1`, parted by blanks or commas."""
        found: dict[str, float] = {}
        for word in text.replace(",", " ").split():
            name, sign, number = word.partition("=")
            try:
                weight = float(number)
            except ValueError:
                sign = ""
                weight = math.nan
            if not sign:
                raise WeightsError(f"{shortened(word)!r} is no weight; write e.g. hhi=2")
            if name in found:
                raise WeightsError(f"{name} is weighted twice")
            found[name] = weight
        return cls(found)

    def to_text(self) -> str:
        """The weights as `from_text` reads them."""
        return " ".join(f"{name}={weight:g}" for name, weight in self.weights.items())

    def __hash__(self) -> int:
        return hash(tuple(self.weights.items()))

    @property
    def ask_for_the_law(self) -> bool:
        """Whether the score depends on a day's law."""
        return OF_THE_LAW in self.weights

    @property
    def formula(self) -> str:
        """What is added, in words."""
        terms = " + ".join(f"{weight:g} x {name}" for name, weight in self.weights.items())
        return f"({terms}) / {sum(self.weights.values()):g}, each on its scale from 0 to 1"

    def score(self, figures: Mapping[str, Part]) -> Index:
        """The weighted figures added up to a score from 0 to 1; unknown where one is unknown."""
        whole = sum(self.weights.values())
        parts = tuple(
            self._part(name, weight / whole, figures.get(name))
            for name, weight in self.weights.items()
        )
        return Index(KEY, self.formula, Combination.SUM, parts)

    def _part(self, name: str, weight: float, figure: Part | None) -> Part:
        if figure is None or figure.value is None:
            return missing(name, figure.note if figure else f"{name} is not known")
        low, high = figure.bounds or (figure.value, figure.value)
        by = weight / SCALES[name]
        return Part(
            name,
            figure.value * by,
            "1",
            figure.data_class,
            figure.sources,
            figure.years,
            f"{figure.value:g} of {SCALES[name]:g}, with {100 * weight:.3g} % of the weight",
            low * by,
            high * by,
            from_memory=figure.from_memory,
        )
