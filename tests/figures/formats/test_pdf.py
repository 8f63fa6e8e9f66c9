from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from rare_gui.domain.picture_facts import Facts
from rare_gui.figures.formats.pdf import pdf, pdf_pages
from tests.figures.formats.drawings import FACTS, Sampler, differing, pdf_pixels


def read(data: bytes) -> pypdf.PdfReader:
    """Strictly: a wrong offset in the cross-reference table is an error."""
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


class A4(Sampler):
    width, height = 794.0, 1123.0


def test_that_a_page_is_exactly_as_large_as_the_drawing(qtbot: QtBot) -> None:
    for drawing, size in ((Sampler(), (600, 465)), (A4(), (595.5, 842.25))):
        (page,) = read(pdf(drawing, FACTS, 2)).pages
        assert (page.mediabox.width, page.mediabox.height) == pytest.approx(size)


def test_that_fonts_are_embedded_and_words_can_be_searched(qtbot: QtBot) -> None:
    data = pdf(Sampler(), FACTS, 2)
    (page,) = read(data).pages
    for font in page["/Resources"]["/Font"].values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in inner["/FontDescriptor"].get_object()
    with pypdfium2.PdfDocument(data) as document:
        assert "Gallium" in document[0].get_textpage().get_text_range()


def test_that_times_are_those_of_the_facts(qtbot: QtBot) -> None:
    found = read(pdf(Sampler(), FACTS, 2)).metadata
    assert found is not None
    assert found["/CreationDate"] == found["/ModDate"] == "D:20261123090507Z"
    assert (found.title, found.creator) == (FACTS.title, FACTS.software)


def test_that_the_packet_holds_the_facts(qtbot: QtBot) -> None:
    packet = read(pdf(Sampler(), FACTS, 2)).xmp_metadata
    assert packet is not None
    assert packet.dc_title == {"x-default": FACTS.title}
    assert packet.dc_description == {"x-default": FACTS.description}
    assert packet.dc_rights == {"x-default": FACTS.licence}
    assert packet.dc_source == "\n".join(FACTS.sources)
    assert packet.xmp_create_date is not None
    assert packet.xmp_create_date.replace(tzinfo=FACTS.created.tzinfo) == FACTS.created
    assert packet.xmp_creator_tool == FACTS.software


@pytest.mark.parametrize(
    "facts", [FACTS, replace(FACTS, title="x" * 500), replace(FACTS, title="", sources=())]
)
def test_that_every_object_is_where_the_table_says(qtbot: QtBot, facts: Facts) -> None:
    data = pdf(Sampler(), facts, 2)
    reader = read(data)
    offsets = [place for table in reader.xref.values() for place in table.values() if place]
    assert len(offsets) > 20
    for place in offsets:
        assert b" obj" in data[place : place + 16]


def test_that_a_view_left_out_is_nowhere_in_the_file(qtbot: QtBot) -> None:
    assert b"as_of=" not in pdf(Sampler(), replace(FACTS, view=None), 2)


def test_that_several_drawings_are_as_many_pages_each_of_its_size(qtbot: QtBot) -> None:
    data = pdf_pages([Sampler(), A4(), Sampler()], FACTS, 2)
    sizes = [(float(p.mediabox.width), float(p.mediabox.height)) for p in read(data).pages]
    assert sizes == [(600, 465), (595.5, 842.25), (600, 465)]
    assert differing(pdf_pixels(data, 2, 0), pdf_pixels(data, 2, 2), 0) == 0


def test_that_the_same_drawing_gives_the_same_bytes(qtbot: QtBot) -> None:
    assert pdf(Sampler(), FACTS, 2) == pdf(Sampler(), FACTS, 2)
