"""The texts that a PNG, SVG or PDF holds about itself, by the names that this program gives them.

Every length is bounded before anything is unpacked, and XML is read without document types, so
neither a bomb nor an entity does anything. Not for what the texts mean: `intake.picture_facts`.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator, Mapping
from xml.parsers import expat


class NoFacts(ValueError):
    """A file that tells nothing this program can use; the message is one sentence for the user."""


LONGEST_TEXT = 1_000_000
"""Bytes of one text, unpacked; 40 sources take four thousand."""
MOST_TEXTS = 100
_DAMAGED = "The picture's file is damaged; nothing was opened."
_TOO_LONG = "The picture holds a text that is too long to be of this program; nothing was opened."
_IN_PNG: Mapping[str, str] = {
    "Title": "title",
    "Description": "description",
    "Source": "sources",
    "Copyright": "licence",
    "Creation Time": "created",
    "Software": "software",
    "rare_gui:package": "package",
    "rare_gui:view": "view",
    "rare_gui:title": "title_edited",
}
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC, _XMP = "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/xap/1.0/"
_OWN = "urn:rare_gui:picture"
_IN_RDF: Mapping[str, str] = {
    f"{_DC} title": "title",
    f"{_DC} description": "description",
    f"{_DC} source": "sources",
    f"{_DC} rights": "licence",
    f"{_XMP} CreateDate": "created",
    f"{_XMP} CreatorTool": "software",
    f"{_OWN} package": "package",
    f"{_OWN} view": "view",
    f"{_OWN} title": "title_edited",
}


def png_texts(data: bytes) -> dict[str, str]:
    """The texts of tEXt, zTXt and iTXt chunks (W3C PNG, 11.3.3); the first of a keyword counts.

    Raises NoFacts for a damaged file or a text that is too long.
    """
    found: dict[str, str] = {}
    for count, (kind, body) in enumerate(_text_chunks(data)):
        if count >= MOST_TEXTS or len(body) > LONGEST_TEXT:
            raise NoFacts(_TOO_LONG)
        keyword, _, rest = body.partition(b"\0")
        name = _IN_PNG.get(keyword.decode("latin-1"))
        if name is not None and name not in found:
            found[name] = _chunk_text(kind, rest)
    return found


def _text_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 8 + length
        if end + 4 > len(data):
            break
        if kind in (b"tEXt", b"zTXt", b"iTXt"):
            if zlib.crc32(data[at + 4 : end]) != struct.unpack_from(">I", data, end)[0]:
                raise NoFacts(_DAMAGED)
            yield kind, data[at + 8 : end]
        if kind == b"IEND":
            return
        at = end + 4
    raise NoFacts(_DAMAGED)


def _chunk_text(kind: bytes, rest: bytes) -> str:
    try:
        if kind == b"tEXt":
            return rest.decode("latin-1")
        if kind == b"zTXt":
            return _unpacked(rest[1:]).decode("latin-1")
        is_packed = rest[:1] == b"\1"
        _language, _keyword, text = rest[2:].split(b"\0", 2)
        return (_unpacked(text) if is_packed else text).decode("utf-8")
    except (UnicodeDecodeError, ValueError, zlib.error) as error:
        if isinstance(error, NoFacts):
            raise
        raise NoFacts(_DAMAGED) from None


def _unpacked(data: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(data, LONGEST_TEXT)
    if unpacker.unconsumed_tail:
        raise NoFacts(_TOO_LONG)
    return text


def pdf_texts(data: bytes) -> dict[str, str]:
    """The texts of the document's XMP packet. Raises NoFacts when it cannot be read."""
    import pypdf

    try:
        root = pypdf.PdfReader(io.BytesIO(data)).root_object
        metadata = root["/Metadata"].get_object() if "/Metadata" in root else None
        packet = metadata.get_data() if isinstance(metadata, pypdf.generic.StreamObject) else b""
    except Exception:  # whatever a hostile file makes the reader stumble over
        raise NoFacts("The PDF is damaged or locked; nothing was opened.") from None
    if len(packet) > LONGEST_TEXT:
        raise NoFacts(_TOO_LONG)
    return _rdf_texts(packet) if packet else {}


def svg_texts(data: bytes) -> dict[str, str]:
    """The texts of the RDF in `<metadata>`. Raises NoFacts when it is no well-formed SVG."""
    return _rdf_texts(data)


def _rdf_texts(xml: bytes) -> dict[str, str]:
    reader = _RdfReader()
    try:
        reader.parser.Parse(xml, True)
    except _Enough:
        pass
    except expat.ExpatError:
        raise NoFacts("The picture's file is no well-formed XML; nothing was opened.") from None
    return reader.found


class _Enough(Exception):
    """The first description has ended: what follows cannot change it."""


class _RdfReader:
    """Collects the properties of the first `rdf:Description`, as elements or as attributes."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._depth = 0  # elements open within the description
        self._name = ""
        self._text: list[str] = []
        self._length = 0
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")  # whatever is declared
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._take

    def _refuse(self, *_what: object) -> None:
        raise NoFacts("The picture's file declares a document type; nothing was opened.")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._depth:
            if name == f"{_RDF} Description":
                self._depth = 1
                known = {_IN_RDF.get(key): text for key, text in attributes.items()}
                self.found |= {key: text for key, text in known.items() if key}
            return
        if self._depth == 1:
            self._name, self._text, self._length = _IN_RDF.get(name, ""), [], 0
        self._depth += 1

    def _take(self, text: str) -> None:
        if self._depth < 2 or not self._name:
            return
        self._length += len(text)
        if self._length > LONGEST_TEXT:
            raise NoFacts(_TOO_LONG)
        self._text.append(text)

    def _end(self, _name: str) -> None:
        if not self._depth:
            return
        self._depth -= 1
        if not self._depth:
            raise _Enough
        if self._depth == 1 and self._name and self._name not in self.found:
            self.found[self._name] = "".join(self._text).strip()
