"""Status chips: the strongest state of a group of forms as shape, letter and words.

Not for drawing: `figures.chips` paints what is described here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rare_gui.domain.law import Law
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.state_run import Condition, StateRun
from rare_gui.domain.vocabulary import STRENGTH, LegalState, MeasureKind, SupplyForm
from rare_gui.scenes.palette import Chip, Shape
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import FORM_WORDS, STATE_WORDS, day_words, since_words

COLUMNS: tuple[tuple[str, str, tuple[SupplyForm, ...]], ...] = (
    ("Ore", "Ore", (SupplyForm.ORE,)),
    ("Oxi", "Oxide", (SupplyForm.OXIDE, SupplyForm.COMPOUND)),
    ("Met", "Metal", (SupplyForm.METAL, SupplyForm.TARGET)),
    ("All", "Alloy", (SupplyForm.ALLOY,)),
    ("Mag", "Magnet", (SupplyForm.MAGNET,)),
    ("Oth", "Other", (SupplyForm.PRODUCT, SupplyForm.TECHNOLOGY, SupplyForm.EQUIPMENT)),
)
"""The chip columns: short name, long name, and the forms that each one sums up."""

_LOOKS: dict[LegalState, tuple[Shape, str, str]] = {
    LegalState.PROHIBITED: (Shape.OCTAGON, "ban", "B"),
    LegalState.LICENCE_REQUIRED: (Shape.SQUARE, "lic", "L"),
    LegalState.REPORTED_LIMIT: (Shape.DISC, "rep", "R"),
    LegalState.QUOTA: (Shape.SQUARE, "tar", "Q"),
    LegalState.DUTY: (Shape.SQUARE, "tar", "T"),
    LegalState.ANNOUNCED: (Shape.OUTLINE, "free", "A"),
    LegalState.SUSPENDED: (Shape.HATCHED, "sus", "S"),
    LegalState.FREE: (Shape.RING, "free", ""),
}

Runs = Sequence[tuple[SupplyForm, StateRun]]


def column_of(form: SupplyForm) -> int:
    """The number of the chip column that sums up a form."""
    return next(number for number, (_, _, forms) in enumerate(COLUMNS) if form in forms)


def column_runs(law: Law, material: str, column: int, selection: Selection) -> Runs:
    """The state of each existing form of a column on the selection's day."""
    return [
        (
            form,
            legal_state(
                law,
                material,
                form,
                as_of=selection.as_of,
                origin=selection.origin,
                destination=selection.destination,
                known_on=selection.known_on,
            ),
        )
        for form in COLUMNS[column][2]
        if form in law.forms(material, selection.origin)
    ]


def strongest(runs: Runs) -> tuple[SupplyForm, StateRun]:
    """The most binding of several; one past its date ranks as what it may have become."""
    return max(runs, key=lambda pair: STRENGTH[pair[1].could_be or pair[1].state])


def chip(name: str, column: int, runs: Runs, data_through: date) -> Chip:
    """The chip of a column; `name` is the material's, for the words."""
    if not runs:
        return Chip(
            Shape.DASH, "free", "", f"{name}: no {COLUMNS[column][1].lower()} in these data"
        )
    _, run = strongest(runs)
    shape, role, letter = _LOOKS[run.certain]
    return Chip(
        shape=shape,
        role=role,
        letter=letter,
        spoken="\n".join(spoken(name, form, each, data_through) for form, each in runs),
        corner=bool(run.paused_beneath),
        condition=any(item.of_content for _, each in runs for item in each.conditions),
        past=run.state is LegalState.PAST_ITS_DATE,
    )


def condition_chip(condition: Condition) -> tuple[Chip, str]:
    """The extra chip of a condition in the header, with its words."""
    words = condition.applies_to
    if condition.measure.kind is MeasureKind.GENERAL_LICENCE:
        text = f"{condition.measure.title}: eases licences for {words}"
        return Chip(Shape.SQUARE, "relief", "G", text), f"eased for {words}"
    shape, role, letter = _LOOKS[condition.effect]
    text = f"{condition.measure.title}: {words} ({STATE_WORDS[condition.effect]})"
    return Chip(shape, role, letter, text), words


def spoken(name: str, form: SupplyForm, run: StateRun, data_through: date) -> str:
    """One form's state in words: "Dysprosium metal, licence required since 4 Apr 2025"."""
    goods = f"{name} {FORM_WORDS[form]}"
    if run.state is LegalState.PAST_ITS_DATE:
        certain = (
            f"at least {STATE_WORDS[run.certain]}"
            if run.certain is not LegalState.FREE
            else "cannot tell"
        )
        could = STATE_WORDS[run.could_be or LegalState.FREE]
        ended = day_words(run.until) if run.until else "?"
        return (
            f"{goods}, past its date: {certain}, could be {could}; the clause ran out on {ended}, "
            f"data to {day_words(data_through)}"
        )
    until = ""
    if run.until is not None and run.state is LegalState.SUSPENDED:
        until = f" until {day_words(run.until)}"
        if run.until_in_legal_text is not None:
            until += f" ({day_words(run.until_in_legal_text)} in the legal text)"
    beneath = "".join(
        f"; a paused rule beneath: {STATE_WORDS[item.effect]}" for item in run.paused_beneath
    )
    limits = "".join(
        f"; {STATE_WORDS[item.effect]} if {item.applies_to}"
        for item in run.conditions
        if item.of_content
    )
    return f"{goods}, {STATE_WORDS[run.state]}{since_words(run)}{until}{beneath}{limits}"


LEGEND: tuple[tuple[Chip, str], ...] = (
    (Chip(Shape.RING, "free", "", "Free"), "Free"),
    (Chip(Shape.SQUARE, "lic", "L", "Licence"), "Licence"),
    (Chip(Shape.OCTAGON, "ban", "B", "Prohibited"), "Prohibited"),
    (Chip(Shape.HATCHED, "sus", "S", "Suspended"), "Suspended"),
    (Chip(Shape.DISC, "rep", "R", "Reported limit"), "Reported limit"),
    (Chip(Shape.DASH, "free", "", "No such form"), "No such form"),
    (Chip(Shape.SQUARE, "lic", "L", "Paused ban", corner=True), "Paused ban"),
    (Chip(Shape.SQUARE, "lic", "L", "Past its date", past=True), "Past its date"),
    (Chip(Shape.RING, "free", "", "Condition", condition=True), "Condition"),
)
"""How the chips are to be read, for the foot of the browser."""
