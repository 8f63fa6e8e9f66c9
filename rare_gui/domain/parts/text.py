"""Which materials, groups and forms the words of one text name, surely or doubtfully.

Not for what exists and what the law says of it; only words are looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rare_gui.domain.parts.forms import FORM_OF, form_words, purity, stem
from rare_gui.domain.parts.formulae import read_alloy, read_formula
from rare_gui.domain.parts.names import LONGEST_NAME, PartNames, Words
from rare_gui.domain.parts.signs import read_signs
from rare_gui.domain.parts.spelling import Spelling
from rare_gui.domain.vocabulary import SupplyForm

_MOST_LETTERS = 2000
"""Of a cell with more, the beginning is read; no name of a part is that long."""

_FERRO = "ferro"
_COATED = frozenset("coated coating plated plating".split())
_HAN = re.compile(r"[\u3400-\u9fff]+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SEPARATORS = re.compile(r"[\s,;/|+:&]+")
_GAP = "\0"
"""Stands for words that name nothing, so that those around them do not become neighbours."""

_WORDS = re.compile(r"[^\W_]+")
_PUNCTUATION = "\"'`.,;:!?"


@dataclass(frozen=True, slots=True)
class Mentions:
    """What a text names, materials in the order of the text.

    `forms` are those that its words tell, two where they contradict. `unsure` are materials that a
    word may mean, `unsure_words` that word; `group` the members of a group, `group_words` its name.
    """

    materials: tuple[str, ...] = ()
    forms: tuple[SupplyForm, ...] = ()
    unsure: tuple[str, ...] = ()
    unsure_words: str = ""
    group: tuple[str, ...] = ()
    group_words: str = ""
    stems: frozenset[str] = frozenset()

    def own_form(self, material: str, names: PartNames) -> SupplyForm | None:
        """The form that the material's own trade words tell ("spherical"), None if none or two."""
        found = {form for words, form in names.own.get(material, ()) if words <= self.stems}
        return found.pop() if len(found) == 1 else None


class TextReader:
    """Reads texts by the words of a package; texts that differ in other words are read once.

    In a long list most descriptions are unlike each other only by numbers and words that name
    nothing ("lot 4711"), so those are taken out first, each leaving a gap.
    """

    def __init__(self, names: PartNames) -> None:
        self._names, self._spelling = names, Spelling(names)
        self._telling = _telling_words(names)
        self._chunks: dict[str, str] = {}
        self._kept: dict[tuple[str, ...], Mentions] = {}

    def read(self, text: str) -> Mentions:
        """What a text names; words that name nothing are passed over."""
        plain, chinese = text[:_MOST_LETTERS], ""
        if not plain.isascii():
            plain = _DASHES.sub("-", unicodedata.normalize("NFKC", plain))
            chinese = "".join(_HAN.findall(plain))
            plain = _HAN.sub(" ", plain)
        kept = [chinese]
        for chunk in _SEPARATORS.split(plain):
            bare = self._chunks.get(chunk)
            if bare is None:
                if chunk.isdigit() and chunk not in self._telling:
                    bare = _GAP  # not kept: in a long list every line has a number of its own
                else:
                    bare = self._chunks[chunk] = self._bare(chunk)
            if bare != _GAP or kept[-1] != _GAP:
                kept.append(bare)
        key = tuple(kept)
        if key not in self._kept:
            chunks = [chunk for chunk in key[1:] if chunk]
            self._kept[key] = _mentions(chinese, chunks, self._names, self._spelling)
        return self._kept[key]

    def _bare(self, chunk: str) -> str:
        """A chunk without its punctuation, `_GAP` where it can name nothing."""
        bare = chunk.strip(_PUNCTUATION)
        if not bare:
            return ""
        stems = tuple(stem(word) for word in _WORDS.findall(bare))
        tells = (
            any(word in self._telling or word.startswith(_FERRO) for word in stems)
            or bare.title() in self._names.symbols
            or (not bare.isdigit() and (read_formula(bare) or read_alloy(bare) or purity(bare)))
            or self._spelling.resembled(stems)[1]
        )
        return bare if tells else _GAP


