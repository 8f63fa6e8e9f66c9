"""Parts lists as files: encodings, delimiters, workbooks, and what is refused instead of opened."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.intake.parts import workbook as parts_workbook
from rare_gui.intake.parts.file import read_parts_file
from rare_gui.intake.parts.table import PartsFileError, PartsTable
from rare_gui.intake.parts.text import read_text_table
from tests.intake.workbooks import cell, rows_xml, write_workbook

LINES = "part,material,country\nTeil Ä,Dysprosium-Metall,Österreich\n零件 B,氧化镝,中国\n"
WESTERN = "part;material;country\nTeil Ä;Dysprosium für Müller;Österreich\nCôté;Néodyme;Île\n" * 8
CHINESE = "零件,材料,国家\n甲,金属镝,中国\n乙,氧化铽粉末,中国\n丙,钕铁硼永磁体,中国\n" * 8


def read(tmp_path: Path, content: bytes, name: str = "list.csv") -> PartsTable:
    path = tmp_path / name
    path.write_bytes(content)
    return read_parts_file(path)


@pytest.mark.parametrize(
    ("codec", "shown"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_that_every_unicode_encoding_is_read(tmp_path: Path, codec: str, shown: str) -> None:
    table = read(tmp_path, LINES.encode(codec))
    assert table.rows[2] == ("零件 B", "氧化镝", "中国")
    assert table.encoding == shown
    assert table.problems == ()


@pytest.mark.parametrize(
    ("text", "codec", "shown", "row"),
    [
        (WESTERN, "cp1252", "Windows-1252", ("Côté", "Néodyme", "Île")),
        (CHINESE, "gb18030", "GB 18030", ("甲", "金属镝", "中国")),
    ],
)
def test_that_older_encodings_are_recognised(
    tmp_path: Path, text: str, codec: str, shown: str, row: tuple[str, ...]
) -> None:
    table = read(tmp_path, text.encode(codec))
    assert row in table.rows
    assert table.encoding == shown


def test_that_mixed_encodings_are_answered_and_told(tmp_path: Path) -> None:
    western = "Teil Ä;Dysprosium für Müller;Österreich\n".encode("cp1252") * 6
    table = read(tmp_path, "part;material;country\n零件;氧化镝;中国\n".encode() + western)
    assert table.rows[1] == ("零件", "氧化镝", "中国")
    assert table.rows[2] == ("Teil Ä", "Dysprosium für Müller", "Österreich")
    assert "mixes encodings: 6 lines" in table.problems[0].what
    assert table.problems[0].where == "list.csv, line 3"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|", "^", "~"])
def test_that_every_delimiter_is_recognised(tmp_path: Path, sign: str) -> None:
    rows = [["part", "material", "grams"], ["Part A", "Dy metal", "1"], ["Part B", "Tb", "2"]]
    table = read(tmp_path, "\n".join(sign.join(row) for row in rows).encode())
    assert [list(row) for row in table.rows] == rows
    assert table.delimiter == sign


def test_that_a_comma_in_prose_does_not_hide_the_semicolon(tmp_path: Path) -> None:
    table = read(tmp_path, b"part;material\nA;Dy metal, lump, 5 kg\nB;Nd magnet\nC;W, Ni, Fe\n")
    assert table.rows[1] == ("A", "Dy metal, lump, 5 kg")


def test_that_a_spreadsheets_own_word_for_the_delimiter_is_followed(tmp_path: Path) -> None:
    table = read(tmp_path, b"sep=;\r\npart;material\r\nA;Dy, metal\r\n")
    assert table.rows == (("part", "material"), ("A", "Dy, metal"))
    assert table.numbers == (2, 3)


def test_that_a_quotation_mark_left_open_loses_no_line(tmp_path: Path) -> None:
    table = read(tmp_path, b'part,material\nA,"5"" rod, Dy\nB,Nd magnet\nC,Tb metal\n')
    assert len(table.rows) == 4
    assert table.rows[1:] == (("A", '5" rod, Dy'), ("B", "Nd magnet"), ("C", "Tb metal"))
    assert "not closed" in table.problems[0].what


def test_that_short_long_and_empty_lines_keep_their_place(tmp_path: Path) -> None:
    table = read(tmp_path, b"part,material\nA\n\nB,Dy,extra\n,,\n")
    assert table.rows == (("part", "material", ""), ("A", "", ""), ("B", "Dy", "extra"))
    assert (table.numbers, table.empty_lines) == ((1, 2, 4), (3, 5))
    assert table.lines == 5


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\x00")), min_size=2,
                 max_size=4),
        min_size=1,
        max_size=8,
    )
)  # fmt: skip
def test_that_every_line_of_any_csv_has_a_place(rows: list[list[str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([["part", "material"], *rows])
    table = read_text_table("list.csv", written.getvalue().encode())
    shown = [cell.strip() for row in rows for cell in row if cell.strip()]
    found = [cell for row in table.rows[1:] for cell in row if cell]
    assert "".join("".join(found).split()) == "".join("".join(shown).split())


@given(st.binary(max_size=400))
def test_that_any_bytes_are_read_or_refused_and_never_crash(content: bytes) -> None:
    with suppress(PartsFileError):
        assert read_text_table("list.csv", content).rows


def test_that_a_formula_gives_its_stored_value_and_never_runs(tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    head = rows_xml([["part", "material"]])
    evil = f"cmd|'/C touch {marker}'!A0"
    row = f'<row r="2">{cell("A2", "Part A", evil)}{cell("B2", "Dy metal", "CONCAT(1,2)")}</row>'
    write_workbook(tmp_path / "list.xlsx", head + row)
    table = read_parts_file(tmp_path / "list.xlsx")
    assert table.rows == (("part", "material"), ("Part A", "Dy metal"))
    assert not marker.exists()


def test_that_numbers_of_a_workbook_are_written_as_typed(tmp_path: Path) -> None:
    cells = '<c r="A1"><v>12</v></c><c r="B1"><v>0.5</v></c><c r="C1" t="b"><v>1</v></c>'
    write_workbook(tmp_path / "list.xlsx", f'<row r="1">{cells}</row>')
    assert read_parts_file(tmp_path / "list.xlsx").rows == (("12", "0.5", "yes"),)


def test_that_the_first_filled_sheet_is_read_and_the_others_told(tmp_path: Path) -> None:
    write_workbook(tmp_path / "list.xlsx", "", rows_xml([["Dy metal"]]), rows_xml([["more"]]))
    table = read_parts_file(tmp_path / "list.xlsx")
    assert (table.rows, table.sheet) == ((("Dy metal",),), "Sheet2")
    assert "'Sheet3'" in table.problems[0].what


def test_that_lines_of_a_workbook_keep_their_numbers(tmp_path: Path) -> None:
    write_workbook(tmp_path / "l.xlsx", f'<row r="3">{cell("B3", "Dy")}</row>')
    table = read_parts_file(tmp_path / "l.xlsx")
    assert (table.rows, table.numbers, table.empty_lines) == ((("", "Dy"),), (3,), (1, 2))


def test_that_a_workbook_that_unpacks_to_too_much_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_workbook(tmp_path / "bomb.xlsx", "<row>" + " " * 4_000_000 + "</row>")
    assert (tmp_path / "bomb.xlsx").stat().st_size < 20_000
    monkeypatch.setattr(parts_workbook, "MOST_BYTES", 2_000_000)
    with pytest.raises(PartsFileError, match="unpacks to more"):
        read_parts_file(tmp_path / "bomb.xlsx")


@pytest.mark.parametrize(
    "far",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='1048576'><c r='xfd1048576'><v>1</v></c></row>",
        '<row r="1048576">' + "<c><v>1</v></c>" * 16_000 + "</row>",
    ],
)
def test_that_a_cell_far_away_does_not_fill_the_memory(tmp_path: Path, far: str) -> None:
    write_workbook(tmp_path / "far.xlsx", rows_xml([["Dy metal"]]) + far)
    with pytest.raises(PartsFileError, match="delete the cells far away"):
        read_parts_file(tmp_path / "far.xlsx")


def test_that_another_packed_file_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as package:
        package.writestr("list.csv", "part,material")
    with pytest.raises(PartsFileError, match="no XLSX workbook"):
        read_parts_file(tmp_path / "list.xlsx")


def test_that_readers_are_imported_only_when_a_file_needs_them() -> None:
    heavy = "charset_normalizer python_calamine rapidfuzz"
    code = (
        "import sys, rare_gui.intake.parts.lines, rare_gui.domain.parts.check, rare_gui.cli.parts\n"
        f"print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
