"""The raised numbers of sources on a page, given in the order in which the page names them."""

from __future__ import annotations

from collections.abc import Iterable

from rare_gui.domain.dataset import Dataset
from rare_gui.scenes.palette import Source
from rare_gui.scenes.provenance import cite


class Footnotes:
    """Numbers sources from 1; `begin` are those that the page has numbered already."""

    def __init__(self, dataset: Dataset, begin: Iterable[Source] = ()) -> None:
        self._dataset = dataset
        self._ids = {source.source_id: mark for mark, source in enumerate(begin, 1)}

    def marks(self, ids: Iterable[str], most: int = 2) -> tuple[int, ...]:
        """The numbers of the first `most` of the sources; ids that the package lacks have none."""
        known = [source.source_id for source in cite(self._dataset, ids)][:most]
        return tuple(self._ids.setdefault(one, len(self._ids) + 1) for one in known)

    @property
    def sources(self) -> tuple[Source, ...]:
        """All numbered sources; the first has mark 1."""
        return cite(self._dataset, self._ids)
