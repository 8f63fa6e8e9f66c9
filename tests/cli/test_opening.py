"""`rare-gui FILE`: what is a file and what is a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from rare_gui.app.desktop.run import Start
from rare_gui.cli.main import run


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Start]:
    """What the window would be started with, in a folder that holds another one."""
    import rare_gui.app.main

    found: list[Start] = []

    def open_window(start: Start) -> int:
        found.append(start)
        return 0

    monkeypatch.setattr(rare_gui.app.main, "open_window", open_window)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my package").mkdir()
    (tmp_path / "status").mkdir()
    return found


@pytest.mark.parametrize("word", ["x.rareview", "/no/such/folder", "my package", "./status"])
def test_that_a_word_that_looks_like_a_file_opens_the_window(
    word: str, starts: list[Start]
) -> None:
    assert run([word]) == 0
    assert starts == [Start(files=(Path(word),))]


def test_that_options_stand_before_the_files(starts: list[Start]) -> None:
    assert run(["--portable", "--reset", "--package", "p", "a.png", "b.svg"]) == 0
    assert starts == [Start(Path("p"), (Path("a.png"), Path("b.svg")), portable=True, reset=True)]


def test_that_without_a_file_the_options_open_the_window_too(starts: list[Start]) -> None:
    assert run(["--portable"]) == 0
    assert starts == [Start(portable=True)]


def test_that_a_slip_in_a_command_is_refused(
    starts: list[Start], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["statsu"]) == 2
    assert "statsu" in capsys.readouterr().err
    assert starts == []


def test_that_the_help_names_the_options_and_hides_the_command(
    starts: list[Start], capsys: pytest.CaptureFixture[str]
) -> None:
    run(["--help"])
    told = capsys.readouterr().out
    assert "--portable" in told
    assert "--reset" in told
    assert " open " not in told
