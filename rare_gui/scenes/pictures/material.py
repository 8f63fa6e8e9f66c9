"""The picture of a material's card: its key figures, and its blocks as tables.

Not the one-page card of the law and its effects (`card_picture`), nor for laying it out
(`figures.pictures.material`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.assessment import Assessment
from rare_gui.scenes.card.scene import card_scene
from rare_gui.scenes.header import KeyFigure
from rare_gui.scenes.pictures.columns import card_tables
from rare_gui.scenes.pictures.frame import ESTIMATED, PictureFrame
from rare_gui.scenes.pictures.of_view import Told, view_frame
from rare_gui.scenes.pictures.table_parts import TableScene
from rare_gui.scenes.pictures.timeline import plot_notes
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.event_study import selected_timeline
from rare_gui.scenes.timeline.parts import TimelineScene

_PLOTTED = ("exports", "prices")


@dataclass(frozen=True, slots=True)
class MaterialPicture:
    """A frame, key figures, and blocks; numbers in brackets are those of the frame's sources.

    `plots` is a timeline of exports and prices without lanes, None where there is neither.
    """

    frame: PictureFrame
    figures: tuple[KeyFigure, ...]
    forms: TableScene
    blocks: tuple[TableScene, ...]
    plots: TimelineScene | None


def material_picture(
    dataset: Dataset, selection: Selection, told: Told, risk: Assessment | None = None
) -> MaterialPicture:
    """The card of the selection's material; figures of risk stand on it once `risk` is there."""
    scene = card_scene(dataset, selection, risk)
    if risk is None:
        narrow = tuple(block for block in scene.narrow if block.key != "risk")
        scene = replace(scene, narrow=narrow)
    timeline = selected_timeline(dataset, selection)
    panes = tuple(pane for pane in timeline.panes if pane.key.startswith(_PLOTTED))
    plots = replace(timeline, panes=panes, groups=(), events=(), notes=()) if panes else None
    name = f"{scene.name} ({scene.symbol})" if scene.symbol else scene.name
    forms, *blocks = card_tables(scene)
    # What is empty is told among what is not known too, so it gives way before what is not.
    blocks.sort(key=lambda block: block.count == 0)
    estimated = any(figure.estimated for figure in scene.figures)
    frame = view_frame(
        dataset,
        selection,
        (name, scene.sentence),
        told,
        notes=(*([ESTIMATED] if estimated else ()), *(plot_notes(plots) if plots else ())),
        sources=(source.source_id for source in scene.sources),
    )
    return MaterialPicture(frame, scene.figures, forms, tuple(blocks), plots)
