"""The figures asked for, one after the other, with a way back and forward among them.

Not for what stands behind a figure: `scenes.evidence.scene`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rare_gui.domain.counting import counted

MOST = 100
"""Older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Trail:
    """Keys of figures in the order asked; `place` is the one looked at.

    `pinned`: the drawer stays when another material is looked at.
    """

    keys: tuple[str, ...] = ()
    place: int = 0
    pinned: bool = False

    @property
    def key(self) -> str:
        """The figure looked at; empty before the first one."""
        return self.keys[self.place] if self.keys else ""

    @property
    def can_go_back(self) -> bool:
        """Whether one was asked for before."""
        return self.place > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether one was asked for after."""
        return self.place + 1 < len(self.keys)

    def ask(self, key: str) -> Trail:
        """Look at another figure: what lay ahead is forgotten. The same one again is no step."""
        if not key or key == self.key:
            return self
        keys = (*self.keys[: self.place + 1], key)[-MOST:]
        return replace(self, keys=keys, place=len(keys) - 1)

    def back(self) -> Trail:
        """The figure before, if there is one."""
        return replace(self, place=self.place - 1) if self.can_go_back else self

    def forward(self) -> Trail:
        """The figure after, if there is one."""
        return replace(self, place=self.place + 1) if self.can_go_forward else self

    def words(self) -> str:
        """ "2 of 4 figures"; empty before the first one."""
        count = len(self.keys)
        return f"{self.place + 1} of {counted(count, 'figure', 'figures')}" if count else ""
