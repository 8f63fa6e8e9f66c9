"""A what-if in words: its lines, what is wrong with it, and how many states it changes.

Not for applying it (`domain.scenario`) nor for files (`intake.scenarios`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rare_gui.domain.assumptions import (
    Assumption,
    Extended,
    Freed,
    Granted,
    Lapses,
    Listed,
    Prolonged,
    ScenarioError,
)
from rare_gui.domain.counting import counted
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.law import EVERYONE
from rare_gui.domain.records import Measure
from rare_gui.domain.scenario import Scenario, differing
from rare_gui.domain.suppositions import running_pause
from rare_gui.domain.vocabulary import LegalState, MeasureKind, SupplyForm
from rare_gui.scenes.places import destinations
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import FORM_WORDS, citation, day_words, listed, opened

PRESET_WORDS = {
    "truce-lapses": "the truce lapses",
    "truce-lapses-by-text": "the truce lapses by the legal text",
    "truce-prolonged": "the truce is prolonged by a year",
}
NEW_NAME = "My what-if"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen for a new line: its key, its words and the day it speaks of."""

    key: str
    words: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class ScenarioScene:
    """What the scenario panel shows.

    `lines` are the changes in words, `faulty` the places (from 0) of those at fault, `problems`
    what is wrong. `differing` is the number of goods whose state on the as-of day is another than
    by today's law, None where the scenario cannot be applied; `effect` says
    so in a sentence, and `examples` are some of the goods. `saved` are names that can be opened;
    `pauses`, `limits`, `materials` and `places` are the choices for a new line.
    """

    name: str
    lines: tuple[str, ...]
    faulty: tuple[int, ...]
    problems: tuple[str, ...]
    differing: int | None
    effect: str
    examples: tuple[str, ...]
    saved: tuple[Choice, ...]
    pauses: tuple[Choice, ...]
    limits: tuple[Choice, ...]
    materials: tuple[Choice, ...]
    places: tuple[Choice, ...]
    origin: str


def scenario_scene(
    dataset: Dataset,
    selection: Selection,
    scenario: Scenario | None,
    saved: Sequence[str] = (),
    supposed: Dataset | None = None,
) -> ScenarioScene:
    """The panel's scene; `dataset` is that of today's law, `supposed` the one under the scenario.

    Without `supposed` the scenario is applied here. `saved` are the names in the user's folder.
    """
    wanted = scenario or Scenario(NEW_NAME)
    problems: tuple[str, ...] = ()
    faulty: tuple[int, ...] = ()
    if supposed is None:
        try:
            supposed = wanted.apply(dataset)
        except ScenarioError as error:
            problems = (opened(str(error)),)
            faulty = tuple(number - 1 for number in error.lines)
    number, effect, examples = _effect(dataset, supposed, selection)
    choices = _choices(dataset, selection.origin)
    return ScenarioScene(
        name=opened(PRESET_WORDS.get(wanted.name, wanted.name)),
        lines=tuple(opened(line_words(dataset, line)) for line in wanted.changes),
        faulty=faulty,
        problems=problems,
        differing=number,
        effect=effect if wanted.changes else "Add a line to suppose something about the law.",
        examples=examples,
        saved=(
            *(Choice(key, f"If {words}") for key, words in PRESET_WORDS.items()),
            *(Choice(name, name) for name in saved if name not in PRESET_WORDS),
        ),
        pauses=choices[0],
        limits=choices[1],
        materials=choices[2],
        places=(
            Choice(EVERYONE, "everyone"),
            *(Choice(code, name) for code, name in destinations(dataset, selection.origin)),
        ),
        origin=selection.origin,
    )


def scenario_words(scenario: Scenario | None) -> str:
    """What titles and exports say of a scenario: "What if the truce lapses"; empty for none."""
    if scenario is None:
        return ""
    words = PRESET_WORDS.get(scenario.name)
    return f"What if {words}" if words else f"What if: {scenario.name}"


def text_words(text: str | None) -> str:
    """The same of a scenario's name or one-line text, as a selection holds it."""
    name = (text or "").split("|", 1)[0].strip()
    return scenario_words(Scenario(name)) if name else ""


def changes_words(dataset: Dataset, lines: Iterable[Assumption]) -> tuple[str, ...]:
    """The lines as sentences; suspensions that end alike on one day are told together."""
    alone: dict[str, str] = {}
    acts: dict[str, list[str]] = {}
    for line in lines:
        words = end = line_words(dataset, line)
        if isinstance(line, Lapses):
            end = f"lapse on {day_words(line.day)}"
        elif isinstance(line, Prolonged):
            end = f"are prolonged to {day_words(line.until)}"
        alone.setdefault(end, words)
        if isinstance(line, Lapses | Prolonged):
            acts.setdefault(end, []).append(_measure(dataset, line.measure))
    return tuple(
        f"the suspensions of {listed(acts[end])} {end}" if len(acts.get(end, ())) > 1 else words
        for end, words in alone.items()
    )


