"""The brief on pages of A4: all of it, readable, and what goes on to the next page is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.presets import preset
from rare_gui.figures.pictures.brief import brief_drawings
from rare_gui.figures.pictures.brief_page import BriefPage
from rare_gui.figures.pictures.brief_plot import brief_plot
from rare_gui.figures.pictures.writing import LEAST_POINTS
from rare_gui.figures.theme import load_theme
from rare_gui.scenes.brief.parts import AppliesRow, Brief, EvidenceRow
from rare_gui.scenes.brief.scene import brief_scene
from rare_gui.scenes.selection import Selection
from tests.figures.pictures.texts import drawn_texts, outside, overlapping
from tests.figures.pictures.views import PROGRAM, VIEWS
from tests.scenes import impacts

A4 = (794, 1123)


def brief_of(dataset: Dataset, view: Selection, *materials: str, losses: bool = False) -> Brief:
    scenario = preset(dataset.law, view.scenario) if view.scenario else None
    shown = scenario.apply(dataset) if scenario else dataset
    result = impacts.impact() if losses else None
    return brief_scene(
        shown, view, program=PROGRAM, materials=materials, scenario=scenario, impact=result
    )


def check_pages(brief: Brief, theme: str = "light") -> tuple[BriefPage, ...]:
    """All texts of every page stand inside it, apart from each other and large enough."""
    found = brief_drawings(brief, load_theme(theme))
    for page in found:
        texts = drawn_texts(page)
        assert outside(page, texts) == []
        assert list(overlapping(texts)) == []
        assert [one for one in texts if one.points < LEAST_POINTS] == []
    return found


def said(pages: tuple[BriefPage, ...]) -> str:
    """All words of the pages, each line apart."""
    return " ".join(one.text for page in pages for one in drawn_texts(page)).replace("\u00a0", " ")


def sentences(brief: Brief) -> Iterator[str]:
    """What a brief may not lack."""
    yield from (brief.kicker, brief.title, *brief.badges, *brief.unknown, brief.footer, brief.reuse)
    yield from (*brief.supposed, brief.sectors.message, brief.sectors.total, brief.sectors.limits)
    for line in brief.sectors.lines:
        yield from (line.name, line.value, line.range, line.data_class)
    for one in brief.materials:
        yield from (one.summary, one.shows, one.no_next, *one.unknown)
        rows: tuple[AppliesRow, ...] = (*one.applies, *one.conditions)
        yield from (text for row in rows for text in (row.goods, row.state, row.until, row.acts))
        yield from (text for row in one.next for text in (row.left, row.date, row.words))
        yield from (text for figure in one.figures for text in (figure.value, figure.caption))
        yield from (text for row in one.evidence for text in _texts(row))


def _texts(row: EvidenceRow) -> tuple[str, ...]:
    return row.what, row.document, row.date, row.basis, row.kind


@pytest.mark.parametrize("view", VIEWS)
def test_that_a_material_has_one_page_of_a4_that_can_be_read(
    qtbot: QtBot, dataset: Dataset, view: str
) -> None:
    (page,) = check_pages(brief_of(dataset, VIEWS[view]))
    assert (page.width, page.height) == A4


@pytest.mark.parametrize(
    ("view", "materials"),
    [
        ("no series", ()),
        ("longest name", ()),
        ("what-if", ()),
        ("time travel", ("dysprosium", "gallium")),
        ("past its date", ("gallium", "germanium", "antimony")),
    ],
)
def test_that_nothing_of_a_brief_is_lost(
    qtbot: QtBot, dataset: Dataset, view: str, materials: tuple[str, ...]
) -> None:
    brief = brief_of(dataset, VIEWS[view], *materials)
    words = set(said(check_pages(brief, "dark")).replace("; ", " ").split())
    for sentence in sentences(brief):
        missing = {word.strip(";,.:[]").lower() for word in sentence.split()} - {
            word.strip(";,.:[]").lower() for word in words
        }
        assert not missing, sentence


def test_that_a_brief_with_few_sources_is_one_page(qtbot: QtBot, dataset: Dataset) -> None:
    brief = brief_of(dataset, VIEWS["dysprosium"], "gallium")
    (page,) = check_pages(brief)
    words = said((page,))
    assert "Page 1 of 1" in words
    assert all(f"{one.mark} " in words.partition("Sources")[2] for one in brief.sources)


def test_that_a_full_page_says_what_it_lacks_and_where_that_stands(
    qtbot: QtBot, dataset: Dataset
) -> None:
    brief = brief_of(dataset, VIEWS["dysprosium"])
    words = said(check_pages(brief))
    assert "not shown for want of room: events;" in words
    assert "more statements: in the brief as HTML." in words
    assert all(source.mark in _marks(words) for source in brief.sources if source.mark <= 10)


def test_that_what_no_page_can_hold_goes_on_to_a_next_one_that_is_named(
    qtbot: QtBot, dataset: Dataset
) -> None:
    brief = brief_of(dataset, VIEWS["dysprosium"])
    (one,) = brief.materials
    long = replace(one, conditions=one.conditions * 20)
    first, *others = check_pages(replace(brief, materials=(long,)))
    assert "On page 2: " in said((first,))
    assert f"Page 2 of {1 + len(others)}" in said((others[0],))
    assert all(row.acts in said((first, *others)) for row in one.conditions)


def _marks(words: str) -> set[int]:
    """The numbers of the sources that are listed."""
    listed = f" · {words.partition('Sources ')[2]}"
    return {int(one) for one in re.findall(r"(?: · |^)(\d+) ", listed)}


@pytest.mark.parametrize("losses", [False, True])
def test_that_a_brief_with_losses_or_a_what_if_is_one_page_too(
    qtbot: QtBot, dataset: Dataset, losses: bool
) -> None:
    brief = brief_of(dataset, VIEWS["what-if"], "dysprosium", losses=losses)
    assert len(check_pages(brief)) == 1


def test_that_losses_of_several_have_a_page_of_their_own_where_the_last_is_full(
    qtbot: QtBot, dataset: Dataset
) -> None:
    brief = brief_of(dataset, VIEWS["dysprosium"], "gallium", "dysprosium", losses=True)
    pages = check_pages(brief)
    assert len(pages) == 3
    assert brief.sectors.total in said(pages[2:])


def test_that_each_of_several_materials_begins_a_page(qtbot: QtBot, dataset: Dataset) -> None:
    brief = brief_of(dataset, VIEWS["dysprosium"], "dysprosium", "gallium", "germanium")
    pages = check_pages(brief)
    begun = [
        one.name
        for one in brief.materials
        for page in pages
        if page.page[0].piece.section in (one.name, brief.title)
        and one.headline.split(":")[0] in said((page,))
    ]
    assert {"Dysprosium", "Gallium", "Germanium"} <= set(begun)
    assert "On page 2: Gallium." in said(pages[:1])
    assert len(pages) == 3
    assert all("Evidence" in said((page,)) for page in pages)


def test_that_a_what_if_stands_on_every_page(qtbot: QtBot, dataset: Dataset) -> None:
    brief = brief_of(dataset, VIEWS["what-if"], "gallium", "dysprosium")
    for page in check_pages(brief):
        assert brief.supposed[0] in said((page,))


def test_that_losses_are_listed_with_their_case(qtbot: QtBot, dataset: Dataset) -> None:
    brief = brief_of(dataset, VIEWS["dysprosium"], losses=True)
    words = said(check_pages(brief))
    assert brief.sectors.title in words
    assert "Weakest input" in words
    assert all(line.value in words for line in brief.sectors.lines)


words = st.text(st.sampled_from("WMilx .é中-"), min_size=1, max_size=160).filter(str.strip)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=words, other=words, more=words)
def test_that_no_text_is_too_long_for_a_page(
    qtbot: QtBot, dataset: Dataset, title: str, other: str, more: str
) -> None:
    brief = brief_of(dataset, VIEWS["dysprosium"], "dysprosium", "gallium", losses=True)
    long = tuple(
        replace(
            one,
            summary=f"{one.summary} {more}",
            applies=tuple(replace(row, goods=other, until=more) for row in one.applies),
            conditions=tuple(replace(row, goods=more, state=other) for row in one.conditions),
            next=tuple(replace(row, what=f"{row.what} {other}") for row in one.next),
            figures=tuple(replace(figure, caption=more) for figure in one.figures),
            evidence=tuple(replace(row, what=other, document=more) for row in one.evidence),
            unknown=(*one.unknown, other, more),
        )
        for one in brief.materials
    )
    sources = tuple(replace(one, text=f"{one.text} {more}") for one in brief.sources)
    check_pages(
        replace(
            brief,
            title=" ".join(title.split()),
            kicker=f"{brief.kicker} {other}",
            materials=long,
            supposed=(other, more, other),
            unknown=(more, other),
            sources=sources,
            footer=f"{brief.footer} {more}",
        )
    )


def test_that_a_page_leaves_the_painter_as_it_was(qtbot: QtBot, dataset: Dataset) -> None:
    image = QImage(*A4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(3, 4)
    before = painter.transform()
    for page in brief_drawings(brief_of(dataset, VIEWS["time travel"]), load_theme("light")):
        page.paint(painter)
    assert painter.transform() == before
    assert not painter.hasClipping()
    painter.end()


def test_that_the_plot_alone_shows_every_lane_and_pane(qtbot: QtBot, dataset: Dataset) -> None:
    scene = brief_of(dataset, VIEWS["dysprosium"]).materials[0].timeline
    plot = brief_plot(scene, load_theme("light"), 706)
    texts = drawn_texts(plot)
    assert outside(plot, texts) == []
    assert list(overlapping(texts)) == []
    shown = " ".join(one.text for one in texts)
    names = [lane.name for group in scene.groups for lane in group.lanes]
    assert all(name in shown for name in [*names, *(pane.title for pane in scene.panes)])
