from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.pictures.facts import Facts, creation_time, picture_facts
from rare_gui.scenes.selection import Selection

NOW = datetime(2026, 11, 23, 10, 5, 7, 99, tzinfo=timezone(timedelta(hours=1)))
VIEW = Selection("dysprosium", date(2026, 11, 23))


def facts(dataset: Dataset, title: str = "Dysprosium", *, with_view: bool = True) -> Facts:
    return picture_facts(
        dataset,
        VIEW,
        title=title,
        description="a\n\nb",
        sources=["One: first"],
        program="rare_gui 1",
        created=NOW,
        with_view=with_view,
    )


def test_that_facts_name_data_view_and_moment(dataset: Dataset) -> None:
    found = facts(dataset)
    assert found.package == f"{dataset.name} {dataset.version} {dataset.digest}"
    assert found.view == "material=dysprosium as_of=2026-11-23"
    assert found.created == datetime(2026, 11, 23, 9, 5, 7, tzinfo=UTC)


def test_that_the_view_can_be_left_out(dataset: Dataset) -> None:
    assert facts(dataset, with_view=False).view is None


def test_that_texts_are_one_plain_line_each(dataset: Dataset) -> None:
    found = facts(dataset, "Raw\x00 dysprosium\r\n dwindles\u202e")
    assert (found.title, found.description) == ("Raw dysprosium dwindles", "a b")


def test_that_the_present_can_be_set_from_outside() -> None:
    assert creation_time({}, NOW) == datetime(2026, 11, 23, 9, 5, 7, tzinfo=UTC)
    assert creation_time({"SOURCE_DATE_EPOCH": "0"}, NOW) == datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("text", ["yesterday", "1e5", "9" * 30])
def test_that_an_epoch_that_is_no_number_is_told(text: str) -> None:
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH"):
        creation_time({"SOURCE_DATE_EPOCH": text}, NOW)
