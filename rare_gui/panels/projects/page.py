"""The supply build-out: filters, the sortable table of listed projects, the chosen one in full.

Not for sums and dates: the scene brings them.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from rare_gui.domain.projects import Stage
from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.list_and_detail import ListAndDetail
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.panels.projects.detail import ProjectsDetail
from rare_gui.panels.projects.model import ProjectsModel
from rare_gui.panels.projects.table import ProjectsTable
from rare_gui.scenes.projects import ProjectFilters, ProjectRow, ProjectsScene


class ProjectsPage(QWidget):
    """Shows a ProjectsScene.

    `filters_asked` carries the ProjectFilters wanted, `project_picked` the id of a project,
    `source_picked` that of a source, `evidence_asked` the key of the evidence on a project.
    """

    filters_asked = Signal(object)
    project_picked = Signal(str)
    source_picked = Signal(str)
    evidence_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: ProjectsScene | None = None
        self._filters = ProjectFilters()
        self._chosen = ""
        self._model = ProjectsModel(self)
        self._title, self._remark, self._next = QLabel(), QLabel(), QLabel()
        for label, role in ((self._title, "title"), (self._remark, "ui"), (self._next, "ui")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font(role))
            label.setWordWrap(label in (self._remark, self._next))
        self._clear = PhraseButton(theme, icon="close")
        self._clear.setToolTip("Show all listed projects")
        self._material = PhraseButton(theme, chevron=True)
        self._stage = PhraseButton(theme, chevron=True)
        self._menu = QMenu(self)
        self._menu.setFont(font("ui"))
        self._table = ProjectsTable(self._model, theme)
        self._detail = ProjectsDetail(theme)
        self._pages = ListAndDetail(
            self._table,
            self._detail,
            nothing="No listed project matches.",
            everything="Show all listed projects",
            beside=920,
            detail_width=340,
        )
        self._lay_out()
        self._wire()
        self.setFocusProxy(self._table)
        self.apply_theme(theme)

    def show_scene(self, scene: ProjectsScene) -> None:
        """Show `scene`; the chosen project stays chosen as long as it is listed."""
        self._scene, self._filters = scene, scene.filters
        self._title.setText(scene.title)
        self._remark.setText(scene.remark)
        self._next.setText(scene.next)
        self._next.setVisible(bool(scene.next))
        self._clear.show_words(Word(scene.filtered, "ui_strong", "time"))
        self._clear.setVisible(bool(scene.filtered))
        materials, stages = dict(scene.materials), dict(scene.stages)
        own = self._filters
        self._material.show_words(Word(materials.get(own.project_material or "", "All materials")))
        self._stage.show_words(Word(stages.get(own.project_stage or "", "All stages")))
        self._model.show_rows(scene.rows)
        chosen = self._row(self._chosen) or next(iter(scene.rows), None)
        self._chosen = chosen.project if chosen else ""
        self._table.select(self._chosen)
        self._detail.show_project(chosen)
        self._detail.show_sums(scene)
        self._pages.show_any(bool(scene.rows), filtered=bool(scene.filtered))

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        for button in (self._clear, self._material, self._stage):
            button.apply_theme(theme)
        self._table.apply_theme(theme)
        self._detail.apply_theme(theme)
        self._pages.apply_theme(theme)
        for label in (self._title, self._next):
            label.setStyleSheet(f"color: {theme.color('ink').name()};")
        self._remark.setStyleSheet(f"color: {theme.color('text2').name()};")

    def _row(self, project: str) -> ProjectRow | None:
        rows = self._scene.rows if self._scene is not None else ()
        return next((row for row in rows if row.project == project), None)

    def _pick(self, project: str) -> None:
        self._chosen = project
        self._detail.show_project(self._row(project))
        self.project_picked.emit(project)

    def _ask(self, filters: ProjectFilters) -> None:
        if filters != self._filters:
            self.filters_asked.emit(filters)

    def _open_materials(self) -> None:
        choices = ((None, "All materials"), *(self._scene.materials if self._scene else ()))
        self._open(
            self._material,
            [(words, replace(self._filters, project_material=key)) for key, words in choices],
        )

    def _open_stages(self) -> None:
        stages = self._scene.stages if self._scene else ()
        choices = [("All stages", replace(self._filters, project_stage=None))]
        choices += [
            (words, replace(self._filters, project_stage=Stage(key))) for key, words in stages
        ]
        self._open(self._stage, choices)

    def _open(self, under: QWidget, choices: list[tuple[str, ProjectFilters]]) -> None:
        """Open the menu under its button; the choice that holds now is marked."""
        self._menu.clear()
        group = QActionGroup(self._menu)
        for words, filters in choices:
            action = QAction(words.replace("&", "&&"), group)
            action.setCheckable(True)
            action.setChecked(filters == self._filters)
            action.triggered.connect(lambda _=False, wanted=filters: self._ask(wanted))
            self._menu.addAction(action)
        self._menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def _wire(self) -> None:
        for asked in (self._clear.clicked, self._pages.everything_asked):
            asked.connect(lambda *_: self._ask(ProjectFilters()))
        self._material.clicked.connect(self._open_materials)
        self._stage.clicked.connect(self._open_stages)
        self._table.project_picked.connect(self._pick)
        self._table.evidence_asked.connect(self.evidence_asked)
        self._table.detail_asked.connect(self._detail.focus_text)
        self._detail.source_picked.connect(self.source_picked)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._title)
        head.addStretch(1)
        for button in (self._clear, self._material, self._stage):
            head.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(14, 8, 14, 6)
        top.setSpacing(4)
        top.addLayout(head)
        top.addWidget(self._remark)
        top.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._pages, 1)
