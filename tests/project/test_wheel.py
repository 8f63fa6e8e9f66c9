"""The built wheel is the whole program: data and resources inside, at work from any folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def pip(*arguments: str | Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", *map(str, arguments)],
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A read-only folder with the installed program alone, without its source tree."""
    wheels = tmp_path_factory.mktemp("wheels")
    pip("wheel", "--no-index", "--no-deps", "--no-build-isolation", "-w", wheels, ROOT)
    (wheel,) = wheels.glob("rare_gui-*.whl")
    site = tmp_path_factory.mktemp("site")
    pip("install", "--no-index", "--no-deps", "--no-compile", "--target", site, wheel)
    for path in (site, *site.rglob("*")):
        path.chmod(0o555 if path.is_dir() or path.parent.name == "bin" else 0o444)
    return site


def run(site: Path, elsewhere: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The installed command, started in another folder."""
    return subprocess.run(
        [sys.executable, site / "bin" / "rare-gui", *arguments],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_that_the_installed_program_runs_from_its_own_copy(installed: Path, tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import rare_gui; print(rare_gui.__file__)"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert Path(told.strip()).is_relative_to(installed)


def test_that_data_and_resources_are_inside(installed: Path) -> None:
    inside = installed / "rare_gui"
    for name in ("data", "resources"):
        source = {
            path.relative_to(ROOT / name) for path in (ROOT / name).rglob("*") if path.is_file()
        }
        copy = inside / f"_{name}"
        assert source
        assert {path.relative_to(copy) for path in copy.rglob("*") if path.is_file()} == source


def test_that_it_tells_a_legal_state(installed: Path, tmp_path: Path) -> None:
    result = run(installed, tmp_path, "status", "--material", "dysprosium", "--json")
    assert result.returncode == 0, result.stderr
    states = json.loads(result.stdout)["states"]
    assert {state["material"] for state in states} == {"dysprosium"}
    assert all(state["sources"] for state in states if state["state"] == "licence_required")


@pytest.mark.parametrize("what", ["timeline", "window"])
def test_that_it_writes_a_picture(installed: Path, tmp_path: Path, what: str) -> None:
    view = "material=dysprosium as_of=2025-11-20"
    result = run(installed, tmp_path, "export", "--what", what, "--view", view, "-o", "x.png")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG\r\n")


def test_that_it_writes_nothing_beside_itself(installed: Path, tmp_path: Path) -> None:
    def listing() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in installed.rglob("*")}

    before = listing()
    result = run(installed, tmp_path, "self-test")
    assert result.returncode == 0, result.stdout + result.stderr
    assert listing() == before  # permissions alone would not stop an administrator
