"""The words above the timeline: what applies, in one sentence, with four key figures."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from rare_gui.domain.damage import LostRow, damage_of
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.legal_state import turning_days
from rare_gui.domain.measure_state import stretches
from rare_gui.domain.rows import rows
from rare_gui.domain.state_run import Condition, StateRun
from rare_gui.domain.supply import (
    Figure,
    import_reliance,
    import_share,
    processing_share,
    production,
)
from rare_gui.domain.vocabulary import DataClass, LegalState, StatusKind, SupplyForm
from rare_gui.scenes.chips import (
    COLUMNS,
    Runs,
    chip,
    column_of,
    column_runs,
    condition_chip,
    strongest,
)
from rare_gui.scenes.damage import doubt_words
from rare_gui.scenes.footnotes import Footnotes
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.palette import Chip, Source
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.events import TRUCE_SIDES, truce_span
from rare_gui.scenes.wording import (
    FORM_WORDS,
    PLURAL_FORMS,
    goods_words,
    listed,
    opened,
    status_clauses,
)

NOT_PUBLISHED = "not published"
FIGURE_KEYS = ("header.mined", "header.refined", "header.reliance", "header.hhi")
"""The keys of the evidence on the four figures, in their order."""
NOT_NAMED = "not named"
"""Of a country that the series of world output does not name: its output is not known to be 0."""
ABSENT = {
    NOT_PUBLISHED: "not published in these data",
    NOT_NAMED: "not named by the series of world output",
}
"""Words that stand in a figure's place, and what they mean."""

