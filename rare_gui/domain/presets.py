"""The what-ifs that come with the program, made from the suspensions that the data hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rare_gui.domain.assumptions import Lapses, Prolonged
from rare_gui.domain.law import Law
from rare_gui.domain.measure_state import Stretch
from rare_gui.domain.records import Measure
from rare_gui.domain.scenario import Scenario
from rare_gui.domain.suppositions import running_pause
from rare_gui.domain.vocabulary import MeasureKind

TRUCE_SIDES = frozenset({"CN", "US"})
PRESETS = ("truce-lapses", "truce-lapses-by-text", "truce-prolonged")


def preset(law: Law, name: str) -> Scenario:
    """A built-in scenario by its name, one of PRESETS.

    `truce-lapses`: each suspension of the two sides lapses on the last day known for it, by
    statement or by text; `truce-lapses-by-text`: on the day in its legal text;
    `truce-prolonged`: each is carried on for a year from the last day known for it.
    """
    lines: list[Lapses | Prolonged] = []
    for measure, pause in truce_pauses(law):
        if pause.until is None:
            continue
        if name == "truce-prolonged":
            lines.append(Prolonged(measure.id, a_year_after(pause.until)))
        else:
            by_text = name == "truce-lapses-by-text" and pause.until_in_legal_text
            lines.append(Lapses(measure.id, by_text or pause.until))
    return Scenario(name, tuple(lines))


def truce_pauses(law: Law) -> Iterator[tuple[Measure, Stretch]]:
    """The suspensions of China and the United States that run when the data end."""
    for measure in law.measures.values():
        if measure.jurisdiction not in TRUCE_SIDES or measure.kind is MeasureKind.SUSPENSION_NOTICE:
            continue
        pause = running_pause(law, measure)
        if pause is not None:
            yield measure, pause


def a_year_after(day: date) -> date:
    """The same day of the next year; 28 February after a 29th."""
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + 1, day.month, 28 if leap else day.day)
