"""The normal distribution function against scipy's."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import erfc as scipy_erfc
from scipy.special import ndtr

from rare_gui.domain.impact.normal import erfc, phi


def test_that_phi_is_scipys_to_1e_12() -> None:
    x = np.concatenate([np.linspace(-12, 12, 200_003), [-np.inf, np.inf, -1e300, 1e300, 0.0]])
    assert np.abs(phi(x) - ndtr(x)).max() < 1e-12


def test_that_erfc_is_scipys_far_out_as_well() -> None:
    x = np.linspace(-6, 25, 10_001)
    np.testing.assert_allclose(erfc(x), scipy_erfc(x), rtol=2e-13)


def test_that_the_result_may_take_the_place_of_the_argument() -> None:
    x = np.linspace(-3, 3, 12).reshape(3, 4)
    kept = x.copy()
    given_back = phi(x, out=x)
    assert given_back is x
    np.testing.assert_array_equal(x, phi(kept))


def test_that_an_argument_that_is_not_the_result_stays_as_it_was() -> None:
    x = np.array([-20.0, 0.3, 20.0])
    phi(x)
    assert x.tolist() == [-20.0, 0.3, 20.0]


@given(st.floats(-40, 40))
def test_that_both_tails_sum_to_one(x: float) -> None:
    assert abs(phi(np.array([x]))[0] + phi(np.array([-x]))[0] - 1) < 1e-12


@given(st.floats(-9, 9), st.floats(1e-9, 3))
def test_that_phi_never_falls(x: float, more: float) -> None:
    low, high = phi(np.array([x, x + more]))
    assert high >= low - 1e-12
