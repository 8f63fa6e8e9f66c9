"""One run of a case: what is asked, and the arrays of losses that some values lead to.

Not for the answer that is made of them (`impact.answer`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

import numpy as np

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.cuts import Cut
from rare_gui.domain.impact.direct import DirectLoss, DirectStep, cut_up, direct_loss
from rare_gui.domain.impact.parameters import Parameter
from rare_gui.domain.impact.result import NotSized
from rare_gui.domain.impact.spread import Losses, together
from rare_gui.domain.impact.values import Drawn, Middles, Values, Window

AT_ONCE = 2_000
"""Draws that are passed on to other sectors in one go."""
_ARRAYS = tuple(one.name for one in fields(Losses))


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what the tables make of it."""

    dataset: Dataset
    case: ImpactCase
    as_of: date
    origin: str
    destination: str
    draws: int
    seed: int
    cuts: tuple[Cut, ...]
    known: Mapping[str, Parameter]
    step: DirectStep
    not_sized: tuple[NotSized, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """The values that were used, and the losses that they led to."""

    values: Drawn | Middles
    direct: DirectLoss
    losses: Losses


@dataclass(frozen=True, slots=True)
class Piece:
    """The losses in some of the draws."""

    direct: DirectLoss
    losses: Losses


Mapped = Callable[[Sequence[slice]], Iterator[tuple[slice, Piece]]]
"""Who works out pieces elsewhere: rows of draws to their pieces, in any order."""


def piece_of(
    question: Question,
    values: Values,
    rows: slice,
    *,
    keep_shares: bool = False,
    threads: int = 1,
) -> Piece:
    """The losses in the draws of `rows`: the same to the last bit wherever it is worked out."""
    step, own = question.step, Window(values, rows)
    direct = direct_loss(step, own, keep_shares=keep_shares, threads=threads)
    losses = together(
        step.economy,
        direct.output,
        bottleneck=own.of("model.bottleneck_weight"),
        parts_stock_days=own.of("model.parts_stock_days"),
        weeks=step.weeks,
    )
    return Piece(direct, losses)


def run(
    question: Question,
    values: Drawn | Middles,
    *,
    keep_shares: bool = False,
    threads: int = 1,
    mapped: Mapped | None = None,
    done: Callable[[float], None] | None = None,
) -> Run:
    """The losses in every draw of `values`; `done` is told shares of the work and may stop it.

    Shares are kept for few draws only: those of one piece. Pieces are the same wherever they are
    worked out, here by so many `threads` or by `mapped`, and so is the run.
    """

    def here(pieces: Sequence[slice]) -> Iterator[tuple[slice, Piece]]:
        for rows in pieces:
            made = piece_of(question, values, rows, keep_shares=keep_shares, threads=threads)
            yield rows, made

    pieces = cut_up(values.n, AT_ONCE)
    found: dict[int, Piece] = {}
    for rows, made in (mapped or here)(pieces):
        found[rows.start] = made
        if done is not None:
            done(len(found) / len(pieces))
    ordered = [found[rows.start] for rows in pieces]
    return Run(values, _direct([one.direct for one in ordered]), _joined(ordered))


def last_of(run: Run, values: Middles) -> Run:
    """The last row of a run as a run of its own; `values` are those of that row alone."""
    direct = run.direct
    one = slice(-1, None)
    return Run(
        values,
        DirectLoss(direct.output[one], direct.weekly[one], tuple(x[one] for x in direct.alone)),
        Losses(**{name: getattr(run.losses, name)[one] for name in _ARRAYS}),
    )


def _direct(pieces: list[DirectLoss]) -> DirectLoss:
    if len(pieces) == 1:
        return pieces[0]
    return DirectLoss(
        np.concatenate([one.output for one in pieces]),
        np.concatenate([one.weekly for one in pieces]),
        tuple(map(np.concatenate, zip(*(one.alone for one in pieces), strict=True))),
    )


def _joined(pieces: list[Piece]) -> Losses:
    if len(pieces) == 1:
        return pieces[0].losses
    return Losses(
        **{name: np.concatenate([getattr(one.losses, name) for one in pieces]) for name in _ARRAYS}
    )
