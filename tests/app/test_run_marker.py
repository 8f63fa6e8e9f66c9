"""The mark of a run: gone when it ends well, told once when it does not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from rare_gui.app.run_marker import RunMarker, lost_runs

KILLED = """
import os, signal, sys
from pathlib import Path
from rare_gui.app.run_marker import RunMarker
mark = RunMarker(Path(sys.argv[1]))
mark.begin()
mark.stacks.write_text("Fatal Python error: Segmentation fault")
mark.note(shown=True, view="material=gallium", package="data 1 abc", head="rare_gui 1")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_that_a_run_that_ends_well_leaves_nothing(tmp_path: Path) -> None:
    mark = RunMarker(tmp_path)
    assert mark.begin()
    mark.note(view="material=gallium")
    assert lost_runs(tmp_path) == ()  # it is still going on
    mark.end()
    assert list(tmp_path.iterdir()) == []


def test_that_a_killed_run_is_told_once_with_what_it_noted(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    (run,) = lost_runs(tmp_path)
    assert run.was_shown
    assert (run.view, run.package, run.head) == ("material=gallium", "data 1 abc", "rare_gui 1")
    assert "Segmentation fault" in run.stacks
    assert run.began
    assert lost_runs(tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_that_runs_that_go_on_beside_it_are_not_touched(tmp_path: Path) -> None:
    one, other = RunMarker(tmp_path), RunMarker(tmp_path)
    assert one.begin()
    assert other.begin()
    assert lost_runs(tmp_path) == ()
    one.end()
    other.note(view="still there")
    other.end()
    assert list(tmp_path.iterdir()) == []


def test_that_a_damaged_mark_is_cleared_away(tmp_path: Path) -> None:
    for number, content in enumerate(("", "[]", "{", '{"began": 3, "shown": "yes"}')):
        (tmp_path / f"{number}.json").write_text(content)
    (run,) = lost_runs(tmp_path)
    assert not run.was_shown
    assert list(tmp_path.iterdir()) == []


def test_that_without_a_folder_there_is_no_mark(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    mark = RunMarker(tmp_path / "file" / "runs")
    assert not mark.begin()
    mark.note(view="x")
    mark.end()
    assert lost_runs(tmp_path / "file" / "runs") == ()
