"""A data package opened: `open_package` turns a folder into a Dataset, and tells what is wrong.

When every table has the size and digest that the descriptor states, nothing more is checked: the
descriptor is only written for tables that passed (`intake.describe`). Otherwise `intake.row_checks`
looks into the rows. Not for finding packages: that is `intake.places`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rare_gui.domain.damage import Damage, LostRow, OpenedTables
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.problems import Problem, Severity
from rare_gui.intake.descriptor import FILE_NAME, Descriptor, Resource, read_descriptor
from rare_gui.intake.frames import UnreadableTableError, read_text, read_typed, typed

if TYPE_CHECKING:
    import pandas as pd

REQUIRED = (
    "countries",
    "materials",
    "material_groups",
    "material_forms",
    "measures",
    "measure_scope",
    "status_changes",
    "sources",
)
"""Without these no legal state can be told: a package that lacks one is not opened."""


def open_package(
    path: Path, only: Collection[str] | None = None, *, full: bool = False
) -> tuple[Dataset | None, tuple[Problem, ...]]:
    """Open the package in a folder (or that of a `datapackage.json`).

    `only`: the tables wanted, others are neither verified nor given. `full`: look into every row
    even where the digests agree. Rows that are not sound are told and left out; a table that
    cannot be read is told and missing; a fatal problem gives no dataset. Never raises for what is
    in the folder.
    """
    folder = path.parent if path.name == FILE_NAME else path
    descriptor, problems = read_descriptor(folder)
    if descriptor is None:
        return None, problems
    wanted = {
        name: resource
        for name, resource in descriptor.resources.items()
        if only is None or name in only
    }
    needed = [name for name in REQUIRED if only is None or name in only]
    contents, told = _contents(wanted)
    faults = [*problems, *told]
    altered = {name for name, data in contents.items() if _is_altered(wanted[name], data)}
    if altered or full:
        return _checked(descriptor, contents, altered, needed, faults, full, only)
    readers = {name: _reader(wanted[name], data) for name, data in contents.items()}
    return _dataset(descriptor, contents, readers, needed, faults, only)


def missing_tables(present: Collection[str], needed: Collection[str]) -> tuple[Problem, ...]:
    """A fatal problem for each needed table that is not there."""
    return tuple(
        Problem(
            Severity.FATAL,
            name,
            "the table is missing, and no legal state can be told without it",
            "Fetch the package again.",
        )
        for name in needed
        if name not in present
    )


def _contents(wanted: Mapping[str, Resource]) -> tuple[dict[str, bytes], list[Problem]]:
    contents: dict[str, bytes] = {}
    problems = []
    for name, resource in wanted.items():
        try:
            contents[name] = resource.path.read_bytes()
        except OSError as error:
            reason = "is not there" if isinstance(error, FileNotFoundError) else "cannot be read"
            problems.append(
                Problem(
                    Severity.ERROR,
                    resource.path.name,
                    f"the file {reason}",
                    "Fetch the package again.",
                )
            )
    return contents, problems


def _is_altered(resource: Resource, data: bytes) -> bool:
    return len(data) != resource.size or hashlib.sha256(data).hexdigest() != resource.sha256


def _reader(resource: Resource, data: bytes) -> Callable[[], pd.DataFrame]:
    def read() -> pd.DataFrame:
        try:
            return read_typed(data, resource.types)
        except (UnreadableTableError, ValueError):
            # Right digest, wrong content: a descriptor written past the checks. Keep what is sound.
            from rare_gui.intake.row_checks import sound_rows

            return sound_rows(resource, data)

    return read


def _checked(
    descriptor: Descriptor,
    contents: Mapping[str, bytes],
    altered: Collection[str],
    needed: Collection[str],
    faults: list[Problem],
    full: bool,
    only: Collection[str] | None,
) -> tuple[Dataset | None, tuple[Problem, ...]]:
    from rare_gui.intake.lost_rows import lost_rows
    from rare_gui.intake.row_checks import check_tables

    told = [
        Problem(
            Severity.WARNING,
            descriptor.resources[name].path.name,
            "the file is not the one that the descriptor was written for",
            "If you changed it, write the descriptor anew; otherwise fetch the package again.",
        )
        for name in sorted(altered)
    ]
    texts, found = _texts(descriptor, contents)
    all_texts = {**_linked(descriptor, contents), **texts}
    checked = check_tables(all_texts, look_into=None if full else altered)
    faults = [*faults, *told, *found, *checked.problems]
    readers = {
        name: _text_reader(text, descriptor.resources[name], checked.unsound.get(name, {}))
        for name, text in texts.items()
        if name not in checked.unusable
    }
    dropped = sum(len(rows) for name, rows in checked.unsound.items() if name in readers)
    lost: tuple[LostRow, ...] = ()
    if set(REQUIRED) <= all_texts.keys() - checked.unusable:
        lost = lost_rows(all_texts, checked.unsound)
    return _dataset(descriptor, contents, readers, needed, faults, only, dropped, lost)


def _linked(descriptor: Descriptor, contents: Collection[str]) -> dict[str, pd.DataFrame]:
    """The tables that the keys of the wanted ones lead into: without them no key can be followed.

    What is wrong with them is told when they are opened themselves.
    """
    from rare_gui.intake.row_checks import linked_tables

    beside = linked_tables(contents) - set(contents)
    more, _ = _contents({n: r for n, r in descriptor.resources.items() if n in beside})
    return _texts(descriptor, more)[0]


def _text_reader(
    text: pd.DataFrame, resource: Resource, unsound: Collection[int]
) -> Callable[[], pd.DataFrame]:
    return lambda: typed(text.drop(index=list(unsound)), resource.types)


def _texts(
    descriptor: Descriptor, contents: Mapping[str, bytes]
) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    texts: dict[str, pd.DataFrame] = {}
    problems = []
    for name, data in contents.items():
        try:
            texts[name] = read_text(data)
        except UnreadableTableError as error:
            where = descriptor.resources[name].path.name
            problems.append(Problem(Severity.ERROR, where, str(error), "Fetch the package again."))
    return texts, problems


def _dataset(
    descriptor: Descriptor,
    contents: Mapping[str, bytes],
    readers: Mapping[str, Callable[[], pd.DataFrame]],
    needed: Collection[str],
    faults: list[Problem],
    only: Collection[str] | None,
    rows_dropped: int = 0,
    lost: tuple[LostRow, ...] = (),
) -> tuple[Dataset | None, tuple[Problem, ...]]:
    missing = missing_tables(readers, needed)
    if missing:
        return None, (*missing, *faults)
    hashes = {
        **{name: resource.sha256 for name, resource in descriptor.resources.items()},
        **{name: hashlib.sha256(data).hexdigest() for name, data in contents.items()},
    }

    def absent(name: str) -> pd.DataFrame:
        if only is not None and name not in only:
            raise KeyError(name)
        return empty_table(name)

    wanted = [name for name in descriptor.resources if only is None or name in only]
    warnings = sum(problem.severity is Severity.WARNING for problem in faults)
    damage = Damage(
        errors=len(faults) - warnings,
        warnings=warnings,
        tables_dropped=len(wanted) - len(readers),
        rows_dropped=rows_dropped,
        lost=lost,
    )
    dataset = Dataset(
        name=descriptor.name,
        version=descriptor.version,
        digest=package_digest(hashes.values()),
        data_through=descriptor.data_through,
        reach={
            name: descriptor.resources[name].data_through or descriptor.data_through
            for name in readers
        },
        tables=OpenedTables(frozenset(readers), lambda name: readers[name](), absent, damage),
        homepage=descriptor.homepage,
        licence=descriptor.licence,
    )
    return dataset, tuple(faults)


def empty_table(name: str) -> pd.DataFrame:
    """A known table without rows, for a package that lacks it; KeyError for an unknown one."""
    import pandas as pd

    from rare_gui.intake.schemas import TABLES  # slow, and only for packages with a fault

    types = {column: found.metadata["type"] for column, found in TABLES[name].columns.items()}
    return typed(pd.DataFrame(columns=list(types), dtype="str"), types)


def package_digest(hashes: Collection[str]) -> str:
    """The SHA-256, in hexadecimal, over the tables' own, sorted, one a line."""
    return hashlib.sha256("".join(f"{one}\n" for one in sorted(hashes)).encode()).hexdigest()
