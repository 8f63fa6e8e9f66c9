"""Tables as CSV text that a spreadsheet opens without running anything that stands in a cell.

Not for the columns: whoever writes a table chooses them.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable

_STARTS = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet takes for the start of a formula, in both widths of letters."""

_FIGURE = re.compile(r"[-+]?[0-9., ]*[0-9][0-9., ]*(?:[eE][-+]?[0-9]+)?%?")


def harmless(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula.

    That is one which begins with a sign of `_STARTS`, with or without blanks before it, or with a
    control character. A plain figure such as -3.5 stays as it is. (OWASP, "CSV Injection".)
    """
    if not cell or cell[0].isalnum() or _FIGURE.fullmatch(cell):
        return cell
    if unicodedata.category(cell[0]) == "Cc" or _first_sign(cell) in _STARTS:
        return f"'{cell}"
    return cell


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Comma, quotation marks where needed, LF; every cell is made harmless.

    Line breaks in a cell become LF: a lone CR would end its row for some readers.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([_whole(harmless(cell)) for cell in row] for row in rows)
    return written.getvalue()


def tab_text(rows: Iterable[Iterable[str]]) -> str:
    """Tab-separated lines for the clipboard: each cell on one line and harmless."""
    return "".join(
        "\t".join(harmless(" ".join(cell.split())) for cell in row) + "\n" for row in rows
    )


def _whole(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n") if "\r" in cell else cell


def _first_sign(cell: str) -> str:
    """The first character that is seen: what reads the cell may drop blanks and marks before it."""
    for sign in cell:
        if not sign.isspace() and unicodedata.category(sign) not in ("Cc", "Cf"):
            return sign
    return ""
