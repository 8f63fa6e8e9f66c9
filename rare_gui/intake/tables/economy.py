"""The tables of the US economy: its sectors and industries, and what flows between them."""

from __future__ import annotations

import pandera.pandas as pa

from rare_gui.intake.columns import number, slug, whole, words
from rare_gui.intake.tables.table import TableSchema, evidence, figures, note

SECTOR = "sectors.sector"


def _dollars(what: str) -> pa.Column:
    return number(f"{what} in US dollars.", optional=True)


SECTORS = TableSchema(
    "sectors",
    "Sectors of the US economy",
    "The 65 sectors in which use is told, with their size; value added and compensation are "
    "estimates from the ratios of 2017.",
    {
        "sector": slug("Id of the sector.", unique=True),
        "name": words("Its name."),
        "short_name": words("The same for lists.", longest=20),
        "bea_codes": words("The industries of the BEA in it, parted by ;."),
        "naics": words("Its NAICS codes."),
        "year": whole("The year of the size.", least=1990, most=2050),
        "gross_output_usd": _dollars("Gross output"),
        "value_added_usd": _dollars("Value added"),
        "compensation_usd": _dollars("Compensation of employees"),
        "employment": whole("Employed persons, where read.", least=0, optional=True),
        "gross_output_2017_usd": _dollars("Gross output of 2017"),
        "value_added_2017_usd": _dollars("Value added of 2017"),
        "domestic_intermediate_2017_usd": _dollars("Domestic inputs bought in 2017"),
        "imported_intermediate_2017_usd": _dollars("Imported inputs bought in 2017"),
        "sold_to_domestic_industries_2017_usd": _dollars("Sales to domestic industries in 2017"),
        "final_demand_domestic_2017_usd": _dollars("Final demand of 2017, exports included"),
        "exports_2017_usd": _dollars("Exports of 2017"),
        "federal_defense_final_use_2017_usd": _dollars("Final use by federal defence in 2017"),
        "residual_2017_usd": _dollars("What the row of 2017 lacks to balance"),
        **figures(),
        **evidence(),
        "note": note(),
    },
    key=("sector",),
)

IO_FLOWS = TableSchema(
    "io_flows",
    "Flows between sectors",
    "What each sector bought of the others' goods in 2017, made at home and imported. A pair "
    "without a row is zero. Coefficients: a flow over the buyer's gross output of 2017.",
    {
        "from_sector": slug("Whose goods.", to=SECTOR),
        "to_sector": slug("Who bought them.", to=SECTOR),
        "domestic": number("Made at home, million US dollars.", least=0),
        "imported": number("Imported, million US dollars.", least=0),
        **figures(),
        **evidence(),
    },
    key=("from_sector", "to_sector"),
)

IO_INDUSTRIES = TableSchema(
    "io_industries",
    "Industries of the detailed flows",
    "The 402 industries of the BEA with their sectors and sizes.",
    {
        "industry": words("Code of the industry."),
        "name": words("Its name."),
        "bea_summary_code": words("Its industry in the summary tables."),
        "sector": slug("Its sector.", to=SECTOR),
        "gross_output_2017_usd": _dollars("Gross output of 2017"),
        "value_added_2017_usd": _dollars("Value added of 2017"),
        "gross_output_2023_usd": _dollars("Gross output of 2023"),
        "value_added_2023_usd": _dollars("Value added of 2023, an estimate,"),
        "residual_2017_usd": _dollars("What the row of 2017 lacks to balance"),
        **figures(),
        **evidence(),
    },
    key=("industry",),
)

IO_FLOWS_DETAIL = TableSchema(
    "io_flows_detail",
    "Flows between industries",
    "The same between 402 industries, for large runs; a few cells are slightly negative where "
    "imported use exceeds all use.",
    {
        "from_industry": words("Whose goods."),
        "to_industry": words("Who bought them."),
        "domestic": number("Made at home, million US dollars."),
        **figures(),
        **evidence(),
    },
    key=("from_industry", "to_industry"),
    packed=True,
)

TABLES = (SECTORS, IO_FLOWS, IO_INDUSTRIES, IO_FLOWS_DETAIL)
