"""The destinations that a person can choose from."""

from __future__ import annotations

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.law import EVERYONE


def destinations(dataset: Dataset, origin: str) -> tuple[tuple[str, str], ...]:
    """Codes and names: who the origin's measures are aimed at and who the trade tables follow.

    Those come first, then the member states of the European Union; the command line knows all.
    """
    key = ("destinations", origin)
    if key not in dataset.kept:
        aimed = {
            measure.target_country
            for measure in dataset.law.measures.values()
            if measure.jurisdiction == origin
        }
        followed = set(dataset.tables["import_sources"]["importer"])
        names = {
            code: name.removeprefix("the ").strip() for code, name in dataset.country_names.items()
        }
        first = sorted((aimed | followed) - {EVERYONE, origin, "WLD", "OTH"}, key=names.__getitem__)
        members = sorted(dataset.law.eu_members - set(first), key=names.__getitem__)
        dataset.kept[key] = tuple((code, names[code]) for code in (*first, *members))
    return dataset.kept[key]  # type: ignore[no-any-return]
