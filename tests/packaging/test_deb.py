"""The Debian package, made of a stand-in program."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="needs dpkg")


@pytest.fixture
def package(tmp_path: Path, qapp: object) -> Path:
    from deb import write_deb
    from linux_files import write_share
    from product import read_product

    product = read_product()
    folder = tmp_path / product.name
    folder.mkdir()
    program = folder / product.name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o700)
    (folder / "install.sh").write_text("not for Debian\n")
    write_share(folder / "share", product)
    return write_deb(folder, product, tmp_path)


def said(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_that_it_tells_the_product_and_needs_the_c_library_of_the_build(package: Path) -> None:
    from product import read_product

    product = read_product()
    fields = dict(
        line.split(": ", 1)
        for line in said("dpkg-deb", "--field", package).splitlines()
        if ": " in line
    )
    assert (fields["Package"], fields["Version"]) == (product.name, product.version)
    assert fields["Depends"].startswith("libc6 (>= 2.")
    assert int(fields["Installed-Size"]) > 0


def test_that_anyone_may_start_it_and_it_belongs_to_root(package: Path) -> None:
    lines = {
        line.split()[5]: line.split()[:2] for line in said("dpkg-deb", "-c", package).splitlines()
    }
    assert lines["./usr/lib/rare-gui/rare-gui"] == ["-rwxr-xr-x", "root/root"]
    assert lines["./usr/bin/rare-gui"][0].startswith("l")
    assert lines["./usr/share/applications/rare_gui.desktop"][0] == "-rw-r--r--"
    assert "./usr/share/doc/rare-gui/copyright" in lines
    assert not [name for name in lines if name.endswith("install.sh")]


def test_that_its_command_leads_to_the_program(package: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    subprocess.run(["dpkg-deb", "--extract", package, root], check=True)
    assert (root / "usr/bin/rare-gui").resolve() == root / "usr/lib/rare-gui/rare-gui"
