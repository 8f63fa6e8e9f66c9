"""What goes into a bundle: by its rules, by links between libraries, in ICU's data."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

QT = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/platforms/libqxcb.so",
        f"{QT}/platforms/libqoffscreen.so",
        f"{QT}/platforms/libqminimal.so",
        f"{QT}/platforms/libqwayland.so",
        f"{QT}/imageformats/libqsvg.so",
        f"{QT}/imageformats/libqico.so",
        f"{QT}/iconengines/libqsvgicon.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "pandas/_libs/testing.so",
        "libxcb-cursor.so.0",
    ],
)
def test_that_what_a_desktop_needs_is_kept(name: str) -> None:
    from left_out import reason_to_leave_out

    assert reason_to_leave_out(name, frozenset({"en", "de", "zh"})) is None


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/platforms/libqeglfs.so",
        f"{QT}/platforms/libqminimalegl.so",
        f"{QT}/platformthemes/libqgtk3.so",
        f"{QT}/imageformats/libqjpeg.so",
        f"{QT}/tls/libqopensslbackend.so",
        "PySide6/plugins/imageformats/qgif.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/translations/qt_help_de.qm",
        "pandas/tests/data/x.csv",
        "libstdc++.so.6",
    ],
)
def test_that_what_nothing_uses_is_left_out_with_a_reason(name: str) -> None:
    from left_out import reason_to_leave_out

    assert reason_to_leave_out(name, frozenset({"en", "de", "zh"}))


def test_that_no_module_is_left_out_for_two_reasons() -> None:
    from left_out import MODULES, STAND_INS

    names = [name for group in MODULES.values() for name in group]
    assert len(names) == len(set(names))
    assert set(STAND_INS) <= set(names)


def test_that_a_library_goes_with_the_plugin_that_needed_it() -> None:
    from reachable import reachable

    plugin = ("PySide6/Qt/plugins/platforms/libqxcb.so", "/x/libqxcb.so", "BINARY")
    needed = ("PySide6/Qt/lib/libA.so.1", "/x/libA.so.1", "BINARY")
    deeper = ("libB.so.2", "/x/libB.so.2", "BINARY")
    orphan = ("libgtk-3.so.0", "/x/libgtk-3.so.0", "BINARY")
    link = ("libA.so.1", "PySide6/Qt/lib/libA.so.1", "SYMLINK")
    dead_link = ("libgtk.so", "libgtk-3.so.0", "SYMLINK")
    data = ("rare_gui/_data/x.csv", "/x/x.csv", "DATA")
    links = {plugin[1]: ["libA.so.1"], needed[1]: ["libB.so.2", "libc.so.6"]}
    kept = reachable(
        [plugin, needed, deeper, orphan, link, dead_link, data], lambda here: links.get(here, [])
    )
    assert kept == {plugin, needed, deeper, link, data}


def common_data(items: dict[str, bytes]) -> bytes:
    """A file in ICU's format of common data."""
    header = struct.pack("<HBB", 32, 0xDA, 0x27) + bytes(4) + bytes([0, 0, 2, 0]) + b"CmnD"
    names_at = 4 + 8 * len(items)
    names = b""
    body = b""
    table = struct.pack("<I", len(items))
    start = -(-(names_at + sum(len(f"icudt73l/{name}") + 1 for name in items)) // 16) * 16
    for name, item in items.items():
        table += struct.pack("<II", names_at + len(names), start + len(body))
        names += f"icudt73l/{name}".encode() + b"\0"
        body += item.ljust(-(-len(item) // 16) * 16, b"\0")
    return header.ljust(32, b"\0") + (table + names).ljust(start, b"\0") + body


def items_in(data: bytes) -> dict[str, bytes]:
    (start,) = struct.unpack_from("<H", data)
    (count,) = struct.unpack_from("<I", data, start)
    table = [struct.unpack_from("<II", data, start + 4 + 8 * place) for place in range(count)]
    ends = [at for _, at in table[1:]] + [len(data) - start]
    return {
        data[start + name : data.index(0, start + name)].decode(): data[start + at : start + end]
        for (name, at), end in zip(table, ends, strict=True)
    }


NAMES = tuple(
    """cnvalias.icu coll/de.res coll/fr.res coll/res_index.res coll/root.res coll/ucadata.icu
    coll/zh.res curr/zh_Hant.res gb18030.cnv nfc.nrm pool.res supplementalData.res sv.res
    translit/root.res zoneinfo64.res""".split()
)


@given(st.lists(st.binary(min_size=1, max_size=40), min_size=len(NAMES), max_size=len(NAMES)))
def test_that_trimmed_data_hold_the_languages_wanted_unchanged(contents: list[bytes]) -> None:
    from icu_data import trim_data

    items = dict(zip(NAMES, contents, strict=True))
    found = items_in(trim_data(common_data(items), frozenset({"en", "de", "zh"})))
    gone = {"coll/fr.res", "curr/zh_Hant.res", "gb18030.cnv", "sv.res", "translit/root.res"}
    assert set(found) == {f"icudt73l/{name}" for name in set(NAMES) - gone}
    for name, item in found.items():
        assert item.startswith(items[name.removeprefix("icudt73l/")])
    assert list(found) == sorted(found)  # ICU searches the table


@pytest.mark.parametrize("data", [b"\x20\x00" + bytes(40), b"\x7fELF" + bytes(60)])
def test_that_other_data_are_refused(data: bytes) -> None:
    from icu_data import trim_data

    with pytest.raises(ValueError, match="not ICU"):
        trim_data(data, frozenset({"en"}))


SORTED = """
import functools, sys
from PySide6.QtCore import QCollator, QLocale
for name in ("en_US", "de_DE", "zh_CN"):
    order = QCollator(QLocale(name))
    print(ascii(sorted("zäaöoßAZ镝钕铽", key=functools.cmp_to_key(order.compare))))
(place,) = {line.split()[-1] for line in open("/proc/self/maps") if "libicudata" in line}
print(place, file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Qt for Linux brings ICU")
def test_that_texts_sort_as_before_with_the_trimmed_library(tmp_path: Path) -> None:
    import os
    import shutil
    import subprocess

    import PySide6
    from icu_data import trim_library

    (whole,) = (Path(PySide6.__path__[0]) / "Qt" / "lib").glob("libicudata.so.*")
    small = tmp_path / whole.name
    shutil.copy(whole, small)
    saved = trim_library(small, frozenset({"en", "de", "zh"}))
    assert small.stat().st_size + saved == whole.stat().st_size
    assert saved > 20e6

    def said(**more: str) -> tuple[str, str]:
        done = subprocess.run(
            [sys.executable, "-c", SORTED],
            env={**os.environ, **more},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout, done.stderr.strip()

    before, used_before = said()
    after, used_after = said(LD_PRELOAD=str(small))
    assert (used_before, used_after) == (str(whole), str(small))
    assert after == before
