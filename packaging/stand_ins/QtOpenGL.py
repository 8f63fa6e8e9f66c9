"""In place of PySide6.QtOpenGL (9 MB), which pyqtgraph imports and nothing here uses."""
