"""The path picture of a result: material and form, product, sector, and on along the supply chain.

Not for finding the paths (`domain.impact`): it picks the one of the chosen sector.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import Dependence, dependences, sector_names
from rare_gui.domain.impact.cuts import Cut
from rare_gui.domain.impact.result import Hit, Impact, SectorLoss
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.impact.exposure import PathLink, PathNode, path_to, route_of
from rare_gui.scenes.impact.words import short_name
from rare_gui.scenes.selection import Selection


@dataclass(frozen=True, slots=True)
class Path:
    """Title, grade of the weakest step, nodes, links, and the model's sentences on the sector."""

    sector: str
    title: str
    weakest: str
    nodes: tuple[PathNode, ...]
    links: tuple[PathLink, ...]
    why: tuple[str, ...]


NO_PATH = Path("", "", "", (), (), ())


def loss_path(dataset: Dataset, selection: Selection, impact: Impact) -> Path:
    """The path to the selected sector, or to the one that loses most; NO_PATH without sectors."""
    sector = next(
        (one for one in impact.sectors if one.sector == selection.sector),
        impact.sectors[0] if impact.sectors else None,
    )
    return _path_to(dataset, selection, impact, sector) if sector is not None else NO_PATH


def _path_to(dataset: Dataset, selection: Selection, impact: Impact, sector: SectorLoss) -> Path:
    title = f"Why: {short_name(sector.name)}"
    chain, share = sector.paths[0] if sector.paths else ((sector.sector,), 1.0)
    found = _first_step(dataset, selection, impact, chain[0])
    if found is None:
        weakest = f"weakest link: {sector.data_class.value}"
        return Path(sector.sector, title, weakest, (), (), sector.why)
    nodes, links = path_to(dataset, *found)
    nodes = (*nodes[:-1], replace(nodes[-1], title=short_name(nodes[-1].title)))
    names = sector_names(dataset)
    for number, one in enumerate(chain[1:]):
        nodes = (*nodes, PathNode(short_name(names.get(one, one)), "sector"))
        links = (*links, PathLink(_passed(sector, share, last=number == len(chain) - 2), "derived"))
    classes = [DataClass(link.evidence) for link in links]
    weakest = max((*classes, sector.data_class), key=list(DataClass).index)
    return Path(sector.sector, title, f"weakest link: {weakest.value}", nodes, links, sector.why)


def _passed(sector: SectorLoss, share: float, *, last: bool) -> str:
    words = "buys less" if sector.hit is Hit.SUPPLIERS else "delivers less"
    return f"{words}, {100 * share:.0f} % of the loss" if last else words


def _first_step(
    dataset: Dataset, selection: Selection, impact: Impact, cause: str
) -> tuple[Selection, Dependence] | None:
    """The cut that weighs most on the sector, the selected material's before any other's."""
    own = _steps(dataset, impact, cause, selection.material)
    found = max(own, key=_weight, default=None) or max(
        _steps(dataset, impact, cause, ""), key=_weight, default=None
    )
    if found is None:
        return None
    cut, item = found
    return replace(selection, material=cut.material, form=cut.form), item


def _steps(
    dataset: Dataset, impact: Impact, cause: str, material: str
) -> Iterator[tuple[Cut, Dependence]]:
    for cut in impact.cuts:
        if material and cut.material != material:
            continue
        for item in dependences(dataset, cut.material):
            if item.sector == cause:
                yield cut, item


def _weight(step: tuple[Cut, Dependence]) -> float:
    cut, item = step
    route = route_of(item, cut.form, contained=item.product != cut.material)
    return cut.share.mid * (route.mid if route else 0.0) * item.shares[1]
