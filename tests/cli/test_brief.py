"""`rare-gui brief`: one file, PDF or HTML, faults as one sentence with an exit code."""

from __future__ import annotations

from pathlib import Path

import pytest

from rare_gui.intake.picture_facts import read_file
from tests.cli.conftest import Ask

DAY = ("--as-of", "2026-11-23")
pytestmark = pytest.mark.usefixtures("qapp")


def test_that_a_brief_on_several_materials_is_written(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    answer = ask("brief", "--material", "Dy, gallium", *DAY, "--to", "Germany", "-o", path)
    assert (answer.code, answer.out) == (0, f"{path}\n")
    facts = read_file(path)
    assert facts.title == "Dysprosium and gallium: export restrictions"
    assert facts.view == "material=dysprosium as_of=2026-11-23 to=DE"


def test_that_losses_come_from_the_named_scenario(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    wanted = ("--material", "dysprosium", "--with-impact", "full-stop", *DAY)
    assert ask("brief", *wanted, "-o", path).code == 0
    page = path.read_text(encoding="utf-8")
    assert "2,000 draws, seed 1" in page
    assert "Dysprosium" in page.partition("Exposed sectors")[2]


def test_that_a_view_and_a_what_if_are_meant(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    view = "material=gallium as_of=2026-11-23"
    answer = ask("brief", "--view", view, "--scenario", "truce-lapses", "-o", path, "--no-view")
    assert answer.code == 0
    assert read_file(path).view is None


def test_that_nothing_is_overwritten_without_force(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "x.html"
    path.write_text("mine")
    wanted = ("brief", "--material", "gallium", *DAY, "-o", path)
    answer = ask(*wanted)
    assert answer.code == 1
    assert answer.err.endswith("give --force to overwrite it\n")
    assert path.read_text() == "mine"
    assert ask(*wanted, "--force").code == 0
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "x.docx"], "briefs are written as .pdf or .html"),
        (["-o", "x.pdf", "--material", "gallum"], "gallium"),
        (["-o", "x.pdf", "--material", ", ,"], "--material names nothing"),
        (["-o", "x.pdf", "--theme", "pink"], "unknown theme"),
        (["-o", "x.pdf", "--scenario", "nonsense"], "the what-if cannot be used"),
        (["-o", "x.pdf", "--with-impact", "nonsense"], "presets are"),
        (["-o", "x.pdf", "--to", "China"], "are no exports"),
        (["-o", "x.pdf", "--as-of", "soon"], "soon"),
        (["-o", "x.pdf", "--view", "nothing"], "nothing"),
        ([], "output"),
    ],
)
def test_that_wrong_arguments_are_told_in_one_sentence(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = ask("brief", *arguments)
    assert answer.code == 2
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert not list(tmp_path.glob("x.*"))


def test_that_a_full_disk_leaves_the_old_brief(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.pdf"
    path.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    answer = ask("brief", "--material", "gallium", *DAY, "-o", path, "--force")
    assert answer.code == 1
    assert "the disk is full" in answer.err
    assert path.read_text() == "old"
