"""The brief as HTML: one file, nothing that runs, every text as it stands in the data."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.brief.html import brief_html
from rare_gui.scenes.brief.inline_svg import UnusableSvg, inline_svg
from rare_gui.scenes.brief.parts import Brief, BriefSource
from rare_gui.scenes.brief.scene import brief_scene
from rare_gui.scenes.brief.style import brief_style
from rare_gui.scenes.selection import Selection
from tests.scenes.impacts import impact

VIEW = Selection("dysprosium", date(2026, 11, 23))
COLOURS: dict[str, str] = json.loads(Path("resources/themes/light.json").read_text("utf-8"))
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5" viewBox="0 0 10 5">'
    '<title>t</title><defs><clipPath id="c"><rect width="1" height="1"/></clipPath></defs>'
    '<path d="M0 0L1 1" clip-path="url(#c)"/></svg>'
)
ATTACK = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>&amp;"
VOID = {"meta", "br", "img", "path", "rect"}


class Read(HTMLParser):
    """Reads a page: its elements in order, their attributes, its words, and faults of nesting."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.elements]


def brief(dataset: Dataset, *materials: str) -> Brief:
    return brief_scene(dataset, VIEW, program="rare_gui 1.0", materials=materials, impact=impact())


def test_that_the_page_is_well_nested_with_one_title(dataset: Dataset) -> None:
    page = Read(brief_html(brief(dataset), COLOURS, [PICTURE]))
    assert page.open == []
    assert page.names.count("h1") == 1
    assert page.names[:2] == ["html", "head"]
    assert page.elements[0][1] == {"lang": "en"}


def test_that_headings_never_skip_a_level(dataset: Dataset) -> None:
    for materials in (("dysprosium",), ("dysprosium", "gallium")):
        page = Read(brief_html(brief(dataset, *materials), COLOURS))
        levels = [int(name[1]) for name in page.names if re.fullmatch(r"h\d", name)]
        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))


def test_that_all_parts_are_there(dataset: Dataset) -> None:
    words = "".join(Read(brief_html(brief(dataset), COLOURS)).words)
    for heading in (
        "What applies", "What the figures show", "What comes next", "Evidence", "Exposed sectors",
        "What is not known", "Sources", "Reuse with this line",
    ):  # fmt: skip
        assert heading in words


def test_that_nothing_runs_and_nothing_is_loaded(dataset: Dataset) -> None:
    page = Read(brief_html(brief(dataset), COLOURS, [PICTURE]))
    assert not {"script", "iframe", "object", "link", "img", "form", "base"} & set(page.names)
    for _, attributes in page.elements:
        assert not any(name.startswith("on") for name in attributes)
        assert "src" not in attributes
    policy = next(a for n, a in page.elements if n == "meta" and "http-equiv" in a)
    assert "default-src 'none'" in str(policy["content"])


def test_that_links_lead_to_sources_alone(dataset: Dataset) -> None:
    told = brief(dataset)
    page = Read(brief_html(told, COLOURS))
    links = {str(a["href"]) for name, a in page.elements if name == "a"}
    outside = {one for one in links if not one.startswith("#")}
    assert outside
    assert outside <= {one.url for one in told.sources}
    ids = {str(a["id"]) for _, a in page.elements if "id" in a}
    assert {one[1:] for one in links - outside} <= ids


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "http://a b", 'https://a"onclick="x', "ftp://a"],
)
def test_that_an_address_that_is_none_of_the_web_is_no_link(dataset: Dataset, url: str) -> None:
    told = replace(brief(dataset), sources=(BriefSource(1, "a source", url),))
    page = Read(brief_html(told, COLOURS))
    outside = [a for n, a in page.elements if n == "a" and not str(a["href"]).startswith("#")]
    assert outside == []


