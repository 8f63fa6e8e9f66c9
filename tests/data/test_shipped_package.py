"""What the shipped package promises: its README, its notices, its law, and a second opinion."""

from __future__ import annotations

import csv
import gzip
import json
import re
from itertools import islice
from pathlib import Path

import frictionless
import pytest

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.vocabulary import MeasureKind, SupplyForm
from rare_gui.intake.places import shipped_package

FOLDER = shipped_package()
ROOT = Path(__file__).resolve().parents[2]
DESCRIPTOR = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in DESCRIPTOR["resources"]}
PACKED = [name for name, resource in RESOURCES.items() if resource["path"].endswith(".gz")]
README = (FOLDER / "README.md").read_text(encoding="utf-8")


def test_that_frictionless_agrees_with_every_plain_table() -> None:
    descriptor = {
        **DESCRIPTOR,
        "resources": [resource for name, resource in RESOURCES.items() if name not in PACKED],
    }
    report = frictionless.Package(descriptor, basepath=str(FOLDER)).validate()
    assert report.valid, report.to_summary()


@pytest.mark.parametrize("name", PACKED)
def test_that_frictionless_agrees_with_the_first_rows_of_the_packed_tables(
    name: str, tmp_path: Path
) -> None:
    # all of them take it a minute on a slow machine; our own checks read every row
    with gzip.open(FOLDER / RESOURCES[name]["path"], "rt", encoding="utf-8", newline="") as packed:
        (tmp_path / "rows.csv").write_text("".join(islice(packed, 2001)), encoding="utf-8")
    schema = {k: v for k, v in RESOURCES[name]["schema"].items() if k != "foreignKeys"}
    resource = frictionless.Resource(
        {"name": name, "path": "rows.csv", "schema": schema}, basepath=str(tmp_path)
    )
    report = resource.validate()
    assert report.valid, report.to_summary()
    assert report.tasks[0].stats["rows"] == 2000


def test_that_frictionless_would_not_agree_with_other_bytes(tmp_path: Path) -> None:
    (tmp_path / "contains.csv").write_bytes((FOLDER / "contains.csv").read_bytes() + b"\n")
    resource = frictionless.Resource(RESOURCES["contains"], basepath=str(tmp_path))
    assert not resource.validate().valid


def test_that_every_file_is_a_table_of_the_descriptor() -> None:
    files = {path.name for path in FOLDER.iterdir()}
    tables = {resource["path"] for resource in DESCRIPTOR["resources"]}
    assert files == tables | {"README.md", "CHANGES.md", "datapackage.json"}


def test_that_plain_tables_are_utf_8_with_unix_lines_and_packed_ones_carry_no_time() -> None:
    for resource in DESCRIPTOR["resources"]:
        data = (FOLDER / resource["path"]).read_bytes()
        if resource["path"].endswith(".gz"):
            assert data[4:8] == b"\0\0\0\0", resource["path"]
        else:
            assert b"\r" not in data, resource["path"]
            assert not data.startswith(b"\xef\xbb\xbf"), resource["path"]
            data.decode("utf-8")


def test_that_every_column_is_described() -> None:
    for resource in DESCRIPTOR["resources"]:
        assert resource["title"]
        assert resource["description"]
        assert resource["data_through"] <= DESCRIPTOR["data_through"]
        for field in resource["schema"]["fields"]:
            assert field["description"], (resource["name"], field["name"])


def test_that_every_row_has_sources_and_confidence_and_figures_a_unit_and_class() -> None:
    with_figures = {
        "trade_monthly", "trade_annual", "trade_periods", "production", "reserves",
        "import_reliance", "import_sources", "processing_shares", "prices", "governance",
        "ree_composition", "sectors", "supply_terms", "model_defaults", "end_uses", "form_routes",
        "dependence_shares", "stocks", "intensities", "us_supply_facts", "us_china_dependence",
        "io_flows", "io_industries", "io_flows_detail", "commitment_evidence", "projects",
        "support",
    }  # fmt: skip
    for name, resource in RESOURCES.items():
        required = {
            field["name"]
            for field in resource["schema"]["fields"]
            if field["constraints"].get("required")
        }
        columns = {field["name"] for field in resource["schema"]["fields"]}
        assert "confidence" in required
        assert ("source_id" if name == "sources" else "source_ids") in required
        assert ({"unit", "data_class"} <= columns) == (name in with_figures), name


def test_that_every_source_is_cited(dataset: Dataset) -> None:
    cited = {
        source
        for name in dataset.tables
        if name != "sources"
        for cell in dataset.tables[name]["source_ids"].unique()
        for source in cell.split(";")
    }
    assert cited == set(dataset.tables["sources"]["source_id"])


def test_that_country_codes_have_names(dataset: Dataset) -> None:
    named = {*dataset.tables["countries"]["country"], "ALL", ""}
    for table, column in (
        ("measures", "jurisdiction"),
        ("measures", "target_country"),
        ("events", "countries"),
        ("production", "country"),
        ("trade_monthly", "partner"),
        ("trade_annual", "reporter"),
        ("trade_annual", "partner"),
        ("governance", "country"),
        ("import_sources", "origin"),
        ("projects", "country"),
    ):
        cells = dataset.tables[table][column].str.split(";").explode()
        assert set(cells) <= named, (table, column, set(cells) - named)


