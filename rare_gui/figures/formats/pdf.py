"""PDF: drawings as vector pages with fonts embedded, their facts as an XMP packet.

QPdfWriter writes the present time and whole points; both are put right afterwards
(`formats.pdf_repair`), so that the same drawing and facts give the same bytes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QHashSeed, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from rare_gui.domain.picture_facts import Facts
from rare_gui.figures.drawing import Drawing
from rare_gui.figures.formats.outlines import settle_outlines
from rare_gui.figures.formats.pdf_repair import repaired
from rare_gui.figures.formats.rdf import xmp_packet

PX_PER_INCH, POINTS_PER_INCH = 96, 72
POINTS_PER_PX = POINTS_PER_INCH / PX_PER_INCH


def pdf(drawing: Drawing, facts: Facts, scale: float) -> bytes:
    """The file of one page, as large as the drawing at 96 px to the inch.

    `scale` is the sharpness of what no vector format can hold and is a picture within it.
    """
    return pdf_pages([drawing], facts, scale)


def pdf_pages(drawings: Sequence[Drawing], facts: Facts, scale: float) -> bytes:
    """The file of several pages, at least one, each as large as its drawing.

    Raises OSError when Qt cannot write it.
    """
    settle_outlines()
    # Qt writes fonts in the order of a hash, which is another one in each process.
    QHashSeed.setDeterministicGlobalSeed()
    try:
        data = _written(drawings, facts, scale)
    finally:
        QHashSeed.resetRandomGlobalSeed()
    pages = [(d.width * POINTS_PER_PX, d.height * POINTS_PER_PX) for d in drawings]
    return repaired(data, facts.created, pages)


def _written(drawings: Sequence[Drawing], facts: Facts, scale: float) -> bytes:
    packet = xmp_packet(facts, "application/pdf")
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(facts.title)
    writer.setCreator(facts.software)
    writer.setDocumentXmpMetadata(packet)
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), packet))
    writer.setResolution(round(PX_PER_INCH * scale))
    _set_page(writer, drawings[0])
    painter = QPainter(writer)
    if not painter.isActive():
        raise OSError("the PDF cannot be begun")
    for number, drawing in enumerate(drawings):
        if number:
            _set_page(writer, drawing)
            writer.newPage()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.scale(writer.resolution() / PX_PER_INCH, writer.resolution() / PX_PER_INCH)
        drawing.paint(painter)
        painter.restore()
    painter.end()
    return bytes(buffer.data().data())


def _set_page(writer: QPdfWriter, drawing: Drawing) -> None:
    """A page without margins that is at least as large as the drawing, in whole points."""
    size = QSizeF(
        math.ceil(drawing.width * POINTS_PER_PX), math.ceil(drawing.height * POINTS_PER_PX)
    )
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    page = QPageSize(size, QPageSize.Unit.Point, "", exact)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
