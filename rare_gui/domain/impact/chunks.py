"""Draws in chunks of one size, worked out one after the other or side by side.

Not for what is worked out.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

ROWS_AT_ONCE = 1_000  # fewer cost more calls, more cost more memory
Made = TypeVar("Made")


def side_by_side(act: Callable[[slice], Made], draws: int, threads: int) -> list[Made]:
    """What `act` makes of each chunk of the draws, in their order.

    The chunks are the same however many `threads` there are; numpy lets these work at once.
    """
    chunks = cut_up(draws, ROWS_AT_ONCE)
    if min(threads, len(chunks)) < 2:
        return [act(rows) for rows in chunks]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(act, chunks))


def cut_up(draws: int, at_once: int) -> list[slice]:
    """The rows of each so many draws; only the last may be fewer."""
    return [slice(start, min(start + at_once, draws)) for start in range(0, draws, at_once)]
