"""Names that a misspelt word resembles; every one is a candidate, never an answer.

Not for exact names (`domain.parts.text`).
"""

from __future__ import annotations

from rare_gui.domain.parts.names import PartNames

ALIKE = 82.0
"""From which likeness (0 to 100, rapidfuzz's ratio) on a word may be a misspelt name."""

_SHORTEST = 5
_MOST = 4


class Spelling:
    """The single-word names of a package; each word is compared once."""

    def __init__(self, names: PartNames) -> None:
        self._materials = {
            words[0]: next(iter(slugs))
            for words, slugs in names.names.items()
            if len(words) == 1 and len(words[0]) >= _SHORTEST
        }
        self._kept: dict[str, tuple[tuple[float, str], ...]] = {}

    def resembled(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
        """The materials (slugs) that a word among `words` resembles, best first, and that word."""
        found = [
            (likeness, material, word)
            for word in words
            if len(word) >= _SHORTEST and word.isascii() and word.isalpha()
            for likeness, material in self._alike(word)
        ]
        found.sort(key=lambda item: -item[0])
        return tuple(dict.fromkeys(material for _, material, _ in found)), (
            found[0][2] if found else ""
        )

    def _alike(self, word: str) -> tuple[tuple[float, str], ...]:
        if word not in self._kept:
            from rapidfuzz import fuzz, process  # only when a parts list is read

            near = process.extract(
                word, self._materials.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=_MOST
            )
            self._kept[word] = tuple((score, self._materials[name]) for name, score, _ in near)
        return self._kept[word]
