"""The pictures that are made of tables, for the tests that lay them out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from rare_gui.domain.assumptions import Freed
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.scenario import Scenario
from rare_gui.figures.pictures.changes import changes_drawing
from rare_gui.figures.pictures.cliffs import cliffs_drawing
from rare_gui.figures.pictures.comparison import compare_drawing
from rare_gui.figures.pictures.frame import FramedPicture
from rare_gui.figures.pictures.impact import losses_drawing
from rare_gui.figures.pictures.loss_chart import DRAWINGS
from rare_gui.figures.pictures.material import material_drawing
from rare_gui.figures.pictures.tables import table_drawing
from rare_gui.figures.theme import Theme, load_theme
from rare_gui.scenes.pictures.loss_charts import CHARTS, chart_picture
from rare_gui.scenes.pictures.losses import losses_picture
from rare_gui.scenes.pictures.material import material_picture
from rare_gui.scenes.pictures.of_view import Told
from rare_gui.scenes.pictures.views import (
    TablePicture,
    changes_picture,
    cliffs_picture,
    compare_picture,
    ledger_picture,
    list_picture,
    projects_picture,
)
from rare_gui.scenes.pictures.whatif import whatif_picture
from rare_gui.scenes.selection import Selection
from tests.scenes import impacts

TOLD = Told("rare_gui 1.0")
VIEW = Selection(
    "dysprosium",
    date(2026, 11, 23),
    compared_to=date(2025, 11, 1),
    compared=("dysprosium", "gallium"),
)
SIX = ("dysprosium", "gallium", "magnet-rare-earths", "ndfeb-magnets", "arsenic", "gone")
PLAIN: dict[str, Callable[[Dataset, Selection, Told], TablePicture]] = {
    "ledger": ledger_picture,
    "projects": projects_picture,
    "list": list_picture,
}
Draw = Callable[[Dataset, Selection, Theme, float, float], FramedPicture]


def draw_plain(kind: str) -> Draw:
    def draw(
        dataset: Dataset, view: Selection, theme: Theme, width: float, height: float
    ) -> FramedPicture:
        picture = PLAIN[kind](dataset, view, TOLD)
        return table_drawing(picture.frame, picture.tables[0], theme, width, height)

    return draw


def draw_cliffs(
    dataset: Dataset, view: Selection, theme: Theme, width: float, height: float
) -> FramedPicture:
    return cliffs_drawing(cliffs_picture(dataset, view, TOLD), theme, width, height)


def draw_changes(
    dataset: Dataset, view: Selection, theme: Theme, width: float, height: float
) -> FramedPicture:
    return changes_drawing(changes_picture(dataset, view, TOLD), theme, width, height)


def draw_compare(
    dataset: Dataset, view: Selection, theme: Theme, width: float, height: float
) -> FramedPicture:
    return compare_drawing(compare_picture(dataset, view, TOLD), theme, width, height)


def draw_six(
    dataset: Dataset, view: Selection, theme: Theme, width: float, height: float
) -> FramedPicture:
    return draw_compare(dataset, replace(view, compared=SIX), theme, width, height)


def draw_losses(
    dataset: Dataset, view: Selection, theme: Theme, width: float, height: float
) -> FramedPicture:
    picture = losses_picture(dataset, view, impacts.impact(), TOLD)
    return losses_drawing(picture, theme, width, height)


def draw_chart(chart: str) -> Draw:
    def draw(
        dataset: Dataset, view: Selection, theme: Theme, width: float, height: float
    ) -> FramedPicture:
        picture = chart_picture(chart, dataset, view, impacts.impact(), TOLD)
        return DRAWINGS[chart](picture, theme, width, height)

    return draw


def draw_whatif(
    dataset: Dataset, view: Selection, theme: Theme, width: float, height: float
) -> FramedPicture:
    every = tuple(Freed(material, date(2025, 1, 1)) for material in dataset.law.named_forms)
    scenario = Scenario("Everything is free", every)
    looked, told = replace(view, scenario=scenario.name), replace(TOLD, scenario=scenario)
    picture = whatif_picture(dataset, scenario.apply(dataset), looked, scenario, told)
    return table_drawing(picture.frame, picture.tables[0], theme, width, height)


def draw_material(
    dataset: Dataset, view: Selection, theme: Theme, width: float, height: float
) -> FramedPicture:
    return material_drawing(material_picture(dataset, view, TOLD), theme, width, height)


DRAWS: dict[str, Draw] = {
    **{kind: draw_plain(kind) for kind in PLAIN},
    "cliffs": draw_cliffs,
    "changes": draw_changes,
    "compare": draw_compare,
    "compare six": draw_six,
    "losses": draw_losses,
    **{chart: draw_chart(chart) for chart in CHARTS},
    "whatif": draw_whatif,
    "material": draw_material,
}


def drawn(
    dataset: Dataset, kind: str, width: float, height: float, theme: str = "light"
) -> FramedPicture:
    """A kind of picture of VIEW."""
    return DRAWS[kind](dataset, VIEW, load_theme(theme), width, height)
