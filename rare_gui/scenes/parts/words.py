"""A checked parts list in words: what a line is read as, its state, what sets it, what to settle.

Not for the sentences about legal states themselves (`scenes.wording`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rare_gui.domain.cas_number import cas_numbers
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.parts.check import CheckedLine, GoodsState, Spend, Verdict
from rare_gui.domain.parts.goods import Doubt, Goods
from rare_gui.domain.parts.line import PartLine
from rare_gui.domain.records import Measure
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import Basis, LegalState, SupplyForm
from rare_gui.scenes.wording import (
    FORM_WORDS,
    PLURAL_FORMS,
    STATE_WORDS,
    citation,
    day_words,
    goods_words,
    inside,
    listed,
    opened,
    status_sentence,
)

VERDICT_WORDS = {
    Verdict.RESTRICTED: "restricted",
    Verdict.COULD_BE: "could be restricted",
    Verdict.FREE: "free",
    Verdict.TO_SETTLE: "to settle",
    Verdict.UNKNOWN: "not recognised",
}
SHORT_STATES = {
    LegalState.PROHIBITED: "banned",
    LegalState.LICENCE_REQUIRED: "licence",
    LegalState.REPORTED_LIMIT: "reported",
    LegalState.QUOTA: "quota",
    LegalState.DUTY: "duty",
    LegalState.ANNOUNCED: "announced",
    LegalState.SUSPENDED: "suspended",
    LegalState.FREE: "free",
    LegalState.PAST_ITS_DATE: "past its date",
}
NO_BORDER = "no export"
_NO_MEASURE = "no measure in these data"
_WITHOUT_TEXT = {
    Basis.PRESS: "press report, no legal text",
    Basis.DE_FACTO: "practice, no legal text",
}
_SITS_THERE = "the supplier sits in the destination"
_DOUBTS = {
    Doubt.EMPTY: "no text in the mapped column",
    Doubt.UNKNOWN: "no material recognised",
    Doubt.UNSURE: "is a material meant by {quoted}?",
    Doubt.GROUP: "{quoted} names a group of materials",
    Doubt.BASKET: "code {quoted} covers more than one material or form",
    Doubt.DISAGREE: "the CAS number {quoted} is of another material than the name",
    Doubt.NO_FORM: "no form of {material} named, or two",
    Doubt.NO_SUCH_FORM: "no such form of {material} in these data",
    Doubt.COUNTRY: "supplier country {quoted} not recognised",
}
_ONE_FORM = {SupplyForm.COMPOUND: "compound", SupplyForm.MAGNET: "magnet",
             SupplyForm.PRODUCT: "product", SupplyForm.TARGET: "target"}  # fmt: skip


def goods_name(dataset: Dataset, goods: Goods) -> str:
    """E.g. "Dysprosium, metal"; a name that says its form says it once: "NdFeB magnets"."""
    name = dataset.material_names[goods.material]
    form = _ONE_FORM.get(goods.form, FORM_WORDS[goods.form])
    return name if name.lower().rstrip("s").endswith(form.rstrip("s")) else f"{name}, {form}"


def read_as(dataset: Dataset, goods: Sequence[Goods]) -> str:
    """What a line is read as, the first goods in full and the other materials by name."""
    if not goods:
        return ""
    others = [dataset.material_names[one.material] for one in goods[1:]]
    more = f" (also {listed(others)})" if others else ""
    return f"{goods_name(dataset, goods[0])}{more}"


def state_word(state: GoodsState) -> str:
    """The state in a word or two."""
    run = state.run
    if run is None:
        return NO_BORDER
    if run.state is LegalState.FREE and _contents(run):
        return "conditional"
    word = SHORT_STATES[run.state]
    return word if state.certain else f"{word}, not certain"


def set_by(states: Sequence[GoodsState]) -> str:
    """What sets the states of a line, in short, each reason once."""
    found = dict.fromkeys(text for state in states for text in _reasons(state))
    for empty in (_SITS_THERE, _NO_MEASURE):  # told only where there is nothing else to tell
        if len(found) > 1:
            found.pop(empty, None)
    return "; ".join(found)


def days_left(day: date | None, as_of: date) -> int | None:
    """Days from the asked day to a clause."""
    return None if day is None else (day - as_of).days


def doubt_words(dataset: Dataset, line: CheckedLine) -> str:
    """Why the line has to be settled; empty where nothing has."""
    reading = line.reading
    if reading.doubt is None:
        return ""
    subject = dataset.material_names.get(reading.subject, reading.subject)
    told = _DOUBTS[reading.doubt].format(quoted=_short(subject), material=inside(subject))
    return f"{told}{_number_words(line.line)}" if reading.doubt is Doubt.UNKNOWN else told


def _number_words(line: PartLine) -> str:
    """Why the CAS number of a line did not help either; empty where the line has none."""
    numbers = cas_numbers(line.cas)
    text = line.material.strip()
    if not numbers and (alone := cas_numbers(text)) and alone[0][0] == text:
        numbers = alone
    if not numbers:
        return ""
    number, right = next((one for one in numbers if one[1]), numbers[0])
    if right:
        return f"; CAS number {number} is not in these data"
    return f"; the check digit of CAS number {number} is wrong"


def asks_column(line: CheckedLine) -> bool:
    """Whether another column has to be chosen to settle the line."""
    return line.reading.doubt in (Doubt.EMPTY, Doubt.COUNTRY)


def choice_words(line: CheckedLine) -> str:
    """What a person is asked to choose to settle the line."""
    doubt = line.reading.doubt
    if asks_column(line):
        return "Choose a column"
    if doubt in (Doubt.NO_FORM, Doubt.NO_SUCH_FORM):
        return "Choose a form"
    return "Choose a material"


def line_sentence(dataset: Dataset, line: CheckedLine, through: date) -> str:
    """What applies to the line, destinations with the same answer together."""
    alike: dict[str, list[str]] = {}
    for state in line.states:
        place = dataset.country_names.get(state.destination, state.destination)
        if state.run is None:
            told = "the supplier sits there, so nothing is exported."
        else:
            form = state.goods.form
            goods = goods_words(dataset.material_names[state.goods.material], form)
            plural = form in PLURAL_FORMS
            told = status_sentence(goods, state.run, "", through, plural=plural)
            told = f"{told}{_users(state.run)}"
        alike.setdefault(told, []).append(place)
    parts = [
        f"To {listed(places)}: {told[:1].lower() + told[1:]}" for told, places in alike.items()
    ]
    if line.reading.origin != "CN" and line.states:
        country = dataset.country_names.get(line.reading.origin, line.reading.origin)
        parts.append(f"What the supplier in {country} buys abroad is not seen here.")
    return " ".join(parts) or f"{opened(doubt_words(dataset, line))}. It is not counted as free."


def spend_words(spend: Spend) -> str:
    """Sums by currency: "USD 48,000 and EUR 1,200"; empty where no line has a figure."""
    sums = [f"{code} {total:,.0f}".strip() for code, total in sorted(spend.sums.items())]
    return listed(sums)


def _reasons(state: GoodsState) -> list[str]:
    run = state.run
    if run is None:
        return [_SITS_THERE]
    found = [_number(item.measure) for item in run.deciding]
    if run.basis in _WITHOUT_TEXT:
        found = [_WITHOUT_TEXT[run.basis]]
    if run.state is LegalState.SUSPENDED and found:
        found[-1] += ", paused"
    if run.state is LegalState.PAST_ITS_DATE and found and run.until is not None:
        found[-1] += f", ran out on {day_words(run.until)}"
    for item in run.paused_beneath:
        until = f" to {day_words(item.stretch.until)}" if item.stretch.until else ""
        found.append(f"{_number(item.measure)} paused{until}")
    found += _contents(run) if run.state is LegalState.FREE else []
    return found or [_NO_MEASURE]


def _number(measure: Measure) -> str:
    """The number of an act without its authority: "No. 18 of 2025"."""
    text = citation(measure)
    return text[text.index("No. ") :] if "No. " in text else text


def _users(run: StateRun) -> str:
    """Whom the export is barred or licensed for besides."""
    told = dict.fromkeys(
        f" {opened(item.applies_to)}: {STATE_WORDS[item.effect]}."
        for item in run.conditions
        if not item.of_content
    )
    return "".join(told)


def _contents(run: StateRun) -> list[str]:
    return [
        f"{STATE_WORDS[item.effect]} if {item.applies_to}"
        for item in run.conditions
        if item.of_content
    ]


def _short(text: str) -> str:
    shown = text if len(text) <= 30 else text[:29] + "…"
    return f"“{shown}”"