def _telling_words(names: PartNames) -> frozenset[str]:
    """Every word, as `stem` leaves it, that has a meaning here."""
    of_names = (word for words in (*names.names, *names.groups) for word in words)
    of_forms = (word for own in names.own.values() for words, _ in own for word in words)
    return frozenset((*of_names, *of_forms, *names.trade, *FORM_OF, *_COATED, "with", "in"))


def _mentions(
    chinese: str, chunks: Sequence[str], names: PartNames, spelling: Spelling
) -> Mentions:
    stems = [stem(word) for chunk in chunks for word in _WORDS.findall(chunk) or ("",)]
    spans = list(_spans(stems, names))
    trade = [word for word in stems if word in names.trade]
    ferro = [slug for word in stems if (slug := _ferro(word, names))]
    forms = form_words(stems, chinese) or ((SupplyForm.ALLOY,) if ferro else ())
    used = {word for words in spans for word in words} | set(trade)
    signs = read_signs(chunks, names, form_named=bool(forms), used=used)
    found = dict.fromkeys(
        (
            *_chinese(chinese, names),
            *(slug for words in spans for slug in names.names.get(words, ())),
            *(names.trade[word] for word in trade),
            *ferro,
            *signs.materials,
        )
    )
    coats = _coats(stems, names) if found else set()
    materials = [slug for slug in found if slug not in coats]
    groups = [words for words in spans if words in names.groups]
    if groups and not materials:
        materials = _narrowed(names.groups[groups[0]], frozenset(stems), names)
    doubt: tuple[tuple[str, ...], str] = (signs.unsure, signs.unsure_words)
    if not (materials or groups or signs.unsure):
        doubt = spelling.resembled(tuple(dict.fromkeys(stems)))
    return Mentions(
        materials=tuple(materials),
        forms=forms or ((signs.form,) if signs.form else ()),
        unsure=doubt[0] if not materials else (),
        unsure_words=doubt[1] if not materials else "",
        group=names.groups[groups[0]] if groups and not materials else (),
        group_words=" ".join(groups[0]) if groups else "",
        stems=frozenset(stems),
    )


def _spans(stems: Sequence[str], names: PartNames) -> Iterator[Words]:
    """The longest names from left to right, none inside another."""
    place = 0
    while place < len(stems):
        for length in range(min(LONGEST_NAME, len(stems) - place), 0, -1):
            words = tuple(stems[place : place + length])
            if words in names.names or words in names.groups:
                yield words
                place += length
                break
        else:
            place += 1


def _chinese(text: str, names: PartNames) -> Iterator[str]:
    rest = text
    for name, slug in names.chinese:
        if rest and name in rest:
            yield slug
            rest = rest.replace(name, " ")


def _ferro(word: str, names: PartNames) -> str:
    return _named(word.removeprefix(_FERRO), names) if word.startswith(_FERRO) else ""


def _named(word: str, names: PartNames) -> str:
    return next(iter(names.names.get((word,), ())), "")


def _narrowed(group: tuple[str, ...], stems: frozenset[str], names: PartNames) -> list[str]:
    """The one member of a small group whose own trade words the text has: "graphite, spherical"."""
    fitting = [s for s in group if any(words <= stems for words, _ in names.own.get(s, ()))]
    # "oxide" fits many of the rare earths and so says nothing
    return fitting if len(fitting) == 1 and len(group) <= 3 else []


def _coats(stems: Sequence[str], names: PartNames) -> set[str]:
    """Materials of a coat: right before "coated", or after "coated with"."""
    words: list[str] = []
    for place, word in enumerate(stems):
        if word in _COATED:
            words += stems[max(place - 1, 0) : place]
            if stems[place + 1 : place + 2] in (["with"], ["in"]):
                words += stems[place + 2 : place + 3]
    by_name = {_named(word, names) for word in words}
    return by_name | {names.symbols.get(word.title(), "") for word in words}
