"""How well a few typed words match the words of many texts: whole, begun, inside, or misspelt.

Any text is answered; what is longer than MOST_READ characters is read to there. Not for what a
match means (`scenes.finding.search`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

MOST_READ = 200
"""Characters; no name, code or number of an act is longer."""
WHOLE, BEGUN, INSIDE = 100.0, 85.0, 60.0
_ALIKE = 80.0
"""From this likeness on (0 to 100, rapidfuzz's ratio) a word may be a misspelt one."""
_SHORTEST_INSIDE, _SHORTEST_ALIKE = 3, 4
_MOST_ALIKE = 8
_MOST_WORDS = 8
_WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters; signs part them."""
    return tuple(_WORD.findall(text.casefold()))


class WordMatches:
    """Texts by key, of which each word is looked at once for a typed word."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._keys: dict[str, list[str]] = {}
        for key, text in texts.items():
            for word in dict.fromkeys(words_of(text)):
                self._keys.setdefault(word, []).append(key)

    def find(self, typed: str) -> dict[str, float]:
        """Keys whose text holds at least one typed word, with the sum of their likenesses.

        The likeness of a word is WHOLE, BEGUN, INSIDE or less for a misspelt one.
        """
        found: dict[str, float] = {}
        for word in dict.fromkeys(words_of(typed[:MOST_READ])[:_MOST_WORDS]):
            best: dict[str, float] = {}
            for own, likeness in self._alike(word):
                for key in self._keys[own]:
                    best[key] = max(best.get(key, 0.0), likeness)
            for key, likeness in best.items():
                found[key] = found.get(key, 0.0) + likeness
        return found

    def _alike(self, word: str) -> Iterable[tuple[str, float]]:
        long = len(word) >= _SHORTEST_INSIDE or not word.isascii()
        found = [
            (own, WHOLE if own == word else BEGUN if own.startswith(word) else INSIDE)
            for own in self._keys
            if (word in own if long else own.startswith(word))
        ]
        if found or len(word) < _SHORTEST_ALIKE:
            return found
        from rapidfuzz import fuzz, process  # only for a word that nothing begins with

        near = process.extract(
            word, self._keys.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_MOST_ALIKE
        )
        return [(own, INSIDE * score / 100) for own, score, _ in near]


def marked(title: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Where words of the title begin as typed words do: spans of characters, first to last."""
    wanted = sorted(set(words_of(typed[:MOST_READ])), key=len, reverse=True)
    spans = []
    for own in _WORD.finditer(title):
        small = own[0].casefold()
        if len(small) != len(own[0]):  # as of ß: what follows would be shifted
            continue
        begun = next((w for w in wanted if small.startswith(w)), "")
        if begun:
            spans.append((own.start(), own.start() + len(begun)))
    return tuple(spans)


def best(found: Mapping[str, float], most: int) -> Sequence[str]:
    """The likeliest keys, equal ones in the order in which they were found."""
    return sorted(found, key=lambda key: -found[key])[:most]
