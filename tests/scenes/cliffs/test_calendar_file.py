"""The calendar file: what RFC 5545 asks for, and the same bytes for the same clauses."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.cliffs import cliffs
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.presets import preset
from rare_gui.scenes.cliffs.calendar_file import CalendarEvent, calendar_event, calendar_text
from rare_gui.scenes.cliffs.scene import calendar_of, cliffs_scene
from rare_gui.scenes.selection import Selection

DAY = date(2026, 11, 23)


def unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    return text.removesuffix("\r\n").replace("\r\n ", "").split("\r\n")


def read_back(value: str) -> str:
    """A TEXT value as a calendar program reads it."""
    signs, escaped = [], False
    for sign in value:
        if escaped:
            signs.append("\n" if sign in "nN" else sign)
            escaped = False
        elif sign == "\\":
            escaped = True
        else:
            signs.append(sign)
    return "".join(signs)


@pytest.fixture(scope="module")
def shipped(dataset: Dataset) -> str:
    events = [calendar_event(dataset, cliff) for cliff in cliffs(dataset.law, DAY)]
    return calendar_text(events, dataset.data_through)


def test_that_every_clause_is_an_all_day_event_with_two_reminders(
    dataset: Dataset, shipped: str
) -> None:
    lines = unfolded(shipped)
    number = len(cliffs(dataset.law, DAY))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == number
    assert lines.count("BEGIN:VALARM") == lines.count("END:VALARM") == 2 * number
    assert lines.count("TRIGGER:-P14D") == lines.count("TRIGGER:-P1D") == number
    start = lines.index("DTSTART;VALUE=DATE:20261127")
    assert lines[start + 1] == "DTEND;VALUE=DATE:20261128"


def test_that_no_line_is_longer_than_75_octets_and_all_end_with_crlf(shipped: str) -> None:
    lines = shipped.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)


def test_that_a_clause_keeps_its_uid_and_no_two_share_one(dataset: Dataset, shipped: str) -> None:
    uids = [line for line in unfolded(shipped) if line.startswith("UID:")]
    assert len(set(uids)) == len(uids)
    assert "UID:cn-2024-46-us-ga-ge-sb.2026-11-27.legal_text@rare-gui" in uids
    # another day of looking gives the same event
    later = [calendar_event(dataset, c) for c in cliffs(dataset.law, date(2026, 11, 25))]
    assert {f"UID:{event.uid}" for event in later} <= set(uids)


def test_that_the_same_clauses_give_the_same_bytes_in_whatever_order(
    dataset: Dataset, shipped: str
) -> None:
    events = [calendar_event(dataset, cliff) for cliff in cliffs(dataset.law, DAY)]
    assert calendar_text(reversed(events), dataset.data_through) == shipped
    assert shipped.count("DTSTAMP:20261009T000000Z") == len(events)


def test_that_the_description_tells_sentence_basis_and_sources(dataset: Dataset) -> None:
    cliff = next(c for c in cliffs(dataset.law, DAY) if c.days_left == 4)
    told = calendar_event(dataset, cliff).description
    assert told.startswith("An export ban applies again: Presumptive denial of Ga, Ge, Sb")
    assert "Basis of the date: legal text." in told
    assert "No. 72 of 2025" in told
    assert "Source: " in told


def test_that_without_clauses_the_file_is_still_a_calendar() -> None:
    assert unfolded(calendar_text([], DAY))[-1] == "END:VCALENDAR"


@given(st.text(max_size=300), st.text(alphabet="a,;\\\n钕é😀", max_size=300))
def test_that_any_text_comes_back_as_it_was(summary: str, description: str) -> None:
    text = calendar_text([CalendarEvent("one@rare-gui", DAY, summary, description)], DAY)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = unfolded(text)
    assert lines.count("END:VEVENT") == 1
    told = next(line for line in lines if line.startswith("DESCRIPTION:"))
    assert read_back(told.removeprefix("DESCRIPTION:")) == description
    first = next(line for line in lines if line.startswith("SUMMARY:"))
    shown = "".join(sign for sign in summary if sign == "\n" or sign.isprintable())
    assert read_back(first.removeprefix("SUMMARY:")) == shown


def test_that_a_clause_under_a_what_if_says_so_and_never_replaces_the_real_one(
    dataset: Dataset,
) -> None:
    supposed = preset(dataset.law, "truce-lapses").apply(dataset)
    real, made = (calendar_event(one, cliffs(one.law, DAY)[-1]) for one in (dataset, supposed))
    assert (real.day, real.uid) != (made.day, made.uid)
    assert made.summary == f"What if the truce lapses: {real.summary}"
    assert (
        made.description == f"What if the truce lapses; not the law of the day.\n{real.description}"
    )


def test_that_the_file_of_a_filtered_board_names_its_filters(dataset: Dataset) -> None:
    view = Selection("gallium", DAY, only_material=True, within=90)
    listed = tuple(row.clause for row in cliffs_scene(dataset, view).rows)
    every = len(cliffs(dataset.law, DAY))
    note = (
        f"DESCRIPTION:Only Gallium\\, within 90 days: {len(listed)} of {every} clauses\\, "
        "as of 23 Nov 2026."
    )
    assert note in unfolded(calendar_of(dataset, view, listed))
    pair = Selection("dysprosium", DAY, compared=("gallium", "holmium"), only_compared=True)
    both = tuple(row.clause for row in cliffs_scene(dataset, pair).rows)
    assert (
        f"DESCRIPTION:Only Gallium and Holmium: {len(both)} of {every} clauses\\, "
        "as of 23 Nov 2026."
    ) in unfolded(calendar_of(dataset, pair, both))
    plain = Selection("gallium", DAY)
    assert note not in unfolded(calendar_of(dataset, plain, listed))
