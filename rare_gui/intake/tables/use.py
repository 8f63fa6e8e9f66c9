"""The tables of use: what sectors need, in which forms, stocks, what imports a country rests on."""

from __future__ import annotations

import pandera.pandas as pa

from rare_gui.domain.vocabulary import ALL_FORMS, SupplyForm
from rare_gui.intake.columns import country, number, one_of, slug, whole, words, yes_no
from rare_gui.intake.tables.table import TableSchema, evidence, figures, note

MATERIAL = "materials.material"
MATERIAL_OR_GROUP = "materials.material|material_groups.group"
SECTOR = "sectors.sector"
SOURCE = "sources.source_id"
ROUTES = (*SupplyForm, "component", "oxide_or_metal")
"""The forms in which a need enters a country; `component`: inside parts that are bought."""


def _share(what: str) -> pa.Column:
    return number(f"{what}, 0 to 1.", least=0, most=1)


def _three(name: str, what: str) -> dict[str, pa.Column]:
    return {f"{name}_{at}": _share(f"{what}, {at}") for at in ("low", "mid", "high")}


SUPPLY_TERMS = TableSchema(
    "supply_terms",
    "Terms of supply",
    "How far a country depends on imports and on China for a form, and what others can spare.",
    {
        "material": slug("The material.", to=MATERIAL),
        "form": one_of("The form.", SupplyForm),
        "region": country("The dependent country."),
        **_three("nir", "Net import reliance"),
        **_three("china_share", "Chinese share of the imports"),
        **_three("others_spare", "Spare output of others, as a share of theirs"),
        "ramp_weeks": number("Weeks after which 63 % of the spare output flows.", least=0),
        "reliance_source_ids": slug("Sources of the reliance.", to=SOURCE, several=True),
        "share_source_ids": slug("Sources of the share.", to=SOURCE, several=True),
        **figures(),
        **evidence(),
        "note": note(),
    },
    key=("material", "form", "region"),
)

MODEL_DEFAULTS = TableSchema(
    "model_defaults",
    "Constants of the impact model",
    "Assumptions with their ranges; each is on screen and can be changed.",
    {
        "parameter": slug("The constant.", unique=True),
        "low": number("Low end."),
        "mid": number("Middle."),
        "high": number("High end."),
        **figures(),
        **evidence(),
    },
    key=("parameter",),
)

END_USES = TableSchema(
    "end_uses",
    "End uses",
    "Which share of a material's use goes where. Rows marked `alternative` are another view and "
    "never add to the others.",
    {
        "material": slug("The material.", to=MATERIAL),
        "form": one_of("The form used.", (*SupplyForm, ALL_FORMS)),
        "application": words("The use."),
        "sector": slug("The sector that it stands for.", to=SECTOR),
        "share": _share("Share of the use"),
        "region": country("Whose use: US, or WLD for the world."),
        "year": whole("The year.", least=1990, most=2050),
        "alternative": yes_no("Whether the row is another view."),
        **figures(),
        **evidence(),
        "note": note(),
    },
)

FORM_ROUTES = TableSchema(
    "form_routes",
    "Routes of the need",
    "In which form a sector's need of a material enters the country; the middles add up to 1.",
    {
        "material": slug("The material.", to=MATERIAL),
        "sector": slug("The sector.", to=SECTOR),
        "form": one_of("The form that enters.", ROUTES),
        **_three("theta", "Share of the need"),
        "region": country("The country that it enters."),
        "reason": words("Why.", optional=True),
        **figures(),
        **evidence(),
    },
    key=("material", "sector", "form", "region"),
)

DEPENDENCE_SHARES = TableSchema(
    "dependence_shares",
    "Dependence of the sectors",
    "Which part of a sector's output cannot be finished without the material.",
    {
        "material": slug("The material.", to=MATERIAL),
        "sector": slug("The sector.", to=SECTOR),
        **_three("kappa", "Part of the output"),
        "reason": words("Why."),
        **figures(),
        **evidence(),
    },
    key=("material", "sector"),
)

STOCKS = TableSchema(
    "stocks",
    "Stocks and substitution",
    "How long stocks last, and how much of a need can be designed out, of a sector, a material or "
    "a country's stockpile.",
    {
        "scope": one_of("Of what the row speaks.", ("sector", "material", "country")),
        "sector": slug("The sector.", to=SECTOR, optional=True),
        "material": slug("The material.", to=MATERIAL, optional=True),
        "country": country("The country.", optional=True),
        "buffer_days_low": number("Days that stocks last, low.", least=0),
        "buffer_days_mid": number("Days that stocks last, middle.", least=0),
        "buffer_days_high": number("Days that stocks last, high.", least=0),
        "substitutability": number(
            "Most of the need that can be designed out, 0 to 1.", least=0, most=1, optional=True
        ),
        "substitution_half_time_weeks": number(
            "Weeks until half of that is done.", least=0, optional=True
        ),
        **figures(),
        **evidence(),
        "note": note(),
    },
    key=("scope", "sector", "material", "country"),
)

INTENSITIES = TableSchema(
    "intensities",
    "What products hold",
    "Kilograms of a material in one product. Widely quoted figures that are disputed say so.",
    {
        "product": words("The product."),
        "per": words("Per what."),
        "material": slug("The material.", to=MATERIAL),
        "kg": number("Kilograms.", least=0),
        "kg_low": number("Low end.", least=0, optional=True),
        "kg_high": number("High end.", least=0, optional=True),
        "disputed": yes_no("Whether the figure is disputed."),
        "preferred": yes_no("Whether it is to be used before others of the product."),
        **figures(),
        **evidence(),
        "note": note(),
    },
    key=("product", "material"),
)

US_SUPPLY_FACTS = TableSchema(
    "us_supply_facts",
    "US supply facts",
    "The salient statistics of the USGS for the United States, in its own units.",
    {
        "material": slug("A material or group.", to=MATERIAL_OR_GROUP),
        "commodity": words("The commodity, as the USGS names it."),
        "topic": slug("What the figure is about."),
        "item": words("The item, as the USGS names it."),
        "year": whole("The year.", least=1990, most=2050),
        "value": number("The figure; the low end of a range.", optional=True),
        "high": number("High end of a range.", optional=True),
        "flag": one_of(
            "A bound, or why there is no figure.",
            (">", "<", "range", "missing", "withheld", "net_exporter", "below_half_unit"),
            optional=True,
        ),
        **figures(),
        **evidence(),
        "note": words("Footnote of the USGS.", optional=True),
    },
    reach="year",
)

US_CHINA_DEPENDENCE = TableSchema(
    "us_china_dependence",
    "US dependence on China",
    "China's share of US imports in 2021 to 2024 beside the net import reliance of 2025.",
    {
        "material": slug("The material.", to=MATERIAL),
        "goods": words("The goods, as the USGS names them."),
        "china_share_pct": number("China's share of the imports.", least=0, most=100),
        "reliance_pct": number("Net import reliance.", least=0, most=100, optional=True),
        "reliance_flag": one_of(
            "A bound, or why there is no figure.", (">", "<", "net_exporter"), optional=True
        ),
        "reliance_basis": words("Of what use."),
        **figures(),
        **evidence(),
    },
    key=("material", "goods", "reliance_basis", "reliance_flag"),
)

TABLES = (
    SUPPLY_TERMS,
    MODEL_DEFAULTS,
    END_USES,
    FORM_ROUTES,
    DEPENDENCE_SHARES,
    STOCKS,
    INTENSITIES,
    US_SUPPLY_FACTS,
    US_CHINA_DEPENDENCE,
)
