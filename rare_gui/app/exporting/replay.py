"""The as-of day moving through a timeline between two days, as one animated picture.

Frames are drawn and encoded one after the other, so memory stays flat. Not for the formats
(`figures.replay`), nor for a single picture (`app.pictures.pictures`).
"""

from __future__ import annotations

import calendar
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from PySide6.QtGui import QImage

from rare_gui.app.pictures import pictures
from rare_gui.app.pictures.kinds import Asked
from rare_gui.app.pictures.writing import NotWritten, check_files, not_written, write_files
from rare_gui.app.version import version
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.picture_facts import Facts
from rare_gui.figures.formats.png import rendered
from rare_gui.figures.replay import ANIMATIONS
from rare_gui.scenes.pictures.facts import creation_time, picture_facts
from rare_gui.scenes.pictures.size import PictureSize
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.scene import shown_window
from rare_gui.scenes.wording import day_words

USUAL_SIZE = PictureSize(1280, 720)
MILLISECONDS = {"day": 80, "week": 160, "month": 400}
"""The steps that there are, and how long a frame is shown."""
HELD = 2_000
"""Milliseconds for which the last frame is shown."""
MOST_FRAMES = 400
MOST_PIXELS = 1_000_000_000
"""Of all frames together; more would take longer than anyone waits."""


class Cancelled(Exception):
    """The replay was cancelled; no file was written."""


@dataclass(frozen=True, slots=True)
class AskedReplay:
    """From which day to which, in which steps (one of MILLISECONDS), how large and in what colours.

    `scale` is pixels for each logical px.
    """

    first: date
    last: date
    step: str = "week"
    size: PictureSize = USUAL_SIZE
    scale: float = 1.0
    theme: str = "light"
    with_view: bool = True

    @property
    def days(self) -> tuple[date, ...]:
        """The as-of day of each frame; the last is always among them."""
        return (*_steps(self.first, self.last, self.step), self.last)


def check_replay(asked: AskedReplay, suffix: str) -> None:
    """Refuse what cannot be made, before anything is drawn. Raises pictures.UnusablePicture."""
    unusable = pictures.UnusablePicture
    if suffix not in ANIMATIONS:
        known = " or ".join(f".{one}" for one in ANIMATIONS)
        raise unusable(f"replays are written as {known}, not as {suffix or 'nothing'!r}")
    if asked.step not in MILLISECONDS:
        raise unusable(f"unknown step {asked.step!r}; choose {', '.join(MILLISECONDS)}")
    if asked.first >= asked.last:
        raise unusable(f"a replay goes forward in time, not from {asked.first} to {asked.last}")
    pictures.check(_picture(asked))
    frames = len(asked.days)
    if frames > MOST_FRAMES:
        raise unusable(
            f"{frames} frames are too many; take longer steps or nearer days, at most {MOST_FRAMES}"
        )
    width, height = asked.size.pixels(asked.scale)
    if frames * width * height > MOST_PIXELS:
        raise unusable(
            f"{frames} frames of {width} x {height} px are too much; take fewer or smaller ones, "
            f"at most {MOST_PIXELS // 10**6} million px in all"
        )


def write_replay(
    dataset: Dataset,
    selection: Selection,
    asked: AskedReplay,
    path: Path,
    *,
    force: bool,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Draw the frames and write them as one file, whole or not at all. Needs a QApplication.

    `progress` gets the number of frames that are done and of all; `cancelled` is asked before each.
    Raises pictures.UnusablePicture, NotWritten, and Cancelled.
    """
    suffix = path.suffix.lower().removeprefix(".")
    check_replay(asked, suffix)
    check_files([path], force=force)
    try:
        created = creation_time(os.environ, datetime.now(UTC))
    except ValueError as error:
        raise pictures.UnusablePicture(str(error)) from None
    view = replace(selection, as_of=asked.last, window=_window(dataset, selection, asked))
    facts = _facts(dataset, view, asked, created)
    try:
        # nameless and beside the file: gone whatever happens, and on the disk where room is needed
        with TemporaryFile(dir=path.absolute().parent) as growing:
            animation = ANIMATIONS[suffix](growing, facts, len(asked.days))
            for number, (image, ms) in enumerate(_frames(dataset, view, asked, cancelled), 1):
                animation.add(image, ms)
                progress(number, len(asked.days))
            animation.end()
            content = _content(growing)
    except NotWritten:
        raise
    except OSError as error:
        raise NotWritten(not_written(path, error)) from error
    write_files({path: content}, force=force)


def _frames(
    dataset: Dataset, view: Selection, asked: AskedReplay, cancelled: Callable[[], bool]
) -> Iterator[tuple[QImage, int]]:
    """The pixels of each day and how long they are shown."""
    for day in asked.days:
        if cancelled():
            raise Cancelled
        ms = HELD if day == asked.last else MILLISECONDS[asked.step]
        with pictures.drawn(dataset, replace(view, as_of=day), _picture(asked)) as (_, made):
            yield _pixels(made.drawing.height, rendered(made.drawing, asked.scale), day, asked), ms


def _pixels(height: float, image: QImage, day: date, asked: AskedReplay) -> QImage:
    """The same; UnusablePicture where a day needs more room than all frames have."""
    if (image.width(), image.height()) != asked.size.pixels(asked.scale):
        raise pictures.UnusablePicture(
            f"the picture of {day_words(day)} needs {height:.0f} px of height and not "
            f"{asked.size.height}; choose a larger size"
        )
    return image


def _facts(dataset: Dataset, view: Selection, asked: AskedReplay, created: datetime) -> Facts:
    """The facts of the whole replay; its view is that of the last day."""
    with pictures.drawn(dataset, view, _picture(asked)) as (subject, made):
        name = subject.dataset.material_names[view.material]
        title = f"{name}, from {day_words(asked.first)} to {day_words(asked.last)}"
        return picture_facts(
            subject.base,
            view,
            title=title,
            description=f"The as-of day moves by the {asked.step}. It ends so: {made.description}",
            sources=made.sources,
            program=f"rare_gui {version()}",
            created=created,
            licence=subject.base.licence,
            with_view=asked.with_view,
        )


def _picture(asked: AskedReplay) -> Asked:
    return Asked("timeline", asked.size, asked.scale, asked.theme)


def _window(dataset: Dataset, selection: Selection, asked: AskedReplay) -> tuple[date, date]:
    """One stretch of time for all frames: what the first and the last day would show."""
    ends = [
        shown_window(dataset, replace(selection, as_of=day)) for day in (asked.first, asked.last)
    ]
    return min(first for first, _ in ends), max(last for _, last in ends)


def _steps(first: date, last: date, step: str) -> Iterator[date]:
    """The days from `first` on, before `last`; months keep the day of the month where there is."""
    number, day = 0, first
    while day < last:
        yield day
        number += 1
        if step == "month":
            year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
            length = calendar.monthrange(year, month + 1)[1]
            day = date(year, month + 1, min(first.day, length))
        else:
            day = first + timedelta(days=number * (7 if step == "week" else 1))


def _content(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read()
