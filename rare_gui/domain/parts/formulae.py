"""Chemical formulae as people write them in lists: which elements, and what kind of substance.

Not for names of substances, and no chemistry: valences and balances are not checked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rare_gui.domain.vocabulary import SupplyForm

ELEMENTS = frozenset(
    """
    H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br
    Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho
    Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm
    """.split()
)
"""Symbols up to curium; the heavier ones are in no parts list."""

_NONMETALS = frozenset("H C N O F P S Cl Se Br I".split())
_SALT_MAKERS = _NONMETALS - {"O"}
_ATOM = re.compile(r"([A-Z][a-z]?)(\d{0,2}(?:\.\d+)?)")
_WATER = re.compile(r"[·.*]\s*[xnX]?\d*\s*H2O$")
_ALLOY_PART = re.compile(r"(?:\d{1,2}(?:\.\d+)?)?([A-Z][a-z]?)(?:\d{1,2}(?:\.\d+)?)?")


@dataclass(frozen=True, slots=True)
class Formula:
    """The elements of a formula in their order, and the form that it speaks of if it does."""

    elements: tuple[str, ...]
    form: SupplyForm | None


@lru_cache(maxsize=4096)
def read_formula(word: str) -> Formula | None:
    """The formula that a word is, e.g. Ho2O3, Nd2Fe14B, Dy2(SO4)3; None when it is no formula.

    A lone symbol is a formula of one element. Words in capitals such as PCB or USB, steel names
    such as 42CrMo4 and anything with a count over 99 are none.
    """
    bare = _WATER.sub("", word)
    flat = re.sub(r"[()\[\]]", "", bare)
    atoms = _ATOM.findall(flat)
    if not atoms or "".join(symbol + count for symbol, count in atoms) != flat:
        return None
    symbols = [symbol for symbol, _ in atoms]
    if not ELEMENTS.issuperset(symbols):
        return None
    elements = tuple(dict.fromkeys(symbols))
    has_count, has_small = flat != "".join(symbols), any(len(s) == 2 for s in symbols)
    if len(elements) == 1:
        return Formula(elements, None) if not has_count and bare == flat else None
    if len(elements) < len(symbols) and bare == flat:
        return None  # SUS304: without brackets a formula names an element once
    if not has_small and not (has_count and "O" in elements):
        return None
    return Formula(elements, _form(elements))


@lru_cache(maxsize=4096)
def read_alloy(word: str) -> Formula | None:
    """The elements of a hyphenated alloy or mixture, e.g. W-Ni-Fe, Al-2Sc, Nd-Fe-B; else None."""
    parts = [_ALLOY_PART.fullmatch(part) for part in word.split("-")]
    symbols = [part[1] for part in parts if part is not None]
    if len(symbols) < 2 or len(symbols) < len(parts) or not ELEMENTS.issuperset(symbols):
        return None
    if not any(len(symbol) == 2 for symbol in symbols):
        return None  # B-C, P-N: more likely a drawing number
    return Formula(tuple(dict.fromkeys(symbols)), None)


def _form(elements: tuple[str, ...]) -> SupplyForm:
    metals = [element for element in elements if element not in _NONMETALS]
    if "O" in elements and len(metals) == 1 and _SALT_MAKERS.isdisjoint(elements):
        return SupplyForm.OXIDE
    if _NONMETALS.isdisjoint(elements) and not {"As", "Te", "Sb"} & set(elements):
        return SupplyForm.ALLOY
    return SupplyForm.COMPOUND
