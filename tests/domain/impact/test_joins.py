"""How the tables join: the routes that a cut acts on, the rows used, and what lacks a table."""

from __future__ import annotations

from datetime import date

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.impact.case import ImpactCase
from rare_gui.domain.impact.cuts import cuts
from rare_gui.domain.impact.joins import Chain, Joined, joined
from rare_gui.domain.impact.parameters import parameters
from rare_gui.domain.impact.unsized import products_fed

DAY = date(2026, 11, 23)


def of(dataset: Dataset, line: str, destination: str = "US", origin: str = "CN") -> Joined:
    found = cuts(dataset, ImpactCase.from_text(line), DAY)
    return joined(dataset, found, parameters(dataset, destination), origin, destination)


def fed(found: Joined, sector: str) -> set[str]:
    """The routes of a sector that lack something."""
    chain = of_sector(found, sector)
    return {route.form for route in chain.routes if route.feeds}


def of_sector(found: Joined, sector: str) -> Chain:
    (chain,) = (chain for chain in found.chains if chain.sector == sector)
    return chain


def test_that_a_cut_of_an_elements_metal_acts_on_the_raw_route_alone(dataset: Dataset) -> None:
    found = of(dataset, "preset=own material=dysprosium form=metal cut=0.9")
    assert fed(found, "motor_vehicle_parts") == {"oxide_or_metal"}
    assert "motor_vehicles" not in {chain.sector for chain in found.chains}  # buys none raw


def test_that_a_cut_of_magnets_acts_on_the_magnet_route_alone(dataset: Dataset) -> None:
    found = of(dataset, "preset=own material=ndfeb-magnets cut=0.9")
    assert fed(found, "motor_vehicle_parts") == {"magnet"}
    assert not any(feed.partly for chain in found.chains for r in chain.routes for feed in r.feeds)


def test_that_magnets_with_an_element_are_only_a_part_of_all_magnets(dataset: Dataset) -> None:
    found = of(dataset, "preset=own material=dysprosium form=magnet cut=0.9")
    feeds = [feed for r in of_sector(found, "motor_vehicle_parts").routes for feed in r.feeds]
    assert [(feed.partly, found.flows[feed.flow].terms) for feed in feeds] == [
        (True, "supply.ndfeb-magnets.magnet")
    ]


def test_that_a_cut_to_the_world_reaches_makers_of_components(dataset: Dataset) -> None:
    line = "preset=own material=dysprosium form=metal cut=0.9 scope=world"
    found = of(dataset, line)
    assert fed(found, "motor_vehicle_parts") == {"oxide_or_metal", "component"}
    assert fed(found, "motor_vehicles") == {"component"}


def test_that_a_mix_feeds_what_holds_all_its_elements(dataset: Dataset) -> None:
    assert products_fed(dataset, "ndpr") == {"ndfeb-magnets"}
    assert products_fed(dataset, "samarium") == {"smco-magnets"}
    assert products_fed(dataset, "gallium") == frozenset()


def test_that_the_stock_row_is_the_sectors_then_the_materials_then_the_general(
    dataset: Dataset,
) -> None:
    gallium = of(dataset, "preset=own material=gallium cut=1")
    assert of_sector(gallium, "semiconductors").stock == "stock.semiconductors"
    assert of_sector(gallium, "lighting").stock == "stock.gallium"
    lanthanum = of(dataset, "preset=own material=lanthanum cut=1")
    assert of_sector(lanthanum, "petroleum_refining").stock == "stock.petroleum_refining"


def test_that_a_route_of_oxide_or_metal_takes_either(dataset: Dataset) -> None:
    for form in ("oxide", "metal"):
        found = of(dataset, f"preset=own material=antimony form={form} cut=1")
        assert "oxide_or_metal" in fed(found, "specialty_chemicals")


def test_that_every_material_cut_is_sized_or_told_with_the_table_that_lacks(
    dataset: Dataset,
) -> None:
    for preset in ("slow-licences", "truce-lapses", "full-stop"):
        found = of(dataset, f"preset={preset}")
        sized = {material for chain in found.chains for material in chain.materials}
        told = {one.material for one in found.not_sized}
        asked = {cut.material for cut in cuts(dataset, ImpactCase(preset), DAY)}
        assert sized | told == asked
        reasons = [one.reason for one in found.not_sized]
        assert all("the table of" in told and ".csv" not in told for told in reasons)


def test_that_a_material_without_dependence_names_that_table(dataset: Dataset) -> None:
    (told,) = of(dataset, "preset=own material=bismuth cut=1").not_sized
    assert told.reason == "no sector in the table of dependences needs it"


def test_that_a_form_without_terms_names_its_buyers(dataset: Dataset) -> None:
    found = of(dataset, "preset=own material=germanium cut=1")
    assert [one.reason for one in found.not_sized if "wire and cable" in one.reason]
    assert "semiconductors" in {chain.sector for chain in found.chains}


def test_that_a_country_without_terms_of_supply_is_not_sized(dataset: Dataset) -> None:
    found = of(dataset, "preset=full-stop", destination="JP")
    assert found.chains == ()
    assert {one.reason for one in found.not_sized} == {
        "the table of supply terms has nothing on Japan"
    }


def test_that_another_exporter_is_not_sized_by_chinas_share(dataset: Dataset) -> None:
    found = of(dataset, "preset=full-stop", origin="US")
    assert found.chains == ()
    assert all("share of China only" in one.reason for one in found.not_sized)
