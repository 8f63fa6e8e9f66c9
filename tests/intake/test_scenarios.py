"""Scenario files: what a person writes is read, what the program writes is read back, and a damaged
file is told of and left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.assumptions import (
    Assumption,
    Extended,
    Freed,
    Granted,
    Lapses,
    Listed,
    Prolonged,
    ScenarioError,
)
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.presets import PRESETS
from rare_gui.domain.scenario import Scenario
from rare_gui.domain.vocabulary import LegalState, SupplyForm
from rare_gui.intake.scenario_text import scenario_text
from rare_gui.intake.scenarios import (
    NotSaved,
    UnknownScenario,
    find_scenario,
    find_what_if,
    read_scenario,
    read_what_if,
    save_scenario,
    saved_scenarios,
    write_scenario,
)

BY_HAND = """
name = "Autumn"

[[change]]
kind = "lapses"
measure = "cn-2024-46-us-ga-ge-sb"
date = 2026-11-27

[[change]]
kind = "listed"
effect = "ban"
material = "neodymium"
forms = ["metal", "oxide"]
from = "CN"
to = "JP"
date = "2027-01-01"

[[change]]
kind = "granted"
material = "dysprosium"
share_percent = 40
date = 2026-12-01
"""
AUTUMN = Scenario(
    "Autumn",
    (
        Lapses("cn-2024-46-us-ga-ge-sb", date(2026, 11, 27)),
        Listed(
            "neodymium",
            date(2027, 1, 1),
            LegalState.PROHIBITED,
            (SupplyForm.OXIDE, SupplyForm.METAL),
            destination="JP",
        ),
        Granted("dysprosium", date(2026, 12, 1), 40),
    ),
)


def file(folder: Path, text: str, name: str = "one.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_that_a_file_written_by_hand_is_read(tmp_path: Path) -> None:
    assert read_scenario(file(tmp_path, BY_HAND)) == AUTUMN
    assert read_scenario(file(tmp_path, "\ufeff" + BY_HAND.replace("\n", "\r\n"))) == AUTUMN


DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))
SLUGS = st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True)
FORMS = st.sets(st.sampled_from(SupplyForm), max_size=3).map(
    lambda chosen: tuple(form for form in SupplyForm if form in chosen)
)
EFFECTS = st.sampled_from([LegalState.PROHIBITED, LegalState.LICENCE_REQUIRED])
CHANGES: st.SearchStrategy[Assumption] = st.one_of(
    st.builds(Lapses, SLUGS, DAYS),
    st.builds(Prolonged, SLUGS, DAYS),
    st.builds(Listed, SLUGS, DAYS, EFFECTS, FORMS, st.just("US"), SLUGS, SLUGS),
    st.builds(Freed, SLUGS, DAYS, FORMS),
    st.builds(Granted, SLUGS, DAYS, st.floats(0, 100), FORMS),
    st.builds(Extended, SLUGS, SLUGS, DAYS),
)
NAMES = st.text(max_size=60).filter(
    lambda text: text.isprintable() and "|" not in text and bool(text.strip())
)


@given(name=NAMES, lines=st.lists(CHANGES, max_size=5))
def test_that_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, lines: list[Assumption]
) -> None:
    wanted = Scenario(name.strip(), tuple(lines))
    path = tmp_path_factory.getbasetemp() / "round.toml"
    write_scenario(path, wanted)
    assert read_scenario(path) == wanted
    assert Scenario.from_text(wanted.to_text()) == wanted


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ('name = "Autumn"', "", "lacks its name"),
        ('name = "Autumn"', "name = 3", "lacks its name"),
        ('name = "Autumn"', 'name = "a|b"', "name of 1 to"),
        ('name = "Autumn"', 'name = "Autumn"\ncolour = "red"', "knows no 'colour'; write name"),
        ("[[change]]", "[change.x]", "no list|damaged"),
        ('kind = "lapses"', 'kind = "explodes"', "line 1: 'explodes' is no kind of change"),
        ('kind = "lapses"', "", "line 1: nothing is no kind of change"),
        ("date = 2026-11-27", "", "line 1: .*lacks date"),
        ("date = 2026-11-27", "date = 2026-13-27", "damaged"),
        ("date = 2026-11-27", 'date = "27/11/2026"', "line 1: date: .*write YYYY-MM-DD"),
        ("date = 2026-11-27", "date = 2026-11-27T10:00:00", "line 1: date"),
        ("date = 2026-11-27", "date = 1066-10-14", "line 1: date: .*out of range"),
        ("date = 2026-11-27", "date = 2026-11-27\nforce = 1", "line 1: .*knows no 'force'"),
        ('["metal", "oxide"]', '["metal", "soup"]', "line 2: unknown form 'soup'"),
        ('["metal", "oxide"]', "[]", "line 2: forms"),
        ('effect = "ban"', 'effect = "fine"', "line 2: .*neither licence nor ban"),
        ("share_percent = 40", "share_percent = 140", "line 3: .*percentage"),
        ("share_percent = 40", "share_percent = nan", "line 3: .*percentage"),
        ("share_percent = 40", "share_percent = true", "line 3: .*percentage"),
        ('material = "dysprosium"', "material = 7", "line 3: material 7 is no word"),
        ("[[change]]", "[[change", "damaged"),
    ],
)
def test_that_a_fault_is_told_with_file_and_line(
    tmp_path: Path, before: str, after: str, why: str
) -> None:
    path = file(tmp_path, BY_HAND.replace(before, after, 1))
    with pytest.raises(ScenarioError, match=why) as told:
        read_scenario(path)
    assert str(told.value).startswith("one.toml: ")
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "raw", [b"\xff\xfe\x00", b"\x00" * 50, b"a = " + b"[" * 100_000, b"#" * 1_000_001, b""]
)
def test_that_bytes_that_are_no_scenario_are_told(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(raw)
    with pytest.raises(ScenarioError, match=r"broken\.toml"):
        read_scenario(path)
    saved, problems = saved_scenarios(tmp_path)
    assert saved == ()
    assert [problem.where for problem in problems] == ["broken.toml"]


def test_that_a_damaged_file_is_never_overwritten(tmp_path: Path) -> None:
    damaged = file(tmp_path, "name = ", "autumn.toml")
    other = file(tmp_path, 'name = "AUTUMN!"', "autumn-2.toml")
    made = save_scenario(tmp_path, AUTUMN)
    assert made.name == "autumn-3.toml"
    assert damaged.read_text(encoding="utf-8") == "name = "
    assert other.read_text(encoding="utf-8") == 'name = "AUTUMN!"'


def test_that_saving_again_replaces_the_file_of_that_name(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there" / "yet"
    first = save_scenario(folder, AUTUMN)
    second = save_scenario(folder, AUTUMN.without_line(0))
    assert first == second
    assert [path.name for path in folder.iterdir()] == ["autumn.toml"]
    assert saved_scenarios(folder) == ((AUTUMN.without_line(0),), ())


def test_that_a_write_that_fails_leaves_the_file_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save_scenario(tmp_path, AUTUMN)
    before = path.read_bytes()

    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(NotSaved, match="No space left"):
        save_scenario(tmp_path, AUTUMN.without_line(1))
    assert path.read_bytes() == before
    assert list(tmp_path.glob(".*.new")) == []


@pytest.mark.parametrize("name", ["../../escape", "CON", "…", "稀土", "a/b\\c:d"])
def test_that_any_name_becomes_a_file_in_the_folder(tmp_path: Path, name: str) -> None:
    path = save_scenario(tmp_path, Scenario(name))
    assert path.parent == tmp_path
    assert path.stem != "con"
    assert read_scenario(path).name == name


def test_that_a_built_in_name_cannot_be_taken(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="built-in"):
        save_scenario(tmp_path, Scenario("truce-lapses"))


def test_that_a_word_finds_a_file_a_preset_a_saved_name_or_is_read_itself(
    dataset: Dataset, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    save_scenario(folder, AUTUMN)
    path = file(tmp_path, scenario_text(AUTUMN))
    assert find_scenario(str(path), dataset, folder) == AUTUMN
    assert find_scenario("autumn", dataset, folder) == AUTUMN
    assert find_scenario(AUTUMN.to_text(), dataset) == AUTUMN
    for name in PRESETS:
        assert find_scenario(name, dataset).changes


def test_that_an_unknown_word_is_answered_with_the_nearest(
    dataset: Dataset, tmp_path: Path
) -> None:
    with pytest.raises(UnknownScenario, match="truce-lapses"):
        find_scenario("truce-lapse", dataset, tmp_path)
    with pytest.raises(UnknownScenario, match="no such file"):
        find_scenario("x" * 5000, dataset, tmp_path / "nowhere")
    with pytest.raises(UnknownScenario):
        find_scenario("\0", dataset, tmp_path)


def test_that_the_name_of_a_damaged_saved_one_is_told_as_damaged(
    dataset: Dataset, tmp_path: Path
) -> None:
    file(tmp_path, "name = ", "autumn.toml")
    with pytest.raises(ScenarioError, match=r"autumn\.toml: is damaged"):
        find_scenario("Autumn", dataset, tmp_path)


@pytest.mark.parametrize(
    "text",
    ["x | lapses", "x | lapses measure=a measure=b", "x | lapses measure='a", "x | | ", "x | boo"],
)
def test_that_a_line_of_text_with_a_fault_says_which(text: str) -> None:
    with pytest.raises(ScenarioError, match="line 1"):
        Scenario.from_text(text)


def test_that_contradicting_lines_of_a_file_are_named(dataset: Dataset, tmp_path: Path) -> None:
    more = '[[change]]\nkind = "prolonged"\nmeasure = "cn-2024-46-us-ga-ge-sb"\ndate = 2028-01-01\n'
    scenario = read_scenario(file(tmp_path, BY_HAND + more))
    with pytest.raises(ScenarioError, match=r"line 1 \(.*line 4 \(.*contradict"):
        scenario.apply(dataset)


CASE = ImpactCase.from_text(
    "preset=slow-licences material=gallium,germanium form=metal cut=0.1..0.25..0.5 weeks=26 "
    "scope=world cut.licence_delay=0.3 kappa.gallium.lighting=0.0..0.5..1.0"
)
IMPACT_BY_HAND = """
[impact]
preset = "slow-licences"
material = ["gallium", "germanium"]
form = "metal"
cut = [0.1, 0.25, 0.5]
weeks = 26
scope = "world"
"cut.licence_delay" = 0.3
kappa.gallium.lighting = [0, 0.5, 1]
"""


def test_that_a_case_written_by_hand_is_read_with_its_scenario(tmp_path: Path) -> None:
    scenario, case = read_what_if(file(tmp_path, BY_HAND + IMPACT_BY_HAND))
    assert scenario == AUTUMN
    assert case is not None
    assert case.to_text() == CASE.to_text()


def test_that_a_case_is_saved_with_its_scenario_and_found_by_name(
    dataset: Dataset, tmp_path: Path
) -> None:
    save_scenario(tmp_path, AUTUMN, CASE)
    assert find_what_if("autumn", dataset, tmp_path) == (AUTUMN, CASE)
    assert find_scenario("autumn", dataset, tmp_path) == AUTUMN


def test_that_saving_the_law_again_keeps_the_case(dataset: Dataset, tmp_path: Path) -> None:
    save_scenario(tmp_path, AUTUMN, CASE)
    save_scenario(tmp_path, AUTUMN.without_line(0))
    assert find_what_if("autumn", dataset, tmp_path) == (AUTUMN.without_line(0), CASE)
    other = ImpactCase("full-stop")
    save_scenario(tmp_path, AUTUMN, other)
    assert find_what_if("autumn", dataset, tmp_path) == (AUTUMN, other)


def test_that_a_scenario_without_a_case_has_none(dataset: Dataset, tmp_path: Path) -> None:
    assert read_what_if(file(tmp_path, BY_HAND)) == (AUTUMN, None)
    assert find_what_if("truce-lapses", dataset, tmp_path)[1] is None
    assert find_what_if(AUTUMN.to_text(), dataset)[1] is None


def test_that_a_case_without_a_preset_is_that_of_the_what_if(tmp_path: Path) -> None:
    assert read_what_if(file(tmp_path, BY_HAND + "[impact]\nweeks = 8"))[1] == ImpactCase(
        "what-if", weeks=8
    )


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("[impact]", "impact = 3\n[x]", "knows no 'x'|impact is no table"),
        ('preset = "slow-licences"', 'preset = "panic"', "impact: unknown preset 'panic'"),
        ("weeks = 26", "weeks = 26.5", "impact: weeks=26.5 is no whole number"),
        ("weeks = 26", "weeks = true", "impact: weeks=True is no whole number"),
        ("weeks = 26", "weeks = -1", "impact: weeks=-1 is out of range"),
        ("cut = [0.1, 0.25, 0.5]", "cut = [0.1, 0.5]", "impact: cut=.* is no number"),
        ("cut = [0.1, 0.25, 0.5]", "cut = 1.5", "impact: cut=1.5 is no share"),
        ("cut = [0.1, 0.25, 0.5]", "cut = nan", "impact: cut=nan is no number"),
        ('scope = "world"', 'scope = "moon"', "impact: unknown scope"),
        ("[0, 0.5, 1]", "[1, 0.5, 0]", "impact: kappa.gallium.lighting=.*not in order"),
        ("[0, 0.5, 1]", '"high"', "impact: kappa.gallium.lighting=high is no number"),
        ('form = "metal"', 'form = "soup"', "impact: unknown form 'soup'"),
    ],
)
def test_that_a_fault_in_a_case_is_told_with_file_and_table(
    tmp_path: Path, before: str, after: str, why: str
) -> None:
    path = file(tmp_path, BY_HAND + IMPACT_BY_HAND.replace(before, after, 1))
    with pytest.raises(ScenarioError, match=why) as told:
        read_what_if(path)
    assert str(told.value).startswith("one.toml: ")
    assert "\n" not in str(told.value)