def attacked(told: Brief, words: str) -> Brief:
    """The brief with the words in every text that may come from data or the user."""
    one = told.materials[0]
    rows = tuple(replace(row, goods=words, state=words, until=words, acts=words)
                 for row in one.applies)  # fmt: skip
    chips = tuple(replace(row, chip=replace(row.chip, spoken=words)) for row in rows)
    material = replace(
        one, name=words, headline=words, summary=words, applies=chips, shows=words,
        conditions=tuple(replace(row, goods=words, state=words) for row in one.conditions),
        next=tuple(
            replace(row, left=words, date=words, what=words, basis=words) for row in one.next
        ),
        figures=tuple(replace(row, value=words, caption=words) for row in one.figures),
        evidence=tuple(replace(row, what=words, document=words, kind=words)
                       for row in one.evidence),
        unknown=(words,), timeline=replace(one.timeline, title=words),
    )  # fmt: skip
    return replace(
        told, kicker=words, title=words, badges=(words,), materials=(material,) * 2,
        supposed=(words,), unknown=(words,), footer=words, reuse=words,
        sources=(BriefSource(1, words, words),),
        sectors=replace(told.sectors, title=words, case=words, total=words, limits=words,
                        lines=tuple(replace(x, name=words) for x in told.sectors.lines)),
    )  # fmt: skip


def test_that_attacks_stay_words(dataset: Dataset) -> None:
    page = Read(brief_html(attacked(brief(dataset), ATTACK), COLOURS, [PICTURE, PICTURE]))
    assert page.open == []
    assert not {"script", "img"} & set(page.names)
    assert not any(name.startswith("on") for _, a in page.elements for name in a)
    assert "".join(page.words).count(ATTACK) > 20


@settings(max_examples=25)
@given(words=st.text(max_size=40).map("x".__add__))
def test_that_any_text_leaves_the_page_whole(dataset: Dataset, words: str) -> None:
    plain = Read(brief_html(attacked(brief_kept(dataset), "x"), COLOURS)).names
    page = Read(brief_html(attacked(brief_kept(dataset), words), COLOURS))
    assert page.open == []
    assert page.names == plain


KEPT: dict[int, Brief] = {}


def brief_kept(dataset: Dataset) -> Brief:
    return KEPT.setdefault(id(dataset), brief(dataset))


def test_that_a_colour_cannot_break_out_of_the_style() -> None:
    with pytest.raises(ValueError, match="no colour"):
        brief_style(COLOURS | {"ink": "red;} </style><script>"})


def test_that_the_same_brief_gives_the_same_page(dataset: Dataset) -> None:
    one = brief_html(brief(dataset), COLOURS, [PICTURE])
    assert one == brief_html(brief(dataset), COLOURS, [PICTURE])


def test_that_pictures_on_one_page_do_not_share_ids() -> None:
    first, second = inline_svg(PICTURE, "a", 0), inline_svg(PICTURE, "b", 1)
    assert 'id="p0-c"' in first
    assert "url(#p0-c)" in first
    assert 'id="p1-c"' in second
    assert 'aria-label="b"' in second


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path d="M0 0" onclick="alert(1)"/>',
        '<foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>',
        '<image href="http://a/x.png"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<path d="M0 0" style="fill:url(http://a/x)"/>',
        "<style>path { fill: url(http://a) }</style>",
        '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
        '<animate attributeName="href" values="javascript:alert(1)"/>',
    ],
)
def test_that_a_picture_cannot_run_or_load_anything(inside: str) -> None:
    told = inline_svg(PICTURE.replace("</svg>", f"{inside}</svg>"), "x")
    assert not re.search(r"script|onclick|foreign|http://a|style|svg\+xml|animate", told)


def test_that_a_pixel_picture_inside_stays() -> None:
    told = inline_svg(
        PICTURE.replace("</svg>", '<image href="data:image/png;base64,AA=="/></svg>'), "x"
    )
    assert "data:image/png;base64,AA==" in told


@pytest.mark.parametrize(
    "source", ["", "no svg", "<html/>", "<svg/>", '<!DOCTYPE a [<!ENTITY b "c">]><svg/>', "<svg"]
)
def test_that_what_is_no_picture_is_refused(source: str) -> None:
    with pytest.raises(UnusableSvg):
        inline_svg(source, "x")
