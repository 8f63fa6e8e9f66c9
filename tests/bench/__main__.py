"""`make bench`: measure everything and write `tests/bench/performance.md`."""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy, as the program does

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from rare_gui.intake.package import open_package
from rare_gui.intake.places import shipped_package
from tests.bench import browsing, growth, pictures, risk, sizing, starting, window
from tests.bench.table import PERFORMANCE, as_markdown

if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["RARE_GUI_TRACE_START"] = "1"
    with TemporaryDirectory() as settings:  # neither read nor changed: the user's own
        for home in ("CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR"):
            os.environ[f"XDG_{home}"] = settings
        # an installed program has its bytecode, and so has what is measured
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = settings
        measured = [*starting.rows(), *window.rows(), *growth.rows(Path(settings))]
        dataset, _ = open_package(shipped_package())
        assert dataset is not None
        for part in (
            sizing.rows,
            sizing.grid_rows,
            risk.rows,
            browsing.rows,
            pictures.rows,
        ):
            measured += part(dataset)
        measured += sizing.slider_rows()
        text = as_markdown(measured, date.today())
    PERFORMANCE.write_text(text, encoding="utf-8")
    print(text)
