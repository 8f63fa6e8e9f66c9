"""A Debian package of the program's folder, made with dpkg-deb and no further tools."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from product import APP_ID, ROOT, Product
from reachable import linked

FROM_THE_SYSTEM = re.compile(r"^\s+(\S+) => (/\S+)", re.MULTILINE)
"""A line of ldd: a library's name and where it was found."""


def write_deb(folder: Path, product: Product, into: Path) -> Path:
    """Write NAME_VERSION_ARCHITECTURE.deb into a folder; returns its path.

    The program lies in /usr/lib/NAME, its command in /usr/bin. Nothing runs at installation: menus,
    icons and file types are refreshed by Debian's own triggers.
    """
    architecture = _said("dpkg", "--print-architecture")
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        home = root / "usr" / "lib" / product.name
        shutil.copytree(
            folder, home, symlinks=True, ignore=shutil.ignore_patterns("share", "install.sh")
        )
        shutil.copytree(folder / "share", root / "usr" / "share")
        (root / "usr" / "bin").mkdir()
        (root / "usr" / "bin" / product.name).symlink_to(f"../lib/{product.name}/{product.name}")
        documents = root / "usr" / "share" / "doc" / product.name
        documents.mkdir(parents=True)
        licence = (ROOT / "NOTICE").read_text(encoding="utf-8")
        (documents / "copyright").write_text(
            f"{licence}\nThe Apache License is in /usr/share/common-licenses/Apache-2.0.\n",
            encoding="utf-8",
        )
        shutil.copy(ROOT / "CHANGELOG.md", documents)
        control = root / "DEBIAN" / "control"
        control.parent.mkdir()
        size = sum(p.lstat().st_size for p in root.rglob("*") if p.is_file()) // 1024
        control.write_text(
            control_text(product, architecture, size, dependencies(folder)), encoding="utf-8"
        )
        _make_plain(root)
        path = into / f"{product.name}_{product.version}_{architecture}.deb"
        subprocess.run(
            ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", "-z2", root, path],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return path


def control_text(product: Product, architecture: str, size: int, depends: Iterable[str]) -> str:
    """The control file; `size` in KiB."""
    return (
        f"Package: {product.name}\n"
        f"Version: {product.version}\n"
        f"Architecture: {architecture}\n"
        f"Maintainer: {maintainer(product)}\n"
        f"Installed-Size: {size}\n"
        f"Depends: {', '.join(depends)}\n"
        "Section: science\n"
        "Priority: optional\n"
        f"Description: {product.summary}\n"
        " Tells which restrictions applied to a material on a day, what comes next and\n"
        " who depends on it, with sources. Opens no connection.\n"
    )


def maintainer(product: Product) -> str:
    """Who signs the package: DEBFULLNAME and DEBEMAIL, as Debian's tools have it."""
    name = os.environ.get("DEBFULLNAME", f"{product.name} contributors")
    return f"{name} <{os.environ.get('DEBEMAIL', f'{APP_ID}@localhost')}>"


def dependencies(folder: Path) -> list[str]:
    """The Debian packages that hold the libraries which the folder takes from the system.

    The C library is asked for in the version of the building system, since that is what was tried.
    """
    libraries = [path for path in folder.rglob("*.so*") if not path.is_symlink()]
    own = {path.name for path in libraries}
    paths = set()
    for library in libraries:
        wanted = set(linked(str(library))) - own
        told = subprocess.run(["ldd", library], capture_output=True, text=True, check=False).stdout
        paths |= {place for soname, place in FROM_THE_SYSTEM.findall(told) if soname in wanted}
    names = {name for path in paths for name in _owners(path)}
    c_library = _said("dpkg-query", "--show", "--showformat=${Version}", "libc6").partition("-")[0]
    return [f"libc6 (>= {c_library})", *sorted(names - {"libc6"})]


def _owners(path: str) -> set[str]:
    # /lib is a link to /usr/lib on today's systems, and dpkg may know a file by either name
    for name in dict.fromkeys([path, str(Path(path).resolve()), path.removeprefix("/usr")]):
        told = subprocess.run(["dpkg", "-S", name], capture_output=True, text=True, check=False)
        if told.returncode == 0:
            return {line.partition(":")[0] for line in told.stdout.splitlines()}
    return set()


def _make_plain(root: Path) -> None:
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if runs else 0o644)


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
