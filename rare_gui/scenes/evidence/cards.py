"""The cards of the evidence drawer: one a reading or source, its facts as label and text.

Not for choosing readings: `domain.evidence` does.
"""

from __future__ import annotations

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.parts import Evidence, Reading, SourceRecord
from rare_gui.domain.evidence.rows import cells_of
from rare_gui.domain.risk.figures import HHI_UNIT
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.citations import NO_ADDRESS
from rare_gui.scenes.evidence.parts import SourceCard
from rare_gui.scenes.wording import day_words

NOT_RECORDED = "not recorded"
EMPTY = "(empty)"
MOST_ROWS = 12
"""Rows that are shown cell by cell; a sum over the world may rest on a hundred."""
_LINES_TOLD = 3


def source_cards(found: Evidence) -> tuple[SourceCard, ...]:
    """A card for each reading, then for each source that no reading names."""
    several = len(found.readings) > 1 and any(not one.shown for one in found.readings)
    told: set[str] = set()
    cards = []
    for one in found.readings:
        cards.append(_card(one, several, told))
        told.update(source.source_id for source in one.sources)
    cards += [_source_card(one) for one in found.sources if one.source_id not in told]
    return tuple(cards)


def row_cards(dataset: Dataset, found: Evidence) -> tuple[SourceCard, ...]:
    """The rows behind a figure, one card a row, every cell as text; the shown reading's first."""
    ordered = sorted(found.readings, key=lambda one: not one.shown)
    places = dict.fromkeys((one.table, line) for one in ordered for line in one.row_numbers)
    cards = []
    for table, line in list(places)[:MOST_ROWS]:
        where = f"{table}.csv, line {line}"
        cells = tuple((name, text or EMPTY) for name, text in cells_of(dataset, table, line))
        cards.append(SourceCard(f"{table}.csv", f"line {line}", "", True, cells, "", where))
    left = len(places) - len(cards)
    if left > 0:
        cards.append(SourceCard(f"{left} more rows", "not shown here", "", True, (), "", ""))
    return tuple(cards)


def number(value: float) -> str:
    """A figure without needless digits: "839", "98.9", "0.0452", "1,963"."""
    size = abs(value)
    if size >= 1000:
        return f"{value:,.0f}"
    if size >= 100 or value == int(value):
        return f"{value:,.4g}"
    return f"{value:.3g}"


def with_unit(value: float, unit: str) -> str:
    """ "98.9 %", "839 t"; a plain share or an index has no unit."""
    return (
        number(value)
        if unit in ("1", "", "share", "ratio", HHI_UNIT)
        else (f"{number(value)} {unit}")
    )


def weak_mark(data_class: DataClass | None) -> str:
    """The mark of a figure that is derived or judged."""
    return " e" if data_class is not None and data_class is not DataClass.PUBLISHED else ""


def _card(one: Reading, several: bool, told: set[str]) -> SourceCard:
    """A reading's card; sources that an earlier card has `told` of are only named."""
    value = one.text
    if one.value is not None:
        sign = one.flag if one.flag in (">", "<") else ""
        value = f"{sign}{with_unit(one.value, one.unit)}{weak_mark(one.data_class)}"
    lines = ", ".join(map(str, one.row_numbers[:_LINES_TOLD]))
    more = len(one.row_numbers) - _LINES_TOLD
    where = f"{one.table}.csv, line {lines}" + (f" and {more} more" if more > 0 else "")
    facts = [("Locator", one.locator), ("Row", where)]
    facts += [("Basis", one.basis), ("Family", one.family)] if one.value is not None else []
    if one.value is not None and one.data_class is not None:
        facts.append(("Class", one.data_class.value))
    if one.confidence is not None:
        facts.append(("Confidence", one.confidence.value))
    facts += [("Words", one.text)] if one.value is not None and one.text else []
    facts += [("Note", one.note)] if one.note else []
    for source in one.sources:
        facts += _source_facts(source)[: 1 if source.source_id in told else None]
    warning = f"The package has no source “{'”, “'.join(one.unknown)}”." if one.unknown else ""
    if not one.sources and not one.unknown:
        warning = "No source is recorded for this row."
    standing = ("shown" if one.shown else "not shown") if several else ""
    kept = tuple((label, text) for label, text in facts if text)
    spoken = ", ".join(part for part in (value, one.of, standing, one.locator) if part)
    return SourceCard(value, one.of, standing, one.shown, kept, warning, spoken)


def _source_card(one: SourceRecord) -> SourceCard:
    facts = tuple(_document_facts(one))
    return SourceCard(f"{one.publisher}: {one.title}", "", "", True, facts, "", one.title)


def _source_facts(one: SourceRecord) -> list[tuple[str, str]]:
    return [("Source", f"{one.publisher}: {one.title}"), *_document_facts(one)]


def _document_facts(one: SourceRecord) -> list[tuple[str, str]]:
    """What is told of a source besides its name."""
    published = day_words(one.published, one.precision) if one.published else NOT_RECORDED
    read = day_words(one.read) if one.read else NOT_RECORDED
    return [
        ("Published", published),
        ("Read", f"{read}; {one.note}" if one.note else read),
        ("Licence", one.licence or NOT_RECORDED),
        ("Address", one.url or NO_ADDRESS),
    ]
