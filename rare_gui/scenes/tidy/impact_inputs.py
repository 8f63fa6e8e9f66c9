"""The cuts and assumptions behind losses, each with the rows of the package that it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.model import assumption
from rare_gui.domain.impact.cuts import Cut
from rare_gui.domain.impact.parameters import Parameter
from rare_gui.domain.impact.result import Impact
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.tidy.observation import OWN, Observation, Presence
from rare_gui.scenes.tidy.rows import lines

PROGRAM = "a value of the program's own"
"""The basis of an assumption that stands in no table."""


def input_rows(dataset: Dataset, impact: Impact) -> Iterator[Observation]:
    """What the losses were sized from: what is cut, then every assumption with its range."""
    for cut in impact.cuts:
        yield _cut(dataset, cut)
    for parameter in impact.parameters:
        yield _assumption(dataset, impact, parameter)


def _cut(dataset: Dataset, cut: Cut) -> Observation:
    names = dataset.material_names
    rows = [row for one in cut.measures for row in lines(dataset, "measures", "measure", one)]
    law = dataset.law.measures
    sources = (source for one in cut.measures if one in law for source in law[one].sources)
    return Observation(
        kind="cut",
        subject=cut.material,
        name=names.get(cut.material, cut.material),
        part=cut.form.value,
        value=cut.share.mid,
        low=cut.share.low,
        high=cut.share.high,
        unit="share of shipments",
        presence=Presence.OBSERVED,
        data_class=DataClass.JUDGEMENT.value,
        basis=f"{cut.key}: {cut.because}",
        sources=tuple(dict.fromkeys(sources)),
        rows=tuple(rows),
        note=f"for {cut.weeks} weeks, scope {cut.scope}",
    )


def _assumption(dataset: Dataset, impact: Impact, one: Parameter) -> Observation:
    found = assumption(dataset, one.key, one.key, impact.destination)
    rows = dict.fromkeys(
        f"{told.table}:{line}" for told in found.readings for line in told.row_numbers
    )
    changed = "the user's own value" if one.changed else ""
    return Observation(
        kind="assumption",
        subject=one.key,
        name=one.what,
        part=one.group,
        value=one.values.mid,
        low=one.values.low,
        high=one.values.high,
        unit=one.unit,
        presence=Presence.OBSERVED,
        data_class=OWN if one.changed else one.data_class.value,
        basis=changed or ("" if rows else PROGRAM),
        sources=() if one.changed else one.sources,
        rows=() if one.changed else tuple(rows),
    )
