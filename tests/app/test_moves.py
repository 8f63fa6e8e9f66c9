"""Every change of view is undone in one step, and redone in one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from rare_gui.app.moves import PAUSE_MS, Moves
from rare_gui.app.session import Session
from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.selection import Selection

FIRST = Selection("dysprosium", date(2026, 11, 23))
DAYS = st.dates(date(2010, 1, 2), date(2029, 12, 31))
CHANGES = st.one_of(
    st.fixed_dictionaries({"as_of": DAYS}),
    st.fixed_dictionaries({"known_on": st.none() | DAYS}),
    st.fixed_dictionaries({"window": st.tuples(DAYS, st.integers(1, 900)).map(
        lambda pair: (pair[0], pair[0] + timedelta(days=pair[1]))
    )}),
    st.fixed_dictionaries({"words": st.none() | st.text(max_size=5)}),
    st.fixed_dictionaries({"material": st.sampled_from(("gallium", "terbium", "dysprosium"))}),
    st.fixed_dictionaries({"view": st.sampled_from(("timeline", "list", "card"))}),
    st.fixed_dictionaries({"as_of": DAYS, "view": st.sampled_from(("changes", "timeline"))}),
    st.fixed_dictionaries({"ghosts": st.booleans(), "all_lanes": st.booleans()}),
)  # fmt: skip


class Nowhere:
    """Stands for the rooms: moves need of them the session and the window as owner of a timer."""

    def __init__(self, session: Session) -> None:
        self.session, self.window = session, None


@pytest.mark.usefixtures("qapp")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(CHANGES, max_size=8))
def test_that_each_picked_change_is_one_step_back_and_one_forward(
    dataset: Dataset, steps: list[dict[str, Any]]
) -> None:
    session = Session(dataset, FIRST)
    moves = Moves(Nowhere(session))  # type: ignore[arg-type]
    seen = [FIRST]
    for changes in steps:
        moves.pick(**changes)
        wanted = replace(seen[-1], **changes)
        assert session.selection == wanted
        if wanted != seen[-1]:
            seen.append(wanted)
    for before in reversed(seen[:-1]):
        session.back()
        assert session.selection == before
    assert not session.can_go_back
    for after in seen[1:]:
        session.forward()
        assert session.selection == after
    assert not session.can_go_forward


@pytest.mark.usefixtures("qapp")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.lists(DAYS, min_size=1, max_size=6), typed=DAYS)
def test_that_a_drag_is_one_step_and_a_typed_day_after_it_another(
    dataset: Dataset, days: list[date], typed: date
) -> None:
    session = Session(dataset, FIRST)
    moves = Moves(Nowhere(session))  # type: ignore[arg-type]
    for day in days:
        session.select(as_of=day)
    dragged = session.selection
    moves.pick(as_of=typed)
    if typed != dragged.as_of:
        session.back()
        assert session.selection == dragged
    session.back()
    assert session.selection == FIRST or not session.can_go_back


def test_that_a_drag_after_a_pause_is_a_step_of_its_own(qtbot: QtBot, dataset: Dataset) -> None:
    session = Session(dataset, FIRST)
    _moves = Moves(Nowhere(session))  # type: ignore[arg-type]
    session.select(as_of=date(2025, 1, 1))
    session.select(as_of=date(2025, 1, 2))
    qtbot.wait(PAUSE_MS + 200)
    session.select(as_of=date(2025, 1, 3))
    session.back()
    assert session.selection.as_of == date(2025, 1, 2)
    session.back()
    assert session.selection == FIRST
