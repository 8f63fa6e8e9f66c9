"""The card's blocks on the law: state by form, conditions, measures that touch it, what is next."""

from __future__ import annotations

from rare_gui.domain.cliffs import Cliff, cliffs
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.measure_state import stretches
from rare_gui.domain.project_steps import NextTonne, next_tonne
from rare_gui.domain.records import Measure
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import LegalState, MeasureStatus, SupplyForm
from rare_gui.scenes.card.parts import CardBlock, CardLine
from rare_gui.scenes.chips import COLUMNS, chip, column_runs, condition_chip
from rare_gui.scenes.cliff_words import left_words, other_words, turn_words
from rare_gui.scenes.footnotes import Footnotes
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.project_words import next_words
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import (
    BASIS_WORDS,
    FORM_WORDS,
    STATE_WORDS,
    citation,
    day_words,
    listed,
    opened,
    since_when,
)

STATUS_WORDS = {
    MeasureStatus.NONE: "not yet known",
    MeasureStatus.ANNOUNCED: "announced",
    MeasureStatus.IN_FORCE: "in force",
    MeasureStatus.SUSPENDED: "suspended",
    MeasureStatus.ENDED: "ended",
    MeasureStatus.PAST_ITS_DATE: "past its date",
}
_NEXT = 4
URGENT_DAYS = 14


def forms_block(dataset: Dataset, selection: Selection, notes: Footnotes) -> CardBlock:
    """The state of each form on the day, forms of one column that share it in one line."""
    name = dataset.material_names[selection.material]
    through = known_through(dataset, selection.known_on)
    lines = []
    for column in range(len(COLUMNS)):
        alike: dict[object, list[tuple[SupplyForm, StateRun]]] = {}
        for form, run in column_runs(dataset.law, selection.material, column, selection):
            ids = tuple(item.measure.id for item in run.deciding)
            same = (run.state, run.since, run.until, ids)
            alike.setdefault(same, []).append((form, run))
        for runs in alike.values():
            form, run = runs[0]
            words = opened(listed([FORM_WORDS[one] for one, _ in runs]))
            sign = chip(name, column, runs, through)
            acts = listed([citation(item.measure) for item in run.deciding])
            lines.append(
                CardLine(
                    words,
                    marks=notes.marks(run.sources),
                    key=f"state:{form.value}",
                    spoken=sign.spoken,
                    chip=sign,
                    cells=(
                        STATE_WORDS[run.state],
                        opened(since_when(run)) or "–",
                        _until(run),
                        acts or "–",
                    ),
                    tone="sus-edge" if run.state is LegalState.SUSPENDED else "ink",
                )
            )
    place = dataset.country_names.get(selection.destination, selection.destination)
    return CardBlock(
        "forms",
        f"State to {place}, by form",
        lines=tuple(lines),
        lacks="" if lines else "no form of this material is named.",
        columns=("Form", "State", "Since", "Until", "Set by"),
    )


def conditions_block(dataset: Dataset, selection: Selection, notes: Footnotes) -> CardBlock:
    """What holds beside the states for a class of users or goods."""
    found = {
        item.applies_to: item
        for column in range(len(COLUMNS))
        for _, run in column_runs(dataset.law, selection.material, column, selection)
        for item in run.conditions
    }
    lines = []
    for item in found.values():
        sign, words = condition_chip(item)
        row = item.stretch.row
        since = day_words(row.day, row.precision)
        text = f"{STATE_WORDS[item.effect]}, since {since} ({citation(item.measure)})"
        marks = notes.marks(item.measure.sources)
        key = f"lane:{item.measure.id}"
        lines.append(CardLine(opened(words), text, marks, key, sign.spoken, sign))
    missing = "" if lines else "None is known in these data."
    return CardBlock("conditions", "Conditions", lines=tuple(lines), missing=missing)


