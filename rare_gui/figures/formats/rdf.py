"""A picture's facts as RDF, which both SVG's metadata and PDF's XMP packet hold.

Properties are Dublin Core's and XMP's where these have one (ISO 16684-1). Not for reading them:
`intake.picture_facts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from rare_gui.domain.picture_facts import Facts

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "rare_gui": "urn:rare_gui:picture",
}
# U+FEFF tells a reader that scans for packets how the text is encoded.
_PACKET = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n{}\n<?xpacket end="r"?>'


def rdf(facts: Facts, kind: str) -> str:
    """The `rdf:RDF` element of the facts; `kind` is the file's media type."""
    spaces = " ".join(f"xmlns:{name}={quoteattr(uri)}" for name, uri in NAMESPACES.items())
    properties = "\n".join(_properties(facts, kind))
    return (
        f'<rdf:RDF {spaces}>\n<rdf:Description rdf:about="">\n{properties}\n'
        "</rdf:Description>\n</rdf:RDF>"
    )


def xmp_packet(facts: Facts, kind: str) -> bytes:
    """The same as an XMP packet, read-only for its length is fixed by the file around it."""
    inner = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n{rdf(facts, kind)}\n</x:xmpmeta>'
    return _PACKET.format(inner).encode("utf-8")


def _properties(facts: Facts, kind: str) -> Iterator[str]:
    yield _plain("dc:format", kind)
    for name, text in (
        ("dc:title", facts.title), ("dc:description", facts.description),
        ("dc:rights", facts.licence),
    ):  # fmt: skip
        if text:
            alternative = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'
            yield f"<{name}>{alternative}</{name}>"
    if facts.sources:
        yield _plain("dc:source", "\n".join(facts.sources))
    yield _plain("xmp:CreateDate", facts.created.strftime("%Y-%m-%dT%H:%M:%SZ"))
    yield _plain("xmp:CreatorTool", facts.software)
    yield _plain("rare_gui:package", facts.package)
    if facts.view is not None:
        yield _plain("rare_gui:view", facts.view)
    if facts.title_edited:
        yield _plain("rare_gui:title", "edited")


def _plain(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"