def line_words(dataset: Dataset, line: Assumption) -> str:
    """One line as a sentence without a full stop: "neodymium oxide freed from 1 Jan 2027"."""
    match line:
        case Lapses():
            what = f"the suspension of {_measure(dataset, line.measure)} lapses"
            return f"{what} on {day_words(line.day)}"
        case Prolonged():
            what = f"the suspension of {_measure(dataset, line.measure)} is prolonged"
            return f"{what} to {day_words(line.until)}"
        case Extended():
            what = f"{_measure(dataset, line.measure)} is extended to"
            return f"{what} {_place(dataset, line.destination)} from {day_words(line.day)}"
        case Listed():
            need = "prohibited" if line.effect is LegalState.PROHIBITED else "under licence"
            how = f"listed under {_measure(dataset, line.like)}" if line.like else need
            return f"{_goods(dataset, line)} newly {how} from {day_words(line.day)}"
        case Freed():
            return f"{_goods(dataset, line)} freed from {day_words(line.day)}"
        case Granted():
            share = f"{line.share_percent:g} % of licences for"
            return f"{share} {_goods(dataset, line)} granted from {day_words(line.day)}"


def _measure(dataset: Dataset, measure: str) -> str:
    found = dataset.law.measures.get(measure)
    return citation(found) if found else measure


def _place(dataset: Dataset, code: str) -> str:
    return "everyone" if code == EVERYONE else dataset.country_names.get(code, code)


def _goods(dataset: Dataset, line: Listed | Freed | Granted) -> str:
    name = dataset.material_names.get(line.material, line.material.replace("-", " "))
    # a symbol or proper name keeps its capitals inside a sentence
    name = name if any(letter.isupper() for letter in name[1:]) else name.lower()
    forms = listed([FORM_WORDS[form] for form in line.forms]) or "in all forms"
    way = f"from {_place(dataset, line.origin)} to {_place(dataset, line.destination)}"
    return f"{name} {forms} {way}"


def _effect(
    dataset: Dataset, supposed: Dataset | None, selection: Selection
) -> tuple[int | None, str, tuple[str, ...]]:
    if supposed is None:
        return None, "The scenario cannot be applied as it stands.", ()
    found = tuple(
        differing(
            dataset,
            supposed,
            selection.as_of,
            selection.origin,
            selection.destination,
            selection.known_on,
        )
    )
    names = dataset.material_names
    goods = len(found)
    materials = tuple(dict.fromkeys(names.get(one.material, one.material) for one in found))
    where = f"for {_place(dataset, selection.destination)} on {day_words(selection.as_of)}"
    if not found:
        return 0, f"No state {where} differs from today’s law.", ()
    kinds = counted(len(materials), "material", "materials")
    differ = counted(goods, "state differs", "states differ")
    return goods, f"{differ} from today’s law {where}, of {kinds}.", materials


_Choices = tuple[tuple[Choice, ...], tuple[Choice, ...], tuple[Choice, ...]]


def _choices(dataset: Dataset, origin: str) -> _Choices:
    """The measures that are suspended, those of an origin that can be extended, the materials."""
    key = ("scenario choices", origin)
    if key not in dataset.kept:
        law = dataset.law
        pauses = tuple(
            Choice(one.id, _measure_words(one), day_words(pause.until) if pause.until else "")
            for one in law.measures.values()
            if one.kind is not MeasureKind.SUSPENSION_NOTICE
            if (pause := running_pause(law, one))
        )
        bans = tuple(
            Choice(one.id, _measure_words(one))
            for one in law.measures.values()
            if one.jurisdiction == origin
            and one.target_country != EVERYONE
            and one.kind in (MeasureKind.EXPORT_BAN, MeasureKind.EXPORT_LICENCE)
        )
        names = dataset.material_names
        materials = tuple(
            Choice(slug, names.get(slug, slug))
            for slug in sorted(law.named_forms, key=lambda one: names.get(one, one).casefold())
            if law.forms(slug, origin)
        )
        dataset.kept[key] = (pauses, bans, materials)
    return dataset.kept[key]  # type: ignore[no-any-return]


def _measure_words(measure: Measure) -> str:
    return f"{citation(measure)}: {measure.label}"


FORM_CHOICES: tuple[Choice, ...] = (
    Choice("", "all forms"),
    *(Choice(form.value, FORM_WORDS[form]) for form in SupplyForm),
)
