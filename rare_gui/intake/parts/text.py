"""Text files of any delimiter and of the encodings that lists come in, also several in one file.

Not for telling a text from another file (`intake.parts.file`).
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from rare_gui.domain.problems import Problem, Severity
from rare_gui.intake.parts.table import MOST_ROWS, PartsFileError, PartsTable

_DELIMITERS = (",", ";", "\t", "|", "^", "~", "\x1f", ":")
DELIMITER_WORDS = {
    ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", "^": "caret", "~": "tilde",
    "\x1f": "unit separator", ":": "colon", "": "one column",
}  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSED = ["cp1252", "gb18030", "shift_jis", "big5", "cp1251", "euc_kr"]
_SAMPLE = 256 * 1024
_SAMPLE_LINES = 200
_LONGEST_CELL = 1024 * 1024


def read_text_table(name: str, content: bytes) -> PartsTable:
    """The table in the bytes of a text file. Raises PartsFileError when they are no text."""
    text, encoding, problems = decode(name, content)
    text, said = _said_delimiter(text)
    delimiter = said or _delimiter(text)
    rows, unclosed = _rows(text, delimiter)
    if unclosed:
        problems.append(
            Problem(
                Severity.WARNING,
                f"{name}, line {unclosed}",
                "a quotation mark is not closed; every line was read by itself",
                "Check the cells with quotation marks around this line.",
            )
        )
    if len(rows) > MOST_ROWS:
        raise PartsFileError(f"{name} has {len(rows):,} lines; lists up to {MOST_ROWS:,} are read")
    first = 2 if said else 1
    numbered = [(number + first - 1, row) for number, row in rows]
    return PartsTable.made(
        name, "CSV", numbered, encoding=encoding, delimiter=delimiter, problems=problems
    )


def decode(name: str, content: bytes) -> tuple[str, str, list[Problem]]:
    """The text, the encoding's name for people, and what could not be told for certain.

    Bytes that are no letters in any encoding become the replacement sign, and are told.
    """
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return _lossy(name, content, codec, codec.removesuffix("-sig").upper())
    if wide := _wide(content):
        return _lossy(name, content, wide, "UTF-16")
    if b"\0" in content:
        raise PartsFileError(f"{name} holds bytes that are no text; save the list as CSV or XLSX")
    try:
        return content.decode("utf-8"), "UTF-8", []
    except UnicodeDecodeError:
        return _mixed(name, content)


def _lossy(name: str, content: bytes, codec: str, shown: str) -> tuple[str, str, list[Problem]]:
    text = content.decode(codec, "replace").lstrip("\ufeff")
    return text, shown, _lost_letters(name, text)


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every other byte of a list with Latin text is zero."""
    head = content[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) / 8:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _mixed(name: str, content: bytes) -> tuple[str, str, list[Problem]]:
    """Lines in UTF-8 are read as such; the others in the encoding that suits them together."""
    lines = content.split(b"\n")
    wide, other = [], []
    for number, line in enumerate(lines):
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
            wide.append(number)
        except UnicodeDecodeError:
            other.append(number)
    codec = _guess(b"\n".join(lines[number] for number in other)[:_SAMPLE])
    if not wide:
        text = content.decode(codec, "replace")
        return text, _shown(codec), _lost_letters(name, text)
    odd = set(other)
    text = "\n".join(
        line.decode(codec if number in odd else "utf-8", "replace")
        for number, line in enumerate(lines)
    )
    problem = Problem(
        Severity.WARNING,
        f"{name}, line {other[0] + 1}",
        f"the file mixes encodings: {len(other):,} lines are not UTF-8 and were read as "
        f"{_shown(codec)}",
        "Check the names with special letters on those lines.",
    )
    return text, f"UTF-8 and {_shown(codec)}", [problem, *_lost_letters(name, text)]


def _guess(sample: bytes) -> str:
    """The encoding that makes the most sense of the bytes; Western European where none does."""
    from charset_normalizer import from_bytes  # only for a file that is not in UTF-8

    best = from_bytes(sample, cp_isolation=_GUESSED, threshold=0.4).best()
    return best.encoding if best is not None else "cp1252"


def _shown(codec: str) -> str:
    return {"cp1252": "Windows-1252", "gb18030": "GB 18030"}.get(codec, codec.replace("_", "-"))


def _lost_letters(name: str, text: str) -> list[Problem]:
    lost = text.count("\ufffd")
    if not lost:
        return []
    line = text[: text.index("\ufffd")].count("\n") + 1
    return [
        Problem(
            Severity.WARNING,
            f"{name}, line {line}",
            f"{lost:,} letters could not be read and stand as \ufffd",
            "Save the list again as UTF-8.",
        )
    ]


def _said_delimiter(text: str) -> tuple[str, str]:
    """The text without the line `sep=;` that some spreadsheets write first, and what it says."""
    head, _, rest = text.partition("\n")
    mark = head.strip("\r")
    return (rest, mark[4]) if len(mark) == 5 and mark.lower().startswith("sep=") else (text, "")


def _delimiter(text: str) -> str:
    """The sign that cuts the most of the first lines, and into the same number; "" for none.

    A comma inside prose cuts some lines only, and into different numbers.
    """
    lines = text[:_SAMPLE].split("\n")[:_SAMPLE_LINES]
    sample = "\n".join(line for line in lines if line.strip())
    best, chosen = 0.0, ""
    for rank, sign in enumerate(_DELIMITERS):
        widths = [len(row) for _, row in _rows(sample, sign)[0] if row]
        cut = [width for width in widths if width > 1]
        if not cut or len(cut) * 2 < len(widths):
            continue
        width, often = Counter(cut).most_common(1)[0]
        agreement = often / len(widths)
        if widths[0] == 1 and agreement <= 0.5:
            continue
        score = len(cut) / len(widths) + agreement / 2 + min(width, 20) / 100 - rank / 1000
        if score > best:
            best, chosen = score, sign
    return chosen


def _rows(text: str, delimiter: str) -> tuple[list[tuple[int, list[str]]], int]:
    """Rows with the line on which each begins, and the line of a mark that is never closed or 0."""
    csv.field_size_limit(_LONGEST_CELL)
    found: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter or "\x1f", strict=True)
    start = 1
    try:
        for row in reader:
            found.append((start, row))
            start = reader.line_num + 1
    except csv.Error:
        return list(_parsed(text, delimiter or "\x1f")), start
    return found, 0


def _parsed(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each line by itself, so that a stray quotation mark spoils no other."""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        try:
            yield number, next(csv.reader([line], delimiter=delimiter), [])
        except csv.Error:  # a cell too long even so
            yield number, line.split(delimiter)
