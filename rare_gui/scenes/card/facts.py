"""The card's blocks of facts: uses, by-product, substitutes, sectors, codes, lists."""

from __future__ import annotations

from typing import Any

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.evidence.rows import number, numbered
from rare_gui.domain.exposure import Dependence, dependences, sector_names
from rare_gui.domain.impact.parameters import parameters
from rare_gui.domain.records import Measure
from rare_gui.domain.rows import split_ids
from rare_gui.domain.vocabulary import DataClass
from rare_gui.scenes.card.parts import CardBlock, CardLine
from rare_gui.scenes.footnotes import Footnotes
from rare_gui.scenes.selection import Selection
from rare_gui.scenes.wording import inside, listed

NOT_HERE = "not in these data"
_MOST_USES = 5


def material_row(dataset: Dataset, material: str) -> dict[str, Any]:
    """The row of a material; empty where a damaged package lacks it."""
    found = numbered(dataset, "materials", "material", material)
    return found[0][1] if found else {}


def facts_block(dataset: Dataset, selection: Selection, notes: Footnotes) -> CardBlock:
    """What it is used in, traded as, comes with, and what stands in for it."""
    row = material_row(dataset, selection.material)
    marks = notes.marks(split_ids(row.get("source_ids", "")), most=1)
    lines = [
        _cell("Used in", row.get("main_uses", ""), "main_uses", marks),
        *_uses(dataset, selection, notes),
        _cell("Traded as", row.get("key_forms", ""), "key_forms", marks),
        _cell("Comes with", row.get("by_product_of", ""), "by_product_of", marks),
        _cell("Instead", row.get("substitutes", ""), "substitutes", marks),
        *_contents(dataset, selection),
    ]
    recycled = number(row.get("eol_recycling_input_rate_eu_pct"))
    words = "" if recycled is None else f"{recycled:.3g} % of input comes from old scrap"
    lines.append(_cell("Recycled, EU", words, "eol_recycling_input_rate_eu_pct", marks))
    return CardBlock("facts", "What it is", lines=tuple(lines))


def _cell(label: str, text: str, column: str, marks: tuple[int, ...]) -> CardLine:
    if not text:
        return CardLine(label, NOT_HERE, spoken=f"{label}: {NOT_HERE}", tone="text3")
    words = text.replace(";", "; ").replace("  ", " ")
    return CardLine(label, words, marks, f"material:{column}", f"{label}: {words}")


def _uses(dataset: Dataset, selection: Selection, notes: Footnotes) -> list[CardLine]:
    found = [
        row
        for _, row in numbered(dataset, "end_uses", "material", selection.material)
        if not row["alternative"] and number(row["share"]) is not None
    ]
    if not found:
        return [CardLine("Shares", f"{NOT_HERE}: no shares of its uses", tone="text3")]
    found.sort(key=lambda row: -row["share"])
    weak = any(row["data_class"] != DataClass.PUBLISHED for row in found)
    where = "" if found[0]["region"] == "WLD" else f" ({found[0]['region']})"
    words = listed(
        [f"{row['application']} {100 * row['share']:.3g} %" for row in found[:_MOST_USES]]
    )
    text = f"{words}{' e' if weak else ''}, {found[0]['year']}{where}"
    marks = notes.marks(one for row in found for one in split_ids(row["source_ids"]))
    return [CardLine("Shares", text, marks, "uses", f"Shares of its uses: {text}")]


def _contents(dataset: Dataset, selection: Selection) -> list[CardLine]:
    lines = []
    for label, found in (
        ("Inside", dataset.products_of(selection.material)),
        ("Holds", dataset.contents_of(selection.material)),
    ):
        if found:
            names = sorted(inside(dataset.material_names[one]) for one in found)
            lines.append(CardLine(label, listed(names), spoken=f"{label} {listed(names)}"))
    return lines


