"""About: the package as it is, and a list of licences that is refused when it is damaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.help.about import about_scene, read_licences

LIST = Path(__file__).resolve().parents[3] / "resources" / "help" / "licences.json"


def test_that_package_digest_end_of_data_and_every_source_are_told(dataset: Dataset) -> None:
    scene = about_scene(dataset, "1.2.3", ())
    facts = dict(scene.facts)
    assert facts["Program"] == "rare_gui 1.2.3"
    assert facts["Data package"] == f"{dataset.name} {dataset.version}"
    assert facts["Digest of its tables"] == dataset.digest
    assert facts["Data to"] == "9 October 2026"
    assert len(scene.sources) == len(dataset.tables["sources"])
    assert "opens no connection" in scene.promise


def test_that_the_program_can_be_told_of_before_there_are_data() -> None:
    scene = about_scene(None, "1.2.3", ())
    assert scene.facts == (("Program", "rare_gui 1.2.3"),)
    assert scene.sources == ()


def test_that_the_shipped_list_is_read_and_begins_with_this_program() -> None:
    parts = read_licences(LIST.read_text(encoding="utf-8"))
    assert parts[0].title == "rare_gui"
    assert all(part.text for part in parts)
    assert next(part for part in parts if part.name == "fontpkg").text.startswith("It carries no")


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["parts", "texts", "name"]), inner, max_size=3)
        ),
    ).filter(lambda value: not (isinstance(value, dict) and not value.get("parts", 1)))
)
def test_that_a_list_of_another_form_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="list of licences"):
        read_licences(json.dumps(value))


def test_that_a_torn_file_is_refused() -> None:
    with pytest.raises(ValueError, match="list of licences"):
        read_licences('{"parts": [')
