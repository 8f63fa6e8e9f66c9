"""Whatever goes wrong is written down once, and the program goes on."""

from __future__ import annotations

import gc
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from pytestqt.qtbot import QtBot

from rare_gui.app.desktop import log_file
from rare_gui.app.desktop.crash import WRITTEN_IN_FULL, Crashes, Fault
from rare_gui.app.desktop.log_file import FILE_NAME, OLD_ONES, LogFile, log

CRASH = """
import faulthandler, os, sys
from pathlib import Path
from rare_gui.app.desktop.crash import Crashes
from rare_gui.app.desktop.log_file import LogFile
Crashes().install(Path(sys.argv[1]))
os.abort()
"""
SLOT = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from rare_gui.app.desktop.crash import Crashes
from rare_gui.app.desktop.log_file import LogFile
if sys.argv[2] == "windowed":
    sys.stdout = sys.stderr = sys.__stderr__ = None
app = QCoreApplication([])
log = LogFile(Path(sys.argv[1]), lambda: "rare_gui 1.2.3")
crashes = Crashes()
crashes.install()
def slot():
    raise RuntimeError("in a slot")
QTimer.singleShot(0, slot)
QTimer.singleShot(100, lambda: app.exit(7))
code = app.exec()
crashes.uninstall()
log.close()
sys.exit(code)
"""


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    kept = LogFile(tmp_path, lambda: "rare_gui 1.2.3")
    yield tmp_path / FILE_NAME
    kept.close()
    log.propagate = True


@pytest.fixture
def crashes(qapp: object) -> Iterator[Crashes]:
    made = Crashes()
    yield made
    made.uninstall()


def raised(words: str) -> Exception:
    """A ValueError with the stack of where it was raised."""
    with pytest.raises(ValueError, match=r".+") as caught:
        raise ValueError(words)
    return caught.value


def test_that_a_fault_is_written_and_told_once(
    crashes: Crashes, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[Fault] = []
    crashes.faulted.connect(told.append)
    for _ in range(50):
        crashes.take(raised("no\nsuch day"))
    text = written.read_text()
    assert [one.summary for one in told] == ["ValueError: no such day"]
    assert "Traceback" in told[0].stack
    assert text.count("Traceback") == WRITTEN_IN_FULL
    assert "for the 10th time" in text
    assert capsys.readouterr().err.count("\n") == 1  # one line, and no traceback


def test_that_an_error_in_a_thread_arrives_on_the_windows_thread(
    crashes: Crashes, written: Path, qtbot: QtBot
) -> None:
    crashes.install()
    here, places = threading.current_thread(), []
    crashes.faulted.connect(lambda _fault: places.append(threading.current_thread()))
    with qtbot.waitSignal(crashes.faulted):
        worker = threading.Thread(target=lambda: 1 / 0, name="counting")
        worker.start()
        worker.join()
    assert places == [here]
    assert "ZeroDivisionError: division by zero in the thread counting" in written.read_text()


def test_that_an_error_that_python_cannot_raise_is_written(crashes: Crashes, written: Path) -> None:
    class Falls:
        def __del__(self) -> None:
            raise OSError("cleared away badly")

    crashes.install()
    Falls()
    gc.collect()
    assert "cleared away badly" in written.read_text()


@pytest.mark.qt_log_ignore("a message of Qt")
def test_that_messages_of_qt_are_written(crashes: Crashes, written: Path, qapp: object) -> None:
    crashes.install()
    qWarning("a message of Qt")
    log.error("after it")
    assert "WARNING MainThread rare_gui: Qt default: a message of Qt" in written.read_text()


def test_that_the_hooks_are_given_back(crashes: Crashes) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    own = qInstallMessageHandler(None)
    qInstallMessageHandler(own)
    crashes.install()
    assert sys.excepthook != before[0]
    crashes.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert qInstallMessageHandler(own) == own


def test_that_the_log_begins_with_versions_and_keeps_what_came_before_it(written: Path) -> None:
    log.info("early")
    assert not written.exists()
    log.error("at once")
    lines = written.read_text().splitlines()
    assert "begins" in lines[0]
    assert lines[1] == "rare_gui 1.2.3"
    assert [line.split(": ")[1] for line in lines[2:]] == ["early", "at once"]


def test_that_the_log_rotates(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "LARGEST", 2000)
    for number in range(300):
        log.error("fault %d of many, long enough to fill the files soon", number)
    files = sorted(written.parent.glob(f"{FILE_NAME}*"))
    assert [one.name for one in files] == [
        FILE_NAME, *(f"{FILE_NAME}.{number}" for number in range(1, OLD_ONES + 1)),
    ]  # fmt: skip
    assert all(one.stat().st_size <= 2000 for one in files)
    assert "fault 299" in written.read_text()


def test_that_text_that_is_no_text_is_written_all_the_same(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # what pytest would keep of it, its workers cannot send to each other
    own = [one for one in log.handlers if not type(one).__module__.startswith("_pytest")]
    monkeypatch.setattr(log, "handlers", own)
    log.error("a file named %s", b"\xff".decode("utf-8", "surrogateescape"))
    assert "\\udcff" in written.read_text()


def test_that_without_a_place_for_the_log_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    before = [one for one in log.handlers if type(one).__module__.startswith("rare_gui")]
    kept = LogFile(tmp_path / "file" / "log", lambda: "")
    log.error("nowhere")
    assert kept.path is None
    kept.close()
    log.propagate = True
    after = [one for one in log.handlers if type(one).__module__.startswith("rare_gui")]
    assert after == before


@pytest.mark.parametrize("kind", ["windowed", "terminal"])
def test_that_the_program_goes_on_after_an_exception_in_a_slot(kind: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", SLOT, str(tmp_path), kind]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 7, result.stderr
    text = (tmp_path / FILE_NAME).read_text()
    assert "RuntimeError: in a slot" in text
    assert "Traceback" in text
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(not hasattr(signal, "SIGABRT"), reason="needs a process that can be aborted")
def test_that_a_crash_in_machine_code_leaves_its_stacks(tmp_path: Path) -> None:
    path = tmp_path / "run.stacks"
    command = [sys.executable, "-c", CRASH, str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert "most recent call first" in path.read_text()
