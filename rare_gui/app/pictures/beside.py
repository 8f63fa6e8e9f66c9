"""The files that stand beside a picture: its data, sources and citation; or all in one zip.

Each is made whole in memory and only its bytes are given, so that nothing half-written is left.
Not for the picture itself nor for writing to a disk.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from rare_gui.app.version import version
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import Impact
from rare_gui.domain.own_note import Note
from rare_gui.domain.risk.assessment import Assessment
from rare_gui.scenes.pictures.beside_description import description
from rare_gui.scenes.pictures.citation import bibtex_text, cff_text, cited, plain_text
from rare_gui.scenes.pictures.sources_file import sources_csv
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.kinds import Drawn, observations
from rare_gui.scenes.tidy.table import csv_of, rows_by_source, sources_in, table_of

FIRST_TIME = datetime(1980, 1, 1, tzinfo=UTC)
"""A zip cannot hold an earlier moment."""
_PLAIN_FILE = 0o644 << 16


def beside(
    dataset: Dataset,
    selection: Selection,
    what: str,
    stem: str,
    *,
    data: bool = True,
    sources: bool = True,
    citation: bool = True,
    impact: Impact | None = None,
    risk: Assessment | None = None,
    notes: tuple[Note, ...] = (),
    materials: tuple[str, ...] = (),
    also_cited: Iterable[str] = (),
    title: str = "",
    created: datetime | None = None,
) -> dict[str, bytes]:
    """The wanted files of a picture of kind `what`, by name, each with its whole content.

    `dataset` is that of the law shown. `stem` is the picture's file name without suffix. `impact`
    and `risk` are results where the picture shows them, `notes` the user's own, `materials` those
    of a brief. `also_cited` are ids of sources that the picture cites beside its data. `created`
    is told in the citation. Raises KeyError for an unknown kind.
    """
    drawn = Drawn(dataset, selection, impact, risk, notes, materials)
    found = observations(what, drawn)
    ids = tuple(dict.fromkeys((*sources_in(found), *also_cited)))
    files: dict[str, bytes] = {}
    if data:
        files[f"{stem}.csv"] = csv_of(found)
    if sources:
        files[f"{stem}-sources.csv"] = sources_csv(dataset, ids, rows_by_source(found))
    if files:
        told = description(dataset, selection, tuple(files), stem)
        files[f"{stem}-datapackage.json"] = json.dumps(told, indent=1, ensure_ascii=False).encode()
    if citation:
        made = created.astimezone(UTC).date() if created else None
        one = cited(dataset, selection, program=f"rare_gui {version()}", title=title, made=made)
        files[f"{stem}-citation.txt"] = plain_text(dataset, one, ids).encode()
        files[f"{stem}-citation.bib"] = bibtex_text(dataset, one, ids).encode()
        files[f"{stem}-citation.cff"] = cff_text(one).encode()
    return files


def copied_table(
    dataset: Dataset,
    selection: Selection,
    what: str,
    *,
    impact: Impact | None = None,
    risk: Assessment | None = None,
    notes: tuple[Note, ...] = (),
) -> str:
    """The rows of a picture as a table for the clipboard, parted by tabs."""
    return table_of(observations(what, Drawn(dataset, selection, impact, risk, notes)))


def zipped(files: Mapping[str, bytes], created: datetime) -> bytes:
    """One zip of the files, ordered by name and dated `created` (UTC): equal files, equal bytes.

    They are stored as they are, since what a compressor gives differs from one build of zlib to
    the next. Raises ValueError for a name that is no plain file name.
    """
    moment = max(created.astimezone(UTC), FIRST_TIME)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            if not name or name in (".", "..") or set(name) & set("/\\:\0"):
                raise ValueError(f"{name!r} is no name of a file in a zip")
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.create_system, entry.external_attr = 3, _PLAIN_FILE  # the same on every system
            archive.writestr(entry, files[name])
    return written.getvalue()
