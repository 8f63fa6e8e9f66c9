"""The supply tables: production, reserves, reliance, shares, prices, governance, ore make-up."""

from __future__ import annotations

import pandera.pandas as pa

from rare_gui.domain.vocabulary import SupplyForm
from rare_gui.intake.columns import code, country, day, number, one_of, slug, whole, words, yes_no
from rare_gui.intake.tables.table import TableSchema, evidence, figures, note, precision

MATERIAL = "materials.material"
MATERIAL_OR_GROUP = "materials.material|material_groups.group"
BOUNDS = (">", "<")
STAGES = ("mine", "mine-ilmenite", "mine-rutile", "refined", "metal")
REGIONS = ("china", "outside", "mean", "other")


def _year(description: str = "The year.") -> pa.Column:
    return whole(description, least=1990, most=2050)


PRODUCTION = TableSchema(
    "production",
    "Production",
    "Output by country and year, in families (`series`) that are never mixed in one share. "
    "WLD is a published total, OTH the rest; withheld cells are absent, zero is zero. The series "
    "`element-split` is an estimate: rare-earth output split by one ore composition per country.",
    {
        "material": slug("The material.", to=MATERIAL),
        "stage": one_of("Where in the chain.", STAGES),
        "country": country("The country, WLD or OTH."),
        "year": _year(),
        "tonnes": number("Output in tonnes of what `basis` says.", least=0),
        "basis": words("What is weighed: content of an element, oxide, or gross weight."),
        "series": slug("The family of figures."),
        "estimated": yes_no("Whether the publisher or this package estimated it."),
        "preliminary": yes_no("Whether the publisher calls it preliminary."),
        "preferred": yes_no("False for figures that a later edition replaced."),
        **figures(),
        **evidence(),
        "note": note(),
    },
    key=("material", "stage", "country", "year", "series", "basis"),
    reach="year",
)

RESERVES = TableSchema(
    "reserves",
    "Reserves",
    "Reserves by country, as the USGS prints them; editions of several years.",
    {
        "material": slug("The material.", to=MATERIAL),
        "country": country("The country, WLD or OTH."),
        "year": _year("The year the edition speaks of."),
        "tonnes": number("Reserves in tonnes of what `basis` says.", least=0),
        "flag": one_of("Whether the figure is a bound.", BOUNDS, optional=True),
        "basis": words("What is weighed."),
        **figures(),
        **evidence(),
        "note": note(),
    },
    key=("material", "country", "year", "basis", "source_ids"),
    reach="year",
)

IMPORT_RELIANCE = TableSchema(
    "import_reliance",
    "Net import reliance",
    "How much of its use a country imports, net of exports.",
    {
        "material": slug("A material or group.", to=MATERIAL_OR_GROUP),
        "country": country("The importing country."),
        "year": _year(),
        "value": number("Reliance in percent.", least=0, most=100, optional=True),
        "flag": one_of(
            "A bound, or why there is no figure.",
            (*BOUNDS, "net_exporter", "not_published"),
            optional=True,
        ),
        "basis": words("Of what use, at which stage."),
        "period": words("The years of the data, if not `year`.", optional=True),
        "estimated": yes_no("Whether the publisher estimated it."),
        **figures(),
        **evidence(),
        "note": note(),
    },
    key=("material", "country", "year", "basis"),
    reach="year",
)

