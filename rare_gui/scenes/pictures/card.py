"""The impact card: one material's law, exports, key figures and next clause as one picture.

Losses stand on it only when results of the impact model are given. Not for laying it out
(`figures.pictures.card`), and not the page of a material (`scenes.card.scene`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rare_gui.domain.cliffs import Cliff, cliffs
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.scenario import Scenario
from rare_gui.domain.state_run import StateRun
from rare_gui.domain.vocabulary import LegalState
from rare_gui.scenes.chips import COLUMNS, chip, column_runs, condition_chip, strongest
from rare_gui.scenes.cliff_words import left_words, other_words, turn_words
from rare_gui.scenes.footnotes import Footnotes
from rare_gui.scenes.header import KeyFigure, header_scene
from rare_gui.scenes.impact.parts import ImpactScene, LossBar
from rare_gui.scenes.notes import DataNote, data_notes, known_through
from rare_gui.scenes.palette import Chip
from rare_gui.scenes.pictures.frame import ESTIMATED, PictureFrame, picture_frame
from rare_gui.scenes.pictures.timeline import lane_sources, other_sources, plot_notes
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.event_study import selected_timeline
from rare_gui.scenes.timeline.parts import LaneGroup, TimelineScene
from rare_gui.scenes.wording import STATE_WORDS, day_words, inside, opened

MOST_LANES = 6
"""Lanes of the origin: a card shows those that bind and what surrounds them, not every measure."""
MOST_OTHERS = 2
MOST_BARS = 6
_PANES = ("exports", "prices")
CORNER, DOT = "blue corner: a paused rule beneath can return", "dot: under a condition"


@dataclass(frozen=True, slots=True)
class CardChip:
    """A state: its chip, the goods that it is about, and what it says in words.

    `state` is its name alone; like the words it is empty for a relief.
    """

    chip: Chip
    goods: str
    words: str
    state: str


@dataclass(frozen=True, slots=True)
class CardLosses:
    """The sectors that lose most; `top` is the value that a bar of full length stands for."""

    title: str
    case: str
    total: str
    bars: tuple[LossBar, ...]
    top: float
    remark: str


@dataclass(frozen=True, slots=True)
class CardPicture:
    """Everything on the card. Marks are the numbers of the frame's sources.

    `next_lead` ("48 days") and `next_words` tell the next dated clause; both are empty where none
    lies ahead. `unknown` begins with the notes on clauses that have run out, `past_notes` of them.
    """

    frame: PictureFrame
    numbered: int
    chips: tuple[CardChip, ...]
    timeline: TimelineScene
    figures: tuple[KeyFigure, ...]
    next_lead: str
    next_words: str
    next_marks: tuple[int, ...]
    how_to: tuple[tuple[Chip, str], ...]
    signs: str
    unknown: tuple[DataNote, ...]
    past_notes: int
    losses: CardLosses | None

    @property
    def described(self) -> str:
        """The alternative text: that of the frame, the states, the figures and the next clause."""
        states = "; ".join(f"{one.goods}: {one.words}" for one in self.chips if one.words)
        figures = "; ".join(f"{one.caption}: {one.value}" for one in self.figures)
        clause = f"{self.next_lead} {self.next_words}"
        parts = (self.frame.described, states, figures, clause.strip())
        return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def card_picture(
    dataset: Dataset,
    selection: Selection,
    *,
    program: str,
    title: str | None = None,
    subtitle: str | None = None,
    scenario: Scenario | None = None,
    impact: ImpactScene | None = None,
) -> CardPicture:
    """The card of a selection; `dataset` is under `scenario` where there is one.

    `impact` is the scene of settled results of the impact model, else no losses are drawn. The
    other arguments are those of `picture_frame`.
    """
    header = header_scene(dataset, selection)
    notes = Footnotes(dataset, header.sources)
    clause = _next_clause(dataset, selection)
    marks = notes.marks(clause.sources, most=1) if clause else ()
    whole = selected_timeline(dataset, selection)
    panes = tuple(pane for pane in whole.panes if pane.key.startswith(_PANES))
    scene = replace(whole, groups=_main_lanes(whole.groups), panes=panes, notes=())
    chips = tuple(_chips(dataset, selection))
    past, others = _unknown(dataset, selection)
    figures = header.figures
    marked = any(one.estimated for one in figures)
    numbered = [source.source_id for source in notes.sources]
    frame = picture_frame(
        dataset,
        selection,
        program=program,
        title=title,
        subtitle=subtitle,
        scenario=scenario,
        legend=scene.legend,
        notes=(*([ESTIMATED] if marked else []), *plot_notes(scene)),
        sources=[*numbered, *lane_sources(dataset, selection, scene)],
        more_sources=other_sources(dataset, selection, scene),
    )
    return CardPicture(
        frame=frame,
        numbered=len(numbered),
        chips=chips,
        timeline=scene,
        figures=figures,
        next_lead=left_words(clause.days_left) if clause else "",
        next_words=_clause_words(clause) if clause else "",
        next_marks=marks,
        how_to=_how_to(chips),
        signs=_signs(chips),
        unknown=(*past, *others),
        past_notes=len(past),
        losses=_losses(impact) if impact is not None and impact.bars else None,
    )


def _main_lanes(groups: Sequence[LaneGroup]) -> tuple[LaneGroup, ...]:
    """The first lanes of the origin and of the destination; other places have none on a card."""
    most = {"origin": MOST_LANES, "destination": MOST_OTHERS}
    return tuple(
        replace(group, lanes=group.lanes[: most[group.key]])
        for group in groups
        if group.key in most
    )


def _chips(dataset: Dataset, selection: Selection) -> Iterator[CardChip]:
    """The strongest state of every column that exists, then a chip for each condition."""
    name = dataset.material_names.get(selection.material, selection.material)
    through = known_through(dataset, selection.known_on)
    conditions: dict[str, CardChip] = {}
    for column in range(len(COLUMNS)):
        runs = column_runs(dataset.law, selection.material, column, selection)
        if runs:
            run = strongest(runs)[1]
            sign = chip(name, column, runs, through)
            yield CardChip(sign, COLUMNS[column][1], _state_words(run), STATE_WORDS[run.state])
        for _, run in runs:
            for item in run.conditions:
                sign, words = condition_chip(item)
                state = "" if sign.role == "relief" else STATE_WORDS[item.effect]
                conditions.setdefault(item.applies_to, CardChip(sign, opened(words), state, state))
    yield from conditions.values()


def _state_words(run: StateRun) -> str:
    if run.state is not LegalState.PAST_ITS_DATE:
        return STATE_WORDS[run.state]
    if run.certain is LegalState.FREE:
        return "past its date, cannot tell"
    return f"past its date, at least {STATE_WORDS[run.certain]}"


def _how_to(chips: Iterable[CardChip]) -> tuple[tuple[Chip, str], ...]:
    """Each chip that occurs, bare, with its state; what is put on it is told in `_signs`."""
    found: dict[str, Chip] = {}
    for one in chips:
        bare = replace(one.chip, corner=False, condition=False)
        if one.state:
            found.setdefault(one.state, bare)
    return tuple((sign, words) for words, sign in found.items())


def _signs(chips: Iterable[CardChip]) -> str:
    several = tuple(chips)
    parts = (
        (CORNER, any(one.chip.corner for one in several)),
        (DOT, any(one.chip.condition for one in several)),
    )
    return opened("; ".join(words for words, occurs in parts if occurs))


def _unknown(
    dataset: Dataset, selection: Selection
) -> tuple[tuple[DataNote, ...], tuple[DataNote, ...]]:
    """Clauses that have run out, and what else the data leave open."""
    notes = data_notes(dataset, selection)
    past = tuple(note for note in notes if note.in_doubt)
    return past, tuple(note for note in notes if note not in past)


def _next_clause(dataset: Dataset, selection: Selection) -> Cliff | None:
    """The next dated clause of a measure that touches the material."""
    touching = {one.id for one in dataset.law.touching(selection.material)}
    ahead = cliffs(dataset.law, selection.as_of, selection.known_on)
    return next(
        (one for one in ahead if one.measure.id in touching and one.day > selection.as_of), None
    )


def _clause_words(clause: Cliff) -> str:
    other = f"; {other_words(clause)}" if clause.other_date else ""
    what = f"{inside(turn_words(clause))} ({clause.measure.label})"
    return f"to {day_words(clause.day)}: {what}{other}."


def _losses(impact: ImpactScene) -> CardLosses:
    bars = impact.bars[:MOST_BARS]
    total = impact.total
    left_out = len(impact.bars) - len(bars)
    more = f"{left_out} sectors more are not drawn." if left_out else ""
    verdict = impact.verdict_words
    told_in = "jobs" if impact.head.losses_as == "jobs" else "US$"
    unit = "share of the sector's own figure" if impact.head.relative else told_in
    remarks = (
        f"Bars in {unit}",
        total.remark,
        verdict,
        impact.not_sized_words,
        impact.limits,
        more,
    )
    return CardLosses(
        title=total.title,
        case=impact.head.case_words,
        total=", ".join(part for part in (total.figure, total.range) if part),
        bars=bars,
        top=max([bar.p95 for bar in bars] + [bar.p50 for bar in bars], default=0.0) or 1.0,
        remark=" ".join(f"{part.rstrip('.')}." for part in remarks if part),
    )
