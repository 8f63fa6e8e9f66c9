"""Which case of the impact model a selection asks for.

Not for running it (`domain.impact.model`).
"""

from __future__ import annotations

from dataclasses import replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import WHAT_IF, ImpactCase, check_names, default_preset
from rare_gui.scenes.selection import Selection


def sized_case(dataset: Dataset, selection: Selection) -> ImpactCase:
    """The selection's case, or the preset that follows its what-if or its material.

    A case that names no material means the selected one, or all with `all_materials`. Raises
    CaseError for a text that cannot be read or names an unknown material.
    """
    if selection.impact is not None:
        case = ImpactCase.from_text(selection.impact)
    else:
        case = ImpactCase(preset_of(dataset, selection))
    if not case.materials and not selection.all_materials:
        case = replace(case, materials=(selection.material,))
    check_names(dataset, case)
    return case


def preset_of(dataset: Dataset, selection: Selection) -> str:
    """The preset where the selection names none: its what-if's, else what suits the material."""
    if selection.scenario is not None:
        return WHAT_IF
    return default_preset(
        dataset,
        selection.material,
        selection.as_of,
        origin=selection.origin,
        destination=selection.destination,
        known_on=selection.known_on,
    )
