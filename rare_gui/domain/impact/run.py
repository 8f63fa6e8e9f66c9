"""One run of a case: what is asked, and the arrays of losses that some values lead to.

Not for the answer that is made of them (`impact.answer`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.chunks import cut_up, side_by_side
from rare_gui.domain.impact.cuts import Cut
from rare_gui.domain.impact.direct import DirectLoss, DirectStep, direct_loss
from rare_gui.domain.impact.parameters import Parameter
from rare_gui.domain.impact.result import NotSized
from rare_gui.domain.impact.spread import Losses, together
from rare_gui.domain.impact.values import Drawn, Middles, Values, Window

AT_ONCE = 2_000
"""Draws that are passed on to other sectors in one go."""
_LARGE = 32_000_000  # bytes, below the 32 MiB up to which a freed block counts


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
    weight, stock = (own.of(f"model.{key}") for key in ("bottleneck_weight", "parts_stock_days"))

    def passed_on(some: slice) -> Losses:
        return together(
            step.economy,
            direct.output[some],
            bottleneck=weight[some],
            parts_stock_days=stock[some],
            weeks=step.weeks,
        )

    parts = side_by_side(passed_on, own.n, threads)
    if len(parts) == 1:
        return Piece(direct, parts[0])
    arrays = zip(*map(_of, parts), strict=True)
    return Piece(direct, Losses(*(np.concatenate(some) for some in arrays)))


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

    _keep_freed_memory()
    pieces = cut_up(values.n, AT_ONCE)
    whole: list[NDArray[Any]] = []
    for count, (rows, made) in enumerate((mapped or here)(pieces), start=1):
        if done is not None:
            done(count / len(pieces))
        if len(pieces) == 1:
            return Run(values, made.direct, made.losses)
        arrays = (made.direct.output, made.direct.weekly, *made.direct.alone, *_of(made.losses))
        if not whole:
            whole = [np.empty((values.n, *one.shape[1:]), one.dtype) for one in arrays]
        for all_rows, some in zip(whole, arrays, strict=True):
            all_rows[rows] = some
    output, weekly, *others = whole
    alone = tuple(others[: len(question.step.chains)])
    return Run(values, DirectLoss(output, weekly, alone), Losses(*others[len(alone) :]))


def _of(losses: Losses) -> tuple[NDArray[Any], ...]:
    return tuple(getattr(losses, one.name) for one in fields(Losses))


def _keep_freed_memory() -> None:
    """Let glibc keep blocks of the size of a chunk when they are freed.

    It gives blocks over 128 KB back to the system, which then clears every page of the next one:
    half of the time of a run. Once a larger block was freed, blocks up to its size are kept
    (mallopt(3), M_MMAP_THRESHOLD; at most 32 MiB). Nothing is written to this one, so it costs no
    memory; with another library it does nothing.
    """
    np.empty(_LARGE, np.uint8)


def last_of(run: Run, values: Middles) -> Run:
    """The last row of a run as a run of its own; `values` are those of that row alone."""
    direct = run.direct
    one = slice(-1, None)
    return Run(
        values,
        DirectLoss(direct.output[one], direct.weekly[one], tuple(x[one] for x in direct.alone)),
        Losses(*(array[one] for array in _of(run.losses))),
    )
