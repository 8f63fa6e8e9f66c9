"""What stands behind a figure, asked for by a stable text key; an unknown key is no error.

Not for words on the screen: `scenes.evidence.scene`. A key is a kind and its parts, for example
`header.mined`, `state:metal`, `lane:cn-2025-18`, `event:ID`, `truce:ID`, `promise:ID`,
`promise:ID:2025-11-30` (the facts of a day), `scope:MEASURE`, `export:dysprosium:2025-11`,
`price:FORM:2025-11-20:MARKET`,
`production:MATERIAL:STAGE:COUNTRY:YEAR`, `share:` with the same parts, `reserves:MATERIAL:COUNTRY`,
`reliance:COUNTRY`, `material:COLUMN`, `hs:CODE`, `uses`, `project:ID`, `source:ID`,
`impact:kappa.ndfeb-magnets.motor_vehicles`, `risk:gallium:hhi`, `risk:gallium:nassar.PART`,
`hhi:MATERIAL:STAGE:YEAR`, `flow:PROMISE:COMMODITY:BUYER`. `for:` with a material before a key asks
for that material's figure: `for:gallium:header.mined`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence import facts, flows_since, law, model, shares, supply, trade
from rare_gui.domain.evidence.parts import Evidence, unrecorded
from rare_gui.domain.risk.assessment import Assessment
from rare_gui.domain.risk.own_weights import OwnWeights
from rare_gui.domain.vocabulary import SupplyForm

LONGEST_KEY = 400
"""No figure has a longer key: such a text is a slip."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked from where: goods, days, what has been measured already, own weights."""

    material: str
    origin: str
    destination: str
    form: SupplyForm | None
    as_of: date
    known_on: date | None = None
    assessed: Assessment | None = None
    weights: OwnWeights | None = None

    @property
    def last_year(self) -> int | None:
        """The last year whose figures count as known."""
        return self.known_on.year - 1 if self.known_on else None


Answer = Callable[[Dataset, Question, str, str], Evidence]


def answer(dataset: Dataset, question: Question, key: str) -> Evidence:
    """The evidence on the figure of a key; one with a `gap` where nothing is recorded."""
    head, _, rest = key.partition(":")
    kind, dot, name = head.partition(".")
    asked = _ANSWERS.get(kind)
    if asked is None or len(key) > LONGEST_KEY:
        return unrecorded(key)
    if dot:
        rest = name
    try:
        return replace(asked(dataset, question, key, rest), key=key)
    except (KeyError, ValueError, IndexError, TypeError):
        # a key that names what this package has not; the drawer says so and goes on
        return unrecorded(key)


def _header(dataset: Dataset, asked: Question, key: str, name: str) -> Evidence:
    material, origin, last = asked.material, asked.origin, asked.last_year
    made = supply.main_output(dataset, material, last)
    if name == "mined":
        return supply.share_of_output(dataset, key, material, origin, last)
    if name == "hhi":
        return supply.concentration_of_output(dataset, key, material, last)
    if name == "reliance":
        return shares.reliance(dataset, key, material, asked.destination, last)
    if name == "refined" and made is not None and made.stage == "refined":
        return shares.imports(dataset, key, material, asked.destination, origin, last)
    if name == "refined":
        return shares.processing(dataset, key, material, origin, last)
    return unrecorded(key)


def _lane(dataset: Dataset, _: Question, key: str, name: str) -> Evidence:
    """A lane of the timeline is a measure or a listed project."""
    told = law.measure(dataset, key, name)
    return facts.project(dataset, key, name) if told.gap else told


def _state(dataset: Dataset, asked: Question, key: str, name: str) -> Evidence:
    form = SupplyForm(name)
    goods = (asked.material, form, asked.origin, asked.destination)
    return law.state(dataset, key, goods, asked.as_of, asked.known_on)


def _production(dataset: Dataset, _: Question, key: str, rest: str) -> Evidence:
    material, stage, country, year = rest.split(":")
    return supply.output(dataset, key, material, stage, country, int(year))


def _share(dataset: Dataset, _: Question, key: str, rest: str) -> Evidence:
    material, stage, country, year = rest.split(":")
    return shares.stage_share(dataset, key, material, stage, country, int(year))


def _reserves(dataset: Dataset, _: Question, key: str, rest: str) -> Evidence:
    material, country = rest.split(":")
    return shares.reserves(dataset, key, material, country)


def _export(dataset: Dataset, _: Question, key: str, rest: str) -> Evidence:
    goods, month = rest.split(":")
    return trade.exports(dataset, key, goods, month)


def _price(dataset: Dataset, asked: Question, key: str, rest: str) -> Evidence:
    form, day, *market = rest.split(":", 2)
    return trade.prices(dataset, key, asked.material, form, day, *market)


def _risk(dataset: Dataset, asked: Question, key: str, rest: str) -> Evidence:
    material, figure = rest.split(":")
    known = asked.assessed if asked.assessed and asked.assessed.material == material else None
    return model.risk(
        dataset, key, material, figure, asked.destination, asked.as_of, asked.known_on, known,
        asked.weights,
    )  # fmt: skip


def _hhi(dataset: Dataset, _: Question, key: str, rest: str) -> Evidence:
    material, stage, year = rest.split(":")
    return model.hhi_of_year(dataset, key, material, stage, int(year))


def _for_material(dataset: Dataset, asked: Question, key: str, rest: str) -> Evidence:
    """Another material's figure, with its name in the title."""
    material, _, wanted = rest.partition(":")
    name = dataset.material_names[material]
    if wanted.startswith("for:"):
        return unrecorded(key)
    found = answer(dataset, replace(asked, material=material, form=None), wanted)
    named = found.gap or name.casefold() in found.title.casefold()
    return found if named else replace(found, title=f"{name}: {found.title}")


_ANSWERS: Mapping[str, Answer] = {
    "for": _for_material,
    "header": _header,
    "state": _state,
    "lane": _lane,
    "scope": lambda d, asked, key, rest: law.coverage(d, key, rest, asked.material),
    "event": lambda d, _, key, rest: law.event(d, key, rest),
    "truce": lambda d, _, key, rest: law.truce_step(d, key, rest),
    "promise": lambda d, _, key, rest: law.promise(d, key, *rest.split(":", 1)),
    "production": _production,
    "share": _share,
    "reserves": _reserves,
    "reliance": lambda d, asked, key, rest: shares.reliance(
        d, key, asked.material, rest, asked.last_year
    ),
    "export": _export,
    "price": _price,
    "material": lambda d, asked, key, rest: facts.cell(d, key, asked.material, rest),
    "hs": lambda d, _, key, rest: facts.customs_code(d, key, rest),
    "uses": lambda d, asked, key, _: facts.end_uses(d, key, asked.material),
    "project": lambda d, _, key, rest: facts.project(d, key, rest),
    "source": lambda d, _, key, rest: facts.source(d, key, rest),
    "impact": lambda d, asked, key, rest: model.assumption(d, key, rest, asked.destination),
    "risk": _risk,
    "hhi": _hhi,
    "flow": lambda d, asked, key, rest: flows_since.since_promise(
        d, key, rest, asked.as_of, asked.known_on
    ),
}
