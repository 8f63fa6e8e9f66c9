"""Evidence on what a material is: its own row, codes, uses, contents, projects, sources.

Not for figures of supply, trade or law.
"""

from __future__ import annotations

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.parts import Evidence, Reading, unrecorded
from rare_gui.domain.evidence.rows import number, numbered, reading, sources_of
from rare_gui.domain.vocabulary import DataClass


def cell(dataset: Dataset, key: str, material: str, column: str) -> Evidence:
    """What the material's own row says in a column, word for word."""
    found = numbered(dataset, "materials", "material", material)
    if not found or column not in found[0][1]:
        return unrecorded(key)
    value = found[0][1][column]
    if value is None or value != value or value == "":
        return unrecorded(key, "this cell of the material's row is empty")
    text = (
        {True: "yes", False: "no"}.get(value, f"{value:g}") if not isinstance(value, str) else value
    )
    words = (dataset.material_names[material], column.replace("_", " "))
    told = reading(dataset, "materials", found, unit="", locator=words, text=text)
    return _told(key, f"{words[0]}: {words[1]}", (told,))


def customs_code(dataset: Dataset, key: str, code: str) -> Evidence:
    """A customs code with the goods that it names."""
    readings = tuple(
        reading(
            dataset, "hs_codes", [pair], unit="", locator=(pair[1]["level"], code),
            text=pair[1]["description"], basis=pair[1]["level"],
        )
        for pair in numbered(dataset, "hs_codes", "hs", code)
    )  # fmt: skip
    return _told(key, f"Customs code {code}", readings) if readings else unrecorded(key)


def end_uses(dataset: Dataset, key: str, material: str) -> Evidence:
    """The shares of a material's uses, one reading an application."""
    readings = tuple(
        reading(
            dataset, "end_uses", [pair],
            locator=(pair[1]["application"], pair[1]["region"], pair[1]["year"]),
            value=number(pair[1]["share"]), of=pair[1]["application"], basis=pair[1]["application"],
            shown=not pair[1]["alternative"],
        )
        for pair in numbered(dataset, "end_uses", "material", material)
    )  # fmt: skip
    if not readings:
        return unrecorded(key, "no shares of its uses are in the data")
    return _told(key, f"Uses of {dataset.material_names[material]}", readings)


def project(dataset: Dataset, key: str, project_id: str) -> Evidence:
    """A listed project with its dated steps and its support."""
    found = numbered(dataset, "projects", "project", project_id)
    if not found:
        return unrecorded(key)
    row = found[0][1]
    readings = [
        reading(
            dataset, "projects", found, locator=(row["name"], row["capacity_basis"]),
            value=number(row["capacity_tonnes"]), text=row["status"],
        )
    ]  # fmt: skip
    for table, words in (("milestones", ("kind", "what")), ("support", ("instrument", "provider"))):
        for pair in numbered(dataset, table, "project", project_id):
            text = ", ".join(str(pair[1][name]).replace("_", " ") for name in words)
            day = pair[1]["date"].date().isoformat()
            readings.append(
                reading(dataset, table, [pair], unit="", locator=(day,), text=f"{day}: {text}")
            )
    return _told(key, row["name"], tuple(readings))


def source(dataset: Dataset, key: str, source_id: str) -> Evidence:
    """A source as such."""
    known, _ = sources_of(dataset, (source_id,))
    if not known:
        return unrecorded(key)
    one = known[0]
    return Evidence(
        key,
        one.title,
        text=one.publisher,
        confidence=one.confidence,
        family=one.kind,
        about=one.note,
        sources=known,
    )


def _told(key: str, title: str, readings: tuple[Reading, ...]) -> Evidence:
    first = readings[0]
    return Evidence(
        key,
        title,
        first.value,
        first.unit,
        first.text,
        data_class=first.data_class or DataClass.PUBLISHED,
        confidence=first.confidence,
        readings=readings,
    )
