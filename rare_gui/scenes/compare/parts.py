"""The frozen parts of a comparison: heads, rows of cells, and its text as a table.

Not for computing them: `scenes.compare.scene` does. Values of unlike bases stand side by side with
what they are of, and are never ranked or coloured.
"""

from __future__ import annotations

from dataclasses import dataclass

from rare_gui.scenes.palette import Chip
from rare_gui.scenes.sparks import Spark
from rare_gui.scenes.timeline.parts import TimelineScene


@dataclass(frozen=True, slots=True)
class RankSpan:
    """A rank with the best and worst that it can be, among `of`; drawn as a range."""

    rank: int
    best: int
    worst: int
    of: int


@dataclass(frozen=True, slots=True)
class CompareCell:
    """What a row says of one material: a strong lead, quiet words, chips, a sparkline or a rank.

    `missing`: `lead` says that there is no figure. `urgent`: a date within two weeks.
    `spoken` is the whole in words with its basis, for tooltip and screen reader. `key` asks for the
    evidence on the figure, `chip_keys` for that on each chip; empty where there is none.
    """

    lead: str = ""
    rest: str = ""
    chips: tuple[tuple[Chip, str], ...] = ()
    spark: Spark | None = None
    rank: RankSpan | None = None
    missing: bool = False
    urgent: bool = False
    spoken: str = ""
    key: str = ""
    chip_keys: tuple[str, ...] = ()

    @property
    def look(self) -> tuple[object, ...]:
        """All of it that can be seen: cells that look alike do not differ."""
        chips = tuple(
            (c.shape, c.role, c.letter, c.corner, c.condition, c.past, words)
            for c, words in self.chips
        )
        return self.lead, self.rest, chips, self.spark and self.spark.points, self.rank

    @property
    def text(self) -> str:
        """The cell in one line of a table."""
        words = "; ".join(f"{words}: {chip.letter or chip.shape}" for chip, words in self.chips)
        return " ".join(part for part in (words, self.lead, self.rest) if part)


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One row: its name, a note on what may be compared, a cell for every material."""

    key: str
    title: str
    note: str
    cells: tuple[CompareCell, ...]

    @property
    def differs(self) -> bool:
        """Whether the materials differ in it."""
        return len({cell.look for cell in self.cells}) > 1


@dataclass(frozen=True, slots=True)
class CompareHead:
    """A material above its column; not `known`: it is gone from the package."""

    material: str
    symbol: str
    name: str
    kind: str
    known: bool


@dataclass(frozen=True, slots=True)
class CompareScene:
    """Materials side by side, and the law on each of them on one time axis.

    `rows` are those shown, `alike` how many are left out because they do not differ. `offered` are
    materials that can be added (slug, name); empty once there are six.
    """

    title: str
    heads: tuple[CompareHead, ...]
    rows: tuple[CompareRow, ...]
    alike: int
    differing: bool
    turned: bool
    offered: tuple[tuple[str, str], ...]
    timeline: TimelineScene | None


def table_text(scene: CompareScene) -> str:
    """The table as tab-separated lines, as it stands: rows and columns swapped where turned."""
    heads = [head.name for head in scene.heads]
    lines = [["", *heads]]
    lines += [
        [" – ".join(filter(None, (row.title, row.note))), *(cell.text for cell in row.cells)]
        for row in scene.rows
    ]
    if scene.turned:
        lines = [list(line) for line in zip(*lines, strict=True)]
    clean = [[" ".join(cell.split()) for cell in line] for line in lines]
    return "\n".join("\t".join(line) for line in clean) + "\n"
