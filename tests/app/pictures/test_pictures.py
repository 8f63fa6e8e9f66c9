from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from rare_gui.app.pictures import pictures
from rare_gui.app.pictures.pictures import KINDS, Asked, Beside, UnusablePicture
from rare_gui.domain.dataset import Dataset
from rare_gui.figures.pictures.widget import ZOOM
from rare_gui.figures.pictures.writing import LEAST_POINTS
from rare_gui.intake.picture_facts import read_facts
from rare_gui.scenes.pictures.size import PRESETS, PictureSize
from rare_gui.scenes.selection import Selection
from tests.figures.formats.drawings import differing, pdf_pixels, pixels, svg_pixels
from tests.figures.pictures.texts import drawn_texts

TODAY = date(2026, 11, 23)
VIEW = Selection("dysprosium", TODAY)
ALL = tuple(pictures.FORMATS)
TIMELINE = Asked("timeline", PictureSize(1200, 860), scale=1, formats=ALL)

IN_ANOTHER_PROCESS = """
import sys
from datetime import date
from pathlib import Path
from rare_gui.app.main import application
app = application()
from rare_gui.intake.package import open_package
from rare_gui.intake.places import shipped_package
from tests.app.pictures.test_pictures import TIMELINE, VIEW, all_bytes
dataset, _ = open_package(shipped_package())
Path(sys.argv[1]).write_bytes(all_bytes(dataset))
"""


def all_bytes(dataset: Dataset) -> bytes:
    made = pictures.files(dataset, VIEW, TIMELINE, "x", Beside(), today=TODAY)
    return b"".join(made[name] for name in sorted(made))


def test_that_the_same_view_gives_the_same_bytes_in_two_processes(
    qtbot: QtBot, dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    path = tmp_path / "other"
    subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS, str(path)],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONHASHSEED": "11"},
        check=True,
    )
    assert path.read_bytes() == all_bytes(dataset)


def test_that_every_format_holds_the_same_facts(qtbot: QtBot, dataset: Dataset) -> None:
    made = pictures.files(dataset, VIEW, TIMELINE, "x", Beside(), today=TODAY)
    found = {read_facts(data) for data in made.values()}
    assert {replace(one, created=datetime(2026, 1, 1, tzinfo=UTC)) for one in found} == {
        replace(next(iter(found)), created=datetime(2026, 1, 1, tzinfo=UTC))
    }
    one = found.pop()
    assert one.view == VIEW.to_text()
    assert one.description.startswith(one.title)
    assert dataset.digest in one.package


SEEN_EACH_TIME = {("timeline", "light"), ("card", "dark"), ("impact", "light"), ("window", "light")}
"""The others are compared by `make soak`: a second reader takes its time."""


@pytest.mark.parametrize(
    ("what", "theme"),
    [
        pytest.param(
            *one, marks=() if one in SEEN_EACH_TIME else pytest.mark.ordeal, id="-".join(one)
        )
        for one in product(KINDS, ("light", "dark"))
    ],
)
def test_that_all_formats_show_the_same_picture(
    qtbot: QtBot, dataset: Dataset, what: str, theme: str
) -> None:
    """Texts are the same shapes; their edges are softened otherwise by each reader.

    The window is enlarged to be printed: its texts then stand between two px, which a PDF keeps.
    """
    asked = Asked(what, KINDS[what].usual, scale=2, theme=theme, formats=("svg", "pdf"))
    view = replace(VIEW, compared=("dysprosium", "gallium"))
    if what == "whatif":
        view = replace(view, scenario="truce-lapses")
    with pictures.drawn(dataset, view, asked, today=TODAY) as (subject, made):
        own = pixels(pictures.png_format.rendered(made.drawing, 2))
        data = pictures.encoded(subject, made, asked, datetime(2026, 11, 23, tzinfo=UTC))
    height, width = own.shape[:2]
    for seen in (svg_pixels(data["svg"], width, height), pdf_pixels(data["pdf"], 2)):
        assert seen.shape == own.shape
        assert differing(own, seen, 40) < 0.02
        assert differing(own, seen, 110) < (0.005 if what == "window" else 0.003)
        assert float(np.abs(own.astype(int) - seen).mean()) < 3


