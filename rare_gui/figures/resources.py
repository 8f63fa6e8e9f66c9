"""Where the program's own resources are: beside the source tree or inside the installed package.

Not for data packages: `intake.places` finds those.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_ROOTS = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


def resource_path(name: str) -> Path:
    """The file or folder `name` (with `/` between folders) under the resources.

    Raises FileNotFoundError, naming the places looked at, when the installation lacks it.
    """
    for root in _ROOTS:
        path = root / name
        if path.exists():
            return path
    looked = " and ".join(str(root) for root in _ROOTS)
    raise FileNotFoundError(f"the program's resource {name!r} is missing; looked in {looked}")
