"""Whether the lines of a what-if can be meant: known to the data, and not against each other.

Every ScenarioError names its lines by number and says what they suppose.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from itertools import combinations

from rare_gui.domain.assumptions import (
    Assumption,
    Extended,
    Freed,
    Granted,
    Lapses,
    Listed,
    Prolonged,
    ScenarioError,
    written,
)
from rare_gui.domain.law import CONDITION_EFFECT, EVERYONE, Law
from rare_gui.domain.names import nearest
from rare_gui.domain.suppositions import covers, goods_of, members, pause_of
from rare_gui.domain.vocabulary import SupplyForm

_Goods = dict[str, tuple[SupplyForm, ...]]


def check(law: Law, lines: Sequence[Assumption]) -> None:
    """Raise ScenarioError for the first line, or pair of lines, that cannot be meant."""
    for number, line in enumerate(lines, 1):
        try:
            _check_line(law, line)
        except ScenarioError as error:
            raise ScenarioError(f"line {number}: {error}", number) from None
    goods = [_goods(law, line) for line in lines]
    for (first, one), (second, other) in combinations(enumerate(lines), 2):
        reason = _against(law, one, other, goods[first], goods[second])
        if reason:
            raise ScenarioError(
                f"line {first + 1} ({told(one)}) and line {second + 1} ({told(other)}) "
                f"contradict each other: {reason}",
                first + 1,
                second + 1,
            )


def told(line: Assumption) -> str:
    """A line in the words of its file, short: "lapses cn-2025-57-five-ree 2027-01-10"."""
    values = written(line).values()
    return " ".join("/".join(v) if isinstance(v, tuple) else str(v) for v in values)


def _check_line(law: Law, line: Assumption) -> None:
    if isinstance(line, Lapses | Prolonged | Extended):
        _known("measure", line.measure, law.measures)
    match line:
        case Lapses():
            pause = pause_of(law, law.measures[line.measure])
            if not pause.since < line.day <= (pause.until or date.max):
                raise ScenarioError(
                    f"the suspension of {line.measure} runs from {pause.since} to {pause.until}; "
                    f"it cannot lapse on {line.day}"
                )
        case Prolonged():
            pause = pause_of(law, law.measures[line.measure])
            if pause.until is not None and line.until <= pause.until:
                raise ScenarioError(
                    f"{line.measure} is suspended to {pause.until} already; "
                    f"{line.until} does not prolong it"
                )
        case Extended():
            _check_extension(law, line)
        case _:
            _check_goods(law, line)


def _check_extension(law: Law, line: Extended) -> None:
    measure = law.measures[line.measure]
    _check_country(law, line.destination)
    if measure.kind not in CONDITION_EFFECT and not any(row.effect for row in measure.scope):
        raise ScenarioError(f"{measure.id} limits no exports; it cannot be extended")
    if covers(law, measure.target_country, line.destination, EVERYONE):
        raise ScenarioError(f"{measure.id} reaches {line.destination} already")
    if line.destination == measure.jurisdiction:
        raise ScenarioError(f"{measure.id} is a measure of {line.destination} itself")


def _check_goods(law: Law, line: Listed | Freed | Granted) -> None:
    groups = {group for names in law.groups_of.values() for group in names}
    _known("material", line.material, {*law.named_forms, *groups})
    _check_country(law, line.origin)
    _check_country(law, line.destination)
    if line.origin == EVERYONE:
        raise ScenarioError("an origin is one country, not ALL")
    if line.origin == line.destination:
        raise ScenarioError(f"origin and destination are both {line.origin}")
    if isinstance(line, Listed) and line.like:
        _known("measure", line.like, law.measures)
        model = law.measures[line.like]
        if model.jurisdiction != line.origin:
            raise ScenarioError(f"{model.id} is a measure of {model.jurisdiction}, not of its own")
        if model.kind not in CONDITION_EFFECT and not any(row.effect for row in model.scope):
            raise ScenarioError(f"{model.id} limits no exports; nothing can be listed under it")
    goods = goods_of(law, line)
    for form in line.forms:
        if not any(form in forms for forms in goods.values()):
            exist = sorted({f for one in members(law, line.material) for f in
                            law.forms(one, line.origin)})  # fmt: skip
            raise ScenarioError(
                f"there is no {line.material} {form} in these data; "
                f"its forms are {', '.join(exist) or 'not named'}"
            )
    if not goods:
        raise ScenarioError(f"no form of {line.material} is named in these data")


def _check_country(law: Law, code: str) -> None:
    if code != EVERYONE:
        _known("country", code, law.countries)


def _known(what: str, word: str, known: Collection[str]) -> None:
    if word in known:
        return
    by_fold = {name.casefold(): name for name in known}
    close = [by_fold[name] for name in nearest(word, by_fold)]
    hint = f"; the nearest known: {', '.join(close)}" if close else ""
    short = word if len(word) <= 40 else word[:39] + "…"
    raise ScenarioError(f"unknown {what} {short!r}{hint}")


def _goods(law: Law, line: Assumption) -> _Goods:
    if isinstance(line, Listed | Freed | Granted):
        return goods_of(law, line)
    if not isinstance(line, Extended):
        return {}
    measure = law.measures[line.measure]
    found: dict[str, set[SupplyForm]] = {}
    for row in measure.scope:
        for one in members(law, row.material):
            forms = law.forms(one, measure.jurisdiction) if row.form is None else (row.form,)
            found.setdefault(one, set()).update(forms)
    return {one: tuple(forms) for one, forms in found.items()}


def _against(law: Law, one: Assumption, other: Assumption, goods: _Goods, others: _Goods) -> str:
    """Why two lines cannot both be meant; empty if they can."""
    if one == other:
        return "they say the same"
    match one, other:
        case ((Lapses() | Prolonged()), (Lapses() | Prolonged())):
            if one.measure != other.measure:
                return ""
            if type(one) is type(other):
                return "one suspension cannot end on two days"
            return "one suspension cannot both end and go on"
        case Extended(), Extended():
            same = (one.measure, one.destination) == (other.measure, other.destination)
            return "the same extension starts on two days" if same else ""
        case Granted(), Granted():
            same = one.day == other.day and _overlap(law, one, other, goods, others)
            return "the same licences have two shares on one day" if same else ""
        case (Freed(), Listed() | Extended()):
            same = one.day == other.day and _overlap(law, one, other, goods, others)
            return "the same goods cannot be limited and freed on one day" if same else ""
        case (Listed() | Extended(), Freed()):
            return _against(law, other, one, others, goods)
        case _:
            return ""


def _overlap(law: Law, one: Assumption, other: Assumption, goods: _Goods, others: _Goods) -> bool:
    """Whether two lines speak of some of the same goods on the same way."""
    (origin, to), (other_origin, other_to) = _way(law, one), _way(law, other)
    if origin != other_origin:
        return False
    if not (covers(law, to, other_to, EVERYONE) or covers(law, other_to, to, EVERYONE)):
        return False
    return any(set(forms) & set(others.get(material, ())) for material, forms in goods.items())


def _way(law: Law, line: Assumption) -> tuple[str, str]:
    if isinstance(line, Extended):
        return law.measures[line.measure].jurisdiction, line.destination
    if isinstance(line, Listed | Freed | Granted):
        return line.origin, line.destination
    return "", ""
