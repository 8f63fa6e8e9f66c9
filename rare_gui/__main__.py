"""`python -m rare_gui` and the command `rare-gui`: the window, or a sub-command without one."""

from __future__ import annotations

import os
import sys

# Before numpy is loaded: for the small matrices here, BLAS threads only fight over the cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main() -> None:
    """Open the window when nothing is asked for, else answer on the command line."""
    if len(sys.argv) > 1:
        from rare_gui.cli.main import run

        sys.exit(run(sys.argv[1:]))
    from rare_gui.app.main import open_window

    sys.exit(open_window())


if __name__ == "__main__":
    main()
