"""`rare-gui replay`: the as-of day moving through a timeline, as an animated PNG or GIF."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rare_gui.cli.export import needs_no_display, read_view, supposing
from rare_gui.cli.failures import Failed, WrongArguments, advised
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.names import Names, read_date
from rare_gui.scenes.selection import Selection


@dataclass(frozen=True, slots=True)
class Request:
    """What was typed; `size` and `scale` as text."""

    output: Path
    material: str | None
    view: str
    first: str
    last: str
    step: str
    size: str | None
    scale: str
    scenario: str | None
    theme: str
    with_view: bool
    force: bool


def make_replay(dataset: Dataset, request: Request) -> None:
    """Write the replay and tell its file.

    Raises WrongArguments for what cannot be meant and Failed for a place that cannot be written,
    both before anything is drawn where that can be told.
    """
    needs_no_display()
    from rare_gui.app.exporting.replay import USUAL_SIZE, AskedReplay, write_replay
    from rare_gui.app.main import application
    from rare_gui.app.pictures.pictures import UnusablePicture
    from rare_gui.app.pictures.writing import NotWritten
    from rare_gui.scenes.pictures.size import UnusableSize, read_scale, read_size

    selection = _selection(dataset, request)
    try:
        asked = AskedReplay(
            first=read_date(request.first),
            last=read_date(request.last),
            step=request.step,
            size=USUAL_SIZE if request.size is None else read_size(request.size),
            scale=read_scale(request.scale),
            theme=request.theme,
            with_view=request.with_view,
        )
        _application = application()  # kept alive while drawing
        write_replay(dataset, selection, asked, request.output, force=request.force, progress=_tell)
    except (UnusableSize, UnusablePicture) as error:
        raise WrongArguments(str(error)) from None
    except NotWritten as error:
        raise Failed(advised(error)) from None
    print(request.output)


def _selection(dataset: Dataset, request: Request) -> Selection:
    from rare_gui.app.start import first_selection

    one = read_view(dataset, request.view, first_selection(dataset, date.today()))
    one = supposing(dataset, one, request.scenario)
    if request.material is not None:
        names = Names.from_tables(dataset.tables)
        one = replace(one, material=names.material(request.material))
    return one


def _tell(done: int, whole: int) -> None:
    """A line that counts the frames, for somebody who looks on."""
    if sys.stderr.isatty():
        end = "\n" if done == whole else ""
        print(f"\rframe {done} of {whole}", end=end, file=sys.stderr, flush=True)
