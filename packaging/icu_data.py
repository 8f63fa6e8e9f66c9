"""Makes ICU's data library smaller: only what the program's own languages need (Linux).

Qt compares texts with ICU, whose data hold every language: 31 MB, the largest file of a bundle. Qt
takes formats of dates and numbers from tables of its own, so dropping a language here changes only
the order of texts in it. Not for the ICU of a system: only for the one in Qt's wheel.

Formats: ELF64, and ICU's common data ("CmnD",
https://unicode-org.github.io/icu/userguide/icu_data/).
"""

from __future__ import annotations

import re
import struct
from pathlib import Path

_PAGE = 0x1000
_LOAD, _DYNAMIC, _RELRO = 1, 2, 0x6474E552
_HEADERS = struct.Struct("<IIQQQQQQ")  # type, flags, offset, vaddr, paddr, filesz, memsz, align
_LANGUAGE = re.compile(r"(?:\w+/)?(?!res_index)([a-z]{2,3})(?:_\w+)?\.res$")
_NEVER = re.compile(
    r".*\.(cnv|dict|spp)$|brkitr/.*(adaboost|lstm)|translit/|rbnf/|(curr|unit|lang|region|zone)/"
    r"|(unames|confusables)\."
)
"""Converters, dictionaries of word breaks, transliteration, numbers in words, profiles of names,
names of currencies, units, languages, regions, time zones and letters: Qt has its own or none."""


def is_kept(item: str, languages: frozenset[str]) -> bool:
    """Whether the item ("coll/de.res") of ICU's data serves one of the languages ("de", "zh")."""
    found = _LANGUAGE.match(item)
    return not _NEVER.match(item) and (found is None or found[1] in languages)


def trim_data(data: bytes, languages: frozenset[str]) -> bytes:
    """ICU's common data with only the kept items, in the same order.

    Raises ValueError when `data` are not in that format, little-endian.
    """
    (start,) = struct.unpack_from("<H", data)
    if data[2:4] != b"\xda\x27" or data[8] != 0 or data[12:16] != b"CmnD":
        raise ValueError("not ICU's common data")
    (count,) = struct.unpack_from("<I", data, start)
    table = [struct.unpack_from("<II", data, start + 4 + 8 * i) for i in range(count)]
    ends = [offset for _, offset in table[1:]] + [len(data) - start]
    kept: list[tuple[bytes, bytes]] = []
    for (name_at, item_at), end in zip(table, ends, strict=True):
        name = data[start + name_at : data.index(0, start + name_at)]
        if is_kept(name.decode("ascii").partition("/")[2], languages):
            kept.append((name + b"\0", data[start + item_at : start + end]))
    names_at = 4 + 8 * len(kept)
    items_at = _up(names_at + sum(len(name) for name, _ in kept), 16)
    toc, names, items = struct.pack("<I", len(kept)), b"", bytearray()
    for name, item in kept:
        toc += struct.pack("<II", names_at + len(names), items_at + len(items))
        names += name
        items += item.ljust(_up(len(item), 16), b"\0")
    return data[:start] + (toc + names).ljust(items_at, b"\0") + bytes(items)


def trim_library(path: Path, languages: frozenset[str]) -> int:
    """Trim the library at `path` in place; returns the bytes saved.

    The library holds one read-only segment with the data, then its dynamic section, which moves up.
    Raises ValueError, and leaves the file as it was, when it is built in another way.
    """
    library = path.read_bytes()
    if library[:6] != b"\x7fELF\x02\x01":
        raise ValueError(f"{path.name} is no 64-bit little-endian library")
    (headers_at,) = struct.unpack_from("<Q", library, 32)
    (header_count,) = struct.unpack_from("<H", library, 56)
    headers = [
        list(_HEADERS.unpack_from(library, headers_at + i * _HEADERS.size))
        for i in range(header_count)
    ]
    loads = [header for header in headers if header[0] == _LOAD]
    dynamic = next(header for header in headers if header[0] == _DYNAMIC)
    if len(loads) != 2 or loads[0][2] != 0 or loads[1][2] != dynamic[2]:
        raise ValueError(f"{path.name} is not built as ICU's data library")
    data = trim_data(library[_PAGE : loads[0][5]], languages)
    offset = _up(_PAGE + len(data), _PAGE)
    # file and memory must agree on where in its page the segment begins
    address = offset + _PAGE
    new = bytearray(library[:_PAGE] + data).ljust(offset, b"\0")
    new += library[dynamic[2] : dynamic[2] + dynamic[5]]
    for at, header in enumerate(headers):
        if header is loads[0]:
            header[5] = header[6] = _PAGE + len(data)
        elif header[0] in {_LOAD, _DYNAMIC, _RELRO}:
            header[2], header[3], header[4] = offset, address, address
        _HEADERS.pack_into(new, headers_at + at * _HEADERS.size, *header)
    struct.pack_into("<Q", new, 40, 0)  # no table of sections: the loader needs none
    struct.pack_into("<HH", new, 60, 0, 0)
    path.write_bytes(new)
    return len(library) - len(new)


def _up(number: int, step: int) -> int:
    return -(-number // step) * step
