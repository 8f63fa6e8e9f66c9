"""The plot of what is known of licences in practice: one mark a published figure.

No pane where nothing was published: silence is not a figure.
"""

from __future__ import annotations

from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.licence_practice import PracticeFact, PracticeUnit, licence_practice
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.spoken_lines import basis_line, sources_line
from rare_gui.scenes.time import axis_day
from rare_gui.scenes.timeline.parts import Mark, Pane
from rare_gui.scenes.timeline.plot_axis import inside, round_axis
from rare_gui.scenes.wording import day_words, opened

_UNIT_WORDS = {
    PracticeUnit.SHARE: "% of applications",
    PracticeUnit.COUNT: "count",
    PracticeUnit.DAYS: "days",
}


def licence_panes(
    dataset: Dataset, selection: Selection, window: tuple[date, date]
) -> tuple[Pane, ...]:
    """One pane with the figures of the unit that most of them have; the others are told beside."""
    if selection.origin != "CN":
        return ()
    facts = [
        fact
        for fact in licence_practice(dataset, selection.material)
        if selection.ghosts or not _later(fact, selection.known_on)
    ]
    seen = [fact for fact in facts if inside(fact.day, window)]
    if not seen:
        return ()
    units = [fact.unit for fact in seen]
    unit = max(dict.fromkeys(units), key=units.count)
    drawn = [fact for fact in seen if fact.unit is unit]
    beside = [fact for fact in seen if fact.unit is not unit]
    top, ticks = (
        (110.0, (0.0, 50.0, 100.0))
        if unit is PracticeUnit.SHARE
        else round_axis(max(fact.value for fact in drawn))
    )
    return (
        Pane(
            key="licences",
            title="Licence practice",
            unit=_UNIT_WORDS[unit],
            top=top,
            ticks=ticks,
            marks=tuple(_mark(fact, beside, selection.known_on) for fact in drawn),
        ),
    )


def _later(fact: PracticeFact, known_on: date | None) -> bool:
    return known_on is not None and fact.day > known_on


def _mark(fact: PracticeFact, beside: list[PracticeFact], known_on: date | None) -> Mark:
    lines = [
        f"{_words(fact)}",
        fact.words,
        basis_line(fact.data_class.value),
        sources_line(fact.sources),
        *(f"also: {_words(other)} (sources: {', '.join(other.sources)})" for other in beside),
    ]
    if _later(fact, known_on):
        lines.append("not yet published on the known-on day")
    return Mark(
        day=axis_day(fact.day),
        value=_drawn(fact),
        low=None,
        high=None,
        role="ink",
        label=f"{fact.metric} {_value(fact)}",
        spoken="\n".join(lines),
        later=_later(fact, known_on),
    )


def _drawn(fact: PracticeFact) -> float:
    return fact.value * 100 if fact.unit is PracticeUnit.SHARE else fact.value


def _value(fact: PracticeFact) -> str:
    number = f"{_drawn(fact):g}"
    return {
        PracticeUnit.SHARE: f"{number} %",
        PracticeUnit.DAYS: f"{number} days",
        PracticeUnit.COUNT: number,
    }[fact.unit]


def _words(fact: PracticeFact) -> str:
    return f"{day_words(fact.day, fact.precision)}: {opened(fact.metric)} {_value(fact)}"
