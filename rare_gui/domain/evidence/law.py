"""Evidence on the law and what happened: measures, what they cover, states, events, the truce.

The rows are facts in words; what they mean for a state is in `domain.legal_state`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.parts import Evidence, Input, Reading, unrecorded
from rare_gui.domain.evidence.rows import Numbered, number, numbered, reading
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.vocabulary import DataClass, SupplyForm


def measure(dataset: Dataset, key: str, measure_id: str) -> Evidence:
    """An act with its dated rows and what it covers."""
    found = numbered(dataset, "measures", "measure", measure_id)
    if not found:
        return unrecorded(key)
    row = found[0][1]
    dated = tuple(
        _in_words(dataset, "status_changes", pair, _change_words(pair[1]), pair[1]["basis"])
        for pair in numbered(dataset, "status_changes", "measure", measure_id)
    )
    scope = tuple(
        _in_words(dataset, "measure_scope", pair, _scope_words(pair[1]), pair[1]["codes"])
        for pair in numbered(dataset, "measure_scope", "measure", measure_id)
    )
    act = reading(
        dataset, "measures", found, unit="", locator=(row["authority"], row["instrument"]),
        text=row["title"],
    )  # fmt: skip
    return Evidence(
        key,
        row["title"],
        text=row["instrument"],
        data_class=act.data_class or DataClass.PUBLISHED,
        confidence=act.confidence,
        family=row["authority"],
        about=row["summary"],
        readings=(act, *dated, *scope),
    )


def coverage(dataset: Dataset, key: str, measure_id: str, material: str) -> Evidence:
    """What a measure says of a material: forms, conditions, control and customs codes."""
    names = dataset.law.names(material)
    readings = tuple(
        _in_words(dataset, "measure_scope", pair, _scope_words(pair[1]), pair[1]["codes"])
        for pair in numbered(dataset, "measure_scope", "measure", measure_id)
        if pair[1]["material"] in names
    )
    if not readings:
        return unrecorded(key)
    title = dataset.law.measures[measure_id].title
    return _of_words(key, f"What {title} covers", readings)


def state(
    dataset: Dataset,
    key: str,
    goods: tuple[str, SupplyForm, str, str],
    as_of: date,
    known_on: date | None,
) -> Evidence:
    """The legal state of goods (material, form, origin, destination) with the acts that set it."""
    material, form, origin, destination = goods
    if form not in dataset.law.forms(material, origin):
        return unrecorded(key, "no such form is in the data")
    run = legal_state(
        dataset.law, material, form, as_of=as_of, origin=origin, destination=destination,
        known_on=known_on,
    )  # fmt: skip
    readings: list[Reading] = []
    for item in run.deciding:
        readings += measure(dataset, "", item.measure.id).readings[:1]
        dated = numbered(dataset, "status_changes", "measure", item.measure.id)
        of_day = [pair for pair in dated if pair[1]["date"].date() == item.stretch.row.day]
        readings += [
            _in_words(dataset, "status_changes", pair, _change_words(pair[1]), pair[1]["basis"])
            for pair in of_day[-1:]
        ]
    name = dataset.material_names[material]
    return Evidence(
        key,
        f"State of {name}, {form.value}",
        text=run.state.value.replace("_", " "),
        data_class=DataClass.DERIVED,
        family="" if run.basis is None else run.basis.value.replace("_", " "),
        about="Computed from the dated rows of the measures; the strongest one in force decides.",
        readings=tuple(readings),
        inputs=tuple(
            Input(
                item.measure.title,
                None,
                "",
                None,
                item.status.value.replace("_", " "),
                f"lane:{item.measure.id}",
            )
            for item in run.considered
        ),
        formula="state = the strongest of what the measures in force give",
    )


def event(dataset: Dataset, key: str, event_id: str) -> Evidence:
    """What happened, with its row."""
    found = numbered(dataset, "events", "event", event_id)
    if not found:
        return unrecorded(key)
    row = found[0][1]
    words = (_span(row, "date", "end_date"), row["countries"])
    told = reading(dataset, "events", found, unit="", locator=words, text=row["title"])
    return Evidence(
        key,
        row["title"],
        text=_span(row, "date", "end_date"),
        data_class=DataClass.PUBLISHED,
        confidence=told.confidence,
        family=row["category"],
        about=row["summary"],
        readings=(told,),
    )


def truce_step(dataset: Dataset, key: str, step: str) -> Evidence:
    """A step of the truce with the two ends that its texts give."""
    found = numbered(dataset, "truce_steps", "step", step)
    if not found:
        return unrecorded(key)
    row = found[0][1]
    words = _span(row, "start", "end")
    told = reading(dataset, "truce_steps", found, unit="", locator=(words,), text=row["what"])
    return _of_words(key, row["what"], (told,))


def promise(dataset: Dataset, key: str, commitment: str, day: str = "") -> Evidence:
    """A promise of the truce texts, the facts on it and its verdicts.

    With a `day` (YYYY-MM-DD) the facts of that day come first, and are what the figure is.
    """
    found = numbered(dataset, "commitments", "commitment", commitment)
    if not found:
        return unrecorded(key)
    row = found[0][1]
    told = _in_words(dataset, "commitments", found[0], row["promise"], row["agreement"])
    facts = [
        (_day(pair[1]["date"]), _fact(dataset, pair))
        for pair in numbered(dataset, "commitment_evidence", "commitment", commitment)
    ]
    verdicts = [
        _in_words(dataset, "commitment_verdicts", pair, pair[1]["reason"], _day(pair[1]["as_of"]))
        for pair in numbered(dataset, "commitment_verdicts", "commitment", commitment)
    ]
    if not day:
        return _of_words(key, row["promise"], (told, *(one for _, one in facts), *verdicts))
    asked = tuple(one for when, one in facts if when == day)
    if not asked:
        return unrecorded(key)
    made = _of_words(key, row["promise"], (*asked, told))
    first = asked[0]
    return replace(made, value=first.value, unit=first.unit, about=first.text)


def _fact(dataset: Dataset, pair: Numbered) -> Reading:
    """A dated fact on a promise, with the figure that it may hold."""
    row = pair[1]
    return reading(
        dataset, "commitment_evidence", [pair], locator=(_day(row["date"]), row["metric"]),
        value=number(row["value"]), text=row["what"], basis=row["metric"],
    )  # fmt: skip


def _of_words(key: str, title: str, readings: tuple[Reading, ...]) -> Evidence:
    first = readings[0]
    return Evidence(
        key,
        title,
        text=first.text,
        data_class=first.data_class or DataClass.PUBLISHED,
        confidence=first.confidence,
        readings=readings,
    )


def _in_words(
    dataset: Dataset, table: str, pair: Numbered, text: str, locator: object = ""
) -> Reading:
    return reading(dataset, table, [pair], unit="", locator=(locator,), text=text)


def _change_words(row: dict[str, object]) -> str:
    words = f"{_day(row['date'])}: {str(row['status']).replace('_', ' ')}"
    until, legal = _day(row["until"]), _day(row["until_in_legal_text"])
    words += f" until {until}" if until else ""
    words += f" ({legal} in the legal text)" if legal and legal != until else ""
    return words + (", in part" if row["partial"] else "")


def _scope_words(row: dict[str, object]) -> str:
    words = f"{row['material']}, {row['form']}"
    words += f", only if {row['only_if']}" if row["only_if"] else ""
    return words + (f": {str(row['effect']).replace('_', ' ')}" if row["effect"] else "")


def _span(row: dict[str, object], first: str, last: str) -> str:
    ends = _day(row[last])
    return f"{_day(row[first])} to {ends}" if ends else _day(row[first])


def _day(stamp: object) -> str:
    """An ISO day; empty for none (NaT is the only value unequal to itself)."""
    return "" if stamp is None or stamp != stamp else stamp.date().isoformat()  # type: ignore[attr-defined]
