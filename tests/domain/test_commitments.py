"""The ledger of promises: what stands on which day, and that no verdict stands on nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.commitment_records import Standing
from rare_gui.domain.commitments import LedgerEntry, ledger
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.measure_state import stretches
from rare_gui.domain.vocabulary import MeasureStatus

DAY = date(2026, 11, 23)
DE_FACTO = "bus-cn-de-facto"
DAYS = st.dates(date(2025, 1, 1), date(2027, 3, 1))


def entry(dataset: Dataset, commitment: str, day: date, known: date | None = None) -> LedgerEntry:
    return next(e for e in ledger(dataset, day, known) if e.promise.id == commitment)


def with_table(dataset: Dataset, name: str, frame: pd.DataFrame) -> Dataset:
    return replace(dataset, tables={**dataset.tables, name: frame}, kept={})


def without(dataset: Dataset, table: str, commitment: str) -> Dataset:
    frame = dataset.tables[table]
    return with_table(dataset, table, frame[frame["commitment"] != commitment])


def test_that_every_promise_of_the_truce_is_told_with_its_verdict(dataset: Dataset) -> None:
    found = ledger(dataset, DAY)
    assert (len(found), sum(len(one.evidence) for one in found)) == (45, 118)
    assert Counter(one.standing for one in found) == {
        Standing.KEPT: 16,
        Standing.PARTLY: 10,
        Standing.NOT_KEPT: 2,
        Standing.CANNOT_TELL: 17,
    }


def test_that_the_latest_talks_come_first(dataset: Dataset) -> None:
    days = [one.promise.agreement.day for one in ledger(dataset, DAY)]
    assert days == sorted(days, key=lambda day: day or date.min, reverse=True)
    agreement = entry(dataset, DE_FACTO, DAY).promise.agreement
    assert (agreement.place, agreement.day) == ("Kuala Lumpur and Busan", date(2025, 10, 30))


def test_that_there_is_no_verdict_before_its_day(dataset: Dataset) -> None:
    judged = entry(dataset, DE_FACTO, DAY).verdict
    assert judged is not None
    before = entry(dataset, DE_FACTO, judged.day - timedelta(days=1))
    assert (before.verdict, before.standing) == (None, Standing.NONE_YET)
    assert entry(dataset, DE_FACTO, judged.day).standing is Standing.NOT_KEPT


def test_that_a_verdict_known_only_later_does_not_count(dataset: Dataset) -> None:
    earlier = entry(dataset, DE_FACTO, DAY, known=date(2025, 12, 1))
    assert earlier.standing is Standing.NONE_YET
    assert all(one.day <= date(2025, 12, 1) for one in earlier.evidence)


def test_that_a_promise_is_not_listed_before_its_talks(dataset: Dataset) -> None:
    assert not any(
        one.promise.agreement.id == "busan-kl-2025-10-30"
        for one in ledger(dataset, date(2025, 10, 29))
    )
    assert ledger(dataset, date(2025, 1, 1)) == ()


@given(DAYS, st.none() | DAYS)
def test_that_nothing_from_after_the_day_is_ever_told(
    dataset: Dataset, day: date, known: date | None
) -> None:
    last = min(day, known or day)
    for one in ledger(dataset, day, known):
        assert all(fact.day <= last for fact in one.evidence)
        assert [fact.day for fact in one.evidence] == sorted(fact.day for fact in one.evidence)
        assert one.verdict is None or one.verdict.day <= last
        decided = {Standing.KEPT, Standing.PARTLY, Standing.NOT_KEPT}
        assert one.evidence or one.standing not in decided


def test_that_a_verdict_without_evidence_says_cannot_tell(dataset: Dataset) -> None:
    bare = without(dataset, "commitment_evidence", DE_FACTO)
    assert entry(bare, DE_FACTO, DAY).standing is Standing.CANNOT_TELL


def test_that_a_promise_that_nobody_judged_has_no_verdict_yet(dataset: Dataset) -> None:
    unjudged = without(dataset, "commitment_verdicts", DE_FACTO)
    assert entry(unjudged, DE_FACTO, DAY).standing is Standing.NONE_YET
    bare = without(unjudged, "commitment_evidence", DE_FACTO)
    assert entry(bare, DE_FACTO, DAY).standing is Standing.CANNOT_TELL


@pytest.mark.parametrize("table", ["commitment_verdicts", "commitment_evidence"])
def test_that_a_row_without_a_source_is_left_out(dataset: Dataset, table: str) -> None:
    frame = dataset.tables[table].copy()
    frame.loc[frame["commitment"] == DE_FACTO, "source_ids"] = ""
    found = entry(with_table(dataset, table, frame), DE_FACTO, DAY)
    if table == "commitment_verdicts":
        assert (found.verdict, found.standing) == (None, Standing.NONE_YET)
    else:
        assert (found.evidence, found.standing) == ((), Standing.CANNOT_TELL)


def test_that_the_measures_of_the_evidence_are_told_as_they_stand_on_the_day(
    dataset: Dataset,
) -> None:
    paused = entry(dataset, "bei-cn-equipment", DAY).measures
    told = {one.measure.id: one.status for one in paused}
    assert told["cn-2023-57-tech-catalogue"] is MeasureStatus.IN_FORCE
    for one in paused:
        parts = [part for part in stretches(dataset.law, one.measure) if part.start <= DAY]
        assert one.status is parts[-1].status


def test_that_an_agreement_whose_id_has_no_day_is_told_all_the_same(dataset: Dataset) -> None:
    frame = dataset.tables["commitments"].copy()
    frame["agreement"] = frame["agreement"].replace({"geneva-2025-05": "side-letter-2025-99"})
    found = ledger(with_table(dataset, "commitments", frame), date(2025, 1, 1))
    assert {one.promise.agreement.day for one in found} == {None}
    assert len(found) == 4
