"""Files and folders on the command line: `rare-gui FILE` opens the window on them.

Not for what is in them: the window finds out.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperGroup

OPEN = "open"
"""The command that a file stands for; it is not listed."""
Files = Annotated[list[Path] | None, typer.Argument(help="What to open.", metavar="FILE")]
Portable = Annotated[
    bool,
    typer.Option(
        "--portable", help="From now on keep settings, notes and log in a folder by the program."
    ),
]
Reset = Annotated[
    bool, typer.Option("--reset", help="Set the window's settings aside; notes stay.")
]


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """The options that stand before a file, for the window that opens it."""

    package: Path | None = None
    portable: bool = False
    reset: bool = False


class FilesOrCommands(TyperGroup):
    """A first word that is no command but looks like a file means: open it."""

    def resolve_command(self, ctx, args):  # type: ignore[no-untyped-def]
        """Click's own, after the command that a file stands for was put before it."""
        if args and self.get_command(ctx, args[0]) is None and _is_file(args[0]):
            args = [OPEN, *args]
        return super().resolve_command(ctx, args)


def open_given(context: typer.Context, files: Files = None) -> int:
    """Open the window on files: a data package, a view or a picture."""
    from rare_gui.app.desktop.run import Start
    from rare_gui.app.main import open_window

    options = context.obj or WindowOptions()
    start = Start(options.package, tuple(files or ()), options.portable, options.reset)
    return open_window(start)


def _is_file(word: str) -> bool:
    """Whether a word is a file's name: there is one, or only a file is written so."""
    separators = {os.sep, os.altsep or os.sep}
    return bool(Path(word).suffix or separators & set(word)) or Path(word).exists()
