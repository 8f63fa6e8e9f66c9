"""Measures the built bundle into `size.md`: what each part left out saved, and how fast it starts.

Builds two yardsticks below build/: the same program with nothing left out, and an empty window with
the same libraries. Run by `make package-size`, after `make package`.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from build_bundle import DIST, WORK, build_folder, bytes_in
from bundle import Program, display
from check_bundle import MOST_PACKED, MOST_UNPACKED
from left_out import MODULES, WITHOUT_DOCSTRINGS, reason_to_leave_out
from product import ROOT, languages, read_product

TABLE = ROOT / "packaging" / "size.md"
YARDSTICKS = ROOT / "build" / "yardsticks"
MINIMAL = ROOT / "packaging" / "minimal_program.py"
RUNS = 9
START_LIMIT = 1.3
ICU = "ICU's data in other languages"
SYMBOLS = "Symbols for debuggers"
DOCSTRINGS = "Docstrings of numpy, pandas and pyqtgraph"
BEHIND = "What only those parts needed (system libraries, modules)"


def savings(whole: Path, small: Path, whole_code: Path, small_code: Path) -> Counter[str]:
    """Bytes that each reason saved between two folders and their archives of modules (PYZ)."""
    saved: Counter[str] = Counter()
    for path in whole.rglob("*"):
        if path.is_symlink() or not path.is_file() or path.parent == whole:
            continue
        name = path.relative_to(whole / "_internal").as_posix()
        kept = small / "_internal" / name
        if not kept.is_file():
            reason = reason_to_leave_out(name, languages()) or _reason_of_module(module_of(name))
            saved[reason] += path.stat().st_size
        elif (less := path.stat().st_size - kept.stat().st_size) > 0:
            saved[ICU if "libicudata" in name else SYMBOLS] += less
    here, there = sizes_of_modules(small_code), sizes_of_modules(whole_code)
    for module, size in there.items():
        if module not in here:
            saved[_reason_of_module(module)] += size
        elif module.partition(".")[0] in WITHOUT_DOCSTRINGS:
            saved[DOCSTRINGS] += size - here[module]
    return saved


def module_of(name: str) -> str:
    """The module that a file in the bundle is: PySide6/QtSvg.abi3.so is PySide6.QtSvg."""
    stem = name.partition("lib-dynload/")[2] or name
    folder, _, file = stem.rpartition("/")
    return ".".join([*folder.split("/"), file.partition(".")[0]]).lstrip(".")


def sizes_of_modules(archive: Path) -> dict[str, int]:
    """Packed bytes of each module in a PYZ."""
    from PyInstaller.archive.readers import ZlibArchiveReader

    return {name: length for name, (_, _, length) in ZlibArchiveReader(str(archive)).toc.items()}


def _reason_of_module(module: str) -> str:
    for reason, names in MODULES.items():
        if any(module == name or module.startswith(f"{name}.") for name in names):
            return reason
    return BEHIND


def build_minimal() -> Path:
    """Build the empty window as PyInstaller does by itself; returns the program."""
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", "--onedir",
         "--distpath", YARDSTICKS, "--workpath", YARDSTICKS / "work",
         "--specpath", YARDSTICKS / "work", "--name", "minimal", MINIMAL],
        check=True,
    )  # fmt: skip
    return YARDSTICKS / "minimal" / "minimal"


def starts(program: Path, minimal: Path) -> tuple[float, float]:
    """Median seconds to the first complete picture of both, in turns; the first of each is cold."""
    with display() as environment:
        rounds = [
            [Program([str(path)], environment).shows_a_window() for path in (program, minimal)]
            for _ in range(1 + RUNS)
        ][1:]
    ours, theirs = zip(*rounds, strict=True)
    return median(ours), median(theirs)


def limit(size: float, most: float) -> str:
    """A limit in bytes as the table tells it, and whether `size` misses it."""
    return f"{most / 1e6:.0f} MB{missed(size, most)}"


def missed(measured: float, most: float) -> str:
    """What the table adds to a limit that is not kept."""
    return ", **missed**" if measured > most else ""


def main() -> None:
    """Build the yardsticks, measure, write the table."""
    product = read_product()
    folder = DIST / product.name
    whole = build_folder(untuned=True, dist=YARDSTICKS, work=YARDSTICKS / "work")
    ours, theirs = starts(folder / product.name, build_minimal())
    pyz = Path("rare_gui", "PYZ-00.pyz")
    saved = savings(whole, folder, YARDSTICKS / "work" / pyz, WORK / pyz)
    unpacked, packed = bytes_in(folder), sum(bytes_in(p) for p in DIST.glob("*.tar.xz"))
    rows = "\n".join(f"| {reason} | {size / 1e6:.1f} |" for reason, size in saved.most_common())
    TABLE.write_text(
        f"""# Size and start of the packaged program

Measured by `make package-size` on {datetime.now(UTC):%Y-%m-%d}, {sys.platform}, Python
{sys.version.split()[0]}. MB are 1,000,000 bytes; sizes are those of the files, links count nothing.

| what | measured | limit |
|---|---|---|
| unpacked | {unpacked / 1e6:.1f} MB | {limit(unpacked, MOST_UNPACKED)} |
| as tar.xz | {packed / 1e6:.1f} MB | {limit(packed, MOST_PACKED)} |
| with nothing left out, unpacked | {bytes_in(whole) / 1e6:.1f} MB | |
| start to the first complete picture (median of {RUNS}) | {ours:.2f} s | |
| start of an empty window with PySide6, pyqtgraph and pandas, frozen too | {theirs:.2f} s | |
| their ratio | {ours / theirs:.2f} | {START_LIMIT}{missed(ours / theirs, START_LIMIT)} |

Both programs started in turns on a virtual display, after one start each that does not count.

## What each part left out saved

| part | MB |
|---|---|
{rows}

Modules count as they are packed. What two parts needed stands in the row for all of them.
""",
        encoding="utf-8",
    )
    print(TABLE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
