"""The folder of a grid run: what was asked in `manifest.json`, and one `.npz` for each part.

A part's file is written whole when all its cells are done, so a run that was killed goes on where
it was. Not for computing anything.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from rare_gui.app.version import version
from rare_gui.cli.failures import Failed, WrongArguments
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.economy import economy
from rare_gui.domain.impact.grid import Grid, Losses, Part
from rare_gui.intake.whole_files import write_whole

MANIFEST = "manifest.json"
FORMAT = 1
AXES = {
    "value_added": ["cuts", "weeks", "sectors", "percentiles"],
    "total": ["cuts", "weeks", "percentiles"],
    "output": ["cuts", "weeks", "percentiles"],
}
"""The arrays of a part's file: USD of value added by sector, of all sectors, and of output."""


@dataclass(frozen=True, slots=True)
class GridFolder:
    """Where one grid run is kept."""

    path: Path

    def begin(self, dataset: Dataset, grid: Grid, reasons: Mapping[Part, str]) -> None:
        """Write the manifest, or see that the one that is there is of the same run.

        `reasons` tells why a part cannot be sized, "" where it can. Raises WrongArguments for a
        folder with another run, Failed where nothing can be read or written.
        """
        asked = _run(dataset, grid)
        place = self.path / MANIFEST
        if place.exists():
            self._check(asked)
            return
        told = {
            "what": "losses by material, form, cut and weeks",
            "format": FORMAT,
            "run": asked,
            "percentiles": [5, 50, 95],
            "unit": "USD",
            "year": economy(dataset).year,
            "sectors": list(economy(dataset).sectors),
            "arrays": AXES,
            "parts": [_part(part, reason) for part, reason in reasons.items()],
        }
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            write_whole(place, (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode())
        except OSError as error:
            raise Failed(f"{place} cannot be written: {error.strerror or error}") from None

    def _check(self, asked: Mapping[str, Any]) -> None:
        place = self.path / MANIFEST
        try:
            there = json.loads(place.read_text(encoding="utf-8"))["run"]
            differ = [word for word in asked if there.get(word) != asked[word]]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            raise Failed(f"{place} cannot be read as a grid's manifest; write elsewhere") from None
        if differ:
            told = "; ".join(
                f"{word} {_short(there.get(word))} and not {_short(asked[word])}" for word in differ
            )
            raise WrongArguments(f"{self.path} holds another run, with {told}: write elsewhere")

    def has(self, part: Part) -> bool:
        """Whether the part is done."""
        return zipfile.is_zipfile(self._file(part))

    def put(self, part: Part, losses: Losses) -> None:
        """Keep a part that is done; Failed where it cannot be written."""
        content = BytesIO()
        np.savez_compressed(content, allow_pickle=False, **asdict(losses))
        try:
            write_whole(self._file(part), content.getvalue())
        except OSError as error:
            why = error.strerror or error
            raise Failed(f"{self._file(part)} cannot be written: {why}") from None

    def _file(self, part: Part) -> Path:
        return self.path / _name(part)


def _run(dataset: Dataset, grid: Grid) -> dict[str, Any]:
    """All that the numbers rest on, as JSON gives it back."""
    asked = {"version": version(), "data": dataset.version, "digest": dataset.digest}
    found: dict[str, Any] = json.loads(json.dumps({**asked, **asdict(grid)}))
    return found


def _part(part: Part, reason: str) -> dict[str, Any]:
    told = {"material": part.material, "form": part.form.value}
    return {**told, "not_sized": reason} if reason else {**told, "file": _name(part)}


def _name(part: Part) -> str:
    return f"{part.material}.{part.form}.npz"


def _short(value: object) -> str:
    if isinstance(value, list):
        return f"{len(value)} ({', '.join(str(one) for one in value[:3])}, ...)"
    return str(value)[:40]
