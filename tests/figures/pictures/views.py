"""The views and sizes that pictures are laid out for in these tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.presets import preset
from rare_gui.figures.pictures.card import card_drawing
from rare_gui.figures.pictures.frame import FramedPicture
from rare_gui.figures.pictures.timeline import timeline_drawing
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.impact.scene import impact_scene
from rare_gui.scenes.pictures.card import CardPicture, card_picture
from rare_gui.scenes.pictures.timeline import TimelinePicture, timeline_picture
from rare_gui.scenes.selection import Selection
from tests.scenes import impacts

DAY = date(2026, 11, 23)
SIZES = {"16:9": (1600, 900), "square": (1080, 1080), "a4": (794, 1123), "landscape": (1123, 794)}
VIEWS = {
    "dysprosium": Selection("dysprosium", DAY),
    "past its date": Selection("gallium", date(2026, 11, 28)),
    "no series": Selection("arsenic", DAY),
    "longest name": Selection("magnet-rare-earths", DAY),
    "time travel": Selection(
        "dysprosium", date(2025, 7, 12), known_on=date(2025, 7, 12), ghosts=True
    ),
    "what-if": Selection("gallium", DAY, scenario="truce-lapses"),
    "all lanes": Selection("yttrium", DAY, all_lanes=True),
    "in tonnes": Selection("terbium", DAY, tonnes=True, destination="JP"),
}
PROGRAM = "rare_gui 1.0"

Draw = Callable[[Dataset, Selection, float, float, str], FramedPicture]


def timeline_of(dataset: Dataset, view: Selection) -> TimelinePicture:
    scenario = preset(dataset.law, view.scenario) if view.scenario else None
    shown = scenario.apply(dataset) if scenario else dataset
    return timeline_picture(shown, view, program=PROGRAM, scenario=scenario)


def card_of(dataset: Dataset, view: Selection, *, losses: bool = False) -> CardPicture:
    scenario = preset(dataset.law, view.scenario) if view.scenario else None
    shown = scenario.apply(dataset) if scenario else dataset
    result = (
        impact_scene(shown, view, impacts.impact(), stale=False, draws_running=False)
        if losses
        else None
    )
    return card_picture(shown, view, program=PROGRAM, scenario=scenario, impact=result)


def draw_timeline(
    dataset: Dataset, view: Selection, width: float, height: float, theme: str = "light"
) -> FramedPicture:
    return timeline_drawing(timeline_of(dataset, view), load_theme(theme), width, height)


def draw_card(
    dataset: Dataset, view: Selection, width: float, height: float, theme: str = "light"
) -> FramedPicture:
    return card_drawing(card_of(dataset, view), load_theme(theme), width, height)


def draw_losses(
    dataset: Dataset, view: Selection, width: float, height: float, theme: str = "light"
) -> FramedPicture:
    return card_drawing(card_of(dataset, view, losses=True), load_theme(theme), width, height)


KINDS: dict[str, Draw] = {"timeline": draw_timeline, "card": draw_card, "losses": draw_losses}
