"""The card's block on concentration over the years, inside one series and unit basis.

Where the index of governance changed its edition a line says so: weighted figures before and after
it are not to be compared. Not for the latest figures (`scenes.card.risk`).
"""

from __future__ import annotations

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.concentration import (
    FULL,
    Concentration,
    WeightedConcentration,
    YearOfSeries,
    history,
)
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.risk.world_supply import main_stage
from rare_gui.scenes.card.parts import CardBlock, CardLine
from rare_gui.scenes.footnotes import Footnotes
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import opened

TITLE = "HHI by year"
BREAK = "by governance: a new edition from here on, not comparable with above"
_SHOWN = 8


def concentration_block(dataset: Dataset, selection: Selection, notes: Footnotes) -> CardBlock:
    """The last years of the stage that the single figures speak of, the oldest first."""
    material, known_on = selection.material, selection.known_on
    stage = main_stage(dataset, material)
    years = history(dataset, material, stage) if stage else ()
    if isinstance(years, NotComputed):
        years = ()
    last = known_on.year - 1 if known_on else 9999
    shown = [
        one for one in years if one.year <= last and isinstance(one.plain, Concentration)
    ][-_SHOWN:]  # fmt: skip
    if not shown:
        why = "no world output of this material by country."
        return CardBlock("concentration", TITLE, lacks=why)
    lines: list[CardLine] = []
    for one in shown:
        if one.break_before and lines:
            lines.append(CardLine("", BREAK, tone="text2", spoken=opened(BREAK)))
        lines.append(_line(dataset, one, notes))
    first = shown[0].plain
    assert isinstance(first, Concentration)
    family = first.supply.family
    remark = f"0 to {FULL:,.0f}; {family.stage} output by {family}"
    return CardBlock("concentration", TITLE, remark, tuple(lines))


def _line(dataset: Dataset, one: YearOfSeries, notes: Footnotes) -> CardLine:
    made, weighted = one.plain, one.weighted
    assert isinstance(made, Concentration)
    supply = made.supply
    country = dataset.country_names.get(made.top_country, made.top_country).removeprefix("the ")
    text = f"{made.hhi:,.0f} e · {opened(country)} {made.top_share:.1f} %"
    if isinstance(weighted, WeightedConcentration):
        text += f" · by governance {weighted.hhi:,.0f} e"
    else:
        text += " · governance not estimated"
    key = f"hhi:{supply.material}:{supply.family.stage}:{one.year}"
    marks = notes.marks(supply.sources, most=1)
    return CardLine(str(one.year), text, marks, key, f"{one.year}, HHI {text}", bar=made.hhi / FULL)
