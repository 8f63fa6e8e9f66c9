"""In place of PySide6.QtOpenGLWidgets: pyqtgraph derives a widget that nothing here makes."""

from PySide6.QtWidgets import QWidget


class QOpenGLWidget(QWidget):
    """A base that can be derived from; it cannot be used."""

    def __init__(self) -> None:
        raise NotImplementedError("this bundle has no OpenGL")
