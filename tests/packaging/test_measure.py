"""Each byte that a bundle saves is told under one reason."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("PySide6/QtOpenGL.abi3.so", "PySide6.QtOpenGL"),
        ("python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so", "_ssl"),
        ("numpy/_core/_simd.cpython-311-x86_64-linux-gnu.so", "numpy._core._simd"),
        ("libgtk-3.so.0", "libgtk-3"),
    ],
)
def test_that_a_file_is_known_as_the_module_it_is(name: str, module: str) -> None:
    from measure_bundle import module_of

    assert module_of(name) == module


def test_that_what_is_missing_or_smaller_is_counted_by_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import measure_bundle
    from measure_bundle import BEHIND, DOCSTRINGS, ICU, SYMBOLS, savings

    sizes = {
        "whole": {"libicudata.so.73": 900, "libgtk-3.so.0": 70, "a.so": 50, "b.csv": 5,
                  "PySide6/Qt/plugins/platformthemes/libqgtk3.so": 8, "_ssl.so": 3},
        "small": {"libicudata.so.73": 100, "a.so": 20, "b.csv": 5},
    }  # fmt: skip
    for folder, files in sizes.items():
        for name, size in files.items():
            path = tmp_path / folder / "_internal" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(bytes(size))
    code = {
        "whole.pyz": {"rich.text": 40, "rare_gui": 7, "docutils": 2, "numpy.linalg": 9},
        "small.pyz": {"rare_gui": 7, "numpy.linalg": 5},
    }
    monkeypatch.setattr(measure_bundle, "sizes_of_modules", lambda path: code[path.name])
    saved = savings(tmp_path / "whole", tmp_path / "small", Path("whole.pyz"), Path("small.pyz"))
    assert saved == {
        ICU: 800,
        DOCSTRINGS: 4,
        SYMBOLS: 30,
        BEHIND: 72,
        "GTK's theme for Qt": 8,
        "Network and its cryptography": 3,
        "Tools of development": 40,
    }


def test_that_a_limit_that_is_not_kept_is_told() -> None:
    from measure_bundle import limit

    assert limit(150e6, 150e6) == "150 MB"
    assert limit(169.6e6, 150e6) == "150 MB, **missed**"
