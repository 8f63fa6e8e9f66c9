"""Sentences on a scenario: why this preset, and what it cuts for whom and how long.

Not for the law itself (`wording`): the words of a cut come with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import DESTINATION, WORLD
from rare_gui.domain.impact.result import Hit, Impact
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import FORM_WORDS, inside, listed, opened

PRESET_NAMES = (
    ("slow-licences", "Slow licences", "What is under licence comes late"),
    ("truce-lapses", "Truce lapses", "Every suspension of the truce ends"),
    ("full-stop", "Full stop", "Nothing that China controls is shipped to anybody"),
)
"""Key, name and tooltip of the presets that can be picked."""

AS_THE_LAW = "law"
"""The key of the scope that the law or the preset has."""
_MOST_NAMED = 3


def reason_words(
    dataset: Dataset, selection: Selection, preset: str, default: str, impact: Impact | None
) -> str:
    """One sentence: what the preset supposes, and why it is the one that opens."""
    name = inside(dataset.material_names[selection.material])
    if impact is not None and impact.cuts and not _is_cut(dataset, selection.material, impact):
        return f"This scenario does not cut {name}; the losses come from other materials."
    match preset:
        case "slow-licences":
            if preset == default:
                return (
                    f"A lapse of the truce would not tighten what binds {name} now, so this "
                    "preset slows the licences."
                )
            return f"What is under licence comes late; the paused rule on {name} stays asleep."
        case "truce-lapses":
            if preset == default:
                return f"A rule on {name} is paused: it returns when the truce lapses."
            return (
                f"Every suspension of the truce ends, which does not tighten what binds {name} now."
            )
        case "full-stop":
            return "Nothing that China controls or is reported to limit is shipped to anybody."
        case "what-if":
            return "What your what-if of the law newly prohibits or puts under licence."
    return "Your own cut, whatever the law says."


def case_words(dataset: Dataset, impact: Impact) -> str:
    """Materials, forms, to whom and how long: "Dysprosium · oxide, metal · to US · 26 weeks"."""
    if not impact.cuts:
        return "nothing is cut"
    names = dataset.material_names
    materials = list(dict.fromkeys(names.get(c.material, c.material) for c in impact.cuts))
    goods = (
        listed([materials[0], *(inside(name) for name in materials[1:])])
        if len(materials) <= _MOST_NAMED
        else f"{len(materials)} materials"
    )
    forms = [FORM_WORDS[form] for form in FORM_WORDS if any(c.form is form for c in impact.cuts)]
    scopes = {cut.scope for cut in impact.cuts}
    place = inside_country(dataset, impact.destination)
    whom = {True: "to the whole world", False: f"to {place} alone"}[scopes == {WORLD}]
    if len(scopes) > 1:
        whom = f"some to {place} alone, some to the whole world"
    weeks = sorted({cut.weeks for cut in impact.cuts})
    length = f"{weeks[0]} weeks" if len(weeks) == 1 else f"{weeks[0]} to {weeks[-1]} weeks"
    return " · ".join([opened(goods), ", ".join(forms), whom, length])


HIT_WORDS: Mapping[Hit, str] = {
    Hit.DIRECT: "direct",
    Hit.SUPPLIERS: "suppliers hurt",
    Hit.CUSTOMERS: "customers hurt",
}
"""What sets a sector's loss, in words."""


def scope_choices(dataset: Dataset, impact: Impact) -> tuple[tuple[str, str], ...]:
    """To whom the same may be cut instead, by key: another scope, or the one that the law has."""
    scopes = {cut.scope for cut in impact.cuts}
    if not scopes:
        return ()
    place = inside_country(dataset, impact.destination)
    words = {DESTINATION: f"to {place} alone", WORLD: "to the whole world"}
    found = [(scope, told) for scope, told in words.items() if scopes != {scope}]
    if impact.case.scope is not None:
        found.append((AS_THE_LAW, "as the scenario has it"))
    return tuple(found)


def short_name(name: str) -> str:
    """A sector's name without what stands in brackets: "Motor vehicle assembly"."""
    return re.sub(r" \([^()]*\)", "", name)


def _is_cut(dataset: Dataset, material: str, impact: Impact) -> bool:
    cut = {one.material for one in impact.cuts}
    return bool(cut & {material, *dataset.products_of(material), *dataset.contents_of(material)})


def inside_country(dataset: Dataset, code: str) -> str:
    """A country's name as it stands inside a sentence, its code where the data do not name it."""
    return dataset.country_names.get(code, code)
