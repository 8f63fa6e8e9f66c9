"""The words above the timeline: title, status sentence, key figures, chips with words.

Not for composing sentences or numbers: `HeaderScene` brings them. It places its parts itself,
because its height follows from its width in two ways (figures beside or under the sentence).
"""

from __future__ import annotations

from itertools import pairwise
from math import ceil

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from rare_gui.figures import ink
from rare_gui.figures.fonts import text_width
from rare_gui.figures.theme import Theme
from rare_gui.panels.pieces.chip_words import PickableChips
from rare_gui.panels.pieces.flow_text import FlowText, Run
from rare_gui.panels.pieces.key_figures import EDGE, KeyFigureView
from rare_gui.panels.pieces.watch_button import WATCH_SIZE, WatchButton
from rare_gui.panels.pieces.word_wrap import wrapped
from rare_gui.scenes.header import FIGURE_KEYS, HeaderScene

TEXT_CAP = 640
"""Widest running text in px: longer lines are hard to read."""

_LEFT, _TOP, _RIGHT, _BOTTOM = 16, 10, 16, 8
_GAP = 24
_FIGURE_GAP = 20
_LEAST_TEXT = 280
_TITLE_LINE = 24
_WATCH_GAP = 6
_SUBTITLE_LINE = 18
_EMPTY = HeaderScene("", "", "", "", (), (), (), (), ())


