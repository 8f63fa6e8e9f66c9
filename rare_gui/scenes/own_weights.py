"""The panel of the user's own weights: off until one is set, and every part of the score told.

Not for the score (`domain.risk.own_weights`); no weights come with the program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.own_weights import KEY, SCALES, OwnWeights
from rare_gui.scenes.risk_words import METHOD_NAMES, number_words
from rare_gui.scenes.selection import Selection

if TYPE_CHECKING:
    from rare_gui.domain.risk.assessment import Assessment
    from rare_gui.domain.risk.screening import Screening

ABOUT = (
    "A score of your own: each figure counts on its scale, from 0 to 1, with its weight. "
    "Not a published method. A material that lacks one of the figures gets no score."
)
OFF = "Off: no weight is set."
WAITING = "…"


@dataclass(frozen=True, slots=True)
class WeightRow:
    """A figure that can be weighted; `part` is what it adds to the score of the material.

    `usable` is False where no material has the figure, as the importer sees them.
    """

    key: str
    name: str
    scale: str
    weight: float
    part: str
    spoken: str
    usable: bool = True


@dataclass(frozen=True, slots=True)
class WeightsScene:
    """The panel: `total` is the score of the material, or why there is none."""

    rows: tuple[WeightRow, ...]
    material: str
    total: str
    is_on: bool
    about: str = ABOUT


def own_weights(selection: Selection) -> OwnWeights | None:
    """The weights of a selection; None where none are set."""
    return OwnWeights.from_text(selection.weights) if selection.weights else None


def weights_text(weights: Mapping[str, float]) -> str | None:
    """Weights as a selection holds them; None where none is above 0: the score is off."""
    wanted = {key: weight for key, weight in weights.items() if weight > 0}
    return OwnWeights(wanted).to_text() if wanted else None


def weights_scene(
    dataset: Dataset, selection: Selection, screening: Screening | None
) -> WeightsScene:
    """The panel for the selected material; without a screening its parts are on their way."""
    weights = own_weights(selection)
    held = weights.weights if weights else {}
    assessed = screening.assessed.get(selection.material) if screening else None
    known = set(SCALES) if screening is None else _known(screening)
    return WeightsScene(
        tuple(_row(key, held.get(key, 0.0), assessed, key in known) for key in SCALES),
        dataset.material_names[selection.material],
        _total(weights, assessed),
        weights is not None,
    )


def _known(screening: Screening) -> set[str]:
    """The figures that some material has."""
    return {
        key
        for key in SCALES
        if any(one.figures[key].value is not None for one in screening.assessed.values())
    }


def _row(key: str, weight: float, assessed: Assessment | None, usable: bool) -> WeightRow:
    name, end = METHOD_NAMES[key], SCALES[key]
    scale = f"0 to {end:,.0f}{' %' if end == 100 else ''}"
    part = "" if not weight else WAITING if assessed is None else _part(key, assessed)
    spoken = f"{name}, on a scale of {scale}, weight {weight:g}"
    if not usable:
        part = "in no material"
        spoken += ", computed for no material in these data"
    elif part:
        spoken += f", adds {part}"
    return WeightRow(key, name, scale, weight, part, spoken, usable)


def _part(key: str, assessed: Assessment) -> str:
    score = next((one for one in assessed.indices if one.key == KEY), None)
    found = next((one for one in score.parts if one.name == key), None) if score else None
    if found is None:
        return WAITING
    return "not known" if found.value is None else number_words(found.value, found.unit)


def _total(weights: OwnWeights | None, assessed: Assessment | None) -> str:
    if weights is None:
        return OFF
    part = assessed.figures.get(KEY) if assessed else None
    if part is None:
        return WAITING
    if part.value is None:
        return str(part.refusal)
    words = number_words(part.value, part.unit)
    low, high = (number_words(end, part.unit) for end in part.bounds or (part.value, part.value))
    return words if low == high else f"{words} ({low} to {high})"
