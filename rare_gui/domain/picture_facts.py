"""What a saved picture tells of itself to whoever opens the file: the facts in its metadata.

Not for how a format holds them: `figures.formats` writes them, `intake.picture_facts` reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts in a picture's file; each text is plain, and empty where there is none.

    `description` is the alternative text. `sources` are short citations of one line each. `created`
    is in UTC, to the second. `software` is name and version, `package` the data's name, version and
    digest. `view` is the selection as text, None when it was left out. `title_edited`: the title
    is the user's own, not written from the data.
    """

    title: str
    description: str
    sources: tuple[str, ...]
    licence: str
    created: datetime
    software: str
    package: str
    view: str | None
    title_edited: bool = False