def test_that_monthly_rows_from_comtrade_are_only_those_the_licence_rule_allows(
    dataset: Dataset,
) -> None:
    rows = dataset.tables["trade_monthly"]
    bulk = rows[rows["source_ids"].str.contains("qennis-comtrade|atlas-flows")]
    assert len(bulk) > 0
    assert set(bulk["reporter"]) == {"CN"}
    assert set(bulk["flow"]) == {"export"}
    assert set(bulk["partner"]) <= {"WLD", "US", "JP", "KR", "DE", "EU"}


def test_that_lanes_and_labels_fit_and_lanes_are_unique(dataset: Dataset) -> None:
    measures = dataset.tables["measures"]
    assert measures["lane"].is_unique
    assert measures["lane"].str.len().max() <= 16
    assert measures["label"].str.len().max() <= 44
    assert dataset.tables["events"]["short_title"].str.len().max() <= 24


@pytest.mark.parametrize("table", ["measures", "events", "commitments", "truce_steps"])
def test_that_texts_for_users_hold_no_working_notes(dataset: Dataset, table: str) -> None:
    note = re.compile(r"not read|not opened|recheck|not checked|in the sources|as quoted|seen\b")
    frame = dataset.tables[table]
    for column in frame.columns.difference(["note", "source_ids"]):
        if frame[column].dtype == "str":
            found = frame[column][frame[column].str.contains(note)]
            assert found.empty, (column, found.tolist())


def test_that_only_the_two_duties_were_paused_in_part(dataset: Dataset) -> None:
    changes = dataset.tables["status_changes"]
    partial = changes[changes["partial"]]
    assert set(partial["measure"]) == {"us-ieepa-reciprocal-cn", "cn-us-retaliatory-tariff-2025"}
    assert set(partial["status"]) == {"suspended", "extended"}


def test_that_pausing_notices_are_of_their_own_kind(dataset: Dataset) -> None:
    measures = dataset.tables["measures"]
    kind = measures.set_index("measure")["kind"]
    notices = kind[kind == MeasureKind.SUSPENSION_NOTICE]
    assert set(notices.index) == {"cn-2025-70-suspension", "cn-2025-72-suspension"}


def test_that_the_browser_lists_the_controlled_materials(dataset: Dataset) -> None:
    materials = dataset.tables["materials"]
    sizes = materials[materials["listed"]].groupby("browser_group").size().to_dict()
    assert sizes == {"light": 7, "heavy": 10, "scandium_and_magnets": 3, "other_controlled": 14}
    assert set(materials[~materials["listed"]]["browser_group"]) == {"not_listed"}


@pytest.mark.parametrize(
    ("material", "forms"),
    [
        ("gallium", "oxide compound metal product"),
        ("germanium", "oxide compound metal product"),
        ("antimony", "ore oxide compound metal technology"),
        ("graphite-natural", "ore product"),
        ("graphite-synthetic", "product technology"),
        ("tungsten", "ore oxide compound metal alloy technology"),
        ("tellurium", "oxide compound metal technology"),
        ("bismuth", "oxide compound metal technology"),
        ("molybdenum", "ore oxide metal alloy technology"),
        ("indium", "compound metal target technology"),
        ("lithium", "ore compound metal product technology"),
        ("cobalt", "compound metal"),
        ("nickel", "ore compound metal alloy"),
        ("silver", "ore metal product"),
        ("ndfeb-magnets", "magnet"),
        ("smco-magnets", "magnet"),
        ("praseodymium", "ore oxide compound metal alloy product technology equipment"),
        ("neodymium", "ore oxide compound metal alloy magnet product technology equipment"),
    ],
)
def test_that_forms_exist_as_the_key_forms_trade_lines_and_chinese_scopes_say(
    dataset: Dataset, material: str, forms: str
) -> None:
    assert dataset.law.forms(material, "CN") == tuple(SupplyForm(form) for form in forms.split())


def test_that_no_input_row_is_lost_silently() -> None:
    counted = [
        [cell.strip(" `").replace(",", "") for cell in line.split("|")[1:-1]]
        for line in README.splitlines()
        if re.match(r"\| `?[a-z ]*/?.*csv", line) and line.count("|") == 7
    ]
    assert len(counted) == 46
    for name, rows, taken, merged, left_out, why in counted:
        assert int(rows) == int(taken) + int(merged) + int(left_out), name
        assert why or int(rows) == int(taken), name


def test_that_the_readme_tells_every_table() -> None:
    for resource in DESCRIPTOR["resources"]:
        assert f"| `{resource['path']}` |" in README, resource["path"]


def test_that_the_version_has_its_changes_told() -> None:
    assert f"## {DESCRIPTOR['version']}\n" in (FOLDER / "CHANGES.md").read_text(encoding="utf-8")


def test_that_the_notice_names_every_licence_that_binds() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    with (FOLDER / "sources.csv").open(encoding="utf-8", newline="") as file:
        licences = {row["licence"] for row in csv.DictReader(file)}
    assert licences == {
        "CC BY 4.0",
        "CC BY 4.0 (this package)",
        "Etalab Open Licence 2.0",
        "European Commission reuse, CC BY 4.0",
        "KOMIS: attribution, terms not checked",
        "UN Comtrade: attribution, selected rows only",
        "US public domain",
        "World Mining Data: attribution, terms not checked",
        "facts cited",
    }
    for word in (
        "CC BY 4.0",
        "Etalab",
        "KOMIS",
        "Comtrade",
        "public\n  domain",
        "World Mining Data",
    ):
        assert word in notice, word
