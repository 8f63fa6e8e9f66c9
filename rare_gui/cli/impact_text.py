"""The answer of `rare-gui impact` as text for people.

Not for its JSON (`cli.impact`) nor for the words of amounts (`scenes.impact.units`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.result import Impact, SectorLoss
from rare_gui.scenes.impact.scene import LIMITS, PARTS_DO_NOT_ADD, price_words
from rare_gui.scenes.impact.units import money, percent

MOST_SECTORS = 15


def lines(
    dataset: Dataset, scenario: str, found: Impact, *, order_free: bool = False
) -> Iterator[str]:
    """The answer line by line: total, cuts, sectors, gaps, what softens it, assumptions, limits."""
    names = dataset.material_names
    place = dataset.country_names.get(found.destination, found.destination)
    how = f"{found.draws:,} draws, seed {found.seed}" if found.draws > 1 else "middles only"
    yield f"Losses in {place}: {scenario}, as of {found.as_of} ({how})."
    yield from _total(found)
    for line in _cut_lines(found, names):
        yield f"  {line}"
    if found.sectors:
        yield ""
        yield f"{'Sector':44} {'value added':>16}  {'P5 to P95':28} {'of output':>9}  week  mostly"
        for one in found.sectors[:MOST_SECTORS]:
            low, high = money(one.value_added.p5), money(one.value_added.p95)
            week = "" if one.first_loss_week is None else str(one.first_loss_week + 1)
            yield (
                f"{_short(one.name, 44):44} {money(one.value_added.p50):>16}  "
                f"{f'{low} to {high}':28} {percent(one.share_of_output.p50):>9}  {week:>4}  "
                f"{one.hit}"
            )
        if len(found.sectors) > MOST_SECTORS:
            yield f"and {len(found.sectors) - MOST_SECTORS} more sectors (--json lists all)"
        yield "Week: the first in which more than 0.1 % of output is lost, at the middles."
        yield PARTS_DO_NOT_ADD
    yield from _no_verdict(found)
    yield from _not_sized(found, names)
    yield from _softened(found, order_free=order_free)
    yield from _assumptions(found)
    yield ""
    if prices := price_words(dataset, found):
        yield prices
    for flag in found.flags:
        yield f"Note: {flag}{'' if flag.endswith('.') else '.'}"
    yield f"Limits: {LIMITS}"


def _total(found: Impact) -> Iterator[str]:
    if not found.sectors and found.not_sized and not found.flags:
        yield "Not sized: unknown, not zero."
        return
    value, output = found.value_added, found.output
    if found.draws == 1 or value.p95 == 0:
        yield f"Value added lost {money(value.p50)}, output lost {money(output.p50)}."
        return
    yield (
        f"Value added lost {money(value.p50)} (P5 {money(value.p5)} to P95 {money(value.p95)}; "
        f"no loss in {percent(value.none)} of the draws)."
    )
    yield (
        f"Output lost {money(output.p50)} (P5 {money(output.p5)} to P95 {money(output.p95)}). "
        f"Weakest input: {found.data_class.value}."
    )


def _cut_lines(found: Impact, names: Mapping[str, str]) -> Iterator[str]:
    """The cuts, those of one kind on one line."""
    kinds: dict[tuple[Any, ...], list[str]] = {}
    for cut in found.cuts:
        key = (cut.because, cut.share, cut.weeks, cut.scope)
        kinds.setdefault(key, []).append(names.get(cut.material, cut.material))
    for (because, share, weeks, scope), materials in kinds.items():
        told = ", ".join(dict.fromkeys(materials))
        ends = "" if share.is_certain else f" ({percent(share.low)} to {percent(share.high)})"
        where = "the world" if scope == "world" else found.destination
        yield f"{because}: {percent(share.mid)}{ends} cut for {weeks} weeks to {where}: {told}."
    if not found.cuts:
        yield "Nothing is cut."


def _no_verdict(found: Impact) -> Iterator[str]:
    """Sectors shown whose order fewer than 90 % of the draws agree on, neighbours together."""
    unsure = set(found.undecided)
    runs: list[list[SectorLoss]] = []
    for upper, lower in pairwise(found.sectors[:MOST_SECTORS]):
        if (upper.sector, lower.sector) in unsure:
            if not runs or runs[-1][-1] is not upper:
                runs.append([upper])
            runs[-1].append(lower)
    for run in runs:
        names = "; ".join(_short(one.name, 44) for one in run)
        yield f"Cannot tell the order of: {names}."


def _not_sized(found: Impact, names: Mapping[str, str]) -> Iterator[str]:
    reasons: dict[str, list[str]] = {}
    for one in found.not_sized:
        reasons.setdefault(one.reason, []).append(names.get(one.material, one.material))
    if reasons:
        yield ""
        yield "Not sized (unknown, not zero):"
    for reason, materials in reasons.items():
        yield f"  {', '.join(materials)}: {reason}"


def _softened(found: Impact, *, order_free: bool) -> Iterator[str]:
    """The waterfall on one line."""
    steps = found.order_free if order_free else found.waterfall
    if steps:
        how = "free of order (Shapley)" if order_free else "in the order in which it acts"
        yield ""
        yield f"What softens the blow, value added at the middles, {how}:"
        yield "  " + ", ".join(f"{step.what} {money(step.value)}" for step in steps)


def _assumptions(found: Impact) -> Iterator[str]:
    """The assumptions that move the total most, and those that were changed."""
    known = {one.key: one for one in found.parameters}
    if found.tornado:
        yield ""
        yield "Assumptions that move the total most (rank correlation; low, middle, high):"
    for one in found.tornado[:8]:
        values, kind = known[one.key].values, known[one.key].data_class.value
        told = f"{values.low:g}, {values.mid:g}, {values.high:g}"
        yield f"  {one.correlation:+.2f}  {one.what} ({told}; {kind})"
    for parameter in found.parameters:
        if parameter.changed:
            yield f"  changed: {parameter.what}: {parameter.values} (was {parameter.default})"


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"
