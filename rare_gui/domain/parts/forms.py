"""Words that say in which form a material is: "ingot", "trioxide", "magnet", 靶材.

Not for a material's own trade words ("spherical" of graphite): those are in the data.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from rare_gui.domain.vocabulary import SupplyForm

_WORDS: dict[SupplyForm, str] = {
    SupplyForm.TARGET: "target sputter sputtering",
    SupplyForm.MAGNET: "magnet magnetic",
    SupplyForm.OXIDE: "oxide dioxide trioxide pentoxide sesquioxide monoxide",
    SupplyForm.COMPOUND: "compound salt carbonate chloride tetrachloride fluoride nitrate nitride "
    "sulphate sulfate sulphide sulfide hydroxide oxalate acetate phosphate phosphide carbide "
    "arsenide antimonide telluride selenide iodide bromide hydride boride tungstate paratungstate "
    "molybdate metavanadate perrhenate silicide subnitrate",
    SupplyForm.ALLOY: "alloy masteralloy",
    SupplyForm.ORE: "ore concentrate mineral",
    SupplyForm.EQUIPMENT: "equipment",
    SupplyForm.TECHNOLOGY: "technology knowhow",
    SupplyForm.PRODUCT: "wafer product",
    SupplyForm.METAL: "metal metallic ingot lump sponge granule unwrought",
}
"""Forms in the order in which they count: an "oxide target" is a target, a "metal alloy" an alloy.

Words as `stem` leaves them. Bar, rod, wire, sheet and powder are not here: they do not tell.
"""

_CHINESE: tuple[tuple[str, SupplyForm], ...] = (
    ("氢氧化", SupplyForm.COMPOUND),
    ("靶", SupplyForm.TARGET),
    ("磁", SupplyForm.MAGNET),
    ("氧化", SupplyForm.OXIDE),
    ("碳酸", SupplyForm.COMPOUND),
    ("氯化", SupplyForm.COMPOUND),
    ("氟化", SupplyForm.COMPOUND),
    ("硝酸", SupplyForm.COMPOUND),
    ("硫酸", SupplyForm.COMPOUND),
    ("化合物", SupplyForm.COMPOUND),
    ("合金", SupplyForm.ALLOY),
    ("矿", SupplyForm.ORE),
    ("金属", SupplyForm.METAL),
    ("锭", SupplyForm.METAL),
)

FORM_OF: dict[str, SupplyForm] = {
    word: form for form, words in _WORDS.items() for word in words.split()
}
"""The form that a word names, by its stem."""

_RANK = {form: rank for rank, form in enumerate(_WORDS)}
_PURITY = re.compile(r"\d(?:\.\d)?n\d?")


def stem(word: str) -> str:
    """A word without its case and the s of its plural."""
    small = word.casefold()
    return small[:-1] if len(small) > 3 and small.endswith("s") else small


def purity(word: str) -> bool:
    """Whether a word is a purity in nines: 6N, 4N5."""
    return _PURITY.fullmatch(word.casefold()) is not None


def form_words(stems: Collection[str], chinese: str = "") -> tuple[SupplyForm, ...]:
    """The forms that a text names, the one that counts first; two only where they contradict.

    `stems` are its words, `chinese` its Chinese part. A purity ("6N") stands for metal where
    nothing else is said.
    """
    found = {FORM_OF[word] for word in stems if word in FORM_OF}
    rest = chinese
    for sign, form in _CHINESE:
        if sign in rest:
            found.add(form)
            rest = rest.replace(sign, "")
    if {SupplyForm.MAGNET, SupplyForm.ALLOY} <= found:
        return (SupplyForm.MAGNET, SupplyForm.ALLOY)  # an alloy for magnets, or a magnet of one?
    if not found and any(purity(word) for word in stems):
        return (SupplyForm.METAL,)
    return ordered(found)[:1]


def ordered(forms: Iterable[SupplyForm]) -> tuple[SupplyForm, ...]:
    """Forms in the order in which they count."""
    return tuple(sorted(forms, key=_RANK.__getitem__))
