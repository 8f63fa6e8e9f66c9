"""The replay: its days, its limits, every frame the picture of its day, nothing left of a fault."""

from __future__ import annotations

import errno
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from rare_gui.app.exporting import replay
from rare_gui.app.exporting.replay import (
    MILLISECONDS,
    AskedReplay,
    Cancelled,
    check_replay,
    write_replay,
)
from rare_gui.app.pictures import pictures
from rare_gui.app.pictures.kinds import Asked
from rare_gui.app.pictures.writing import NotWritten
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.formats.png import rendered
from rare_gui.intake.picture_facts import read_file
from rare_gui.scenes.pictures.size import PictureSize
from rare_gui.scenes.selection import Selection

VIEW = Selection("gallium", date(2026, 11, 23))
SIZE = PictureSize(800, 640)
SHORT = AskedReplay(date(2026, 9, 23), date(2026, 11, 10), "month", SIZE)
dates = st.dates(date(2023, 1, 1), date(2030, 12, 31))


@given(first=dates, length=st.integers(1, 1500), step=st.sampled_from(list(MILLISECONDS)))
def test_that_the_days_go_from_the_first_to_the_last(first: date, length: int, step: str) -> None:
    last = first + timedelta(days=length)
    days = AskedReplay(first, last, step).days
    assert (days[0], days[-1]) == (first, last)
    gaps = [(later - day).days for day, later in pairwise(days)]
    assert min(gaps) >= 1
    assert max(gaps) <= {"day": 1, "week": 7, "month": 31}[step]
    if step == "month":
        assert all(day.day == first.day or (day + timedelta(days=1)).day == 1 for day in days[:-1])


@pytest.mark.parametrize(
    ("asked", "suffix", "told"),
    [
        (SHORT, "webp", "replays are written as .png or .gif, not as 'webp'"),
        (replace(SHORT, step="year"), "png", "unknown step 'year'; choose day, week, month"),
        (replace(SHORT, last=SHORT.first), "png", "goes forward in time"),
        (replace(SHORT, size=PictureSize(0, 0)), "gif", "too small"),
        (replace(SHORT, size=PictureSize(100_000, 600)), "gif", "too large"),
        (replace(SHORT, theme="pink"), "gif", "unknown theme"),
        (replace(SHORT, step="day", last=date(2028, 1, 1)), "png", "at most 400"),
        (
            replace(SHORT, step="day", last=date(2027, 9, 1), scale=4.0),
            "png",
            "at most 1000 million px in all",
        ),
    ],
)
def test_that_what_cannot_be_made_is_told_first(asked: AskedReplay, suffix: str, told: str) -> None:
    with pytest.raises(pictures.UnusablePicture) as failure:
        check_replay(asked, suffix)
    assert told in str(failure.value)


@pytest.mark.usefixtures("qapp")
def test_that_each_frame_is_the_picture_of_its_day(dataset: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    seen: list[tuple[int, int]] = []
    write_replay(dataset, VIEW, SHORT, path, force=False, progress=lambda *done: seen.append(done))
    assert seen == [(1, 3), (2, 3), (3, 3)]
    facts = read_file(path)
    assert facts.title == "Gallium, from 23 Sep 2026 to 10 Nov 2026"
    assert facts.licence == dataset.licence != ""
    view = Selection.from_text(facts.view or "", VIEW)
    assert (view.material, view.as_of) == ("gallium", SHORT.last)
    read = Image.open(BytesIO(path.read_bytes()))
    assert read.n_frames == 3  # type: ignore[attr-defined]
    for number, day in enumerate(SHORT.days):
        read.seek(number)
        asked = Asked("timeline", SIZE, 1.0)
        with pictures.drawn(dataset, replace(view, as_of=day), asked) as (_, made):
            image = rendered(made.drawing, 1.0)
        shown = np.frombuffer(image.constBits(), np.uint8).reshape(SIZE.height, SIZE.width, 4)
        assert np.array_equal(np.asarray(read.convert("RGB")), shown[..., 2::-1]), day
    assert read.info["duration"] == replay.HELD


@pytest.mark.usefixtures("qapp")
def test_that_cancelling_leaves_nothing_and_the_old_file_intact(
    dataset: Dataset, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    path = folder / "x.gif"
    path.write_text("old")
    done: list[int] = []
    with pytest.raises(Cancelled):
        write_replay(
            dataset,
            VIEW,
            SHORT,
            path,
            force=True,
            progress=lambda number, _: done.append(number),
            cancelled=lambda: bool(done),
        )
    assert done == [1]
    assert path.read_text() == "old"
    assert list(folder.iterdir()) == [path]


@pytest.mark.usefixtures("qapp")
def test_that_nothing_is_drawn_for_a_place_that_is_taken(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.png"
    path.write_text("mine")
    monkeypatch.setattr(pictures, "drawn", None)
    with pytest.raises(NotWritten, match="is there already"):
        write_replay(dataset, VIEW, SHORT, path, force=False)
    with pytest.raises(NotWritten, match="folder is not there"):
        write_replay(dataset, VIEW, SHORT, tmp_path / "no" / "x.png", force=False)
    assert path.read_text() == "mine"


@pytest.mark.usefixtures("qapp")
def test_that_a_day_which_needs_more_room_stops_it(dataset: Dataset, tmp_path: Path) -> None:
    low = replace(SHORT, size=PictureSize(640, 480))
    with pytest.raises(pictures.UnusablePicture, match="choose a larger size"):
        write_replay(dataset, replace(VIEW, material="dysprosium"), low, tmp_path / "x.png",
                     force=False)  # fmt: skip
    assert not (tmp_path / "x.png").exists()


@pytest.mark.usefixtures("qapp")
def test_that_a_full_disk_is_told_with_what_to_do(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_where: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(replay, "TemporaryFile", full)
    with pytest.raises(NotWritten, match="the disk is full; make room"):
        write_replay(dataset, VIEW, SHORT, tmp_path / "x.png", force=False)
    assert not list(tmp_path.glob("x*"))
