"""Pieces of a case worked out from packed tables are those of a run here, to the last bit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact import run as runs
from rare_gui.domain.impact.case import WHAT_IF, ImpactCase
from rare_gui.domain.impact.elsewhere import Asked, sized_piece
from rare_gui.domain.impact.model import ask, drawn, size
from rare_gui.domain.impact.portable import TABLES, packed, unpacked
from rare_gui.domain.impact.run import Piece, piece_of, run
from rare_gui.domain.scenario import Scenario
from rare_gui.intake.scenarios import find_what_if

DAY = date(2026, 11, 23)
CASE = ImpactCase.from_text("preset=full-stop material=gallium,dysprosium")


def whole_and_mapped(
    dataset: Dataset, case: ImpactCase, draws: int, today: Dataset | None = None
) -> tuple[object, object]:
    """The answer here, and that of pieces worked out from packed tables, the last one first."""
    of_today = packed(today) if today is not None else None
    asked = Asked(case, DAY, None, "US", draws, 1, of_today)
    data = packed(dataset)

    def mapped(pieces: Sequence[slice]) -> Iterator[tuple[slice, Piece]]:
        for rows in reversed(pieces):
            yield rows, sized_piece(data, (asked, rows))

    here = size(dataset, case, as_of=DAY, draws=draws, today=today)
    return here, size(dataset, case, as_of=DAY, draws=draws, today=today, mapped=mapped)


def test_that_pieces_worked_out_elsewhere_give_the_same_answer(dataset: Dataset) -> None:
    here, elsewhere = whole_and_mapped(dataset, CASE, 4_500)
    assert here == elsewhere


def test_that_a_what_if_is_sent_with_its_law_and_that_of_today(dataset: Dataset) -> None:
    line = "x | listed material=lanthanum date=2027-01-01 effect=ban forms=compound to=US"
    scenario: Scenario = find_what_if(line, dataset, None)[0]
    case = ImpactCase(WHAT_IF)
    here, elsewhere = whole_and_mapped(scenario.apply(dataset), case, 100, dataset)
    assert here == elsewhere
    assert [cut.material for cut in here.cuts] == ["lanthanum"]  # type: ignore[attr-defined]


def test_that_the_tables_sent_are_small_and_enough(dataset: Dataset) -> None:
    data = packed(dataset)
    sent = unpacked(data)
    assert len(data) < 2_000_000
    assert set(sent.tables) == set(TABLES)
    assert (sent.digest, sent.data_through) == (dataset.digest, dataset.data_through)
    assert size(sent, CASE, as_of=DAY, draws=20) == size(dataset, CASE, as_of=DAY, draws=20)


def test_that_unpacked_tables_are_kept_for_the_next_piece(dataset: Dataset) -> None:
    data = packed(dataset)
    assert unpacked(data) is unpacked(bytes(bytearray(data)))


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_that_threads_and_pieces_change_no_bit(dataset: Dataset, threads: int) -> None:
    question = ask(dataset, CASE, DAY, draws=4_500)
    values = drawn(question)
    whole = run(question, values, threads=threads)
    for rows in runs.cut_up(4_500, runs.AT_ONCE):
        piece = piece_of(question, values, rows)
        assert (piece.losses.output == whole.losses.output[rows]).all()
        assert (piece.direct.weekly == whole.direct.weekly[rows]).all()
        assert (piece.losses.binds == whole.losses.binds[rows]).all()
