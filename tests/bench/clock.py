"""How long a process or an act takes; a process is timed from outside, from its very start."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from statistics import quantiles
from time import perf_counter

PATIENCE = 20.0
"""Seconds that a program may take to end when it is asked to."""


def seconds_to_line(command: Sequence[str], word: str) -> float:
    """Seconds until stderr has a line that begins with the word; the process is then ended.

    Raises RuntimeError with what the process said when it ends before that.
    """
    said = []
    start = perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith(word):
                seconds = perf_counter() - start
                _end(process)
                return seconds
            said.append(line)
    raise RuntimeError(f"{' '.join(command)} ended without saying {word}:\n{''.join(said)}")


def _end(process: subprocess.Popen[str]) -> None:
    """Ask the process to end; one that does not is made to, with the stacks of its threads told."""
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        print(f"{process.args} did not end when it was asked to", file=sys.stderr)
        process.send_signal(signal.SIGABRT)  # the program's log of faults then has the stacks
        process.wait()


def seconds_to_end(command: Sequence[str]) -> float:
    """Seconds until the process ends; raises CalledProcessError when it fails."""
    start = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start


def milliseconds(act: Callable[[], object]) -> float:
    """How long the act takes."""
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def p95(times: Sequence[float]) -> float:
    """The time that 95 of 100 runs keep."""
    return quantiles(times, n=20)[-1]
