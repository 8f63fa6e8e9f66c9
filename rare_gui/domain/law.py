"""The policy tables as records: which measures speak of which goods, and which forms exist.

Not for dates: what a measure does on a day is in `domain.measure_state`, what that means for a
material in `domain.legal_state`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rare_gui.domain.records import Measure, ScopeRow, StatusChange
from rare_gui.domain.rows import rows, split_ids
from rare_gui.domain.vocabulary import (
    ALL_FORMS,
    STRENGTH,
    Basis,
    DatePrecision,
    LegalState,
    MeasureKind,
    StatusKind,
    SupplyForm,
)

if TYPE_CHECKING:
    import pandas as pd

EVERYONE = "ALL"
"""`target_country` of a measure aimed at every destination."""

DUAL_USE = "dual-use-items"
"""The one wider class that reaches materials: through the export licences of the same origin."""

KIND_EFFECT: Mapping[MeasureKind, LegalState] = {
    MeasureKind.EXPORT_BAN: LegalState.PROHIBITED,
    MeasureKind.EXPORT_LICENCE: LegalState.LICENCE_REQUIRED,
    MeasureKind.EXPORT_QUOTA: LegalState.QUOTA,
    MeasureKind.EXPORT_DUTY: LegalState.DUTY,
    MeasureKind.TECHNOLOGY_CONTROL: LegalState.LICENCE_REQUIRED,
}
"""The state that a measure of a kind gives while in force, unless its scope row says otherwise."""

CONDITION_EFFECT: Mapping[MeasureKind, LegalState] = {
    **KIND_EFFECT,
    MeasureKind.ENTITY_LISTING: LegalState.PROHIBITED,
    MeasureKind.EXTRATERRITORIAL_RULE: LegalState.LICENCE_REQUIRED,
    MeasureKind.GENERAL_LICENCE: LegalState.LICENCE_REQUIRED,
}
"""The same for measures that can only be a condition beside a state, never set one."""

_KEPT_DAYS = 3

_IMMATERIAL = frozenset({SupplyForm.TECHNOLOGY, SupplyForm.EQUIPMENT})


@dataclass(frozen=True, slots=True)
class Setter:
    """A measure that sets the state of some goods, and the state it gives while in force."""

    measure: Measure
    effect: LegalState


@dataclass(frozen=True, slots=True)
class Limit:
    """A measure that limits some goods only for a class of users or goods: never a state.

    `of_content`: it speaks of what the goods hold or where they were made, not of who uses them.
    `through_licence`: it reaches the goods only while an export licence of the same origin covers
    them (the dual-use lists).
    """

    measure: Measure
    effect: LegalState
    applies_to: str
    of_content: bool = False
    through_licence: bool = False

    @property
    def terms(self) -> tuple[LegalState, str, bool, bool]:
        """All but the measure: what tells two limits of one measure apart."""
        return self.effect, self.applies_to, self.of_content, self.through_licence


@dataclass(frozen=True, eq=False)
class Law:
    """Measures by id, group membership, and the forms that key forms or exact trade lines name.

    A measure aimed at the `EU` counts for each of `eu_members`. `countries` are the codes known.

    `data_through` is the last day the policy tables reach: dated clauses that end later cannot be
    followed beyond their end.
    """

    measures: Mapping[str, Measure]
    groups_of: Mapping[str, frozenset[str]]
    named_forms: Mapping[str, frozenset[SupplyForm]]
    eu_members: frozenset[str]
    data_through: date
    countries: frozenset[str] = frozenset()
    _kept: dict[date | None, dict[Any, Any]] = field(default_factory=dict, repr=False)

    def kept(self, known_on: date | None = None) -> dict[Any, Any]:
        """Where answers as known on a day are kept between questions.

        Only the last few days are held, so that dragging the known-on day cannot fill the memory.
        """
        if known_on not in self._kept:
            older = [day for day in self._kept if day is not None]
            if len(older) >= _KEPT_DAYS:
                del self._kept[older[0]]
            self._kept[known_on] = {}
        return self._kept[known_on]

    @classmethod
    def from_tables(cls, tables: Mapping[str, pd.DataFrame], data_through: date) -> Law:
        """Read the policy tables' rows into records; the tables must have passed the checks."""
        countries = tables["countries"]
        groups: dict[str, set[str]] = {}
        for row in rows(tables["material_groups"]):
            groups.setdefault(row["material"], set()).add(row["group"])
        named: dict[str, set[SupplyForm]] = {m: set() for m in tables["materials"]["material"]}
        for row in rows(tables["material_forms"]):
            named.setdefault(row["material"], set()).add(SupplyForm(row["form"]))
        scope: dict[str, list[ScopeRow]] = {}
        for row in rows(tables["measure_scope"]):
            scope.setdefault(row["measure"], []).append(_scope_row(row))
        changes: dict[str, list[StatusChange]] = {}
        for row in rows(tables["status_changes"]):
            changes.setdefault(row["measure"], []).append(_status_change(row))
        measures = {
            row["measure"]: _measure(
                row, tuple(scope.get(row["measure"], ())), tuple(changes.get(row["measure"], ()))
            )
            for row in rows(tables["measures"])
        }
        return cls(
            measures=measures,
            groups_of={material: frozenset(names) for material, names in groups.items()},
            named_forms={material: frozenset(forms) for material, forms in named.items()},
            eu_members=frozenset(countries["country"][countries["eu_member"]]),
            data_through=data_through,
            countries=frozenset(countries["country"]),
        )

    def names(self, material: str) -> frozenset[str]:
        """The material itself and the groups it belongs to: what a scope row may call it."""
        return self.groups_of.get(material, frozenset()) | {material}

    def forms(self, material: str, origin: str) -> tuple[SupplyForm, ...]:
        """The forms that exist for a material, in the order of the vocabulary.

        A form exists when the material's key forms or an exact trade line name it, or an
        unconditional scope row of a measure of the origin does (a group's row counts for members).
        """
        key = ("forms", material, origin)
        kept = self.kept()
        if key not in kept:
            names = self.names(material)
            scoped = {
                row.form
                for measure in self._speaking_of(names)
                if measure.jurisdiction == origin
                for row in measure.scope
                if row.form is not None and not row.only_if and row.material in names
            }
            known = self.named_forms.get(material, frozenset()) | scoped
            kept[key] = tuple(form for form in SupplyForm if form in known)
        return kept[key]  # type: ignore[no-any-return]

    def setters(
        self, material: str, form: SupplyForm, origin: str, destination: str
    ) -> tuple[Setter, ...]:
        """The measures that set the state of these goods, strongest effect per measure."""
        found = []
        for measure, scope in self._aimed(material, origin, destination):
            if measure.target_class:
                continue
            effects = [
                effect
                for row in _covering(scope, form)
                if not row.only_if and (effect := _effect(measure, row, form)) is not None
            ]
            if effects:
                found.append(Setter(measure, max(effects, key=STRENGTH.__getitem__)))
        return tuple(found)

    def limits(
        self, material: str, form: SupplyForm, origin: str, destination: str
    ) -> tuple[Limit, ...]:
        """The measures that limit these goods under a condition of user, content or origin."""
        found = []
        for measure, scope in self._aimed(material, origin, destination):
            effect = CONDITION_EFFECT.get(measure.kind)
            if effect is None:
                continue
            for row in _covering(scope, form):
                if row.only_if or measure.target_class:
                    applies_to = row.only_if or measure.target_class
                    found.append(
                        Limit(
                            measure,
                            row.effect or effect,
                            applies_to,
                            of_content=bool(row.only_if),
                            # a share of licences granted says nothing where none is needed
                            through_licence=measure.granted_percent is not None,
                        )
                    )
                    break
            else:
                if measure.target_class and any(row.material == DUAL_USE for row in scope):
                    found.append(Limit(measure, effect, measure.target_class, through_licence=True))
        return tuple(found)

    def touching(self, material: str) -> tuple[Measure, ...]:
        """Every measure of any state whose scope names the material or a group of it."""
        return self._speaking_of(self.names(material))

    def _aimed(
        self, material: str, origin: str, destination: str
    ) -> tuple[tuple[Measure, tuple[ScopeRow, ...]], ...]:
        """The origin's measures aimed at the destination, each with what it says of the material.

        That is its scope rows on the material, a group of it, or all dual-use items.
        """
        kept = self.kept()
        key = ("aimed", material, origin, destination)
        if key not in kept:
            targets = {EVERYONE, destination}
            if destination in self.eu_members:
                targets.add("EU")
            names = self.names(material) | {DUAL_USE}
            kept[key] = tuple(
                (measure, tuple(row for row in measure.scope if row.material in names))
                for measure in self._speaking_of(names)
                if measure.jurisdiction == origin and measure.target_country in targets
                if targets.isdisjoint(measure.excepted)
            )
        return kept[key]  # type: ignore[no-any-return]

    def _speaking_of(self, names: frozenset[str]) -> tuple[Measure, ...]:
        """The measures with a scope row on one of the names, in the law's order."""
        places = {place for name in names for place in self._places_by_name.get(name, ())}
        measures = self._in_order
        return tuple(measures[place] for place in sorted(places))

    @cached_property
    def _in_order(self) -> tuple[Measure, ...]:
        return tuple(self.measures.values())

    @cached_property
    def _places_by_name(self) -> Mapping[str, list[int]]:
        """Where in the law's order the measures stand whose scope says a name, by that name."""
        places: dict[str, list[int]] = {}
        for place, measure in enumerate(self._in_order):
            for name in {row.material for row in measure.scope}:
                places.setdefault(name, []).append(place)
        return places


