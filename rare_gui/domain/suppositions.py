"""What the lines of a what-if speak of in a law, and the rows and measures that they suppose.

Not for the lines themselves (`domain.assumptions`), nor for freeing goods (`domain.freeing`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from rare_gui.domain.assumptions import (
    Extended,
    GoodsLine,
    Granted,
    Lapses,
    Listed,
    Prolonged,
    ScenarioError,
)
from rare_gui.domain.law import Law
from rare_gui.domain.measure_state import Stretch, stretches
from rare_gui.domain.records import Measure, ScopeRow, StatusChange
from rare_gui.domain.vocabulary import (
    Basis,
    DatePrecision,
    LegalState,
    MeasureKind,
    MeasureStatus,
    StatusKind,
    SupplyForm,
)

_EFFECT_KIND = {
    LegalState.PROHIBITED: MeasureKind.EXPORT_BAN,
    LegalState.LICENCE_REQUIRED: MeasureKind.EXPORT_LICENCE,
}
_EFFECT_LABEL = {
    LegalState.PROHIBITED: "Ban",
    LegalState.LICENCE_REQUIRED: "Licence",
}

ALWAYS = date.min
"""From when an assumption about nothing older is known: whoever asks made it."""


def supposed(
    measure: str, day: date, status: StatusKind, known_from: date, until: date | None = None
) -> StatusChange:
    """A row of a what-if; it counts as known from `known_from`, the day of what it speaks of."""
    return StatusChange(
        measure=measure,
        day=day,
        precision=DatePrecision.DAY,
        status=status,
        until=until,
        until_in_legal_text=None,
        basis=Basis.SCENARIO,
        known_from=known_from,
        partial=False,
        sources=(),
    )


def running_pause(law: Law, measure: Measure) -> Stretch | None:
    """The suspension that runs when the data end and has a last day; None if there is none."""
    parts = stretches(law, measure)
    while parts and parts[-1].status is MeasureStatus.PAST_ITS_DATE:
        parts = parts[:-1]
    paused = bool(parts) and parts[-1].status is MeasureStatus.SUSPENDED
    return parts[-1] if paused and parts[-1].until is not None else None


def pause_of(law: Law, measure: Measure) -> Stretch:
    """The same, or ScenarioError."""
    pause = running_pause(law, measure)
    if pause is None:
        raise ScenarioError(
            f"{measure.id} is not suspended to a day when the data end ({law.data_through})"
        )
    return pause


def members(law: Law, name: str) -> tuple[str, ...]:
    """The materials that a scope's word stands for: itself, or the members of a group."""
    return tuple(material for material in law.named_forms if name in law.names(material))


def goods_of(law: Law, line: GoodsLine) -> dict[str, tuple[SupplyForm, ...]]:
    """The existing forms that a line speaks of, by material; materials without any are left out."""
    found = {}
    for material in members(law, line.material):
        forms = law.forms(material, line.origin)
        meant = tuple(form for form in forms if not line.forms or form in line.forms)
        if meant:
            found[material] = meant
    return found


def covers(law: Law, wide: str, narrow: str, everyone: str) -> bool:
    """Whether one destination lies in the other (a member state in the EU, all in everyone)."""
    return wide in (everyone, narrow) or (wide == "EU" and narrow in law.eu_members)


def moved(law: Law, measure: Measure, line: Lapses | Prolonged) -> Measure:
    """The measure with another end of its pause; the real rows stay as they are."""
    pause = pause_of(law, measure)
    end = line.day if isinstance(line, Lapses) else line.until
    rows = [row for row in measure.changes if row.day <= end]
    known = pause.row.known_from
    if end != pause.until:
        # supposed as soon as the data stop, so that nothing before the new end counts as a cliff
        day = max(rows[-1].day, min(law.data_through + timedelta(days=1), end))
        if pause.until is not None:
            day = max(rows[-1].day, min(day, pause.until))
        carried = supposed(measure.id, day, StatusKind.EXTENDED, known, until=end)
        in_text = pause.until_in_legal_text or pause.until
        partial = pause.row.partial
        rows.append(replace(carried, until_in_legal_text=in_text, partial=partial))
    if isinstance(line, Lapses):
        rows.append(supposed(measure.id, end, StatusKind.IN_FORCE, known))
    return replace(measure, changes=tuple(rows))


def made_up(law: Law, line: Listed | Granted | Extended, number: int) -> Measure:
    """The measure that a line makes up."""
    made_id = f"scenario-{number}"
    if isinstance(line, Extended):
        model = law.measures[line.measure]
        known = min((row.known_from for row in model.changes), default=ALWAYS)
        return replace(
            model,
            id=made_id,
            target_country=line.destination,
            label=f"{model.label}: extended to {line.destination}",
            scope=tuple(replace(row, measure=made_id) for row in model.scope),
            changes=(supposed(made_id, line.day, StatusKind.IN_FORCE, known),),
        )
    scope = tuple(
        ScopeRow(made_id, material, form, "", None)
        for material, forms in goods_of(law, line).items()
        for form in forms
    )
    changes: tuple[StatusChange, ...] = (supposed(made_id, line.day, StatusKind.IN_FORCE, ALWAYS),)
    if isinstance(line, Granted):
        words = f"{line.share_percent:g} % of licences granted"
        return replace(
            _blank(line, number, MeasureKind.GENERAL_LICENCE, words, scope, changes),
            target_class=f"applicants: {words}",
            granted_percent=line.share_percent,
        )
    what = line.material.replace("-", " ")
    if not line.like:
        label = f"{_EFFECT_LABEL[line.effect]}, {what}"
        return _blank(line, number, _EFFECT_KIND[line.effect], label, scope, changes)
    model = law.measures[line.like]
    effect = next((row.effect for row in model.scope if row.effect is not None), None)
    return replace(
        model,
        id=made_id,
        label=f"{model.label}: {what} added",
        target_country=line.destination,
        scope=tuple(replace(row, effect=effect) for row in scope),
        changes=changes,
    )


def _blank(
    line: Listed | Granted,
    number: int,
    kind: MeasureKind,
    label: str,
    scope: tuple[ScopeRow, ...],
    changes: tuple[StatusChange, ...],
) -> Measure:
    return Measure(
        id=f"scenario-{number}",
        title=f"{label} (scenario assumption)",
        lane=f"Scenario {number}",
        label=label,
        authority="Scenario",
        jurisdiction=line.origin,
        instrument=f"line {number} of the scenario",
        kind=kind,
        target_country=line.destination,
        target_class="",
        summary="An assumption of the user, not a measure of any state.",
        sources=(),
        scope=scope,
        changes=changes,
    )
