"""`rare-gui cliffs`: the documented shape, one material, the calendar file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from rare_gui.cli.cliffs import chosen, show, told
from rare_gui.domain.dataset import Dataset
from tests.cli.conftest import Ask

AS_OF = ("--as-of", "2026-11-23")
KEYS = {
    "date", "days_left", "measure", "what_happens", "basis", "date_in_legal_text", "beyond_data",
    "materials", "sources",
}  # fmt: skip


def test_that_the_answer_has_the_documented_shape(ask: Ask) -> None:
    answer = ask("cliffs", *AS_OF, "--json")
    assert (answer.code, answer.err) == (0, "")
    found = json.loads(answer.out)
    assert set(found) == {"as_of", "data_through", "cliffs", "problems"}
    assert (found["as_of"], found["data_through"]) == ("2026-11-23", "2026-10-09")
    assert all(set(cliff) == KEYS for cliff in found["cliffs"])


@pytest.mark.parametrize(
    ("day", "left", "basis"),
    [
        ("2026-11-10", -13, "legal_text"),
        ("2026-11-27", 4, "legal_text"),
        ("2027-01-01", 39, "legal_text"),
        ("2027-01-10", 48, "official_statement"),
    ],
)
def test_that_the_dates_of_the_truce_are_all_told(
    ask: Ask, day: str, left: int, basis: str
) -> None:
    found = json.loads(ask("cliffs", *AS_OF, "--json").out)["cliffs"]
    assert (left, basis) in {(c["days_left"], c["basis"]) for c in found if c["date"] == day}


def test_that_a_statement_names_the_date_in_the_legal_text(ask: Ask) -> None:
    found = json.loads(ask("cliffs", *AS_OF, "--json").out)["cliffs"]
    both = [c for c in found if c["measure"] == "cn-2025-57-five-ree"]
    assert [(c["date"], c["date_in_legal_text"]) for c in both] == [
        ("2026-11-10", None),
        ("2027-01-10", "2026-11-10"),
    ]
    assert both[0]["materials"] == ["europium", "holmium", "erbium", "thulium", "ytterbium"]
    assert both[0]["beyond_data"] is True
    assert "mofcom-2026-0928" in both[1]["sources"]


def test_that_one_material_has_its_own_clauses_alone(ask: Ask) -> None:
    found = json.loads(ask("cliffs", *AS_OF, "--material", "Gallium", "--json").out)["cliffs"]
    assert [(c["date"], c["measure"]) for c in found] == [("2026-11-27", "cn-2024-46-us-ga-ge-sb")]


def test_that_the_text_says_when_nothing_is_ahead(ask: Ask) -> None:
    answer = ask("cliffs", "--material", "tellurium", *AS_OF)
    assert answer.code == 0
    assert "No dated clause ahead." in answer.out


def test_that_the_calendar_file_is_written_whole_and_never_over_another(
    ask: Ask, tmp_path: Path
) -> None:
    path = tmp_path / "cliffs.ics"
    assert ask("cliffs", *AS_OF, "--ics", path).code == 0
    data = path.read_bytes()
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    answer = ask("cliffs", *AS_OF, "--ics", path)
    assert answer.code == 1
    assert "--force" in answer.err
    assert ask("cliffs", *AS_OF, "--ics", path, "--force").code == 0
    assert path.read_bytes() == data
    assert [entry.name for entry in tmp_path.glob("*cliffs*")] == ["cliffs.ics"]


@pytest.mark.parametrize(
    ("name", "code"), [("cliffs.txt", 2), ("nowhere/cliffs.ics", 1)], ids=["suffix", "folder"]
)
def test_that_a_file_that_cannot_be_written_is_told_in_one_line(
    ask: Ask, tmp_path: Path, name: str, code: int
) -> None:
    answer = ask("cliffs", *AS_OF, "--ics", tmp_path / name)
    assert answer.code == code
    assert answer.err.count("\n") == 1
    assert not (tmp_path / name).exists()


def test_that_an_impossible_day_gets_exit_2(ask: Ask) -> None:
    answer = ask("cliffs", "--as-of", "2026-11-31")
    assert answer.code == 2
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    ("authority", "within", "count"), [(None, 14, 11), ("US", None, 5), ("GA", None, 1)]
)
def test_that_authority_and_range_leave_out_the_others(
    dataset: Dataset, authority: str | None, within: int | None, count: int
) -> None:
    found = chosen(dataset, date(2026, 11, 23), (), authority, within)
    assert len(found) == count
    assert all(authority in (None, cliff.measure.jurisdiction) for cliff in found)
    assert all(within is None or abs(cliff.days_left) <= within for cliff in found)


def test_that_the_text_says_what_is_left_out(
    dataset: Dataset, capsys: pytest.CaptureFixture[str]
) -> None:
    day, words = date(2026, 11, 23), told(dataset, ("gallium",), "CN", 30)
    show(dataset, day, chosen(dataset, day, ("gallium",), "CN", 30), as_json=False, left_out=words)
    out = capsys.readouterr().out
    assert "27 Nov 2026 (4 days left)" in out
    assert "Only Gallium, only by China, within 30 days." in out
    assert told(dataset, (), None, None) == ""


def test_that_several_materials_have_the_clauses_that_hit_any_of_them(ask: Ask) -> None:
    def clauses(*materials: str) -> set[tuple[str, str]]:
        asked = [word for one in materials for word in ("--material", one)]
        found = json.loads(ask("cliffs", *AS_OF, *asked, "--json").out)["cliffs"]
        return {(one["measure"], one["date"]) for one in found}

    assert clauses("gallium", "holmium") == clauses("gallium") | clauses("holmium")
    assert clauses("gallium") != clauses("holmium")
    out = ask("cliffs", *AS_OF, "--material", "Ga", "--material", "holmium").out
    assert "Only Gallium and Holmium." in out
