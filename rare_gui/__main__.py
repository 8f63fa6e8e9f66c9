"""`python -m rare_gui` and the command `rare-gui`: the window, or a sub-command without one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# Before numpy is loaded: for the small matrices here, BLAS threads only fight over the cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main() -> None:
    """Open the window when nothing is asked for, else answer on the command line."""
    _give_streams()
    if getattr(sys, "frozen", False):
        _be_a_worker_if_told()
    if len(sys.argv) > 1:
        from rare_gui.cli.main import run

        sys.exit(run(sys.argv[1:]))
    from rare_gui.app.main import open_window

    sys.exit(open_window())


def _give_streams() -> None:
    """A program without a console has no stdout and stderr; what is printed then goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            # open for as long as the process: nobody is left to close it
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def _be_a_worker_if_told() -> None:
    """In the packaged program a worker process begins here too: it works and does not return."""
    from multiprocessing import freeze_support

    freeze_support()


if __name__ == "__main__":
    main()
