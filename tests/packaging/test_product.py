"""Every package tells what pyproject.toml and CHANGELOG.md tell."""

from __future__ import annotations

import ast
import plistlib
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_that_name_version_and_licence_are_those_of_the_project_file() -> None:
    from product import read_product

    product = read_product()
    assert (product.name, product.version) == (PROJECT["name"], PROJECT["version"])
    assert (product.summary, product.licence) == (PROJECT["description"], PROJECT["license"])


def test_that_no_recipe_repeats_the_version() -> None:
    recipes = [
        p for p in PACKAGING.rglob("*") if p.suffix in {".spec", ".py", ".sh", ".desktop", ".iss"}
    ]
    assert len(recipes) > 10
    for path in recipes:
        assert PROJECT["version"] not in path.read_text(encoding="utf-8"), path


def test_that_another_version_reaches_the_product(tmp_path: Path) -> None:
    from product import read_product

    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    text = re.sub(r'^version = ".*"', 'version = "7.8.9"', text, flags=re.MULTILINE)
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text("# C\n\n## 7.8.9 (2027-01-02)\n\n- New\n  words.\n")
    product = read_product(tmp_path)
    assert product.numbers == (7, 8, 9, 0)
    assert product.releases[0].day == "2027-01-02"
    assert product.releases[0].notes == ("New words.",)


@pytest.mark.parametrize("heading", ["7.8.8 (2027-01-02)", "7.8.9", "7.8.9 (soon)"])
def test_that_a_changelog_of_another_version_or_form_is_refused(
    tmp_path: Path, heading: str
) -> None:
    from product import read_product

    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "x"\nversion = "7.8.9"\ndescription = "d"\nlicense = "MIT"\n'
    )
    (tmp_path / "CHANGELOG.md").write_text(f"## {heading}\n\n- New.\n")
    with pytest.raises(ValueError, match=r"CHANGELOG\.md"):
        read_product(tmp_path)


def test_that_windows_is_told_the_version() -> None:
    from product import read_product
    from windows.version_info import version_info

    product = read_product()
    told = ast.parse(version_info(product), mode="eval")
    numbers = {
        keyword.arg: ast.literal_eval(keyword.value)
        for keyword in ast.walk(told)
        if isinstance(keyword, ast.keyword) and keyword.arg in {"filevers", "prodvers"}
    }
    assert set(numbers.values()) == {product.numbers}


def test_that_the_windows_manifest_asks_for_sharp_screens_and_long_paths() -> None:
    tree = ET.parse(PACKAGING / "windows" / "rare_gui.manifest")
    told = {element.tag.rpartition("}")[2]: element.text for element in tree.iter()}
    assert told["dpiAwareness"] == "PerMonitorV2, PerMonitor"
    assert told["longPathAware"] == "true"


def test_that_the_inno_script_names_only_files_that_are_made() -> None:
    script = (PACKAGING / "windows" / "rare_gui.iss").read_text(encoding="utf-8")
    assert "#error" in script
    used = set(re.findall(r"\{#(\w+)\}", script))
    assert used == {"Name", "Version"}
    for program in re.findall(r"\{app\}\\(\S+?\.exe)", script):
        assert program == "{#Name}-window.exe"


def test_that_macos_is_told_of_the_documents() -> None:
    from macos.bundle_info import bundle_info
    from product import read_product

    told = plistlib.loads(plistlib.dumps(bundle_info(read_product())))
    declared = {kind["UTTypeIdentifier"] for kind in told["UTExportedTypeDeclarations"]}
    opened = {name for kind in told["CFBundleDocumentTypes"] for name in kind["LSItemContentTypes"]}
    assert declared <= opened
    assert told["CFBundleShortVersionString"] == PROJECT["version"]


@given(st.lists(st.text("abc <&\"'", min_size=1).map(str.strip).filter(bool), max_size=4))
def test_that_any_release_note_is_well_formed_in_the_metadata(notes: list[str]) -> None:
    from datetime import date

    from linux_files import releases_xml
    from product import Release

    text = releases_xml((Release("1.0", None, tuple(notes)),), date(2026, 1, 2))
    tree = ET.fromstring(f"<releases>{text}</releases>")
    assert [item.text for item in tree.iter("li")] == notes
    (release,) = tree
    assert release.get("date") == "2026-01-02"
