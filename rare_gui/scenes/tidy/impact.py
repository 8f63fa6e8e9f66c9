"""The observations of losses by sector and of the charts beside them, with what they rest on.

A loss is a result of the model. It traces to the row of its sector and to the measures behind the
cuts; the cuts and assumptions follow it as rows of their own. Not for running the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.rows import numbered
from rare_gui.domain.impact.result import Impact, SectorLoss, Spread
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.tidy.impact_inputs import input_rows
from rare_gui.scenes.tidy.observation import Observation, Presence
from rare_gui.scenes.tidy.rows import lines, sources_in

NOT_SIZED_HERE = "Losses by sector were not computed for this picture."
ALL_SECTORS = ("all-sectors", "All sectors")
_USD, _JOBS, _SHARE = "USD", "jobs", "1"


class _Told:
    """What every result of one run rests on."""

    def __init__(self, dataset: Dataset, impact: Impact) -> None:
        self.dataset, self.impact = dataset, impact
        self.has_draws = impact.draws > 1
        drawn = f"P50 of {impact.draws} draws, seed {impact.seed}"
        self.basis = f"model, {drawn if self.has_draws else 'at the middles'}"
        law = dataset.law.measures
        self.measures = tuple(dict.fromkeys(m for cut in impact.cuts for m in cut.measures))
        self.rows = tuple(
            row for one in self.measures for row in lines(dataset, "measures", "measure", one)
        )
        ids = (source for one in self.measures if one in law for source in law[one].sources)
        self.sources = tuple(dict.fromkeys(ids))

    def result(
        self,
        kind: str,
        subject: tuple[str, str],
        part: str,
        value: float | None,
        unit: str,
        data_class: DataClass,
        *,
        bounds: tuple[float, float] | None = None,
        basis: str = "",
        note: str = "",
    ) -> Observation:
        """A number of the run; `subject` is an id with its name."""
        sector = numbered(self.dataset, "sectors", "sector", subject[0])
        known = value is not None
        return Observation(
            kind=kind,
            subject=subject[0],
            name=subject[1],
            part=part,
            value=value,
            low=bounds[0] if bounds and self.has_draws else None,
            high=bounds[1] if bounds and self.has_draws else None,
            unit=unit,
            presence=Presence.OBSERVED if known else Presence.MISSING,
            data_class=data_class.value,
            basis=basis or self.basis,
            sources=tuple(dict.fromkeys((*sources_in(sector), *self.sources))),
            rows=(*(f"sectors:{line}" for line, _ in sector), *self.rows) or _first_input(self),
            note=note,
        )


def impact_rows(
    dataset: Dataset, impact: Impact | None, *, order_free: bool = False
) -> Iterator[Observation]:
    """Losses in the whole and by sector, what is not sized, the charts, the cuts and assumptions.

    With `order_free` the steps of the waterfall are the means over all orders. Without a result
    one row says so.
    """
    if impact is None:
        yield _NONE
        return
    told = _Told(dataset, impact)
    yield from _total(told)
    yield from _losses(told)
    for chart in _CHARTS.values():
        yield from chart(told, order_free)
    yield from input_rows(dataset, impact)


def chart_rows(
    dataset: Dataset, impact: Impact | None, chart: str, *, order_free: bool = False
) -> Iterator[Observation]:
    """One chart under the loss in the whole, with the cuts and assumptions behind it.

    Raises KeyError for a chart that there is not.
    """
    if impact is None:
        yield _NONE
        return
    told = _Told(dataset, impact)
    yield from _total(told)
    yield from _CHARTS[chart](told, order_free)
    yield from input_rows(dataset, impact)


_NONE = Observation("loss", *ALL_SECTORS, presence=Presence.NOT_COMPUTED, note=NOT_SIZED_HERE)


def _total(told: _Told) -> Iterator[Observation]:
    impact = told.impact
    for part, spread, unit in (
        ("value added", impact.value_added, _USD),
        ("output", impact.output, _USD),
        ("jobs", impact.jobs, _JOBS),
    ):
        yield _loss(told, ALL_SECTORS, part, spread, unit, impact.data_class)


def _losses(told: _Told) -> Iterator[Observation]:
    impact, names = told.impact, told.dataset.material_names
    for sector in impact.sectors:
        yield from _sector(told, sector)
    for one in impact.not_sized:
        yield Observation(
            "loss", one.material, names.get(one.material, one.material),
            presence=Presence.NOT_COMPUTED, note=one.reason,
        )  # fmt: skip


def _sector(told: _Told, one: SectorLoss) -> Iterator[Observation]:
    for part, spread, unit in (
        ("value added", one.value_added, _USD),
        ("output", one.output, _USD),
        ("output, direct", one.direct, _USD),
        ("jobs", one.jobs, _JOBS),
        ("share of output", one.share_of_output, _SHARE),
    ):
        yield _loss(told, (one.sector, one.name), part, spread, unit, one.data_class)


def _loss(
    told: _Told,
    subject: tuple[str, str],
    part: str,
    spread: Spread | None,
    unit: str,
    data_class: DataClass,
) -> Observation:
    if spread is None:
        return told.result("loss", subject, part, None, unit, data_class, note="not known")
    none = f"no loss in {100 * spread.none:.0f} % of the draws" if spread.none else ""
    bounds = (spread.p5, spread.p95)
    return told.result(
        "loss", subject, part, spread.p50, unit, data_class, bounds=bounds, note=none
    )


def _waterfall(told: _Told, order_free: bool) -> Iterator[Observation]:
    impact = told.impact
    basis = "model, mean over all orders" if order_free else "model, at the middles"
    for step in impact.order_free if order_free else impact.waterfall:
        yield told.result(
            "waterfall", ALL_SECTORS, step.what, step.value, _USD, impact.data_class,
            basis=basis, note="value added; what softens the blow is negative",
        )  # fmt: skip


def _weeks(told: _Told, _order_free: bool) -> Iterator[Observation]:
    """Weeks count from the start of the cut, as on the axis of the curve: the first is 0."""
    for week, (low, middle, high) in enumerate(told.impact.weekly):
        yield told.result(
            "weekly_loss", ALL_SECTORS, f"week {week}", middle, _USD, told.impact.data_class,
            bounds=(low, high), note="direct value added",
        )  # fmt: skip


def _influences(told: _Told, _order_free: bool) -> Iterator[Observation]:
    impact = told.impact
    for one in impact.tornado:
        yield told.result(
            "influence", (one.key, one.what), "rank correlation with the total", one.correlation,
            _SHARE, impact.data_class, basis=f"Spearman over {impact.draws} draws",
        )  # fmt: skip


def _heat(told: _Told, _order_free: bool) -> Iterator[Observation]:
    names = told.dataset.material_names
    sectors = {one.sector: one.name for one in told.impact.sectors}
    for sector, material, value in told.impact.heat:
        yield told.result(
            "loss_by_material", (sector, sectors.get(sector, sector)),
            names.get(material, material), value, _USD, told.impact.data_class,
            note="direct value added if this material alone were cut",
        )  # fmt: skip


_CHARTS: Mapping[str, Callable[[_Told, bool], Iterator[Observation]]] = {
    "waterfall": _waterfall,
    "weeks": _weeks,
    "influences": _influences,
    "heat": _heat,
}
"""The rows of each chart, by the kind of its picture."""


def _first_input(told: _Told) -> tuple[str, ...]:
    """Where no sector and no measure stands behind a number: the rows of the cut materials."""
    return tuple(
        row
        for material in dict.fromkeys(cut.material for cut in told.impact.cuts)
        for row in lines(told.dataset, "materials", "material", material)
    )
