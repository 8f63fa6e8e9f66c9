"""A copy of the shipped package to spoil, and a small one made of its required tables."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from rare_gui.intake.package import REQUIRED
from rare_gui.intake.places import shipped_package
from tests.intake.spoiling import Package


@pytest.fixture
def package(tmp_path: Path) -> Package:
    """The shipped package, copied."""
    folder = tmp_path / "package"
    shutil.copytree(shipped_package(), folder)
    return Package(folder)


@pytest.fixture(scope="session")
def small_package_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables that the law needs, with a descriptor of their own; not to be changed."""
    from rare_gui.intake.describe import describe

    folder = tmp_path_factory.mktemp("template")
    for name in (*REQUIRED, "wider_classes"):
        shutil.copy(shipped_package() / f"{name}.csv", folder)
    descriptor = describe(folder, "1", date(2026, 10, 9))
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


@pytest.fixture
def small_package(small_package_template: Path, tmp_path: Path) -> Package:
    """The small package, copied."""
    folder = tmp_path / "small"
    shutil.copytree(small_package_template, folder)
    return Package(folder)
