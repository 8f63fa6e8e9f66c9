"""`make bench`: measure everything and write `tests/bench/performance.md`."""

from __future__ import annotations

import os
from datetime import date
from tempfile import TemporaryDirectory

from tests.bench import starting, window
from tests.bench.table import PERFORMANCE, as_markdown

if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["RARE_GUI_TRACE_START"] = "1"
    with TemporaryDirectory() as settings:  # neither read nor changed: the user's own
        os.environ["XDG_CONFIG_HOME"] = settings
        text = as_markdown([*starting.rows(), *window.rows()], date.today())
    PERFORMANCE.write_text(text, encoding="utf-8")
    print(text)
