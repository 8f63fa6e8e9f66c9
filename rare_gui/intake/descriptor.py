"""The descriptor of a data package (`datapackage.json`) as a frozen record.

Not for the tables it names: `intake.package` opens them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

from rare_gui.domain.problems import Problem, Severity

FILE_NAME = "datapackage.json"
FORMAT = 1
"""The newest layout of packages that this program reads; a descriptor has `rare_gui_format`."""

FIELD_TYPES = frozenset({"string", "number", "integer", "boolean", "date"})
_TEXTS = ("name", "title", "version", "homepage")
_HASH = re.compile(r"sha256:[0-9a-f]{64}")
_REPAIR = "Fetch the package again, or write its descriptor anew"


@dataclass(frozen=True, slots=True)
class Resource:
    """A table as its descriptor tells it: file, size in bytes, SHA-256, column types, reach."""

    name: str
    path: Path
    size: int
    sha256: str
    types: Mapping[str, str]
    data_through: date | None


@dataclass(frozen=True, slots=True)
class Descriptor:
    """A package as it tells of itself."""

    name: str
    title: str
    version: str
    data_through: date
    homepage: str
    licence: str
    resources: Mapping[str, Resource]


def read_descriptor(folder: Path) -> tuple[Descriptor | None, tuple[Problem, ...]]:
    """The descriptor in a folder without what it describes wrongly, and what is wrong with it."""
    try:
        raw = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None, (_fatal(str(folder), f"there is no {FILE_NAME}", "Choose a package's folder"),)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        return None, (_fatal(str(folder), f"cannot be read ({reason})", "Choose another folder"),)
    except (ValueError, RecursionError):
        return None, (_fatal(FILE_NAME, "is damaged: no JSON text", _REPAIR),)
    fault = _head_fault(raw)
    if fault is not None:
        return None, (fault,)
    resources, problems = _resources(folder, raw["resources"])
    descriptor = Descriptor(
        data_through=date.fromisoformat(raw["data_through"]),
        resources=resources,
        licence=_licence(raw),
        **{key: raw.get(key, "") for key in _TEXTS},
    )
    return descriptor, problems


def _licence(raw: Mapping[str, Any]) -> str:
    """The title of the first licence, empty where none is told."""
    match raw.get("licenses"):
        case [{"title": str(title)}, *_]:
            return title
    return ""


def _head_fault(raw: object) -> Problem | None:
    """What is wrong with a descriptor's own words, if anything."""
    if not isinstance(raw, dict):
        return _fatal(FILE_NAME, "is no description of a package", _REPAIR)
    layout = raw.get("rare_gui_format")
    if not isinstance(layout, int) or isinstance(layout, bool) or layout < 1:
        return _fatal(FILE_NAME, "does not say its format", _REPAIR)
    if layout > FORMAT:
        what = f"has format {layout}, this program reads up to {FORMAT}"
        return _fatal(FILE_NAME, what, "Install a newer version of the program")
    if _day(raw.get("data_through")) is None:
        return _fatal(FILE_NAME, "does not say how far the data reach", _REPAIR)
    if not isinstance(raw.get("resources"), list) or not raw["resources"]:
        return _fatal(FILE_NAME, "names no tables", _REPAIR)
    if not all(isinstance(raw.get(key, ""), str) for key in _TEXTS):
        return _fatal(FILE_NAME, "holds a name or version that is no text", _REPAIR)
    return None


def _resources(
    folder: Path, listed: list[object]
) -> tuple[dict[str, Resource], tuple[Problem, ...]]:
    resources: dict[str, Resource] = {}
    problems = []
    for number, entry in enumerate(listed, start=1):
        resource, fault = _resource(folder, entry)
        if resource is not None and resource.name not in resources:
            resources[resource.name] = resource
            continue
        label = f"{FILE_NAME}, table {number}"
        fault = fault or "has the name of another table"
        problems.append(Problem(Severity.ERROR, label, fault, f"{_REPAIR}."))
    return resources, tuple(problems)


def _resource(folder: Path, entry: object) -> tuple[Resource | None, str]:
    """The resource, or None with what is wrong about it."""
    if not isinstance(entry, dict):
        return None, "is no description of a table"
    name, path, size, digest = (entry.get(key) for key in ("name", "path", "bytes", "hash"))
    if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9_]+", name):
        return None, "has no usable name"
    inside = _inside(folder, path)
    if inside is None:
        return None, "names a file outside the package"
    if not isinstance(size, int) or size < 0 or not isinstance(digest, str):
        return None, "does not say its size and digest"
    if not _HASH.fullmatch(digest):
        return None, "has a digest that is no SHA-256"
    types = _types(entry.get("schema"))
    if types is None:
        return None, "does not say its columns"
    through = _day(entry.get("data_through"))
    return Resource(name, inside, size, digest.removeprefix("sha256:"), types, through), ""


def _types(schema: Any) -> Mapping[str, str] | None:
    fields = schema.get("fields") if isinstance(schema, dict) else None
    if not isinstance(fields, list) or not fields:
        return None
    types: dict[str, str] = {}
    for field in fields:
        name = field.get("name") if isinstance(field, dict) else None
        kind = field.get("type") if isinstance(field, dict) else None
        if not isinstance(name, str) or name in types or kind not in FIELD_TYPES:
            return None
        types[name] = str(kind)
    return types


def _inside(folder: Path, path: object) -> Path | None:
    """The file that a descriptor's path means, or None when it leads out of the folder."""
    if not isinstance(path, str) or not path or "\0" in path or "\\" in path or ":" in path:
        return None
    parts = PurePosixPath(path)
    if parts.is_absolute() or PureWindowsPath(path).anchor or ".." in parts.parts:
        return None
    try:
        target = (folder / parts).resolve()
        return folder / parts if target.is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError):  # a loop of links
        return None


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _fatal(where: str, what: str, what_to_do: str) -> Problem:
    return Problem(Severity.FATAL, where, what, f"{what_to_do}.")
