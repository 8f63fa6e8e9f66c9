"""A measure's bars on its lane: what it did, does and is known to do, with words for each.

Not for choosing lanes (`scenes.timeline.lanes`) nor for painting; the fills are roles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from rare_gui.domain.law import CONDITION_EFFECT, KIND_EFFECT, Law
from rare_gui.domain.measure_state import Stretch, stretches
from rare_gui.domain.records import Measure
from rare_gui.domain.vocabulary import (
    STRENGTH,
    Basis,
    LegalState,
    MeasureKind,
    MeasureStatus,
    StatusKind,
)
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.spoken_lines import basis_line, sources_line
from rare_gui.scenes.time import axis_day, soft_end
from rare_gui.scenes.timeline.parts import Bar
from rare_gui.scenes.wording import BASIS_WORDS, STATE_WORDS, citation, day_words, opened

NEVER_A_STATE = frozenset({MeasureKind.ENTITY_LISTING, MeasureKind.EXTRATERRITORIAL_RULE})
"""Kinds that only ever limit a class of users or goods."""

_EFFECT_FILL = {
    LegalState.PROHIBITED: Fill.BAN,
    LegalState.LICENCE_REQUIRED: Fill.LICENCE,
    LegalState.REPORTED_LIMIT: Fill.REPORTED,
    LegalState.QUOTA: Fill.QUOTA,
    LegalState.DUTY: Fill.DUTY,
}
_STATUS_FILL = {
    MeasureStatus.ANNOUNCED: Fill.ANNOUNCED,
    MeasureStatus.SUSPENDED: Fill.SUSPENDED,
    MeasureStatus.PAST_ITS_DATE: Fill.PAST,
}


def bars_of(
    law: Law, measure: Measure, known_on: date | None, effect: LegalState | None, over: bool
) -> tuple[Bar, ...]:
    """The bars of a measure that gives `effect`; `over`: it has ended by the as-of day."""
    kept = law.kept(known_on)
    key = ("bars", measure.id, effect, over)
    if key not in kept:
        kept[key] = _merged(measure, stretches(law, measure, known_on), effect, over)
    return kept[key]  # type: ignore[no-any-return]


def _merged(
    measure: Measure, parts: tuple[Stretch, ...], effect: LegalState | None, over: bool
) -> tuple[Bar, ...]:
    """Bars of the stretches, those that look alike and touch made one."""
    measure = _named_for(measure, effect)
    merged: list[Bar] = []
    for part in _as_drawn(parts):
        if part.status is MeasureStatus.ENDED:
            continue
        fill = Fill.ENDED if over else _fill(measure, part, effect)
        for bar in _prolonged(_bar(measure, part, fill, first=not merged), part):
            last = merged[-1] if merged else None
            if last is not None and _continues(last, bar):
                labels = bar.labels if bar.fill is Fill.SUSPENDED else last.labels
                merged[-1] = replace(
                    last, end=bar.end, labels=labels, spoken=bar.spoken, sources=bar.sources
                )
            else:
                merged.append(bar)
    return tuple(merged)


def _as_drawn(parts: tuple[Stretch, ...]) -> Iterator[Stretch]:
    """A pause that a what-if moves is drawn as in the data up to the end that they give it."""
    before: Stretch | None = None
    for part in parts:
        moved = part.row.status is StatusKind.EXTENDED and part.row.basis is Basis.SCENARIO
        if moved and before is not None and before.until and part.status is before.status:
            cut = min(before.until, part.end or date.max)
            if part.start < cut:
                yield replace(before, start=part.start, end=cut)
            if part.end is None or cut < part.end:
                yield replace(part, start=max(cut, part.start))
        else:
            yield part
        before = part


def _named_for(measure: Measure, effect: LegalState | None) -> Measure:
    """The measure with words for what it does here: for some goods a ban means a licence."""
    usual = KIND_EFFECT.get(measure.kind)
    if effect is None or usual is None or effect is LegalState.REPORTED_LIMIT:
        return measure
    weaker = STRENGTH[effect] < STRENGTH[usual]
    return replace(measure, label=opened(STATE_WORDS[effect])) if weaker else measure


def _continues(last: Bar, bar: Bar) -> bool:
    return (last.fill, last.end, last.partial, last.scheduled, last.hypothetical) == (
        bar.fill,
        bar.start,
        bar.partial,
        bar.scheduled,
        bar.hypothetical,
    )


def _bar(measure: Measure, part: Stretch, fill: Fill, *, first: bool) -> Bar:
    return Bar(
        start=axis_day(part.start),
        end=axis_day(part.end) if part.end else None,
        fill=fill,
        labels=_labels(measure, part, fill, first=first),
        spoken=_spoken(measure, part),
        soft_until=(
            soft_end(part.start, part.since_precision) if part.start == part.since else None
        ),
        partial=part.row.partial and part.status is MeasureStatus.SUSPENDED,
        scheduled=part.scheduled,
        hypothetical=part.row.basis is Basis.SCENARIO,
        sources=() if part.row.basis is Basis.SCENARIO else part.row.sources,
    )


def _prolonged(bar: Bar, part: Stretch) -> Iterator[Bar]:
    """A pause that a statement carries on is dashed from the date in the legal text onwards."""
    legal = part.until_in_legal_text
    if bar.fill is not Fill.SUSPENDED or legal is None or part.until in (None, legal):
        yield bar
        return
    cut = axis_day(legal)
    if bar.end is not None and bar.end <= cut:
        yield bar
        return
    if bar.start < cut:
        yield replace(bar, end=cut)
    prolonged = f"by {BASIS_WORDS[part.row.basis]}"
    yield replace(
        bar,
        start=max(cut, bar.start),
        fill=Fill.PROLONGED,
        labels=(prolonged, "?"),
        soft_until=None,
    )


def _fill(measure: Measure, part: Stretch, effect: LegalState | None) -> Fill:
    by_status = _STATUS_FILL.get(part.status)
    if by_status is not None:
        return by_status
    if measure.kind is MeasureKind.GENERAL_LICENCE:
        return Fill.RELIEF
    if effect is None and measure.kind not in NEVER_A_STATE:
        effect = CONDITION_EFFECT.get(measure.kind)
    return _EFFECT_FILL.get(effect, Fill.CONTEXT) if effect is not None else Fill.CONTEXT


def _labels(measure: Measure, part: Stretch, fill: Fill, *, first: bool) -> tuple[str, ...]:
    if fill is Fill.PAST:
        return "? not known", "?"
    if fill is Fill.SUSPENDED:
        partly = "partly suspended" if part.row.partial else "suspended"
        until = f"{partly} until {day_words(part.until)}" if part.until else partly
        if part.until_in_legal_text not in (None, part.until):
            until += f" by {BASIS_WORDS[part.row.basis]}"
        return f"{measure.label}: {until}", until, partly, "S"
    if fill is Fill.ANNOUNCED:
        return (
            f"{measure.label}, announced {day_words(part.start, part.since_precision)}",
            f"announced {day_words(part.start, part.since_precision)}",
            "announced",
            "A",
        )
    if first or part.status is MeasureStatus.IN_FORCE:
        return (measure.label, *_shorter(measure.label))
    return ()


def _shorter(label: str) -> Iterable[str]:
    head = label.split(",", maxsplit=1)[0]
    return (head,) if head != label else ()


def _spoken(measure: Measure, part: Stretch) -> str:
    words = {
        MeasureStatus.ANNOUNCED: "announced",
        MeasureStatus.IN_FORCE: "in force",
        MeasureStatus.SUSPENDED: "partly suspended" if part.row.partial else "suspended",
        MeasureStatus.PAST_ITS_DATE: "not known: the clause ran out after the end of the data",
    }
    since = day_words(part.since, part.since_precision)
    lines = [
        f"{citation(measure)} – {measure.title}",
        f"{words.get(part.status, part.status.value)} since {since}",
    ]
    if part.until is not None:
        verb = "planned to start on" if part.status is MeasureStatus.ANNOUNCED else "until"
        line = f"{verb} {day_words(part.until)} ({BASIS_WORDS[part.row.basis]})"
        if part.until_in_legal_text not in (None, part.until):
            line += f"; {day_words(part.until_in_legal_text)} in the legal text"
        lines.append(line)
    elif part.row.basis is not Basis.LEGAL_TEXT:
        lines.append(basis_line(BASIS_WORDS[part.row.basis]))
    if part.row.basis is Basis.SCENARIO:
        lines.append("an assumption of the scenario, without a source")
    else:
        lines.append(sources_line(part.row.sources))
    return "\n".join(lines)


def status_on(parts: tuple[Stretch, ...], day: date) -> MeasureStatus:
    """What a measure with these stretches is doing on a day."""
    status = MeasureStatus.NONE
    for part in parts:
        if part.start <= day:
            status = part.status
    return status
