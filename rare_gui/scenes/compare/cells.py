"""The cells of a comparison, each for the selection's material, with the basis behind the figure.

What is not published says so; nothing is put in its place.
"""

from __future__ import annotations

from collections.abc import Callable

from rare_gui.domain.cliffs import cliffs, hit, next_clause
from rare_gui.domain.counting import counted
from rare_gui.domain.dataset import Dataset
from rare_gui.domain.exposure import dependences, sector_names
from rare_gui.domain.flows import main_series
from rare_gui.domain.prices import Price, prices
from rare_gui.domain.rows import rows
from rare_gui.domain.vocabulary import SupplyForm
from rare_gui.scenes.browse import URGENT_DAYS
from rare_gui.scenes.chips import COLUMNS, chip, column_runs, strongest
from rare_gui.scenes.compare.parts import CompareCell
from rare_gui.scenes.export_change import export_change
from rare_gui.scenes.flow_words import month_words, tonnes_words
from rare_gui.scenes.header import ABSENT, FIGURE_KEYS, header_scene
from rare_gui.scenes.notes import known_through
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.sparks import spark
from rare_gui.scenes.wording import BASIS_WORDS, day_words, listed

_MOST_SECTORS = 3


def missing(words: str) -> CompareCell:
    """A cell that says why there is no figure."""
    return CompareCell(words, missing=True, spoken=words)


def _of(material: str, key: str) -> str:
    """The key of a figure of a material other than the one looked at."""
    return f"for:{material}:{key}"


def state_cell(dataset: Dataset, selection: Selection) -> CompareCell:
    """The six chips, each with the name of its forms."""
    through = known_through(dataset, selection.known_on)
    material = selection.material
    name = dataset.material_names[material]
    columns = [
        column_runs(dataset.law, material, number, selection) for number in range(len(COLUMNS))
    ]
    chips = tuple(
        (chip(name, number, runs, through), COLUMNS[number][1])
        for number, runs in enumerate(columns)
    )
    keys = tuple(
        _of(material, f"state:{strongest(runs)[0].value}") if runs else "" for runs in columns
    )
    spoken = "\n".join(one.spoken for one, _ in chips)
    tangible = next(filter(None, keys), "")
    return CompareCell(chips=chips, spoken=spoken, key=tangible, chip_keys=keys)


def words_cell(dataset: Dataset, selection: Selection) -> CompareCell:
    """The header's sentence: what applies, then by which measure."""
    scene = header_scene(dataset, selection)
    return CompareCell(scene.lead, scene.rest.strip(), spoken=f"{scene.lead}{scene.rest}")


def condition_cell(dataset: Dataset, selection: Selection) -> CompareCell:
    """Classes of users and contents that are treated otherwise."""
    found = header_scene(dataset, selection).conditions
    if not found:
        return missing("no condition in these data")
    return CompareCell(chips=found, spoken="; ".join(one.spoken for one, _ in found))


def clause_cell(dataset: Dataset, selection: Selection) -> CompareCell:
    """Days to the next dated clause, its date and what the date rests on."""
    law, material = dataset.law, selection.material
    day = next_clause(
        law, material, selection.as_of, selection.origin, selection.destination,
        selection.known_on,
    )  # fmt: skip
    if day is None:
        return missing("no dated clause ahead")
    left = (day - selection.as_of).days
    clause = next(
        (
            cliff
            for cliff in cliffs(law, selection.as_of, selection.known_on)
            if cliff.day == day and material in hit(law, cliff.measure)
        ),
        None,
    )
    lead = counted(left, "day", "days")
    basis = BASIS_WORDS[clause.basis] if clause else ""
    rest = ", ".join(filter(None, (day_words(day), basis)))
    return CompareCell(
        lead,
        rest,
        urgent=left <= URGENT_DAYS,
        spoken=f"{lead}, {rest}",
        key=_of(material, f"lane:{clause.measure.id}") if clause else "",
    )


