"""Pictures of the real window on a virtual display, one for each way it can look.

For people's eyes, run by `make pictures` into build/shots/. Not for pictures that tests compare:
those are drawn off screen.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bundle import Fault, display, source_program
from product import ROOT

SHOTS = ROOT / "build" / "shots"
SETTLED_SECONDS = 4.0
"""What is worked out after the first complete picture is there by then."""
_FRAME = (16, 40)
"""Logical px of a display beyond the window, which leaves room for a frame though none is drawn."""


@dataclass(frozen=True)
class Look:
    """One way to look: what the program remembers (None: nothing yet), the window's logical px."""

    name: str
    remembered: Mapping[str, Any] | None = field(default_factory=dict)
    size: tuple[int, int] = (1440, 900)

    @property
    def screen(self) -> tuple[int, int]:
        """Px of the display."""
        scale = (self.remembered or {}).get("scale", 100)
        width, height = (px + more for px, more in zip(self.size, _FRAME, strict=True))
        return width * scale // 100, height * scale // 100


LOOKS = (
    Look("first-run", None),
    Look("light", {"theme": "light"}),
    Look("dark", {"theme": "dark"}),
    Look("high-contrast", {"theme": "high-contrast"}),
    Look("1024x700", {"theme": "light"}, (1024, 700)),
    Look("200-per-cent", {"theme": "light", "scale": 200}),
)


def take(look: Look) -> Path:
    """Open the window so and keep what its display shows; raises Fault when it stays blank."""
    path = SHOTS / f"{look.name}.png"
    with tempfile.TemporaryDirectory() as folder, display(look.screen) as environment:
        own = {f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
        if look.remembered is not None:
            settings = Path(folder, "rare_gui", "settings.json")
            settings.parent.mkdir()
            record = {"rare_gui_settings": 1, "greeted": True, "place": [0, 0, *look.size]}
            settings.write_text(json.dumps({**record, **look.remembered}), encoding="utf-8")
        program = source_program()
        program = replace(
            program, environment={**program.environment, **environment, **own, "HOME": folder}
        )
        program.shows_a_window(path, settled=SETTLED_SECONDS)
    return path


def main(wanted: list[str]) -> int:
    """Take every picture, or those named, and tell the files."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    for look in LOOKS:
        if wanted and look.name not in wanted:
            continue
        try:
            print(take(look).relative_to(ROOT), flush=True)
        except Fault as fault:
            print(f"{look.name}: {fault}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
