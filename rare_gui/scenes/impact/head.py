"""The head of the impact page: case, preset, draws and unit in words.

Not for the result (`scenes.impact.scene`).
"""

from __future__ import annotations

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import CaseError, ImpactCase
from rare_gui.domain.impact.result import Impact
from rare_gui.scenes.impact.case import preset_of
from rare_gui.scenes.impact.parts import ImpactHead
from rare_gui.scenes.impact.words import case_words, reason_words, scope_choices
from rare_gui.scenes.selection import Selection

MORE_DRAWS = 20_000


def head_words(
    dataset: Dataset, selection: Selection, impact: Impact | None, *, draws_running: bool
) -> ImpactHead:
    """What stands over the result: which case it is, how many draws, in which unit.

    `draws_running` says that a better result is on its way.
    """
    default = preset_of(dataset, selection)
    preset = _preset(selection, impact, default)
    draws = ""
    if impact is not None:
        draws = (
            f"{impact.draws:,} draws, seed {impact.seed}" if impact.draws > 1 else "middles only"
        )
    return ImpactHead(
        title="Sector impact",
        preset=preset,
        reason=reason_words(dataset, selection, preset, default, impact),
        case_words=case_words(dataset, impact) if impact else "",
        scopes=scope_choices(dataset, impact) if impact else (),
        draws_words=f"{draws}, more on the way" if draws and draws_running else draws,
        losses_as=selection.losses_as,
        relative=selection.relative,
        running=draws_running,
        more_draws=impact is not None and 1 < impact.draws < MORE_DRAWS,
        progress=None,
        materials=_materials(selection),
    )


def _materials(selection: Selection) -> str:
    """Which materials are sized: "selected", "all", or "" where the case itself names them."""
    try:
        named = selection.impact and ImpactCase.from_text(selection.impact).materials
    except CaseError:
        named = ""
    return "" if named else "all" if selection.all_materials else "selected"


def _preset(selection: Selection, impact: Impact | None, default: str) -> str:
    """The preset of the selection's case; of the result's where the text cannot be read."""
    if not selection.impact:
        return default
    try:
        return ImpactCase.from_text(selection.impact).preset
    except CaseError:
        return impact.case.preset if impact is not None else default
