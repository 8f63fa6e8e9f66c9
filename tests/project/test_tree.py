"""The top level holds what a newcomer is told of, and nothing else; one place tells the version."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOP_LEVEL = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "DECISIONS.md",
    "LICENSE",
    "Makefile",
    "NOTICE",
    "README.md",
    "data",
    "packaging",
    "pyproject.toml",
    "rare_gui",
    "resources",
    "tests",
}


def test_that_the_top_level_is_exactly_as_described() -> None:
    listed = subprocess.run(
        # the folder may belong to another user, which git would refuse
        ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert {name.partition("/")[0] for name in listed} == TOP_LEVEL


def test_that_the_command_tells_the_version_of_the_project_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = subprocess.run(
        [sys.executable, "-m", "rare_gui", "--version"], capture_output=True, text=True, check=True
    ).stdout
    assert told.split() == [project["name"], project["version"]]


def test_that_the_changelog_speaks_of_the_current_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"\n## {project['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
