"""A copy of the shipped package to spoil."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from rare_gui.intake.places import shipped_package
from tests.intake.spoiling import Package


@pytest.fixture
def package(tmp_path: Path) -> Package:
    """The shipped package, copied."""
    folder = tmp_path / "package"
    shutil.copytree(shipped_package(), folder)
    return Package(folder)
