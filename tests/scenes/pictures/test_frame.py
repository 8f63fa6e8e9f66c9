from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.damage import Damage, OpenedTables
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.flows import FlowKind, FlowPoint, FlowSeries
from rare_gui.domain.presets import preset
from rare_gui.domain.vocabulary import DataClass, SupplyForm
from rare_gui.scenes.pictures.frame import picture_frame
from rare_gui.scenes.pictures.sources import short_citations
from rare_gui.scenes.pictures.timeline import timeline_picture
from rare_gui.scenes.pictures.title import FALLEN, KEPT, default_subtitle, default_title
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import citation

DAY = date(2026, 11, 23)
DYSPROSIUM = Selection("dysprosium", DAY)
FINDING = "Raw dysprosium dwindles, magnets flow"
PLAIN = "Dysprosium: export restrictions"

tonnes = st.lists(
    st.one_of(st.just(0.0), st.floats(0.01, 1e6, allow_nan=False)), min_size=1, max_size=8
)


def made_up(dataset: Dataset, raw: list[float], made: list[float], last: date = DAY) -> Dataset:
    """The dataset with two monthly series of dysprosium that end in the month before `last`."""

    def points(values: list[float]) -> tuple[FlowPoint, ...]:
        end = last.year * 12 + last.month - 2
        months = range(end - len(values) + 1, end + 1)
        return tuple(
            FlowPoint(date(n // 12, n % 12 + 1, 1), value, DataClass.PUBLISHED, ("someone",))
            for n, value in zip(months, values, strict=True)
        )

    series = (
        FlowSeries("dysprosium", FlowKind.RAW, ("dysprosium",), (SupplyForm.METAL,), "",
                   points(raw)),
        FlowSeries("magnets", FlowKind.FINISHED, ("ndfeb-magnets",), (SupplyForm.MAGNET,), "",
                   points(made)),
    )  # fmt: skip
    made_dataset = dataset.with_law(dataset.law)
    made_dataset.kept["export series", "dysprosium"] = series
    return made_dataset


def test_that_the_title_states_what_the_figures_of_dysprosium_show(dataset: Dataset) -> None:
    assert default_title(dataset, DYSPROSIUM) == FINDING
    assert default_subtitle(dataset, DYSPROSIUM) == (
        "China exported 26.0 t of dysprosium in June 2024 and 4.1 t in December 2025. "
        "Rare earth magnets: 5,150 t e in June 2024, 5,010 t in August 2026."
    )


@settings(max_examples=60)
@given(raw=tonnes, made=tonnes)
def test_that_a_finding_is_only_stated_where_both_series_bear_it_out(
    dataset: Dataset, raw: list[float], made: list[float]
) -> None:
    title = default_title(made_up(dataset, raw, made), DYSPROSIUM)
    count = min(len(raw), len(made))
    raw, made = raw[-count:], made[-count:]
    if "dwindles" not in title:
        assert title == PLAIN
        return
    assert max(raw[-1], sum(raw[-3:]) / 3) <= FALLEN * raw[0]
    if title.endswith("flow"):
        assert min(made[-1], sum(made[-3:]) / 3) >= KEPT * made[0] * (1 - 1e-12)
    else:
        assert max(made[-1], sum(made[-3:]) / 3) <= FALLEN * made[0]


FALLING, STEADY = [100.0, 90.0, 20.0, 20.0, 10.0], [50.0, 50.0, 49.0, 48.0, 50.0]


def test_that_old_figures_say_nothing_about_the_day(dataset: Dataset) -> None:
    assert default_title(made_up(dataset, FALLING, STEADY), DYSPROSIUM) == FINDING
    old = made_up(dataset, FALLING, STEADY, last=date(2025, 10, 1))
    assert default_title(old, DYSPROSIUM) == PLAIN


def test_that_what_came_out_later_is_not_told(dataset: Dataset) -> None:
    early = replace(DYSPROSIUM, as_of=date(2026, 7, 30), known_on=date(2026, 7, 30))
    series = made_up(dataset, FALLING, STEADY)
    assert default_title(series, early) == PLAIN
    assert "October 2026" not in default_subtitle(series, early)


@pytest.mark.parametrize(
    "view",
    [
        replace(DYSPROSIUM, origin="JP"),
        replace(DYSPROSIUM, as_of=date(2010, 1, 1)),
        Selection("arsenic", DAY),
    ],
)
def test_that_without_figures_the_law_is_told(dataset: Dataset, view: Selection) -> None:
    assert default_title(dataset, view).endswith(": export restrictions")
    assert "exported" not in default_subtitle(dataset, view)
    assert default_subtitle(dataset, view)


@given(own=st.text(max_size=80))
@settings(max_examples=40)
def test_that_a_title_of_ones_own_stands_and_is_marked(dataset: Dataset, own: str) -> None:
    frame = picture_frame(dataset, DYSPROSIUM, program="rare_gui 1", title=own)
    words = own.split()
    assert frame.title == (" ".join(words) if words else FINDING)
    assert frame.edited is bool(words)


def test_that_days_direction_and_data_always_stand_on_a_picture(dataset: Dataset) -> None:
    view = replace(DYSPROSIUM, known_on=date(2026, 6, 1))
    frame = picture_frame(dataset, view, program="rare_gui 1.0")
    assert frame.badges == ("As of 23 Nov 2026", "As known on 1 June 2026")
    assert frame.direction == "China to the United States"
    assert frame.supposed == ()
    parts = ("rare_gui 1.0", dataset.version, dataset.digest[:12], "policy data to 1 June 2026")
    assert all(part in frame.footer for part in parts)
    for words in (frame.title, frame.subtitle, frame.direction, *frame.badges):
        assert words.rstrip(".") in frame.described


def test_that_a_what_if_is_told_with_what_it_changes(dataset: Dataset) -> None:
    scenario = preset(dataset.law, "truce-lapses")
    view = replace(DYSPROSIUM, scenario="truce-lapses")
    frame = picture_frame(dataset, view, program="rare_gui 1", scenario=scenario)
    assert frame.supposed[0] == "What if the truce lapses"
    told = " ".join(frame.supposed[1:])
    assert all(citation(dataset.law.measures[one.measure]) in told for one in scenario.changes)
    assert len(frame.supposed) == 1 + len({one.day for one in scenario.changes})
    assert "What if the truce lapses" in frame.described
    unread = picture_frame(dataset, view, program="rare_gui 1")
    assert unread.supposed == ("What if the truce lapses",)


def test_that_a_damaged_package_is_told_at_the_foot(dataset: Dataset) -> None:
    tables = OpenedTables(
        frozenset(dataset.tables), dataset.tables.__getitem__, dataset.tables.__getitem__,
        Damage(errors=2, rows_dropped=2),
    )  # fmt: skip
    frame = picture_frame(replace(dataset, tables=tables), DYSPROSIUM, program="rare_gui 1")
    assert frame.footer.endswith("2 rows of the package could not be read")


@pytest.mark.parametrize("material", ["dysprosium", "gallium", "arsenic", "yttrium"])
def test_that_every_lane_is_cited_with_all_of_its_sources(dataset: Dataset, material: str) -> None:
    picture = timeline_picture(dataset, Selection(material, DAY), program="rare_gui 1")
    must = picture.frame.sources[: picture.frame.always]
    lanes = [lane.measure for group in picture.scene.groups for lane in group.lanes]
    for measure in lanes:
        cited = short_citations(dataset, dataset.law.measures[measure].sources)
        assert cited
        assert {one.text for one in cited.values()} <= set(must)
    assert len(picture.frame.sources) == len(picture.frame.briefly)


def test_that_the_legend_names_only_what_occurs(dataset: Dataset) -> None:
    picture = timeline_picture(dataset, Selection("arsenic", DAY), program="rare_gui 1")
    words = [words for _, words in picture.frame.legend]
    assert "prohibited" in words
    assert "limit only reported" not in words
    assert not picture.frame.notes  # no series: nothing estimated, hatched or hollow


def test_that_a_numbered_act_is_cited_by_its_number(dataset: Dataset) -> None:
    cited = short_citations(dataset, ["mofcom-2025-18", "nobody", "mondaq-scotus"])
    assert list(cited) == ["mofcom-2025-18", "mondaq-scotus"]
    assert cited["mofcom-2025-18"].text == "MOFCOM/GACC No. 18 of 2025"
    assert cited["mondaq-scotus"].text == "Mondaq, Supreme Court invalidates IEEPA tariffs, 2026"
    assert cited["mondaq-scotus"].brief == "Mondaq 2026"
