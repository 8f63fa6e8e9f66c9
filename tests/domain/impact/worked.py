"""The worked examples of the model: three made-up sectors, and a made-up material on real ones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rare_gui.domain.impact.economy import Economy
from rare_gui.domain.impact.shortage import course, gap, others_supply, shortage
from rare_gui.domain.impact.stocks import loss_share

Floats = NDArray[np.float64]


def three_sectors() -> Economy:
    """Goods a and b, service c; nothing imported."""
    a = np.array([[0.10, 0.30, 0.05], [0.05, 0.10, 0.20], [0.10, 0.05, 0.10]])
    x = np.array([1000.0, 800.0, 1200.0])
    return Economy(
        sectors=("a", "b", "c"),
        names=("A", "B", "C"),
        year=2023,
        output=x,
        value_added=np.array([0.45, 0.35, 0.50]) * x,
        jobs=np.array([10.0, np.nan, 30.0]),
        coefficients=a,
        domestic=a * x,
        imported=np.zeros((3, 3)),
        goods=np.array([True, True, False]),
    )


def toy_shortage() -> Floats:
    """A cut of 60 % for 26 weeks, of which others make up to 10 points good."""
    return shortage(gap(course(0.6, 26), 0.9, 0.8), others_supply(0.10, 13.0))


@dataclass(frozen=True)
class User:
    """A user of the made-up material: route share, stock in days, dependence, substitutable."""

    sector: str
    theta: float
    stock: float
    kappa: float
    substitutable: float


USERS = (
    User("motor_vehicle_parts", 0.5, 30, 0.20, 0.05),
    User("aircraft_engines_parts", 0.6, 60, 0.10, 0.0),
    User("semiconductors", 0.3, 45, 0.02, 0.0),
    User("motors_generators", 0.8, 30, 0.40, 0.10),
)
WEEKS = 39
SHARE, SPARE, BOTTLENECK, PARTS_DAYS = 0.85, 0.08, 0.10, 30.0


def material_shortage(share: ArrayLike = SHARE, spare: ArrayLike = SPARE) -> Floats:
    """A cut of 90 % for nine months."""
    return shortage(gap(course(0.9, WEEKS), 1.0, share), others_supply(spare, 13.0))


def user_loss(
    economy: Economy,
    user: User,
    short: Floats,
    *,
    stock: ArrayLike | None = None,
    kappa: ArrayLike | None = None,
    substitutable: float | None = None,
) -> Floats:
    """Output that a user loses in the year, USD, one number per draw."""
    share = loss_share(
        user.theta * short,
        kappa=user.kappa if kappa is None else kappa,
        stock_days=user.stock if stock is None else stock,
        spread_log=0.6,
        substitutable=user.substitutable if substitutable is None else substitutable,
    )
    x = economy.output[economy.index[user.sector]]
    return np.asarray(x / 52 * share.sum(axis=-1))
