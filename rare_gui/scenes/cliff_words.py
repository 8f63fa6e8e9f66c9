"""Dated clauses in words: what happens by the text, on what basis, who and what it hits.

Not for legal states: those sentences are in `scenes.wording`.
"""

from __future__ import annotations

from datetime import date

from rare_gui.domain.cliffs import Cliff, Turn, hit
from rare_gui.domain.counting import counted
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import sector_names
from rare_gui.domain.records import Measure
from rare_gui.domain.rows import rows
from rare_gui.domain.vocabulary import MeasureKind
from rare_gui.scenes.wording import BASIS_WORDS, day_words, listed, opened

_RULES = {
    MeasureKind.EXPORT_BAN: "an export ban",
    MeasureKind.EXPORT_LICENCE: "a licence duty",
    MeasureKind.EXPORT_QUOTA: "an export quota",
    MeasureKind.EXPORT_DUTY: "an export duty",
    MeasureKind.TECHNOLOGY_CONTROL: "a licence duty for technology",
    MeasureKind.GENERAL_LICENCE: "an easing of licences",
    MeasureKind.ENTITY_LISTING: "limits for listed firms",
    MeasureKind.EXTRATERRITORIAL_RULE: "a rule for goods made abroad",
    MeasureKind.TARIFF: "a tariff",
    MeasureKind.IMPORT_INVESTIGATION: "an import investigation",
    MeasureKind.PRODUCTION_QUOTA: "a production quota",
    MeasureKind.SUBSIDY: "a subsidy",
    MeasureKind.STOCKPILE: "a stockpile",
}
_PLURAL = frozenset({MeasureKind.ENTITY_LISTING})
_CLASSES = {"dual-use-items": "dual-use items"}
_MOST_NAMES = 4


def clause_id(cliff: Cliff) -> str:
    """What names a clause for good: its measure, date and basis."""
    return f"{cliff.measure.id}.{cliff.day.isoformat()}.{cliff.basis.value}"


def left_words(days: int) -> str:
    """E.g. "4 days", "1 day", "today", "−13 days"."""
    if days == 0:
        return "today"
    sign = "\u2212" if days < 0 else ""
    return f"{sign}{counted(abs(days), 'day', 'days')}"


def left_spoken(days: int) -> str:
    """The same for the ear: "4 days left", "13 days ago"."""
    if days == 0:
        return "today"
    return f"{left_words(abs(days))} {'left' if days > 0 else 'ago'}"


def turn_words(cliff: Cliff) -> str:
    """What happens: "A licence duty begins", "An export ban applies again", "A tariff ends"."""
    kind = cliff.measure.kind
    rule = _RULES.get(kind, "a rule")
    if cliff.partial:
        rule = f"the paused part of {rule}"
    plural = kind in _PLURAL and not cliff.partial
    if cliff.turn is Turn.ENDS:
        verb = "end" if plural else "ends"
    elif cliff.turn is Turn.RESUMES and not cliff.first_time:
        verb = "apply again" if plural else "applies again"
    else:
        verb = "begin" if plural else "begins"
    return opened(f"{rule} {verb}")


def what_happens(cliff: Cliff) -> str:
    """One plain sentence: what the text does on the date, and the other date where there is one."""
    sentence = f"{turn_words(cliff)}: {cliff.measure.title}"
    return f"{sentence}; {other_words(cliff)}." if cliff.other_date else f"{sentence}."


def other_words(cliff: Cliff) -> str:
    """Where a statement and the legal text differ, what the other one says; else empty."""
    if cliff.other_date is None or cliff.other_basis is None:
        return ""
    when = day_words(cliff.other_date)
    if cliff.in_legal_text is not None:
        return f"the legal text says {when}"
    return f"prolonged by {BASIS_WORDS[cliff.other_basis]} to {when}"


def either_way(cliff: Cliff, known_to: date) -> str:
    """What cannot be told about the clause by what is known to a day; empty where it can."""
    if not cliff.beyond_data:
        return ""
    reach = f"the data reach {day_words(known_to)}"
    if cliff.days_left > 0:
        return f"The date lies ahead and {reach}: a later change would not be in them."
    if cliff.other_date is not None and cliff.other_date > cliff.day:
        return f"The date has passed by its text, but it is {other_words(cliff)}; {reach}."
    return f"The date has passed and {reach}: what holds now is not known from these data."


def goods_words(dataset: Dataset, measure: Measure) -> str:
    """What a measure hits: materials by symbol or name, whole groups and classes by their name."""
    names = dataset.material_names
    groups = {group for own in dataset.law.groups_of.values() for group in own}
    told = dict.fromkeys(
        names[row.material].lower()
        if row.material in groups and row.material in names
        else names.get(row.material, _CLASSES.get(row.material, row.material.replace("-", " ")))
        for row in measure.scope
    )
    words = list(told)
    if len(words) > _MOST_NAMES:
        return f"{', '.join(words[:_MOST_NAMES])} and {len(words) - _MOST_NAMES} more"
    return listed(words)


def sectors_hit(dataset: Dataset, measure: Measure) -> tuple[str, ...]:
    """Names of the sectors that need a material of the measure, or a product that contains it."""
    kept = dataset.kept
    if "sectors by product" not in kept:
        found: dict[str, set[str]] = {}
        names = sector_names(dataset)
        for row in rows(dataset.tables["dependence_shares"]):
            found.setdefault(row["material"], set()).add(names[row["sector"]])
        kept["sectors by product"] = found
    needing = kept["sectors by product"]
    materials = hit(dataset.law, measure)
    products = set(materials).union(*(dataset.products_of(material) for material in materials))
    return tuple(sorted(set().union(*(needing.get(product, ()) for product in products))))
