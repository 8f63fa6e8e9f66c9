"""A small file of the user's that holds one JSON object with a format number: read, and written.

Not for what the object means: its reader says which records are whole. Lines of notes are read by
`intake.own_notes`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from rare_gui.intake.aside import set_aside
from rare_gui.intake.whole_files import write_whole

Whole = TypeVar("Whole")


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of such a file.

    `head` is the key of the format's number, `newest` the last format known, `refused` what is
    raised where a file cannot be used as it is. The words end sentences: an update lets the program
    `use` the file, a damaged one leaves things as `without` says, `what` was not saved.
    """

    name: str
    head: str
    newest: int
    refused: type[Exception]
    use: str
    without: str
    what: str

    def read(
        self, folder: Path, today: date, whole: Callable[[Mapping[str, Any]], Whole | None]
    ) -> tuple[Whole | None, str]:
        """What `whole` makes of the record, and a sentence to tell the user, empty if all is well.

        None where there is no file, or a damaged one: that is renamed with `today` in its name,
        never overwritten. Raises `refused` when the file is of a newer program or cannot be opened;
        it is then left as it is.
        """
        path = folder / self.name
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None, ""
        except OSError as error:
            raise self.refused(f"{path} cannot be read: {error.strerror or error}.") from error
        record = self._record(content, path)
        made = whole(record) if record is not None else None
        if made is not None:
            return made, ""
        try:
            aside = set_aside(path, today)
        except OSError as error:
            raise self.refused(f"{path} is damaged and cannot be set aside: {error}.") from error
        return None, f"{path.name} was damaged; it is now {aside.name}, and {self.without}."

    def write(self, folder: Path, record: Mapping[str, Any], indent: int | None = None) -> None:
        """Write the record whole; the folder is made where it is missing.

        Raises `refused` when the disk refuses: what was saved before is then still there.
        """
        path = folder / self.name
        text = json.dumps({self.head: self.newest, **record}, ensure_ascii=False, indent=indent)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, (text + "\n").encode())
        except OSError as error:
            reason = error.strerror or error
            raise self.refused(f"{self.what} not saved to {path}: {reason}.") from error

    def _record(self, content: bytes, path: Path) -> Mapping[str, Any] | None:
        """The object of a file of this format, None where it is damaged."""
        try:
            record = json.loads(content)
        except (ValueError, RecursionError):
            return None
        if not isinstance(record, dict):
            return None
        number = record.get(self.head)
        if isinstance(number, int) and number > self.newest:
            raise self.refused(
                f"{path} was written by a newer version of the program; it is left as it is. "
                f"Update the program to use {self.use}."
            )
        return record if number == self.newest else None
