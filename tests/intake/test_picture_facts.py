"""Facts are read back from each format; what is foreign or hostile is told in a sentence."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from rare_gui.domain.picture_facts import Facts
from rare_gui.figures.formats.pdf import pdf
from rare_gui.figures.formats.png import png
from rare_gui.figures.formats.svg import svg
from rare_gui.intake.picture_facts import NoFacts, read_facts, read_file
from rare_gui.intake.picture_texts import LONGEST_TEXT
from tests.figures.formats.drawings import FACTS, Sampler

WRITERS = {"png": png, "svg": svg, "pdf": pdf}
SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Dot:
    width, height = 4.0, 4.0

    def paint(self, painter: object) -> None:
        pass


def written(kind: str, facts: Facts = FACTS) -> bytes:
    return WRITERS[kind](Dot(), facts, 1)


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize(
    "facts",
    [
        FACTS,
        replace(FACTS, view=None, title_edited=True),
        replace(FACTS, sources=(), licence="", description=""),
    ],
)
def test_that_facts_come_back_as_they_were_written(qtbot: QtBot, kind: str, facts: Facts) -> None:
    assert read_facts(WRITERS[kind](Sampler(), facts, 1)) == facts


words = st.text(
    st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=30
)  # of one printable line


@pytest.mark.parametrize("kind", WRITERS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=words,
    sources=st.lists(words, max_size=4),
    view=words,
    seconds=st.integers(-(10**9), 10**9),
)
def test_that_any_words_come_back(
    qtbot: QtBot, kind: str, title: str, sources: list[str], view: str, seconds: int
) -> None:
    facts = replace(
        FACTS,
        title=title,
        sources=tuple(sources),
        view=view,
        created=FACTS.created + timedelta(seconds=seconds),
    )
    assert read_facts(written(kind, facts)) == facts


def test_that_a_file_is_read_from_the_disk(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(written("png"))
    assert read_file(path) == FACTS


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%!PS", b"\x00" * 64, b"PK\x03\x04", b"hello"])
def test_that_another_kind_of_file_is_told(data: bytes) -> None:
    with pytest.raises(NoFacts, match="no PNG, SVG or PDF"):
        read_facts(data)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_with(*chunks: bytes) -> bytes:
    return SIGNATURE + chunk(b"IHDR", b"\0" * 13) + b"".join(chunks) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [
        png_with(),
        png_with(chunk(b"tEXt", b"Software\0Adobe ImageReady")),
        b"<svg xmlns='http://www.w3.org/2000/svg'><title>x</title></svg>",
    ],
)
def test_that_a_foreign_picture_is_told(data: bytes) -> None:
    with pytest.raises(NoFacts, match="not made by this program"):
        read_facts(data)


def test_that_a_foreign_pdf_is_told() -> None:
    import io

    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(10, 10)
    whole = io.BytesIO()
    writer.write(whole)
    with pytest.raises(NoFacts, match="not made by this program"):
        read_facts(whole.getvalue())


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("view", ["x" * 9000, " ", "a\u202eb"])
def test_that_a_view_that_no_selection_has_is_refused(qtbot: QtBot, kind: str, view: str) -> None:
    with pytest.raises(NoFacts, match="tampered"):
        read_facts(written(kind, replace(FACTS, view=view)))


def test_that_a_view_with_control_characters_is_refused() -> None:
    with pytest.raises(NoFacts, match="tampered"):
        read_facts(own(chunk(b"tEXt", b"rare_gui:view\0material=\x07")))


def own(*more: bytes) -> bytes:
    return png_with(
        chunk(b"tEXt", b"Software\0rare_gui 1"),
        chunk(b"tEXt", b"rare_gui:package\0p 1 abc"),
        chunk(b"tEXt", b"Creation Time\0Mon, 23 Nov 2026 09:05:07 +0000"),
        *more,
    )


def test_that_packed_texts_are_read(qtbot: QtBot) -> None:
    title, source = zlib.compress(b"Caf\xe9"), zlib.compress("稀土".encode())
    found = read_facts(
        own(
            chunk(b"zTXt", b"Title\0\0" + title),
            chunk(b"iTXt", b"Source\0\1\0en\0Quelle\0" + source),
            chunk(b"tEXt", b"Title\0another title, which comes too late"),
        )
    )
    assert (found.title, found.sources) == ("Café", ("稀土",))


@pytest.mark.parametrize("head", [(b"zTXt", b"Title\0\0"), (b"iTXt", b"Title\0\1\0\0\0")])
def test_that_a_text_that_unpacks_without_end_is_refused(head: tuple[bytes, bytes]) -> None:
    kind, begin = head
    bomb = zlib.compress(b"x" * 50 * LONGEST_TEXT, 9)
    with pytest.raises(NoFacts, match="too long"):
        read_facts(own(chunk(kind, begin + bomb)))


def test_that_a_huge_or_endless_row_of_texts_is_refused() -> None:
    with pytest.raises(NoFacts, match="too long"):
        read_facts(own(chunk(b"tEXt", b"Title\0" + b"x" * (LONGEST_TEXT + 1))))
    with pytest.raises(NoFacts, match="too long"):
        read_facts(own(*[chunk(b"tEXt", b"a\0b")] * 200))


@pytest.mark.parametrize(
    "more",
    [
        chunk(b"tEXt", b"Title\0x")[:-1] + b"\0",
        struct.pack(">I", 2**31) + b"tEXtTitle",
        chunk(b"zTXt", b"Title\0\0nonsense"),
        chunk(b"iTXt", b"Title\0\0"),
        chunk(b"iTXt", b"Title\0\0\0\0\0\xff"),
    ],
)
def test_that_a_damaged_png_is_told(more: bytes) -> None:
    with pytest.raises(NoFacts, match="damaged"):
        read_facts(own(more))


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>',
        b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><svg/>',
    ],
)
def test_that_a_document_type_is_refused(data: bytes) -> None:
    with pytest.raises(NoFacts, match="document type"):
        read_facts(data)


@pytest.mark.parametrize("data", [b"<svg", b"<svg></g>", b"<\xff\xfe"])
def test_that_broken_xml_is_told(data: bytes) -> None:
    with pytest.raises(NoFacts, match="well-formed"):
        read_facts(data)


def test_that_properties_are_read_as_attributes_too(qtbot: QtBot) -> None:
    """As other programs write them when they save the file anew."""
    data = (
        b"<svg xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:g='urn:rare_gui:picture'"
        b" xmlns:x='http://ns.adobe.com/xap/1.0/'><metadata><r:RDF><r:Description r:about=''"
        b" x:CreatorTool='rare_gui 1' x:CreateDate='2026-11-23T10:05:07+01:00'"
        b" g:package='p 1 abc' g:view='material=gallium'/></r:RDF></metadata></svg>"
    )
    found = read_facts(data)
    assert (found.view, found.created) == ("material=gallium", FACTS.created)


@pytest.mark.parametrize("kind", WRITERS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.randoms(use_true_random=False))
def test_that_damaged_bytes_never_raise_anything_else(
    qtbot: QtBot, kind: str, chance: object
) -> None:
    data = bytearray(written(kind))
    for _ in range(chance.randint(1, 20)):  # type: ignore[attr-defined]
        data[chance.randrange(8, len(data))] = chance.randrange(256)  # type: ignore[attr-defined]
    if chance.random() < 0.5:  # type: ignore[attr-defined]
        del data[chance.randrange(8, len(data)) :]  # type: ignore[attr-defined]
    with suppress(NoFacts):
        read_facts(bytes(data))
