"""Whole runs of the windowed program: remembered, handed over, killed, faulty, begun again."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from rare_gui.app.desktop.reporting import LAST_TIME, WENT_WRONG
from rare_gui.intake.settings_file import FILE_NAME, Settings, save_settings
from rare_gui.intake.view_file import ViewFile, write_view_file

RUN = """
import json, os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit
from rare_gui.app.desktop.run import Start
from rare_gui.app.main import application, open_window
from rare_gui.app.window import Window
from rare_gui.panels.status.notice import NoticeBar
from rare_gui.panels.help.report import ReportDialog

asked = json.loads(sys.argv[1])
app = application()
steps = asked["steps"]

def shown():
    return [one for one in app.topLevelWidgets() if isinstance(one, Window) and one.is_furnished]

def step():
    if not shown():
        return
    window = shown()[0]
    bar = window.findChild(NoticeBar)
    if steps:
        exec(steps.pop(0))
        return
    dialog = window.findChild(ReportDialog)
    print(json.dumps({
        "notice": "" if bar.isHidden() else bar.accessibleName(),
        "view": window.session.selection.to_text(),
        "place": [window.x(), window.y(), window.width(), window.height()],
        "theme": window.theme.name,
        "report": dialog.findChild(QPlainTextEdit).toPlainText() if dialog else "",
    }), flush=True)
    timer.stop()
    window.close()

