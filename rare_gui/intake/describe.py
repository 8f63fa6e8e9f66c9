"""Writes a package's descriptor from schemas and files: `python -m rare_gui.intake.describe`.

It is written only when the tables pass every check, which is what lets `intake.package` trust a
digest. Not for users of a package: those who make one run it after a change of the data.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rare_gui.domain.problems import Severity
from rare_gui.intake.descriptor import FILE_NAME, FORMAT
from rare_gui.intake.frames import read_text
from rare_gui.intake.row_checks import check_tables
from rare_gui.intake.schemas import TABLES, table_schema
from rare_gui.intake.tables.table import TableSchema

if TYPE_CHECKING:
    import pandas as pd

PACKAGE: dict[str, Any] = {
    "profile": "tabular-data-package",
    "rare_gui_format": FORMAT,
    "name": "strategic-materials",
    "title": "Strategic materials: export restrictions, supply, trade and use",
    "description": "Measures on rare earths and other strategic materials with their dates and "
    "sources, and figures on production, trade, prices and use. README.md tells the tables.",
    "homepage": "",
    "licenses": [
        {
            "name": "CC-BY-4.0",
            "title": "Creative Commons Attribution 4.0 International",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        }
    ],
    "keywords": ["rare earths", "export controls", "critical minerals", "trade"],
}


def describe(folder: Path, version: str, data_through: date) -> dict[str, Any]:
    """The descriptor of the tables in a folder. Raises ValueError with what is wrong in them."""
    files = {name: folder / table.file for name, table in TABLES.items()}
    contents = {name: path.read_bytes() for name, path in files.items() if path.exists()}
    texts = {name: read_text(data) for name, data in contents.items()}
    faults = [p for p in check_tables(texts).problems if p.severity is not Severity.WARNING]
    if faults:
        raise ValueError("\n".join(str(fault) for fault in faults))
    return {
        **PACKAGE,
        "version": version,
        "data_through": data_through.isoformat(),
        "resources": [
            _resource(TABLES[name], contents[name], text, data_through)
            for name, text in texts.items()
        ],
    }


def reach(table: TableSchema, text: pd.DataFrame, data_through: date) -> date:
    """The last day that the table's facts reach, never later than the package's own."""
    if not table.reach or text.empty:
        return data_through
    latest = text.sort_values(table.reach).iloc[-1]
    last, exact = latest[table.reach], latest.get(f"{table.reach}_precision", table.reach)
    day = date(int(last), 12, 31) if table.reach.endswith("year") else date.fromisoformat(last)
    if exact == "month":
        day = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    elif exact == "end":  # the first day after the stretch
        day -= timedelta(days=1)
    return min(day, data_through)


def _resource(
    table: TableSchema, data: bytes, text: pd.DataFrame, data_through: date
) -> dict[str, Any]:
    described: dict[str, Any] = {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file,
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "rows": len(text),
        "data_through": reach(table, text, data_through).isoformat(),
        "schema": table_schema(table),
    }
    if table.packed:
        described["compression"] = "gz"
    return described


def main(arguments: list[str] | None = None) -> int:
    """Write `datapackage.json` into a folder; 0 when done, 1 when the tables are not sound."""
    parser = argparse.ArgumentParser(prog="python -m rare_gui.intake.describe")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--version", help="the package's version; the old one stays without it")
    parser.add_argument("--data-through", type=date.fromisoformat, help="YYYY-MM-DD")
    chosen = parser.parse_args(arguments)
    target = chosen.folder / FILE_NAME
    old = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {}
    version = chosen.version or old.get("version")
    through = chosen.data_through or (
        date.fromisoformat(old["data_through"]) if "data_through" in old else None
    )
    if version is None or through is None:
        parser.error("a new package needs --version and --data-through")
    try:
        descriptor = describe(chosen.folder, version, through)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    text = json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n"
    target.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
