"""The trade tables: trade lines, their codes, and figures by month, year and stretch."""

from __future__ import annotations

import pandera.pandas as pa

from rare_gui.domain.vocabulary import SupplyForm
from rare_gui.intake.columns import country, day, number, one_of, slug, whole, words
from rare_gui.intake.tables.table import TableSchema, evidence, figures, note

COVERAGE = ("exact", "group", "basket", "mixed", "context")
BASES = (
    "reported",
    "reconciled",
    "summed",
    "estimated",
    "weight_estimated",
    "derived_from_change",
    "derived_from_totals",
    "derived_from_mean",
)
COMMODITY = "commodities.commodity"


def _flow() -> dict[str, pa.Column]:
    return {
        "reporter": country("The country that reports."),
        "partner": country("The other side; WLD: all, OTH: all but China.", several=True),
        "flow": one_of("The direction, seen by the reporter.", ("export", "import")),
        "hs": words("Tariff code, or what the press calls the line.", optional=True),
        "commodity": slug("The trade line.", to=COMMODITY),
        "forms": one_of("The forms that the line holds.", SupplyForm, several=True),
    }


def _amount() -> dict[str, pa.Column]:
    return {
        "tonnes": number("Weight in tonnes; empty: not published.", least=0, optional=True),
        "value_usd": number("Value in US dollars; empty: not published.", least=0, optional=True),
        "unit": one_of("The units of the figures that are there.", ("t", "USD", "t;USD")),
        "basis": one_of("How the figure came about.", BASES),
        "data_class": figures()["data_class"],
    }


COMMODITIES = TableSchema(
    "commodities",
    "Trade lines",
    "What a trade line holds, and how exactly that is one material. A basket is never shown as one "
    "element.",
    {
        "commodity": slug("Id of the line.", unique=True),
        "name": words("Its name."),
        "materials": slug(
            "What it holds of the materials.", to="materials.material", several=True, optional=True
        ),
        "coverage_kind": one_of("How exact that is.", COVERAGE),
        "coverage": words("The same in words."),
        **evidence(),
    },
    key=("commodity",),
)

HS_CODES = TableSchema(
    "hs_codes",
    "Tariff codes",
    "Codes of the Harmonized System and of national tariffs behind the trade lines.",
    {
        "hs": words("The code."),
        "level": words("Whose code it is, with how many digits."),
        "commodity": slug("The trade line.", to=COMMODITY),
        "forms": one_of("The forms that it holds.", SupplyForm, several=True),
        "description": words("What it covers, in our own words."),
        **evidence(),
    },
    key=("hs", "level"),
)

TRADE_MONTHLY = TableSchema(
    "trade_monthly",
    "Trade by month",
    "Monthly figures of single lines. A month without a row has no published figure: it is not "
    "zero.",
    {**_flow(), "month": day("First day of the month."), **_amount(), **evidence(), "note": note()},
    key=("reporter", "partner", "flow", "hs", "commodity", "month"),
    reach="month",
)

TRADE_ANNUAL = TableSchema(
    "trade_annual",
    "Trade by year",
    "Bilateral trade by year, reconciled by CEPII (BACI), with US figures of the USGS.",
    {
        **_flow(),
        "year": whole("The year.", least=1990, most=2050),
        **_amount(),
        **evidence(),
    },
    key=("reporter", "partner", "flow", "hs", "commodity", "year", "source_ids"),
    reach="year",
    packed=True,
)

TRADE_PERIODS = TableSchema(
    "trade_periods",
    "Trade over stretches of months",
    "Published figures for several months together, `[start, end)`; they overlap the months.",
    {
        **_flow(),
        "start": day("First day."),
        "end": day("First day after the stretch."),
        **_amount(),
        **evidence(),
        "note": note(),
    },
    reach="end",
)

TABLES = (COMMODITIES, HS_CODES, TRADE_MONTHLY, TRADE_ANNUAL, TRADE_PERIODS)
