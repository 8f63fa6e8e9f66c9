"""`rare-gui replay`: an animated picture, faults as one sentence with an exit code."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.cli.conftest import Ask

DAYS = ("--from-date", "2026-10-01", "--to-date", "2026-11-23", "--step", "month")
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("suffix", ["png", "gif"])
def test_that_a_replay_is_written(ask: Ask, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"x.{suffix}"
    answer = ask("replay", "--material", "Ga", *DAYS, "--size", "800x640", "-o", path)
    assert (answer.code, answer.out, answer.err) == (0, f"{path}\n", "")
    with Image.open(path) as read:
        assert (read.n_frames, read.size) == (3, (800, 640))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([*DAYS, "-o", "x.webp"], "replays are written as .png or .gif"),
        ([*DAYS, "-o", "x.gif", "--size", "big"], "is no size"),
        ([*DAYS, "-o", "x.gif", "--scale", "9"], "out of range"),
        ([*DAYS, "-o", "x.gif", "--step", "hour"], "unknown step"),
        ([*DAYS, "-o", "x.gif", "--material", "gallum"], "gallium"),
        (["--from-date", "2026-11-23", "--to-date", "2026-10-01", "-o", "x.gif"], "forward"),
        (["--from-date", "soon", "--to-date", "2026-10-01", "-o", "x.gif"], "soon"),
        (
            [
                "--from-date",
                "2020-01-01",
                "--to-date",
                "2026-10-01",
                "--step",
                "day",
                "-o",
                "x.gif",
            ],
            "frames are too many",
        ),
        (["-o", "x.gif"], "from-date"),
    ],
)
def test_that_wrong_arguments_are_told_in_one_sentence(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = ask("replay", *arguments)
    assert answer.code == 2
    assert told in answer.err
    assert answer.err.count("\n") == 1
    assert not list(tmp_path.glob("x.*"))


def test_that_nothing_is_overwritten_without_force(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "x.gif"
    path.write_text("mine")
    answer = ask("replay", "--material", "gallium", *DAYS, "-o", path)
    assert answer.code == 1
    assert answer.err.endswith("give --force to overwrite it\n")
    assert path.read_text() == "mine"
