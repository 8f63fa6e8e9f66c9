"""What every test gets: no display, folders of its own, the mark `gui` where Qt is used.

Not for windows: the tests that need these make them in their own folder.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from rare_gui.domain.dataset import Dataset
    from tests.intake.spoiling import Package

# Inherited by every process that a test starts: no display, and the program of this very tree.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parents[1])

# How fast a machine is, is no business of a test.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

USER_FOLDERS = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
OF_QT_ITSELF = ("QMenu", "QTipLabel", "ViewBoxMenu")
"""Classes that Qt and pyqtgraph keep as top-level widgets after use."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and {"qapp", "qtbot"} & set(item.fixturenames):
            item.add_marker("gui")


@pytest.fixture(autouse=True)
def own_folders(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, caches and data of the user are the test's own and empty."""
    for name in USER_FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    if request.node.get_closest_marker("gui"):
        from PySide6.QtCore import QSettings

        # QSettings asks the environment only once, so it must be told
        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "xdg_config_home"))


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test of the interface leaves neither a top-level widget nor a running task."""
    if not request.node.get_closest_marker("gui"):
        yield
        return
    request.getfixturevalue("qapp")
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
    from PySide6.QtWidgets import QApplication

    before = {id(widget) for widget in QApplication.topLevelWidgets()}
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()  # the next test need not search again what outlived this one: 0.2 s a test
    left = [
        type(widget).__name__
        for widget in QApplication.topLevelWidgets()
        if id(widget) not in before and type(widget).__name__ not in OF_QT_ITSELF
    ]
    assert not left, f"the test leaves these widgets: {left}; give them to qtbot.addWidget"
    assert QThreadPool.globalInstance().activeThreadCount() == 0, "the test leaves a running task"


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The shipped package, opened once; nobody may change it."""
    from rare_gui.intake.package import open_package
    from rare_gui.intake.places import shipped_package

    opened, problems = open_package(shipped_package())
    assert opened is not None, problems
    assert problems == ()
    return opened


@pytest.fixture(scope="session")
def small_package_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables that the law needs, with a descriptor of their own; not to be changed."""
    from rare_gui.intake.describe import describe
    from rare_gui.intake.package import REQUIRED
    from rare_gui.intake.places import shipped_package

    folder = tmp_path_factory.mktemp("template")
    for name in (*REQUIRED, "wider_classes"):
        shutil.copy(shipped_package() / f"{name}.csv", folder)
    descriptor = describe(folder, "1", date(2026, 10, 9))
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


@pytest.fixture
def small_package(small_package_template: Path, tmp_path: Path) -> Package:
    """The small package, copied; all its checks take a tenth of those of the shipped one."""
    from tests.intake.spoiling import Package

    folder = tmp_path / "small"
    shutil.copytree(small_package_template, folder)
    return Package(folder)
