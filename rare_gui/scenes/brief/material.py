"""One material of a brief: what applies, what the figures show, what comes next, what is not known.

Every sentence is made from the computed answer or stands in the data; none is invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rare_gui.domain.cliffs import Cliff, cliffs
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.rows import sources_of
from rare_gui.domain.flows import FlowKind, FlowPoint, FlowSeries, export_series, longest
from rare_gui.domain.licence_practice import licence_practice
from rare_gui.domain.records import StatusChange
from rare_gui.domain.state_run import Considered
from rare_gui.domain.vocabulary import Basis, DatePrecision, LegalState, StatusKind
from rare_gui.scenes.brief.parts import AppliesRow, EvidenceRow, MaterialBrief, NextRow
from rare_gui.scenes.browse import URGENT_DAYS
from rare_gui.scenes.card.law import conditions_block, forms_block
from rare_gui.scenes.card.parts import CardLine
from rare_gui.scenes.chips import COLUMNS, column_runs, strongest
from rare_gui.scenes.cliff_words import left_words, other_words, turn_words
from rare_gui.scenes.flow_words import tonnes_words
from rare_gui.scenes.footnotes import Footnotes
from rare_gui.scenes.header import ABSENT, HeaderScene, KeyFigure, header_scene
from rare_gui.scenes.notes import data_notes
from rare_gui.scenes.palette import Chip, Shape
from rare_gui.scenes.pictures.title import default_subtitle, told_months
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.scene import timeline_scene
from rare_gui.scenes.wording import (
    BASIS_WORDS,
    STATE_WORDS,
    citation,
    day_words,
    listed,
    opened,
)

MOST_NEXT = 4
NO_NEXT = "No dated clause lies ahead in these data."
_BINDING = (
    LegalState.PROHIBITED,
    LegalState.LICENCE_REQUIRED,
    LegalState.REPORTED_LIMIT,
    LegalState.QUOTA,
    LegalState.DUTY,
)
_NO_CHIP = Chip(Shape.RING, "free", "", "")


def material_brief(dataset: Dataset, selection: Selection, notes: Footnotes) -> MaterialBrief:
    """The brief on the selection's material; `notes` numbers the sources of the whole brief."""
    view = replace(selection, form=None)
    header = header_scene(dataset, view)
    marks = _renumbered(header, header.marks, notes)
    ahead = _clauses(dataset, view)
    following = tuple(_next(group, notes) for group in _by_day(ahead))
    told = _told_series(dataset, view)
    return MaterialBrief(
        material=view.material,
        name=header.title,
        headline=_headline(dataset, view, header),
        summary=f"{header.lead}{header.rest}",
        marks=marks,
        applies=tuple(_applies(line) for line in forms_block(dataset, view, notes).lines),
        conditions=tuple(_condition(line) for line in conditions_block(dataset, view, notes).lines),
        timeline=timeline_scene(dataset, view),
        shows=default_subtitle(dataset, view) if told else "",
        next=following[:MOST_NEXT],
        no_next="" if following else NO_NEXT,
        figures=tuple(_figure(header, one, notes) for one in header.figures),
        evidence=(*_acts(dataset, view, notes), *_exports(dataset, told, notes)),
        unknown=tuple(_unknown(dataset, view, header, following[MOST_NEXT:])),
    )


def _headline(dataset: Dataset, view: Selection, header: HeaderScene) -> str:
    """What applies in one line: "Gallium oxide and metal: licence required, truce or not".

    Only what binds is said so briefly; of all else the whole clause is told.
    """
    lead = header.lead
    runs = [column_runs(dataset.law, view.material, one, view) for one in range(len(COLUMNS) - 1)]
    told = [pair for column in runs for pair in column]
    _, run = strongest(told) if told else (None, None)
    if run is not None and run.state in _BINDING and not run.scheduled:
        alike = [
            COLUMNS[number][1].lower()
            for number, column in enumerate(runs)
            if any((one.state, one.since) == (run.state, run.since) for _, one in column)
        ]
        truce = ", truce or not" if header.outside_truce else ""
        return f"{header.title} {listed(alike)}: {STATE_WORDS[run.state]}{truce}"
    if header.title.lower() in lead.lower():
        return lead
    return f"{header.title}: {lead[:1].lower()}{lead[1:]}"


def _renumbered(header: HeaderScene, marks: tuple[int, ...], notes: Footnotes) -> tuple[int, ...]:
    """Marks of the header's own footnotes as numbers of the brief's."""
    return notes.marks([header.sources[mark - 1].source_id for mark in marks])


def _figure(header: HeaderScene, figure: KeyFigure, notes: Footnotes) -> KeyFigure:
    return replace(figure, marks=_renumbered(header, figure.marks, notes))


def _applies(line: CardLine) -> AppliesRow:
    state, since, until, acts = line.cells
    known = since not in ("", "–")
    return AppliesRow(
        chip=line.chip or _NO_CHIP,
        goods=line.label,
        state=f"{state} since {since[:1].lower()}{since[1:]}" if known else state,
        until="" if until == "–" else until,
        acts="" if acts == "–" else acts,
        marks=line.marks,
    )


