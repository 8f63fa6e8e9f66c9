"""What stands behind a figure, in words: value, facts, sources, what disagrees, the sum.

Not for finding the rows: `domain.evidence`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.answers import Question, answer
from rare_gui.domain.evidence.parts import Evidence, Input, Reading, SourceRecord
from rare_gui.domain.problems import Problem, Severity
from rare_gui.domain.risk.assessment import Assessment
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.citations import NO_ADDRESS, all_bibtex, all_plain
from rare_gui.scenes.evidence_parts import (
    EvidenceScene,
    InputLine,
    ProblemLine,
    ScaleBar,
    SourceCard,
)
from rare_gui.scenes.risk_words import METHOD_NAMES
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.trail import Trail
from rare_gui.scenes.wording import day_words

CLICK = "Click a figure, a bar or the raised number of a source."
NOT_RECORDED = "not recorded"
_LINES_TOLD = 3


def evidence(
    dataset: Dataset, selection: Selection, key: str, assessed: Assessment | None = None
) -> Evidence:
    """The evidence on the figure of a key as the selection sees it; `assessed` spares time."""
    return answer(
        dataset,
        Question(
            selection.material,
            selection.origin,
            selection.destination,
            selection.form,
            selection.as_of,
            selection.known_on,
            assessed,
        ),
        key,
    )


def evidence_scene(
    dataset: Dataset,
    selection: Selection,
    trail: Trail,
    problems: Sequence[Problem] = (),
    assessed: Assessment | None = None,
) -> EvidenceScene:
    """The drawer on the figure that the trail stands at."""
    frame = EvidenceScene(
        trail.key,
        trail.words(),
        trail.can_go_back,
        trail.can_go_forward,
        trail.pinned,
        problems=_problems(problems),
    )
    if not trail.key:
        return replace(frame, gap=CLICK, spoken=CLICK)
    found = evidence(dataset, selection, trail.key, assessed)
    if found.gap:
        told = f"{found.gap[:1].upper()}{found.gap[1:]}."
        return replace(frame, gap=told, title=_title(found), spoken=told)
    sources = _all_sources(found)
    value = _value(found)
    about = (found.about.rstrip(".") + ".") if found.about else ""
    if found.low is not None and found.high is not None and found.low != found.high:
        about += f" Between {number(found.low)} and {number(found.high)}."
    difference = _difference(found)
    return replace(
        frame,
        value=value,
        title=_title(found),
        about=about.strip(),
        facts=_facts(found),
        difference=difference,
        cards=_cards(found),
        scale=_scale(found),
        rule=found.rule,
        formula=found.formula,
        inputs=tuple(map(_input, found.inputs)),
        citation=all_plain(sources),
        bibtex=all_bibtex(sources),
        spoken=". ".join(
            part
            for part in (
                f"{_title(found)}: {value}",
                found.data_class.value if found.data_class else "",
                difference,
            )
            if part
        ),
    )


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
        if unit in ("1", "", "share", "ratio", "0 to 10,000")
        else (f"{number(value)} {unit}")
    )


def _title(found: Evidence) -> str:
    kind, _, rest = found.key.partition(":")
    method = rest.rpartition(":")[2]
    if kind == "risk" and method in METHOD_NAMES:
        return METHOD_NAMES[method]
    return found.title


def _value(found: Evidence) -> str:
    if found.value is None:
        return found.text
    sign = found.flag if found.flag in (">", "<") else ""
    return f"{sign}{with_unit(found.value, found.unit)}{_mark(found.data_class)}"


def _mark(data_class: DataClass | None) -> str:
    return " e" if data_class is not None and data_class is not DataClass.PUBLISHED else ""


def _facts(found: Evidence) -> tuple[tuple[str, str], ...]:
    unit = "" if found.value is None else {"1": "share or index"}.get(found.unit, found.unit)
    return (
        ("Class", found.data_class.value if found.data_class else NOT_RECORDED),
        ("Confidence", found.confidence.value if found.confidence else NOT_RECORDED),
        ("Unit", unit or "words"),
        ("Family", found.family or "none"),
    )


def _difference(found: Evidence) -> str:
    others = found.disagreeing
    if not others:
        return ""
    count = {1: "Two", 2: "Three", 3: "Four"}.get(len(others), "Several")
    return (
        f"{count} rows, {count.lower()} values: both are kept"
        if count == "Two"
        else (f"{count} rows, {count.lower()} values: all are kept")
    )


def _cards(found: Evidence) -> tuple[SourceCard, ...]:
    several = len(found.readings) > 1 and any(not one.shown for one in found.readings)
    cards = [_card(one, several) for one in found.readings]
    told = {source.source_id for one in found.readings for source in one.sources}
    cards += [_source_card(one) for one in found.sources if one.source_id not in told]
    return tuple(cards)


def _card(one: Reading, several: bool) -> SourceCard:
    value = one.text
    if one.value is not None:
        sign = one.flag if one.flag in (">", "<") else ""
        value = f"{sign}{with_unit(one.value, one.unit)}{_mark(one.data_class)}"
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
        facts += _source_facts(source)
    warning = f"The package has no source “{'”, “'.join(one.unknown)}”." if one.unknown else ""
    if not one.sources and not one.unknown:
        warning = "No source is recorded for this row."
    standing = ("shown" if one.shown else "not shown") if several else ""
    kept = tuple((label, text) for label, text in facts if text)
    spoken = ", ".join(part for part in (value, one.of, standing, one.locator) if part)
    return SourceCard(value, one.of, standing, one.shown, kept, warning, spoken)


def _source_card(one: SourceRecord) -> SourceCard:
    facts = tuple((label, text) for label, text in _source_facts(one) if label != "Source")
    return SourceCard(f"{one.publisher}: {one.title}", "", "", True, facts, "", one.title)


def _source_facts(one: SourceRecord) -> list[tuple[str, str]]:
    published = day_words(one.published, one.precision) if one.published else NOT_RECORDED
    read = day_words(one.read) if one.read else NOT_RECORDED
    return [
        ("Source", f"{one.publisher}: {one.title}"),
        ("Published", published),
        ("Read", f"{read}; {one.note}" if one.note else read),
        ("Licence", one.licence or NOT_RECORDED),
        ("Address", one.url or NO_ADDRESS),
    ]


def _scale(found: Evidence) -> tuple[ScaleBar, ...]:
    others = found.disagreeing
    if not others:
        return ()
    shown = [one for one in found.readings if one.shown and one.value is not None][:1]
    bars = [*shown, *others]
    most = max(abs(one.value or 0.0) for one in bars) or 1.0
    return tuple(
        ScaleBar(
            one.family or (one.sources[0].source_id if one.sources else one.locator),
            with_unit(one.value or 0.0, one.unit),
            abs(one.value or 0.0) / most,
            one.shown,
        )
        for one in bars
    )


def _input(one: Input) -> InputLine:
    value = "not known" if one.value is None and one.unit else ""
    if one.value is not None:
        value = f"{with_unit(one.value, one.unit)}{_mark(one.data_class)}"
    spoken = ", ".join(part for part in (one.name, value, one.note) if part)
    name = f"{one.name[:1].upper()}{one.name[1:]}"
    return InputLine(name, value, one.note, one.key, spoken)


def _all_sources(found: Evidence) -> tuple[SourceRecord, ...]:
    """The sources of what is shown first, each once."""
    ordered = sorted(found.readings, key=lambda one: not one.shown)
    every = [*(source for one in ordered for source in one.sources), *found.sources]
    return tuple({source.source_id: source for source in every}.values())


def _problems(problems: Iterable[Problem]) -> tuple[ProblemLine, ...]:
    order = list(Severity)
    return tuple(
        ProblemLine(one.severity.value, f"{one.where}: {one.what}. {one.what_to_do}")
        for one in sorted(problems, key=lambda one: order.index(one.severity))
    )
