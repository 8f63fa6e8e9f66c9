"""A one-page brief on one or several materials: what applies, what comes next, on what it rests.

Not for painting (`figures.pictures`) nor for HTML (`scenes.brief.html`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.rows import sources_of
from rare_gui.domain.impact.result import Impact
from rare_gui.domain.scenario import Scenario
from rare_gui.scenes.brief.material import material_brief
from rare_gui.scenes.brief.parts import Brief, BriefSource, MaterialBrief, SectorLine, Sectors
from rare_gui.scenes.citations import plain
from rare_gui.scenes.footnotes import Footnotes
from rare_gui.scenes.impact.scene import LIMITS
from rare_gui.scenes.impact.units import LOSSES_AS, loss_of, money, teller, total_of
from rare_gui.scenes.impact.words import case_words, short_name
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.pictures.frame import badges, direction, footer, supposed
from rare_gui.scenes.pictures.sources import short_citations
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import day_words, inside, listed, opened

MOST_SECTORS = 6
NOT_COMPUTED = "Loss by sector: not computed for this brief."


def brief_scene(
    dataset: Dataset,
    selection: Selection,
    *,
    program: str,
    materials: Sequence[str] = (),
    title: str | None = None,
    scenario: Scenario | None = None,
    impact: Impact | None = None,
) -> Brief:
    """The brief on `materials` (none: the selection's alone), in their order.

    `dataset` is under `scenario` where there is one. `program` is name and version. `title`
    replaces the headline written from the data. Raises KeyError for an unknown material.
    """
    wanted = tuple(dict.fromkeys(materials)) or (selection.material,)
    notes = Footnotes(dataset)
    told = tuple(material_brief(dataset, replace(selection, material=one), notes) for one in wanted)
    names = listed([told[0].name, *(inside(one.name) for one in told[1:])])
    own = " ".join((title or "").split())
    return Brief(
        kicker=f"Brief · {names} · {direction(dataset, selection)}",
        badges=badges(selection),
        title=own or _headline(told, names),
        materials=told,
        sectors=_sectors(dataset, selection, impact),
        supposed=supposed(dataset, selection, scenario),
        unknown=_unknown(dataset, selection, impact),
        sources=_sources(dataset, notes),
        footer=footer(dataset, selection, program),
        reuse=_reuse(dataset, selection, program),
    )


def _headline(told: tuple[MaterialBrief, ...], names: str) -> str:
    """Of one material what applies to it; several have a headline each."""
    return told[0].headline if len(told) == 1 else f"{names}: export restrictions"


def _sectors(dataset: Dataset, selection: Selection, impact: Impact | None) -> Sectors:
    title = f"Exposed sectors, {LOSSES_AS[selection.losses_as]}"
    if impact is None:
        return Sectors(title, message=NOT_COMPUTED)
    losses_as, relative = selection.losses_as, selection.relative
    plain = losses_as == "value_added" and not relative
    tell = money if plain else teller(losses_as, relative=relative)
    lines = []
    for sector in impact.sectors:
        spread = loss_of(sector, losses_as, relative=relative)
        if spread is not None:
            bounds = f"P5–P95 {tell(spread.p5)} – {tell(spread.p95)}" if impact.draws > 1 else ""
            line = SectorLine(
                short_name(sector.name), tell(spread.p50), bounds, sector.data_class.value
            )
            lines.append((spread.p50, line))
    lines.sort(key=lambda pair: (-pair[0], pair[1].name))
    left = len(lines) - MOST_SECTORS
    more = f"; {left} more sectors are not listed" if left > 0 else ""
    return Sectors(
        title=title,
        lines=tuple(line for _, line in lines[:MOST_SECTORS]),
        total=f"{_total(impact, losses_as)}{more}.",
        case=f"{case_words(dataset, impact)}. {impact.draws:,} draws, seed {impact.seed}.",
        limits=LIMITS,
        message="" if lines else "No sector has a loss that can be sized.",
    )


def _total(impact: Impact, losses_as: str) -> str:
    spread = total_of(impact, losses_as)
    if spread is None:
        return "All sectors: not known"
    tell = teller("jobs", relative=False) if losses_as == "jobs" else money
    middle = f"All sectors: P50 {tell(spread.p50)}"
    bounds = f", P5–P95 {tell(spread.p5)} – {tell(spread.p95)}" if impact.draws > 1 else ""
    return f"{middle}{bounds}; model, weakest input: {impact.data_class.value}"


def _unknown(dataset: Dataset, selection: Selection, impact: Impact | None) -> tuple[str, ...]:
    through = known_through(dataset, selection.known_on)
    found = []
    if selection.as_of > through:
        found.append(f"What changed after {day_words(through)}: the policy data reach no further.")
    names = dataset.material_names
    found += [
        f"{opened(names.get(one.material, one.material))}: not sized, {one.reason}."
        for one in (impact.not_sized if impact else ())
    ]
    return tuple(found)


def _sources(dataset: Dataset, notes: Footnotes) -> tuple[BriefSource, ...]:
    records = sources_of(dataset, (one.source_id for one in notes.sources))[0]
    short = short_citations(dataset, (one.source_id for one in records)).values()
    return tuple(
        BriefSource(mark, plain(one), one.url, words.text, words.brief)
        for mark, (one, words) in enumerate(zip(records, short, strict=True), 1)
    )


def _reuse(dataset: Dataset, selection: Selection, program: str) -> str:
    through = day_words(known_through(dataset, selection.known_on))
    return (
        f"Reuse with this line: {program}, package {dataset.name} {dataset.version}, "
        f"policy data to {through}. e = derived or estimated."
    )
