"""What every saved picture says around its body: title, days, what-if, legend, sources, footer.

Not for the body itself, and not for painting: `figures.pictures.frame` lays it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rare_gui.domain.damage import damage_of
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.scenario import Scenario
from rare_gui.scenes.damage import damage_words
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.palette import Fill
from rare_gui.scenes.pictures.sources import short_citations
from rare_gui.scenes.pictures.title import default_subtitle, default_title
from rare_gui.scenes.scenario import changes_words, scenario_words, text_words
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import day_words, opened

ESTIMATED = "e, or a hollow point on a line: derived or estimated"
HATCHED = "hatched: no figure"
Legend = tuple[tuple[Fill, str], ...]


@dataclass(frozen=True, slots=True)
class PictureFrame:
    """The texts around a picture's body, none of which can be switched off.

    `badges` begin with the as-of day; a known-on day follows. `supposed` is empty for the law as
    it is, else the what-if's name and then each assumption that it changes. `legend` names the
    fills that occur. `notes` give units and marks. `sources` are short citations in the order of
    their numbers, `briefly` the same in fewer words; the first `always` of them are told however
    little room there is, others may be counted. `edited`: the title is the user's own.
    """

    title: str
    subtitle: str
    badges: tuple[str, ...]
    direction: str
    supposed: tuple[str, ...] = ()
    legend: Legend = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    briefly: tuple[str, ...] = ()
    always: int = 0
    footer: str = ""
    edited: bool = False

    @property
    def described(self) -> str:
        """The alternative text: title, subtitle, direction, days and what is supposed."""
        parts = (self.title, self.subtitle, self.direction, *self.badges, "; ".join(self.supposed))
        return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def picture_frame(
    dataset: Dataset,
    selection: Selection,
    *,
    program: str,
    title: str | None = None,
    subtitle: str | None = None,
    scenario: Scenario | None = None,
    legend: Legend = (),
    notes: Iterable[str] = (),
    sources: Iterable[str] = (),
    more_sources: Iterable[str] = (),
) -> PictureFrame:
    """The frame of a picture of `selection`; `dataset` is the one shown, under its what-if.

    `program` is name and version ("rare_gui 1.0"). `title` and `subtitle` replace those written
    from the data. `scenario` is the what-if that `dataset` is under, for its assumptions. `sources`
    are ids, all cited in their order; those of `more_sources` follow where there is room.
    """
    own = " ".join((title or "").split())
    told = short_citations(dataset, sources)
    cited = told | short_citations(dataset, more_sources)
    return PictureFrame(
        title=own or default_title(dataset, selection),
        subtitle=default_subtitle(dataset, selection) if subtitle is None else subtitle,
        badges=badges(selection),
        direction=direction(dataset, selection),
        supposed=supposed(dataset, selection, scenario),
        legend=legend,
        notes=tuple(dict.fromkeys(notes)),
        sources=tuple(one.text for one in cited.values()),
        briefly=tuple(one.brief for one in cited.values()),
        always=len(told),
        footer=footer(dataset, selection, program),
        edited=bool(own),
    )


def badges(selection: Selection) -> tuple[str, ...]:
    """ "As of 23 Nov 2026", then "As known on ..." where earlier knowledge is looked through."""
    as_of = f"As of {day_words(selection.as_of)}"
    known = selection.known_on
    return (as_of,) if known is None else (as_of, f"As known on {day_words(known)}")


def direction(dataset: Dataset, selection: Selection) -> str:
    """ "China to the United States"."""
    names = dataset.country_names
    origin = names.get(selection.origin, selection.origin)
    return f"{opened(origin)} to {names.get(selection.destination, selection.destination)}"


def supposed(dataset: Dataset, selection: Selection, scenario: Scenario | None) -> tuple[str, ...]:
    """The what-if's name and its assumptions in words; empty for the law as it is."""
    if scenario is None:
        words = text_words(selection.scenario)
        return (words,) if words else ()
    return (scenario_words(scenario), *changes_words(dataset, scenario.changes))


def footer(dataset: Dataset, selection: Selection, program: str) -> str:
    """Program, data, their digest and the day they reach; what of them could not be read."""
    parts: Sequence[str] = (
        program,
        f"{dataset.name} {dataset.version}",
        f"digest {dataset.digest[:12]}",
        f"policy data to {day_words(known_through(dataset, selection.known_on))}",
        damage_words(damage_of(dataset)),
    )
    return " · ".join(part for part in parts if part)