class HeaderPanel(QWidget):
    """Shows a HeaderScene.

    `source_picked` carries the id of a source, `evidence_asked` the key of a figure; `watch_asked`:
    the material is to be watched or no longer.
    """

    source_picked = Signal(str)
    evidence_asked = Signal(str)
    watch_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scene = _EMPTY
        self._title_lines: tuple[str, ...] = ()
        self._subtitle_at = (0, 0)
        self._sentence = FlowText(theme, self, keyboard=True)
        self._chips = PickableChips(theme, parent=self)
        self._chips.picked.connect(self._ask_chip)
        self._figures: list[KeyFigureView] = []
        self._watch = WatchButton(theme, self)
        self._watch.clicked.connect(self.watch_asked)
        self._sentence.mark_clicked.connect(self._pick)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_scene(self, scene: HeaderScene) -> None:
        """Show `scene`."""
        if scene == self._scene:
            return
        self._scene = scene
        self.setAccessibleName(f"{scene.title}, {scene.subtitle}")
        self._sentence.show_runs(_runs(scene))
        self._chips.show_groups(scene.chips, scene.conditions)
        while len(self._figures) < len(scene.figures):
            self._figures.append(view := KeyFigureView(self._theme, self))
            place = len(self._figures) - 1
            view.asked.connect(lambda place=place: self._ask(place))
            view.show()
        while len(self._figures) > len(scene.figures):
            self._figures.pop().deleteLater()
        for view, figure in zip(self._figures, scene.figures, strict=True):
            view.show_figure(figure)
        chain = [self._watch, self._sentence, *self._figures, self._chips]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        self._refit()

    def show_watched(self, watched: bool) -> None:
        """Say whether the material is on the watch list."""
        self._watch.show_watched(watched)

    def mark_open(self, key: str) -> None:
        """Outline the figure whose evidence is on screen; "" for none."""
        for view, own in zip(self._figures, FIGURE_KEYS, strict=False):
            view.mark_open(own == key)
        keys = self._scene.chip_keys
        self._chips.mark_open(keys.index(key) if key in keys else None)

    def apply_theme(self, theme: Theme) -> None:
        """Paint in the colours of `theme`."""
        self._theme = theme
        self._watch.apply_theme(theme)
        self._sentence.apply_theme(theme)
        self._chips.apply_theme(theme)
        for view in self._figures:
            view.apply_theme(theme)
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Everything wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in px at a width of `width` px."""
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        """As high as the present width asks for."""
        width = self.width() if self.width() > 200 else 720
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """May become narrow, never lower than its texts."""
        return QSize(240, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._refit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Title and subtitle."""
        painter = QPainter(self)
        for number, line in enumerate(self._title_lines):
            middle = _TOP + 11 + number * _TITLE_LINE
            ink.write(painter, "title", self._theme.color("ink"), _LEFT, middle, line)
        x, y = self._subtitle_at
        ink.write(painter, "body", self._theme.color("text3"), x, y, self._scene.subtitle)
        painter.end()

    def _ask(self, place: int) -> None:
        if place < len(FIGURE_KEYS):
            self.evidence_asked.emit(FIGURE_KEYS[place])

    def _ask_chip(self, place: int) -> None:
        if place < len(self._scene.chip_keys):
            self.evidence_asked.emit(self._scene.chip_keys[place])

    def _refit(self) -> None:
        self._place(self.width(), move=True)
        self.updateGeometry()
        self.update()

    def _place(self, width: int, move: bool) -> int:
        """Lay the parts out for `width` px; returns the height. Moves them only with `move`."""
        room = width - _LEFT - _RIGHT
        block = self._figure_columns()
        beside = bool(block) and room - sum(block) - _FIGURE_GAP - _GAP >= _LEAST_TEXT
        taken = sum(block) + _FIGURE_GAP * (len(block) - 1) + _GAP if beside else 0
        text = min(room - taken, TEXT_CAP)
        y = self._place_title(text, move) + 2
        y = self._set(self._sentence, _LEFT, y, text, self._sentence.heightForWidth(text), move)
        if beside:
            foot = self._place_beside(width - _RIGHT, block, move)
            y = max(y, foot)
        elif self._figures:
            y = self._place_under(y + 8, room, move)
        if self._scene.chips or self._scene.conditions:
            y = self._set(self._chips, _LEFT, y + 6, room, self._chips.heightForWidth(room), move)
        return y + _BOTTOM

    def _place_title(self, room: int, move: bool) -> int:
        lines = wrapped("title", self._scene.title, room - WATCH_SIZE - _WATCH_GAP)
        y = _TOP + _TITLE_LINE * max(len(lines), 1)
        after = _LEFT + ceil(text_width("title", lines[-1])) + _WATCH_GAP if lines else _LEFT
        star = QRect(after, y - _TITLE_LINE + 1, WATCH_SIZE, WATCH_SIZE)
        after += WATCH_SIZE + _WATCH_GAP
        fits = after + text_width("body", self._scene.subtitle) <= _LEFT + room
        at = (after, y - _TITLE_LINE + 13) if fits else (_LEFT, y + 8)
        if move:
            self._title_lines, self._subtitle_at = lines, at
            self._watch.setGeometry(star)
        return y if fits else y + _SUBTITLE_LINE

    def _figure_columns(self) -> list[int]:
        """Widths of the two columns of figures; the figures fill them row by row."""
        columns = [self._figures[place::2] for place in (0, 1)]
        return [max(view.natural_width() for view in column) for column in columns if column]

    def _place_beside(self, right: int, block: list[int], move: bool) -> int:
        y = _TOP
        for start in range(0, len(self._figures), 2):
            pair = self._figures[start : start + 2]
            x = right - sum(block) - _FIGURE_GAP * (len(block) - 1)
            height = max(v.height_for(w) for v, w in zip(pair, block, strict=False))
            for view, width in zip(pair, block, strict=False):
                if move:
                    view.align_right = True
                self._set(view, x - EDGE, y, width + 2 * EDGE, height, move)
                x += width + _FIGURE_GAP
            y += height
        return y

    def _place_under(self, y: int, room: int, move: bool) -> int:
        """All figures in one row when they fit, else two by two, left-aligned."""
        widest = max(view.natural_width() for view in self._figures)
        per_row = len(self._figures)
        if (widest + _FIGURE_GAP) * per_row - _FIGURE_GAP > room:
            per_row = 2
        width = (room - _FIGURE_GAP * (per_row - 1)) // per_row
        for start in range(0, len(self._figures), per_row):
            line = self._figures[start : start + per_row]
            height = max(view.height_for(width) for view in line)
            for number, view in enumerate(line):
                if move:
                    view.align_right = False
                x = _LEFT + number * (width + _FIGURE_GAP) - EDGE
                self._set(view, x, y, width + 2 * EDGE, height, move)
            y += height
        return y

    @staticmethod
    def _set(part: QWidget, x: int, y: int, width: int, height: int, move: bool) -> int:
        if move:
            part.setGeometry(QRect(x, y, width, height))
            part.update()
        return y + height

    def _pick(self, mark: int) -> None:
        if 1 <= mark <= len(self._scene.sources):
            self.source_picked.emit(self._scene.sources[mark - 1].source_id)


def _runs(scene: HeaderScene) -> list[Run]:
    runs = [Run(scene.lead, "body_strong")]
    if scene.rest:
        # A comma or full stop belongs to the words before it.
        gap = "" if scene.rest[0] in " ,.;:" else " "
        runs.append(Run(gap + scene.rest))
    for number, mark in enumerate(scene.marks):
        # The narrow space does not break: a mark never begins a line.
        before = ",\u202f" if number else "\u202f"
        runs.append(Run(f"{before}{mark}", "body", "text3", mark))
    return runs
