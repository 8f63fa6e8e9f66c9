"""How to cite a picture and the data behind it: plain words, BibTeX, CITATION.cff.

Not for the sources themselves: `scenes.citations` writes one of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.parts import SourceRecord
from rare_gui.domain.evidence.rows import sources_of
from rare_gui.scenes.citations import all_bibtex, all_plain, escaped
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.pictures.title import default_title
from rare_gui.scenes.scenario import text_words
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import day_words

CFF_VERSION = "1.2.0"
_CITED = "How to cite the picture"
_SOURCES = "Its sources"


@dataclass(frozen=True, slots=True)
class Cited:
    """A picture as something to cite. `made` is the day of its making, None to leave it out.

    `package` is name and version of the data, `through` the last day that they reach as known in
    the picture. `program` is name and version, `supposed` the name of a what-if.
    """

    title: str
    as_of: date
    known_on: date | None
    program: str
    package: str
    digest: str
    through: date
    homepage: str = ""
    supposed: str = ""
    made: date | None = None

    @property
    def plain(self) -> str:
        """One sentence a part: what it shows of which day, by what program, from which data."""
        known = f", as known on {day_words(self.known_on)}" if self.known_on else ""
        made = f" Made {day_words(self.made)}." if self.made else ""
        where = f" {self.homepage}." if self.homepage else ""
        supposed = f" {self.supposed}." if self.supposed else ""
        return (
            f"{self.title}, as of {day_words(self.as_of)}{known}.{supposed} Picture by "
            f"{self.program} from the data package {self.package} "
            f"(policy data to {day_words(self.through)}, SHA-256 {self.digest}).{made}{where}"
        )


def cited(
    dataset: Dataset,
    selection: Selection,
    *,
    program: str,
    title: str = "",
    made: date | None = None,
) -> Cited:
    """The picture of a selection; without a title it has the one written from the data."""
    return Cited(
        title=" ".join((title or default_title(dataset, selection)).split()),
        as_of=selection.as_of,
        known_on=selection.known_on,
        program=program,
        package=f"{dataset.name} {dataset.version}",
        digest=dataset.digest,
        through=known_through(dataset, selection.known_on),
        homepage=dataset.homepage,
        supposed=text_words(selection.scenario),
        made=made,
    )


def plain_text(dataset: Dataset, one: Cited, ids: Iterable[str]) -> str:
    """The picture, then each of its sources on a line."""
    sources = all_plain(_known(dataset, ids))
    return "\n".join([_CITED, one.plain, "", _SOURCES, sources or "none", ""])


def bibtex_text(dataset: Dataset, one: Cited, ids: Iterable[str]) -> str:
    """The picture as an entry, then its sources."""
    fields = [
        ("author", f"{{{escaped(one.program)}}}"),
        ("title", f"{{{escaped(one.title)}, as of {one.as_of.isoformat()}}}"),
        ("note", escaped(f"Data package {one.package}, SHA-256 {one.digest}")),
    ]
    if one.made:
        fields.append(("year", str(one.made.year)))
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields)
    entry = f"@misc{{rare-gui-picture,\n{lines}\n}}"
    return "\n\n".join(part for part in (entry, all_bibtex(_known(dataset, ids))) if part) + "\n"


def cff_text(one: Cited) -> str:
    """The picture in the Citation File Format 1.2; JSON strings are valid YAML scalars."""
    fields = [
        ("cff-version", CFF_VERSION),
        ("message", "If you use this picture or its data, please cite it as below."),
        ("type", "dataset"),
        ("title", f"{one.title}, as of {one.as_of.isoformat()}"),
        ("version", one.package.rpartition(" ")[2]),
    ]
    if one.made:
        fields.append(("date-released", one.made.isoformat()))
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields]
    lines += [
        "authors:",
        f"  - name: {json.dumps(one.program, ensure_ascii=False)}",
        "identifiers:",
        "  - type: other",
        f"    value: {json.dumps(f'sha256:{one.digest}')}",
        f"    description: {json.dumps(f'Digest of the data package {one.package}')}",
    ]
    return "\n".join(lines) + "\n"


def _known(dataset: Dataset, ids: Iterable[str]) -> tuple[SourceRecord, ...]:
    return sources_of(dataset, ids)[0]
