"""What a text typed over the list of materials means: names, symbols, codes, numbers of acts.

Any text is answered and none is an error: what is longer than MOST_READ is read to there. Not for
parts lists (`domain.parts.reading`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from rare_gui.domain.cliffs import hit
from rare_gui.domain.counting import counted, noun
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.listed_codes import (
    ListedCode,
    ListedCodes,
    typed_control_code,
    typed_customs_code,
)
from rare_gui.domain.parts.forms import FORM_OF, stem
from rare_gui.domain.parts.names import PartNames
from rare_gui.domain.parts.signs import read_signs
from rare_gui.domain.parts.spelling import Spelling
from rare_gui.scenes.wording import FORM_WORDS, citation, inside, listed

MOST_READ = 200
"""Characters; no name, code or number of an act is longer."""
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The materials that a text means (None: no text, so all) and what is to be told of it."""

    materials: frozenset[str] | None
    told: str = ""


class Search(Protocol):
    """Finds materials by a typed text."""

    def find(self, text: str) -> SearchAnswer:
        """What the text means; never an error."""

    def prepare(self) -> None:
        """Read what the first answer needs: called when somebody is about to type."""


class TextSearch:
    """Materials whose text holds every typed word; `texts` are by material slug."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = {material: _plain(text) for material, text in texts.items()}

    def find(self, text: str) -> SearchAnswer:
        """The materials with every word of the text."""
        words = _plain(text[:MOST_READ]).split()
        if not words:
            return SearchAnswer(None)
        return SearchAnswer(self.with_words(words))

    def prepare(self) -> None:
        """Nothing to read."""

    def with_words(self, words: Iterable[str]) -> frozenset[str]:
        """The materials with every one of these small words."""
        return frozenset(
            material
            for material, text in self._texts.items()
            if all(word in text for word in words)
        )


class MaterialSearch:
    """Names, symbols and codes of one dataset, with small slips of the typist forgiven."""

    def __init__(self, dataset: Dataset, texts: Mapping[str, str]) -> None:
        self._dataset = dataset
        self._texts = TextSearch(texts)
        self._names: PartNames | None = None
        self._spelling: Spelling | None = None

    def find(self, text: str) -> SearchAnswer:
        """What the text means; an exact symbol, code or number of an act before words."""
        read = text[:MOST_READ].strip()
        if not read:
            return SearchAnswer(None)
        return (
            self._by_number(read)
            or self._by_customs_code(read)
            or self._by_control_code(read)
            or self._by_symbol(read)
            or self._by_words(read)
        )

    def prepare(self) -> None:
        """Index the names and codes, and load what compares spellings: some 40 ms."""
        ListedCodes.of(self._dataset)
        self._resembled("spelling")

    def _by_number(self, text: str) -> SearchAnswer | None:
        measures = ListedCodes.of(self._dataset).measures_named(text)
        if measures is None:
            return None
        law = self._dataset.law
        if not measures:
            return SearchAnswer(frozenset(), "No act of this number is in these data.")
        cited = list(dict.fromkeys(citation(law.measures[one]) for one in measures))
        touched = [material for one in measures for material in hit(law, law.measures[one])]
        verb = noun(len(cited), "concerns", "concern")
        named = self._named(touched) if touched else "no material"
        return SearchAnswer(frozenset(touched), f"{listed(cited)} {verb} {named}.")

    def _by_customs_code(self, text: str) -> SearchAnswer | None:
        code = typed_customs_code(text)
        if len(code) < 6:
            return None  # a chapter or heading: the texts hold its digits
        codes = ListedCodes.of(self._dataset)
        lines = codes.under(code)
        if lines:
            return self._listed(code, lines)
        heading, covered = self._covered(code)
        near = codes.under(code[:6])
        told = f"{code} is not among the customs codes that these data list."
        if near:
            told += f" Of its heading {code[:6]} they do: {self._line_words(near)}."
        elif covered:
            told += (
                f" {heading} covers {self._named(covered)}, which a measure can name without "
                "customs codes."
            )
        return SearchAnswer(self._members(line.material for line in near) | covered, told)

    def _by_control_code(self, text: str) -> SearchAnswer | None:
        code = typed_control_code(text)
        if not code:
            return None
        lines = ListedCodes.of(self._dataset).under(code)
        if not lines:
            told = f"{code.upper()} is not among the control codes that these data list."
            return SearchAnswer(frozenset(), told)
        return self._listed(code, lines)

    def _by_symbol(self, text: str) -> SearchAnswer | None:
        """An element's symbol, case as written; "In" is indium, "in" is part of many names."""
        slug = self._part_names.symbols.get(text)
        return SearchAnswer(frozenset((slug,))) if slug else None

    def _by_words(self, text: str) -> SearchAnswer:
        every = _plain(text).split()
        exact = self._texts.with_words(every)
        if exact or not every:
            return SearchAnswer(exact)
        signs = read_signs(text.split(), self._part_names, form_named=False, used=()).materials
        if signs:
            return SearchAnswer(frozenset(signs))
        # a form, such as oxide, is no part of a material's name
        words = [word for word in every if stem(word) not in FORM_OF] or every
        meant: list[frozenset[str]] = []
        slips = []
        for word in words:
            found = self._texts.with_words((word,))
            if not found:
                found = self._resembled(word)
                slips.append(word)
            meant.append(found)
        materials = frozenset.intersection(*meant)
        if not materials:
            return SearchAnswer(frozenset())
        written = listed([f"“{word}”" for word in slips])
        doubt = f"No {written} here; perhaps {self._named(materials)}?" if slips else ""
        return SearchAnswer(materials, doubt)

    def _resembled(self, word: str) -> frozenset[str]:
        if self._spelling is None:
            self._spelling = Spelling(self._part_names)
        return frozenset(self._spelling.resembled((stem(word),))[0])

    @property
    def _part_names(self) -> PartNames:
        if self._names is None:
            self._names = PartNames.of(self._dataset)
        return self._names

    def _covered(self, code: str) -> tuple[str, frozenset[str]]:
        """The longest known beginning of a customs code, and the materials that it covers.

        Of nine or ten digits only the first six are alike in all countries.
        """
        longest = 6 if len(code) > 8 else len(code)
        for length in range(longest, 3, -1):
            meaning = self._part_names.codes.get(code[:length])
            if meaning is not None:
                return code[:length], self._members(meaning.materials)
        return "", frozenset()

    def _listed(self, typed: str, lines: tuple[ListedCode, ...]) -> SearchAnswer:
        codes = list(dict.fromkeys(line.code for line in lines))
        exact = codes == [codes[0]] and codes[0].casefold() == typed.casefold()
        many = f"{counted(len(codes), 'listed code', 'listed codes')} with {typed.upper()}: "
        told = f"{'Listed: ' if exact else many}{self._line_words(lines)}."
        return SearchAnswer(self._members(line.material for line in lines), told)

    def _line_words(self, lines: tuple[ListedCode, ...]) -> str:
        """The first codes in words: "2825800010 antimony oxide (MOFCOM/GACC No. 33 of 2024)"."""
        told: dict[tuple[str, str], dict[str, list[str]]] = {}
        for line in lines:
            forms = told.setdefault((line.code, line.measure), {}).setdefault(line.material, [])
            if line.form is not None:
                forms.append(FORM_WORDS[line.form])
        parts = [
            f"{code} {listed([self._goods(*one) for one in goods.items()])} "
            f"({citation(self._dataset.law.measures[measure])})"
            for (code, measure), goods in told.items()
        ]
        more = len(parts) - _MOST_NAMED
        return "; ".join(parts[:_MOST_NAMED]) + (f"; and {more} more" if more > 0 else "")

    def _goods(self, material: str, forms: list[str]) -> str:
        named = self._dataset.material_names.get(material)
        name = inside(named) if named else material.replace("-", " ")
        told = [form for form in forms if not name.endswith(form)]
        return f"{name} {listed(told)}".strip()

    def _members(self, named: Iterable[str]) -> frozenset[str]:
        """The materials of some names: a group stands for its members."""
        law = self._dataset.law
        wanted = frozenset(named)
        return frozenset(m for m in law.named_forms if not wanted.isdisjoint(law.names(m)))

    def _named(self, materials: Iterable[str]) -> str:
        names = [inside(self._dataset.material_names.get(m, m)) for m in dict.fromkeys(materials)]
        if len(names) <= _MOST_NAMED:
            return listed(sorted(names))
        return f"{len(names)} materials"


def _plain(text: str) -> str:
    """Small letters, and one kind of dash."""
    return text.casefold().replace("–", "-").replace("−", "-")
