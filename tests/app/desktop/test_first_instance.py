"""One window per user: who is first, and how the others hand over what they were given."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rare_gui.app.desktop.first_instance import FirstInstance, Request

HOLDER = """
import sys, time
from pathlib import Path
from rare_gui.app.desktop.first_instance import FirstInstance
first = FirstInstance(Path(sys.argv[1]))
print(first.claim(), flush=True)
time.sleep(60)
"""
SENDER = """
import sys
from pathlib import Path
from rare_gui.app.desktop.first_instance import FirstInstance, Request
other = FirstInstance(Path(sys.argv[1]))
sys.exit(0 if not other.claim() and other.hand_over(Request.of((Path(sys.argv[2]),))) else 1)
"""


def start(code: str, *arguments: str, cwd: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=cwd)


def test_that_a_second_start_hands_over_its_file_and_ends(qtbot: QtBot, tmp_path: Path) -> None:
    first = FirstInstance(tmp_path / "run")
    assert first.claim()
    assert first.claim()  # still
    first.listen()
    with qtbot.waitSignal(first.handed, timeout=20_000) as handed:
        other = start(SENDER, str(tmp_path / "run"), "自 own.rareview", cwd=tmp_path)
    assert handed.args[0].paths == (tmp_path / "自 own.rareview",)  # of the other's folder
    assert other.wait(20) == 0
    assert other.stdout is not None
    other.stdout.close()
    assert list((tmp_path / "run" / "inbox").iterdir()) == []
    first.release()


def test_that_the_lock_of_a_killed_process_does_not_count(qtbot: QtBot, tmp_path: Path) -> None:
    holder = start(HOLDER, str(tmp_path), cwd=tmp_path)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "True\n"
    second = FirstInstance(tmp_path)
    assert not second.claim()
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    assert second.claim()
    second.release()


def test_that_a_first_that_hangs_is_not_waited_for_long(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = FirstInstance(tmp_path), FirstInstance(tmp_path)
    assert first.claim()  # and never listens
    assert not second.claim()
    began = time.monotonic()
    assert not second.hand_over(Request((Path("/a"),)), within=0.2)
    assert time.monotonic() - began < 2
    assert list((tmp_path / "inbox").iterdir()) == []
    assert not second.claim()
    first.release()
    assert second.claim()
    second.release()


def test_that_a_lock_whose_number_went_to_another_process_is_broken(
    qtbot: QtBot, tmp_path: Path
) -> None:
    name = Path(f"/proc/{os.getppid()}/exe")
    if not name.exists():
        pytest.skip("only Linux tells what a process is called")
    (tmp_path / "inbox").mkdir()
    (tmp_path / "first.lock").write_text(f"{os.getppid()}\n{name.resolve().name}\n")
    late = FirstInstance(tmp_path)
    if not late.claim():
        assert not late.hand_over(Request(), within=0.1)
        assert late.claim()
    late.release()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"rare_gui_request": 1}',
        '{"rare_gui_request": 2, "paths": [], "tokens": {}}',
    ],
)
def test_that_what_is_no_request_is_taken_out_and_ignored(
    content: str, qtbot: QtBot, tmp_path: Path
) -> None:
    first = FirstInstance(tmp_path)
    first.claim()
    (tmp_path / "inbox" / "1.json").write_text(content)
    with qtbot.assertNotEmitted(first.handed):
        first.look()
    assert list((tmp_path / "inbox").iterdir()) == []
    first.release()


def test_that_a_request_left_long_ago_is_not_opened(qtbot: QtBot, tmp_path: Path) -> None:
    first = FirstInstance(tmp_path)
    first.claim()
    path = tmp_path / "inbox" / "1.json"
    path.write_text(json.dumps({"rare_gui_request": 1, "paths": ["/a"], "tokens": {}}))
    os.utime(path, (0, 0))
    with qtbot.assertNotEmitted(first.handed):
        first.look()
    first.release()


def test_that_where_nothing_can_be_written_nobody_is_first(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    lone = FirstInstance(tmp_path / "file" / "run")
    assert not lone.claim()
    assert not lone.hand_over(Request(), within=0.1)