def _condition(line: CardLine) -> AppliesRow:
    return AppliesRow(line.chip or _NO_CHIP, line.label, line.text, "", "", line.marks)


def _clauses(dataset: Dataset, view: Selection) -> list[Cliff]:
    """The clauses ahead of measures that name the material."""
    touching = {one.id for one in dataset.law.touching(view.material)}
    return [
        one
        for one in cliffs(dataset.law, view.as_of, view.known_on)
        if one.measure.id in touching and one.day > view.as_of
    ]


def _by_day(found: list[Cliff]) -> Iterator[list[Cliff]]:
    """Clauses that do the same on one day by one basis are told together."""
    groups: dict[tuple[object, ...], list[Cliff]] = {}
    for one in found:
        key = (one.day, turn_words(one), one.basis, other_words(one) if one.other_date else "")
        groups.setdefault(key, []).append(one)
    yield from groups.values()


def _next(group: list[Cliff], notes: Footnotes) -> NextRow:
    first = group[0]
    acts = listed(list(dict.fromkeys(citation(one.measure) for one in group)))
    other = f"; {other_words(first)}" if first.other_date else ""
    basis = f", by {BASIS_WORDS[first.basis]}"
    ids = [source for one in group for source in one.sources]
    return NextRow(
        left=left_words(first.days_left),
        date=day_words(first.day),
        what=f"{turn_words(first)} ({acts})",
        basis=f"{basis}{other}",
        urgent=first.days_left <= URGENT_DAYS,
        marks=notes.marks(ids),
    )


def _acts(dataset: Dataset, view: Selection, notes: Footnotes) -> Iterator[EvidenceRow]:
    """The row that began what an act that sets a state does now, and the one that prolonged it."""
    found: dict[str, Considered] = {}
    for column in range(len(COLUMNS)):
        for _, run in column_runs(dataset.law, view.material, column, view):
            found |= {one.measure.id: one for one in run.deciding}
    for one in found.values():
        part = one.stretch
        begun = next((row for row in one.measure.changes if row.day == part.since), part.row)
        yield _act(dataset, one, begun, opened(STATE_WORDS[one.contributes]), notes)
        if part.row.status is StatusKind.EXTENDED and part.row is not begun:
            yield _act(dataset, one, part.row, "Prolonged", notes)


def _act(
    dataset: Dataset, one: Considered, row: StatusChange, what: str, notes: Footnotes
) -> EvidenceRow:
    supposed = row.basis is Basis.SCENARIO
    ids = () if supposed else (*row.sources, *one.measure.sources)
    return EvidenceRow(
        what=what,
        document=citation(one.measure),
        date=day_words(row.day, row.precision),
        basis=BASIS_WORDS[row.basis],
        kind="" if supposed else _kind(dataset, ids),
        marks=notes.marks(ids),
    )


_Told = list[tuple[FlowSeries, tuple[FlowPoint, ...]]]


def _told_series(dataset: Dataset, view: Selection) -> _Told:
    """The series that the sentences on exports tell, with the months that they name."""
    found = []
    for kind in (FlowKind.RAW, FlowKind.FINISHED):
        series = longest(export_series(dataset, view.material), kind)
        months = told_months(dataset, view, kind)
        if series is not None and months:
            found.append((series, months))
    return found


def _exports(dataset: Dataset, told: _Told, notes: Footnotes) -> Iterator[EvidenceRow]:
    """One row a series that the brief speaks of: its first and last month."""
    for series, points in told:
        ids = [source for point in reversed(points) for source in point.sources]
        cited = sources_of(dataset, ids)[0]
        classes = dict.fromkeys(point.data_class.value for point in points)
        yield EvidenceRow(
            what=f"{opened(series.label)} {', '.join(tonnes_words(one.tonnes) for one in points)}",
            document=cited[0].publisher if cited else "source not in the data package",
            date=day_words(points[-1].month, DatePrecision.MONTH),
            basis=f"{points[-1].basis.replace('_', ' ')}, {' and '.join(classes)}",
            kind=_kind(dataset, ids),
            marks=notes.marks(ids),
        )


def _kind(dataset: Dataset, ids: Iterable[str]) -> str:
    """The kind of the first source ("official", "press"); empty where the package lacks it."""
    cited = sources_of(dataset, ids)[0]
    return cited[0].kind.replace("_", " ") if cited else ""


def _unknown(
    dataset: Dataset, view: Selection, header: HeaderScene, more: tuple[NextRow, ...]
) -> Iterator[str]:
    for note in data_notes(dataset, view):
        yield f"{note.lead} {note.text}"
    lacking = [one.caption for one in header.figures if one.value in ABSENT]
    if lacking:
        yield f"Not published in these data: {'; '.join(lacking)}."
    if not licence_practice(dataset, view.material):
        yield "How many licences were granted: no figure in these data."
    if more:
        yield f"{len(more)} more dates lie ahead than are told here; the last is {more[-1].date}."
