"""Builds what is handed to users on this system; `make package` runs it.

On Linux: dist/rare-gui/ (the program's folder), a .tar.xz with install.sh, a .deb. Elsewhere the
folder alone; `windows/rare_gui.iss` and the spec's BUNDLE go on from there, both untested.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from deb import write_deb
from icu_data import trim_library
from linux_files import write_share
from product import ROOT, Product, languages, read_product

DIST, WORK = ROOT / "dist", ROOT / "build" / "pyinstaller"
SPEC = ROOT / "packaging" / "rare_gui.spec"
INSTALLER = ROOT / "packaging" / "linux" / "install.sh"


def build_folder(*, untuned: bool = False, dist: Path = DIST, work: Path = WORK) -> Path:
    """Build the program's folder; `untuned` leaves nothing out. Returns the folder."""
    environment = {**os.environ, "RARE_GUI_UNTUNED": "1" if untuned else "0"}
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
         "--distpath", dist, "--workpath", work, SPEC],
        check=True,
        env=environment,
    )  # fmt: skip
    folder = dist / read_product().name
    if sys.platform == "linux" and not untuned:
        strip(folder)
        for library in folder.glob("_internal/PySide6/Qt/lib/libicudata.so.*"):
            trim_library(library, languages())
    return folder


def strip(folder: Path) -> None:
    """Take the symbols for debuggers out of the folder's libraries.

    Not of those in a wheel's own `NAME.libs`: they were patched in a way that strip breaks.
    """
    for path in folder.rglob("*.so*"):
        if not path.is_symlink() and path.parent.suffix != ".libs":
            subprocess.run(["strip", "--strip-unneeded", path], check=True)


def write_tarball(folder: Path, product: Product) -> Path:
    """Pack the folder, with its installer and its share/, as NAME-VERSION-linux-MACHINE.tar.xz."""
    machine = os.uname().machine
    path = DIST / f"{product.folder}-linux-{machine}.tar.xz"

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = "root"
        return member

    with tarfile.open(path, "w:xz", preset=6) as archive:
        archive.add(folder, product.folder, filter=plain)
    return path


def main() -> None:
    """Build everything that can be built on this system and tell what came out."""
    product = read_product()
    shutil.rmtree(DIST, ignore_errors=True)
    folder = build_folder()
    made = [folder]
    print("Packing", flush=True)
    if sys.platform == "linux":
        write_share(folder / "share", product)
        shutil.copy2(INSTALLER, folder)
        made.append(write_tarball(folder, product))
        if shutil.which("dpkg-deb"):
            made.append(write_deb(folder, product, DIST))
        else:
            print("No .deb: dpkg-deb is not here.")
    for path in made:
        print(f"{bytes_in(path) / 1e6:7.1f} MB  {path.relative_to(ROOT)}")


def bytes_in(path: Path) -> int:
    """The bytes of a file, or of all files in a folder; links count nothing."""
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(p.stat().st_size for p in files if p.is_file() and not p.is_symlink())


if __name__ == "__main__":
    main()
