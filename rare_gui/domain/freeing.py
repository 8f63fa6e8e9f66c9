"""Taking goods out of the measures that limit them from a day on: the law that is left.

A measure has one set of dates for all its goods, so one that is freed for some is split: what
stays as it was, and what ends on the day. Not for conditions of users or content: those stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rare_gui.domain.assumptions import Freed
from rare_gui.domain.law import EVERYONE, KIND_EFFECT, Law
from rare_gui.domain.records import Measure, ScopeRow
from rare_gui.domain.suppositions import covers, goods_of, members, supposed
from rare_gui.domain.vocabulary import Basis, StatusKind, SupplyForm

_OVER = (StatusKind.LAPSED, StatusKind.REVOKED)


def freed(
    law: Law, measures: Mapping[str, Measure], line: Freed, number: int
) -> dict[str, Measure]:
    """The measures by id after a line of the given number; ids that stay keep their place."""
    goods = goods_of(law, line)
    left: dict[str, Measure] = {}
    for measure in measures.values():
        for part in _split(law, measure, line, goods, number):
            left[part.id] = part
    return left


def _split(
    law: Law,
    measure: Measure,
    line: Freed,
    goods: Mapping[str, tuple[SupplyForm, ...]],
    number: int,
) -> list[Measure]:
    if not _concerned(law, measure, line):
        return [measure]
    out, kept = _parted(law, measure, goods)
    if not out:
        return [measure]
    whole = covers(law, line.destination, measure.target_country, EVERYONE)
    ended = replace(
        _ended(measure, line),
        id=f"{measure.id}~{number}" if kept or not whole else measure.id,
        target_country=measure.target_country if whole else line.destination,
        scope=out,
    )
    if not kept and whole:
        return [ended]
    elsewhere = (*measure.excepted, line.destination)
    if not kept:
        return [replace(measure, excepted=elsewhere), ended]
    parts = [replace(measure, scope=kept), ended]
    if not whole:
        rest = replace(measure, id=f"{measure.id}~{number}-rest", scope=out, excepted=elsewhere)
        parts.append(rest)
    return parts


def _concerned(law: Law, measure: Measure, line: Freed) -> bool:
    if measure.jurisdiction != line.origin or measure.target_class:
        return False
    target = measure.target_country
    aimed = covers(law, target, line.destination, EVERYONE)
    if not (aimed or covers(law, line.destination, target, EVERYONE)):
        return False
    if line.destination in measure.excepted:
        return False
    changes = measure.changes
    if not changes or (changes[-1].status in _OVER and changes[-1].day <= line.day):
        return False
    made_later = changes[0].basis is Basis.SCENARIO and changes[0].day >= line.day
    return not made_later


def _parted(
    law: Law, measure: Measure, goods: Mapping[str, tuple[SupplyForm, ...]]
) -> tuple[tuple[ScopeRow, ...], tuple[ScopeRow, ...]]:
    """The scope in rows that are freed and rows that are not."""
    out: list[ScopeRow] = []
    kept: list[ScopeRow] = []
    for row in measure.scope:
        named = members(law, row.material)
        sets_a_state = row.effect is not None or measure.kind in KIND_EFFECT
        hit = any(
            row.form is None or row.form in goods.get(one, ()) for one in named if one in goods
        )
        if row.only_if or not sets_a_state or not hit:
            kept.append(row)
            continue
        for material in named:
            if material not in goods:
                kept.append(replace(row, material=material))
                continue
            forms = law.forms(material, measure.jurisdiction) if row.form is None else (row.form,)
            for form in forms:
                single = replace(row, material=material, form=form)
                (out if form in goods[material] else kept).append(single)
    return tuple(out), tuple(kept)


def _ended(measure: Measure, line: Freed) -> Measure:
    """The measure without its rows after the day, and over from then on."""
    known = measure.changes[0].known_from
    rows = [row for row in measure.changes if row.day <= line.day]
    end = supposed(measure.id, line.day, StatusKind.REVOKED, known)
    return replace(measure, changes=(*rows, end))
