"""What of a damaged package could not be read, in words.

Not for single faults: those tell of themselves.
"""

from __future__ import annotations

from collections.abc import Collection

from rare_gui.domain.counting import noun
from rare_gui.domain.damage import Damage, LostRow
from rare_gui.scenes.wording import listed


def rows_words(count: int) -> str:
    """How many rows are missing: "3 rows of the package could not be read"."""
    return f"{_rows(count)} of the package could not be read"


def damage_words(damage: Damage) -> str:
    """How much of the package is missing, in tables and rows; empty when nothing is."""
    counts = ((damage.tables_dropped, _tables), (damage.rows_dropped, _rows))
    parts = [words(count) for count, words in counts if count]
    return f"{listed(parts)} of the package could not be read" if parts else ""


def doubt_words(lost: Collection[LostRow]) -> str:
    """A clause for a state that lost rows may change, to stand before its full stop; or ""."""
    if not lost:
        return ""
    if len(lost) == 1:
        return "; not certain: a row of the package that may name it could not be read"
    return f"; not certain: {len(lost)} rows of the package that may name it could not be read"


def _rows(count: int) -> str:
    return f"{count:,} {noun(count, 'row', 'rows')}"


def _tables(count: int) -> str:
    return f"{count:,} {noun(count, 'table', 'tables')}"
