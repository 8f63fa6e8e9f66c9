"""The answer of `rare-gui impact` in its documented JSON shape.

Not for text (`cli.impact_text`).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import Impact, SectorLoss, Spread
from rare_gui.scenes.impact.scene import LIMITS


def impact_answer(
    dataset: Dataset,
    found: Impact,
    *,
    scenario: str | None,
    known_on: date | None,
    order_free: bool = False,
) -> dict[str, Any]:
    """The answer; what is not known is None, never 0.

    `scenario` is what was asked for, None where the case is its own. With `order_free` the
    waterfall tells the mean of each step over all orders.
    """
    fall = found.order_free if order_free else found.waterfall
    return {
        "scenario": scenario or found.case.preset,
        "case": found.case.to_text(),
        "as_of": found.as_of.isoformat(),
        "known_on": known_on.isoformat() if known_on else None,
        "data_through": dataset.data_through.isoformat(),
        "origin": found.origin,
        "destination": found.destination,
        "draws": found.draws,
        "seed": found.seed,
        "total": {
            "value_added_usd": _spread(found.value_added),
            "output_usd": _spread(found.output),
            "jobs": _spread(found.jobs),
        },
        "sectors": [_sector(one) for one in found.sectors],
        "not_sized": [{"material": n.material, "reason": n.reason} for n in found.not_sized],
        "undecided": [list(pair) for pair in found.undecided],
        "cuts": [
            {
                "material": cut.material,
                "form": cut.form.value,
                "share": {"low": cut.share.low, "mid": cut.share.mid, "high": cut.share.high},
                "weeks": cut.weeks,
                "scope": cut.scope,
                "because": cut.because,
                "measures": list(cut.measures),
            }
            for cut in found.cuts
        ],
        "assumptions": [
            {
                "key": one.key,
                "what": one.what,
                "group": one.group,
                "low": one.values.low,
                "mid": one.values.mid,
                "high": one.values.high,
                "unit": one.unit,
                "data_class": one.data_class.value,
                "changed": one.changed,
                "sources": list(one.sources),
            }
            for one in found.parameters
        ],
        "waterfall_order": "free" if order_free else "as they act",
        "waterfall": [{"what": s.what, "value_added_usd": s.value} for s in fall],
        "weekly": [{"p5": low, "p50": mid, "p95": high} for low, mid, high in found.weekly],
        "tornado": [
            {"key": i.key, "what": i.what, "rank_correlation": i.correlation} for i in found.tornado
        ],
        "heat": [
            {"sector": sector, "material": material, "value_added_usd": value}
            for sector, material, value in found.heat
        ],
        "price_ratio": dict(found.price_ratio),
        "data_class": found.data_class.value,
        "flags": list(found.flags),
        "limits": LIMITS,
    }


def _spread(spread: Spread | None) -> dict[str, float] | None:
    if spread is None:
        return None
    return {"p5": spread.p5, "p50": spread.p50, "p95": spread.p95, "no_loss": spread.none}


def _sector(one: SectorLoss) -> dict[str, Any]:
    return {
        "sector": one.sector,
        "name": one.name,
        "direct_usd": _spread(one.direct),
        "upstream_usd": _spread(one.upstream),
        "downstream_usd": _spread(one.downstream),
        "output_usd": _spread(one.output),
        "value_added_usd": _spread(one.value_added),
        "jobs": _spread(one.jobs),
        "share_of_output": _spread(one.share_of_output),
        "first_loss_week": one.first_loss_week,
        "binding": one.binding or None,
        "hit": one.hit,
        "paths": [{"sectors": list(path), "share": share} for path, share in one.paths],
        "why": list(one.why),
        "data_class": one.data_class.value,
    }
