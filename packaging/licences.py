"""Writes resources/help/licences.json: the licence of everything that a user is handed.

Run it in an environment made from packaging/requirements.lock alone. The file is kept in the tree,
so that the program finds it without looking through what is installed. Not for what a bundle keeps
of each library's own files (`distributions.py`).
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution, PackageMetadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "packaging" / "requirements.lock"
LIST = ROOT / "resources" / "help" / "licences.json"
_STANDARD = ROOT / "packaging" / "licence_texts"
_PROJECT = "rare-gui (pyproject.toml)"

_FREE_QT = ("LGPL-3.0-only", "GPL-3.0-only")  # the second holds the terms that the first adds to
_WITHOUT_TEXT = {
    "pyside6-essentials": (*_FREE_QT, "Qt-third-party"),
    "shiboken6": _FREE_QT,
}
"""Distributions that carry no licence text: those they are used under, and what Qt holds of others
(once more to be compared with Qt's own list when another Qt is locked)."""
_ROLES = {
    "pyside6-essentials": "Qt and its Python interface",
    "shiboken6": "Qt and its Python interface",
    "fontpkg-inter": "the typeface Inter",
}
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice", re.IGNORECASE)
_LONGEST_NAME = 80


def locked_at_run_time(lock: str) -> dict[str, str]:
    """Names and versions that the running program needs, by a lock of uv with its "via" notes.

    What only the build backend needs stands in the same lock and is left out.
    """
    versions: dict[str, str] = {}
    needed_by: dict[str, set[str]] = {}
    name = ""
    for line in lock.splitlines():
        if pin := re.match(r"([\w.-]+)==([\w.!+-]+)", line):
            name = pin[1]
            versions[name], needed_by[name] = pin[2], set()
        elif (via := re.match(r"\s+#\s+(?:via\b)?\s*(.*)", line)) and via[1]:
            needed_by[name].add(via[1])
    kept: set[str] = set()
    while more := {n for n, by in needed_by.items() if by & (kept | {_PROJECT})} - kept:
        kept |= more
    return {name: versions[name] for name in sorted(kept)}


def licence_name(metadata: PackageMetadata) -> str:
    """The SPDX expression where there is one, else the licence's name as the metadata tell it.

    Raises ValueError for metadata that tell none.
    """
    told = [metadata.get("License-Expression"), metadata.get("License")]
    for name in filter(None, told):
        if len(name) <= _LONGEST_NAME and "\n" not in name:
            return str(name)
    for classifier in metadata.get_all("Classifier") or ():
        if classifier.startswith("License ::"):
            return str(classifier.rpartition(" :: ")[2])
    raise ValueError(f"{metadata['Name']} tells no licence")


def licence_texts(distribution: Distribution) -> list[str]:
    """The licence files in the distribution's own metadata, in order of their paths."""
    files = [
        file
        for file in distribution.files or ()
        if file.parts[0].endswith(".dist-info") and _LICENCE_FILE.search(file.name)
    ]
    return [
        file.locate().read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").strip()
        for file in sorted(files, key=str)
    ]


def entry(name: str, version: str) -> dict[str, Any]:
    """One library: its name, version, licence's name and texts.

    Raises ValueError when another version than the locked one is installed here.
    """
    distribution = Distribution.from_name(name)
    if distribution.version != version:
        raise ValueError(f"{name} {version} is locked, but {distribution.version} is installed")
    texts = licence_texts(distribution)
    texts += [standard_text(spdx) for spdx in _WITHOUT_TEXT.get(name, ())]
    return {
        "name": distribution.metadata["Name"],
        "version": version,
        "role": _ROLES.get(name, "library"),
        "licence": licence_name(distribution.metadata),
        "texts": texts,
    }


def standard_text(spdx: str) -> str:
    """The text of a licence that its distribution does not carry."""
    return (_STANDARD / f"{spdx}.txt").read_text(encoding="utf-8").strip()


def own_entries() -> list[dict[str, Any]]:
    """What is no distribution of the lock: this program with its data, and Python itself."""
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt").read_text(encoding="utf-8")
    own = [(ROOT / name).read_text(encoding="utf-8").strip() for name in ("NOTICE", "LICENSE")]
    return [
        {"name": "rare_gui", "version": "", "role": "this program and its data",
         "licence": "Apache-2.0; data: CC-BY-4.0", "texts": own},
        {"name": "Python", "version": "", "role": "the language it runs in",
         "licence": "PSF-2.0", "texts": [python.strip()]},
    ]  # fmt: skip


def licence_list(entries: Iterable[Mapping[str, Any]]) -> str:
    """The file's text: {"texts": {key: text}, "parts": [...]}, each text once."""
    texts: dict[str, str] = {}
    parts = []
    for one in entries:
        keys = []
        for text in one["texts"]:
            key = hashlib.sha256(text.encode()).hexdigest()[:12]
            texts[key] = text
            keys.append(key)
        parts.append({**one, "texts": list(dict.fromkeys(keys))})
    return json.dumps({"parts": parts, "texts": texts}, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Write the list for the lock, from what is installed here."""
    locked = locked_at_run_time(LOCK.read_text(encoding="utf-8"))
    text = licence_list(
        [*own_entries(), *(entry(name, version) for name, version in locked.items())]
    )
    LIST.write_text(text, encoding="utf-8")
    print(
        f"{LIST.relative_to(ROOT)}: {len(locked) + 2} entries, {len(text.encode()) / 1000:.0f} kB"
    )


if __name__ == "__main__":
    try:
        main()
    except (ValueError, ModuleNotFoundError) as error:
        sys.exit(f"licences: {error}. Make the environment from packaging/requirements.lock anew.")
