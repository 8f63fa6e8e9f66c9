"""What a step through the history of views changed, in a few words.

Not for deciding what is a step (`app.session` does).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import day_words, listed

FIELD_WORDS: Mapping[str, str] = {
    "material": "material",
    "as_of": "day",
    "form": "form",
    "origin": "origin",
    "destination": "destination",
    "known_on": "known-on day",
    "sector": "sector",
    "scenario": "what-if",
    "window": "stretch of time",
    "all_lanes": "choice of lanes",
    "view": "page",
    "compared_to": "day compared with",
    "ghosts": "later facts",
    "tonnes": "unit of exports",
    "as_known": "way to compare",
    "only_material": "limit to the material",
    "only_compared": "limit to the compared materials",
    "folded": "folded lanes",
    "event": "event",
    "authority": "filter by authority",
    "context": "filter by subject",
    "within": "filter by time",
    "words": "filter by words",
    "impact": "case of losses",
    "losses_as": "unit of losses",
    "relative": "unit of losses",
    "order_free": "order of what softens a loss",
    "all_materials": "materials sized",
    "sort": "order of materials",
    "risk": "screening method",
    "weights": "your own weights",
    "states": "filter by state",
    "forms": "filter by form",
    "groups": "filter by group",
    "sectors": "filter by sector",
    "soon": "filter by date",
    "watched": "filter by watch list",
    "compared": "materials compared",
    "differing": "rows compared",
    "turned": "layout of the comparison",
    "side": "filter by side",
    "subject": "filter by subject",
    "standing": "filter by verdict",
    "disputed": "filter by agreement",
    "project_material": "filter by material",
    "project_stage": "filter by stage",
    "series": "series of output",
}
"""What each part of a selection is called in a sentence."""
_MOST = 3


def step_words(dataset: Dataset, left: Selection, reached: Selection) -> str:
    """What differs between the view left and the one reached: "day, now 12 July 2025".

    The new value is told where one part alone differs and has a name. Empty for equal views.
    """
    differing = [
        item.name
        for item in fields(Selection)
        if getattr(left, item.name) != getattr(reached, item.name)
    ]
    names = list(dict.fromkeys(FIELD_WORDS[name] for name in differing))
    if len(names) > _MOST:
        return f"{', '.join(names[:_MOST])} and more"
    now = _value(dataset, reached, differing[0]) if len(differing) == 1 else ""
    return f"{listed(names)}{f', now {now}' if now else ''}"


def _value(dataset: Dataset, reached: Selection, name: str) -> str:
    match name:
        case "material":
            return dataset.material_names.get(reached.material, reached.material)
        case "origin" | "destination":
            code = getattr(reached, name)
            return dataset.country_names.get(code, code)
        case "as_of":
            return day_words(reached.as_of)
        case "known_on":
            return day_words(reached.known_on) if reached.known_on else "any day"
        case _:
            return ""
