"""Rows about the law that the checks left out, with the goods that they may concern.

Not for the checks themselves: `intake.row_checks` finds which rows are not sound.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rare_gui.domain.damage import LostRow
from rare_gui.domain.law import CONDITION_EFFECT, DUAL_USE
from rare_gui.domain.rows import rows
from rare_gui.domain.vocabulary import ALL_FORMS, STRENGTH, LegalState, MeasureKind, SupplyForm
from rare_gui.intake.row_checks import place

if TYPE_CHECKING:
    import pandas as pd

    Row = Mapping[str, Any]

LAW_TABLES = ("measures", "measure_scope", "status_changes", "material_groups")
"""The tables whose rows decide a legal state."""


def lost_rows(
    texts: Mapping[str, pd.DataFrame], unsound: Mapping[str, Mapping[int, str]]
) -> tuple[LostRow, ...]:
    """The rows left out of the tables of the law, save those that can set no state.

    `texts` are the tables as text, `unsound` why a row (0 is the first) of a table is left out.
    """
    found = []
    for table in LAW_TABLES:
        for number, what in sorted(unsound.get(table, {}).items()):
            row = next(rows(texts[table].iloc[[number]]))
            lost = _lost(table, row, place(table, number), what, texts)
            if lost is not None:
                found.append(lost)
    return tuple(found)


def _lost(
    table: str, row: Row, where: str, what: str, texts: Mapping[str, pd.DataFrame]
) -> LostRow | None:
    if table == "material_groups":
        return LostRow(where, what, materials=_slugs([row["material"]], texts) or frozenset())
    measure = _measure(row["measure"], texts)
    scope = [row] if table == "measure_scope" else _scope(row["measure"], texts)
    if not _can_set_a_state(measure, scope):
        return None
    materials = _slugs([one["material"] for one in scope], texts)
    if materials is None:
        return None
    form = row["form"] if table == "measure_scope" else ""
    return LostRow(
        where,
        what,
        jurisdiction=_known(measure.get("jurisdiction", ""), "countries", "country", texts),
        target_country=measure.get("target_country", ""),
        materials=materials,
        form=form if form in (*SupplyForm, ALL_FORMS) else "",
        effect=None if table == "status_changes" else _strongest(measure, scope),
    )


def _can_set_a_state(measure: Row, scope: list[Row]) -> bool:
    """False for tariffs, subsidies and the like, unless a scope row gives a state of its own."""
    kind = measure.get("kind", "")
    known = kind in set(MeasureKind)
    return not known or kind in CONDITION_EFFECT or any(row["effect"] for row in scope)


def _strongest(measure: Row, scope: list[Row]) -> LegalState | None:
    """The strongest state that the rows give, None where one of them does not say."""
    kind = measure.get("kind", "")
    of_kind = CONDITION_EFFECT.get(MeasureKind(kind)) if kind in set(MeasureKind) else None
    given = {LegalState(r["effect"]) if r["effect"] in STRENGTH else of_kind for r in scope}
    told = [effect for effect in given if effect is not None]
    return max(told, key=STRENGTH.__getitem__) if told and None not in given else None


def _slugs(named: list[str], texts: Mapping[str, pd.DataFrame]) -> frozenset[str] | None:
    """The materials and groups named; empty when any may be meant, None when surely none is."""
    groups = {*texts["material_groups"]["group"]}
    goods = {*texts["materials"]["material"], *groups}
    wider = {*texts["wider_classes"]["wider_class"]} if "wider_classes" in texts else set()
    if not named or any(slug == DUAL_USE or slug not in goods | wider for slug in named):
        return frozenset()
    return frozenset(named) & goods or None


def _measure(name: str, texts: Mapping[str, pd.DataFrame]) -> Row:
    frame = texts["measures"]
    return next(rows(frame[frame["measure"] == name]), {})


def _scope(name: str, texts: Mapping[str, pd.DataFrame]) -> list[Row]:
    frame = texts["measure_scope"]
    return list(rows(frame[frame["measure"] == name]))


def _known(value: str, table: str, column: str, texts: Mapping[str, pd.DataFrame]) -> str:
    return value if value in set(texts[table][column]) else ""
