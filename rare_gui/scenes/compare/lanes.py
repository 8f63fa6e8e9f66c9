"""The law on compared materials as lanes of one timeline: the strongest state of any goods.

Not for measures (`scenes.timeline.lanes`): a lane here is a material, and its bars are states.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import turning_days
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import STRENGTH, LegalState, SupplyForm
from rare_gui.scenes.chips import COLUMNS, Runs, column_runs
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.time import LIMITS, axis_day
from rare_gui.scenes.timeline.parts import Bar, Lane, LaneGroup, TimelineScene
from rare_gui.scenes.timeline.scene import FILL_WORDS, timeline_scene
from rare_gui.scenes.wording import (
    FORM_WORDS,
    PLURAL_FORMS,
    STATE_WORDS,
    goods_words,
    listed,
    status_sentence,
)

_FILLS = {
    LegalState.PROHIBITED: Fill.BAN,
    LegalState.LICENCE_REQUIRED: Fill.LICENCE,
    LegalState.REPORTED_LIMIT: Fill.REPORTED,
    LegalState.QUOTA: Fill.QUOTA,
    LegalState.DUTY: Fill.DUTY,
    LegalState.ANNOUNCED: Fill.ANNOUNCED,
    LegalState.SUSPENDED: Fill.SUSPENDED,
    LegalState.PAST_ITS_DATE: Fill.PAST,
}


def compare_timeline(
    dataset: Dataset, selection: Selection, materials: Sequence[str]
) -> TimelineScene:
    """A timeline with the truce and a lane for each of the materials, without plots."""
    whole = timeline_scene(dataset, replace(selection, material=materials[0], all_lanes=False))
    lanes = tuple(
        Lane(one, dataset.material_names[one], _lane_bars(dataset, selection, one), binding=False)
        for one in materials
    )
    buyer = dataset.country_names.get(selection.destination, selection.destination)
    group = LaneGroup("compared", "Law by material", f"strongest law, goods to {buyer}", lanes)
    drawn = {bar.fill for lane in lanes for bar in lane.bars}
    return replace(
        whole,
        title=f"{listed([lane.name for lane in lanes])}: export restrictions",
        events=(),
        panes=(),
        notes=(),
        groups=(group,),
        lanes_shown=len(lanes),
        lanes_total=len(lanes),
        legend=tuple((fill, words) for fill, words in FILL_WORDS.items() if fill in drawn),
        folded=(),
        with_events=False,
    )


def _lane_bars(dataset: Dataset, selection: Selection, material: str) -> tuple[Bar, ...]:
    kept = dataset.law.kept(selection.known_on)
    key = ("compared bars", material, selection.origin, selection.destination)
    if key not in kept:
        view = replace(selection, material=material, form=None)
        merged: list[Bar] = []
        for bar in _bars(dataset, view):
            last = merged[-1] if merged else None
            if last and (last.end, last.fill, last.labels) == (bar.start, bar.fill, bar.labels):
                merged[-1] = replace(bar, start=last.start)
            else:
                merged.append(bar)
        kept[key] = tuple(merged)
    return kept[key]  # type: ignore[no-any-return]


def _bars(dataset: Dataset, view: Selection) -> Iterator[Bar]:
    """A bar for each stretch between two turns in which something restricts goods."""
    law = dataset.law
    turns = turning_days(law, view.material, view.origin, view.destination, view.known_on)
    ends: tuple[date | None, ...] = (*turns[1:], None)
    for start, end in zip(turns, ends, strict=True):
        day = max(start, LIMITS[0])
        if end is not None and end <= day:
            continue
        view = replace(view, as_of=day)
        runs: Runs = [
            pair
            for number in range(len(COLUMNS) - 1)
            for pair in column_runs(law, view.material, number, view)
        ]
        if runs:
            form, run = _strongest(runs)
            if run.state in _FILLS:
                forms = [one for one, other in runs if other.state is run.state]
                yield from _prolonged(_bar(dataset, view, run, form, forms, day, end), run)


def _strongest(runs: Runs) -> tuple[SupplyForm, StateRun]:
    """The most binding state; a certain one before one that may have become as strong."""
    return max(
        runs,
        key=lambda pair: (
            STRENGTH[pair[1].could_be or pair[1].state],
            pair[1].state is not LegalState.PAST_ITS_DATE,
        ),
    )


def _bar(
    dataset: Dataset,
    view: Selection,
    run: StateRun,
    form: SupplyForm,
    forms: list[SupplyForm],
    start: date,
    end: date | None,
) -> Bar:
    name = dataset.material_names[view.material]
    buyer = dataset.country_names.get(view.destination, view.destination)
    acts = listed(list(dict.fromkeys(item.measure.lane for item in run.deciding)))
    state = STATE_WORDS[run.state]
    goods = listed([FORM_WORDS[one] for one in forms])
    labels = (f"{acts}: {state} ({goods})", f"{acts}: {state}", state)
    if run.state is LegalState.PAST_ITS_DATE:
        labels = (f"? not known ({goods})", "? not known", "?")
    told = status_sentence(
        goods_words(name, form),
        run,
        buyer,
        known_through(dataset, view.known_on),
        plural=form in PLURAL_FORMS,
    )
    return Bar(
        start=axis_day(start),
        end=axis_day(end) if end else None,
        fill=_FILLS[run.state],
        labels=labels,
        spoken=told,
        sources=run.sources,
    )


def _prolonged(bar: Bar, run: StateRun) -> Iterator[Bar]:
    """A pause that a statement carries on is dashed from the date in the legal text onwards."""
    legal = run.until_in_legal_text
    if bar.fill is not Fill.SUSPENDED or legal is None:
        yield bar
        return
    cut = axis_day(legal)
    if bar.end is not None and bar.end <= cut:
        yield bar
        return
    if bar.start < cut:
        yield replace(bar, end=cut)
    yield replace(bar, start=max(cut, bar.start), fill=Fill.PROLONGED, labels=("by statement", "?"))
