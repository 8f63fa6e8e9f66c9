"""Which shared libraries of a bundle something else in it still loads (Linux).

A plugin that is left out leaves its libraries behind; following the links from what stays finds
them without a list to keep.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

LIBRARY, EXTENSION, SYMLINK = "BINARY", "EXTENSION", "SYMLINK"
Entry = tuple[str, str, str]
"""A file as PyInstaller names it: path in the bundle, path here (a link: its target), kind."""


def reachable(entries: Iterable[Entry], links: Callable[[str], Iterable[str]]) -> set[Entry]:
    """The entries that are needed.

    `links` gives the sonames that the file at a path here asks for. Extension modules, plugins and
    what is no library are needed; a library when one of the needed asks for it; a link when its
    target is.
    """
    every = list(entries)
    by_soname: dict[str, list[Entry]] = {}
    for entry in every:
        by_soname.setdefault(PurePosixPath(entry[0]).name, []).append(entry)
    needed: set[Entry] = set()
    waiting = [entry for entry in every if _is_root(entry)]
    while waiting:
        entry = waiting.pop()
        if entry in needed or entry[2] == SYMLINK:
            continue
        needed.add(entry)
        if entry[2] in {LIBRARY, EXTENSION}:
            waiting += [found for soname in links(entry[1]) for found in by_soname.get(soname, ())]
    places = {name for name, _, _ in needed}
    needed.update(entry for entry in every if entry[2] == SYMLINK and entry[1] in places)
    return needed


def linked(path: str) -> list[str]:
    """The sonames that the library at `path` names as needed (ELF's NEEDED), by objdump."""
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True)
    return [line.split()[1] for line in told.stdout.splitlines() if line.startswith("  NEEDED")]


def _is_root(entry: Entry) -> bool:
    name, _, kind = entry
    is_plain_library = kind == LIBRARY and ".so" in name and "/plugins/" not in name
    # the bundle's own start-up code, which is not among the entries, loads libpython
    return not is_plain_library or PurePosixPath(name).name.startswith("libpython")
