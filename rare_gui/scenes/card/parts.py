"""The frozen parts of the card of a material.

Not for computing them: `scenes.card.scene` and its neighbours do.
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.scenes.header import KeyFigure
from rare_gui.scenes.palette import Chip, Source
from rare_gui.scenes.timeline.parts import Pane


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a block: a label, words, the numbers of its sources, the key of its evidence.

    `cells` are columns that stand instead of the words. `bar` is the length of a bar from 0 to 1.
    `tone` is the theme's token of the words. `parts` are lines that the line opens into.
    `unknown`: its figure is not known, and the words say why.
    """

    label: str
    text: str = ""
    marks: tuple[int, ...] = ()
    key: str = ""
    spoken: str = ""
    chip: Chip | None = None
    cells: tuple[str, ...] = ()
    bar: float | None = None
    tone: str = "ink"
    parts: tuple[CardLine, ...] = ()
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class CardBlock:
    """A heading with its lines; one without lines keeps the heading and says why in `missing`.

    `lacks` says instead what the data do not have, as a sentence's end.
    """

    key: str
    title: str
    remark: str = ""
    lines: tuple[CardLine, ...] = ()
    missing: str = ""
    columns: tuple[str, ...] = ()
    lacks: str = ""

    @property
    def message(self) -> str:
        """What stands under the heading in place of lines; empty where there are some."""
        return f"Not in these data: {self.lacks}" if self.lacks else self.missing


@dataclass(frozen=True, slots=True)
class ChartKey:
    """Where on a chart a figure stands (day since 1970, value) and the key of its evidence.

    `when` and `what` are its day or month and its series in words, for the chart as a table.
    """

    day: float
    value: float
    key: str
    when: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class CardChart:
    """A small plot over `[first, last]` (days since 1970); its figures can be asked for."""

    pane: Pane
    first: int
    last: int
    keys: tuple[ChartKey, ...]


@dataclass(frozen=True, slots=True)
class CardScene:
    """Everything the card shows. `figure_keys` are those of the evidence on `figures`.

    `wide` are blocks with columns or bars, then come the charts, then the `lower` blocks; `narrow`
    ones stand beside them.
    """

    material: str
    symbol: str
    number: str
    name: str
    native_name: str
    kind: str
    sentence: str
    marks: tuple[int, ...]
    figures: tuple[KeyFigure, ...]
    figure_keys: tuple[str, ...]
    wide: tuple[CardBlock, ...]
    charts: tuple[CardChart, ...]
    lower: tuple[CardBlock, ...]
    narrow: tuple[CardBlock, ...]
    sources: tuple[Source, ...]
