"""From the law of a day, or a what-if of it, to cuts of shipments per material and form.

How much a licence delays and how long that lasts is judgement: the presets' numbers stand here and
each can be changed. Not for what a cut does to anybody (`impact.joins`, `impact.model`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rare_gui.domain.assumptions import Lapses
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import (
    BINDING,
    DESTINATION,
    OWN,
    SHIPPED,
    WHAT_IF,
    WORLD,
    CaseError,
    ImpactCase,
)
from rare_gui.domain.impact.ranges import Range
from rare_gui.domain.law import EVERYONE, Law
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.presets import preset
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import STRENGTH, Basis, LegalState, SupplyForm


@dataclass(frozen=True, slots=True)
class Severity:
    """How much of the shipments a kind of limit holds back: an assumption with a key of its own."""

    key: str
    what: str
    share: Range


LICENCE_DELAY = Severity("cut.licence_delay", "Held back by slow licences", Range(0.10, 0.25, 0.50))
NEWLY_PROHIBITED = Severity(
    "cut.newly_prohibited", "Held back where newly prohibited", Range(0.80, 0.95, 1.00)
)
NEWLY_LICENSED = Severity(
    "cut.newly_licensed", "Held back where newly under licence", Range(0.10, 0.30, 0.60)
)
FULL_STOP = Severity("cut.full_stop", "Held back by a full stop", Range(1.0, 1.0, 1.0))
OWN_CUT = Severity("cut.own", "Your own cut", Range(0.0, 0.0, 0.0))
SEVERITIES = (LICENCE_DELAY, NEWLY_PROHIBITED, NEWLY_LICENSED, FULL_STOP, OWN_CUT)

WEEKS = {"slow-licences": 26, "truce-lapses": 39, "full-stop": 52, WHAT_IF: 39, OWN: 26}
"""How long each preset lasts: judgement, as the shares are."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A share of normal shipments of a material in a form that does not come.

    `share` is 0 to 1, for `weeks` weeks. `scope` is "destination" (the shipments to it alone) or
    "world" (the makers of components in third countries lack it too). `measures` are the ids of
    the measures that set the state, `because` says in a few words why. Cuts of one `key` share one
    assumption, and so one draw.
    """

    material: str
    form: SupplyForm
    share: Range
    weeks: int
    scope: str
    measures: tuple[str, ...]
    because: str
    key: str


@dataclass(frozen=True, slots=True)
class _Day:
    """Whose law of which day is asked, and for which goods."""

    law: Law
    as_of: date
    known_on: date | None
    origin: str
    destination: str

    def state(self, material: str, form: SupplyForm) -> StateRun:
        return legal_state(
            self.law,
            material,
            form,
            as_of=self.as_of,
            origin=self.origin,
            destination=self.destination,
            known_on=self.known_on,
        )

    def goods(self) -> Iterator[tuple[str, SupplyForm]]:
        groups = frozenset[str]().union(*self.law.groups_of.values())
        for material in self.law.named_forms:
            if material not in groups:  # its members are asked one by one
                for form in self.law.forms(material, self.origin):
                    if form in SHIPPED:
                        yield material, form


def cuts(
    dataset: Dataset,
    case: ImpactCase,
    as_of: date,
    known_on: date | None = None,
    origin: str = "CN",
    destination: str = "US",
    today: Dataset | None = None,
) -> tuple[Cut, ...]:
    """The cuts of a case under the law of `dataset`, which may be that of a what-if.

    `today` is the dataset without the what-if, for the preset `what-if` alone. A changed
    `cut.` assumption or the case's own cut, weeks and scope stand in for the preset's. Raises
    CaseError where the case lacks what it needs.
    """
    day = _Day(dataset.law, as_of, known_on, origin, destination)
    changed = dict(case.changed)
    found = []
    for cut in _kept(dataset, case, day, today):
        if case.materials and cut.material not in case.materials:
            continue
        if case.forms and cut.form not in case.forms:
            continue
        share = case.cut if case.cut is not None else changed.get(cut.key, cut.share)
        weeks = cut.weeks if case.weeks is None else case.weeks
        found.append(replace(cut, share=share, weeks=weeks, scope=case.scope or cut.scope))
    return tuple(found)


def _kept(dataset: Dataset, case: ImpactCase, day: _Day, today: Dataset | None) -> tuple[Cut, ...]:
    """The cuts as the preset says; those of a preset of the law are kept for the next run."""
    if case.preset in (OWN, WHAT_IF):  # these ask for more than the law of the day
        return tuple(_of_preset(dataset, case, day, today))
    asked = (case.preset, day.as_of, day.known_on, day.origin, day.destination)
    before, found = dataset.kept.get("impact cuts", (None, ()))
    if before != asked:
        found = tuple(_of_preset(dataset, case, day, today))
        dataset.kept["impact cuts"] = (asked, found)
    return found  # type: ignore[no-any-return]


def _of_preset(
    dataset: Dataset, case: ImpactCase, day: _Day, today: Dataset | None
) -> Iterator[Cut]:
    weeks = WEEKS[case.preset]
    if case.preset == OWN:
        yield from _own(case, day)
    elif case.preset == WHAT_IF:
        before = replace(day, law=(today or dataset).law)
        after = replace(day, as_of=max(day.as_of, *_supposed_days(day.law)))
        yield from _newly(before, after, weeks)
    elif case.preset == "truce-lapses":
        lapsed, last = _lapsed(dataset, day.origin)
        after = replace(day, law=lapsed.law, as_of=max(day.as_of, last))
        yield from _newly(day, after, weeks)
    else:
        for material, form in day.goods():
            run = day.state(material, form)
            if case.preset == "full-stop" and run.certain in BINDING:
                yield _cut(material, form, FULL_STOP, weeks, run, scope=WORLD)
            elif case.preset == "slow-licences" and run.certain is LegalState.LICENCE_REQUIRED:
                yield _cut(material, form, LICENCE_DELAY, weeks, run)


def _newly(before: _Day, after: _Day, weeks: int) -> Iterator[Cut]:
    """What is prohibited or under licence after and was limited less before."""
    for material, form in after.goods():
        run = after.state(material, form)
        severity = _NEWLY.get(run.certain)
        if severity is None:
            continue
        if STRENGTH[before.state(material, form).certain] < STRENGTH[run.certain]:
            yield _cut(material, form, severity, weeks, run)


_NEWLY = {
    LegalState.PROHIBITED: NEWLY_PROHIBITED,
    LegalState.LICENCE_REQUIRED: NEWLY_LICENSED,
}


def _own(case: ImpactCase, day: _Day) -> Iterator[Cut]:
    if not case.materials or case.cut is None:
        raise CaseError("a cut of your own needs its material and the share that is cut")
    for material in case.materials:
        forms = [form for form in day.law.forms(material, day.origin) if form in SHIPPED]
        named = [form for form in forms if not case.forms or form in case.forms]
        if not named:
            known = ", ".join(forms) or "none that is shipped"
            raise CaseError(f"{material} has none of the forms named; it has {known}")
        for form in named:
            yield Cut(
                material,
                form,
                case.cut,
                WEEKS[OWN],
                DESTINATION,
                (),
                "cut of your own",
                OWN_CUT.key,
            )


def _cut(
    material: str,
    form: SupplyForm,
    severity: Severity,
    weeks: int,
    run: StateRun,
    scope: str | None = None,
) -> Cut:
    to_all = any(item.measure.target_country == EVERYONE for item in run.deciding)
    return Cut(
        material=material,
        form=form,
        share=severity.share,
        weeks=weeks,
        scope=scope or (WORLD if to_all else DESTINATION),
        measures=tuple(item.measure.id for item in run.deciding),
        because=run.certain.value.replace("_", " "),
        key=severity.key,
    )


def _lapsed(dataset: Dataset, origin: str) -> tuple[Dataset, date]:
    """The dataset under the lapsed truce, and the first day on which all of it has lapsed."""
    key = ("truce lapsed", origin)
    if key not in dataset.kept:
        scenario = preset(dataset.law, "truce-lapses")
        days = [
            line.day
            for line in scenario.changes
            if isinstance(line, Lapses)
            and dataset.law.measures[line.measure].jurisdiction == origin
        ]
        dataset.kept[key] = (scenario.apply(dataset), max(days, default=date.min))
    return dataset.kept[key]  # type: ignore[no-any-return]


def _supposed_days(law: Law) -> tuple[date, ...]:
    """The days from which a what-if changes the law; the beginning of time if none."""
    days = [
        row.day
        for measure in law.measures.values()
        for row in measure.changes
        if row.basis is Basis.SCENARIO
    ]
    return (date.min, *days)
