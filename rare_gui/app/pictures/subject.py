"""What a picture is of, how it is asked for, and what is made: shared by all kinds.

Not for the kinds themselves: `app.pictures.kinds`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rare_gui.app.version import version
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import Impact
from rare_gui.domain.own_note import Note
from rare_gui.domain.risk.assessment import Assessment
from rare_gui.domain.scenario import Scenario
from rare_gui.figures.drawing import Drawing
from rare_gui.scenes.pictures.frame import PictureFrame
from rare_gui.scenes.pictures.size import PictureSize
from rare_gui.scenes.selection import Selection

PROGRAM = f"rare_gui {version()}"


class UnusablePicture(ValueError):
    """A picture that cannot be made as asked; the message says why, before anything is drawn."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A picture as it is asked for: of what kind, how large, in which colours and formats.

    `scale` is pixels for each logical px of 1/96 inch, 1 to 4; in vector formats it is the
    sharpness of the few parts that are pictures within them. `title` is the user's own, None for
    the one written from the data. Without `with_view` the file does not lead back to the view.
    """

    what: str
    size: PictureSize
    scale: float = 2.0
    theme: str = "light"
    title: str | None = None
    formats: tuple[str, ...] = ("png",)
    with_view: bool = True


@dataclass(frozen=True, slots=True)
class Subject:
    """What a picture is of. `dataset` is `base`, the law as it is, under the view's `scenario`."""

    base: Dataset
    dataset: Dataset
    selection: Selection
    scenario: Scenario | None
    notes: tuple[Note, ...]
    today: date


def _nothing() -> None:
    """Most drawings hold nothing that must be ended."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with what its file tells; `close` ends it when all is written.

    `description` is the alternative text, `sources` are short citations. `impact` and `risk` are
    results that are drawn, for the files beside the picture.
    """

    drawing: Drawing
    title: str
    description: str
    sources: tuple[str, ...]
    title_edited: bool = False
    impact: Impact | None = None
    risk: Assessment | None = None
    close: Callable[[], None] = _nothing


def framed(
    drawing: Drawing,
    frame: PictureFrame,
    described: str = "",
    *,
    impact: Impact | None = None,
    risk: Assessment | None = None,
) -> Picture:
    """A drawing in a frame, whose words are the file's too."""
    return Picture(
        drawing,
        frame.title,
        described or frame.described,
        frame.sources,
        frame.edited,
        impact=impact,
        risk=risk,
    )
