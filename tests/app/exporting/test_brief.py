"""Briefs as whole files: PDF and HTML, facts inside, the same bytes again, faults told first."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from rare_gui.app.exporting.brief import AskedBrief, UnusableBrief, brief_file, check_brief
from rare_gui.domain.dataset import Dataset
from rare_gui.intake.picture_facts import read_facts
from rare_gui.scenes.selection import Selection
from tests.scenes import impacts

VIEW = Selection("dysprosium", date(2026, 11, 23))
SEVERAL = AskedBrief(("dysprosium", "gallium"))
pytestmark = pytest.mark.usefixtures("qapp")


def test_that_a_pdf_has_its_pages_and_leads_back_to_the_view(dataset: Dataset) -> None:
    data = brief_file(dataset, VIEW, SEVERAL, "pdf")
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 2
    facts = read_facts(data)
    assert facts.view == VIEW.to_text()
    assert facts.title == "Dysprosium and gallium: export restrictions"
    assert not facts.title_edited
    assert facts.licence == dataset.licence != ""
    assert any("Announcement No. 18 of 2025" in source for source in facts.sources)


def test_that_a_title_and_a_hidden_view_are_the_users_wish(dataset: Dataset) -> None:
    asked = AskedBrief(title=" My \n own ", with_view=False)
    facts = read_facts(brief_file(dataset, VIEW, asked, "pdf"))
    assert (facts.title, facts.title_edited, facts.view) == ("My own", True, None)


def test_that_a_page_of_html_holds_one_drawn_timeline_a_material(dataset: Dataset) -> None:
    page = brief_file(dataset, VIEW, SEVERAL, "html").decode("utf-8")
    assert page.startswith("<!doctype html>")
    assert page.count("<svg ") == 2
    assert "<script" not in page
    assert "Dysprosium and gallium: export restrictions" in page


def test_that_losses_are_told_in_both(dataset: Dataset) -> None:
    asked = AskedBrief(impact=impacts.impact())
    page = brief_file(dataset, VIEW, asked, "html").decode("utf-8")
    assert "Motor vehicle assembly" in page
    assert "not computed for this brief" not in page
    assert brief_file(dataset, VIEW, asked, "pdf") != brief_file(dataset, VIEW, AskedBrief(), "pdf")


@pytest.mark.parametrize("suffix", ["pdf", "html"])
def test_that_the_same_view_gives_the_same_bytes_at_a_set_time(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    asked = AskedBrief(("gallium",), theme="dark")
    view = replace(VIEW, material="gallium")
    assert brief_file(dataset, view, asked, suffix) == brief_file(dataset, view, asked, suffix)


@pytest.mark.parametrize(
    ("asked", "suffix", "told"),
    [
        (AskedBrief(), "docx", "briefs are written as .pdf or .html, not as 'docx'"),
        (AskedBrief(), "", "not as 'nothing'"),
        (AskedBrief(theme="pink"), "pdf", "unknown theme 'pink'; choose"),
    ],
)
def test_that_what_cannot_be_made_is_told_first(asked: AskedBrief, suffix: str, told: str) -> None:
    with pytest.raises(UnusableBrief) as failure:
        check_brief(asked, suffix)
    assert told in str(failure.value)


def test_that_an_unknown_what_if_and_a_wrong_clock_are_told(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UnusableBrief, match="the what-if cannot be used"):
        brief_file(dataset, replace(VIEW, scenario="nonsense"), AskedBrief(), "pdf")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(UnusableBrief, match="SOURCE_DATE_EPOCH"):
        brief_file(dataset, VIEW, AskedBrief(), "html")
