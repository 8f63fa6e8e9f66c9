"""Which cuts no chain of the tables carries, and in plain words the table that lacks a row.

Not for the chains themselves (`impact.joins`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import sector_names
from rare_gui.domain.impact.cuts import Cut
from rare_gui.domain.impact.parameters import Parameter
from rare_gui.domain.impact.result import NotSized
from rare_gui.domain.vocabulary import SupplyForm

_NO_TERMS = "the table of supply terms has nothing on"


def no_terms_on(place: str) -> str:
    """Why nothing can be sized for a country, by its name."""
    return f"{_NO_TERMS} {place}"


def not_sized(
    dataset: Dataset,
    cuts: tuple[Cut, ...],
    known: Mapping[str, Parameter],
    reached: Set[tuple[str, SupplyForm]],
    place: str,
) -> Iterator[NotSized]:
    """What no chain carries: whole materials, and forms that a sector buys but have no terms."""
    names = sector_names(dataset)
    for material in dict.fromkeys(cut.material for cut in cuts):
        forms = tuple(cut.form for cut in cuts if cut.material == material)
        lacking = tuple(form for form in forms if (material, form) not in reached)
        users = {material} | products_fed(dataset, material)
        kappas = {key.split(".")[1] for key in known if key.startswith("kappa.")}
        if not users & kappas:
            yield NotSized(material, "no sector in the table of dependences needs it")
        elif lacking == forms:
            told = ", ".join(forms)
            if _has_terms(known, users, forms):
                yield NotSized(material, f"the table of routes has nothing on {told}")
            else:
                yield NotSized(material, f"{_NO_TERMS} {told} to {place}")
        else:
            for form in lacking:
                buyers = _buyers(known, material, form)
                if buyers:
                    told = ", ".join(names.get(one, one) for one in buyers)
                    yield NotSized(material, f"{_NO_TERMS} {form} to {place} (needed: {told})")


def _has_terms(
    known: Mapping[str, Parameter], users: set[str], forms: Iterable[SupplyForm]
) -> bool:
    return any(f"supply.{user}.{form}.nir" in known for user in users for form in forms)


def _buyers(known: Mapping[str, Parameter], material: str, form: SupplyForm) -> tuple[str, ...]:
    """The sectors that buy exactly this form of the material."""
    keys = (key.split(".") for key in known if key.startswith(f"theta.{material}."))
    return tuple(sector for _, _, sector, bought in keys if bought == form.value)


def products_fed(dataset: Dataset, material: str) -> frozenset[str]:
    """The products that need a material; a mix feeds what holds all of its elements."""
    found = set(dataset.products_of(material))
    mixed = dataset.contents_of(material)
    if mixed:
        holders = frozenset[str]().union(*(dataset.products_of(one) for one in mixed))
        found |= {one for one in holders if mixed <= dataset.contents_of(one)}
    return frozenset(found - {material})
