"""Pictures on the disk: names that every file system holds, whole files, one sentence for a fault.

Nothing is overwritten unless it is said, and an old file stays until the new one is whole.
"""

from __future__ import annotations

import errno
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from rare_gui.intake.whole_files import write_whole

LONGEST_STEM = 100
"""Letters; with suffix and what stands beside it, any file system holds the name."""
# Windows keeps these for devices, whatever the suffix.
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_ADVICE = {
    errno.ENOSPC: "the disk is full; make room or choose another folder",
    errno.EDQUOT: "your share of the disk is full; make room or choose another folder",
    errno.EACCES: "writing is not allowed there; choose another folder",
    errno.EPERM: "writing is not allowed there; choose another folder",
    errno.EROFS: "the disk can only be read; choose another folder",
    errno.ENOENT: "the folder is not there; make it first or choose another",
    errno.ENOTDIR: "the folder is not there; make it first or choose another",
    errno.EISDIR: "it is a folder; choose another name",
    errno.ENAMETOOLONG: "the name is too long for this file system; choose a shorter one",
    errno.EINVAL: "this file system cannot hold the name; choose another one",
    errno.EILSEQ: "this file system cannot hold the name; choose another one",
}


class NotWritten(OSError):
    """Files that were not written; the message is one sentence that says what to do."""


class AlreadyThere(NotWritten, FileExistsError):
    """A file of that name is there, and it was not said to overwrite it."""


def safe_name(text: str) -> str:
    """`text` as a file's name without suffix: letters, digits, hyphens; never empty.

    Such names mean the same on every system, and on those that do not tell capitals apart.
    """
    letters = unicodedata.normalize("NFKD", text)  # accents become signs of their own
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    name = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:LONGEST_STEM].strip("-")
    return f"{name or 'picture'}-" if _RESERVED.fullmatch(name or "picture") else name or "picture"


def check_files(paths: Iterable[Path], *, force: bool) -> None:
    """Refuse what cannot be written, as far as can be told before drawing. Raises NotWritten."""
    for path in paths:
        try:
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "")
            if not path.absolute().parent.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, "")
            # not exists(), which takes a name that cannot be for one that is free
            is_there = path.stat() is not None
        except FileNotFoundError:
            is_there = False
        except (OSError, ValueError) as error:
            raise NotWritten(not_written(path, error)) from None
        if is_there and not force:
            raise AlreadyThere(f"{path} is there already; nothing was written")


def write_files(files: Mapping[Path, bytes], *, force: bool) -> None:
    """Write each file whole or not at all, after all of them were found to have a place.

    Raises NotWritten; the files before the one that failed are there.
    """
    check_files(files, force=force)
    for path, content in files.items():
        try:
            write_whole(path, content)
        except OSError as error:
            raise NotWritten(not_written(path, error)) from error


def not_written(path: Path, error: OSError | ValueError) -> str:
    """One sentence on a file that was not written, and what to do."""
    name = str(path)
    shown = name if len(name) <= 200 else f"{name[:120]}…{name[-40:]}"
    if isinstance(error, ValueError):  # a NUL byte
        return f"{shown!r} was not written: {_ADVICE[errno.EINVAL]}"
    advice = _ADVICE.get(error.errno or 0, f"{error.strerror or error}; choose another place")
    return f"{shown} was not written: {advice}"
