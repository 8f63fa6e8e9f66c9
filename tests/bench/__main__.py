"""`make bench`: measure everything and write `tests/bench/performance.md`."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import growth, starting, window
from tests.bench.table import PERFORMANCE, as_markdown

if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["RARE_GUI_TRACE_START"] = "1"
    with TemporaryDirectory() as settings:  # neither read nor changed: the user's own
        os.environ["XDG_CONFIG_HOME"] = settings
        # an installed program has its bytecode, and so has what is measured
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = settings
        measured = [*starting.rows(), *window.rows(), *growth.rows(Path(settings))]
        text = as_markdown(measured, date.today())
    PERFORMANCE.write_text(text, encoding="utf-8")
    print(text)