IMPORT_SOURCES = TableSchema(
    "import_sources",
    "Where imports come from",
    "Shares of the origins in a country's imports; the largest ones only where shares are by value "
    "and weight. Rows of origin WLD carry the totals.",
    {
        "material": slug("A material or group.", to=MATERIAL_OR_GROUP),
        "importer": country("The importing country."),
        "hs": code("HS code of 1992, where the goods are a tariff line.", r"\d{6}", optional=True),
        "goods": words("The goods, in the publisher's words."),
        "first_year": _year("First year of the data."),
        "last_year": _year("Last year of the data."),
        "origin": country("Where they come from; OTH the rest, WLD the total."),
        "share_pct": number("Share as published.", least=0, most=100, optional=True),
        "share_of_value_pct": number("Share of the value.", least=0, most=100, optional=True),
        "share_of_weight_pct": number("Share of the weight.", least=0, most=100, optional=True),
        "flag": one_of("Whether the share is a bound.", BOUNDS, optional=True),
        "value_usd": number("Total imports in US dollars.", least=0, optional=True),
        "tonnes": number("Total imports in tonnes.", least=0, optional=True),
        "hhi_by_value": number(
            "Concentration of the origins by value.", least=0, most=10000, optional=True
        ),
        **figures(),
        **evidence(),
    },
    key=("material", "importer", "hs", "goods", "first_year", "origin"),
    reach="last_year",
)

PROCESSING_SHARES = TableSchema(
    "processing_shares",
    "Shares of the stages",
    "A country's share of world output at a stage, with projections marked.",
    {
        "material": slug("A material or group.", to=MATERIAL_OR_GROUP),
        "stage": slug("The stage."),
        "country": country("The country, or OTH."),
        "year": _year(),
        "share_pct": number("Share in percent.", least=0, most=100),
        "flag": one_of("Whether the share is a bound.", BOUNDS, optional=True),
        "projection": yes_no("Whether it is a projection."),
        **figures(),
        **evidence(),
        "note": note(),
    },
    key=("material", "stage", "country", "year", "source_ids"),
)

PRICES = TableSchema(
    "prices",
    "Prices",
    "Single quotes and means. `usd_per_kg` only where the price was in US dollars: yuan are never "
    "converted. European quotes for dysprosium, terbium and yttrium are a thin market.",
    {
        "material": slug("The material.", to=MATERIAL),
        "form": one_of("The form.", SupplyForm),
        "grade": words("Purity and kind.", optional=True),
        "date": day("The day, or the first day of the month or year."),
        "date_precision": precision("date"),
        "value": number("The price.", least=0),
        "low": number("Low end of the published range.", least=0, optional=True),
        "high": number("High end of the published range.", least=0, optional=True),
        "unit": words("Currency and weight."),
        "usd_per_kg": number("The price in US dollars a kilogram.", least=0, optional=True),
        "market": words("Where, on what terms, by whom."),
        "region": one_of("How this package reads `market`.", REGIONS),
        "estimated": yes_no("Whether the publisher estimated it."),
        "data_class": figures()["data_class"],
        **evidence(),
        "note": note(),
    },
    reach="date",
)

GOVERNANCE = TableSchema(
    "governance",
    "Political stability",
    "The World Bank's index of political stability and absence of violence. The edition changed "
    "between 2022 and 2023: no difference may be taken across it.",
    {
        "country": country("The country."),
        "year": _year(),
        "indicator": one_of("The index.", ("political-stability",)),
        "estimate": number("The index, about -2.5 to 2.5."),
        "standard_error": number("Its standard error.", least=0),
        "percentile_rank": number("Rank among all countries.", least=0, most=100, optional=True),
        "score_0_100": number("Score of the new edition.", least=0, most=100, optional=True),
        "edition": one_of("Which edition of the index.", ("older", "new")),
        **figures(),
        **evidence(),
    },
    key=("country", "year", "indicator"),
    reach="year",
)

REE_COMPOSITION = TableSchema(
    "ree_composition",
    "Make-up of rare-earth ores",
    "Share of each element in the rare-earth oxide of a deposit.",
    {
        "deposit": words("The deposit."),
        "mineral": words("Its mineral."),
        "country": country("Its country."),
        "material": slug("The element.", to=MATERIAL),
        "share_pct": number("Percent of the rare-earth oxide.", least=0, most=100),
        **figures(),
        **evidence(),
        "note": note(),
    },
    key=("deposit", "mineral", "material"),
)

TABLES = (
    PRODUCTION,
    RESERVES,
    IMPORT_RELIANCE,
    IMPORT_SOURCES,
    PROCESSING_SHARES,
    PRICES,
    GOVERNANCE,
    REE_COMPOSITION,
)
