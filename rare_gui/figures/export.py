"""Pictures of figures and windows: rendered from an off-screen twin, written whole or not at all.

Never a grab of what is on screen: the same scene gives the same pixels in every process.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QEventLoop, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QWidget

from rare_gui.figures.sheet import lay_out_sheet, paint_footer, paint_header
from rare_gui.figures.theme import Theme
from rare_gui.figures.timeline import TimelineFigure
from rare_gui.figures.timeline.layout import whole_height
from rare_gui.intake.whole_files import write_whole
from rare_gui.scenes.timeline_parts import TimelineScene


def render_timeline(
    scene: TimelineScene, theme: Theme, width: int, height: int, scale: float, footer: str = ""
) -> QImage:
    """The timeline with title, as-of badge, legend, sources and footer.

    `width` and `height` are logical px, `scale` the pixels for each. Where there is too little
    room, fewer sources are told; only when the lanes still do not fit the picture becomes higher
    than `height`. Needs a QApplication, but no display.
    """
    least = whole_height(scene)
    sheet = lay_out_sheet(scene, width, footer, height, least)
    above, below = sheet.header_height, sheet.footer_height
    middle = max(least, height - above - below)
    figure = TimelineFigure(theme, scrolls=False)
    figure.resize(width, middle)
    figure.show_scene(scene)
    try:
        inner = render_window(figure, scale)
    finally:
        figure.deleteLater()
        QCoreApplication.sendPostedEvents(figure, QEvent.Type.DeferredDelete)
    image = _blank(width, above + middle + below, scale)
    image.fill(theme.color("panel"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    paint_header(painter, sheet, theme)
    paint_footer(painter, sheet, theme, above + middle)
    # On a whole pixel at every scale, or the figure would be resampled.
    painter.drawImage(QPointF(0, round(above * scale) / scale), inner)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def render_window(window: QWidget, scale: float) -> QImage:
    """A widget that is not on screen, shown to nobody once so that its layout runs, as a picture.

    It keeps its size in logical px; the caller owns it and closes it.
    """
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, True)
    window.show()
    # Layouts, polish and deferred work: a quarter of the pixels is wrong without them.
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    QCoreApplication.sendPostedEvents()
    image = _blank(window.width(), window.height(), scale)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    window.render(painter, QPoint(0, 0))
    painter.end()
    window.hide()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _blank(width: float, height: float, scale: float) -> QImage:
    image = QImage(
        round(width * scale), round(height * scale), QImage.Format.Format_ARGB32_Premultiplied
    )
    if image.isNull():
        raise ValueError(f"a picture of {width:g} x {height:g} at {scale:g} is too large")
    image.setDevicePixelRatio(scale)
    return image


def write_png(image: QImage, path: Path, texts: Mapping[str, str], force: bool = False) -> None:
    """Write `image` with `texts` as text chunks: whole or not at all.

    Raises FileExistsError when the file exists and `force` is not set, FileNotFoundError when its
    folder does not exist, any other OSError when it cannot be written; the messages name the path.
    """
    if path.exists() and not force:
        raise FileExistsError(f"{path} exists already; nothing was written")
    if not path.parent.is_dir():
        raise FileNotFoundError(f"the folder {path.parent} does not exist")
    if path.is_dir():
        raise IsADirectoryError(f"{path} is a folder")
    data = _png(image, texts)
    try:
        write_whole(path, data)
    except OSError as error:
        raise type(error)(f"{path} cannot be written: {error.strerror or error}") from error


def _png(image: QImage, texts: Mapping[str, str]) -> bytes:
    marked = QImage(image)
    # The pixels for a logical px, kept as the resolution so that a viewer shows the logical size.
    dots = round(96 / 0.0254 * image.devicePixelRatio())
    marked.setDotsPerMeterX(dots)
    marked.setDotsPerMeterY(dots)
    for key, text in texts.items():
        marked.setText(key, text)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    if not writer.write(marked):
        raise OSError(f"the picture cannot be encoded: {writer.errorString()}")
    return bytes(buffer.data().data())