timer = QTimer()
timer.timeout.connect(step)
timer.start(500)
QTimer.singleShot(50_000, lambda: os._exit(9))
files = tuple(Path(one) for one in asked["files"])
sys.exit(open_window(Start(files=files, reset=asked["reset"])))
"""
KILLED = -signal.SIGKILL


class Runs:
    """Starts the program again and again for one user."""

    def __init__(self, folder: Path) -> None:
        self.settings = folder / "xdg_config_home" / "rare_gui" / FILE_NAME
        self.state = folder / "xdg_state_home" / "rare_gui"

    def begin(
        self, *steps: str, files: tuple[Path, ...] = (), reset: bool = False
    ) -> subprocess.Popen[str]:
        asked = {"steps": steps, "files": [str(one) for one in files], "reset": reset}
        command = [sys.executable, "-c", RUN, json.dumps(asked)]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True)

    def run(self, *steps: str, **options: object) -> tuple[int, dict[str, object]]:
        return ended(self.begin(*steps, **options))  # type: ignore[arg-type]

    @property
    def log(self) -> str:
        return (self.state / "log" / "rare_gui.log").read_text()


def ended(process: subprocess.Popen[str]) -> tuple[int, dict[str, object]]:
    """The exit code, and what the window was like before it was closed."""
    out, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    return process.returncode, json.loads(out) if out else {}


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return Runs(tmp_path)


def test_that_a_killed_run_is_told_at_the_next_start_and_its_view_is_back(runs: Runs) -> None:
    look = "window.session.select(material='gallium'); window.toggle_theme()"
    wait = ["pass"] * 6  # until the settings are written
    code, _ = runs.run(look, *wait, "os.kill(os.getpid(), signal.SIGKILL)")
    assert code == KILLED
    code, seen = runs.run("pass", "bar._act()")
    assert code == 0
    assert "material=gallium" in str(seen["view"])
    assert seen["theme"] == "dark"
    assert "did not end" in str(seen["report"])
    assert "material=gallium" in str(seen["report"])
    code, seen = runs.run("pass")
    assert (code, seen["notice"]) == (0, "")
    assert list((runs.state / "runs").iterdir()) == []
    assert runs.log.count("begins") == 3


@pytest.mark.ordeal
def test_that_an_exception_in_a_slot_is_told_and_the_program_goes_on(runs: Runs) -> None:
    code, seen = runs.run(
        "window.commands.on('view.right', lambda: {}['no such pane'])",
        "window.commands.trigger('view.right')",
        f"assert bar.accessibleName() == {WENT_WRONG!r}",
        "bar._act()",
        "window.session.select(material='terbium')",
    )
    assert code == 0
    assert "material=terbium" in str(seen["view"])
    assert "KeyError: 'no such pane'" in str(seen["report"])
    assert "Traceback" in str(seen["report"])
    assert "strategic-materials" in str(seen["report"])
    assert "KeyError: 'no such pane'" in runs.log


def test_that_a_second_start_hands_its_view_to_the_open_window(runs: Runs, tmp_path: Path) -> None:
    path = tmp_path / "mine.rareview"
    write_view_file(path, ViewFile("material=germanium as_of=2025-01-05", "other 0.9 abc"))
    ready = tmp_path / "ready"
    handed = "window.session.selection.material != 'dysprosium' or steps.insert(0, HANDED)"
    first = runs.begin(
        f"global HANDED; HANDED = {handed!r}; Path({str(ready)!r}).touch()", handed, "pass"
    )
    while not ready.exists():
        assert first.poll() is None
        time.sleep(0.1)
    code, seen = runs.run(files=(path,))
    assert (code, seen) == (0, {})
    code, seen = ended(first)
    assert code == 0
    assert "material=germanium as_of=2025-01-05" in str(seen["view"])
    assert "Opened mine.rareview." in str(seen["notice"])
    assert "other 0.9" in str(seen["notice"])


@pytest.mark.ordeal
def test_that_an_end_asked_by_the_system_is_no_crash(runs: Runs) -> None:
    code, _ = runs.run("os.kill(os.getpid(), signal.SIGTERM)", *["pass"] * 9)
    assert code == 0
    _, seen = runs.run("pass")
    assert seen["notice"] == ""


@pytest.mark.ordeal
def test_that_a_view_of_lost_data_and_screens_begins_as_far_as_it_can(runs: Runs) -> None:
    view = "material=unobtainium as_of=2020-01-01 view=list sector=forgotten"
    place = (50_000, -9_000, 1000, 650)
    save_settings(runs.settings, Settings(place=place, view=view, package="/no/such/folder"))
    _, seen = runs.run("pass")
    assert "unobtainium" in str(seen["notice"])
    assert "forgotten" in str(seen["notice"])
    assert "/no/such/folder" in str(seen["notice"])
    assert "material=dysprosium" in str(seen["view"])
    assert "view=list" in str(seen["view"])
    x, y, _width, _height = seen["place"]  # type: ignore[misc]
    assert 0 <= x < 800
    assert 0 <= y < 800


@pytest.mark.ordeal
def test_that_a_damaged_file_is_named_and_a_reset_keeps_the_settings_aside(runs: Runs) -> None:
    runs.settings.parent.mkdir(parents=True)
    runs.settings.write_text("{")
    _, seen = runs.run("pass")
    assert f"{FILE_NAME}.damaged-" in str(seen["notice"])
    save_settings(runs.settings, replace(Settings(), theme="dark"))
    _, seen = runs.run("pass", reset=True)
    assert f"{FILE_NAME}.before-reset-" in str(seen["notice"])
    assert seen["theme"] == "light"


@pytest.mark.ordeal
def test_that_a_run_that_never_came_up_does_not_bring_its_view_back(runs: Runs) -> None:
    view = "material=gallium as_of=2025-12-01"
    save_settings(runs.settings, Settings(view=view, view_of_today=False))
    marks = runs.state / "runs"
    marks.mkdir(parents=True)
    (marks / "1-1.json").write_text("{}")
    _, seen = runs.run("pass")
    assert LAST_TIME in str(seen["notice"])
    assert "material=dysprosium" in str(seen["view"])
    assert list(marks.iterdir()) == []


def test_that_a_last_package_that_is_broken_is_told_once_and_then_forgotten(
    runs: Runs, tmp_path: Path
) -> None:
    broken = tmp_path / "my package"
    broken.mkdir()
    (broken / "datapackage.json").write_text("{")
    save_settings(runs.settings, Settings(package=str(broken)))
    code, seen = runs.run("pass")
    assert code == 0
    assert "my package is not opened" in str(seen["notice"])
    assert "The shipped data are shown." in str(seen["notice"])
    code, seen = runs.run("pass")
    assert (code, seen["notice"]) == (0, "")


def test_that_a_put_away_pane_and_less_motion_come_back_as_they_were_left(runs: Runs) -> None:
    away = "[window.commands.trigger(one) for one in ('view.left', 'view.still')]"
    assert runs.run(away)[0] == 0
    code, _ = runs.run(
        "from rare_gui.panels.materials.browser import MaterialBrowser; "
        "assert window.findChild(MaterialBrowser).isHidden(); "
        "assert window.commands['view.still'].isChecked()"
    )
    assert code == 0
