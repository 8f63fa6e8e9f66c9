"""The user's parts list in the window: read, checked and told off the GUI thread, never kept.

Not for reading (`intake.parts.lines`), checking (`domain.parts.check`) or showing
(`scenes.parts.scene`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from rare_gui.app.presenter import View
from rare_gui.app.rooms import Rooms
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.parts.check import MOST_DESTINATIONS, CheckedLine, Question, check_parts
from rare_gui.domain.parts.goods import Goods
from rare_gui.domain.parts.line import Field, PartsList
from rare_gui.intake.parts.columns import PartsLayout
from rare_gui.intake.parts.lines import file_layout, parts_list, pasted_layout
from rare_gui.intake.parts.mappings import (
    MappingsRefused,
    SavedMappings,
    read_mappings,
    save_mapping,
)
from rare_gui.intake.parts.table import PartsFileError
from rare_gui.intake.whole_files import write_whole
from rare_gui.panels.parts.page import PartsPage
from rare_gui.scenes.parts.parts import PartsScene
from rare_gui.scenes.parts.report import report_text
from rare_gui.scenes.parts.scene import goods_of_key, parts_scene
from rare_gui.scenes.scenario import text_words
from rare_gui.scenes.selection import Selection


@dataclass(frozen=True)
class _Asked:
    """All that the page's content follows from; equal ones are not worked out again."""

    dataset: Dataset
    question: Question
    layout: PartsLayout | None = None
    changes: tuple[tuple[Field, int | None], ...] = ()
    settled: tuple[tuple[int, Goods], ...] = ()
    picked: int | None = None
    as_saved: bool = False


@dataclass(frozen=True)
class _Answer:
    parts: PartsList | None
    checked: tuple[CheckedLine, ...]
    scene: PartsScene


@dataclass
class _List:
    """The open file and what the user settled about it."""

    layout: PartsLayout | None = None
    changes: dict[Field, int | None] = field(default_factory=dict)
    settled: dict[int, Goods] = field(default_factory=dict)
    picked: int | None = None
    as_saved: bool = False