def _covering(scope: tuple[ScopeRow, ...], form: SupplyForm) -> Iterator[ScopeRow]:
    """The rows that cover goods of the form; the dual-use class alone covers none."""
    return (row for row in scope if row.form in (None, form) and row.material != DUAL_USE)


def _effect(measure: Measure, row: ScopeRow, form: SupplyForm) -> LegalState | None:
    if row.effect is not None:
        return row.effect
    if measure.kind is MeasureKind.TECHNOLOGY_CONTROL and form not in _IMMATERIAL:
        return None
    return KIND_EFFECT.get(measure.kind)


def _measure(
    row: Mapping[str, Any], scope: tuple[ScopeRow, ...], changes: tuple[StatusChange, ...]
) -> Measure:
    return Measure(
        id=row["measure"],
        title=row["title"],
        lane=row["lane"],
        label=row["label"],
        authority=row["authority"],
        jurisdiction=row["jurisdiction"],
        instrument=row["instrument"],
        kind=MeasureKind(row["kind"]),
        target_country=row["target_country"],
        target_class=row["target_class"],
        summary=row["summary"],
        sources=split_ids(row["source_ids"]),
        scope=scope,
        # stable: of several rows on one day the later one in the file decides
        changes=tuple(sorted(changes, key=lambda change: change.day)),
    )


def _scope_row(row: Mapping[str, Any]) -> ScopeRow:
    return ScopeRow(
        measure=row["measure"],
        material=row["material"],
        form=None if row["form"] == ALL_FORMS else SupplyForm(row["form"]),
        only_if=row["only_if"],
        effect=LegalState(row["effect"]) if row["effect"] else None,
    )


def _status_change(row: Mapping[str, Any]) -> StatusChange:
    return StatusChange(
        measure=row["measure"],
        day=_day(row["date"]),
        precision=DatePrecision(row["date_precision"]),
        status=StatusKind(row["status"]),
        until=_optional_day(row["until"]),
        until_in_legal_text=_optional_day(row["until_in_legal_text"]),
        basis=Basis(row["basis"]),
        known_from=_day(row["known_from"]),
        partial=bool(row["partial"]),
        sources=split_ids(row["source_ids"]),
    )


def _day(stamp: Any) -> date:
    return stamp.date()  # type: ignore[no-any-return]


def _optional_day(stamp: Any) -> date | None:
    return None if stamp != stamp else _day(stamp)  # NaT is the only value unequal to itself
