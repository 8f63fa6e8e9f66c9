"""Materials that a text names by symbols, formulae and alloys: Dy, Ho2O3, W-Ni-Fe.

Not for names in words (`domain.parts.text`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rare_gui.domain.parts.forms import stem
from rare_gui.domain.parts.formulae import Formula, read_alloy, read_formula
from rare_gui.domain.parts.names import PartNames
from rare_gui.domain.vocabulary import SupplyForm

_OTHER_MEANINGS = frozenset("In As Be Co Re Ho Er B V W Y".split())
"""Symbols that are also words, abbreviations or lone letters: among words they say little."""


@dataclass(frozen=True, slots=True)
class Signs:
    """Materials in order, the form that their formula tells, and what a sign may mean besides."""

    materials: tuple[str, ...] = ()
    form: SupplyForm | None = None
    unsure: tuple[str, ...] = ()
    unsure_words: str = ""


def read_signs(
    chunks: Sequence[str], names: PartNames, *, form_named: bool, used: Collection[str]
) -> Signs:
    """What the words of a text mean as signs; those whose stem is in `used` are names already."""
    found: list[str] = []
    form: SupplyForm | None = None
    unsure: tuple[str, ...] = ()
    words = ""
    for chunk in chunks:
        if stem(chunk) in used:
            continue
        alloy = None
        formula = read_formula(chunk)
        if formula is None:
            alloy = read_alloy(chunk)
        read = formula or alloy
        if read is not None and len(read.elements) > 1:
            materials, own_form = _mixture(read, names, is_alloy=alloy is not None)
            found += materials
            form = form or own_form
            continue
        symbol = read.elements[0] if read is not None else chunk.title()
        slug = names.symbols.get(symbol, "")
        plain = symbol == chunk and (
            symbol not in _OTHER_MEANINGS or len(chunks) == 1 or (form_named and len(chunks) == 2)
        )
        if slug and plain:
            found.append(slug)
        elif slug and (symbol == chunk or form_named) and not unsure:
            unsure, words = (slug,), chunk  # DY METAL: capitals hide what is a symbol
    return Signs(tuple(dict.fromkeys(found)), form, unsure, words)


def _mixture(
    read: Formula, names: PartNames, *, is_alloy: bool
) -> tuple[list[str], SupplyForm | None]:
    """The product that consists of the elements, or the elements themselves, and their form."""
    product = names.mixtures.get(frozenset(read.elements))
    if product:
        return [product], None
    materials = [names.symbols[element] for element in read.elements if element in names.symbols]
    return materials, SupplyForm.ALLOY if is_alloy else read.form
