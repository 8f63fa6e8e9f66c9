"""Name, version and licence of every library in a bundle, as its own metadata tell them."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import Distribution, packages_distributions

OWN_WORDS = ("METADATA", "LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")
"""How the names of the files begin that are kept: no RECORD, and nothing that tells a path here."""


def shipped(top_levels: Iterable[str], own: str) -> list[Distribution]:
    """The installed distributions of the top-level packages ("pandas"), and `own`, by name."""
    owners = packages_distributions()
    names = {own} | {name for top_level in top_levels for name in owners.get(top_level, ())}
    return sorted(map(Distribution.from_name, names), key=lambda found: found.name.lower())


def files_to_keep(distribution: Distribution) -> list[tuple[str, str]]:
    """(path in the bundle, path here) of the metadata and licences of a distribution."""
    return [
        (file.as_posix(), str(distribution.locate_file(file)))
        for file in distribution.files or ()
        if file.parts[0].endswith(".dist-info") and file.name.upper().startswith(OWN_WORDS)
    ]
