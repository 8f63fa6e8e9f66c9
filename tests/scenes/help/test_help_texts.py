"""The help's topics: found by words, our own Markdown, and true of the keys that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.scenes.help.help_texts import TOPICS, Topic, found, key_tables, topic

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "help"
ALL = tuple(topic(name, (FOLDER / f"{name}.md").read_text(encoding="utf-8")) for name in TOPICS)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)


def test_that_every_file_is_a_topic_and_every_topic_a_file() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == set(TOPICS)


@pytest.mark.parametrize("one", ALL, ids=[one.id for one in ALL])
def test_that_a_topic_is_short_and_has_neither_html_nor_addresses(one: Topic) -> None:
    assert 40 < len(one.text.split()) < 330 or one.id == "keys"
    assert not re.search(r"<\w|\]\(|https?://|!\[", one.text)
    assert "—" not in one.text


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("chip", "chips"),
        ("known on", "two-clocks"),
        ("verdict", "impact"),
        ("BibTeX", "evidence"),
        ("svg", "exports"),
        ("csv xlsx", "parts"),
        ("what-if", "what-ifs"),
    ],
)
def test_that_a_topic_is_found_by_its_words(words: str, first: str) -> None:
    assert found(ALL, words)[0].id == first


def test_that_no_words_list_every_topic_in_order_and_nonsense_none() -> None:
    assert [one.id for one in found(ALL, "  ")] == list(TOPICS)
    assert found(ALL, "xyzzy") == ()


def test_that_a_file_without_a_title_is_refused() -> None:
    with pytest.raises(ValueError, match="'broken' does not begin with a title"):
        topic("broken", "No title\n\nText.")


def test_that_keys_go_where_the_text_asks_for_them() -> None:
    made = topic("keys", "# Keys\n\nAll:\n\n{keys}\n", [("View", [("Show the list", "Ctrl+L")])])
    assert made.title == "Keys"
    assert "## View" in made.text
    assert r"| Ctrl\+L | Show the list |" in made.text


@given(WORDS, WORDS)
def test_that_any_key_stays_within_its_cell(words: str, keys: str) -> None:
    line = key_tables([("Group", [(words, keys)])]).split("\n")[-1]
    bare = re.sub(r"\\.", "", line)
    assert bare.count("|") == 3
    assert not re.search(r"[*_`\[\]<>~#]", bare)
