"""Pictures of the views that are lists, and of comparisons: tables in a frame with their own title.

Not for laying them out (`figures.pictures`), nor for one row (`picture_tables`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rare_gui.domain.counting import counted
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.own_note import Note
from rare_gui.scenes.changes.scene import changes_scene
from rare_gui.scenes.cliffs.scene import cliffs_scene
from rare_gui.scenes.cliffs.strip import StripScene
from rare_gui.scenes.compare.scene import compare_scene
from rare_gui.scenes.header import header_scene
from rare_gui.scenes.ledger.scene import ledger_scene
from rare_gui.scenes.listing import list_scene
from rare_gui.scenes.palette import Source
from rare_gui.scenes.pictures.columns import compare_table
from rare_gui.scenes.pictures.frame import ESTIMATED, PictureFrame
from rare_gui.scenes.pictures.of_view import Told, view_frame
from rare_gui.scenes.pictures.table_parts import TableScene
from rare_gui.scenes.pictures.tables import (
    changes_tables,
    cliffs_table,
    ledger_table,
    list_table,
    projects_table,
)
from rare_gui.scenes.pictures.timeline import plot_notes
from rare_gui.scenes.pictures.title import default_subtitle
from rare_gui.scenes.projects import projects_scene
from rare_gui.scenes.selection import RISKS, Selection
from rare_gui.scenes.timeline.parts import TimelineScene
from rare_gui.scenes.wording import day_words, listed

if TYPE_CHECKING:
    from rare_gui.domain.risk.screening import Screening

CORNER = "blue corner: a paused rule beneath can return"
DASHED = "dashed frame, ?: its date has passed, nobody can tell"


@dataclass(frozen=True, slots=True)
class TablePicture:
    """A frame and its tables in their order; a strip of dates or lanes where the view has them."""

    frame: PictureFrame
    tables: tuple[TableScene, ...]
    strip: StripScene | None = None
    timeline: TimelineScene | None = None


def cliffs_picture(dataset: Dataset, selection: Selection, told: Told) -> TablePicture:
    """The dated clauses ahead and just passed, under the strip of their dates."""
    scene = cliffs_scene(dataset, selection)
    ahead = [row for row in scene.rows if row.days_left > 0]
    count = f"{counted(len(ahead), 'dated clause', 'dated clauses')} ahead"
    passed = len(scene.rows) - len(ahead)
    subtitle = ""
    if ahead:
        subtitle = f"Next, in {ahead[0].left}, on {ahead[0].date}: {ahead[0].sentence}"
    elif passed:
        subtitle = f"{passed} dates have passed; what is known reaches {scene.known_to}."
    sources = (source for row in (*ahead, *scene.rows) for source in row.sources)
    table = cliffs_table(scene)
    frame = view_frame(
        dataset,
        selection,
        (f"{scene.title}: {count}", subtitle),
        told,
        notes=chip_notes(table),
        sources=_ids(sources),
    )
    return TablePicture(frame, (table,), strip=scene.strip)


def changes_picture(dataset: Dataset, selection: Selection, told: Told) -> TablePicture:
    """What changed between two days: the matrix of states, then measures and facts."""
    scene = changes_scene(
        dataset,
        selection,
        as_known=selection.as_known,
        only_material=selection.only_material,
    )
    days = f"{day_words(scene.earlier)} to {day_words(scene.later)}"
    matrix, lists = changes_tables(scene)
    causes = (measure for reason in scene.reasons for measure in reason.measures)
    measures = dataset.law.measures
    frame = view_frame(
        dataset,
        selection,
        (f"{scene.count} {scene.count_words}", f"{days}: {scene.reading}."),
        told,
        notes=(*chip_notes(matrix), *(["·: no form changed"] if scene.rows else ())),
        sources=(one for key in causes if key in measures for one in measures[key].sources),
    )
    return TablePicture(frame, (matrix, lists))


def ledger_picture(dataset: Dataset, selection: Selection, told: Told) -> TablePicture:
    """The truce's promises with their verdicts, as the selection filters them."""
    scene = ledger_scene(dataset, selection)
    counts = ", ".join(f"{one.count} {one.words.lower()}" for one in scene.counts if one.count)
    frame = view_frame(
        dataset,
        selection,
        (
            f"{scene.title}: of {scene.total} promises {counts}",
            f"Promises made by {scene.as_of}, with the verdict on each, why, and on what evidence.",
        ),
        told,
        sources=_ids(source for row in scene.rows for source in row.sources),
    )
    return TablePicture(frame, (ledger_table(scene),))


