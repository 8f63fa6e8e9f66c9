"""Pictures of a view, whole as files: the one engine of window, dialog and command line.

Not for what is drawn (`app.pictures.kinds`), nor for the disk (`app.pictures.writing`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtGui import QImage

from rare_gui.app.paths import scenarios_folder
from rare_gui.app.pictures.kinds import KINDS, Asked, Picture, Subject
from rare_gui.app.pictures.subject import UnusablePicture
from rare_gui.app.pictures.writing import write_files
from rare_gui.app.version import version
from rare_gui.domain.assumptions import ScenarioError
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import CaseError
from rare_gui.domain.impact.ranges import ImpactError
from rare_gui.domain.own_note import Note
from rare_gui.domain.picture_facts import Facts
from rare_gui.figures.drawing import Drawing
from rare_gui.figures.formats import png as png_format
from rare_gui.figures.formats.pdf import pdf
from rare_gui.figures.formats.png import png
from rare_gui.figures.formats.svg import svg
from rare_gui.figures.theme import THEME_NAMES
from rare_gui.intake.scenarios import find_scenario
from rare_gui.scenes.pictures.facts import creation_time, picture_facts
from rare_gui.scenes.pictures.size import PictureSize, UnusableSize, check_size
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import day_words

__all__ = ["FORMATS", "KINDS", "Asked", "Beside", "UnusablePicture", "drawn", "encoded", "files"]

FORMATS: Mapping[str, Callable[[Drawing, Facts, float], bytes]] = {
    "png": png, "svg": svg, "pdf": pdf,
}  # fmt: skip
"""How a drawing is written, by the suffix of the file."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is wanted beside a picture; `zipped` puts the picture and all of it in one file."""

    data: bool = False
    sources: bool = False
    citation: bool = False
    zipped: bool = False


def check(asked: Asked) -> None:
    """Refuse what cannot be made, before anything is drawn. Raises UnusablePicture."""
    kind = KINDS.get(asked.what)
    if kind is None:
        raise UnusablePicture(f"unknown picture {asked.what!r}; choose {_choice(KINDS)}")
    if asked.theme not in THEME_NAMES:
        raise UnusablePicture(f"unknown theme {asked.theme!r}; choose {_choice(THEME_NAMES)}")
    for name in asked.formats:
        if name not in FORMATS:
            known = _choice([f".{one}" for one in FORMATS])
            raise UnusablePicture(f"pictures are written as {known}, not as {name or 'nothing'!r}")
    try:
        check_size(asked.size, asked.scale, kind.least)
    except UnusableSize as error:
        raise UnusablePicture(str(error)) from None


def _choice(names: Mapping[str, object] | list[str] | tuple[str, ...]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}"


@contextmanager
def drawn(
    dataset: Dataset,
    selection: Selection,
    asked: Asked,
    *,
    today: date | None = None,
    notes: tuple[Note, ...] = (),
) -> Iterator[tuple[Subject, Picture]]:
    """The drawing, laid out for its size, and what it is of; it lasts as long as the context.

    `dataset` is that of the law as it is; the selection's what-if is applied here. Needs a
    QApplication. Raises UnusablePicture when it cannot be.
    """
    check(asked)
    subject = _subject(dataset, selection, today or date.today(), notes)
    try:
        made = KINDS[asked.what].make(subject, asked)
    except (CaseError, ImpactError) as error:
        raise UnusablePicture(f"the losses cannot be sized: {error}") from None
    try:
        yield subject, made
    finally:
        made.close()


def _subject(base: Dataset, selection: Selection, today: date, notes: tuple[Note, ...]) -> Subject:
    if selection.scenario is None:
        return Subject(base, base, selection, None, notes, today)
    try:
        scenario = find_scenario(selection.scenario, base, scenarios_folder())
        return Subject(base, scenario.apply(base), selection, scenario, notes, today)
    except ScenarioError as error:
        raise UnusablePicture(f"the what-if cannot be used: {error}") from None


