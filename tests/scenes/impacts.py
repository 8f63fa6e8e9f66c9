"""A hand-made result of the impact model for the tests of scenes, figures and panels; no facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.cuts import Cut
from rare_gui.domain.impact.parameters import Parameter
from rare_gui.domain.impact.ranges import Range
from rare_gui.domain.impact.result import (
    Hit,
    Impact,
    Influence,
    NotSized,
    SectorLoss,
    Spread,
    Step,
)
from rare_gui.domain.vocabulary import DataClass, SupplyForm

DAY = date(2026, 11, 23)
NOTHING = Spread(0.0, 0.0, 0.0, 1.0)


def spread(p50: float, width: float = 0.5, none: float = 0.0) -> Spread:
    """A spread around a P50."""
    return Spread(p50 * (1 - width), p50, p50 * (1 + width), none)


def sector(
    slug: str,
    name: str,
    p50: float,
    *,
    direct: float = 0.0,
    share: float = 0.01,
    jobs: float | None = None,
    width: float = 0.5,
) -> SectorLoss:
    """A sector whose value added is a third of its output; `p50` and `direct` are value added."""
    return SectorLoss(
        sector=slug,
        name=name,
        direct=spread(3 * direct, width),
        upstream=spread(3 * (p50 - direct), width),
        downstream=NOTHING,
        output=spread(3 * p50, width),
        value_added=spread(p50, width),
        jobs=None if jobs is None else spread(jobs, width),
        share_of_output=spread(share, width),
        first_loss_week=7 if direct else None,
        binding="ndfeb-magnets" if direct else "",
        hit=Hit.DIRECT if direct else Hit.SUPPLIERS,
        paths=((("motor_vehicles", slug), 0.6),) if not direct else (((slug,), 1.0),),
        why=("90 % of the output needs NdFeB magnets.",) if direct else (),
        data_class=DataClass.JUDGEMENT,
    )


SECTORS = (
    sector("motor_vehicles", "Motor vehicle assembly (cars, light trucks)", 8e9, direct=6e9,
           share=0.08, jobs=12_345.0),
    sector("wholesale_trade", "Wholesale trade", 3e9, share=0.002),
    sector("aircraft", "Aircraft manufacturing (civil and military)", 2.5e9, direct=2e9,
           share=0.03, jobs=4_000.0),
    sector("audio_video", "Audio and video equipment", 4e7, direct=4e7, share=0.1),
)  # fmt: skip


def parameter(key: str, what: str, group: str, mid: float, unit: str = "share") -> Parameter:
    """An unchanged judgement between half and the whole of a share, or around a number."""
    values = Range(mid * 0.5, mid, min(mid * 1.5, 1.0) if unit == "share" else mid * 1.5)
    return Parameter(key, what, group, values, unit, DataClass.JUDGEMENT, ("judgement",), values)


PARAMETERS = (
    parameter("cut.licence_delay", "Held back by slow licences", "Cut", 0.25),
    parameter("supply.dysprosium.metal.nir", "Net import reliance, Dysprosium metal",
              "Supply", 1.0),
    parameter("kappa.ndfeb-magnets.motor_vehicles",
              "Output that needs NdFeB magnets, Motor vehicle assembly (cars, light trucks)",
              "Dependence", 0.6),
    parameter("stock.motor_vehicles", "Stock, Motor vehicle assembly", "Stocks", 30.0, "days"),
    parameter("model.leakage", "Leakage: re-routed or let through", "Model", 0.05),
)  # fmt: skip


def impact() -> Impact:
    """Four sectors, two materials that are cut and sized, one that is not."""
    delay = PARAMETERS[0].values
    cuts = tuple(
        Cut(material, form, delay, 26, "world", ("cn-2025-18-seven-ree",), "licence required",
            "cut.licence_delay")
        for material in ("dysprosium", "terbium", "lutetium")
        for form in (SupplyForm.METAL, SupplyForm.MAGNET)
    )  # fmt: skip
    weeks = tuple(
        (1e7 * week, 2e7 * week, 4e7 * week) if week < 26 else (0.0, 0.0, 0.0)
        for week in range(104)
    )
    return Impact(
        case=ImpactCase("slow-licences"),
        as_of=DAY,
        origin="CN",
        destination="US",
        draws=2000,
        seed=1,
        output=spread(40e9),
        value_added=spread(13.4e9, none=0.03),
        jobs=spread(16_400.0),
        sectors=SECTORS,
        heat=(
            ("motor_vehicles", "dysprosium", 6e9), ("motor_vehicles", "terbium", 3e9),
            ("aircraft", "dysprosium", 2e9), ("aircraft", "terbium", 0.0),
            ("audio_video", "dysprosium", 4e7),
        ),
        weekly=weeks,
        waterfall=(
            Step("exposed", 20e9), Step("other suppliers", -3e9), Step("stocks", -8e9),
            Step("substitution", -0.96e9), Step("direct", 8.04e9), Step("suppliers hurt", 5e9),
            Step("customers hurt", 0.5e9), Step("net loss", 13.54e9),
        ),
        order_free=(
            Step("exposed", 20e9), Step("other suppliers", -2e9), Step("stocks", -8.5e9),
            Step("substitution", -1.46e9), Step("direct", 8.04e9), Step("suppliers hurt", 5e9),
            Step("customers hurt", 0.5e9), Step("net loss", 13.54e9),
        ),
        tornado=(
            Influence("cut.licence_delay", "Held back by slow licences", 0.77),
            Influence("stock.motor_vehicles", "Stock, Motor vehicle assembly", -0.41),
        ),
        undecided=(("wholesale_trade", "aircraft"),),
        cuts=cuts,
        parameters=PARAMETERS,
        not_sized=(NotSized("lutetium", "no sector in the table of dependences needs it"),),
        price_ratio=(("dysprosium", 2.44),),
        data_class=DataClass.JUDGEMENT,
        flags=("Finished goods imported with the material inside are not counted.",),
    )  # fmt: skip


def at_the_middles() -> Impact:
    """The same with one draw: no spread, no verdict, no correlation."""

    def point(one: Spread | None) -> Spread | None:
        return one and Spread(one.p50, one.p50, one.p50, 0.0)

    whole = impact()
    sectors = tuple(
        replace(one, **{field: point(getattr(one, field)) for field in _SPREADS})
        for one in whole.sectors
    )
    return replace(whole, draws=1, sectors=sectors, tornado=(), undecided=(),
                   value_added=point(whole.value_added))  # fmt: skip


_SPREADS = ("direct", "upstream", "downstream", "output", "value_added", "jobs", "share_of_output")
