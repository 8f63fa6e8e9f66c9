from __future__ import annotations

from pathlib import Path

import pytest

from rare_gui.intake import places
from rare_gui.intake.places import find_package, shipped_package


def test_that_the_shipped_package_is_found_from_any_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert (shipped_package() / "datapackage.json").is_file()


def test_that_the_installed_copy_comes_before_that_of_the_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for home in ("_data", "data"):
        (tmp_path / home / "strategic-materials").mkdir(parents=True)
        (tmp_path / home / "strategic-materials" / "datapackage.json").touch()
    monkeypatch.setattr(places, "_HOMES", (tmp_path / "_data", tmp_path / "data"))
    assert shipped_package() == tmp_path / "_data" / "strategic-materials"


def test_that_an_incomplete_installation_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_HOMES", (tmp_path,))
    with pytest.raises(FileNotFoundError, match="missing from the installation"):
        shipped_package()


def test_that_a_shipped_package_is_found_by_its_name() -> None:
    assert find_package("strategic-materials") == shipped_package()


def test_that_an_existing_path_wins_over_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "strategic-materials").mkdir()
    monkeypatch.chdir(tmp_path)
    assert find_package("strategic-materials") == Path("strategic-materials")


def test_that_the_path_of_a_descriptor_means_its_folder() -> None:
    assert find_package(str(shipped_package() / "datapackage.json")) == shipped_package()


@pytest.mark.parametrize(
    "name",
    ["", "no-such-package", "../strategic-materials", "a/b", "n" * 300, "~nobody-here/x", "a\0b"],
)
def test_that_what_is_neither_comes_back_as_it_was(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_package(name) == Path(name)
