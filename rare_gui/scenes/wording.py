"""Plain sentences about legal states, made from the computed answer; the only place for them.

Not for layout: a sentence has no line breaks and no marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rare_gui.domain.records import Measure
from rare_gui.domain.state_run import Considered, StateRun
from rare_gui.domain.vocabulary import (
    Basis,
    DatePrecision,
    LegalState,
    MeasureKind,
    SupplyForm,
)

_MONTHS = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS.split())

FORM_WORDS: dict[SupplyForm, str] = {
    SupplyForm.ORE: "ore",
    SupplyForm.OXIDE: "oxide",
    SupplyForm.COMPOUND: "compounds",
    SupplyForm.METAL: "metal",
    SupplyForm.TARGET: "targets",
    SupplyForm.ALLOY: "alloy",
    SupplyForm.MAGNET: "magnets",
    SupplyForm.PRODUCT: "products",
    SupplyForm.TECHNOLOGY: "technology",
    SupplyForm.EQUIPMENT: "equipment",
}

PLURAL_FORMS = frozenset(
    {SupplyForm.COMPOUND, SupplyForm.TARGET, SupplyForm.MAGNET, SupplyForm.PRODUCT}
)
"""Forms whose words above are plural."""

STATE_WORDS: dict[LegalState, str] = {
    LegalState.PROHIBITED: "prohibited",
    LegalState.LICENCE_REQUIRED: "licence required",
    LegalState.REPORTED_LIMIT: "limit only reported",
    LegalState.QUOTA: "export quota",
    LegalState.DUTY: "export duty",
    LegalState.ANNOUNCED: "announced",
    LegalState.SUSPENDED: "suspended",
    LegalState.FREE: "free to export",
    LegalState.PAST_ITS_DATE: "past its date",
}

BASIS_WORDS: dict[Basis, str] = {
    Basis.LEGAL_TEXT: "legal text",
    Basis.OFFICIAL_STATEMENT: "official statement",
    Basis.PRESS: "press report",
    Basis.DE_FACTO: "practice, no legal text",
    Basis.SCENARIO: "scenario assumption",
}


def day_words(
    day: date, precision: DatePrecision = DatePrecision.DAY, *, short: bool = True
) -> str:
    """A date as people write it, no more exact than it is known: "4 Apr 2025", "June 2025"."""
    if precision is DatePrecision.YEAR:
        return str(day.year)
    if precision is DatePrecision.MONTH:
        return f"{MONTHS[day.month - 1]} {day.year}"
    if short:
        return f"{day_and_month(day)} {day.year}"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_and_month(day: date) -> str:
    """A day where something beside it tells the year: "4 Apr"."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month if len(month) <= 4 else month[:3]}"


