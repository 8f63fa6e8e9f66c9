"""A person's parts list as a scene: preview with mapped columns, a row per line, lines to settle.

Not for reading files (`intake.parts.lines`) nor for asking the law (`domain.parts.check`).
"""

from __future__ import annotations

from collections.abc import Sequence

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.measure_state import horizon
from rare_gui.domain.parts.check import (
    CheckedLine,
    GoodsState,
    Question,
    Verdict,
    counted,
    spend_of,
)
from rare_gui.domain.parts.goods import Goods
from rare_gui.domain.parts.line import Field, PartsList
from rare_gui.domain.vocabulary import SupplyForm
from rare_gui.scenes.browse import URGENT_DAYS
from rare_gui.scenes.chips import chip, column_of, spoken
from rare_gui.scenes.palette import Chip, Shape
from rare_gui.scenes.parts.parts import (
    PartCell,
    PartColumn,
    PartDetail,
    PartRow,
    PartsScene,
    SettleRow,
)
from rare_gui.scenes.parts.words import (
    NO_BORDER,
    VERDICT_WORDS,
    asks_column,
    choice_words,
    doubt_words,
    goods_name,
    line_sentence,
    read_as,
    set_by,
    spend_words,
    state_word,
)
from rare_gui.scenes.places import destinations
from rare_gui.scenes.provenance import cite
from rare_gui.scenes.wording import listed

FIELD_WORDS = {
    Field.PART: "line name",
    Field.MATERIAL: "material and form",
    Field.FORM: "form",
    Field.CAS: "CAS number",
    Field.HS: "customs code",
    Field.GRAMS: "mass",
    Field.SHARE: "share",
    Field.COUNTRY: "supplier country",
    Field.SPEND: "spend",
}
_MOST_SOURCES = 8


def goods_key(goods: Goods) -> str:
    """What names a candidate: "dysprosium/metal"."""
    return f"{goods.material}/{goods.form}"


def goods_of_key(key: str) -> Goods:
    """The goods of a `goods_key`. Raises ValueError for another text."""
    material, slash, form = key.rpartition("/")
    if not slash:
        raise ValueError(f"{key!r} names no goods")
    return Goods(material, SupplyForm(form))


def parts_scene(
    dataset: Dataset,
    question: Question,
    parts: PartsList | None = None,
    checked: Sequence[CheckedLine] = (),
    picked: int | None = None,
) -> PartsScene:
    """The page; `picked` is the number of the chosen line, the first matched one if it is none."""
    names = dataset.country_names
    places = dict(destinations(dataset, question.origin))
    places |= {code: names.get(code, code) for code in question.destinations if code not in places}
    around = PartsScene(
        origin=names.get(question.origin, question.origin),
        places=tuple(places.items()),
        chosen=question.destinations,
        fields=tuple((field.value, words) for field, words in FIELD_WORDS.items()),
    )
    if parts is None:
        return around
    made = _Rows(dataset, question, places)
    rows = tuple(made.row(line) for line in checked if line.reading.doubt is None)
    settle = tuple(made.settle(line) for line in checked if line.reading.doubt is not None)
    chosen = next((line for line in checked if line.line.number == picked), None) or next(
        (line for line in checked if line.reading.doubt is None), None
    )
    by_column = {place: field for field, place in parts.mapped.items()}
    return PartsScene(
        file=parts.file,
        facts=" · ".join((f"{len(parts.lines):,} lines", *parts.facts)),
        columns=tuple(
            PartColumn(
                heading,
                by_column[place].value if place in by_column else "",
                FIELD_WORDS[by_column[place]] if place in by_column else "not used",
            )
            for place, heading in enumerate(parts.headings)
        ),
        preview=parts.rows,
        tinted=frozenset(n for n, line in enumerate(checked) if line.reading.doubt is not None),
        problems=tuple(f"{problem.where}: {problem.what}." for problem in parts.problems),
        origin=around.origin,
        places=around.places,
        chosen=around.chosen,
        fields=around.fields,
        matched=f"{len(rows):,} matched",
        to_settle=f"{len(settle):,} to settle",
        summary=_summary(checked),
        rows=rows,
        settle=settle,
        detail=made.detail(chosen) if chosen is not None else None,
    )


