"""What is known of a row about the law that was left out of a damaged package."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rare_gui.cli.law_commands import POLICY_TABLES
from rare_gui.domain.damage import Damage, LostRow, damage_of
from rare_gui.domain.legal_state import legal_state
from rare_gui.domain.vocabulary import LegalState, SupplyForm
from rare_gui.intake.package import open_package
from tests.intake.spoiling import Package


def damage(package: Package, only: tuple[str, ...] | None = None) -> Damage:
    dataset, _ = open_package(package.folder, only)
    assert dataset is not None
    return damage_of(dataset)


def row_of(package: Package, table: str, **cells: str) -> int:
    """The row, counted as a spreadsheet does, of the first row with these cells."""
    header, *rows = package.rows(table)
    return next(
        number
        for number, row in enumerate(rows, start=2)
        if all(row[header.index(column)] == cell for column, cell in cells.items())
    )


@pytest.mark.parametrize("only", [None, POLICY_TABLES])
def test_that_an_unknown_slug_in_a_scope_may_be_any_material(
    small_package: Package, only: tuple[str, ...] | None
) -> None:
    number = row_of(
        small_package, "measure_scope", measure="cn-2023-23-ga-ge", material="gallium", form="metal"
    )
    small_package.edit_cell("measure_scope", number, "material", "galliun")
    found = damage(small_package, only)
    assert (found.errors, found.warnings, found.rows_dropped) == (1, 1, 1)
    assert found.lost == (
        LostRow(
            f"measure_scope.csv, row {number}",
            "“galliun” does not exist in materials or material_groups or wider_classes",
            jurisdiction="CN",
            target_country="ALL",
            form="metal",
            effect=LegalState.LICENCE_REQUIRED,
        ),
    )


def test_that_a_sound_slug_narrows_a_row_lost_for_another_reason(small_package: Package) -> None:
    number = row_of(small_package, "measure_scope", measure="cn-2023-23-ga-ge", material="gallium")
    small_package.edit_cell("measure_scope", number, "source_ids", "hearsay")
    (lost,) = damage(small_package).lost
    assert lost.materials == {"gallium"}


def test_that_a_lost_date_concerns_all_that_its_measure_covers_and_may_lessen_it(
    small_package: Package,
) -> None:
    number = row_of(small_package, "status_changes", measure="cn-2023-23-ga-ge")
    small_package.edit_cell("status_changes", number, "date", "soon")
    (lost,) = damage(small_package).lost
    assert lost.materials == {"gallium", "germanium"}
    assert (lost.form, lost.effect) == ("", None)


def test_that_a_lost_measure_concerns_what_its_scope_names(small_package: Package) -> None:
    number = row_of(small_package, "measures", measure="cn-2023-23-ga-ge")
    small_package.edit_cell("measures", number, "label", "x" * 99)
    (lost,) = damage(small_package).lost
    assert lost.materials == {"gallium", "germanium"}
    assert lost.effect is LegalState.LICENCE_REQUIRED


def test_that_a_member_taken_from_a_group_concerns_that_material_alone(
    small_package: Package,
) -> None:
    number = row_of(small_package, "material_groups", material="dysprosium")
    small_package.edit_cell("material_groups", number, "source_ids", "hearsay")
    (lost,) = damage(small_package).lost
    assert lost.materials == {"dysprosium"}
    assert lost.jurisdiction == ""


def test_that_a_lost_row_of_a_measure_that_sets_no_state_is_counted_only(
    small_package: Package,
) -> None:
    number = row_of(small_package, "measure_scope", measure="eu-crma")
    small_package.edit_cell("measure_scope", number, "material", "galliun")
    found = damage(small_package)
    assert (found.rows_dropped, found.lost) == (1, ())


def test_that_scope_rows_taken_away_are_missed_by_their_measure(small_package: Package) -> None:
    rows = small_package.rows("measure_scope")
    small_package.write_rows("measure_scope", [r for r in rows if r[0] != "cn-2023-23-ga-ge"])
    (lost,) = damage(small_package).lost
    assert lost.what == "has no row in measure_scope"
    assert lost.jurisdiction == "CN"


def test_that_a_table_that_cannot_be_read_is_counted(small_package: Package) -> None:
    small_package.file("wider_classes.csv").write_bytes(b"")
    found = damage(small_package)
    assert (found.tables_dropped, found.rows_dropped) == (1, 0)


def test_that_a_sound_package_has_lost_nothing(small_package: Package) -> None:
    assert damage(small_package) == Damage()


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_that_no_misspelt_scope_row_makes_goods_plainly_free(
    small_package: Package, data: st.DataObject
) -> None:
    sound, _ = open_package(small_package.folder)
    assert sound is not None
    text = small_package.file("measure_scope.csv").read_text(encoding="utf-8")
    _header, *rows = small_package.rows("measure_scope")
    chinese = [n for n, row in enumerate(rows, start=2) if row[0].startswith("cn-")]
    number = data.draw(st.sampled_from(chinese))
    small_package.edit_cell("measure_scope", number, "material", "misspelt-slug")
    spoilt, _ = open_package(small_package.folder, POLICY_TABLES)
    small_package.file("measure_scope.csv").write_text(text, encoding="utf-8", newline="\n")
    assert spoilt is not None
    day = data.draw(st.sampled_from([sound.data_through, sound.data_through.replace(year=2025)]))
    for material, forms in sound.law.named_forms.items():
        for form in forms:
            goods = (material, SupplyForm(form))
            before = legal_state(sound.law, *goods, as_of=day, origin="CN", destination="US")
            after = legal_state(spoilt.law, *goods, as_of=day, origin="CN", destination="US")
            if after.state != before.state:
                doubts = damage_of(spoilt).doubts(spoilt.law, *goods, "CN", "US", after.certain)
                assert doubts, (goods, before.state, after.state)
