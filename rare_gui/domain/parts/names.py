"""The words by which the materials of a package can be named in a parts list, indexed once.

Not for reading a text (`domain.parts.reading`) nor for single names typed by hand (`domain.names`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.parts.forms import FORM_OF, stem
from rare_gui.domain.parts.formulae import ELEMENTS, read_formula
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import NamedBy, SupplyForm

if TYPE_CHECKING:
    import pandas as pd

LONGEST_NAME = 4
"""Words of the longest name that is looked for."""

_COMMON = frozenset(
    stem(word)
    for word in "acid amorphous and anode bar block blister bonded boric bullion carbonate cathode "
    "class coated crystal dore electrode electrolytic expandable ferro flake grade ground high "
    "isostatic low master matte metallurgical mixed paste pellet powder pure purity salt sealed "
    "separated sintered source spherical synthetic".split()
)
"""Trade words that name no material by themselves."""

Words = tuple[str, ...]


@dataclass(frozen=True)
class CodeMeaning:
    """What a customs code covers. `exact`: nothing but one material in one form."""

    materials: tuple[str, ...]
    forms: tuple[SupplyForm, ...]
    exact: bool


@dataclass(frozen=True)
class PartNames:
    """What names a material.

    `names` are stems of English names in their order, `chinese` names to materials, longest first.
    Where several materials have one name, all are given. `symbols` are of elements, case as
    written; `mixtures` the elements of a product's sign (NdFeB) to the product. `trade` are words
    such as "ilmenite". `own` are a material's own trade words with the form that they tell.
    `groups` are names of groups to their members, `members` the same by the group's slug.
    """

    names: Mapping[Words, frozenset[str]]
    chinese: tuple[tuple[str, str], ...]
    symbols: Mapping[str, str]
    mixtures: Mapping[frozenset[str], str]
    trade: Mapping[str, str]
    own: Mapping[str, tuple[tuple[frozenset[str], SupplyForm], ...]]
    groups: Mapping[Words, tuple[str, ...]]
    members: Mapping[str, tuple[str, ...]]
    cas: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, CodeMeaning]

    @classmethod
    def of(cls, dataset: Dataset) -> PartNames:
        """The words of a dataset's package, made at the first question and kept."""
        if "part names" not in dataset.kept:
            dataset.kept["part names"] = cls._made(dataset.tables)
        return dataset.kept["part names"]  # type: ignore[no-any-return]

    @classmethod
    def _made(cls, tables: Mapping[str, pd.DataFrame]) -> PartNames:
        materials = list(rows(tables["materials"]))
        members: dict[str, list[str]] = {}
        for row in rows(tables["material_groups"]):
            members.setdefault(row["group"], []).append(row["material"])
        names: dict[Words, set[str]] = {}
        cas: dict[str, list[str]] = {}
        groups: dict[Words, tuple[str, ...]] = {
            tuple(map(stem, slug.split("-"))): tuple(found) for slug, found in members.items()
        }
        for row in materials:
            slug = row["material"]
            for words in _english(row):
                if slug in members:
                    groups[words] = tuple(members[slug])
                else:
                    names.setdefault(words, set()).add(slug)
            if row["cas"]:
                cas.setdefault(row["cas"], []).append(slug)
        for words, slugs in names.items():
            if len(slugs) > 1:
                groups.setdefault(words, tuple(sorted(slugs)))
        own = _own_words(tables["material_forms"])
        single = {words: frozenset(slugs) for words, slugs in names.items() if len(slugs) == 1}
        return cls(
            names={words: found for words, found in single.items() if words not in groups},
            chinese=_chinese(materials),
            symbols=_symbols(materials),
            mixtures={
                frozenset(formula.elements): row["material"]
                for row in materials
                if (formula := read_formula(row["symbol"])) and len(formula.elements) > 1
            },
            trade=_trade_words(own, {word for words in (*names, *groups) for word in words}),
            own=own,
            groups=groups,
            members={slug: tuple(found) for slug, found in members.items()},
            cas={number: tuple(found) for number, found in cas.items()},
            codes=_codes(tables),
        )


