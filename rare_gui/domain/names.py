"""Words that people type, resolved to the vocabulary: materials, forms, countries, dates.

Not for searching: an unknown word is refused with the nearest known ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

from rare_gui.domain.vocabulary import SupplyForm

if TYPE_CHECKING:
    import pandas as pd

FIRST_DAY = date(1990, 1, 1)
LAST_DAY = date(2050, 12, 31)


class UnknownName(ValueError):
    """A word that names nothing known; the message names the nearest known words."""


@dataclass(frozen=True)
class Names:
    """What each word means: lower-case names, symbols and codes to slugs and alpha-2 codes.

    `countries` maps alpha-2 codes to the name used inside a sentence ("the United States").
    """

    materials: Mapping[str, str]
    material_names: Mapping[str, str]
    country_words: Mapping[str, str]
    countries: Mapping[str, str]

    @classmethod
    def from_tables(cls, tables: Mapping[str, pd.DataFrame]) -> Names:
        """Read the names of `materials` and `countries`."""
        words: dict[str, str] = {}
        names: dict[str, str] = {}
        material_columns = ("material", "name", "short_name", "name_zh", "symbol")
        for slug, *others in _cells(tables["materials"], material_columns):
            names[slug] = others[1] or others[0]
            for word in (slug, *others):
                # of two materials with one symbol (C) neither is meant by it
                words[word.casefold()] = slug if words.get(word.casefold(), slug) == slug else ""
        country_words: dict[str, str] = {}
        countries: dict[str, str] = {}
        for code, alpha3, name, in_text in _cells(
            tables["countries"], ("country", "alpha3", "name", "name_in_text")
        ):
            countries[code] = in_text
            for word in (code, alpha3, name, in_text):
                if word:
                    country_words[word.casefold()] = code
        return cls({w: s for w, s in words.items() if w and s}, names, country_words, countries)

    def material(self, text: str) -> str:
        """The slug of a material given by slug, English or Chinese name, or symbol."""
        return _known("material", text, self.materials)

    def country(self, text: str) -> str:
        """The alpha-2 code (or EU, WLD) of a country given by alpha-2, alpha-3 or English name."""
        shown = {
            code: f"{name.removeprefix('the ')} ({code})" for code, name in self.countries.items()
        }
        return _known("country", text, self.country_words, shown)


def read_form(text: str) -> SupplyForm:
    """The form of that name."""
    return SupplyForm(_known("form", text, {form.value: form.value for form in SupplyForm}))


def read_date(text: str) -> date:
    """An ISO date within the years that the data can speak of."""
    typed = text.strip()
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        day = None
    # a week date or a run of figures would be read too
    if day is None or day.isoformat() != typed:
        raise UnknownName(f"{shortened(text)!r} is no date; write YYYY-MM-DD, e.g. 2025-11-20")
    if not FIRST_DAY <= day <= LAST_DAY:
        raise UnknownName(f"{text} is out of range; choose a day from {FIRST_DAY} to {LAST_DAY}")
    return day


def nearest(text: str, known: Iterable[str]) -> list[str]:
    """Up to three known words that resemble `text`, closest first."""
    return get_close_matches(text.casefold(), list(known), n=3, cutoff=0.5)


def shortened(text: str) -> str:
    """A typed text as it is repeated in a message."""
    return text if len(text) <= 40 else text[:39] + "…"


def _known(
    what: str, text: str, words: Mapping[str, str], shown: Mapping[str, str] | None = None
) -> str:
    found = words.get(text.strip().casefold())
    if found is not None:
        return found
    close = dict.fromkeys(words[word] for word in nearest(text.strip(), words))
    told = [shown[name] if shown else name for name in close]
    hint = f"the nearest known: {', '.join(told)}" if told else _all(words)
    raise UnknownName(f"unknown {what} {shortened(text)!r}; {hint}")


def _all(words: Mapping[str, str]) -> str:
    known = sorted(set(words.values()))
    more = f" and {len(known) - 10} more" if len(known) > 10 else ""
    return f"known are {', '.join(known[:10])}{more}"


def _cells(frame: pd.DataFrame, columns: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    return zip(*(frame[column].tolist() for column in columns), strict=True)