def listed(words: Sequence[str]) -> str:
    """Words joined as in a sentence: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def opened(text: str) -> str:
    """A text with a capital at its beginning, names inside it left as they are."""
    return text[:1].upper() + text[1:]


def citation(measure: Measure) -> str:
    """Authority and number in short: "MOFCOM/GACC No. 18 of 2025"."""
    numbered = re.match(r"(Announcement|Decree|Presidential Order) (No\. .*)", measure.instrument)
    if measure.kind is MeasureKind.OTHER and not numbered:
        return measure.instrument
    text = numbered[2] if numbered else measure.instrument
    authority = measure.authority.split(",")[0].replace("+", "/")
    return f"{authority} {text}" if numbered else text


def since_words(run: StateRun) -> str:
    """When the state began, as exactly as it is known; empty where it has always been so."""
    when = since_when(run)
    return f" since {when}" if when else ""


def since_when(run: StateRun) -> str:
    """The same without its preposition: "4 Apr 2025", "some day in June 2025"."""
    if run.since is None:
        return ""
    if run.since_precision is DatePrecision.DAY:
        return day_words(run.since)
    return f"some day in {day_words(run.since, run.since_precision or DatePrecision.DAY)}"


def inside(name: str) -> str:
    """A name as it stands inside a sentence: small, unless it is a sign like NdFeB."""
    return name if any(letter.isupper() for letter in name[1:]) else name.lower()


def goods_words(name: str, form: SupplyForm) -> str:
    """A material in a form: "dysprosium metal"; a name that says its form says it once."""
    words = FORM_WORDS[form]
    return inside(name) if name.lower().endswith(words) else f"{inside(name)} {words}"


def status_sentence(
    goods: str, run: StateRun, destination: str, data_through: date, *, plural: bool = False
) -> str:
    """One sentence that says what applies to the goods ("dysprosium metal") and why.

    An empty `destination` is not spoken of: what stands around the sentence tells it. `plural`:
    the goods are named as many things, as PLURAL_FORMS are.
    """
    lead, rest = status_clauses(goods, run, destination, data_through, plural=plural)
    return f"{lead}{rest}"


def status_clauses(
    goods: str, run: StateRun, destination: str, data_through: date, *, plural: bool = False
) -> tuple[str, str]:
    """The sentence in two parts: what applies, then by which measure and until when."""
    goods = opened(goods)
    to = f" to {destination}" if destination else ""
    needs, may, are = ("need", "may", "are") if plural else ("needs", "may", "is")
    if not run.exists:
        return f"{goods}: no such form in these data", "."
    by = _by(run.deciding)
    match run.state:
        case LegalState.PROHIBITED:
            lead = f"{goods} {may} not be exported{to}{since_words(run)}"
        case LegalState.LICENCE_REQUIRED:
            lead = f"{goods} {needs} an export licence{since_words(run)}"
        case LegalState.REPORTED_LIMIT:
            lead = f"{goods} {are} reported held back{since_words(run)}"
            known = "" if "no legal text" in by else "; no legal text is known"
            told = f": {by}" if "(" in by else f" ({by})"  # no bracket within a bracket
            return lead, f"{told}{known}."
        case LegalState.QUOTA:
            lead = f"{goods} {are} under an export quota{since_words(run)}"
        case LegalState.DUTY:
            lead = f"{goods} {'bear' if plural else 'bears'} an export duty{since_words(run)}"
        case LegalState.ANNOUNCED:
            lead = f"{goods}: a restriction is announced{since_words(run)}"
            start = (
                f", to start on {day_words(run.until)}" if run.until else ", without a start day"
            )
            return lead, f" ({by}){start}."
        case LegalState.SUSPENDED:
            lead = f"{goods}: the restriction is suspended{since_words(run)}"
            return lead, f" ({by}){_until(run)}."
        case LegalState.PAST_ITS_DATE:
            return _past(goods, run, data_through)
        case _:
            ended = f"; the last one ended on {day_words(run.since)}" if run.since else ""
            return (
                f"No measure on {goods[:1].lower() + goods[1:]}{to} is known in these data",
                f"{_exceptions(run)}{ended}.",
            )
    return lead, f" ({by}){_unsure(run)}{_until(run)}{_paused_beneath(run)}."


def _exceptions(run: StateRun) -> str:
    """What holds all the same for goods of a certain content."""
    return "".join(
        f", but where {item.applies_to}: {STATE_WORDS[item.effect]}"
        for item in run.conditions
        if item.of_content
    )


def _unsure(run: StateRun) -> str:
    """Why a state that applies is less than confirmed law."""
    if run.basis is Basis.SCENARIO:
        return ", in the scenario only"
    return ", by announcement only, not yet confirmed" if run.scheduled else ""


def _past(goods: str, run: StateRun, data_through: date) -> tuple[str, str]:
    could = STATE_WORDS[run.could_be or LegalState.FREE]
    certain = (
        "cannot tell"
        if run.at_least is LegalState.FREE
        else f"at least {STATE_WORDS[run.at_least or LegalState.FREE]}"
    )
    what = "pause" if _was_paused(run) else "term"
    ended = f" on {day_words(run.until)}" if run.until else ""
    return (
        f"{goods}: {certain}, could be {could}",
        (
            f". The {what} of {_by(run.deciding)} ended{ended}; "
            f"the data reach to {day_words(data_through)}; no later source."
        ),
    )


def _was_paused(run: StateRun) -> bool:
    return any(item.stretch.row.status.value in ("suspended", "extended") for item in run.deciding)


def _by(deciding: Sequence[Considered]) -> str:
    return listed([citation(item.measure) for item in deciding])


def _until(run: StateRun) -> str:
    if run.until is None:
        return ""
    end = f", until {day_words(run.until)}"
    if run.basis is not None and run.basis is not Basis.LEGAL_TEXT:
        end += f" by {BASIS_WORDS[run.basis]}"
    if run.until_in_legal_text is not None:
        end += f"; the legal text says {day_words(run.until_in_legal_text)}"
    return end


def _paused_beneath(run: StateRun) -> str:
    stronger = run.paused_beneath
    if not stronger:
        return ""
    item = stronger[0]
    until = f" until {day_words(item.stretch.until)}" if item.stretch.until else ""
    return f"; {citation(item.measure)} ({STATE_WORDS[item.effect]}) is suspended{until}"
