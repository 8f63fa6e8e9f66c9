"""A widget as a drawing: an off-screen twin, laid out for its size and painted by itself.

Never a grab of what is on screen: the same scene gives the same pixels in every process.
"""

from __future__ import annotations

from types import TracebackType

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget


class Twin:
    """A drawing of a widget that is shown to nobody; it keeps the size it has in logical px.

    Used as a context, it ends the widget with it, which nobody else may own then.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, True)
        widget.show()
        # Layouts, polish and deferred work: a quarter of the pixels is wrong without them.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        QCoreApplication.sendPostedEvents()

    @property
    def width(self) -> float:
        """Logical px."""
        return self._widget.width()

    @property
    def height(self) -> float:
        """Logical px."""
        return self._widget.height()

    def paint(self, painter: QPainter) -> None:
        """Have the widget and all within it paint themselves."""
        painter.save()
        # A widget on screen begins without it, and its hairlines rely on that.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._widget.render(painter, QPoint(0, 0))
        painter.restore()

    def hide(self) -> None:
        """Take the widget off again."""
        self._widget.hide()

    def close(self) -> None:
        """End the widget now, not when the event loop comes round."""
        self._widget.close()
        self._widget.deleteLater()
        QCoreApplication.sendPostedEvents(self._widget, QEvent.Type.DeferredDelete)

    def __enter__(self) -> Twin:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
