"""Citations: plain on one line, BibTeX that no title can break."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.evidence.parts import SourceRecord
from rare_gui.domain.vocabulary import Confidence, DatePrecision
from rare_gui.scenes.citations import bibtex, escaped, plain

SOURCE = SourceRecord(
    "usgs-mcs2026", "US Geological Survey", "Mineral {Commodity} Summaries & more, 100 %",
    "https://doi.org/10.1/a_b%20c{d}", date(2026, 2, 6), DatePrecision.DAY, date(2026, 11, 23),
    "official", "public domain", "", Confidence.HIGH,
)  # fmt: skip


def balance(text: str) -> int:
    """Opening less closing braces, as BibTeX counts them: it minds no backslash."""
    depth = 0
    for letter in text:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
    return depth


def test_that_a_plain_citation_says_who_what_when_where_and_when_read() -> None:
    assert plain(replace(SOURCE, title="Summaries", url="https://a.org")) == (
        "US Geological Survey: Summaries. 6 Feb 2026. https://a.org (read 23 Nov 2026)."
    )


def test_that_what_is_not_recorded_is_told() -> None:
    bare = replace(SOURCE, url="", published=None, read=None)
    assert "n.d." in plain(bare)
    assert "address not recorded" in plain(bare)
    assert "year" not in bibtex(bare)
    assert "url" not in bibtex(bare)


def test_that_special_characters_are_escaped() -> None:
    entry = bibtex(SOURCE)
    assert entry.startswith("@misc{usgs-mcs2026,\n")
    assert r"Mineral \{Commodity\} Summaries \& more, 100 \%" in entry
    assert r"url = {https://doi.org/10.1/a_b\%20c%7Bd%7D}".replace("%7B", "%7B") in entry
    assert escaped("a\\b") == r"a\textbackslash{}b"


@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=40), st.text(max_size=20))
def test_that_no_text_breaks_out_of_its_field(title: str, who: str, url: str, key: str) -> None:
    entry = bibtex(replace(SOURCE, title=title, publisher=who, url=url, source_id=key))
    assert entry.count("\n") <= 8
    assert entry.endswith("\n}")
    inner = entry.split("\n")[1:-1]
    assert all(line.startswith("  ") for line in inner)
    assert "\n" not in plain(replace(SOURCE, title=title, publisher=who, url=url))


@given(st.text(alphabet=st.characters(exclude_characters="{}"), max_size=60))
def test_that_braces_stay_paired(title: str) -> None:
    assert balance(bibtex(replace(SOURCE, title=title, url="https://a.org/{"))) == 0
