"""The shipped list of licences names everything that is handed to users, each with its terms."""

from __future__ import annotations

import json
import re
from email import message_from_string
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
SHIPPED: dict[str, Any] = json.loads(
    (ROOT / "resources" / "help" / "licences.json").read_text(encoding="utf-8")
)


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_that_every_locked_library_of_the_running_program_is_listed_in_its_version() -> None:
    from licences import locked_at_run_time

    listed = {plain(part["name"]): part["version"] for part in SHIPPED["parts"]}
    locked = locked_at_run_time(LOCK)
    assert {"pandas", "pyside6-essentials", "fontpkg-inter", "rapidfuzz"} <= set(locked)
    assert locked == {name: version for name, version in listed.items() if version}, (
        "run packaging/licences.py in an environment made from packaging/requirements.lock"
    )


def test_that_what_only_the_build_needs_is_not_listed() -> None:
    from licences import locked_at_run_time

    everything = set(re.findall(r"^([\w.-]+)==", LOCK, re.MULTILINE))
    only_for_building = everything - set(locked_at_run_time(LOCK))
    assert only_for_building == {"hatchling", "pathspec", "pluggy", "tomlkit", "trove-classifiers"}


def test_that_every_part_names_its_licence_and_all_but_one_carry_the_text() -> None:
    assert all(part["licence"] for part in SHIPPED["parts"])
    assert {part["name"] for part in SHIPPED["parts"] if not part["texts"]} == {"fontpkg"}
    for part in SHIPPED["parts"]:
        assert not part["texts"] or sum(len(SHIPPED["texts"][key]) for key in part["texts"]) > 300


def test_that_qt_the_typeface_python_and_our_own_terms_are_told() -> None:
    told = {
        part["name"]: "\n".join(SHIPPED["texts"][key] for key in part["texts"])
        for part in SHIPPED["parts"]
    }
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in told["PySide6_Essentials"]
    for author in ("HarfBuzz", "PCRE2", "PNG Reference Library", "Unicode, Inc."):
        assert author in told["PySide6_Essentials"]
    assert "GNU GENERAL PUBLIC LICENSE" in told["shiboken6"]
    assert "SIL OPEN FONT LICENSE" in told["fontpkg-inter"]
    assert "PYTHON SOFTWARE FOUNDATION" in told["Python"].upper()
    own = [(ROOT / name).read_text(encoding="utf-8").strip() for name in ("NOTICE", "LICENSE")]
    assert told["rare_gui"] == "\n".join(own)


def test_that_no_text_tells_of_the_machine_that_made_the_list() -> None:
    text = json.dumps(SHIPPED)
    assert str(ROOT) not in text
    assert "site-packages" not in text


def test_that_a_lock_is_followed_from_the_project_to_what_its_libraries_need() -> None:
    from licences import locked_at_run_time

    lock = (
        "a==1.0 \\\n    --hash=sha256:00\n    # via rare-gui (pyproject.toml)\n"
        "b==2.0 \\\n    --hash=sha256:00\n    # via\n    #   a\n    #   builder\n"
        "builder==3.0 \\\n    --hash=sha256:00\n    # via -r -\n"
        "c==4.0 \\\n    --hash=sha256:00\n    # via builder\n"
    )
    assert locked_at_run_time(lock) == {"a": "1.0", "b": "2.0"}


@pytest.mark.parametrize(
    ("metadata", "name"),
    [
        ("License-Expression: MIT\nLicense: other", "MIT"),
        ("License: BSD", "BSD"),
        ("License: A whole text\n        in lines\nClassifier: License :: OSI Approved :: X", "X"),
    ],
)
def test_that_the_shortest_sure_name_of_a_licence_is_taken(metadata: str, name: str) -> None:
    from licences import licence_name

    assert licence_name(message_from_string(metadata)) == name  # type: ignore[arg-type]


def test_that_metadata_without_a_licence_are_refused() -> None:
    from licences import licence_name

    with pytest.raises(ValueError, match="tells no licence"):
        licence_name(message_from_string(""))  # type: ignore[arg-type]


def test_that_another_version_than_the_locked_one_is_refused() -> None:
    from licences import entry

    here = next(one for one in distributions() if one.name == "numpy")
    with pytest.raises(ValueError, match=f"but {re.escape(here.version)} is installed"):
        entry("numpy", "0.0.1")