class _Rows:
    """Makes rows; lines with the same goods share their cells, of which there are few."""

    def __init__(self, dataset: Dataset, question: Question, places: dict[str, str]) -> None:
        self._dataset, self._question, self._places = dataset, question, places
        self._through = horizon(dataset.law, question.known_on)
        self._looks: dict[object, tuple[tuple[PartCell, ...], str, str, str]] = {}

    def row(self, line: CheckedLine) -> PartRow:
        key = line.reading.goods, line.reading.origin
        if key not in self._looks:
            cells = tuple(self._cell(state) for state in line.states)
            goods = read_as(self._dataset, line.reading.goods)
            told = "; ".join(
                f"{self._places.get(state.destination, state.destination)} {self._said(state)}"
                for state in line.states
            )
            self._looks[key] = cells, goods, set_by(line.states), told
        cells, goods, by, told = self._looks[key]
        ahead = line.next_clause
        days = (ahead - self._question.as_of).days if ahead is not None else None
        part = line.line.part or f"Line {line.line.number}"
        left = f", {days} days to the next clause" if days is not None else ""
        return PartRow(
            number=line.line.number,
            part=part,
            read_as=goods,
            cells=cells,
            set_by=by,
            days="" if days is None else str(days),
            urgent=days is not None and days <= URGENT_DAYS,
            spoken=f"{part}, {goods}: {told}{left}",
        )

    def settle(self, line: CheckedLine) -> SettleRow:
        part = line.line.part or f"Line {line.line.number}"
        text = line.line.material or "(empty)"
        problem, choice = doubt_words(self._dataset, line), choice_words(line)
        candidates = tuple(
            (goods_key(one), goods_name(self._dataset, one)) for one in line.reading.candidates
        )
        return SettleRow(
            number=line.line.number,
            part=part,
            text=text,
            problem=problem,
            choice=choice,
            candidates=candidates,
            asks_column=asks_column(line),
            spoken=f"{part}, {text}: to settle, {problem}",
        )

    def detail(self, line: CheckedLine) -> PartDetail:
        part = line.line.part or f"Line {line.line.number}"
        goods = read_as(self._dataset, line.reading.goods) or line.line.material or "(empty)"
        sources = dict.fromkeys(
            source for state in line.states if state.run is not None for source in state.run.sources
        )
        return PartDetail(
            number=line.line.number,
            title=f"{part} · {goods}",
            sentence=line_sentence(self._dataset, line, self._through),
            material=line.reading.goods[0].material if line.reading.goods else "",
            sources=cite(self._dataset, list(sources)[:_MOST_SOURCES]),
        )

    def _cell(self, state: GoodsState) -> PartCell:
        if state.run is None:
            return PartCell(Chip(Shape.DASH, "free", "", NO_BORDER), NO_BORDER)
        goods = state.goods
        name = self._dataset.material_names[goods.material]
        made = chip(name, column_of(goods.form), [(goods.form, state.run)], self._through)
        return PartCell(made, state_word(state))

    def _said(self, state: GoodsState) -> str:
        if state.run is None:
            return NO_BORDER
        name = self._dataset.material_names[state.goods.material]
        return spoken(name, state.goods.form, state.run, self._through)


def _summary(checked: Sequence[CheckedLine]) -> str:
    """Counts, and the spend of what is or could be restricted."""
    counts = counted(checked)
    told = [f"{count:,} {VERDICT_WORDS[verdict]}" for verdict, count in counts.items() if count]
    risky = (Verdict.RESTRICTED, Verdict.COULD_BE)
    spend = spend_of(line.line for line in checked if line.verdict in risky)
    money = spend_words(spend)
    if not money:
        return listed(told)
    without = f", {spend.lines_without:,} of these lines without" if spend.lines_without else ""
    return f"{listed(told)} · {money} spend restricted or in doubt{without}"
