"""`rare-gui ledger`: the documented shape, the day, the words."""

from __future__ import annotations

import json
from datetime import date

import pytest

from rare_gui.cli.ledger import answer, show
from rare_gui.domain.dataset import Dataset

DAY = date(2026, 11, 23)
KEYS = {
    "id", "agreement", "by", "subject", "promise", "due", "due_precision", "materials",
    "according_to", "disputed", "dispute", "standing", "verdict", "evidence", "measures", "flows",
    "sources",
}  # fmt: skip


def test_that_the_answer_has_the_documented_shape(
    dataset: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    show(dataset, DAY, as_json=True)
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {"as_of", "data_through", "problems", "promises"}
    assert len(found["promises"]) == 45
    assert all(set(promise) == KEYS for promise in found["promises"])
    assert all(promise["sources"] for promise in found["promises"])


def test_that_before_its_day_there_is_no_verdict(dataset: Dataset) -> None:
    found = answer(dataset, date(2025, 12, 1))["promises"]
    one = next(promise for promise in found if promise["id"] == "bus-cn-de-facto")
    assert (one["standing"], one["verdict"]) == ("none_yet", None)


def test_that_the_words_tell_verdict_reason_and_both_texts(
    dataset: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    show(dataset, DAY, as_json=False)
    out = capsys.readouterr().out
    assert "Not kept, as of 8 Oct 2026, 19 pieces of evidence, confidence high." in out
    assert "Two texts: The Chinese text suspends the October 2025 controls only" in out
    assert out.endswith("As of 2026-11-23; policy data to 2026-10-09.\n")


def test_that_a_day_before_the_truce_has_no_promise(
    dataset: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    show(dataset, date(2025, 1, 1), as_json=False)
    assert capsys.readouterr().out.startswith("No promise was made by this day.")