def _english(row: Mapping[str, Any]) -> Iterator[Words]:
    """The names of a material as stems, with and without the form that a name may end in."""
    plain = re.sub(r"\(.*?\)", "", row["name"])
    for name in (plain, row["short_name"], row["material"].replace("-", " ")):
        words = tuple(stem(word) for word in re.findall(r"[^\W_]+", name))
        yield words
        while len(words) > 1 and (words[-1] in FORM_OF or words[-1] in ("permanent", "mix")):
            words = words[:-1]
        yield words
        if len(words) > 1:
            yield (words[-1], *words[:-1])  # "graphite, natural"
    symbol = row["symbol"]
    if symbol and symbol not in ELEMENTS:
        yield (symbol.casefold(),)


def _chinese(materials: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    """Chinese names, longest first; a magnet's also without the word for magnet."""
    found = {
        name: row["material"]
        for row in materials
        for name in (row["name_zh"], row["name_zh"].removesuffix("永磁体"))
        if name
    }
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))


def _symbols(materials: list[dict[str, Any]]) -> dict[str, str]:
    """Symbols of elements; one that several materials share (C) names none of them."""
    found: dict[str, list[str]] = {}
    for row in materials:
        if row["symbol"] in ELEMENTS:
            found.setdefault(row["symbol"], []).append(row["material"])
    return {symbol: slugs[0] for symbol, slugs in found.items() if len(slugs) == 1}


def _own_words(
    frame: pd.DataFrame,
) -> dict[str, tuple[tuple[frozenset[str], SupplyForm], ...]]:
    found: dict[str, list[tuple[frozenset[str], SupplyForm]]] = {}
    for row in rows(frame):
        if row["named_by"] != NamedBy.KEY_FORM:
            continue
        for phrase in split_ids(row["words"]):
            words = frozenset(stem(word) for word in re.findall(r"[^\W_]+", phrase))
            found.setdefault(row["material"], []).append((words, SupplyForm(row["form"])))
    return {material: tuple(phrases) for material, phrases in found.items()}


def _trade_words(
    own: Mapping[str, tuple[tuple[frozenset[str], SupplyForm], ...]], taken: set[str]
) -> dict[str, str]:
    """Words that stand in the phrases of one material alone and name it by themselves."""
    users: dict[str, set[str]] = {}
    for material, phrases in own.items():
        for words, _ in phrases:
            for word in words:
                users.setdefault(word, set()).add(material)
    return {
        word: next(iter(materials))
        for word, materials in users.items()
        if len(materials) == 1
        and len(word) >= 3
        and word.isalnum()
        and not word[0].isdigit()
        and word not in _COMMON | taken | FORM_OF.keys()
    }


def _codes(tables: Mapping[str, pd.DataFrame]) -> dict[str, CodeMeaning]:
    """Customs codes of every level; of one with two meanings (China, EU) all materials count."""
    goods = {row["commodity"]: row for row in rows(tables["commodities"])}
    found: dict[str, CodeMeaning] = {}
    for row in rows(tables["hs_codes"]):
        commodity = goods.get(row["commodity"])
        if commodity is None or not commodity["materials"]:
            continue
        materials = split_ids(commodity["materials"])
        forms = tuple(SupplyForm(form) for form in split_ids(row["forms"]))
        exact = commodity["coverage_kind"] == "exact" and len(materials) == len(forms) == 1
        meaning = CodeMeaning(materials, forms, exact)
        if row["hs"] in found and found[row["hs"]] != meaning:
            both = (*found[row["hs"]].materials, *materials)
            meaning = CodeMeaning(tuple(dict.fromkeys(both)), forms, exact=False)
        found[row["hs"]] = meaning
    return found
