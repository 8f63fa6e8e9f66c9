"""What names, signs, numbers and codes of a parts list are read as, and when it is left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rare_gui.domain.dataset import Dataset
from rare_gui.domain.parts.formulae import read_alloy, read_formula
from rare_gui.domain.parts.goods import Doubt, Goods, Reading
from rare_gui.domain.parts.line import PartLine
from rare_gui.domain.parts.reading import LineReader
from rare_gui.domain.rows import rows
from rare_gui.domain.vocabulary import SupplyForm


@pytest.fixture(scope="module")
def reader(dataset: Dataset) -> LineReader:
    return LineReader(dataset, "CN")


def told(reading: Reading) -> list[str]:
    return [f"{goods.material}/{goods.form}" for goods in reading.goods]


def offered(reading: Reading) -> list[str]:
    return [f"{goods.material}/{goods.form}" for goods in reading.candidates]


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Dy metal, lump", ["dysprosium/metal"]),
        ("DYSPROSIUM METAL", ["dysprosium/metal"]),
        ("Nd magnet, block", ["neodymium/magnet"]),
        ("magnet, with Tb", ["terbium/magnet"]),
        ("gallium 6N", ["gallium/metal"]),
        ("indium ingot", ["indium/metal"]),
        ("antimony trioxide", ["antimony/oxide"]),
        ("dysprosium fluoride", ["dysprosium/compound"]),
        ("germanium tetrachloride", ["germanium/compound"]),
        ("Pr-Nd oxide", ["ndpr/oxide"]),
        ("Praseodymium–neodymium metal", ["ndpr/metal"]),
        ("NdFeB magnet", ["ndfeb-magnets/magnet"]),
        ("ndfeb magnets N42", ["ndfeb-magnets/magnet"]),
        ("graphite, spherical", ["graphite-natural/product"]),
        ("graphite flake", ["graphite-natural/ore"]),
        ("ferro-dysprosium", ["dysprosium/alloy"]),
        ("ferrovanadium", ["vanadium/alloy"]),
        ("Al-Sc master alloy", ["scandium/alloy"]),
        ("ITO target", ["indium/target"]),
        ("GaAs wafer", ["gallium/product"]),
        ("APT", ["tungsten/compound"]),
        ("terbium-dysprosium alloy", ["terbium/alloy", "dysprosium/alloy"]),
        ("NdFeB magnet with Dy", ["ndfeb-magnets/magnet", "dysprosium/magnet"]),
    ],
)
def test_that_names_symbols_and_trade_words_are_read(
    reader: LineReader, text: str, goods: list[str]
) -> None:
    assert told(reader.read(PartLine(1, material=text))) == goods


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("Ho2O3", ["holmium/oxide"]),
        ("Ho₂O₃", ["holmium/oxide"]),
        ("Dy2(SO4)3·8H2O", ["dysprosium/compound"]),
        ("LiCoO2", ["lithium/compound", "cobalt/compound"]),
        ("Nd2Fe14B", ["ndfeb-magnets/magnet"]),
        ("Sm2Co17 magnet", ["smco-magnets/magnet"]),
        ("W-Ni-Fe bar", ["tungsten/alloy", "nickel/alloy"]),
        ("氧化镝", ["dysprosium/oxide"]),
        ("金属镓", ["gallium/metal"]),
        ("钕铁硼磁体", ["ndfeb-magnets/magnet"]),
    ],
)
def test_that_formulae_and_chinese_names_are_read(
    reader: LineReader, text: str, goods: list[str]
) -> None:
    assert told(reader.read(PartLine(1, material=text))) == goods


def test_that_a_coat_is_not_the_part(reader: LineReader) -> None:
    for text in (
        "NdFeB magnet, nickel coated",
        "NdFeB magnet coated with nickel",
        "NdFeB Ni-plated",
    ):
        assert told(reader.read(PartLine(1, material=text))) == ["ndfeb-magnets/magnet"]


@pytest.mark.parametrize(
    ("text", "doubt", "candidate"),
    [
        ("disprosium metal", Doubt.UNSURE, "dysprosium/metal"),
        ("silicone tube", Doubt.UNSURE, "silicon/metal"),
        ("DY METAL", Doubt.UNSURE, "dysprosium/metal"),
        ("Co bracket", Doubt.UNSURE, "cobalt/metal"),
        ("graphite", Doubt.GROUP, "graphite-synthetic/product"),
        ("rare earth magnet", Doubt.GROUP, "ndfeb-magnets/magnet"),
        ("antimony alloy", Doubt.NO_SUCH_FORM, "antimony/metal"),
        ("copper wire", Doubt.NO_FORM, "copper/metal"),
        ("NdFeB magnet alloy Nd", Doubt.NO_FORM, "neodymium/alloy"),
        ("8505.11", Doubt.BASKET, "ndfeb-magnets/magnet"),
    ],
)
def test_that_what_is_not_certain_is_left_open_with_candidates(
    reader: LineReader, text: str, doubt: Doubt, candidate: str
) -> None:
    reading = reader.read(PartLine(1, material=text))
    assert (reading.doubt, reading.goods) == (doubt, ())
    assert candidate in offered(reading)


@pytest.mark.parametrize(
    "text",
    ["special alloy X", "42CrMo4", "SUS304 bolt", "PCB assembly", "USB-C cable", "AS PER DRAWING",
     "Order No. 7", "in stock", "B-C 12", "steel bracket", "!!!", "4711"],
)  # fmt: skip
def test_that_other_goods_are_not_taken_for_a_material(reader: LineReader, text: str) -> None:
    assert reader.read(PartLine(1, material=text)).doubt is Doubt.UNKNOWN


def test_that_a_cas_number_names_its_element(reader: LineReader) -> None:
    assert told(reader.read(PartLine(1, cas="7429-91-6"))) == ["dysprosium/metal"]
    oxide = PartLine(1, material="oxide powder", cas="CAS 7429-91-6")
    assert told(reader.read(oxide)) == ["dysprosium/oxide"]
    assert reader.read(PartLine(1, cas="7429-91-5")).doubt is Doubt.UNKNOWN  # wrong check digit


def test_that_the_number_of_an_element_beside_its_name_says_metal(reader: LineReader) -> None:
    assert told(reader.read(PartLine(1, material="Dysprosium", cas="7429-91-6"))) == [
        "dysprosium/metal"
    ]
    oxide = PartLine(1, material="Dysprosium oxide", cas="7429-91-6")
    assert told(reader.read(oxide)) == ["dysprosium/oxide"]
    assert reader.read(PartLine(1, material="Dysprosium")).doubt is Doubt.NO_FORM


def test_that_every_number_of_the_package_is_known(reader: LineReader, dataset: Dataset) -> None:
    for row in rows(dataset.tables["materials"]):
        if row["cas"]:
            reading = reader.read(PartLine(1, cas=row["cas"]))
            goods = {one.material for one in (*reading.goods, *reading.candidates)}
            assert row["material"] in goods


def test_that_a_number_of_two_materials_is_left_open(reader: LineReader) -> None:
    reading = reader.read(PartLine(1, cas="7782-42-5"))
    assert reading.doubt is Doubt.UNSURE
    assert "graphite-natural/ore" in offered(reading)


def test_that_a_number_against_the_name_is_left_open(reader: LineReader) -> None:
    reading = reader.read(PartLine(1, material="gallium metal", cas="7440-56-4"))
    assert reading.doubt is Doubt.DISAGREE
    assert offered(reading) == ["gallium/metal", "germanium/metal"]


def test_that_a_customs_code_of_one_material_names_it(reader: LineReader) -> None:
    assert told(reader.read(PartLine(1, hs="8112.92.10.00"))) == ["gallium/metal"]
    assert told(reader.read(PartLine(1, hs="HS 85051100 70"))) == ["ndfeb-magnets/magnet"]
    basket = reader.read(PartLine(1, hs="81129299"))
    assert basket.doubt is Doubt.BASKET
    assert {"gallium/metal", "germanium/metal"} <= set(offered(basket))


def test_that_the_form_column_decides(reader: LineReader) -> None:
    assert told(reader.read(PartLine(1, material="Tb", form="target"))) == ["terbium/target"]
    assert told(reader.read(PartLine(1, material="Tb metal", form="Oxides"))) == ["terbium/oxide"]


def test_that_the_suppliers_country_is_the_origin_or_left_open(reader: LineReader) -> None:
    def origin(country: str) -> Reading:
        return reader.read(PartLine(1, material="Dy metal", country=country))

    words = {"": "CN", "P.R. China": "CN", "中国": "CN", "Japan": "JP", "U.S.A.": "US", "de": "DE"}
    assert {word: origin(word).origin for word in words} == words
    assert origin("Atlantis").doubt is Doubt.COUNTRY


def test_that_a_person_settles_what_is_open(reader: LineReader) -> None:
    chosen = Goods("dysprosium", SupplyForm.METAL)
    reading = reader.read(PartLine(1, material="special alloy X"), chosen)
    assert (reading.goods, reading.doubt) == ((chosen,), None)


def test_that_a_thousand_unknown_names_are_all_left_open(reader: LineReader) -> None:
    lines = [PartLine(n, material=f"Widget {n} qz{n:x} item") for n in range(1, 1001)]
    assert {reader.read(line).doubt for line in lines} == {Doubt.UNKNOWN}


@given(
    st.text(max_size=60)
    | st.from_regex(r"[A-Z][a-z]?[0-9]{0,2}(-[A-Z][a-z]?){0,2}", fullmatch=True)
)
def test_that_any_text_is_goods_that_exist_or_a_doubt(dataset: Dataset, text: str) -> None:
    reading = LineReader(dataset, "CN").read(PartLine(1, material=text))
    assert bool(reading.goods) is (reading.doubt is None)
    for goods in (*reading.goods, *reading.candidates):
        assert goods.form in dataset.law.forms(goods.material, "CN")


@given(st.lists(st.sampled_from(["lot", "4711", "rev", "B2", "#3", "qx"]), max_size=4))
def test_that_words_without_meaning_change_nothing(reader: LineReader, words: list[str]) -> None:
    for text in ("dysprosium metal", "Ho2O3", "disprosium", "rare earth magnet"):
        with_words = reader.read(PartLine(1, material=" ".join([text, *words])))
        assert with_words.goods == reader.read(PartLine(1, material=text)).goods
        assert with_words.candidates == reader.read(PartLine(1, material=text)).candidates


@pytest.mark.parametrize(
    ("word", "elements", "form"),
    [
        ("Ho2O3", ("Ho", "O"), SupplyForm.OXIDE),
        ("GaAs", ("Ga", "As"), SupplyForm.COMPOUND),
        ("DyF3", ("Dy", "F"), SupplyForm.COMPOUND),
        ("DyFe", ("Dy", "Fe"), SupplyForm.ALLOY),
        ("WO3", ("W", "O"), SupplyForm.OXIDE),
        ("Dy", ("Dy",), None),
    ],
)
def test_that_a_formula_tells_elements_and_form(
    word: str, elements: tuple[str, ...], form: SupplyForm | None
) -> None:
    formula = read_formula(word)
    assert formula is not None
    assert (formula.elements, formula.form) == (elements, form)


@pytest.mark.parametrize("word", ["PCB", "USB", "SUS304", "42CrMo4", "C45", "V2", "Bar", "", "·"])
def test_that_codes_are_no_formulae(word: str) -> None:
    assert read_formula(word) is None
    assert read_alloy(word) is None
