"""Why a sector loses, in short sentences, and what the numbers leave out.

The one place of the model that makes sentences: they hold the model's own figures. Not for the
panel's words (`scenes`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.direct import DirectLoss, DirectStep
from rare_gui.domain.impact.economy import Economy
from rare_gui.domain.impact.joins import COMPONENT, Chain
from rare_gui.domain.impact.parameters import STOCK_FALLBACK, Parameter
from rare_gui.domain.impact.result import Hit, SectorLoss
from rare_gui.domain.impact.shortage import WEEKS_A_YEAR, Rationing
from rare_gui.domain.impact.users import unweighed
from rare_gui.domain.impact.why import Path
from rare_gui.domain.rows import rows

FINISHED_IMPORTS = "Finished goods imported with the material inside are not counted."
STRUCTURE = "Structure of the economy of 2017, sizes of 2023, no inflation."
MADE_IN_CHINA = "Components made in China go on flowing and are not counted."
DEFENCE_SHARE = 0.05
"""Federal defence's part of a sector's output from which on the flag on defence is shown."""


def reasons(
    dataset: Dataset,
    known: Mapping[str, Parameter],
    economy: Economy,
    chains: Sequence[Chain],
    binding: str,
    hit: Hit,
    paths: Sequence[Path],
) -> tuple[str, ...]:
    """The sentences on one sector: what it needs, how it comes, its stock, or who passes it on."""
    found = [*_passed_on(economy, hit, paths)]
    for chain in sorted(chains, key=lambda one: one.product != binding):
        found += _own(dataset, known, chain)
    return tuple(found)


def _own(dataset: Dataset, known: Mapping[str, Parameter], chain: Chain) -> Iterator[str]:
    name = dataset.material_names.get(chain.product, chain.product)
    kappa = known[chain.kappa]
    low, mid, high = (_percent(x) for x in (kappa.values.low, kappa.values.mid, kappa.values.high))
    yield (f"{mid} of the output needs {name} ({low} to {high}, {kappa.data_class.value}).")
    cut = [route for route in chain.routes if route.feeds]
    if cut:
        told = ", ".join(
            f"{_percent(known[route.key].values.mid)} as {route.form.replace('_', ' ')}"
            for route in cut
        )
        yield f"Of its {name} the cut touches what comes {told}."
    stock = known[chain.stock]
    row = "general fallback" if chain.stock == STOCK_FALLBACK else chain.stock.partition(".")[2]
    yield (
        f"Median stock {stock.values.mid:g} days ({row.replace('_', ' ')}, "
        f"{stock.data_class.value})."
    )
    if chain.substitution:
        most = known[f"{chain.substitution}.most"].values.mid
        half = known[f"{chain.substitution}.half_time"].values.mid
        if most > 0:
            yield f"At most {_percent(most)} can be replaced, half of that in {half:g} weeks."


def _passed_on(economy: Economy, hit: Hit, paths: Sequence[Path]) -> Iterator[str]:
    if not paths or hit is Hit.DIRECT:
        return
    (causes, share) = paths[0]
    names = [economy.names[economy.index[one]] for one in causes]
    chain = ", ".join(names)
    if hit is Hit.SUPPLIERS:
        yield f"Sells less because {names[0]} stops: {_percent(share)} of it by way of {chain}."
    else:
        yield f"Lacks parts from {names[0]}: {_percent(share)} of what it loses so."


def flags_of(
    dataset: Dataset,
    case: ImpactCase,
    step: DirectStep,
    sectors: Iterable[SectorLoss],
    middles: DirectLoss,
) -> tuple[str, ...]:
    """What the numbers leave out or understate in this case."""
    direct = {one.sector for one in sectors if one.direct.p95 > 0}
    found = [FINISHED_IMPORTS, STRUCTURE]
    by_world = any(
        route.form == COMPONENT and route.feeds for chain in step.chains for route in chain.routes
    )
    if by_world:
        found.append(MADE_IN_CHINA)
    defence = [name for sector, name in _defence(dataset) if sector in direct]
    if defence:
        found.append(
            f"Defence is partly final demand, so value added understates the harm: "
            f"{', '.join(defence)}."
        )
    known_jobs = int(np.isfinite(step.economy.jobs).sum())
    if known_jobs < len(step.economy.jobs):
        found.append(
            f"Jobs are known for {known_jobs} of {len(step.economy.jobs)} sectors; "
            "their total leaves the others out."
        )
    if step.weeks > WEEKS_A_YEAR:
        weekly = middles.weekly[-1]
        first, later = weekly[:WEEKS_A_YEAR].sum(), weekly[WEEKS_A_YEAR:].sum()
        found.append(
            f"The cut lasts {step.weeks} weeks. Direct value added lost at the middles: "
            f"first year {first / 1e9:.2f} bn USD, after it {later / 1e9:.2f} bn USD."
        )
    if case.rationing != Rationing.PROPORTIONAL:
        unknown = unweighed(dataset, step.chains)
        if unknown:
            names = ", ".join(dataset.material_names.get(one, one) for one in unknown)
            found.append(
                f"Not every user's part of the use is known for {names}: users without one miss "
                "the same share, or none if defence comes first."
            )
    return tuple(found)


def _defence(dataset: Dataset) -> tuple[tuple[str, str], ...]:
    """The sectors of which federal defence takes a good part: slug and name."""
    if "defence sectors" not in dataset.kept:
        found = []
        for row in rows(dataset.tables["sectors"]):
            taken, output = row["federal_defense_final_use_2017_usd"], row["gross_output_2017_usd"]
            if taken == taken and output > 0 and taken / output >= DEFENCE_SHARE:
                found.append((row["sector"], row["name"]))
        dataset.kept["defence sectors"] = tuple(found)
    return dataset.kept["defence sectors"]  # type: ignore[no-any-return]


def _percent(share: float) -> str:
    return f"{100 * share:.3g} %"
