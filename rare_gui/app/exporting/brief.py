"""A brief on one or several materials as a whole file, PDF or HTML: one engine for all who ask.

Not for the disk (`app.pictures.writing`), nor for what the brief says (`scenes.brief.scene`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rare_gui.app.paths import scenarios_folder
from rare_gui.app.version import version
from rare_gui.domain.assumptions import ScenarioError
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import Impact
from rare_gui.domain.picture_facts import Facts
from rare_gui.figures.formats.pdf import pdf_pages
from rare_gui.figures.formats.svg import svg
from rare_gui.figures.pictures.brief import brief_drawings
from rare_gui.figures.pictures.brief_page import ROOM
from rare_gui.figures.pictures.brief_plot import brief_plot
from rare_gui.figures.theme import THEME_NAMES, Theme, load_theme
from rare_gui.intake.scenarios import find_scenario
from rare_gui.scenes.brief.html import brief_html
from rare_gui.scenes.brief.parts import Brief
from rare_gui.scenes.brief.scene import brief_scene
from rare_gui.scenes.brief.style import TOKENS
from rare_gui.scenes.pictures.facts import creation_time, picture_facts
from rare_gui.scenes.selection import Selection

SHARPNESS = 2.0
"""Of what no vector format can hold and is a picture within it."""


class UnusableBrief(ValueError):
    """A brief that cannot be made as asked; the message says why."""


@dataclass(frozen=True, slots=True)
class AskedBrief:
    """On which materials (none: the view's own), in which colours; a title of the user's own.

    `impact` is a result whose losses are listed, None for none. Without `with_view` the file does
    not lead back to the view.
    """

    materials: Sequence[str] = ()
    theme: str = "light"
    title: str | None = None
    impact: Impact | None = None
    with_view: bool = True


def check_brief(asked: AskedBrief, suffix: str) -> None:
    """Refuse what cannot be made, before anything is drawn. Raises UnusableBrief."""
    if suffix not in BRIEF_FORMATS:
        known = " or ".join(f".{one}" for one in BRIEF_FORMATS)
        raise UnusableBrief(f"briefs are written as {known}, not as {suffix or 'nothing'!r}")
    if asked.theme not in THEME_NAMES:
        raise UnusableBrief(f"unknown theme {asked.theme!r}; choose {', '.join(THEME_NAMES)}")


def brief_file(dataset: Dataset, selection: Selection, asked: AskedBrief, suffix: str) -> bytes:
    """The whole file, `suffix` is "pdf" or "html". Needs a QApplication.

    `dataset` is that of the law as it is; the selection's what-if is applied here. The same
    package, view, version and time of creation give the same bytes. Raises UnusableBrief.
    """
    check_brief(asked, suffix)
    brief = _brief(dataset, selection, asked)
    try:
        created = creation_time(os.environ, datetime.now(UTC))
    except ValueError as error:
        raise UnusableBrief(str(error)) from None
    own = " ".join((asked.title or "").split())
    facts = picture_facts(
        dataset,
        selection,
        title=brief.title,
        description=" ".join((f"{brief.kicker}.", *(one.summary for one in brief.materials))),
        sources=(one.text for one in brief.sources),
        program=_program(),
        created=created,
        licence=dataset.licence,
        with_view=asked.with_view,
        title_edited=bool(own),
    )
    return BRIEF_FORMATS[suffix](brief, load_theme(asked.theme), facts)


def _brief(base: Dataset, selection: Selection, asked: AskedBrief) -> Brief:
    scenario, dataset = None, base
    if selection.scenario is not None:
        try:
            scenario = find_scenario(selection.scenario, base, scenarios_folder())
            dataset = scenario.apply(base)
        except ScenarioError as error:
            raise UnusableBrief(f"the what-if cannot be used: {error}") from None
    return brief_scene(
        dataset,
        selection,
        program=_program(),
        materials=asked.materials,
        title=asked.title,
        scenario=scenario,
        impact=asked.impact,
    )


def _program() -> str:
    return f"rare_gui {version()}"


def _pdf(brief: Brief, theme: Theme, facts: Facts) -> bytes:
    return pdf_pages(brief_drawings(brief, theme), facts, SHARPNESS)


def _html(brief: Brief, theme: Theme, facts: Facts) -> bytes:
    drawn = (brief_plot(one.timeline, theme, ROOM) for one in brief.materials)
    timelines = [svg(one, facts, SHARPNESS).decode("utf-8") for one in drawn]
    colours = {token: theme.color(token).name().upper() for token in TOKENS}
    return brief_html(brief, colours, timelines).encode("utf-8")


BRIEF_FORMATS: Mapping[str, Callable[[Brief, Theme, Facts], bytes]] = {"pdf": _pdf, "html": _html}
"""How a brief is written, by the suffix of the file."""