def projects_picture(dataset: Dataset, selection: Selection, told: Told) -> TablePicture:
    """The listed projects outside China, as the selection filters them."""
    scene = projects_scene(dataset, selection)
    named = f"{scene.title}, {scene.filtered}" if scene.filtered else scene.title
    frame = view_frame(
        dataset,
        selection,
        (named, scene.remark),
        told,
        sources=_ids(source for row in scene.rows for source in row.sources),
    )
    return TablePicture(frame, (projects_table(scene),))


def list_picture(
    dataset: Dataset, selection: Selection, told: Told, notes: tuple[Note, ...] = ()
) -> TablePicture:
    """The rows behind the timeline, with the user's `notes`: what lies ahead comes first."""
    scene = list_scene(dataset, selection, notes)
    name = dataset.material_names.get(selection.material, selection.material)
    current = sorted(scene.rows, key=lambda row: not (row.ahead or row.holds))
    frame = view_frame(
        dataset,
        selection,
        (f"{name}: measures, events and the truce", default_subtitle(dataset, selection)),
        told,
        sources=(source for row in current for source in row.sources),
    )
    return TablePicture(frame, (list_table(scene),))


def compare_picture(
    dataset: Dataset, selection: Selection, told: Told, screening: Screening | None = None
) -> TablePicture:
    """Two to six materials side by side; ranks stand in it once `screening` is there."""
    scene = compare_scene(dataset, selection, screening)
    if screening is None:
        waiting = {"across", *RISKS}
        scene = replace(scene, rows=tuple(row for row in scene.rows if row.key not in waiting))
    table = compare_table(scene)
    names = [head.name for head in scene.heads]
    figures = [cell.lead for row in scene.rows for cell in row.cells]
    timeline = scene.timeline
    frame = view_frame(
        dataset,
        selection,
        (f"{listed(names)} compared" if names else "Nothing is compared", _UNLIKE),
        told,
        legend=timeline.legend if timeline else (),
        notes=(
            *([ESTIMATED] if any(words.endswith(" e") for words in figures) else ()),
            *chip_notes(table),
            *(plot_notes(timeline) if timeline else ()),
        ),
        sources=_compared_sources(dataset, selection),
    )
    return TablePicture(frame, (table,), timeline=timeline)


_UNLIKE = "Figures of unlike bases stand side by side and are never ranked."


def _compared_sources(dataset: Dataset, selection: Selection) -> Iterator[str]:
    """Ids of the sources of what applies to each material, those of the first figures in turn."""
    known = [one for one in selection.compared if one in dataset.law.named_forms]
    found = [
        header_scene(dataset, replace(selection, material=one, form=None)).sources for one in known
    ]
    for place in range(max(map(len, found), default=0)):
        yield from _ids(sources[place] for sources in found if place < len(sources))


def chip_notes(table: TableScene) -> list[str]:
    """What the signs on chips mean, of those that occur."""
    chips = [
        chip
        for group in table.groups
        for row in group.rows
        for cell in row
        for chip, _ in cell.chips
    ]
    letters = {chip.letter: words for chip in chips if (words := _LETTERS.get(chip.letter))}
    states = ", ".join(f"{letter}: {letters[letter]}" for letter in sorted(letters))
    found = (
        (states, bool(states)),
        ("ring: free", any(chip.shape == "ring" for chip in chips)),
        (CORNER, any(chip.corner for chip in chips)),
        ("dot: under a condition", any(chip.condition for chip in chips)),
        (DASHED, any(chip.past for chip in chips)),
    )
    return [words for words, occurs in found if occurs]


_LETTERS = {
    "A": "announced",
    "B": "prohibited",
    "L": "licence required",
    "Q": "quota",
    "R": "limit reported by the press",
    "S": "suspended",
    "T": "duty",
}


def _ids(sources: Iterable[Source]) -> Iterator[str]:
    return (source.source_id for source in sources)
