"""The card of a material: what it tells, with sources, and what it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.assessment import assess
from rare_gui.scenes.card import card_scene
from rare_gui.scenes.card_parts import CardBlock, CardLine, CardScene
from rare_gui.scenes.card_risk import WAITING
from rare_gui.scenes.evidence import evidence
from rare_gui.scenes.selection import Selection

DAY = date(2026, 11, 23)
MATERIALS = ("dysprosium", "gallium", "smco-magnets", "nickel")


def card(dataset: Dataset, material: str, **changes: object) -> CardScene:
    selection = Selection(material, DAY, **changes)  # type: ignore[arg-type]
    return card_scene(
        dataset, selection, assess(dataset, material, selection.destination, as_of=DAY)
    )


def blocks(scene: CardScene) -> dict[str, CardBlock]:
    return {one.key: one for one in (*scene.wide, *scene.lower, *scene.narrow)}


def every_line(scene: CardScene) -> Iterator[CardLine]:
    for block in blocks(scene).values():
        for line in block.lines:
            yield line
            yield from line.parts


@pytest.mark.parametrize("material", MATERIALS)
def test_that_every_key_of_the_card_is_answered(dataset: Dataset, material: str) -> None:
    scene, view = card(dataset, material), Selection(material, DAY)
    keys = [line.key for line in every_line(scene) if line.key]
    keys += [one.key for chart in scene.charts for one in chart.keys]
    keys += [k for k, f in zip(scene.figure_keys, scene.figures, strict=True) if f.marks]
    unanswered = {key: found.gap for key in keys if (found := evidence(dataset, view, key)).gap}
    assert all(gap.startswith("not computed") for gap in unanswered.values()), unanswered


@pytest.mark.parametrize("material", MATERIALS)
def test_that_every_mark_is_a_source_of_the_page(dataset: Dataset, material: str) -> None:
    scene = card(dataset, material)
    marks = {mark for line in every_line(scene) for mark in line.marks}
    marks |= {mark for figure in scene.figures for mark in figure.marks}
    assert marks <= set(range(1, len(scene.sources) + 1))


@pytest.mark.parametrize("material", MATERIALS)
def test_that_a_figure_of_a_producer_carries_a_source(dataset: Dataset, material: str) -> None:
    for key, block in blocks(card(dataset, material)).items():
        if key.startswith("stage."):
            assert all(line.marks for line in block.lines if line.label != "others")


def test_that_an_empty_block_keeps_its_heading_and_says_why(dataset: Dataset) -> None:
    found = blocks(card(dataset, "dysprosium"))
    assert found["reserves"].title == "Reserves"
    assert found["reserves"].missing.startswith("Not in these data")
    assert "Reserves" in [line.label for line in found["unknown"].lines]


def test_that_forms_of_one_column_that_differ_have_lines_of_their_own(dataset: Dataset) -> None:
    lines = blocks(card(dataset, "dysprosium"))["forms"].lines
    states = {line.label: line.cells[0] for line in lines}
    assert states["Oxide and compounds"] == "licence required"
    assert states["Technology"] == "prohibited"
    assert states["Equipment"] == "suspended"


def test_that_the_producers_add_up_to_the_world(dataset: Dataset) -> None:
    block = blocks(card(dataset, "nickel"))["stage.mine"]
    shares = [float(line.text.split("·")[1].split("%")[0]) for line in block.lines]
    assert sum(shares) == pytest.approx(100, abs=0.5)
    assert block.title == "Mined, 2025"


def test_that_a_flag_published_with_a_figure_is_kept(dataset: Dataset) -> None:
    lines = blocks(card(dataset, "nickel"))["reserves"].lines
    assert next(line.text for line in lines if line.label == "World").startswith(">")


def test_that_risk_figures_wait_until_they_are_measured(dataset: Dataset) -> None:
    waiting = blocks(card_scene(dataset, Selection("gallium", DAY)))["risk"]
    assert {line.text for line in waiting.lines} == {WAITING}
    done = blocks(card(dataset, "gallium"))["risk"]
    assert WAITING not in {line.text for line in done.lines}
    assert [line.label for line in done.lines] == [line.label for line in waiting.lines]


def test_that_an_index_opens_into_its_parts(dataset: Dataset) -> None:
    lines = {line.label: line for line in blocks(card(dataset, "gallium"))["risk"].lines}
    nassar = lines["Supply risk, Nassar et al. 2020"]
    assert nassar.text.startswith("not computed, because")
    assert {"Formula", "Disruption potential", "Trade exposure"} <= {
        part.label for part in nassar.parts
    }


def test_that_the_next_tonne_is_told_or_cannot_be(dataset: Dataset) -> None:
    for material in MATERIALS:
        last = blocks(card(dataset, material))["next"].lines[-1]
        assert last.text.startswith("Months until the next non-Chinese tonne")
        assert bool(last.key) != ("cannot tell" in last.text)


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(MATERIALS),
    st.dates(date(1995, 1, 1), date(2040, 12, 31)),
    st.one_of(st.none(), st.dates(date(1995, 1, 1), date(2040, 12, 31))),
    st.sampled_from(["US", "JP", "EU", "DE"]),
    st.sampled_from(["CN", "ID"]),
)
def test_that_there_is_a_card_of_every_day_and_place(
    dataset: Dataset, material: str, as_of: date, known_on: date | None, to: str, origin: str
) -> None:
    view = Selection(material, as_of, known_on=known_on, destination=to, origin=origin)
    scene = card_scene(dataset, view)
    assert all(one.lines or one.missing for one in blocks(scene).values())
    assert all(line.bar is None or 0 <= line.bar <= 1 for line in every_line(scene)), scene


@pytest.mark.parametrize("known", [date(2024, 6, 1), date(2025, 6, 1)])
def test_that_no_year_is_shown_before_it_was_over(dataset: Dataset, known: date) -> None:
    view = Selection("nickel", DAY, known_on=known)
    for key, block in blocks(card_scene(dataset, view)).items():
        if key.startswith("stage.") and block.lines:
            assert int(block.title.rpartition(", ")[2]) < known.year
