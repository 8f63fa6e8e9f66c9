"""The countries that the package's codes mean, and their names."""

from __future__ import annotations

from rare_gui.intake.columns import code, country, words, yes_no
from rare_gui.intake.tables.table import TableSchema, evidence

COUNTRIES = TableSchema(
    "countries",
    "Countries",
    "Codes of countries and of the few groups that are counted like one.",
    {
        "country": country("ISO 3166-1 alpha-2 code, or EU, WLD, OTH."),
        "alpha3": code("ISO 3166-1 alpha-3 code.", r"[A-Z]{3}", optional=True),
        "name": words("Its English name."),
        "name_in_text": words("The same inside a sentence, with the article where one belongs."),
        "eu_member": yes_no("Whether it is a member state of the European Union."),
        **evidence(),
    },
    key=("country",),
)

TABLES = (COUNTRIES,)