def test_that_a_preview_is_the_output(qtbot: QtBot, dataset: Dataset) -> None:
    asked = replace(TIMELINE, formats=("png",))
    shown = pictures.preview(dataset, VIEW, asked, today=TODAY)
    (data,) = pictures.files(dataset, VIEW, asked, "x", Beside(), today=TODAY).values()
    image = type(shown).fromData(data)
    assert np.array_equal(pixels(image), pixels(shown))


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"what": "poster"}, "choose timeline, card,"),
        ({"theme": "pink"}, "choose dark, high-contrast or light"),
        ({"formats": ("png", "gif")}, "not as 'gif'"),
        ({"size": PictureSize(0, 0)}, "too small"),
        ({"size": PictureSize(100_000, 900)}, "too large"),
    ],
)
def test_that_what_cannot_be_is_refused_before_anything_is_drawn(
    qtbot: QtBot, dataset: Dataset, changes: dict[str, object], told: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(
        pictures, "KINDS", dict.fromkeys(KINDS, replace(KINDS["timeline"], make=None))
    )
    asked = replace(TIMELINE, **changes)  # type: ignore[arg-type]
    with pytest.raises(UnusablePicture, match=told):
        pictures.files(dataset, VIEW, asked, "x", Beside())


def test_that_a_picture_of_no_what_if_is_refused(qtbot: QtBot, dataset: Dataset) -> None:
    with pytest.raises(UnusablePicture, match="no what-if is on; choose one first"):
        pictures.preview(dataset, VIEW, replace(TIMELINE, what="whatif"))


def test_that_a_comparison_of_nothing_is_refused(qtbot: QtBot, dataset: Dataset) -> None:
    with pytest.raises(UnusablePicture, match="nothing is compared; name two to six materials"):
        pictures.preview(dataset, VIEW, replace(TIMELINE, what="comparison"))


@pytest.mark.parametrize("size", [PRESETS["16:9"], KINDS["window"].usual, KINDS["window"].least])
def test_that_the_window_stands_in_a_frame_with_readable_texts(
    qtbot: QtBot, dataset: Dataset, size: PictureSize
) -> None:
    with pictures.drawn(dataset, VIEW, Asked("window", size, 1), today=TODAY) as (_, made):
        texts = drawn_texts(made.drawing)
        words = " ".join(one.text for one in texts)
    assert (made.drawing.width, made.drawing.height) == (size.width, size.height)
    # a widget paints itself at its own size; the painter that it is handed enlarges it
    assert [one for one in texts if one.points * ZOOM < LEAST_POINTS] == []
    assert "As of 23 Nov 2026" in words
    assert "policy data to 9 Oct 2026" in words
    assert "Sources:" in words
    assert "derived or estimated" in words


def test_that_a_size_in_which_no_window_can_be_read_is_told(qtbot: QtBot, dataset: Dataset) -> None:
    asked = Asked("window", PRESETS["a4"], 1)
    with pytest.raises(UnusablePicture, match=r"794x1123 px is too small .* needs 1144x900"):
        pictures.preview(dataset, VIEW, asked)


def test_that_a_card_has_the_losses_of_its_material(qtbot: QtBot, dataset: Dataset) -> None:
    asked = Asked("card", PRESETS["a4"], 1)
    with pictures.drawn(dataset, VIEW, asked, today=TODAY) as (_, made):
        words = " ".join(one.text for one in drawn_texts(made.drawing))
    assert made.impact is not None
    assert "US value added at risk" in words
    assert "Motor vehicles" in words


def test_that_a_card_of_what_no_sector_loses_has_none(qtbot: QtBot, dataset: Dataset) -> None:
    view = replace(VIEW, material="nickel")
    with pictures.drawn(dataset, view, Asked("card", PRESETS["a4"], 1), today=TODAY) as (_, made):
        words = " ".join(one.text for one in drawn_texts(made.drawing))
    assert made.impact is None
    assert "at risk" not in words


def test_that_a_what_if_that_cannot_be_used_is_told(qtbot: QtBot, dataset: Dataset) -> None:
    view = replace(VIEW, scenario="no such what-if")
    with pytest.raises(UnusablePicture, match="what-if"):
        pictures.files(dataset, view, TIMELINE, "x", Beside())


def test_that_drawings_are_ended_when_something_goes_wrong(qtbot: QtBot, dataset: Dataset) -> None:
    """The check after each test fails when a widget is left."""
    with pytest.raises(ZeroDivisionError), pictures.drawn(dataset, VIEW, TIMELINE, today=TODAY):
        _ = 1 / 0


def test_that_the_first_window_of_a_process_has_the_pixels_of_the_next(
    tmp_path: Path,
) -> None:
    subprocess.run(
        [sys.executable, "-c", TWO_WINDOWS, str(tmp_path)],
        cwd=Path(__file__).parents[3],
        check=True,
    )
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


TWO_WINDOWS = """
import sys
from pathlib import Path
from rare_gui.app.pictures import pictures
from rare_gui.app.main import application
from rare_gui.intake.package import open_package
from rare_gui.intake.places import shipped_package
from rare_gui.scenes.pictures.size import PictureSize
from tests.app.pictures.test_pictures import TODAY, VIEW
app = application()
dataset, _ = open_package(shipped_package())
asked = pictures.Asked("window", PictureSize(1440, 960), 1.0)
for name in "12":
    image = pictures.preview(dataset, VIEW, asked, today=TODAY)
    Path(sys.argv[1], name).write_bytes(bytes(image.constBits()))
"""
