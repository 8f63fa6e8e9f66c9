"""Materials, their groups and forms, the words for goods that are no material, and the sources."""

from __future__ import annotations

from rare_gui.domain.vocabulary import NamedBy, SupplyForm
from rare_gui.intake.columns import code, day, number, one_of, slug, whole, words, yes_no
from rare_gui.intake.tables.table import TableSchema, evidence, precision

BROWSER_GROUPS = ("light", "heavy", "scandium_and_magnets", "other_controlled", "not_listed")
SOURCE_KINDS = (
    "official", "dataset", "press", "price_report", "company", "analysis", "academic",
    "repository", "own",
)  # fmt: skip
HS6 = r"\d{6}"

MATERIALS = TableSchema(
    "materials",
    "Materials",
    "Elements, minerals and magnets that the package speaks of.",
    {
        "material": slug("Id of the material.", unique=True),
        "name": words("Its name."),
        "short_name": words("The same for lists.", longest=24),
        "name_zh": words("Its Chinese name.", optional=True),
        "symbol": words("Chemical symbol or short sign.", optional=True, longest=6),
        "atomic_number": whole("Atomic number of an element.", least=1, most=118, optional=True),
        "group": one_of("Rare-earth group.", ("light_ree", "heavy_ree", "other")),
        "category": words("What kind of material it is."),
        "description": words("What it is, in our own words."),
        "main_uses": words("What it is used for, parted by ;."),
        "key_forms": words("The forms in which it is traded, in words parted by ;."),
        "by_product_of": words("What it is won beside.", optional=True),
        "substitutes": words("What can stand in for it.", optional=True),
        "cas": code("CAS registry number.", r"\d{2,7}-\d{2}-\d", optional=True),
        "cas_checked": yes_no("Whether the CAS number was compared with a second list."),
        "hs6_raw": code("HS codes of its raw forms.", HS6, several=True, optional=True),
        "hs6_finished": code("HS codes of its finished forms.", HS6, several=True, optional=True),
        "hs6_checked": yes_no("Whether all HS codes come from a code list."),
        "eol_recycling_input_rate_eu_pct": number(
            "End-of-life recycling input rate in the EU, percent.", least=0, most=100, optional=True
        ),
        "substitution_index_sr_eu": number(
            "EU substitution index for supply risk: 1 cannot be replaced.",
            least=0,
            most=1,
            optional=True,
        ),
        "us_critical_2025": yes_no("Whether the US list of 2025 names it."),
        "eu_critical_2023": yes_no("Whether the EU list of 2023 names it."),
        "eu_note": words("Remark on the EU list.", optional=True),
        "listed": yes_no("Whether the material browser lists it."),
        "browser_group": one_of("Under which head the browser lists it.", BROWSER_GROUPS),
        **evidence(),
    },
    key=("material",),
)

MATERIAL_GROUPS = TableSchema(
    "material_groups",
    "Groups of materials",
    "Which materials a group named by a measure consists of; one level.",
    {
        "group": slug("Id of the group."),
        "material": slug("A member.", to="materials.material"),
        **evidence(),
    },
    key=("group", "material"),
)

CONTAINS = TableSchema(
    "contains",
    "What products contain",
    "Which materials a product is made of; for the reach of a shortage, never for the law.",
    {
        "product": slug("The product.", to="materials.material"),
        "material": slug("What it contains.", to="materials.material"),
        **evidence(),
    },
    key=("product", "material"),
)

WIDER_CLASSES = TableSchema(
    "wider_classes",
    "Wider classes",
    "Words of measures that are no material: shown as they are, never expanded to materials.",
    {
        "wider_class": slug("Id of the class.", unique=True),
        "description": words("What it covers."),
        **evidence(),
    },
    key=("wider_class",),
)

MATERIAL_FORMS = TableSchema(
    "material_forms",
    "Forms that exist",
    "The forms in which a material is known to be traded, by its key forms or an exact trade line. "
    "Scope rows of measures can name further ones.",
    {
        "material": slug("The material.", to="materials.material"),
        "form": one_of("The form.", SupplyForm),
        "named_by": one_of("What names the form.", NamedBy),
        "words": words("The words of the key forms, or the trade lines."),
        **evidence(),
    },
    key=("material", "form"),
)

SOURCES = TableSchema(
    "sources",
    "Sources",
    "Every source that a row of the package rests on.",
    {
        "source_id": slug("Id of the source.", unique=True),
        "publisher": words("Who published it."),
        "title": words("Its title."),
        "url": words("Where it is; several parted by ' ; '.", optional=True),
        "published": day("When it was published.", optional=True),
        "published_precision": precision("published", optional=True),
        "accessed": day("When it was read."),
        "kind": one_of("What kind of source it is.", SOURCE_KINDS),
        "licence": words("On what terms its facts are carried here."),
        "note": words("How it was read; not a text for users.", optional=True),
        "confidence": evidence()["confidence"],
    },
    key=("source_id",),
)

TABLES = (
    MATERIALS,
    MATERIAL_GROUPS,
    CONTAINS,
    WIDER_CLASSES,
    MATERIAL_FORMS,
    SOURCES,
)
