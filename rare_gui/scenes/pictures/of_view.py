"""The frame of a picture that is not of one material's law: its own title, its own sources.

Not for the frame's texts (`picture_frame`), nor for what the body shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.scenario import Scenario
from rare_gui.scenes.pictures.frame import Legend, PictureFrame, picture_frame
from rare_gui.scenes.selection import Selection

ALWAYS_NAMED = 4
"""A board rests on dozens of sources; the first are always named, the others as room permits."""


@dataclass(frozen=True, slots=True)
class Told:
    """What stands in a frame beside the view: `program` is name and version.

    `title` and `subtitle` are the user's own, None for those written from the data. `scenario` is
    the what-if that the data are under.
    """

    program: str
    title: str | None = None
    subtitle: str | None = None
    scenario: Scenario | None = None


def view_frame(
    dataset: Dataset,
    selection: Selection,
    default: tuple[str, str],
    told: Told,
    *,
    legend: Legend = (),
    notes: Iterable[str] = (),
    sources: Iterable[str] = (),
) -> PictureFrame:
    """The frame; `default` are title and subtitle of the view where the user has written none.

    Of the ids in `sources` the first ALWAYS_NAMED are named however little room there is.
    """
    own = " ".join((told.title or "").split())
    ids = list(dict.fromkeys(sources))
    frame = picture_frame(
        dataset,
        selection,
        program=told.program,
        title=own or default[0],
        subtitle=default[1] if told.subtitle is None else told.subtitle,
        scenario=told.scenario,
        legend=legend,
        notes=notes,
        sources=ids[:ALWAYS_NAMED],
        more_sources=ids[ALWAYS_NAMED:],
    )
    return replace(frame, edited=bool(own))
