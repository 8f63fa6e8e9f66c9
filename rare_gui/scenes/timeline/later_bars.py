"""What became of a measure after the known-on day: the ghosts that may lie over its bars.

Not for what was known by then: that is `scenes.timeline.bars`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rare_gui.domain.law import Law
from rare_gui.domain.records import Measure
from rare_gui.domain.vocabulary import LegalState
from rare_gui.scenes.timeline.bars import bars_of
from rare_gui.scenes.timeline.parts import Bar


def later_bars(
    law: Law, measure: Measure, known_on: date, effect: LegalState | None, over: bool
) -> tuple[Bar, ...]:
    """What the measure's bars became after `known_on`, where that differs from what was known.

    Each is marked `later`, and lies over what was thought then. `effect` and `over` as for
    `bars_of`.
    """
    kept = law.kept(known_on)
    key = ("later bars", measure.id, effect, over)
    if key not in kept:
        known = bars_of(law, measure, known_on, effect, over)
        kept[key] = tuple(
            replace(part, later=True)
            for bar in bars_of(law, measure, None, effect, over)
            for part in _unlike(bar, known)
        )
    return kept[key]  # type: ignore[no-any-return]


def _unlike(bar: Bar, known: tuple[Bar, ...]) -> Iterator[Bar]:
    """The parts of a bar during which none of the known bars says the same."""
    start: int | None = bar.start
    for other in known:
        if start is None:
            break
        alike = (other.fill, other.partial) == (bar.fill, bar.partial)
        beside = (other.end is not None and other.end <= start) or (
            bar.end is not None and other.start >= bar.end
        )
        if not alike or beside:
            continue
        if other.start > start:
            yield _part(bar, start, other.start)
        ends = bar.end is not None and (other.end is None or other.end >= bar.end)
        start = None if ends else other.end
    if start is not None:
        yield _part(bar, start, bar.end)


def _part(bar: Bar, start: int, end: int | None) -> Bar:
    soft = bar.soft_until if start == bar.start else None
    return replace(bar, start=start, end=end, soft_until=soft)
