"""What a line of a parts list speaks of: goods that are certain, or what has to be settled first.

A guess is never made silently: what is not certain comes back with candidates. Not for what the law
says of the goods (`domain.parts.check`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from rare_gui.domain.cas_number import cas_numbers
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.names import Names
from rare_gui.domain.parts.forms import ordered
from rare_gui.domain.parts.goods import Doubt, Goods, Reading
from rare_gui.domain.parts.line import PartLine
from rare_gui.domain.parts.names import PartNames
from rare_gui.domain.parts.text import Mentions, TextReader
from rare_gui.domain.vocabulary import SupplyForm

MOST_CANDIDATES = 12
_PHYSICAL = tuple(
    form for form in SupplyForm if form not in (SupplyForm.TECHNOLOGY, SupplyForm.EQUIPMENT)
)


_COUNTRY_WORDS = {
    "prc": "CN", "pr china": "CN", "p r china": "CN", "mainland china": "CN", "中国": "CN",
    "uk": "GB", "great britain": "GB", "south korea": "KR", "korea": "KR", "韩国": "KR",
    "taiwan": "TW", "台湾": "TW", "美国": "US", "日本": "JP", "德国": "DE", "越南": "VN",
}  # fmt: skip
"""What supplier lists call countries beside their names and codes."""


class LineReader:
    """Reads lines by the words of one dataset; equal lines are read once.

    `origin` is the exporting country of lines that name no supplier's country.
    """

    def __init__(self, dataset: Dataset, origin: str) -> None:
        self._law, self._origin = dataset.law, origin
        self._tables, self._products = dataset.tables, dataset.products_of
        self._names = PartNames.of(dataset)
        self._texts = TextReader(self._names)
        self._kept: dict[tuple[str, ...], Reading] = {}
        self._origins: dict[str, str | None] = {}
        self._named: dict[tuple[int, tuple[SupplyForm, ...], str], Reading] = {}

    def read(self, line: PartLine, settled: Goods | None = None) -> Reading:
        """What the line speaks of; `settled` is what a person has chosen for it."""
        country = line.country
        if country not in self._origins:
            self._origins[country] = self._origin_of(country)
        origin = self._origins[country]
        if origin is None:
            return Reading(doubt=Doubt.COUNTRY, subject=line.country)
        if settled is not None:
            return Reading((settled,), origin)
        key = (line.material, line.form, line.cas, line.hs, origin)
        if key not in self._kept:
            self._kept[key] = self._read(line, origin)
        return self._kept[key]

    def knows(self, text: str) -> bool:
        """Whether a text names a material or a group, however doubtfully it is spelt."""
        heard = self._texts.read(text)
        return bool(heard.materials or heard.unsure or heard.group or self._by_cas(text))

    def knows_country(self, text: str) -> bool:
        """Whether a text is the name or code of a country."""
        return _country_word(text) in self._countries

    @cached_property
    def _countries(self) -> dict[str, str]:
        known = Names.from_tables(self._tables)
        words = {_country_word(word): code for word, code in known.country_words.items()}
        return {**_COUNTRY_WORDS, **words} if words else {}

    def _origin_of(self, text: str) -> str | None:
        word = _country_word(text)
        return self._countries.get(word) if word else self._origin

    def _read(self, line: PartLine, origin: str) -> Reading:
        text = line.material.strip()
        code = _digits(line.hs) or (_digits(text) if text.replace(".", "").isdigit() else "")
        if not (text or line.cas.strip() or code):
            return Reading(origin=origin, doubt=Doubt.EMPTY)
        heard = self._texts.read(text)
        forms = self._forms(line, heard)
        by_cas = self._by_cas(line.cas) or self._by_cas(text)
        if by_cas and heard.materials and not set(by_cas) & set(heard.materials):
            every = (*heard.materials, *by_cas)
            return self._doubt(Doubt.DISAGREE, line.cas or text, every, forms, origin)
        # the number of an element is that of its metal, unless the line says more
        as_metal = forms or (SupplyForm.METAL,)
        if heard.materials:
            alone = len(by_cas) == 1 and tuple(heard.materials) == by_cas
            named = alone and heard.own_form(by_cas[0], self._names) is None
            return self._by_names(heard, as_metal if named else forms, origin)
        if len(by_cas) == 1:
            return self._goods(by_cas, as_metal, origin, heard)
        if by_cas:
            return self._doubt(Doubt.UNSURE, line.cas or text, by_cas, forms, origin)
        if heard.group or heard.unsure:
            return self._by_names(heard, forms, origin)
        return self._by_code(code, forms, origin) or Reading(
            origin=origin, doubt=Doubt.UNKNOWN, subject=text or line.cas or line.hs
        )

    def _by_names(self, heard: Mentions, forms: tuple[SupplyForm, ...], origin: str) -> Reading:
        """By what the words name; the same for all lines with the same telling words."""
        key = (id(heard), forms, origin)  # the reader of texts keeps each answer and its identity
        if key not in self._named:
            if heard.materials:
                found = self._goods(heard.materials, forms, origin, heard)
            elif heard.group:
                found = self._doubt(Doubt.GROUP, heard.group_words, heard.group, forms, origin)
            else:
                found = self._doubt(Doubt.UNSURE, heard.unsure_words, heard.unsure, forms, origin)
            self._named[key] = found
        return self._named[key]

    def _forms(self, line: PartLine, heard: Mentions) -> tuple[SupplyForm, ...]:
        """The form column decides where it says something; else the words of the material."""
        word = line.form.strip()
        if not word:
            return heard.forms
        try:
            return (SupplyForm(word.casefold()),)
        except ValueError:
            return self._texts.read(word).forms or heard.forms

    def _goods(
        self,
        materials: Sequence[str],
        forms: tuple[SupplyForm, ...],
        origin: str,
        heard: Mentions,
    ) -> Reading:
        if len(forms) > 1:
            return self._doubt(Doubt.NO_FORM, materials[0], materials, forms, origin)
        found: list[Goods] = []
        for material in materials:
            exist = self._law.forms(material, origin)
            physical = [form for form in exist if form in _PHYSICAL]
            form = forms[0] if forms else heard.own_form(material, self._names)
            if form is None and len(physical) == 1:
                form = physical[0]
            if form is None:
                return self._doubt(Doubt.NO_FORM, material, [material], (), origin)
            if form in exist:
                found.append(Goods(material, form))
            elif form is not SupplyForm.MAGNET or len(materials) == 1:
                # a magnet's other elements (its nickel coat) have no magnets of their own
                return self._doubt(Doubt.NO_SUCH_FORM, material, [material], (form,), origin)
        if not found:
            return self._doubt(Doubt.NO_SUCH_FORM, materials[0], materials, forms, origin)
        return Reading(tuple(found), origin)

    def _by_cas(self, text: str) -> tuple[str, ...]:
        """The materials of the first known CAS number, its check digit tried."""
        known = self._names.cas
        return next((known[one] for one, right in cas_numbers(text) if right and one in known), ())

    def _by_code(self, code: str, forms: tuple[SupplyForm, ...], origin: str) -> Reading | None:
        """By the longest known beginning of a customs code of at least four digits."""
        for length in range(len(code), 3, -1):
            meaning = self._names.codes.get(code[:length])
            if meaning is None:
                continue
            one = Goods(meaning.materials[0], meaning.forms[0])
            if (
                meaning.exact
                and forms in ((), meaning.forms)
                and one.form in self._law.forms(one.material, origin)
            ):
                return Reading((one,), origin)
            return self._doubt(
                Doubt.BASKET, code, meaning.materials, forms or meaning.forms, origin
            )
        return None

    def _doubt(
        self,
        doubt: Doubt,
        subject: str,
        materials: Iterable[str],
        forms: tuple[SupplyForm, ...],
        origin: str,
    ) -> Reading:
        """The doubt with what could be meant: the named forms where they exist, else all that do.

        Groups among the materials stand for their members.
        """
        every: list[str] = []
        for material in materials:
            every += self._names.members.get(material, (material,))
        if SupplyForm.MAGNET in forms:
            every += [product for one in every for product in sorted(self._products(one))]
        exist = {
            material: [form for form in self._law.forms(material, origin) if form in _PHYSICAL]
            for material in every
        }
        wanted = {slug: [form for form in ordered(forms) if form in exist[slug]] for slug in exist}
        chosen = wanted if any(wanted.values()) else exist
        candidates = [Goods(slug, form) for slug, found in chosen.items() for form in found]
        return Reading((), origin, doubt, subject, tuple(candidates[:MOST_CANDIDATES]))


def _country_word(text: str) -> str:
    return re.sub(r"[.\s]+", " ", text.casefold().replace(".", "")).strip()


def _digits(text: str) -> str:
    """A customs code without its dots, spaces and the letters before it."""
    if not text:
        return ""
    bare = re.sub(r"^(?:HS|HTS|CN|TARIC)[\s:]*", "", text.strip(), flags=re.IGNORECASE)
    digits = re.sub(r"[.\s]", "", bare)
    return digits if digits.isdigit() and 4 <= len(digits) <= 13 else ""
