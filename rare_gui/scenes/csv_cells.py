"""Tables as CSV text that a spreadsheet opens without running anything that stands in a cell.

Not for the columns: whoever writes a table chooses them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet takes for the start of a formula, in both widths of letters."""

_RISKY = frozenset((*_STARTS, " "))
_FIGURE = re.compile(r"[-+]?[\d.,\s]+(?:[eE][-+]?\d+)?%?")


def harmless(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula.

    A plain figure such as -3.5 stays as it is. (OWASP, "CSV Injection".)
    """
    if cell[:1] not in _RISKY or not cell.lstrip(" ").startswith(_STARTS):
        return cell
    if _FIGURE.fullmatch(cell):
        return cell
    return f"'{cell}"


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Comma, quotation marks where needed, LF; every cell is made harmless."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue()
