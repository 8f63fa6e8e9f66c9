"""One listed project in full, and under it what may be added up of the projects shown.

Not for choosing the project: the page hands it one.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QScrollArea, QVBoxLayout, QWidget

from rare_gui.figures.fonts import font
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.hairline import Hairline
from rare_gui.panels.pieces.phrase_button import PhraseButton, Word
from rare_gui.scenes.projects import ProjectRow, ProjectsScene

_MARGIN = 14


class ProjectsDetail(QScrollArea):
    """Shows a ProjectRow and the sums of a ProjectsScene; `source_picked` carries a source's id."""

    source_picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: ProjectRow | None = None
        self._text = FlowText(theme, keyboard=True)
        self._sources = PhraseButton(theme, chevron=True)
        self._line = Hairline(theme)
        self._sums = FlowText(theme)
        self._menu = QMenu(self)
        self._menu.setFont(font("ui"))
        self._sources.clicked.connect(self._open_sources)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("The chosen project")
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        column.setSpacing(8)
        for part in (self._text, self._line, self._sums):
            column.addWidget(part)
        column.insertWidget(1, self._sources, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(whole)
        self.show_project(None)

    def show_project(self, row: ProjectRow | None) -> None:
        """Show a project in full; without one say how to choose."""
        if row is None or self._row is None or row.project != self._row.project:
            self.verticalScrollBar().setValue(0)
        self._row = row
        self._sources.setVisible(row is not None)
        if row is None:
            self._text.show_runs([Run("Choose a project to read it in full.", "ui", "text2")])
            return
        self._text.show_runs(_project_runs(row))
        self._sources.show_words(Word(f"Sources, {len(row.sources)}"))
        self._sources.setEnabled(bool(row.sources))

    def show_sums(self, scene: ProjectsScene) -> None:
        """Show what may be added up: capacities of one basis, support of one kind."""
        self._sums.show_runs(_sum_runs(scene))
        self._line.setVisible(bool(scene.sums or scene.support))

    def focus_text(self) -> None:
        """Put the keyboard into the text, so that it can be read and scrolled."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._text.apply_theme(theme)
        self._sums.apply_theme(theme)
        self._line.apply_theme(theme)
        self._sources.apply_theme(theme)

    def _open_sources(self) -> None:
        self._menu.clear()
        for source in self._row.sources if self._row is not None else ():
            action = self._menu.addAction(source.citation.replace("&", "&&"))
            action.triggered.connect(
                lambda _=False, wanted=source.source_id: self.source_picked.emit(wanted)
            )
        self._menu.popup(self._sources.mapToGlobal(self._sources.rect().bottomLeft()))


def _project_runs(row: ProjectRow) -> list[Run]:
    runs = [
        Run(f"{row.context}\n", "lane", "text2"),
        Run(f"{row.name}\n", "body_strong"),
        Run("Status: ", "ui", "text3"),
        Run(f"{row.status_line}\n", "ui"),
        Run("Capacity: ", "ui", "text3"),
        Run(f"{row.capacity_line}\n", "ui"),
        Run("Materials: ", "ui", "text3"),
        Run(row.materials, "ui"),
    ]
    blocks = (
        ("Promised dates", row.promises, "none published"),
        ("What happened", row.steps, "nothing dated is known"),
        ("Public support", row.acts, "none known"),
    )
    for title, lines, nothing in blocks:
        runs += _block(title, lines or (nothing,))
    return runs


def _sum_runs(scene: ProjectsScene) -> list[Run]:
    runs: list[Run] = []
    if scene.sums:
        runs.append(Run("Capacity of listed projects\n", "ui_strong"))
        note = "By stage and published basis; never added across them."
        runs.append(Run(note, "lane_light", "text2"))
        for group in scene.sums:
            runs.append(Run(f"\n{group.title}", "lane_light", "text2"))
            runs += [Run(f"\n    {line}", "lane_light") for line in group.lines]
    if scene.support:
        lead = "\n\n" if runs else ""
        runs.append(Run(f"{lead}Public support of listed projects", "ui_strong"))
        runs += [Run(f"\n{line}", "lane_light") for line in scene.support]
    return runs


def _block(title: str, lines: tuple[str, ...]) -> Iterator[Run]:
    yield Run(f"\n\n{title}", "ui_strong")
    for line in lines:
        yield Run(f"\n{line}", "ui", "text2")
