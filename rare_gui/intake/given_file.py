"""What a file or folder given to the program means: a data package, a view file or a picture.

Not for opening the package nor for applying the view: the window does that, and checks it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rare_gui.intake.descriptor import FILE_NAME
from rare_gui.intake.picture_facts import NoFacts, read_file
from rare_gui.intake.view_file import SUFFIX, ViewRefused, read_view_file

PICTURES = (".png", ".svg", ".pdf")
PARTS = (".csv", ".tsv", ".txt", ".xlsx")


class NotOpened(Exception):
    """A file that cannot be opened; the message says why and what to do, in plain words."""


@dataclass(frozen=True, slots=True)
class Given:
    """Either `folder`, of a data package, or `view`, a Selection's text.

    `package` is the name, version and digest of the data that the view was made from.
    """

    name: str
    folder: Path | None = None
    view: str = ""
    package: str = ""


def read_given(path: Path) -> Given:
    """What the file or folder at `path` holds. Raises NotOpened for what is none of the three."""
    try:
        if path.is_dir():
            return _package(path)
        if path.name == FILE_NAME:
            return _package(path.parent)
        suffix = path.suffix.lower()
        if suffix == SUFFIX:
            found = read_view_file(path)
            return Given(path.name, view=found.view, package=found.package)
        if suffix in PICTURES:
            return _picture(path)
        path.stat()
    except (ViewRefused, NoFacts) as error:
        raise NotOpened(str(error)) from error
    except FileNotFoundError:
        raise NotOpened(f"{path} is not there; nothing was opened.") from None
    except OSError as error:
        raise NotOpened(f"{path} cannot be read: {error.strerror or error}.") from error
    except ValueError:  # a NUL byte
        raise NotOpened(f"{str(path)!r} is no name of a file.") from None
    hint = " To check a list of parts, open the page Parts." if suffix in PARTS else ""
    raise NotOpened(
        f"{path.name} is neither a data package, a view ({SUFFIX}) nor a picture of this program."
        + hint
    )


def _package(folder: Path) -> Given:
    if not (folder / FILE_NAME).is_file():
        raise NotOpened(f"The folder {folder} holds no {FILE_NAME}, so it is no data package.")
    return Given(folder.name, folder=folder)


def _picture(path: Path) -> Given:
    facts = read_file(path)
    if facts.view is None:
        raise NotOpened(f"{path.name} was saved without its view; nothing was opened.")
    return Given(path.name, view=facts.view, package=facts.package)
