"""Opens a person's parts list: which kind of file it is, told by what is in it.

Nothing is executed, kept or sent: formulas are read as the values stored beside them. Not for what
the columns mean (`intake.parts.columns`).
"""

from __future__ import annotations

from pathlib import Path

from rare_gui.intake.parts.table import MOST_BYTES, PartsFileError, PartsTable
from rare_gui.intake.parts.text import read_text_table
from rare_gui.intake.parts.workbook import read_workbook


def read_parts_file(path: Path) -> PartsTable:
    """The table in a CSV or XLSX file, told apart by what is in it and not by its name.

    Raises PartsFileError for whatever is no such file.
    """
    try:
        if path.is_dir():
            raise PartsFileError(f"{path.name} is a folder; choose a CSV or XLSX file in it")
        if not path.is_file():
            raise PartsFileError(f"{path} is not there, or is no file")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise PartsFileError(
                f"{path.name} is {size // 2**20:,} MB; at most {MOST_BYTES // 2**20} MB are read"
            )
        content = path.read_bytes()
    except (OSError, ValueError) as error:  # a name with a zero byte, no right to read
        reason = getattr(error, "strerror", None) or error
        raise PartsFileError(f"{path.name[:80]} cannot be read: {reason}") from None
    if not content.strip():
        raise PartsFileError(f"{path.name} is empty; choose a file with a list in it")
    for start, what in _OTHER_FILES.items():
        if content.startswith(start):
            raise PartsFileError(f"{path.name} is {what}; save the list as CSV or XLSX")
    if content.startswith(b"PK"):
        return read_workbook(path.name, content)
    return read_text_table(path.name, content)


_OTHER_FILES = {
    b"%PDF": "a PDF, whatever its name says",
    b"\xd0\xcf\x11\xe0": "an old or locked Excel file (.xls, or one with a password)",
    b"\x1f\x8b": "a packed file (gzip)",
    b"7z\xbc\xaf": "a packed file (7z)",
    b"Rar!": "a packed file (RAR)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"{\\rtf": "a text document (RTF)",
}
