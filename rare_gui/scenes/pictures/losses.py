"""The picture of sized losses: the frame that says what is supposed, and its tables.

Not for the model (`domain.impact`) nor for laying the picture out (`figures.pictures.impact`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import Impact
from rare_gui.scenes.impact.parts import ImpactScene
from rare_gui.scenes.impact.scene import impact_scene
from rare_gui.scenes.pictures.columns import losses_table, not_sized_table
from rare_gui.scenes.pictures.frame import PictureFrame
from rare_gui.scenes.pictures.of_view import Told, view_frame
from rare_gui.scenes.pictures.table_parts import TableScene
from rare_gui.scenes.selection import Selection


@dataclass(frozen=True, slots=True)
class LossesPicture:
    """A frame, the sectors and what is not sized as tables, and the scene that charts are of."""

    frame: PictureFrame
    losses: TableScene
    not_sized: TableScene
    scene: ImpactScene


def losses_picture(
    dataset: Dataset,
    selection: Selection,
    impact: Impact,
    told: Told,
    *,
    order_free: bool = False,
) -> LossesPicture:
    """The picture of a settled result, which is that of `dataset` and `selection`.

    With `order_free` the waterfall does not hang on the order of its steps.
    """
    scene = impact_scene(
        dataset, selection, impact, stale=False, draws_running=False, order_free=order_free
    )
    total = scene.total
    figure = f": {total.figure}" if total.figure else ""
    frame = view_frame(
        dataset,
        selection,
        (f"{total.title}{figure}", scene.message or scene.head.reason),
        told,
        sources=loss_sources(dataset, impact),
    )
    return LossesPicture(frame, losses_table(scene), not_sized_table(scene), scene)


def loss_sources(dataset: Dataset, impact: Impact) -> Iterator[str]:
    """Ids of the sources of the law that cuts, then of the assumptions, the weightiest first."""
    measures = dataset.law.measures
    for cut in impact.cuts:
        for measure in cut.measures:
            yield from measures[measure].sources if measure in measures else ()
    weight = {one.key: abs(one.correlation) for one in impact.tornado}
    for one in sorted(impact.parameters, key=lambda one: -weight.get(one.key, 0.0)):
        yield from one.sources
