"""What stands behind a figure, in words: value, facts, sources, what disagrees, the sum.

Not for finding the rows: `domain.evidence`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.answers import Question, answer
from rare_gui.domain.evidence.parts import Evidence, Input, SourceRecord
from rare_gui.domain.problems import Problem, Severity
from rare_gui.domain.risk.assessment import Assessment
from rare_gui.domain.risk.figures import HHI_UNIT
from rare_gui.scenes.card.parts import CardLine
from rare_gui.scenes.citations import all_bibtex, all_plain
from rare_gui.scenes.evidence.cards import (
    NOT_RECORDED,
    number,
    row_cards,
    source_cards,
    weak_mark,
    with_unit,
)
from rare_gui.scenes.evidence.parts import (
    EvidenceScene,
    OtherSeries,
    ProblemLine,
    ScaleBar,
    SourceCard,
)
from rare_gui.scenes.evidence.trail import Trail
from rare_gui.scenes.own_weights import own_weights
from rare_gui.scenes.risk_words import METHOD_NAMES
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.timeline.event_study import event_study_scene

CLICK = "Click a figure, a bar or the raised number of a source."


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
            own_weights(selection),
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
        cards=(*_study_cards(dataset, selection, trail.key), *source_cards(found)),
        scale=_scale(found),
        rule=found.rule,
        formula=found.formula,
        inputs=tuple(map(_input, found.inputs)),
        citation=all_plain(sources),
        bibtex=all_bibtex(sources),
        rows=row_cards(dataset, found),
        other=_other(found, selection),
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


def _other(found: Evidence, selection: Selection) -> OtherSeries | None:
    """The series that could stand in front instead, where output is told by more than one."""
    if selection.series is not None and selection.series == found.series:
        note = f"Figures of output are by {selection.series} wherever it tells them."
        return OtherSeries(None, "Show the preferred family", note)
    if not found.other_series:
        return None
    return OtherSeries(found.other_series[0], f"Show the other family, {found.other_series[0]}")


def _study_cards(dataset: Dataset, selection: Selection, key: str) -> tuple[SourceCard, ...]:
    """What the exports did in the months around an event, one card a series."""
    kind, _, event = key.partition(":")
    if kind != "event":
        return ()
    study = event_study_scene(dataset, selection, event)
    cards = [
        SourceCard(
            one.name,
            "before and after",
            "",
            True,
            tuple(("", words) for words in one.sentences),
            "",
            f"{one.name}: {' '.join(one.sentences)}",
        )
        for one in study.series
    ]
    if study.notes:
        told = " ".join(study.notes)
        facts = tuple(("", words) for words in study.notes)
        cards.append(SourceCard("How to read it", "", "", True, facts, "", told))
    return tuple(cards)


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
    return f"{sign}{with_unit(found.value, found.unit)}{weak_mark(found.data_class)}"


_UNIT_WORDS = {"1": "share or index", HHI_UNIT: "0 to 10,000"}


def _facts(found: Evidence) -> tuple[tuple[str, str], ...]:
    unit = "" if found.value is None else _UNIT_WORDS.get(found.unit, found.unit)
    return (
        ("Class", found.data_class.value if found.data_class else NOT_RECORDED),
        ("Confidence", found.confidence.value if found.confidence else NOT_RECORDED),
        ("Unit", unit or "words"),
        ("Years" if found.key.startswith("risk:") else "Family", found.family or "none"),
    )


_DIFFERENCES = {
    1: "Two rows, two values: both are kept",
    2: "Three rows, three values: all are kept",
    3: "Four rows, four values: all are kept",
}
_MANY_DIFFER = "Several rows, several values: all are kept"


def _difference(found: Evidence) -> str:
    others = len(found.disagreeing)
    return _DIFFERENCES.get(others, _MANY_DIFFER) if others else ""


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


def _input(one: Input) -> CardLine:
    value = "not known" if one.value is None and one.unit else ""
    if one.value is not None:
        value = f"{with_unit(one.value, one.unit)}{weak_mark(one.data_class)}"
    text = ", ".join(part for part in (value, one.note) if part)
    name = METHOD_NAMES.get(one.key.rpartition(".")[2]) or f"{one.name[:1].upper()}{one.name[1:]}"
    return CardLine(name, text, key=one.key, spoken=f"{name}: {text}")


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