NOT_IN_TRUCE = ", which the truce does not cover"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number with what it is and the numbers of its sources; or the words "not published".

    `of` is the part of the caption that differs from material to material: stage, goods, year.
    """

    value: str
    estimated: bool
    caption: str
    marks: tuple[int, ...]
    spoken: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class HeaderScene:
    """Title line, status sentence (bold first clause, rest), figures, chips with words, sources."""

    title: str
    subtitle: str
    lead: str
    rest: str
    marks: tuple[int, ...]
    figures: tuple[KeyFigure, ...]
    chips: tuple[tuple[Chip, str], ...]
    conditions: tuple[tuple[Chip, str], ...]
    sources: tuple[Source, ...]  # in the order of their marks, the first has mark 1
    outside_truce: bool = False  # the truce is on and does not cover what applies
    chip_keys: tuple[str, ...] = ()  # of the evidence on each chip, then on each condition


def header_scene(dataset: Dataset, selection: Selection) -> HeaderScene:
    """What applies to the selected material on the selected day, in words and four figures."""
    goods = (selection.material, selection.origin, selection.destination)
    turns = turning_days(dataset.law, *goods, selection.known_on)
    kept = dataset.law.kept(selection.known_on)
    # between two turns the words stay, but for those about the truce
    place = ("header", goods, selection.form, bisect_right(turns, selection.as_of))
    key = (*place, _in_truce(dataset, selection))
    if key not in kept:
        kept[key] = _scene(dataset, selection)
    return kept[key]  # type: ignore[no-any-return]


def _scene(dataset: Dataset, selection: Selection) -> HeaderScene:
    notes = Footnotes(dataset)
    columns = [
        column_runs(dataset.law, selection.material, number, selection)
        for number in range(len(COLUMNS))
    ]
    name = dataset.material_names[selection.material]
    lead, rest, marks, outside = _sentence(dataset, selection, columns, notes)
    chips = tuple(
        (chip(name, number, runs, known_through(dataset, selection.known_on)), COLUMNS[number][1])
        for number, runs in enumerate(columns)
        if runs
    )
    conditions = _conditions(columns)
    return HeaderScene(
        title=name,
        subtitle=" · ".join(
            filter(None, (_subtitle(dataset, selection.material), series_words(selection)))
        ),
        lead=lead,
        rest=rest,
        marks=marks,
        figures=_figures(dataset, selection, notes),
        chips=chips,
        conditions=tuple(condition_chip(one) for one in conditions),
        sources=notes.sources,
        outside_truce=outside,
        chip_keys=(
            *(f"state:{strongest(runs)[0].value}" for runs in columns if runs),
            *(f"lane:{one.measure.id}" for one in conditions),
        ),
    )


def series_words(selection: Selection) -> str:
    """Whose output figures stand in front, where the user asked for others; else empty."""
    return f"output by {selection.series} where it tells" if selection.series else ""


def _subtitle(dataset: Dataset, material: str) -> str:
    """Symbol, atomic number and kind of a material."""
    if "subtitles" not in dataset.kept:
        dataset.kept["subtitles"] = {
            row["material"]: " · ".join(
                str(part) for part in (row["symbol"], row["atomic_number"], row["category"]) if part
            )
            for row in rows(dataset.tables["materials"])
        }
    return dataset.kept["subtitles"][material]  # type: ignore[no-any-return]


def _sentence(
    dataset: Dataset, selection: Selection, columns: list[Runs], notes: Footnotes
) -> tuple[str, str, tuple[int, ...], bool]:
    """The sentence in two parts, its marks, and whether the truce does not cover what applies."""
    destination = dataset.country_names.get(selection.destination, selection.destination)
    name = dataset.material_names[selection.material]
    if selection.form is not None:
        runs = columns[column_of(selection.form)]
        chosen = dict(runs).get(selection.form)
        goods = goods_words(name, selection.form)
        if chosen is None:
            return f"{opened(goods)}: no such form in these data", ".", (), False
        run, forms = chosen, [selection.form]
    else:
        tangible = [pair for runs in columns[:-1] for pair in runs] or list(columns[-1])
        if not tangible:
            return f"{name}: no form is named in these data", ".", (), False
        _, run = strongest(tangible)
        alike = [pair for pair in tangible if _alike(pair[1], run)]
        forms = [form for form, _ in alike]
        goods = listed([FORM_WORDS[form] for form in forms])
        run = _merged(run, [other for _, other in alike])
    through = known_through(dataset, selection.known_on)
    plural = len(forms) > 1 or forms[0] in PLURAL_FORMS
    lead, rest = status_clauses(goods, run, destination, through, plural=plural)
    outside = _outside_truce(dataset, selection, run)
    truce = NOT_IN_TRUCE if outside else ""
    doubt = doubt_words(_lost(dataset, selection, forms, run))
    rest = f"{rest.removesuffix('.')}{truce}{doubt}."
    return lead, rest, notes.marks(run.sources), outside


def _lost(
    dataset: Dataset, selection: Selection, forms: list[SupplyForm], run: StateRun
) -> set[LostRow]:
    """The rows of a damaged package that may make the state of the forms another one."""
    damage, where = damage_of(dataset), (selection.origin, selection.destination)
    return {
        row
        for form in forms
        for row in damage.doubts(dataset.law, selection.material, form, *where, run.certain)
    }


def _alike(one: StateRun, other: StateRun) -> bool:
    return (one.state, one.since, one.until) == (other.state, other.since, other.until)


def _merged(run: StateRun, alike: list[StateRun]) -> StateRun:
    """The run with all measures that set the same state of the other forms."""
    deciding = {item.measure.id: item for one in (run, *alike) for item in one.deciding}
    return replace(run, deciding=tuple(deciding.values()))


def _outside_truce(dataset: Dataset, selection: Selection, run: StateRun) -> bool:
    """Whether the truce leaves alone what applies; asked only of its two sides while it lasts."""
    binding = run.state in (LegalState.PROHIBITED, LegalState.LICENCE_REQUIRED)
    if not binding or not _in_truce(dataset, selection):
        return False
    paused = any(
        change.status is StatusKind.SUSPENDED
        for item in run.deciding
        for change in item.measure.changes
    )
    known = all(stretches(dataset.law, item.measure, selection.known_on) for item in run.deciding)
    return known and not paused and not run.paused_beneath


def _in_truce(dataset: Dataset, selection: Selection) -> bool:
    began, ends = truce_span(dataset)
    sides = {selection.origin, selection.destination}
    return sides == TRUCE_SIDES and began <= selection.as_of < ends


def _conditions(columns: list[Runs]) -> tuple[Condition, ...]:
    """One per class of users or goods; listed firms are told once, whatever the lists."""
    found: dict[str, Condition] = {}
    for runs in columns:
        for _, run in runs:
            for item in run.conditions:
                found.setdefault(item.applies_to, item)
    return tuple(found.values())


def _figures(dataset: Dataset, selection: Selection, notes: Footnotes) -> tuple[KeyFigure, ...]:
    material, origin = selection.material, selection.origin
    who = dataset.country_names.get(origin, origin).removeprefix("the ")
    buyer = selection.destination
    # a year's figure is public only after the year
    last = selection.known_on.year - 1 if selection.known_on else None
    output = production(dataset, material, "mine", last) or production(
        dataset, material, "refined", last
    )
    share = output.share(origin) if output else None
    refined = processing_share(dataset, material, origin, last)
    reliance = import_reliance(dataset, material, buyer, last)
    stage = {"mine": "mined", "refined": "refined"}.get(output.stage, "") if output else "mined"
    year = f" {output.year}" if output else ""
    marks = notes.marks(output.sources, most=1) if output else ()
    derived = output is not None and output.data_class is not DataClass.PUBLISHED
    mined = KeyFigure(
        f"{share:.1f} %" if share is not None else NOT_NAMED if output else NOT_PUBLISHED,
        # a share is computed here from published tonnes
        share is not None,
        f"{who}, {stage}{year}",
        marks,
        (f"{ABSENT[NOT_NAMED]}; " if output and share is None else "")
        + _rests_on(output.data_class if output else None, output.sources if output else ()),
        f"{stage}{year}",
    )
    hhi = KeyFigure(
        f"{output.hhi:,.0f}" if output else NOT_PUBLISHED,
        derived or output is not None,
        f"HHI, {stage}{year}",
        marks,
        "Herfindahl-Hirschman index on 0 to 10,000, inside one series and year. "
        + _rests_on(output.data_class if output else None, output.sources if output else ()),
        f"{stage}{year}",
    )
    if stage == "refined":
        # the processing share would repeat the first figure
        bought = import_share(dataset, material, buyer, origin, last)
        named = bought is not None and len(bought.of) < 12 and bought.of.lower() != "all"
        goods = f" {bought.of.lower()}" if bought and named else ""
        years = f" {bought.years}" if bought else ""
        of = f"of {buyer}{goods} imports{years}"
        second = _figure(bought, f"{who}, {of}", of, notes)
    else:
        of = _stage_words(refined)
        second = _figure(refined, f"{who}, {of}", of, notes)
    span = reliance.years if reliance else ""
    return (
        mined,
        second,
        _figure(reliance, f"{buyer} import reliance{f' {span}' if reliance else ''}", span, notes),
        hhi,
    )


_STAGES = {
    "separation-refining": "refined",
    "refining": "refined",
    "metal": "as metal",
    "magnet-making": "magnets",
    "processing": "processed",
}


def _stage_words(figure: Figure | None) -> str:
    if figure is None:
        return "refined"
    stage, comma, group = figure.of.partition(",")
    return f"{_STAGES.get(stage, stage)} {figure.year}{comma}{group}"


def _figure(figure: Figure | None, caption: str, of: str, notes: Footnotes) -> KeyFigure:
    if figure is None:
        return KeyFigure(NOT_PUBLISHED, False, caption, (), f"{caption}: not published", of)
    sign = figure.flag if figure.flag in (">", "<") else ""
    value = "net exporter" if figure.value is None else f"{sign}{figure.value:.4g} %"
    return KeyFigure(
        value,
        figure.data_class is not DataClass.PUBLISHED,
        caption,
        notes.marks(figure.sources, most=1),
        _rests_on(figure.data_class, figure.sources),
        of,
    )


def _rests_on(data_class: DataClass | None, sources: tuple[str, ...]) -> str:
    if data_class is None:
        return "not published in these data"
    return f"data class: {data_class.value}; sources: {', '.join(sources)}"
