from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from rare_gui.app.ui_scale import STEPS, fitting_scale, set_scale, step_from
from rare_gui.intake.settings_file import SCALES

LEAST = QSize(900, 600)
SCALE = st.integers(*SCALES)
SIDE = st.integers(200, 8000)


def test_that_the_steps_go_as_far_as_the_settings_allow() -> None:
    assert (STEPS[0], STEPS[-1]) == SCALES
    assert 100 in STEPS


@pytest.mark.parametrize(
    ("scale", "least", "drawn"), [(150, 300, 150), (80, 900, 80), (200, 600, 125), (200, 900, 100)]
)
def test_that_the_program_is_drawn_at_the_size_asked_for_as_far_as_the_screen_has_room(
    scale: int, least: int, drawn: int
) -> None:
    """The offscreen platform has one screen of 800 x 800 px."""
    code = (
        "from PySide6.QtCore import QSize\n"
        "from PySide6.QtWidgets import QApplication, QWidget\n"
        "from rare_gui.app.ui_scale import application_at\n"
        f"app = application_at({scale}, QSize({least}, {least}), lambda: QApplication([]))\n"
        "widget = QWidget()\n"
        "widget.resize(100, 100)\n"
        "print(widget.grab().width())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=120
    )
    assert done.stdout.split() == [str(drawn)]


def test_that_the_users_own_factor_is_kept_and_multiplied() -> None:
    values = {"QT_SCALE_FACTOR": "2"}
    set_scale(150, values)
    assert values["QT_SCALE_FACTOR"] == "3"


@pytest.mark.parametrize("own", ["", "two", "-1", "0"])
def test_that_a_factor_that_is_none_counts_as_one(own: str) -> None:
    values = {"QT_SCALE_FACTOR": own} if own else {}
    set_scale(125, values)
    assert values["QT_SCALE_FACTOR"] == "1.25"


@given(scales=st.lists(SCALE, max_size=5), own=st.sampled_from(["", "1.5", "2"]))
def test_that_going_back_to_100_leaves_what_was_there(scales: list[int], own: str) -> None:
    values = {"QT_SCALE_FACTOR": own} if own else {}
    for scale in (*scales, 100):
        set_scale(scale, values)
    assert values.get("QT_SCALE_FACTOR", "") == own


@given(scale=SCALE, steps=st.integers(-10, 10))
def test_that_a_step_never_leaves_what_is_offered(scale: int, steps: int) -> None:
    assert step_from(scale, steps) in STEPS


@pytest.mark.parametrize(("scale", "steps", "then"), [(100, 1, 110), (100, -1, 90), (200, 1, 200)])
def test_that_steps_follow_each_other(scale: int, steps: int, then: int) -> None:
    assert step_from(scale, steps) == then


@pytest.mark.parametrize(
    ("width", "height", "then"),
    [(1440, 900, 150), (1024, 700, 110), (1800, 1200, 200), (3840, 2160, 200), (640, 480, 80)],
)
def test_that_the_size_gives_way_to_a_small_screen(width: int, height: int, then: int) -> None:
    assert fitting_scale(200, QSize(width, height), LEAST) == then


@given(wanted=SCALE, width=SIDE, height=SIDE)
def test_that_the_window_fits_whenever_any_size_lets_it(
    wanted: int, width: int, height: int
) -> None:
    scale = fitting_scale(wanted, QSize(width, height), LEAST)
    assert scale == STEPS[0] or scale <= wanted
    least_side = (
        LEAST.width() * STEPS[0] <= 100 * width and LEAST.height() * STEPS[0] <= 100 * height
    )
    if least_side:
        assert LEAST.width() * scale <= 100 * width
        assert LEAST.height() * scale <= 100 * height