def encoded(subject: Subject, made: Picture, asked: Asked, created: datetime) -> dict[str, bytes]:
    """The bytes of each format that is asked for, by suffix, with the facts inside.

    The same package, view, version and time of creation give the same bytes. Raises
    UnusablePicture when there are more pixels than can be held.
    """
    facts = picture_facts(
        subject.base,
        subject.selection,
        title=made.title,
        description=made.description,
        sources=made.sources,
        program=f"rare_gui {version()}",
        created=created,
        licence=subject.base.licence,
        with_view=asked.with_view,
        title_edited=made.title_edited,
    )
    try:
        return {name: FORMATS[name](made.drawing, facts, asked.scale) for name in asked.formats}
    except MemoryError:
        raise UnusablePicture("the picture is too large for this computer's memory") from None


def files(
    dataset: Dataset,
    selection: Selection,
    asked: Asked,
    stem: str,
    wanted: Beside,
    *,
    today: date | None = None,
    notes: tuple[Note, ...] = (),
) -> dict[str, bytes]:
    """The picture in each format and what is wanted beside it, by file name; or one zip.

    `stem` is the name without suffix. Raises UnusablePicture.
    """
    try:
        created = creation_time(os.environ, datetime.now(UTC))
    except ValueError as error:
        raise UnusablePicture(str(error)) from None
    with drawn(dataset, selection, asked, today=today, notes=notes) as (subject, made):
        whole = {
            f"{stem}.{suffix}": data
            for suffix, data in encoded(subject, made, asked, created).items()
        }
        return _with_beside(whole, subject, made, asked.what, stem, wanted, created)


def _with_beside(
    whole: dict[str, bytes],
    subject: Subject,
    made: Picture,
    what: str,
    stem: str,
    wanted: Beside,
    created: datetime,
) -> dict[str, bytes]:
    if wanted == Beside():
        return whole
    from rare_gui.app.pictures.beside import beside, zipped

    if wanted.data or wanted.sources or wanted.citation:
        whole |= beside(
            subject.dataset,
            subject.selection,
            what,
            stem,
            data=wanted.data,
            sources=wanted.sources,
            citation=wanted.citation,
            impact=made.impact,
            risk=made.risk,
            notes=subject.notes,
            title=made.title,
            created=created,
        )
    return {f"{stem}.zip": zipped(whole, created)} if wanted.zipped else whole


def preview(
    dataset: Dataset,
    selection: Selection,
    asked: Asked,
    *,
    today: date | None = None,
    notes: tuple[Note, ...] = (),
) -> QImage:
    """The pixels that a PNG would have. Raises UnusablePicture."""
    with drawn(dataset, selection, asked, today=today, notes=notes) as (_, made):
        return png_format.rendered(made.drawing, asked.scale)


# The window's menu and the self-test ask for one picture in this way.
SIZES = {name: (kind.usual.width, kind.usual.height) for name, kind in KINDS.items()}


def picture(
    dataset: Dataset,
    selection: Selection,
    *,
    what: str,
    size: tuple[int, int],
    scale: float,
    theme: str,
    today: date | None = None,
    notes: tuple[Note, ...] = (),
) -> QImage:
    """The pixels of a picture. Raises UnusablePicture."""
    asked = Asked(what, PictureSize(*size), scale, theme)
    return preview(dataset, selection, asked, today=today, notes=notes)


def save(image: QImage, path: Path, dataset: Dataset, selection: Selection, *, force: bool) -> None:
    """Write pixels with the view and the data's digest inside. Raises NotWritten."""
    if path.suffix.lower() != ".png":
        raise UnusablePicture(f"{path.name!r}: only .png pictures can be written")
    name = dataset.material_names[selection.material]
    facts = picture_facts(
        dataset,
        selection,
        title=f"{name}, as of {day_words(selection.as_of)}",
        description="",
        sources=(),
        program=f"rare_gui {version()}",
        created=datetime.now(UTC),
    )
    write_files({path: png_format.encoded(image, facts)}, force=force)
