"""Words for listed projects: stages, statuses, capacities, promised dates, support.

Not for choosing projects: `scenes.projects`.
"""

from __future__ import annotations

from rare_gui.domain.counting import counted
from rare_gui.domain.project_steps import CannotTell, NextTonne, Outcome, PromisedStep
from rare_gui.domain.project_sums import CapacitySum, SupportSum
from rare_gui.domain.projects import Capacity, Milestone, ProjectOnDay, ProjectStatus, Stage
from rare_gui.scenes.wording import day_words, opened

STAGE_WORDS: dict[Stage, str] = {
    Stage.MINE: "Mine",
    Stage.SEPARATION: "Separation",
    Stage.REFINING: "Refining",
    Stage.METAL_ALLOY: "Metal and alloy",
    Stage.MAGNET: "Magnets",
    Stage.RECYCLING: "Recycling",
}
STATUS_WORDS: dict[ProjectStatus, str] = {
    status: "under construction" if status is ProjectStatus.CONSTRUCTION else status.value
    for status in ProjectStatus
}
NO_CAPACITY = "none published"
NO_SUPPORT = "none known"
NOT_READ = "not known on this day"


def status_words(one: ProjectOnDay) -> str:
    """The status with the day on which it was read: "ramping, read February 2026"."""
    if one.status is None:
        return NOT_READ
    read = day_words(one.project.status_day, one.project.status_precision)
    return f"{STATUS_WORDS[one.status]}, read {read}"


def tonnes_a_year(tonnes: float) -> str:
    """A capacity as published, without rounding: "1,200 t"."""
    return f"{tonnes:,.10g} t"


def capacity_words(capacity: Capacity | None) -> str:
    """The figure with its basis and date; empty where none is published."""
    if capacity is None:
        return ""
    when = f", {day_words(capacity.day, capacity.precision)}" if capacity.day else ""
    return f"{tonnes_a_year(capacity.tonnes)} a year ({capacity.basis}){when}"


def outcome_words(step: PromisedStep) -> str:
    """What became of a promised date."""
    match step.outcome:
        case Outcome.REACHED:
            reached = step.reached
            when = day_words(reached.day, reached.precision) if reached else ""
            late = f", at least {step.late_days} days late" if step.late_days else ""
            return f"production reported {when}{late}"
        case Outcome.OVERDUE:
            return f"over by {step.late_days} days or more; no production step known since"
        case Outcome.BEYOND_DATA:
            return "passed after the end of the data: not known"
        case _:
            return "ahead"


def step_words(step: PromisedStep) -> str:
    """A promised date with what was promised and what became of it."""
    target = step.target
    when = day_words(target.day, target.precision)
    return f"{when}: {target.what}. {opened(outcome_words(step))}."


def milestone_words(milestone: Milestone) -> str:
    """A dated event: "Oct 2025: Early works begin"."""
    return f"{day_words(milestone.day, milestone.precision)}: {milestone.what}"


def money_words(amount: float | None, currency: str) -> str:
    """An amount in its own currency: "150 million USD"; "amount not published"."""
    if amount is None:
        return "amount not published"
    for size, name in ((1e9, "billion"), (1e6, "million")):
        if amount >= size:
            return f"{amount / size:,.6g} {name} {currency}"
    return f"{amount:,.0f} {currency}"


def instrument_words(instrument: str) -> str:
    """ "price floor" for `price_floor`."""
    return instrument.replace("_", " ")


def capacity_sum_words(one: CapacitySum) -> str:
    """A sum with its basis, status and number of projects; it says that they are the listed."""
    projects = counted(len(one.projects), "listed project", "listed projects")
    return f"{tonnes_a_year(one.tonnes)} a year: {projects}, {STATUS_WORDS[one.status]}"


def support_sum_words(one: SupportSum) -> str:
    """Support of one kind: "US EXIM, loan: 120 million USD (contracted; 2 acts)"."""
    acts = counted(one.acts, "act", "acts")
    if one.unpriced and one.amount is not None:
        acts += f", {one.unpriced} without a published amount"
    money = money_words(one.amount, one.currency)
    return f"{one.giver}, {instrument_words(one.instrument)}: {money} ({one.state}; {acts})"


def next_words(answer: NextTonne | CannotTell) -> str:
    """Months until the next tonne that is dated and financed, or why nobody can tell."""
    if isinstance(answer, CannotTell):
        return f"Months until the next non-Chinese tonne: cannot tell; {answer.reason}."
    if answer.most == 0:
        months = "within this month"
    elif answer.least == answer.most:
        months = counted(answer.most, "month", "months")
    else:
        months = f"{answer.least} to {answer.most} months"
    project, target = answer.project.project, answer.target
    when = day_words(target.day, target.precision)
    return (
        f"Months until the next non-Chinese tonne, by its own promise: {months}. {project.name} "
        f"({status_words(answer.project)}) promised for {when}: {target.what}."
    )
