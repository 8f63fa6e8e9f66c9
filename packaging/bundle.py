"""Starts a built program in the ways that users do: commands, a window on a display of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep

WINDOW_SECONDS = 60.0
"""After this a window that has not shown its first picture counts as not starting."""
GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
image = app.primaryScreen().grabWindow(0).toImage()
image.save(sys.argv[1])
step = range(0, 1000, 7)
colours = {image.pixel(x, y) for x in step for y in step if image.valid(x, y)}
print(len(colours))
"""
"""Keeps what a display shows and prints how many colours it has."""


class Fault(Exception):
    """Something that does not work; the message says what was seen."""


def clean_environment(**more: str) -> dict[str, str]:
    """What every start is given: no display, no Python settings, and what is said."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))
    }
    kept.pop("DISPLAY", None)
    kept.pop("WAYLAND_DISPLAY", None)
    return {**kept, "QT_QPA_PLATFORM": "offscreen", **more}


@dataclass(frozen=True)
class Program:
    """A command that starts the program, with the environment that it is given."""

    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=clean_environment)

    def answer(self, *arguments: str, cwd: Path | None = None) -> bytes:
        """What a sub-command prints; Fault with what it said when it fails."""
        done = subprocess.run(
            [*self.command, *arguments],
            cwd=cwd,
            env=self.environment,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            said = (done.stdout + done.stderr).decode(errors="replace").strip()
            raise Fault(f"{' '.join(arguments)} ended with {done.returncode}: {said[-600:]}")
        return done.stdout

    def shows_a_window(self, shot: Path | None = None, *, settled: float = 0.0) -> float:
        """Open the window, wait for its first complete picture, close it; the seconds it took.

        With `shot`, a picture of the display is kept there, `settled` seconds later, and must not
        be blank.
        """
        environment = {**self.environment, "RARE_GUI_TRACE_START": "1"}
        start, said = monotonic(), []
        with subprocess.Popen(
            self.command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            text=True,
        ) as process:  # fmt: skip
            assert process.stderr is not None
            try:
                for line in process.stderr:
                    said.append(line)
                    if line.startswith("first_picture"):
                        seconds = monotonic() - start
                        if shot is not None:
                            sleep(settled)
                            _look(environment, shot)
                        return seconds
                    if monotonic() - start > WINDOW_SECONDS:
                        break
            finally:
                process.terminate()
        raise Fault(f"no picture came: {''.join(said)[-600:]}")


def source_program() -> Program:
    """The same program from the source tree, in this environment."""
    root = str(Path(__file__).resolve().parents[1])
    environment = clean_environment(PYTHONPATH=root, PYTHONDONTWRITEBYTECODE="1")
    return Program([sys.executable, "-m", "rare_gui"], environment)


@contextmanager
def display(size: tuple[int, int] = (1600, 1000)) -> Iterator[dict[str, str]]:
    """The environment of a virtual screen of so many px, which runs meanwhile."""
    if shutil.which("Xvfb") is None:
        raise Fault("Xvfb is missing (Debian: apt-get install xvfb)")
    reading, writing = os.pipe()
    screen = f"{size[0]}x{size[1]}x24"
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                number = told.readline().strip()
            if not number:
                raise Fault("Xvfb does not start")
            yield clean_environment(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb")
        finally:
            server.terminate()


def _look(environment: Mapping[str, str], shot: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", GRAB, shot],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Fault(f"the screen could not be looked at: {done.stderr.strip()[-300:]}")
    if int(done.stdout) < 20:  # an empty window has a handful
        raise Fault(f"the window is blank: {done.stdout.strip()} colours, see {shot}")
