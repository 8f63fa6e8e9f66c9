"""A saved picture's SVG made fit to stand inside a page: shapes alone, nothing that runs or loads.

Not for making SVG: `figures.formats` does.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from rare_gui.scenes.brief.markup import Html

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_SHAPES = frozenset(
    "svg g defs path rect circle ellipse line polyline polygon image use clipPath mask pattern "
    "linearGradient radialGradient stop symbol".split()
)
"""Elements that are kept; texts are outlines, titles and facts stand in the page itself."""
_PICTURE = re.compile(r"data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=\s]+")
_WITHIN = re.compile(r"#([\w.-]+)")
_REFERENCE = re.compile(r"url\(\s*(['\"]?)#([\w.-]+)\1\s*\)")
_LOADS = re.compile(r"url\(|javascript:|expression\(|@import", re.IGNORECASE)


class UnusableSvg(ValueError):
    """A text that is no SVG which a page can hold."""


def inline_svg(source: str, alternative: str, place: int = 0) -> Html:
    """The picture as one element with `alternative` for those who cannot see it.

    What is no shape is left out, so is every attribute that runs or loads something. Ids get
    the `place` of the picture on the page, so that several do not mix. Raises UnusableSvg.
    """
    if "<!DOCTYPE" in source.upper() or "<!ENTITY" in source.upper():
        raise UnusableSvg("the picture defines entities")
    try:
        root = ET.fromstring(source)
    except ET.ParseError as error:
        raise UnusableSvg(f"the picture is no SVG: {error}") from None
    if root.tag != f"{{{SVG}}}svg":
        raise UnusableSvg("the picture is no SVG")
    kept = _kept(root, f"p{place}-")
    kept.set("role", "img")
    kept.set("aria-label", " ".join(alternative.split()))
    ET.register_namespace("", SVG)
    ET.register_namespace("xlink", _XLINK)
    return Html(ET.tostring(kept, encoding="unicode"))


def _kept(old: ET.Element, prefix: str) -> ET.Element:
    new = ET.Element(old.tag)
    for name, value in old.attrib.items():
        told = _attribute(name, value, prefix)
        if told is not None:
            new.set(name, told)
    for child in old:
        if isinstance(child.tag, str) and child.tag.removeprefix(f"{{{SVG}}}") in _SHAPES:
            new.append(_kept(child, prefix))
    return new


def _attribute(name: str, value: str, prefix: str) -> str | None:
    """The attribute's value as it may stand on a page, None to leave it out."""
    bare = name.removeprefix(f"{{{_XLINK}}}")
    if bare == "href":
        if _PICTURE.fullmatch(value):
            return value
        within = _WITHIN.fullmatch(value)
        return f"#{prefix}{within[1]}" if within else None
    if bare.startswith("{") or bare.lower().startswith("on"):
        return None
    if bare == "id":
        return f"{prefix}{value}"
    if bare in ("role", "aria-label"):
        return None
    if _LOADS.search(_REFERENCE.sub("", value)):
        return None
    return _REFERENCE.sub(rf"url(#{prefix}\2)", value)
