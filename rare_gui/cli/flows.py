"""`rare-gui flows`: China's monthly exports, raw against finished, as data and as text."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from rare_gui.cli.failures import damage_line, problem_counts
from rare_gui.cli.supposing import say_supposed, supposed_key
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.flows import FlowPoint, FlowSeries, export_series
from rare_gui.domain.names import Names
from rare_gui.domain.risk.figures import NotComputed
from rare_gui.domain.shortfall import (
    Baseline,
    Restricted,
    Shortfall,
    baseline,
    missing_months,
    restricted_since,
    shortfall,
)
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.flow_words import month_words, tonnes_words
from rare_gui.scenes.wording import day_words, opened

UNIT, BASIS = "t", "gross weight"


def answer(dataset: Dataset, material: str | None) -> dict[str, Any]:
    """The answer in the documented JSON shape, of one material or of all in `materials`.

    A month without a figure is in `missing` and has no point; what is not computed is null, with
    the reason in `not_computed`.
    """
    foot = {
        "data_through": dataset.data_through.isoformat(),
        "problems": problem_counts(dataset),
        **supposed_key(dataset),
    }
    if material is not None:
        return {**_of_material(dataset, material), **foot}
    return {"materials": [_of_material(dataset, one) for one in dataset.material_names], **foot}


def show(found: dict[str, Any], names: Names, *, as_json: bool) -> None:
    """Print the answer."""
    if as_json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
        return
    say_supposed(found.get("scenario"))
    for one in found.get("materials", [found]):
        print(f"{names.material_names[one['material']]}:")
        for series in one["series"]:
            print(f"    {_series_words(series)}")
            print(f"        {_shortfall_words(one, series['id'])}")
        if not one["series"]:
            print("    no monthly exports in these data")
    print(f"China's exports to the world; policy data to {found['data_through']}.")
    if line := damage_line(found["problems"]):
        print(line)


def _of_material(dataset: Dataset, material: str) -> dict[str, Any]:
    series = export_series(dataset, material)
    held = restricted_since(dataset, material, series, dataset.data_through)
    before: dict[str, Baseline | NotComputed] = {}
    since: dict[str, Shortfall | NotComputed] = {}
    for one in series:
        made = held if isinstance(held, NotComputed) else baseline(one, held.since)
        before[one.commodity] = made
        since[one.commodity] = made if isinstance(made, NotComputed) else shortfall(one, made)
    known = held if isinstance(held, Restricted) else None
    return {
        "material": material,
        "series": [_series(one) for one in series],
        "restricted_since": known.since.isoformat() if known else None,
        "restricted_state": known.state.value if known else None,
        "baseline": {key: _baseline(one) for key, one in before.items()},
        "shortfall": {key: _shortfall(one) for key, one in since.items()},
        "not_computed": str(held) if isinstance(held, NotComputed) else None,
    }


def _series(series: FlowSeries) -> dict[str, Any]:
    forms = [form.value for form in series.forms]
    return {
        "id": series.commodity,
        "kind": series.kind.value,
        "form": ";".join(forms) or None,
        "unit": UNIT,
        "basis": BASIS,
        "coverage": series.coverage,
        "materials": list(series.materials),
        "points": [_point(point) for point in series.points],
        "missing": [f"{month:%Y-%m}" for month in missing_months(series)],
    }


def _point(point: FlowPoint) -> dict[str, Any]:
    return {
        "month": point.label,
        "value": point.tonnes,
        "derived": point.data_class is not DataClass.PUBLISHED,
        "basis": point.basis,
        "sources": list(point.sources),
    }


def _baseline(made: Baseline | NotComputed) -> dict[str, Any]:
    if isinstance(made, NotComputed):
        return {"value": None, "not_computed": str(made)}
    return {
        "value": made.mean,
        "unit": f"{UNIT} a month",
        "from": f"{made.start:%Y-%m}",
        "until": f"{made.end:%Y-%m}",
        "months_known": made.known,
        "data_class": made.data_class.value,
        "sources": list(made.sources),
    }


def _shortfall(made: Shortfall | NotComputed) -> dict[str, Any]:
    if isinstance(made, NotComputed):
        return {"value": None, "not_computed": str(made)}
    return {
        "value": made.tonnes,
        "unit": UNIT,
        "share": made.share,
        "from": f"{made.start:%Y-%m}",
        "until": f"{made.end:%Y-%m}",
        "months_known": made.known,
        "months": made.months,
        "data_class": made.data_class.value,
        "sources": list(made.sources),
    }


def _series_words(series: dict[str, Any]) -> str:
    points = series["points"]
    last = points[-1]
    month = month_words(date.fromisoformat(f"{last['month']}-01"))
    gaps = f", {len(series['missing'])} months without a figure" if series["missing"] else ""
    name = opened(series["id"].replace("-", " "))
    return (
        f"{series['kind']}: {name} ({series['coverage']}), {len(points)} months{gaps}; "
        f"last {month}: {tonnes_words(last['value'])}"
    )


def _shortfall_words(one: dict[str, Any], series: str) -> str:
    made = one["shortfall"][series]
    if made["value"] is None:
        return f"shortfall {made['not_computed']}"
    since = day_words(date.fromisoformat(one["restricted_since"]))
    less = "less" if made["value"] >= 0 else "more"
    return (
        f"restricted since {since}: {tonnes_words(abs(made['value']))} "
        f"({abs(100 * made['share']):.0f} %) {less} than the year before's mean, "
        f"{made['months_known']} of {made['months']} months known"
    )
