"""Pieces of a case's draws that another process works out, which was sent the tables.

Not for reaching other processes (`cli.cluster`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.model import ask, drawn
from rare_gui.domain.impact.portable import unpacked
from rare_gui.domain.impact.run import Piece, Question, piece_of
from rare_gui.domain.impact.values import Drawn


@dataclass(frozen=True, slots=True)
class Asked:
    """What `impact.model.size` takes; `today` is packed as the dataset is."""

    case: ImpactCase
    as_of: date
    known_on: date | None
    destination: str
    draws: int
    seed: int
    today: bytes | None = None


def sized_piece(data: bytes, job: tuple[Asked, slice]) -> Piece:
    """The losses in some rows of the draws of a case on the dataset that `data` packs.

    The draws of each assumption are those of the whole case, kept for its next piece.
    """
    asked, rows = job
    return piece_of(*_ready(data, asked), rows)


@lru_cache(maxsize=1)
def _ready(data: bytes, asked: Asked) -> tuple[Question, Drawn]:
    question = ask(
        unpacked(data),
        asked.case,
        asked.as_of,
        asked.known_on,
        destination=asked.destination,
        draws=asked.draws,
        seed=asked.seed,
        today=unpacked(asked.today) if asked.today is not None else None,
    )
    return question, drawn(question)
