"""What a line of a parts list can be read as: goods, or a doubt with candidates.

Not for reading (`domain.parts.reading`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rare_gui.domain.vocabulary import SupplyForm


class Doubt(StrEnum):
    """Why a line has to be settled by a person; the first two say that nothing was recognised."""

    EMPTY = "no_text"
    UNKNOWN = "no_material_recognised"
    UNSURE = "name_not_certain"
    GROUP = "names_a_group"
    BASKET = "code_covers_several"
    DISAGREE = "number_and_name_disagree"
    NO_FORM = "no_form_named"
    NO_SUCH_FORM = "no_such_form"
    COUNTRY = "supplier_country_not_recognised"


@dataclass(frozen=True, slots=True)
class Goods:
    """A material in a form."""

    material: str
    form: SupplyForm


@dataclass(frozen=True, slots=True)
class Reading:
    """The goods of a line, from where they come; or the doubt, what it is about, and candidates.

    `origin` is an alpha-2 code. With a doubt `goods` is empty. `subject` is the word or material
    (slug) that the doubt is about.
    """

    goods: tuple[Goods, ...] = ()
    origin: str = ""
    doubt: Doubt | None = None
    subject: str = ""
    candidates: tuple[Goods, ...] = ()