def figure_cell(number: int) -> Callable[[Dataset, Selection], CompareCell]:
    """One of the header's four figures, with the stage, goods and year that it is of."""

    def cell(dataset: Dataset, selection: Selection) -> CompareCell:
        figure = header_scene(dataset, selection).figures[number]
        if figure.value in ABSENT:
            return missing(figure.value)
        value = f"{figure.value}{' e' if figure.estimated else ''}"
        return CompareCell(
            value,
            figure.of,
            spoken=f"{figure.value}, {figure.caption}; {figure.spoken}",
            key=_of(selection.material, FIGURE_KEYS[number]),
        )

    return cell


def price_cell(dataset: Dataset, selection: Selection) -> CompareCell:
    """The latest price that was known, with its range, form, place and date."""
    day = min(selection.as_of, selection.known_on or selection.as_of)
    found = [one for one in prices(dataset, selection.material) if one.known_from <= day]
    if not found:
        return missing("no dollar price in these data")
    last = max(found, key=lambda one: (one.day, one.form == SupplyForm.OXIDE))
    span = f"({_price(last.low)}–{_price(last.high)}) " if last.low and last.high else ""
    when = day_words(last.day, last.precision)
    rest = f"{span}{last.form.replace('_', ' ')}, {last.market_words}, {when}"
    value = f"{_price(last.usd_per_kg)}{' e' if last.estimated else ''}"
    key = _of(selection.material, f"price:{last.form}:{last.day.isoformat()}:{last.market_words}")
    return CompareCell(value, rest, spoken=_price_spoken(last, rest), key=key)


def exports_cell(dataset: Dataset, selection: Selection) -> CompareCell:
    """The sparkline, the last month and how it moved."""
    drawn = spark(dataset, selection, selection.material)
    series = main_series(dataset, selection.material)
    if drawn is None or series is None:
        return missing("no monthly exports in these data")
    last = series.known_on(selection.known_on)[-1]
    change = export_change(dataset, selection.material, selection.origin, selection.known_on)
    moved = (
        "" if change.percent is None else f", {change.percent:+.0f}\N{NO-BREAK SPACE}% in a year"
    )
    return CompareCell(
        tonnes_words(last.tonnes),
        f"{month_words(last.month)}{moved}".replace("-", "−"),
        spark=drawn,
        spoken="\n".join(filter(None, (drawn.spoken, change.spoken))),
        key=f"export:{selection.material}:{last.month:%Y-%m}",
    )


def by_product_cell(dataset: Dataset, selection: Selection) -> CompareCell:
    """What the material comes out with."""
    if "by-product links" not in dataset.kept:
        dataset.kept["by-product links"] = {
            row["material"]: row["by_product_of"] for row in rows(dataset.tables["materials"])
        }
    words = dataset.kept["by-product links"].get(selection.material) or ""
    if not words:
        return missing("not in these data")
    key = _of(selection.material, "material:by_product_of")
    return CompareCell(rest=words, spoken=words, key=key)


def sectors_cell(dataset: Dataset, selection: Selection) -> CompareCell:
    """The sectors that need the material most, by the middle of the judged dependence."""
    needs: dict[str, float] = {}
    for item in dependences(dataset, selection.material):
        needs[item.sector] = max(needs.get(item.sector, 0.0), item.shares[1])
    if not needs:
        return missing("no sector in these data")
    names = sector_names(dataset)
    order = sorted(needs, key=lambda sector: (-needs[sector], names[sector]))
    first = [names[sector].partition(" (")[0] for sector in order[:_MOST_SECTORS]]
    more = len(order) - len(first)
    rest = listed([*first, f"{more} more"] if more else first)
    spoken = "; ".join(f"{names[one]}, dependence {100 * needs[one]:.0f} %" for one in order)
    return CompareCell(str(len(order)), rest, spoken=f"{spoken}; judgement")


def _price(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _price_spoken(price: Price, rest: str) -> str:
    estimated = ", estimated" if price.estimated else ""
    return (
        f"US$ {_price(price.usd_per_kg)} a kg {rest}{estimated}; {price.data_class.value}; "
        f"sources: {', '.join(price.sources)}"
    )
