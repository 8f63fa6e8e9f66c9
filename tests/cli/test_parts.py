"""`rare-gui parts`: the shape of the answer, its report, and every list that cannot be read."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ask

SAMPLE = Path(__file__).resolve().parents[1] / "intake" / "parts" / "sample.csv"
DAY = ("--as-of", "2026-11-23")


def data(ask: Ask, *arguments: object) -> dict[str, Any]:
    answer = ask("parts", *arguments, *DAY, "--json")
    assert (answer.code, answer.err) == (0, "")
    found: dict[str, Any] = json.loads(answer.out)
    return found


def test_that_the_sample_is_answered_line_by_line(ask: Ask) -> None:
    found = data(ask, SAMPLE, "--to", "US,JP,DE")
    assert found["destinations"] == ["US", "JP", "DE"]
    assert found["counts"] == {
        "restricted": 8, "could_be_restricted": 2, "free": 1, "to_settle": 3, "unknown": 2,
    }  # fmt: skip
    gallium = next(line for line in found["lines"] if line["part"] == "Part C")
    assert gallium["goods"] == [{"material": "gallium", "form": "metal"}]
    assert (gallium["next_clause"], gallium["days"]) == ("2026-11-27", 4)
    assert [state["state"] for state in gallium["states"]] == ["licence_required"] * 3
    held_back = next(line for line in found["lines"] if line["part"] == "Part H")
    assert [state["state"] for state in held_back["states"]] == ["reported_limit", "free", "free"]
    assert found["spend"]["restricted"]["sums"] == {"USD": 204_100.0}


def test_that_every_line_of_the_file_is_counted_somewhere(ask: Ask) -> None:
    found = data(ask, SAMPLE)
    assert found["lines_in_file"] == len(SAMPLE.read_text(encoding="utf-8").splitlines())
    assert sum(found["counts"].values()) == found["lines_read"] == len(found["lines"])
    unsettled = {line["line"] for line in found["lines"] if line["doubt"]}
    assert unsettled == {*found["to_settle"], *found["unknown"]}


def test_that_a_column_can_be_read_as_something_else(ask: Ask) -> None:
    found = data(ask, SAMPLE, "--map", "spend=", "--map", "material=B", "--map", "form=3")
    assert found["columns"]["material"] == "Material text"
    assert "spend" not in found["columns"]
    assert found["spend"]["restricted"] == {"sums": {}, "lines_without": 8}


def test_that_a_scenario_changes_the_states_and_is_named(ask: Ask) -> None:
    what_if = "Lapse | lapses measure=cn-2024-46-us-ga-ge-sb date=2026-11-01"
    found = data(ask, SAMPLE, "--scenario", what_if)
    gallium = next(line for line in found["lines"] if line["part"] == "Part C")
    assert gallium["states"][0]["state"] == "prohibited"
    assert found["scenario"] == what_if


def test_that_the_report_repeats_the_lines_in_their_order(ask: Ask, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    assert ask("parts", SAMPLE, *DAY, "-o", report).code == 0
    rows = list(csv.DictReader(io.StringIO(report.read_text(encoding="utf-8-sig"))))
    lines = [row for row in rows if (row["line"] or "").isdecimal()]
    assert [row["line"] for row in lines] == [str(number) for number in range(1, 18)]
    assert [row["Part"] for row in lines[1:]] == [f"Part {letter}" for letter in "ABCDEFGHIJKLMNOP"]
    refused = ask("parts", SAMPLE, *DAY, "-o", report)
    assert refused.code == 1
    assert "--force" in refused.err
    assert ask("parts", SAMPLE, *DAY, "-o", report, "--force").code == 0


def test_that_no_cell_of_the_report_is_a_formula(ask: Ask, tmp_path: Path) -> None:
    source, report = tmp_path / "list.csv", tmp_path / "report.csv"
    cells = ['=HYPERLINK("http://example.org")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "-3.5"]
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["part", "material"], *([cell, "Dy metal"] for cell in cells)])
    assert ask("parts", source, *DAY, "-o", report).code == 0
    rows = list(csv.DictReader(io.StringIO(report.read_text(encoding="utf-8-sig"))))
    assert [row["part"] for row in rows[1:6]] == [*(f"'{cell}" for cell in cells[:4]), "-3.5"]


def test_that_text_tells_what_is_not_counted_as_free(ask: Ask) -> None:
    answer = ask("parts", SAMPLE, *DAY)
    assert "3 to settle" in answer.out
    assert "Part N: disprosium metal: is a material meant by “disprosium”?" in answer.out
    assert "are not counted as free" in answer.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--map", "material"), "--map material=COLUMN"),
        (("--map", "colour=B"), "no field is called 'colour'"),
        (("--map", "material=Nowhere"), "no column 'Nowhere'"),
        (("--map", "form=1", "--map", "form=2"), "mapped twice"),
        (("--to", "US,Atlantis"), "unknown country"),
        (("--to", ","), "one to 6 destinations"),
        (("--to", "US,JP,DE,FR,IT,KR,IN"), "one to 6 destinations"),
        (("-o", "report.xlsx"), "only .csv"),
    ],
)
def test_that_wrong_arguments_end_in_one_sentence(
    ask: Ask, arguments: tuple[str, ...], said: str
) -> None:
    answer = ask("parts", SAMPLE, *DAY, *arguments)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", "is empty"),
        ("blank.csv", b"\n  \n\t\n", "is empty"),
        ("list.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is a PDF"),
        ("list.xlsx", b"PK\x03\x04broken", "damaged workbook"),
        ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "old or locked Excel file"),
        ("list.csv", b"a,b\n\x00\x01,c\n", "no text"),
        ("list.csv", b"\x1f\x8b\x08", "packed file"),
    ],
)
def test_that_no_list_ends_in_one_sentence(
    ask: Ask, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    answer = ask("parts", path, *DAY)
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert answer.err.count("\n") == 1


def test_that_a_folder_and_a_missing_file_end_in_one_sentence(ask: Ask, tmp_path: Path) -> None:
    assert "is a folder" in ask("parts", tmp_path, *DAY).err
    assert "is not there" in ask("parts", tmp_path / "none.csv", *DAY).err
