"""Each import contract bites: broken once on purpose in a copy of the program, it is named."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]

OFFENCES: list[tuple[str, dict[str, str]]] = [
    ("Imports point down", {"domain/broken.py": "import rare_gui.scenes.palette"}),
    ("Imports point down", {"utils/__init__.py": ""}),
    ("No Qt below the figures", {"scenes/broken.py": "import PySide6.QtCore"}),
    ("No Qt below the figures", {"intake/broken.py": "import pyqtgraph"}),
    ("No data frames above the scenes", {"figures/broken.py": "import pandas"}),
    ("Schemas only in intake, sub-commands only in cli", {"scenes/broken.py": "import pandera"}),
    (
        "Panels do not know each other",
        {"panels/header/panel.py": "import rare_gui.panels.materials.browser"},
    ),
    ("Panels do not know each other", {"panels/undecided.py": ""}),
    ("The program opens no connection", {"domain/broken.py": "import socket"}),
    (
        "No cycles among siblings",
        {
            "scenes/one.py": "import rare_gui.scenes.other",
            "scenes/other.py": "import rare_gui.scenes.one",
        },
    ),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program's package with its settings beside it."""
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "rare_gui", tmp_path / "copy" / "rare_gui", ignore=without)
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "copy")
    return tmp_path / "copy"


def test_that_the_program_keeps_every_contract(program: Path) -> None:
    result = lint(program)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("contract", "files"), OFFENCES, ids=[f"{name}: {min(files)}" for name, files in OFFENCES]
)
def test_that_an_offence_is_found(program: Path, contract: str, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = program / "rare_gui" / name
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(text + "\n")
    result = lint(program)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{contract} BROKEN" in " ".join(result.stdout.split())


def test_that_every_contract_is_broken_once_here() -> None:
    contracts = {contract["name"] for contract in SETTINGS["importlinter"]["contracts"]}
    assert {name for name, _ in OFFENCES} == contracts


@pytest.mark.parametrize(
    "statement",
    [
        "import urllib.request",
        "from PySide6.QtNetwork import QTcpSocket",
        "import PySide6.QtNetwork",
    ],
)
def test_that_a_network_module_inside_a_wider_package_is_found(statement: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--stdin-filename", "rare_gui/app/broken.py", "-"],
        cwd=ROOT,
        input=statement,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "TID251" in result.stdout
    assert "opens no connection" in result.stdout
