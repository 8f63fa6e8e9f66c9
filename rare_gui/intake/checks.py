"""The report of a package's full check, for `rare-gui check`.

Not for the checks themselves: `intake.row_checks` and `intake.sense` hold them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rare_gui.intake.descriptor import FILE_NAME, read_descriptor
from rare_gui.intake.package import open_package


def check_package(path: Path) -> dict[str, Any]:
    """Check everything in a package; the report of `rare-gui check`, ready for JSON."""
    dataset, problems = open_package(path, full=True)
    descriptor, _ = read_descriptor(path.parent if path.name == FILE_NAME else path)
    return {
        "package": descriptor.name if descriptor else str(path),
        "version": descriptor.version if descriptor else "",
        "digest": dataset.digest if dataset else "",
        "tables": {name: len(frame) for name, frame in dataset.tables.items()} if dataset else {},
        "problems": [
            {
                "severity": str(problem.severity),
                "where": problem.where,
                "what": problem.what,
                "what_to_do": problem.what_to_do,
            }
            for problem in problems
        ],
    }
