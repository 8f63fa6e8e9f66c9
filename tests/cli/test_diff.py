"""`rare-gui diff`: the answer's shape, its facts, and days in the wrong order."""

from __future__ import annotations

from datetime import date

import pytest

from rare_gui.cli.diff import Query, answer, show
from rare_gui.cli.failures import WrongArguments
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.names import Names

AUTUMN = Query(date(2025, 10, 1), date(2025, 12, 1), None, "CN", "US", as_known=False)


def test_that_the_shape_is_the_documented_one(dataset: Dataset) -> None:
    found = answer(dataset, AUTUMN)
    assert list(found) == ["from", "to", "changes", "facts", "problems"]
    assert (found["from"], found["to"]) == ("2025-10-01", "2025-12-01")
    assert all(
        list(change)
        == ["material", "form", "origin", "destination", "from_state", "to_state", "measures"]
        for change in found["changes"]
    )
    assert all(list(fact) == ["table", "what", "known_from"] for fact in found["facts"])


def test_that_the_autumn_of_2025_is_told(dataset: Dataset) -> None:
    changes = answer(dataset, AUTUMN)["changes"]
    found = {(change["material"], change["form"]): change for change in changes}
    gallium = found["gallium", "metal"]
    assert (gallium["from_state"], gallium["to_state"]) == ("prohibited", "licence_required")
    assert gallium["measures"] == ["cn-2024-46-us-ga-ge-sb"]
    holmium = found["holmium", "metal"]
    assert (holmium["from_state"], holmium["to_state"]) == ("free", "suspended")
    named = {one for change in changes for one in change["measures"]}
    assert not named & {"cn-2025-70-suspension", "cn-2025-72-suspension"}


def test_that_the_october_package_is_among_the_facts_as_announced_then_suspended(
    dataset: Dataset,
) -> None:
    facts = answer(dataset, AUTUMN)["facts"]
    told = [fact for fact in facts if fact["what"].startswith("Five further rare earths: ")]
    assert [(fact["known_from"], fact["what"].split(": ")[1]) for fact in told] == [
        ("2025-10-09", "announced on 9 Oct 2025, to start on 8 Nov 2025"),
        ("2025-11-07", "suspended on 7 Nov 2025 until 10 Nov 2026"),
    ]


def test_that_a_material_and_the_knowledge_of_the_days_can_be_asked_for(dataset: Dataset) -> None:
    ndpr = Query(AUTUMN.earlier, AUTUMN.later, "ndpr", "CN", "US", as_known=False)
    forms = {change["form"] for change in answer(dataset, ndpr)["changes"]}
    known = Query(AUTUMN.earlier, AUTUMN.later, "ndpr", "CN", "US", as_known=True)
    assert forms - {change["form"] for change in answer(dataset, known)["changes"]} == {"oxide"}


def test_that_days_in_the_wrong_order_are_refused(dataset: Dataset) -> None:
    wrong = Query(AUTUMN.later, AUTUMN.earlier, None, "CN", "US", as_known=False)
    with pytest.raises(WrongArguments, match="give the earlier day first"):
        answer(dataset, wrong)


def test_that_the_text_counts_and_names(
    dataset: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    names = Names.from_tables(dataset.tables)
    show(answer(dataset, AUTUMN), names, as_json=False)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "States changed from 1 Oct 2025 to 1 Dec 2025: 102."
    assert "prohibited to licence required: 12" in lines
    assert "    Gallium: oxide, compounds, metal (cn-2024-46-us-ga-ge-sb)" in lines


def test_that_nothing_changed_is_said(dataset: Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    same = Query(AUTUMN.later, AUTUMN.later, None, "CN", "US", as_known=False)
    show(answer(dataset, same), Names.from_tables(dataset.tables), as_json=False)
    assert capsys.readouterr().out.splitlines() == [
        "No state changed between 1 Dec 2025 and 1 Dec 2025.",
        "Facts that became known: 0.",
    ]
