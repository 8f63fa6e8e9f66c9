"""A brief as one HTML file that needs nothing else: no script, nothing loaded, fit for A4.

Not for what it says: `scenes.brief.scene`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rare_gui.scenes.brief.inline_svg import inline_svg
from rare_gui.scenes.brief.markup import Html, element, joined, link, text
from rare_gui.scenes.brief.parts import AppliesRow, Brief, EvidenceRow, MaterialBrief, Sectors
from rare_gui.scenes.brief.style import brief_style
from rare_gui.scenes.header import KeyFigure
from rare_gui.scenes.palette import Chip

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What the page may load: nothing but what stands in it (Content Security Policy)."""


def brief_html(brief: Brief, colours: Mapping[str, str], timelines: Sequence[str] = ()) -> str:
    """The whole file. `timelines` are SVG texts, one a material in their order, or none.

    `colours` are the theme's by token, as #RRGGBB. Raises KeyError or ValueError for colours that
    cannot be used, and UnusableSvg for a timeline.
    """
    several = len(brief.materials) > 1
    parts = [_head_of(brief)]
    for number, one in enumerate(brief.materials):
        picture = timelines[number] if number < len(timelines) else ""
        told = _material(one, number, picture, several=several)
        parts.append(element("section", told, aria_label=one.name) if several else told)
    parts += [
        _sectors(brief.sectors),
        _section("h2", "Assumptions", _list("ul", map(text, brief.supposed)))
        if brief.supposed
        else Html(""),
        _section("h2", "What is not known", _list("ul", map(text, _unknown(brief)))),
        _section("h2", "Sources", _list("ol", (link(one.text, one.url) for one in brief.sources))),
        element(
            "footer", element("p", text(brief.footer)), element("p", text(brief.reuse))
        ),
    ]  # fmt: skip
    page = element(
        "html",
        element(
            "head",
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=POLICY),
            element("meta", name="viewport", content="width=device-width"),
            element("title", text(f"{brief.title}, {brief.badges[0].lower()}")),
            Html(f"<style>{brief_style(colours)}</style>"),
        ),
        element("body", element("main", *parts)),
        lang="en",
    )
    return f"<!doctype html>\n{page}\n"


def _head_of(brief: Brief) -> Html:
    badges = (element("p", text(one), class_="badge") for one in reversed(brief.badges))
    kicker = element("p", text(brief.kicker), class_="kicker")
    return joined((element("header", kicker, *badges), element("h1", text(brief.title))))


def _material(one: MaterialBrief, number: int, picture: str, *, several: bool) -> Html:
    level = "h3" if several else "h2"
    head = element("h2", text(one.headline), class_="material") if several else Html("")
    svg = inline_svg(picture, one.timeline.title, number) if picture else Html("")
    drawn = element("figure", svg) if svg else Html("")
    shows = element("p", text(one.shows)) if one.shows else Html("")
    figures = _section(level, "What the figures show", shows, drawn) if shows or drawn else Html("")
    return joined(
        (
            head,
            element("p", text(one.summary), _marks(one.marks)),
            _section(level, "What applies", _applies(one)),
            figures,
            _section(level, "What comes next", _next(one)),
            element("dl", *map(_figure, one.figures)),
            _section(level, "Evidence", _evidence(one.evidence)),
        )
    )


def _applies(one: MaterialBrief) -> Html:
    head = ("", "Form", "State", "Until", "Set by")
    rows = [_row(_chip(row.chip), *_cells(row)) for row in one.applies]
    rows += [
        _row(
            _chip(row.chip),
            element("th", text(f"Condition: {row.goods}"), scope="row"),
            element("td", text(row.state), _marks(row.marks), colspan="3"),
        )
        for row in one.conditions
    ]
    return _table(head, rows) if rows else element("p", text("No form of it is in these data."))


def _cells(row: AppliesRow) -> tuple[Html, ...]:
    return (
        element("th", text(row.goods), scope="row"),
        element("td", text(row.state)),
        element("td", text(row.until), class_="quiet"),
        element("td", text(row.acts), _marks(row.marks), class_="quiet"),
    )


def _chip(chip: Chip) -> Html:
    classes = f"chip {chip.role}{' past' if chip.past else ''}"
    letter = "?" if chip.past else chip.letter
    return element("td", element("span", text(letter), class_=classes, title=chip.spoken))


def _next(one: MaterialBrief) -> Html:
    if not one.next:
        return element("p", text(one.no_next))
    rows = [
        _row(
            element("th", text(row.left), scope="row", class_="urgent" if row.urgent else "left"),
            element("td", text(row.date), class_="date"),
            element("td", text(row.words), _marks(row.marks)),
        )
        for row in one.next
    ]
    return _table(("Days left", "Date", "By the text"), rows)


def _figure(one: KeyFigure) -> Html:
    value = f"{one.value}{' e' if one.estimated else ''}"
    return element(
        "div",
        element("dt", text(one.caption), _marks(one.marks)),
        element("dd", text(value)),
    )


def _evidence(found: Iterable[EvidenceRow]) -> Html:
    rows = [
        _row(
            element("th", text(one.what), scope="row"),
            *(
                element("td", text(words), class_="quiet")
                for words in (one.document, one.date, one.basis, one.kind)
            ),
            element("td", _marks(one.marks)),
        )
        for one in found
    ]
    head = ("Statement", "Document", "Date", "Rests on", "Kind of source", "")
    return _table(head, rows) if rows else element("p", text("No act and no figure is told here."))


def _sectors(one: Sectors) -> Html:
    if one.message:
        return _section("h2", one.title, element("p", text(one.message)))
    rows = [
        _row(
            element("th", text(line.name), scope="row"),
            element("td", text(line.value)),
            element("td", text(line.range), class_="quiet"),
            element("td", text(line.data_class), class_="quiet"),
        )
        for line in one.lines
    ]
    return _section(
        "h2",
        one.title,
        element("p", text(one.case)),
        _table(("Sector", "P50", "Range", "Weakest input"), rows),
        element("p", text(one.total)),
        element("p", text(one.limits)),
    )


def _unknown(brief: Brief) -> Iterable[str]:
    """What each material lacks, by its name where there are several; then what concerns all."""
    several = len(brief.materials) > 1
    for one in brief.materials:
        yield from (f"{one.name}: {words}" if several else words for words in one.unknown)
    yield from brief.unknown


def _marks(marks: tuple[int, ...]) -> Html:
    """Raised numbers of sources, each a link to its footnote."""
    if not marks:
        return Html("")
    numbers = (element("a", text(str(mark)), href=f"#source-{mark}") for mark in marks)
    return element("sup", joined(numbers, ", "))


def _section(level: str, title: str, *inner: Html) -> Html:
    return element("section", element(level, text(title)), *inner)


def _list(kind: str, items: Iterable[Html]) -> Html:
    if kind == "ul":
        return element("ul", *(element("li", one) for one in items))
    return element(
        "ol", *(element("li", one, id=f"source-{mark}") for mark, one in enumerate(items, 1))
    )


def _table(head: Sequence[str], rows: Iterable[Html]) -> Html:
    cells = (element("th", text(one), scope="col") if one else element("td") for one in head)
    return element("table", element("thead", element("tr", *cells)), element("tbody", *rows))


def _row(*cells: Html) -> Html:
    return element("tr", *cells)
