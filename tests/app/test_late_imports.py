"""What the window's first picture must not wait for is not imported before it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

BUILD = "import sys; from rare_gui.app.main import build; build(); print(*sys.modules)"
START = """
import os, sys
from rare_gui.app import main

def told(moment):
    if moment == "first_picture":
        print(*sys.modules, flush=True)
        os._exit(0)

main._trace = told
main.open_window()
"""
"""A whole start, with all that the program remembers, until its first complete picture."""
LATE = (
    "pandera",
    "tomllib",
    "rare_gui.app.exporting.room",
    "rare_gui.app.pictures.kinds",
    "rare_gui.app.pictures.pictures",
    "rare_gui.domain.evidence",
    "rare_gui.domain.impact.model",
    "rare_gui.domain.risk.assessment",
    "rare_gui.figures.formats",
    "rare_gui.figures.pictures",
    "rare_gui.intake.schemas",
    "rare_gui.intake.tables",
    "rare_gui.panels.card.page",
    "rare_gui.panels.palette.palette",
    "rare_gui.panels.compare.page",
    "rare_gui.panels.evidence.drawer",
    "rare_gui.panels.export.dialog",
    "rare_gui.panels.help.page",
    "rare_gui.panels.impact.page",
    "rare_gui.panels.ledger.page",
    "rare_gui.panels.notes.editor",
    "rare_gui.panels.parts.page",
    "rare_gui.panels.projects.page",
    "rare_gui.scenes.card.scene",
    "rare_gui.scenes.compare.scene",
    "rare_gui.scenes.evidence.scene",
    "rare_gui.scenes.finding.search",
    "rare_gui.scenes.tidy",
)
"""Each is imported by the function that needs it: when a page, the drawer or a dialog is opened."""


@pytest.fixture(scope="module", params=[BUILD, START], ids=["window", "start"])
def imported(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> frozenset[str]:
    """The modules of a process in which the window is complete and nothing was asked for."""
    own = {"XDG_RUNTIME_DIR": str(tmp_path_factory.mktemp("run"))}
    done = subprocess.run(
        [sys.executable, "-c", request.param],
        env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", "RARE_GUI_TRACE_START": "1"},
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return frozenset(done.stdout.split())


def test_that_the_list_is_looked_at_in_a_process_with_a_complete_window(
    imported: frozenset[str],
) -> None:
    assert {"rare_gui.app.rooms", "rare_gui.panels.timeline.panel", "pyqtgraph"} <= imported


@pytest.mark.parametrize("module", LATE)
def test_that_a_module_that_the_first_picture_does_not_show_is_not_imported_for_it(
    module: str, imported: frozenset[str]
) -> None:
    assert module not in imported