def sectors_block(dataset: Dataset, selection: Selection, notes: Footnotes) -> CardBlock:
    """The sectors that hang on it, with the share of their output that does."""
    found = dependences(dataset, selection.material)
    known = parameters(dataset, selection.destination)
    names = sector_names(dataset)
    lines = []
    for one in found:
        key = f"kappa.{one.product}.{one.sector}"
        sources = known[key].sources if key in known else ()
        text = _dependence(dataset, selection, one)
        label = names[one.sector]
        marks = notes.marks(sources, most=1)
        lines.append(CardLine(label, text, marks, f"impact:{key}", f"{label}: {text}"))
    missing = "" if found else "Not in these data, which is not the same as none."
    remark = "output that hangs on it" if found else ""
    return CardBlock("sectors", "Sectors", remark, tuple(lines), missing)


def _dependence(dataset: Dataset, selection: Selection, one: Dependence) -> str:
    low, mid, high = (f"{100 * share:.0f}" for share in one.shares)
    through = (
        ""
        if one.product == selection.material
        else (f" through {dataset.material_names[one.product]}")
    )
    weak = "" if one.data_class is DataClass.PUBLISHED else " e"
    use = f"; {one.end_use}" if one.end_use else ""
    return f"{mid} %{weak} ({low} to {high} %){through}, {one.data_class.value}{use}"


def codes_block(dataset: Dataset, selection: Selection, notes: Footnotes) -> CardBlock:
    """CAS number, customs codes with what they hold, control codes by measure, official lists."""
    row = material_row(dataset, selection.material)
    marks = notes.marks(split_ids(row.get("source_ids", "")), most=1)
    cas = row.get("cas", "")
    unchecked = "" if not cas or row.get("cas_checked") else " (not checked)"
    lines = [_cell("CAS", f"{cas}{unchecked}", "cas", marks)]
    lines += _customs(dataset, selection, notes)
    lines += _control(dataset, selection, notes)
    for label, column in (
        ("US critical 2025", "us_critical_2025"),
        ("EU critical 2023", "eu_critical_2023"),
    ):
        answer = row.get(column)
        words = "" if answer is None else ("on the list" if answer else "not on the list")
        lines.append(_cell(label, words, column, marks))
    return CardBlock("codes", "Codes and lists", lines=tuple(lines))


def _customs(dataset: Dataset, selection: Selection, notes: Footnotes) -> list[CardLine]:
    lines = []
    for row in dataset.tables["commodities"].to_dict("records"):
        held = split_ids(row["materials"])
        if selection.material not in held:
            continue
        for _, code in numbered(dataset, "hs_codes", "commodity", row["commodity"]):
            own = (
                "" if row["coverage_kind"] == "exact" else f"; holds others too: {row['coverage']}"
            )
            text = f"{code['hs']} {code['description']}{own}"
            marks = notes.marks(split_ids(code["source_ids"]), most=1)
            lines.append(CardLine(code["level"], text, marks, f"hs:{code['hs']}", text))
    return lines or [CardLine("HS", f"{NOT_HERE}: no customs code names it", tone="text3")]


def _control(dataset: Dataset, selection: Selection, notes: Footnotes) -> list[CardLine]:
    names = dataset.law.names(selection.material)
    found: dict[str, tuple[Measure, dict[str, None], list[str]]] = {}
    for measure in dataset.law.touching(selection.material):
        for _, row in numbered(dataset, "measure_scope", "measure", measure.id):
            if row["material"] in names and row["codes"]:
                codes = found.setdefault(measure.id, (measure, {}, []))
                codes[1][row["codes"].replace(";", "; ")] = None
                codes[2].extend(split_ids(row["source_ids"]))
    lines = [
        CardLine(
            measure.label, "; ".join(codes), notes.marks(sources, most=1), f"scope:{measure.id}",
            f"Control codes of {measure.title}: {'; '.join(codes)}",
        )
        for measure, codes, sources in found.values()
    ]  # fmt: skip
    return lines or [CardLine("Control codes", f"{NOT_HERE}", tone="text3")]
