"""Finds materials, measures, days and commands for a text typed into the palette.

Symbols, Chinese names, customs and control codes and numbers of acts mean what they mean over the
list of materials (`scenes.materials.search`). Any text is answered and none is an error. Not for
acting on what is chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from rare_gui.domain.cliffs import hit
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.listed_codes import ListedCodes, typed_control_code, typed_customs_code
from rare_gui.domain.records import Measure
from rare_gui.scenes.browse import NO_FILTERS
from rare_gui.scenes.finding.entries import Command, Entry, PaletteScene
from rare_gui.scenes.finding.typed_day import read_typed_day
from rare_gui.scenes.finding.word_matches import MOST_READ, WHOLE, WordMatches, best, marked
from rare_gui.scenes.materials.parts import MaterialRow
from rare_gui.scenes.materials.scene import materials_scene
from rare_gui.scenes.materials.standing import standing
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import calendar_day
from rare_gui.scenes.timeline.events import event_marks
from rare_gui.scenes.wording import citation, day_words

MATERIALS, MEASURES, DAYS, COMMANDS = "Materials", "Measures", "Days", "Commands"
PREFIXES = {"@": DAYS, "#": MEASURES, ">": COMMANDS}
"""Signs before a text that limit it to one group."""
_MOST = {MATERIALS: 5, MEASURES: 5, DAYS: 4, COMMANDS: 6}
_WEAKEST = 0.45
"""What is less likely than this share of the likeliest is left out."""
_FIRST = 12
"""Commands shown before anything is typed."""
_NOTHING = "Nothing is called so. Try a name, a symbol, a code, the number of an act, or a day."


@dataclass(frozen=True, slots=True)
class _Group:
    """Entries by key, and what their texts hold."""

    entries: Mapping[str, Entry]
    texts: WordMatches


class PaletteSearch:
    """All that can be found from one view: made when the palette opens, asked at every key.

    `today` is what the typed word "today" means.
    """

    def __init__(
        self, dataset: Dataset, selection: Selection, commands: Sequence[Command], today: date
    ) -> None:
        self._dataset, self._selection, self._today = dataset, selection, today
        scene = materials_scene(dataset, _unfiltered(selection))
        rows = [row for group in scene.groups for row in group.rows]
        self._search = scene.search
        self._groups = {
            MATERIALS: self._materials(rows),
            MEASURES: self._measures({row.material: row.search for row in rows}),
            DAYS: self._days(),
            COMMANDS: _commands(commands),
        }

    def prepare(self) -> None:
        """Index codes and spellings ahead of the first answer: some 40 ms, once for the data."""
        self._search.prepare()

    def find(self, typed: str) -> PaletteScene:
        """What the text may mean, the likeliest group first; before any text the first commands."""
        text = typed[: MOST_READ + 1].strip()
        only = PREFIXES.get(text[:1])
        if only is not None:
            text = text[1:].lstrip()
        if not text:
            shown = only or COMMANDS
            return PaletteScene(((shown, tuple(self._groups[shown].entries.values())[:_FIRST]),))
        day = read_typed_day(text, self._today)
        if isinstance(day, date) and only in (None, DAYS):
            return self._on_day(day)
        exact, told = self._by_code(text)
        found = exact or {name: group.texts.find(text) for name, group in self._groups.items()}
        ranked = [
            (max(likeness.values()), name)
            for name, likeness in found.items()
            if likeness and only in (None, name)
        ]
        least = _WEAKEST * max(ranked)[0] if ranked else 0.0
        groups = tuple(
            (name, tuple(self._entries(name, found[name], text, least)))
            for likeness, name in sorted(ranked, key=lambda pair: -pair[0])
            if likeness >= least
        )
        if isinstance(day, str) and only == DAYS and not groups:
            told = day
        return PaletteScene(groups, told or ("" if groups else _NOTHING))

    def _by_code(self, text: str) -> tuple[dict[str, dict[str, float]], str]:
        """What a code, symbol, number of an act or Chinese name means, and the words on it.

        Nothing where the text is no such thing.
        """
        codes, answer = ListedCodes.of(self._dataset), self._search.find(text)
        code = typed_customs_code(text) or typed_control_code(text)
        named = set(codes.measures_named(text) or ())
        named |= {line.measure for line in codes.under(code)} if code else set()
        if not named and not code and text.isascii():
            return {}, ""
        shown = {
            MEASURES: named & self._groups[MEASURES].entries.keys(),
            MATERIALS: (answer.materials or frozenset()) & self._groups[MATERIALS].entries.keys(),
        }
        if not any(shown.values()):
            return {}, answer.told
        return {
            name: dict.fromkeys(sorted(keys), WHOLE) for name, keys in shown.items()
        }, answer.told

    def _on_day(self, day: date) -> PaletteScene:
        """A whole typed day, and what happened on it."""
        events = [one for one in self._groups[DAYS].entries.values() if one.key == day.isoformat()]
        return PaletteScene(((DAYS, (_day_entry(day), *events)),))

    def _entries(
        self, name: str, likeness: Mapping[str, float], text: str, least: float
    ) -> Iterable[Entry]:
        entries, begun = self._groups[name].entries, text.casefold()
        if name == COMMANDS:  # of equal ones first what begins so: "about" is in many titles
            order = sorted(likeness, key=lambda key: not _begins(entries[key], begun))
            likeness = {key: likeness[key] for key in order}
        for key in best(likeness, _MOST[name]):
            if likeness[key] < least:
                return
            entry = entries[key]
            yield replace(entry, marks=marked(entry.title, text))

    def _materials(self, rows: Sequence[MaterialRow]) -> _Group:
        dataset, selection = self._dataset, self._selection
        entries = {
            row.material: Entry(
                "material",
                row.material,
                row.name,
                lead=row.symbol,
                chips=standing(dataset, selection, row.material, row.name).chips,
            )
            for row in rows
        }
        return _Group(entries, WordMatches({row.material: row.search for row in rows}))

    def _measures(self, names: Mapping[str, str]) -> _Group:
        law, known_on = self._dataset.law, self._selection.known_on
        entries, texts = {}, {}
        for measure in law.measures.values():
            public = min((change.known_from for change in measure.changes), default=None)
            if known_on is not None and (public is None or public > known_on):
                continue
            entries[measure.id] = Entry(
                "measure", measure.id, f"{measure.lane}: {measure.title}", _first_day(measure)
            )
            materials = " ".join(names.get(one, one) for one in hit(law, measure))
            kind = measure.kind.value.replace("_", " ")
            texts[measure.id] = " ".join(
                (measure.lane, measure.title, measure.label, citation(measure), kind, materials)
            )
        return _Group(entries, WordMatches(texts))

    def _days(self) -> _Group:
        every = replace(self._selection, all_lanes=True, ghosts=False)
        entries, texts = {}, {}
        for mark in event_marks(self._dataset, every):
            day = calendar_day(mark.day)
            entries[mark.event] = Entry("day", day.isoformat(), mark.label, day_words(day))
            texts[mark.event] = f"{mark.label} {mark.spoken.splitlines()[0]}"
        return _Group(entries, WordMatches(texts))


def _begins(entry: Entry, text: str) -> bool:
    return entry.title.casefold().startswith(text)


def _commands(commands: Sequence[Command]) -> _Group:
    entries = {one.id: Entry("command", one.id, one.title, one.keys) for one in commands}
    return _Group(entries, WordMatches({one.id: f"{one.title} {one.words}" for one in commands}))


def _unfiltered(selection: Selection) -> Selection:
    """The same view with every material in the list, in the order of the groups."""
    return replace(selection, **asdict(NO_FILTERS), sort="group", risk=None)


def _first_day(measure: Measure) -> str:
    """When the measure was first heard of, no more exact than it is known."""
    first = min(measure.changes, key=lambda change: change.day, default=None)
    return f"since {day_words(first.day, first.precision)}" if first is not None else ""


def _day_entry(day: date) -> Entry:
    return Entry("day", day.isoformat(), f"Go to {day_words(day, short=False)}")
