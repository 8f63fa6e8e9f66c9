"""The locks hold every requirement once, with hashes, and nothing of the machine that made them."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / "packaging" / "requirements.lock"
DEVELOP = ROOT / "packaging" / "requirements-dev.lock"
PACKAGE = ROOT / "packaging" / "requirements-package.lock"


def pins(lock: Path) -> dict[str, tuple[Requirement, int]]:
    """Each name's requirement and the number of its hashes."""
    found = {}
    for entry in re.split(r"\n(?=\w)", lock.read_text(encoding="utf-8")):
        line, *rest = entry.replace("\\\n", "\n").splitlines()
        requirement = Requirement(line)
        assert requirement.name not in found, f"{requirement.name} stands twice"
        found[requirement.name] = (requirement, sum("--hash=sha256:" in part for part in rest))
    return found


@pytest.mark.parametrize("lock", [RUN, DEVELOP, PACKAGE], ids=["run", "develop", "package"])
def test_that_every_locked_requirement_is_exact_and_has_hashes(lock: Path) -> None:
    for requirement, hashes in pins(lock).values():
        assert [clause.operator for clause in requirement.specifier] == ["=="], requirement
        assert hashes >= 1, requirement


@pytest.mark.parametrize("lock", [RUN, DEVELOP, PACKAGE], ids=["run", "develop", "package"])
def test_that_a_lock_names_no_address_and_no_path(lock: Path) -> None:
    assert not re.search(
        r"://|(^|\s)/|--index|--find-links|\s@\s", lock.read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("lock", [DEVELOP, PACKAGE], ids=["develop", "package"])
def test_that_the_other_locks_repeat_nothing_of_the_first(lock: Path) -> None:
    assert not set(pins(RUN)) & set(pins(lock))


def test_that_the_locks_meet_the_project_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    every = pins(RUN) | pins(DEVELOP) | pins(PACKAGE)
    locked = {name: requirement for name, (requirement, _) in every.items()}
    wanted = [
        *project["project"]["dependencies"],
        *chain.from_iterable(project["project"]["optional-dependencies"].values()),
        *project["build-system"]["requires"],
    ]
    for text in wanted:
        requirement = Requirement(text)
        (pin,) = locked[canonicalize_name(requirement.name)].specifier
        assert requirement.specifier.contains(pin.version), f"{text} is locked to {pin.version}"


def test_that_the_running_program_needs_no_development_requirement() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {canonicalize_name(Requirement(text).name) for text in project["dependencies"]}
    assert names <= set(pins(RUN))
    assert {"scipy", "pytest", "frictionless", "distributed"} <= set(pins(DEVELOP))
