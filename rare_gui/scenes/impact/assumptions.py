"""The assumptions of a result as editable rows in groups, and those that have sliders.

Not for changing them: a panel says what was typed, and the case takes it up.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from rare_gui.domain.impact.case import LONGEST_WEEKS, ImpactCase
from rare_gui.domain.impact.parameters import STOCK_FALLBACK, Parameter
from rare_gui.domain.impact.ranges import Range
from rare_gui.domain.impact.result import Impact
from rare_gui.scenes.impact.parts import Assumption, AssumptionGroup
from rare_gui.scenes.impact.words import short_name

CUT, WEEKS, LEAKAGE = "case.cut", "case.weeks", "model.leakage"
"""Keys of the first sliders; the first two are fields of the case, not parameters."""

OWN_CUT = "cut.own"
"""Key of the assumption that stands for a cut of the case itself."""

SCENARIO = "Scenario"
_YOURS = "yours"
_SLIDER_WEEKS, _SLIDER_DAYS = 104, 180.0


def controls(impact: Impact, sector: str = "") -> tuple[Assumption, ...]:
    """Cut, length and leakage, then stock and substitution of a sector, as far as they are there.

    A sector that only others hurt has no stock of what is cut.
    """
    found, keys = [*_general(impact)], _of_sector(impact, sector)
    for row in (_row(item) for item in impact.parameters if item.key in keys):
        days = row.unit == "days"
        found.append(replace(row, most=max(_SLIDER_DAYS, row.high)) if days else row)
    return tuple(found)


def _general(impact: Impact) -> tuple[Assumption, ...]:
    leakage = [_row(item) for item in impact.parameters if item.key == LEAKAGE]
    return (*_scenario(impact), *leakage)


def _of_sector(impact: Impact, sector: str) -> tuple[str, ...]:
    """Keys of the stock row that the model uses for a sector, and of the substitution beside it.

    The sector's own row, else that of the product whose lack binds it, else the general one.
    """
    told = next((one for one in impact.sectors if one.sector == sector), None)
    if told is None or not told.binding:
        return ()
    known = {item.key for item in impact.parameters}
    for owner in (sector, told.binding):
        if f"stock.{owner}" in known:
            return f"stock.{owner}", f"substitution.{owner}.most"
    return (STOCK_FALLBACK,)


def assumption_groups(impact: Impact) -> tuple[AssumptionGroup, ...]:
    """Every assumption under its heading, the scenario's first, the rest in the model's order.

    The scenario's are the preset's shares, or the user's own cut, then the length and leakage.
    """
    own = [row for row in _scenario(impact) if row.key == CUT]
    presets = [_row(p) for p in impact.parameters if p.key.startswith("cut.") and p.key != OWN_CUT]
    rows = {SCENARIO: presets or own}
    rows[SCENARIO] += [row for row in _general(impact) if row.key != CUT]
    for item in impact.parameters:
        if not item.key.startswith("cut.") and item.key != LEAKAGE:
            rows.setdefault(item.group, []).append(_row(item))
    return tuple(AssumptionGroup(name, tuple(found)) for name, found in rows.items() if found)


def _scenario(impact: Impact) -> tuple[Assumption, ...]:
    """Cut and length; for a preset whose cuts differ, the widest range and the longest time."""
    if not impact.cuts:
        return ()
    case = impact.case
    share = case.cut or Range(
        min(cut.share.low for cut in impact.cuts),
        max(cut.share.mid for cut in impact.cuts),
        max(cut.share.high for cut in impact.cuts),
    )
    weeks = float(case.weeks if case.weeks is not None else max(c.weeks for c in impact.cuts))
    yours = (_is_set(case, "cut"), _is_set(case, "weeks"))
    from_preset = "as the preset has it"
    return (
        Assumption(
            CUT, "Cut of shipments", "share", share.low, share.mid, share.high,
            0.0, 1.0, 0.01, 2, _YOURS if yours[0] else "judgement", yours[0], from_preset,
            f"Cut of shipments, share: low {share.low:.2f}, middle {share.mid:.2f}, "
            f"high {share.high:.2f}",
        ),
        Assumption(
            WEEKS, "Length", "weeks", weeks, weeks, weeks,
            0.0, float(max(_SLIDER_WEEKS, min(weeks, LONGEST_WEEKS))), 1.0, 0,
            _YOURS if yours[1] else "judgement", yours[1], from_preset,
            f"Length: {weeks:.0f} weeks",
        ),
    )  # fmt: skip


def _is_set(case: ImpactCase, field: str) -> bool:
    return getattr(case, field) is not None


@lru_cache(maxsize=2048)
def _row(item: Parameter) -> Assumption:
    values, whole = item.values, item.unit in ("weeks", "days")
    decimals = 0 if whole else 2
    least, most = _bounds(item)
    low, mid, high = (_number(v, decimals) for v in (values.low, values.mid, values.high))
    default = " to ".join(_number(v, decimals) for v in (item.default.low, item.default.high))
    source = f"sources: {', '.join(item.sources)}" if item.sources else "no source"
    said = f"{item.what}, {item.unit}: low {low}, middle {mid}, high {high}"
    before = f"the package says {_number(item.default.mid, decimals)}, {default}"
    return Assumption(
        key=item.key,
        name=short_name(item.what),
        unit=item.unit,
        low=values.low,
        mid=values.mid,
        high=values.high,
        least=least,
        most=most,
        step=1.0 if whole else 0.01,
        decimals=decimals,
        data_class=_YOURS if item.changed else item.data_class.value,
        changed=item.changed,
        default=before,
        spoken=f"{said}; {item.data_class.value}; {source}"
        + (f"; yours, {before}" if item.changed else ""),
    )


def _bounds(item: Parameter) -> tuple[float, float]:
    """What may be typed: shares 0 to 1, times from 0 on, a ratio on its own side of zero."""
    if item.unit == "share":
        return 0.0, 1.0
    if item.unit in ("weeks", "days"):
        return 0.0, 7.0 * LONGEST_WEEKS
    return (-10.0, 0.0) if item.default.high < 0 else (0.0, 10.0)


def _number(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace("-", "\u2212")
