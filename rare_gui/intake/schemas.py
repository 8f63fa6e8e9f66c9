"""The tables of a data package: the one place that says which columns they have and what they mean.

`datapackage.json` is generated from here (`intake.describe`) and the checks follow it
(`intake.row_checks`). Imports pandera, so nothing that runs at every start may import this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rare_gui.intake.tables import economy, materials, places, policy, projects, supply, trade, use
from rare_gui.intake.tables.table import TableSchema

TABLES: Mapping[str, TableSchema] = {
    table.name: table
    for module in (materials, places, policy, trade, supply, economy, use, projects)
    for table in module.TABLES
}
"""Every table that a package may hold, by name."""


def table_schema(table: TableSchema) -> dict[str, Any]:
    """The table's Table Schema: fields with types, constraints and descriptions, and its keys."""
    described: dict[str, Any] = {
        "fields": [
            {
                "name": name,
                "type": column.metadata["type"],
                "description": column.description,
                "constraints": dict(column.metadata["constraints"]),
            }
            for name, column in table.columns.items()
        ],
        "missingValues": [""],
    }
    if table.key:
        described["primaryKey"] = list(table.key)
    links = [
        {
            "fields": name,
            "reference": {"resource": target.split(".")[0], "fields": target.split(".")[1]},
        }
        for name, column in table.columns.items()
        if (target := column.metadata["to"])
        and "|" not in target
        and not column.metadata["several"]
    ]
    if links:
        described["foreignKeys"] = links
    return described
