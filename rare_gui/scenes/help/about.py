"""What the program is and what it is made of: version, data, licences, sources.

Not for finding the file of licences: its text is handed in.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.provenance import cite
from rare_gui.scenes.wording import day_words

PROMISE = (
    "The program opens no connection: no updates, no telemetry, nothing is uploaded. Your views, "
    "notes, parts lists and what-ifs stay on this computer."
)
_NO_TEXT = "It carries no text of its licence; its author names it as above."


@dataclass(frozen=True, slots=True)
class Licence:
    """A part of what was handed to the user, the name of its licence, and its text."""

    name: str
    version: str
    role: str
    licence: str
    text: str

    @property
    def title(self) -> str:
        """Name and version."""
        return f"{self.name} {self.version}".strip()


@dataclass(frozen=True, slots=True)
class AboutScene:
    """Facts as (what, value), the promise, the licences and the citations of all sources."""

    facts: tuple[tuple[str, str], ...]
    promise: str
    licences: tuple[Licence, ...]
    sources: tuple[str, ...]


def about_scene(dataset: Dataset | None, version: str, licences: tuple[Licence, ...]) -> AboutScene:
    """About a version of the program and the data that it shows; None before there are any."""
    facts = [("Program", f"rare_gui {version}")]
    sources: tuple[str, ...] = ()
    if dataset is not None:
        facts += [
            ("Data package", f"{dataset.name} {dataset.version}"),
            ("Digest of its tables", dataset.digest),
            ("Data to", day_words(dataset.data_through, short=False)),
            ("Licence of the data", dataset.licence or "not told by the package"),
        ]
        ids = dataset.tables["sources"]["source_id"]
        sources = tuple(source.citation for source in cite(dataset, ids))
    return AboutScene(tuple(facts), PROMISE, licences, sources)


def read_licences(text: str) -> tuple[Licence, ...]:
    """The parts in the list of licences that is shipped (`packaging/licences.py` writes it).

    Raises ValueError where it cannot be read.
    """
    try:
        record = json.loads(text)
        return tuple(
            Licence(
                part["name"],
                part["version"],
                part["role"],
                part["licence"],
                "\n\n\n".join(record["texts"][key] for key in part["texts"]) or _NO_TEXT,
            )
            for part in record["parts"]
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"the list of licences cannot be read: {error!r}") from error
