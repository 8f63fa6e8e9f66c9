"""What stands beside a picture: data, sources, citation; the same bytes for the same view."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import frictionless
import pytest
import yaml  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.app.pictures.beside import beside, copied_table, zipped
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.tidy.kinds import KINDS
from tests.scenes.impacts import impact

VIEW = Selection("dysprosium", date(2026, 11, 23), compared=("dysprosium", "gallium"))
MADE = datetime(2026, 11, 24, 9, 30, 15, tzinfo=UTC)


def made(
    dataset: Dataset,
    what: str = "card",
    *,
    data: bool = True,
    sources: bool = True,
    citation: bool = True,
) -> dict[str, bytes]:
    return beside(
        dataset, VIEW, what, "dy", data=data, sources=sources, citation=citation,
        impact=impact(), created=MADE,
    )  # fmt: skip


def read(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("what", KINDS)
def test_that_every_source_in_the_data_is_in_the_sources_file(dataset: Dataset, what: str) -> None:
    files = made(dataset, what)
    cited = {one for row in read(files["dy.csv"]) for one in row["source_ids"].split(";") if one}
    listed = [row["source_id"] for row in read(files["dy-sources.csv"])]
    assert cited == set(listed)
    assert len(listed) == len(set(listed))


def test_that_a_source_has_all_that_is_needed_to_find_it(dataset: Dataset) -> None:
    rows = {row["source_id"]: row for row in read(made(dataset)["dy-sources.csv"])}
    act = rows["mofcom-2025-18"]
    assert act["title"]
    assert act["publisher"]
    assert act["address"].startswith("http") or act["address"] == "address not recorded"
    assert "measures:" in act["locator"]
    assert all(row["address"] for row in rows.values())


def test_that_a_source_without_an_address_says_so(dataset: Dataset) -> None:
    frame = dataset.tables["sources"]
    without = frame.loc[frame["url"] == "", "source_id"].iloc[0]
    files = beside(dataset, VIEW, "list", "x", also_cited=(without, "of-another-package"))
    rows = {row["source_id"]: row for row in read(files["x-sources.csv"])}
    assert rows[without]["address"] == "address not recorded"
    assert rows["of-another-package"]["title"] == "not in the data package"


def test_that_only_what_is_wanted_is_made(dataset: Dataset) -> None:
    assert set(made(dataset, sources=False, citation=False)) == {"dy.csv", "dy-datapackage.json"}
    only = made(dataset, data=False, sources=False)
    assert set(only) == {"dy-citation.txt", "dy-citation.bib", "dy-citation.cff"}
    assert made(dataset, data=False, sources=False, citation=False) == {}


def test_that_the_same_view_gives_the_same_bytes(dataset: Dataset) -> None:
    assert zipped(made(dataset), MADE) == zipped(dict(reversed(made(dataset).items())), MADE)


def test_that_the_tables_are_a_valid_data_package(dataset: Dataset, tmp_path: Path) -> None:
    for name, content in made(dataset, "window").items():
        (tmp_path / name).write_bytes(content)
    report = frictionless.validate(str(tmp_path / "dy-datapackage.json"))
    assert report.valid, report.flatten(["title", "note"])[:5]


def test_that_a_reader_is_told_day_scenario_and_reach(dataset: Dataset) -> None:
    view = replace(VIEW, scenario="truce-lapses", known_on=date(2026, 10, 1))
    told = json.loads(
        beside(dataset, view, "list", "Dy · Übersicht")["Dy · Übersicht-datapackage.json"]
    )
    assert told["as_of"] == "2026-11-23"
    assert told["known_on"] == "2026-10-01"
    assert told["scenario"] == "What if the truce lapses"
    assert told["data_through"] == dataset.data_through.isoformat()


def test_that_the_citation_names_picture_day_data_and_sources(dataset: Dataset) -> None:
    files = made(dataset)
    text = files["dy-citation.txt"].decode()
    assert "as of 23 Nov 2026" in text
    assert dataset.digest in text
    assert "Made 24 Nov 2026" in text
    count = len(read(files["dy-sources.csv"]))
    assert text.partition("Its sources\n")[2].strip().count("\n") + 1 == count
    assert files["dy-citation.bib"].decode().count("@misc{") == count + 1
    told = yaml.safe_load(files["dy-citation.cff"])
    assert told["cff-version"] == "1.2.0"
    assert told["authors"][0]["name"].startswith("rare_gui")
    assert str(told["date-released"]) == "2026-11-24"


def test_that_a_title_cannot_break_the_citation(dataset: Dataset) -> None:
    title = 'evil": {x}\n- name: "y" } @misc{z'
    files = beside(dataset, VIEW, "list", "x", title=title, created=MADE)
    told = yaml.safe_load(files["x-citation.cff"])
    assert told["title"].startswith('evil": {x} - name: "y" } @misc{z')
    assert r"\{x\}" in files["x-citation.bib"].decode()


def test_that_all_stand_in_one_zip_with_the_picture() -> None:
    files = {"dy.png": b"\x89PNG", "dy.csv": b"a\n", "dy-citation.txt": b"c"}
    archive = zipfile.ZipFile(io.BytesIO(zipped(files, MADE)))
    assert archive.testzip() is None
    assert archive.namelist() == ["dy-citation.txt", "dy.csv", "dy.png"]
    assert {name: archive.read(name) for name in archive.namelist()} == files
    assert {info.date_time for info in archive.infolist()} == {(2026, 11, 24, 9, 30, 14)}


def test_that_a_moment_before_zip_files_is_the_first_that_they_hold() -> None:
    archive = zipfile.ZipFile(io.BytesIO(zipped({"a": b""}, datetime(1970, 1, 1, tzinfo=UTC))))
    assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize("name", ["", "..", "../a", "a/b", "a\\b", "c:a", "a\0b"])
def test_that_a_name_that_leads_out_of_the_zip_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no name of a file"):
        zipped({name: b""}, MADE)


@given(
    st.dictionaries(st.text("abc.-é", min_size=3, max_size=8), st.binary(max_size=50), max_size=5),
    st.integers(-600_000_000, 4_000_000_000).map(lambda n: datetime.fromtimestamp(n, UTC)),
)
def test_that_a_zip_gives_its_files_back(files: dict[str, bytes], created: datetime) -> None:
    archive = zipfile.ZipFile(io.BytesIO(zipped(files, created)))
    assert {name: archive.read(name) for name in archive.namelist()} == files


def test_that_the_table_can_be_copied(dataset: Dataset) -> None:
    text = copied_table(dataset, VIEW, "cliffs")
    assert text.startswith("observation\tsubject\tname\t")
    assert len(text.splitlines()) > 5


def test_that_an_unknown_kind_is_an_error(dataset: Dataset) -> None:
    with pytest.raises(KeyError):
        beside(dataset, VIEW, "poem", "x")
