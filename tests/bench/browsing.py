"""How fast the list of materials answers a letter typed over it, and how fast it scrolls.

The filter is measured on the shipped list, scrolling on a made-up one of 1,000 rows.
"""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QApplication, QLineEdit

from rare_gui.domain.dataset import Dataset
from rare_gui.figures.theme import load_theme
from rare_gui.panels.materials.browser import MaterialBrowser
from rare_gui.panels.materials.tree import MaterialTree
from rare_gui.scenes.materials.parts import MaterialsScene
from rare_gui.scenes.materials.scene import materials_scene
from rare_gui.scenes.selection import Selection
from tests.bench.clock import milliseconds, p95
from tests.bench.floors import empty_plot_repaints
from tests.bench.table import Row

TYPED = ("dysprosium", "galium", "1C905", "2825800010", "no. 18", "*?[\"'", "7440-55-3")
MANY = 1_000
STEPS = 120
STEP_PX = 60
FRAME_MS = 16.7


def rows(dataset: Dataset) -> list[Row]:
    """The figures of browsing."""
    from rare_gui.app.main import application

    application()
    scene = materials_scene(dataset, Selection("dysprosium", date(2026, 11, 23)))
    name, least = "empty_plot_repaints", p95(empty_plot_repaints(STEPS))
    gc.collect()
    gc.freeze()  # as the program does with its first picture
    typed, scrolled = p95(keystrokes(scene)), p95(scrolling(many(scene)))
    gc.unfreeze()
    return [
        Row("filter keystroke to repaint, p95", typed, "ms", FRAME_MS, name, least),
        Row("scrolling 1,000 materials, p95", scrolled, "ms", FRAME_MS, name, least),
    ]


def keystrokes(scene: MaterialsScene) -> list[float]:
    """Milliseconds from each letter of TYPED, put in and taken back, to the repainted list."""
    browser = _shown(scene)
    field = browser.findChild(QLineEdit)
    assert field is not None
    scene.search.prepare()  # as the field does when it gets the keyboard
    times = []
    for text in TYPED:
        for end in (*range(1, len(text) + 1), *range(len(text) - 1, -1, -1)):

            def act(typed: str = text[:end]) -> None:
                field.setText(typed)
                QApplication.processEvents()

            times.append(milliseconds(act))
    browser.close()
    return times


def scrolling(scene: MaterialsScene) -> list[float]:
    """Milliseconds of each of STEPS steps down the list, painted."""
    browser = _shown(scene)
    tree = browser.findChild(MaterialTree)
    assert tree is not None
    bar = tree.verticalScrollBar()

    def act(place: int) -> None:
        bar.setValue(place * STEP_PX)
        tree.viewport().repaint()

    times = [milliseconds(lambda place=place: act(place)) for place in range(STEPS)]
    browser.close()
    return times


def many(scene: MaterialsScene) -> MaterialsScene:
    """The list with its rows repeated under other names, MANY in all."""
    each = MANY // len(scene.groups)
    groups = tuple(
        replace(
            group,
            rows=tuple(
                replace(row, material=f"{row.material}-{number}", name=f"{row.name} {number}")
                for number in range(each)
                for row in (group.rows[number % len(group.rows)],)
            ),
        )
        for group in scene.groups
    )
    return replace(scene, groups=groups, total=MANY)


def _shown(scene: MaterialsScene) -> MaterialBrowser:
    browser = MaterialBrowser(load_theme("light"))
    browser.resize(332, 812)
    browser.show_scene(scene)
    browser.show()
    QApplication.processEvents()
    return browser
