"""The words that the data and the program share: kinds, states, forms, bases, classes.

Not for texts shown to people: those are made in `scenes.wording`.
"""

from __future__ import annotations

from enum import StrEnum


class SupplyForm(StrEnum):
    """The physical or immaterial form in which a material is traded and controlled."""

    ORE = "ore"
    OXIDE = "oxide"
    COMPOUND = "compound"
    METAL = "metal"
    TARGET = "target"
    ALLOY = "alloy"
    MAGNET = "magnet"
    PRODUCT = "product"
    TECHNOLOGY = "technology"
    EQUIPMENT = "equipment"


ALL_FORMS = "all"
"""In a scope row: every form that exists for the material."""


class MeasureKind(StrEnum):
    """What kind of act a measure is."""

    EXPORT_BAN = "export_ban"
    EXPORT_LICENCE = "export_licence"
    EXPORT_QUOTA = "export_quota"
    EXPORT_DUTY = "export_duty"
    TECHNOLOGY_CONTROL = "technology_control"
    GENERAL_LICENCE = "general_licence"
    ENTITY_LISTING = "entity_listing"
    EXTRATERRITORIAL_RULE = "extraterritorial_rule"
    TARIFF = "tariff"
    IMPORT_INVESTIGATION = "import_investigation"
    PRODUCTION_QUOTA = "production_quota"
    SUBSIDY = "subsidy"
    STOCKPILE = "stockpile"
    SUSPENSION_NOTICE = "suspension_notice"
    OTHER = "other"


class StatusKind(StrEnum):
    """What a dated status row says happened to a measure."""

    ANNOUNCED = "announced"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    SUSPENDED = "suspended"
    EXTENDED = "extended"
    LAPSED = "lapsed"
    REVOKED = "revoked"


class MeasureStatus(StrEnum):
    """What one measure is doing on one day."""

    NONE = "none"
    ANNOUNCED = "announced"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    ENDED = "ended"
    PAST_ITS_DATE = "past_its_date"


class LegalState(StrEnum):
    """What applies to a material in a form for a destination on a day; strongest first."""

    PROHIBITED = "prohibited"
    LICENCE_REQUIRED = "licence_required"
    REPORTED_LIMIT = "reported_limit"
    QUOTA = "quota"
    DUTY = "duty"
    ANNOUNCED = "announced"
    SUSPENDED = "suspended"
    FREE = "free"
    PAST_ITS_DATE = "past_its_date"


STRENGTH: dict[LegalState, int] = {
    state: strength
    for strength, state in enumerate(
        reversed([s for s in LegalState if s is not LegalState.PAST_ITS_DATE])
    )
}
"""Rank of each state that a measure can give; `free` is 0. `past_its_date` has none of its own."""


class Basis(StrEnum):
    """What a status row rests on."""

    LEGAL_TEXT = "legal_text"
    OFFICIAL_STATEMENT = "official_statement"
    PRESS = "press"
    DE_FACTO = "de_facto"
    SCENARIO = "scenario"


BASES_OF_DATA: tuple[Basis, ...] = tuple(one for one in Basis if one is not Basis.SCENARIO)
"""What a row of a data package can rest on; rows of a what-if are only ever made by the program."""


class DatePrecision(StrEnum):
    """How exactly a date is known; a coarser date is stored as its first day."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class DataClass(StrEnum):
    """Where a figure comes from, weakest last."""

    PUBLISHED = "published"
    DERIVED = "derived"
    JUDGEMENT = "judgement"


class Confidence(StrEnum):
    """How far a row can be trusted."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class NamedBy(StrEnum):
    """Why a form is said to exist for a material."""

    KEY_FORM = "key_form"
    TRADE_LINE = "trade_line"
