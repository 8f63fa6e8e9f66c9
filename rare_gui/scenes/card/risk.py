"""The card's block of risk figures, each of which opens into its parts.

Until they have been measured each shows "..."; what lacks an input says why, never 0.
"""

from __future__ import annotations

from rare_gui.domain.risk.assessment import Assessment
from rare_gui.domain.risk.figures import Index, Part
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.card.parts import CardBlock, CardLine
from rare_gui.scenes.footnotes import Footnotes
from rare_gui.scenes.risk_words import METHOD_NAMES, number_words
from rare_gui.scenes.selection import OWN_WEIGHTS, Selection
from rare_gui.scenes.wording import day_words, opened

WAITING = "…"
FIGURES = ("hhi", "weighted_hhi", "top_share", "import_reliance", "restriction_share")
INDICES = ("eu_supply_risk", "eu_economic_importance", "nassar", "geopolrisk")
_OWN = (OWN_WEIGHTS,)


def risk_block(selection: Selection, risk: Assessment | None, notes: Footnotes) -> CardBlock:
    """Concentration, reliance, restriction and published indices as the destination sees them."""
    known_on = selection.known_on
    limit = (
        f"of what was public by {day_words(known_on)}" if known_on else "each opens into its parts"
    )
    remark = f"as {selection.destination} sees it; {limit}"
    if risk is None:
        lines = tuple(
            CardLine(METHOD_NAMES[key], WAITING, spoken=f"{METHOD_NAMES[key]}: being measured")
            for key in (*FIGURES, *INDICES, *(_OWN if selection.weights else ()))
        )
        return CardBlock("risk", "Concentration and screening indices", remark, lines)
    indices = {one.key: one for one in risk.indices}
    lines = tuple(
        _line(selection, key, risk.figures[key], indices.get(key), notes)
        for key in (*FIGURES, *INDICES, *_OWN)
        if key in risk.figures
    )
    return CardBlock("risk", "Concentration and screening indices", remark, lines)


def _line(
    selection: Selection, key: str, part: Part, index: Index | None, notes: Footnotes
) -> CardLine:
    name, asked = METHOD_NAMES[key], f"risk:{selection.material}:{key}"
    parts = index.parts if index is not None else part.parts
    text = _words(part)
    opened_up = tuple(_part(asked, one, notes) for one in parts)
    if index is not None and index.formula:
        formula = CardLine("Formula", index.formula, key=asked, tone="text2")
        opened_up = (formula, *opened_up)
    elif part.value is not None:
        about = "; ".join(filter(None, (part.note, part.years, part.data_class.value)))
        opened_up = (CardLine("Of", about, key=asked, tone="text2"), *opened_up)
    return CardLine(
        name,
        text,
        notes.marks(part.sources),
        asked,
        f"{name}: {text}",
        tone="ink" if part.value is not None else "text3",
        parts=opened_up,
        unknown=part.value is None,
    )


def _part(asked: str, part: Part, notes: Footnotes) -> CardLine:
    label = METHOD_NAMES.get(part.name) or opened(part.name.replace("_", " "))
    text = _words(part)
    about = "; ".join(filter(None, (part.note, part.years))) if part.value is not None else ""
    words = f"{text}, {about}" if about else text
    return CardLine(
        label,
        words,
        notes.marks(part.sources, most=1),
        f"{asked}.{part.name}",
        f"{label}: {words}",
        tone="ink" if part.value is not None else "text3",
    )


def _words(part: Part) -> str:
    if part.value is None:
        return str(part.refusal)
    weak = " e" if part.data_class is not DataClass.PUBLISHED else ""
    words = f"{number_words(part.value, part.unit)}{weak}"
    bounds = part.bounds
    if bounds is not None and bounds[0] != bounds[1]:
        low, high = (number_words(one, part.unit) for one in bounds)
        words += f" ({low} to {high})" if low != high else ""
    return words
