"""How long a process or an act takes; a process is timed from outside, from its very start."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from statistics import quantiles
from time import perf_counter


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
                process.terminate()
                return seconds
            said.append(line)
    raise RuntimeError(f"{' '.join(command)} ended without saying {word}:\n{''.join(said)}")


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
