from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.scenes.pictures.export_form import (
    AS_WINDOW,
    SCALES,
    VIEW,
    ExportChoices,
    about_megabytes,
    choices_in,
    custom_size,
    estimate_words,
    estimates_in,
    export_form,
    kind_title,
    output_width,
    output_words,
    picture_of_view,
    preview_words,
    record_of,
    sides_in,
)
from rare_gui.scenes.pictures.size import PRESETS, PictureSize, read_size
from rare_gui.scenes.selection import VIEWS
from rare_gui.scenes.tidy.observation import Observation

KINDS = ("timeline", "card", "comparison", "material", "window")
THEMES, FORMATS = ("dark", "light"), ("png", "svg", "pdf")

choices = st.builds(
    ExportChoices,
    what=st.sampled_from((VIEW, *KINDS)),
    size=st.sampled_from((*PRESETS, "1200x800px", "210x297mm")),
    scale=st.sampled_from(SCALES),
    theme=st.sampled_from((*THEMES, AS_WINDOW)),
    format=st.sampled_from(FORMATS),
    data=st.booleans(),
    zipped=st.booleans(),
    with_view=st.booleans(),
    folder=st.text(max_size=20),
)


@given(choices)
def test_that_choices_come_back_from_their_record(chosen: ExportChoices) -> None:
    assert choices_in(record_of(chosen)).usable(KINDS, THEMES, FORMATS) == chosen


@given(
    st.dictionaries(
        st.sampled_from([item.name for item in fields(ExportChoices)] + ["other"]),
        st.one_of(
            st.text(max_size=9), st.integers(), st.booleans(), st.none(), st.lists(st.text())
        ),
    )
)
def test_that_any_record_gives_choices_that_exist(record: dict[str, object]) -> None:
    found = choices_in(record).usable(KINDS, THEMES, FORMATS)
    assert found.what in (VIEW, *KINDS)
    assert found.theme in (AS_WINDOW, *THEMES)
    assert found.format in FORMATS
    assert read_size(found.size).width >= 0
    assert found.scale in SCALES


def test_that_what_does_not_exist_here_gives_way_alone() -> None:
    old = ExportChoices(what="hologram", theme="sepia", format="tiff", size="9 apples", data=True)
    assert old.usable(KINDS, THEMES, FORMATS) == ExportChoices(data=True)


@pytest.mark.parametrize("view", VIEWS)
def test_that_every_page_has_a_picture(view: str) -> None:
    assert picture_of_view(view, KINDS) in KINDS


def test_that_a_page_without_a_picture_of_its_own_is_the_whole_window() -> None:
    assert picture_of_view("parts", KINDS) == "window"
    assert picture_of_view("compare", KINDS) == "comparison"
    assert picture_of_view("card", KINDS) == "material"


def test_that_the_form_names_the_kinds_that_there_are() -> None:
    form = export_form(ExportChoices(), "timeline", KINDS, FORMATS)
    assert form.view_title == "Timeline"
    assert dict(form.kinds) == {kind: kind_title(kind) for kind in KINDS}
    assert len({title for _, title in form.kinds}) == len(KINDS)


@given(st.integers(1, 16_000), st.integers(1, 16_000))
def test_that_a_typed_size_in_px_comes_back(width: int, height: int) -> None:
    assert sides_in(custom_size(width, height, "px"), "px") == (width, height)


@given(st.integers(1, 3_000), st.integers(1, 3_000))
def test_that_a_typed_size_in_mm_comes_back(width: int, height: int) -> None:
    assert sides_in(custom_size(width, height, "mm"), "mm") == (width, height)


def test_that_the_size_of_the_file_is_told_in_its_own_unit() -> None:
    size = PictureSize(1600, 900)
    assert output_words(size, 2.0, "png", None) == "3200 × 1800 px"
    assert output_words(size, 2.0, "png", 0.44) == "3200 × 1800 px · about 0.4 MB"
    assert output_words(size, 2.0, "png", 0.001).endswith("about 0.1 MB")
    assert output_words(size, 2.0, "svg", None) == "1600 × 900 px · vector"
    assert output_words(PRESETS["a4"], 2.0, "pdf", None) == "210 × 297 mm · vector"


def test_that_the_preview_tells_how_much_smaller_it_is() -> None:
    size = PictureSize(1600, 900)
    assert preview_words(800, output_width(size, 2.0, "png")) == "Preview 25 % of output"
    assert preview_words(800, output_width(size, 2.0, "svg")) == "Preview 50 % of output"


@given(st.integers(1, 10**8), st.floats(1, 4))
def test_that_a_picture_drawn_as_it_is_saved_has_its_own_size(length: int, scale: float) -> None:
    assert about_megabytes(length, scale, scale) == pytest.approx(length / 1e6)


def test_that_estimates_are_figures_that_are_not_published() -> None:
    figure = Observation("share", "dysprosium", "Share", value=49.5, data_class="derived")
    found = [
        figure,
        replace(figure, data_class="judgement"),
        replace(figure, data_class="published"),
        replace(figure, value=None),  # a state in words
    ]
    assert estimates_in(found) == 2


def test_that_estimates_are_told_in_one_sentence_or_not_at_all() -> None:
    assert estimate_words(0, "Card") == ""
    assert estimate_words(1, "Impact card") == "1 estimate in this impact card. It keeps its mark."
    assert estimate_words(2, "Timeline") == "2 estimates in this timeline. They keep their mark."