class PartsRoom:
    """The page "parts", made and wired; a list is read once and forgotten with the window.

    How columns are read is kept in `folder`, where the user asks for it; without one it cannot be.
    """

    def __init__(self, rooms: Rooms, folder: Path | None = None) -> None:
        self._folder = folder
        self._rooms, self._session, self._tasks = rooms, rooms.session, rooms.window.tasks
        self._list = _List()
        self._others: tuple[str, ...] = ()
        self._asked: _Asked | None = None
        self._answer: _Answer | None = None
        self.panel = PartsPage(rooms.window.theme)

    def page(self) -> tuple[QWidget, View]:
        """The page and the scene that it shows."""
        panel = self.panel
        panel.file_picked.connect(lambda path: self.open(Path(path)))
        panel.rows_pasted.connect(self.paste)
        self._rooms.window.commands.on("file.open", panel.ask_file, within=panel)
        panel.mapping_changed.connect(self._map)
        panel.mapping_saved.connect(self._save_columns)
        panel.destinations_picked.connect(self._go_to)
        panel.candidate_picked.connect(self._settle)
        panel.line_picked.connect(self._pick)
        panel.export_asked.connect(self._export)
        panel.material_picked.connect(
            lambda slug: self._session.select(material=slug, form=None, view="timeline")
        )
        return panel, View(panel, self._scene, "parts")

    def open(self, path: Path) -> None:
        """Read a file; one that cannot be read is told and leaves nothing behind."""
        dataset, origin = self._session.dataset, self._session.selection.origin
        self._read(path.name, lambda: file_layout(path, dataset, origin))

    def paste(self, text: str) -> None:
        """Read copied rows in the same way."""
        dataset, origin = self._session.dataset, self._session.selection.origin
        self._read("the pasted rows", lambda: pasted_layout(text, dataset, origin))

    def _read(self, name: str, read: Callable[[], PartsLayout]) -> None:
        self.panel.show_reading(name)

        def done(found: tuple[PartsLayout, SavedMappings]) -> None:
            layout, saved = found
            mapped = saved.of(layout.headings)
            self._list = _List(layout)
            if mapped is not None:
                self._list = _List(layout, layout.changes_to(mapped), as_saved=True)
            if saved.told:
                self._rooms.tell(saved.told)
            self._rooms.presenter.refresh()

        self._tasks.start("parts", lambda: (read(), self._saved()), done, self._refuse)

    def _saved(self) -> SavedMappings:
        """The columns that were saved; what cannot be read is told, and hinders nothing."""
        if self._folder is None:
            return SavedMappings()
        try:
            return read_mappings(self._folder, self._rooms.today)
        except MappingsRefused as error:
            return SavedMappings(told=str(error))

    def _save_columns(self) -> None:
        layout = self._list.layout
        if layout is None or self._folder is None:
            return
        mapped = layout.mapped(self._list.changes)
        try:
            saved = save_mapping(self._folder, self._rooms.today, layout.headings, mapped)
        except MappingsRefused as error:
            self.panel.show_columns_saved(str(error), failed=True)
        else:
            told = "Saved for lists with the same headings."
            self.panel.show_columns_saved(" ".join(filter(None, (saved.told, told))))

    def _scene(self, dataset: Dataset, selection: Selection) -> PartsScene:
        """What is known by now; a newer question is worked out meanwhile."""
        wanted = self._wanted(dataset, selection)
        if self._answer is None or wanted.layout is None:
            self._answer = _Answer(None, (), parts_scene(dataset, wanted.question))
        if wanted != self._asked:
            self._asked = wanted
            if wanted.layout is not None:
                keeps = self._folder is not None
                self._tasks.start(
                    "parts", lambda: _answered(wanted, keeps=keeps), self._take, self._refuse
                )
        return self._answer.scene

    def _wanted(self, dataset: Dataset, selection: Selection) -> _Asked:
        places = tuple(dict.fromkeys((selection.destination, *self._others)))[:MOST_DESTINATIONS]
        mine = self._list
        return _Asked(
            dataset,
            Question(selection.as_of, places, selection.origin, selection.known_on),
            mine.layout,
            tuple(mine.changes.items()),
            tuple(mine.settled.items()),
            mine.picked,
            mine.as_saved,
        )

    def _take(self, answer: _Answer) -> None:
        self._answer = answer
        self._rooms.presenter.refresh()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, PartsFileError):
            raise error
        self._list = _List()
        self._rooms.presenter.refresh()
        self.panel.show_fault(str(error))

    def _change(self, act: Callable[[], object]) -> None:
        act()
        self._rooms.presenter.refresh()

    def _map(self, name: str, column: int) -> None:
        place = column if column >= 0 else None
        self._list.as_saved = False
        self._change(lambda: self._list.changes.update({Field(name): place}))

    def _settle(self, line: int, key: str) -> None:
        self._change(lambda: self._list.settled.update({line: goods_of_key(key)}))

    def _pick(self, line: int) -> None:
        self._list = replace(self._list, picked=line)
        self._rooms.presenter.refresh()

    def _go_to(self, places: tuple[str, ...]) -> None:
        """The first destination is that of the whole window; the others are the page's own."""
        if places:
            self._others = places[1:]
            self._session.select(destination=places[0])
            self._rooms.presenter.refresh()

    def _export(self) -> None:
        answer, asked = self._answer, self._asked
        if answer is None or answer.parts is None or asked is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self.panel, "Write the report", "parts-report.csv", "Tables (*.csv)"
        )
        if not chosen:
            return
        path = Path(chosen).with_suffix(".csv")
        words = text_words(self._session.selection.scenario)
        text = report_text(asked.dataset, answer.parts, answer.checked, asked.question, words)
        try:
            write_whole(path, text.encode("utf-8-sig"))  # spreadsheets look for the mark
        except OSError as error:
            told = f"{path} was not written: {error.strerror or error}"
            self.panel.show_export_result(told, failed=True)
        else:
            self.panel.show_export_result(f"Saved {path}")


def _answered(asked: _Asked, *, keeps: bool) -> _Answer:
    assert asked.layout is not None
    parts = parts_list(asked.layout, dict(asked.changes))
    checked = check_parts(asked.dataset, parts.lines, asked.question, dict(asked.settled))
    scene = replace(
        parts_scene(asked.dataset, asked.question, parts, checked, asked.picked),
        columns_words="Columns are read as you saved them." if asked.as_saved else "",
        can_save_columns=keeps,
    )
    return _Answer(parts, tuple(checked), scene)
