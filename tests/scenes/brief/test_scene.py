"""The brief: what applies, what comes next, on what it rests, and what is not known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.cliffs import cliffs
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.presets import preset
from rare_gui.scenes.brief.parts import Brief
from rare_gui.scenes.brief.scene import NOT_COMPUTED, brief_scene
from rare_gui.scenes.selection import Selection
from tests.scenes.impacts import impact

VIEW = Selection("dysprosium", date(2026, 11, 23))


def brief(dataset: Dataset, *materials: str, view: Selection = VIEW) -> Brief:
    return brief_scene(dataset, view, program="rare_gui 1.0", materials=materials)


def marks_in(one: Brief) -> set[int]:
    found: set[int] = set()
    for part in one.materials:
        found.update(part.marks)
        found.update(mark for row in (*part.applies, *part.conditions) for mark in row.marks)
        found.update(mark for row in part.next for mark in row.marks)
        found.update(mark for row in part.figures for mark in row.marks)
        found.update(mark for row in part.evidence for mark in row.marks)
    return found


def test_that_the_headline_says_what_applies(dataset: Dataset) -> None:
    told = brief(dataset)
    assert told.kicker == "Brief · Dysprosium · China to the United States"
    assert told.badges == ("As of 23 Nov 2026",)
    assert told.title == "Dysprosium oxide, metal, alloy and magnet: licence required, truce or not"
    assert "MOFCOM/GACC No. 18 of 2025" in told.materials[0].summary


def test_that_a_headline_of_what_does_not_bind_keeps_the_whole_clause(dataset: Dataset) -> None:
    told = brief_scene(dataset, replace(VIEW, material="nickel"), program="x")
    assert told.title.startswith("Nickel: compounds: the restriction is suspended since ")


def test_that_a_title_of_the_users_own_replaces_it(dataset: Dataset) -> None:
    told = brief_scene(dataset, VIEW, program="x", title="  Mine \n own ")
    assert told.title == "Mine own"


def test_that_every_form_has_its_row(dataset: Dataset) -> None:
    (one,) = brief(dataset).materials
    ore = next(row for row in one.applies if row.goods == "Ore")
    assert (ore.chip.letter, ore.state) == ("S", "suspended since 7 Nov 2025")
    assert ore.until == "10 Jan 2027 by official statement; legal text: 10 Nov 2026"
    assert [row.goods for row in one.conditions][:1] == ["Military users"]


def test_that_what_comes_next_lies_ahead_and_in_order(dataset: Dataset) -> None:
    (one,) = brief(dataset, "gallium").materials
    (row,) = one.next
    assert (row.left, row.date, row.urgent) == ("4 days", "27 Nov 2026", True)
    days = [c.day for c in cliffs(dataset.law, VIEW.as_of) if c.day > VIEW.as_of]
    assert date(2026, 11, 27) in days


def test_that_evidence_names_the_act_its_day_and_its_kind(dataset: Dataset) -> None:
    (one,) = brief(dataset).materials
    licence = next(row for row in one.evidence if row.what == "Licence required")
    assert (licence.document, licence.date, licence.basis, licence.kind) == (
        "MOFCOM/GACC No. 18 of 2025", "4 Apr 2025", "legal text", "official",
    )  # fmt: skip
    assert any(
        row.what == "Prolonged" and row.basis == "official statement" for row in one.evidence
    )


def test_that_what_is_not_known_is_told(dataset: Dataset) -> None:
    told = brief(dataset)
    assert "What changed after 9 Oct 2026: the policy data reach no further." in told.unknown
    assert told.sectors.message == NOT_COMPUTED
    assert any(words.startswith("Figures stop.") for words in told.materials[0].unknown)


def test_that_losses_are_told_where_they_were_computed(dataset: Dataset) -> None:
    told = brief_scene(dataset, VIEW, program="x", impact=impact())
    first = told.sectors.lines[0]
    assert first.name == "Motor vehicle assembly"
    assert first.value == "US$ 8.00 bn"
    assert first.data_class == "judgement"
    assert "P50 US$ 13.4 bn" in told.sectors.total
    assert told.sectors.message == ""
    assert any("not sized" in words for words in told.unknown)


def test_that_a_what_if_is_told_with_its_assumptions(dataset: Dataset) -> None:
    scenario = preset(dataset.law, "truce-lapses")
    view = replace(VIEW, scenario="truce-lapses")
    told = brief_scene(scenario.apply(dataset), view, program="x", scenario=scenario)
    assert told.supposed[0] == "What if the truce lapses"
    assert len(told.supposed) == 1 + len({one.day for one in scenario.changes})


def test_that_several_materials_share_one_numbering(dataset: Dataset) -> None:
    told = brief(dataset, "dysprosium", "gallium", "dysprosium")
    assert [one.material for one in told.materials] == ["dysprosium", "gallium"]
    assert told.title == "Dysprosium and gallium: export restrictions"
    assert [one.mark for one in told.sources] == list(range(1, len(told.sources) + 1))
    assert len({one.text for one in told.sources}) == len(told.sources)


def test_that_the_reuse_line_names_program_data_and_reach(dataset: Dataset) -> None:
    told = brief(dataset)
    assert told.reuse.startswith("Reuse with this line: rare_gui 1.0, package strategic-materials")
    assert "policy data to 9 Oct 2026" in told.reuse
    assert dataset.digest[:12] in told.footer


def test_that_an_unknown_material_is_an_error(dataset: Dataset) -> None:
    with pytest.raises(KeyError):
        brief(dataset, "unobtainium")


@settings(max_examples=30)
@given(
    place=st.integers(0, 1000),
    day=st.dates(date(2009, 1, 1), date(2030, 12, 31)),
    known=st.none() | st.dates(date(2010, 1, 1), date(2026, 12, 31)),
    way=st.sampled_from([("CN", "US"), ("CN", "JP"), ("US", "CN"), ("CN", "DE")]),
)
def test_that_any_view_has_a_brief_whose_marks_are_cited(
    dataset: Dataset, place: int, day: date, known: date | None, way: tuple[str, str]
) -> None:
    materials = sorted(dataset.law.named_forms)
    view = Selection(
        materials[place % len(materials)], day, known_on=known, origin=way[0], destination=way[1]
    )
    told = brief(dataset, view=view)
    assert marks_in(told) <= {one.mark for one in told.sources}
    assert told.title
    assert len(told.materials[0].figures) == 4
