"""The card of a material: what it tells, with sources, and what it does not know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.risk.assessment import assess
from rare_gui.scenes.card.concentration import BREAK
from rare_gui.scenes.card.parts import CardBlock, CardLine, CardScene
from rare_gui.scenes.card.risk import WAITING
from rare_gui.scenes.card.scene import card_scene
from rare_gui.scenes.evidence.scene import evidence
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
    assert found["reserves"].message.startswith("Not in these data")
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


@settings(max_examples=25)
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
    assert all(one.lines or one.message for one in blocks(scene).values())
    assert all(line.bar is None or 0 <= line.bar <= 1 for line in every_line(scene)), scene


@pytest.mark.parametrize("known", [date(2024, 6, 1), date(2025, 6, 1)])
def test_that_no_year_is_shown_before_it_was_over(dataset: Dataset, known: date) -> None:
    view = Selection("nickel", DAY, known_on=known)
    for key, block in blocks(card_scene(dataset, view)).items():
        if key.startswith("stage.") and block.lines:
            assert int(block.title.rpartition(", ")[2]) < known.year


def test_that_concentration_by_year_is_of_one_series_and_its_break_is_a_line(
    dataset: Dataset,
) -> None:
    block = blocks(card(dataset, "rare-earths"))["concentration"]
    assert block.remark == "0 to 10,000; mine output by usgs, REO content"
    labels = [line.label for line in block.lines]
    assert labels == ["2018", "2019", "2020", "2021", "2022", "", "2023", "2024", "2025"]
    assert block.lines[5].text == BREAK
    assert block.lines[0].text == "4,304 e · China 63.0 % · by governance 2,399 e"
    assert block.lines[-1].text.endswith("governance not estimated")


def test_that_concentration_by_year_ends_with_what_was_known(dataset: Dataset) -> None:
    block = blocks(card(dataset, "rare-earths", known_on=date(2024, 6, 1)))["concentration"]
    assert block.lines[-1].label == "2023"


def test_that_a_years_concentration_opens_into_the_shares_of_that_year(dataset: Dataset) -> None:
    found = evidence(dataset, Selection("rare-earths", DAY), "hhi:rare-earths:mine:2019")
    assert found.value == pytest.approx(3918.548, abs=0.001)
    assert found.inputs[0].key == "production:rare-earths:mine:CN:2019"
    assert sum(one.value**2 for one in found.inputs if one.value) == pytest.approx(found.value)
    missing = evidence(dataset, Selection("rare-earths", DAY), "hhi:rare-earths:mine:1901")
    assert missing.gap.startswith("not computed, because")


def test_that_a_country_that_a_series_does_not_name_has_no_share_and_not_zero(
    dataset: Dataset,
) -> None:
    scene = card(dataset, "dysprosium", origin="DE")
    assert scene.figures[0].value == "not named"
    assert "not named by the series of world output" in scene.figures[0].spoken
    told = {line.label: line.text for line in blocks(scene)["unknown"].lines}
    assert told[scene.figures[0].caption] == "not named by the series of world output"
    found = evidence(dataset, Selection("dysprosium", DAY, origin="DE"), "header.mined")
    assert found.value is None
    assert "does not name Germany" in found.gap


def test_that_a_figure_that_is_not_computed_is_listed_among_what_is_not_known(
    dataset: Dataset,
) -> None:
    found = blocks(card(dataset, "gallium"))
    lacking = {line.label: line.text for line in found["risk"].lines if line.unknown}
    assert lacking
    assert lacking.items() <= {line.label: line.text for line in found["unknown"].lines}.items()
    assert all(line.text.startswith("not computed, because ") for line in found["risk"].lines
               if line.unknown)  # fmt: skip


def test_that_what_the_data_lack_is_told_whole_in_its_block_and_bare_in_the_list() -> None:
    block = CardBlock("reserves", "Reserves", lacks="no reserves.")
    assert block.message == "Not in these data: no reserves."
    assert CardBlock("x", "X", missing="None.").message == "None."
    assert CardBlock("x", "X").message == ""
