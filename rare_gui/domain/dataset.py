"""What we know: named tables that never change after loading, with version, digest and reach.

Not for opening files (`intake.package`) nor for questions about the law (`domain.law`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rare_gui.domain.law import Law

if TYPE_CHECKING:
    import pandas as pd


class Tables(Mapping[str, "pd.DataFrame"]):
    """Tables by name, each read the first time it is asked for and kept.

    `read` gives the frame of a name; frames are shared, so nobody may change them in place. A
    known table that the package lacks is empty: `absent` gives it, or raises KeyError.
    """

    def __init__(
        self,
        names: frozenset[str],
        read: Callable[[str], pd.DataFrame],
        absent: Callable[[str], pd.DataFrame],
    ) -> None:
        self._names = names
        self._read, self._absent = read, absent
        self._kept: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._kept:
            give = self._read if name in self._names else self._absent
            self._kept[name] = give(name)
        return self._kept[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._names))

    def __len__(self) -> int:
        return len(self._names)


@dataclass(frozen=True, eq=False)
class Dataset:
    """An opened data package; two are the same only if they are the same object.

    `data_through` is the last day that the policy tables' sources reach; `reach` gives it per table
    where known. `digest` is the SHA-256 of the package's tables, in hexadecimal. `kept` holds what
    has been derived from the tables once and for all (series, shares), by name. `scenario` is the
    name of the what-if that its law is under, empty for the law of the tables.
    """

    name: str
    version: str
    digest: str
    data_through: date
    reach: Mapping[str, date]
    tables: Mapping[str, pd.DataFrame]
    homepage: str = ""
    licence: str = ""
    scenario: str = ""
    kept: dict[object, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def law(self) -> Law:
        """The policy tables as records, indexed for questions about legal states."""
        return Law.from_tables(self.tables, self.data_through)

    def with_law(self, law: Law, scenario: str = "") -> Dataset:
        """The same tables under another law; nothing that was derived here is shared.

        `scenario` names the what-if that makes it; without one the name stays as it is.
        """
        made = replace(self, kept={}, scenario=scenario or self.scenario)
        vars(made)["law"] = law  # where cached_property looks first
        return made

    @cached_property
    def country_names(self) -> Mapping[str, str]:
        """Country codes to the name used inside a sentence ("the United States")."""
        frame = self.tables["countries"]
        return dict(zip(frame["country"], frame["name_in_text"], strict=True))

    @cached_property
    def material_names(self) -> Mapping[str, str]:
        """Material slugs to their names in lists and titles."""
        frame = self.tables["materials"]
        return dict(zip(frame["material"], frame["short_name"], strict=True))

    @cached_property
    def wider_classes(self) -> frozenset[str]:
        """Slugs that scope rows use for classes wider than a material; context, never a state."""
        return frozenset(self.tables["wider_classes"]["wider_class"])

    @cached_property
    def _products(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        frame = self.tables["contains"]
        for product, material in zip(frame["product"], frame["material"], strict=True):
            found.setdefault(material, set()).add(product)
        return {material: frozenset(products) for material, products in found.items()}

    @cached_property
    def _contents(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for material, products in self._products.items():
            for product in products:
                found.setdefault(product, set()).add(material)
        return {product: frozenset(materials) for product, materials in found.items()}

    def contents_of(self, product: str) -> frozenset[str]:
        """The materials that a product contains."""
        return self._contents.get(product, frozenset())

    def products_of(self, material: str) -> frozenset[str]:
        """The products that contain a material."""
        return self._products.get(material, frozenset())