def measures_block(dataset: Dataset, selection: Selection, notes: Footnotes) -> CardBlock:
    """Every measure of any state that names the material, in force first."""
    found = [
        (_status(dataset, one, selection), one) for one in dataset.law.touching(selection.material)
    ]
    order = list(_ORDER)
    found.sort(key=lambda pair: (order.index(pair[0]), pair[1].jurisdiction, pair[1].id))
    lines = tuple(
        CardLine(
            _place(dataset, measure.jurisdiction),
            f"{measure.label}: {STATUS_WORDS[status]}",
            notes.marks(measure.sources, most=1),
            f"lane:{measure.id}",
            f"{measure.title}, {STATUS_WORDS[status]}",
            tone="text3" if status in (MeasureStatus.ENDED, MeasureStatus.NONE) else "ink",
        )
        for status, measure in found
    )
    count = sum(1 for status, _ in found if status is MeasureStatus.IN_FORCE)
    remark = f"{len(lines)}, {count} in force" if lines else ""
    lacks = "" if lines else "no measure names this material."
    return CardBlock("measures", "Measures that touch it", remark, lines, lacks=lacks)


def next_block(dataset: Dataset, selection: Selection, notes: Footnotes) -> CardBlock:
    """The next dated clauses, then the next tonne from outside China that is financed."""
    law, touching = dataset.law, {one.id for one in dataset.law.touching(selection.material)}
    ahead = [
        one
        for one in cliffs(law, selection.as_of, selection.known_on)
        if one.measure.id in touching and one.day > selection.as_of
    ]
    lines = [_clause(one, notes) for one in ahead[:_NEXT]]
    if not lines:
        lines.append(CardLine("Clauses", "No dated clause lies ahead in these data.", tone="text3"))
    tonne = next_tonne(dataset, selection.material, selection.as_of)
    named = isinstance(tonne, NextTonne)
    lines.append(
        CardLine(
            "Supply",
            next_words(tonne),
            notes.marks(tonne.target.sources) if isinstance(tonne, NextTonne) else (),
            f"project:{tonne.project.project.id}" if isinstance(tonne, NextTonne) else "",
            next_words(tonne),
            tone="ink" if named else "text3",
        )
    )
    return CardBlock("next", "Next", lines=tuple(lines))


def _clause(one: Cliff, notes: Footnotes) -> CardLine:
    other = f"; {other_words(one)}" if one.other_date else ""
    text = f"{day_words(one.day)}: {turn_words(one)}, {one.measure.label}{other}"
    left = left_words(one.days_left)
    urgent = one.days_left <= URGENT_DAYS
    return CardLine(
        left,
        text,
        notes.marks(one.sources, most=1),
        f"lane:{one.measure.id}",
        f"{left} left, {text}",
        tone="warn" if urgent else "ink",
    )


def _status(dataset: Dataset, measure: Measure, selection: Selection) -> MeasureStatus:
    """What the measure does on the day; NONE before its first row."""
    return next(
        (
            part.status
            for part in reversed(stretches(dataset.law, measure, selection.known_on))
            if part.start <= selection.as_of
        ),
        MeasureStatus.NONE,
    )


def _until(run: StateRun) -> str:
    if run.until is None:
        return "–" if run.state is LegalState.FREE else "open"
    by = f" by {BASIS_WORDS[run.basis]}" if run.basis is not None else ""
    legal = run.until_in_legal_text
    other = f"; legal text: {day_words(legal)}" if legal and legal != run.until else ""
    return f"{day_words(run.until)}{by if other else ''}{other}"


def _place(dataset: Dataset, country: str) -> str:
    return opened(dataset.country_names.get(country, country).removeprefix("the "))


_ORDER = (
    MeasureStatus.IN_FORCE,
    MeasureStatus.PAST_ITS_DATE,
    MeasureStatus.SUSPENDED,
    MeasureStatus.ANNOUNCED,
    MeasureStatus.ENDED,
    MeasureStatus.NONE,
)
