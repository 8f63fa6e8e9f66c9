"""The tables of projects outside China: what is built, what happened, who paid."""

from __future__ import annotations

from rare_gui.intake.columns import code, country, day, number, one_of, slug, words
from rare_gui.intake.tables.table import TableSchema, evidence, figures, note, precision

PROJECT = "projects.project"
STAGES = ("mine", "separation", "metal_alloy", "magnet", "recycling", "refining")
STATES = ("planned", "financed", "construction", "ramping", "operating", "paused")
MILESTONES = (
    "announced",
    "financed",
    "construction",
    "first_production",
    "nameplate",
    "output",
    "offtake",
    "delay",
    "incident",
    "target",
)
INSTRUMENTS = ("grant", "loan", "equity", "offtake", "price_floor")

PROJECTS = TableSchema(
    "projects",
    "Projects outside China",
    "Listed projects only, never all of the world. `status` is the last one known, never today's; "
    "capacities keep their basis and are never added across bases.",
    {
        "project": slug("Id of the project.", unique=True),
        "name": words("Its name."),
        "owner": words("Who owns it."),
        "country": country("Where it is."),
        "place": words("The place."),
        "stage": one_of("Its stage in the chain.", STAGES),
        "materials": slug("Its materials.", to="materials.material", several=True),
        "product": words("What it makes."),
        "capacity_tonnes": number("Capacity in tonnes a year.", least=0, optional=True),
        "capacity_basis": words("What is weighed, and what the figure is.", optional=True),
        "capacity_date": day("When it is to be reached.", optional=True),
        "capacity_date_precision": precision("capacity_date", optional=True),
        "status": one_of("The last status known.", STATES),
        "status_date": day("When that was."),
        "status_date_precision": precision("status_date"),
        **figures(optional=True),
        **evidence(),
        "note": note(),
    },
    key=("project",),
)

MILESTONE_TABLE = TableSchema(
    "milestones",
    "Milestones of the projects",
    "What happened, or is promised: a `target` is a promise, not an event.",
    {
        "project": slug("The project.", to=PROJECT),
        "date": day("When."),
        "date_precision": precision("date"),
        "kind": one_of("What kind of milestone it is.", MILESTONES),
        "what": words("What happened or is promised."),
        **evidence(),
    },
)

SUPPORT = TableSchema(
    "support",
    "Public support of the projects",
    "Loans, grants, stakes and price floors, with the state they were in when last known.",
    {
        "project": slug("The project.", to=PROJECT),
        "instrument": one_of("What kind of support it is.", INSTRUMENTS),
        "amount": number("The amount.", least=0, optional=True),
        "currency": code("ISO 4217 code of its currency.", r"[A-Z]{3}"),
        "date": day("When."),
        "date_precision": precision("date"),
        "provider": words("Who gives it."),
        "state": words("How firm it is."),
        **figures(optional=True),
        **evidence(),
        "note": note(),
    },
)

TABLES = (PROJECTS, MILESTONE_TABLE, SUPPORT)
