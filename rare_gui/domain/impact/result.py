"""What a run of the impact model answers: losses by sector with their spread, and why.

Plain frozen values. Not for computing them (`impact.model`) nor for words (`scenes`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.cuts import Cut
from rare_gui.domain.impact.parameters import Parameter
from rare_gui.domain.vocabulary import DataClass

NO_EXPOSURE = "no exposure"
"""The flag of a result that is zero because nothing is cut, or nothing that anybody needs."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What the draws of a figure say, in USD of the sector table's year, jobs, or a share.

    `none` is the share of the draws, 0 to 1, in which there is no loss at all.
    """

    p5: float
    p50: float
    p95: float
    none: float


class Hit(StrEnum):
    """What sets a sector's loss: lack of its own, customers that stop, or parts that are missing.

    The values are those of the answer in JSON; pictures have words of their own.
    """

    DIRECT = "direct"
    SUPPLIERS = "suppliers hurt"
    CUSTOMERS = "customers hurt"


@dataclass(frozen=True, slots=True)
class SectorLoss:
    """What one sector loses over the run, in USD of the sector table's year.

    `direct` is lost for want of the material, `upstream` because customers stop, `downstream`
    because parts are missing; `output` takes the larger of the last two, never their sum.
    `share_of_output` is of the output of the time that the run covers, a year at least.
    `first_loss_week` is at the middles, None where no week loses 0.1 % of output. `binding` is the
    product whose lack limits the sector, "" when the loss is only passed on. `hit` says what sets
    the loss in most draws. `paths` are the largest supply paths: sectors from the cause to this
    one, and the share of the loss that came along. `data_class` is that of the weakest input.
    """

    sector: str
    name: str
    direct: Spread
    upstream: Spread
    downstream: Spread
    output: Spread
    value_added: Spread
    jobs: Spread | None
    share_of_output: Spread
    first_loss_week: int | None
    binding: str
    hit: Hit
    paths: tuple[tuple[tuple[str, ...], float], ...]
    why: tuple[str, ...]
    data_class: DataClass


@dataclass(frozen=True, slots=True)
class NotSized:
    """A material that is cut and whose harm the tables cannot carry, with the table that lacks."""

    material: str
    reason: str


@dataclass(frozen=True, slots=True)
class Step:
    """One bar of the waterfall, value added in USD at the middles.

    In order: exposed, other suppliers, stocks, substitution, direct, suppliers hurt, customers
    hurt, net loss. What softens the blow is negative. One of three mitigations spares what the ones
    before it left over, or, free of order, its mean over all orders (Shapley's value).
    """

    what: str
    value: float


@dataclass(frozen=True, slots=True)
class Influence:
    """How strongly an assumption moves the total: Spearman's rank correlation, -1 to 1."""

    key: str
    what: str
    correlation: float


@dataclass(frozen=True, slots=True)
class Impact:
    """The answer to one case.

    `sectors` are those with a loss or an exposure, largest median value added first, ties by
    name. `heat` gives (sector, material, direct value added at P50 if that material alone were
    cut, USD). `weekly` gives per week P5, P50, P95 of the direct value added lost, USD.
    `undecided` are neighbours in the ranking whose order fewer than 90 % of the draws agree on.
    `price_ratio` gives (product, price over the price before) at the middles; it is shown beside
    the losses and never added to them. `order_free` is the waterfall free of order. The P50 of
    parts do not add up to the P50 of the whole.
    """

    case: ImpactCase
    as_of: date
    origin: str
    destination: str
    draws: int
    seed: int
    output: Spread
    value_added: Spread
    jobs: Spread | None
    sectors: tuple[SectorLoss, ...]
    heat: tuple[tuple[str, str, float], ...]
    weekly: tuple[tuple[float, float, float], ...]
    waterfall: tuple[Step, ...]
    order_free: tuple[Step, ...]
    tornado: tuple[Influence, ...]
    undecided: tuple[tuple[str, str], ...]
    cuts: tuple[Cut, ...]
    parameters: tuple[Parameter, ...]
    not_sized: tuple[NotSized, ...]
    price_ratio: tuple[tuple[str, float], ...]
    data_class: DataClass
    flags: tuple[str, ...]
