"""`rare-gui check`: a data package's problems as data and as text."""

from __future__ import annotations

import json
from pathlib import Path

from rare_gui.cli.failures import Failed
from rare_gui.intake.places import shipped_package


def check_and_show(path: Path | None, *, as_json: bool, strict: bool) -> int:
    """Print the report; 0 when the package could be read, with `strict` 1 if it has errors.

    Warnings never change the exit code. A package that cannot be read still gives its report in
    JSON; Failed then says why in one sentence.
    """
    from rare_gui.intake.checks import check_package

    report = check_package(path or shipped_package())
    fatal = [p for p in report["problems"] if p["severity"] == "fatal"]
    errors = [p for p in report["problems"] if p["severity"] in ("fatal", "error")]
    if as_json:
        print(json.dumps(report, indent=2, ensure_ascii=False))
    elif not fatal:
        for problem in report["problems"]:
            print(
                f"{problem['severity']}: {problem['where']}: {problem['what']}. "
                f"{problem['what_to_do']}"
            )
        rows = sum(report["tables"].values())
        print(
            f"{report['package']} {report['version']}: {len(report['tables'])} tables, "
            f"{rows} rows, {len(errors)} errors, {len(report['problems']) - len(errors)} warnings."
        )
    if fatal:
        more = f" {len(errors) - 1} more errors: --json lists them." if len(errors) > 1 else ""
        worst = fatal[0]
        raise Failed(f"{worst['where']}: {worst['what']}. {worst['what_to_do']}{more}")
    return 1 if strict and errors else 0
