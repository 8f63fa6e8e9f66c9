"""The policy tables: measures, their scope and dates, events, the truce, the ledger of promises."""

from __future__ import annotations

from rare_gui.domain.vocabulary import (
    ALL_FORMS,
    BASES_OF_DATA,
    LegalState,
    MeasureKind,
    StatusKind,
    SupplyForm,
)
from rare_gui.intake.columns import country, day, number, one_of, slug, words, yes_no
from rare_gui.intake.tables.table import TableSchema, evidence, figures, note, precision

EVENT_KINDS = (
    "restriction", "relief", "truce", "trade_action", "legal", "industry", "investment", "price",
)  # fmt: skip
GOODS = "materials.material|material_groups.group|wider_classes.wider_class"

MEASURES = TableSchema(
    "measures",
    "Measures",
    "Acts of states that limit, license, tax or support the trade in materials. What a measure "
    "does on a day follows from `status_changes`, never from this table.",
    {
        "measure": slug("Id of the measure.", unique=True),
        "title": words("What the act is called, in plain words."),
        "lane": words("Name of its lane in the timeline's gutter.", longest=16),
        "label": words("What its bar in the timeline says.", longest=44),
        "authority": words("Who issued it."),
        "jurisdiction": country("The state whose act it is."),
        "instrument": words("Number or name of the legal text."),
        "kind": one_of("What kind of act it is.", MeasureKind),
        "target": words("At whom it is aimed, in words."),
        "target_country": country("At which country it is aimed; ALL: at every one."),
        "target_class": words("At which class of users it is aimed; empty: at all.", optional=True),
        "summary": words("What it does, in our own words."),
        **evidence(),
    },
    key=("measure",),
)

MEASURE_SCOPE = TableSchema(
    "measure_scope",
    "Scope of the measures",
    "Which materials, groups or wider classes a measure covers, and in which forms.",
    {
        "measure": slug("The measure.", to="measures.measure"),
        "material": slug("A material, a group of materials or a wider class.", to=GOODS),
        "form": one_of("The form covered; all: every form that exists.", (*SupplyForm, ALL_FORMS)),
        "only_if": words("Condition on the goods; empty: none.", optional=True),
        "effect": one_of(
            "The state the row gives, where it differs from that of the measure's kind.",
            LegalState,
            optional=True,
        ),
        "codes": words("Control codes and tariff lines, as printed.", optional=True),
        "note": note(),
        **evidence(),
    },
)

STATUS_CHANGES = TableSchema(
    "status_changes",
    "What happened to the measures",
    "Dated rows about each measure; of several on one day the later row wins, so their order "
    "counts. Stretches are half-open: `until` is the first day not covered.",
    {
        "measure": slug("The measure.", to="measures.measure"),
        "date": day("From when the row tells what the measure does."),
        "date_precision": precision("date"),
        "status": one_of("What happened.", StatusKind),
        "until": day("First day that the row no longer covers, or the start.", optional=True),
        "until_in_legal_text": day("The same by the legal text, if it differs.", optional=True),
        "basis": one_of("What the row rests on.", BASES_OF_DATA),
        "known_from": day("From when the row was public."),
        "known_from_precision": precision("known_from"),
        "partial": yes_no("Whether only a part of the measure is suspended."),
        "note": note(),
        **evidence(),
    },
)

TRUCE_STEPS = TableSchema(
    "truce_steps",
    "Steps of the truce",
    "The stretches of the truce between China and the United States, `[start, end)`.",
    {
        "step": slug("Id of the step.", unique=True),
        "start": day("First day."),
        "end": day("First day after it."),
        "end_in_legal_text": day("The same by the legal text, if it differs.", optional=True),
        "basis": one_of("What the end rests on.", BASES_OF_DATA),
        "what": words("What was agreed."),
        **evidence(),
    },
    key=("step",),
)

EVENTS = TableSchema(
    "events",
    "Events",
    "Dated events around the measures: talks, rulings, shortages, investments.",
    {
        "event": slug("Id of the event.", unique=True),
        "date": day("Day of the event, or its first day."),
        "date_precision": precision("date"),
        "end_date": day("Its last day, where it has several.", optional=True),
        "category": one_of("What kind of event it is.", EVENT_KINDS),
        "title": words("What happened, in a line."),
        "short_title": words("The same for the timeline.", longest=24),
        "summary": words("What happened, in our own words."),
        "materials": slug("Materials, groups, classes.", to=GOODS, several=True, optional=True),
        "sectors": slug("Sectors hit.", to="sectors.sector", several=True, optional=True),
        "countries": country("Countries that take part.", several=True, optional=True),
        **evidence(),
    },
    key=("event",),
)

COMMITMENTS = TableSchema(
    "commitments",
    "Promises of the truce",
    "What each side promised in the talks, by whose account, and whether the other side agrees.",
    {
        "commitment": slug("Id of the promise.", unique=True),
        "agreement": slug("The talks in which it was made."),
        "party": country("Who promised.", several=True),
        "subject": words("What it is about."),
        "promise": words("What was promised, in our own words."),
        "due": day("By when.", optional=True),
        "due_precision": precision("due", optional=True),
        "materials": slug("Materials, groups, classes.", to=GOODS, several=True, optional=True),
        "according_to": words("Whose account it is."),
        "disputed": yes_no("Whether the other side tells it otherwise."),
        "dispute": words("How the accounts differ.", optional=True),
        **evidence(),
    },
    key=("commitment",),
)

COMMITMENT_EVIDENCE = TableSchema(
    "commitment_evidence",
    "Evidence on the promises",
    "Dated facts that speak for or against a promise being kept.",
    {
        "commitment": slug("The promise.", to="commitments.commitment"),
        "date": day("Day of the fact."),
        "date_precision": precision("date"),
        "what": words("The fact, in our own words."),
        "points_to": one_of("What it speaks for.", ("kept", "partly", "not", "unclear")),
        "measure": slug("The measure concerned.", to="measures.measure", optional=True),
        "metric": words("What the figure counts.", optional=True),
        "value": number("The figure.", optional=True),
        **figures(optional=True),
        **evidence(),
    },
)

COMMITMENT_VERDICTS = TableSchema(
    "commitment_verdicts",
    "Verdicts on the promises",
    "Whether a promise was kept, as of a day, with the reason.",
    {
        "commitment": slug("The promise.", to="commitments.commitment"),
        "as_of": day("The day of the verdict."),
        "as_of_precision": precision("as_of"),
        "verdict": one_of("The verdict.", ("kept", "partly", "not", "cannot_tell")),
        "reason": words("Why."),
        **evidence(),
    },
    key=("commitment",),
)

TABLES = (
    MEASURES,
    MEASURE_SCOPE,
    STATUS_CHANGES,
    TRUCE_STEPS,
    EVENTS,
    COMMITMENTS,
    COMMITMENT_EVIDENCE,
    COMMITMENT_VERDICTS,
)
