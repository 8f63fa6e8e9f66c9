"""What a bundle leaves out, each part with its reason; what is named here is measured in size.md.

Not for the system libraries that only these parts needed: `reachable.py` finds them.
"""

from __future__ import annotations

import re
from pathlib import PurePath

MODULES: dict[str, tuple[str, ...]] = {
    "Tests and test tools": (
        "numpy.conftest", "numpy.testing", "numpy.tests", "numpy._core.tests", "numpy.f2py",
        "pandas.conftest", "pandas.tests", "hypothesis", "pytest", "_pytest",
        "doctest", "PySide6.QtTest", "test",
    ),
    "Qt modules that nothing uses": (
        "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtQml",
        "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtXml", "PySide6.QtPrintSupport",
        "PySide6.QtConcurrent", "PySide6.QtDBus", "PySide6.QtUiTools", "PySide6.QtHelp",
        "PySide6.QtDesigner", "PySide6.QtMultimedia", "PySide6.QtWebEngineCore",
    ),
    "Parts of pyqtgraph that nothing uses": (
        "pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.jupyter", "pyqtgraph.flowchart",
        "pyqtgraph.dockarea", "pyqtgraph.console", "pyqtgraph.canvas",
        "pyqtgraph.metaarray",
    ),
    "Graphics processors and compilers": ("cupy", "numba", "llvmlite", "torch", "OpenGL"),
    "Other libraries of the same kind": (
        "scipy", "matplotlib", "pyarrow", "distributed", "dask", "polars", "ibis", "pyspark",
        "tkinter", "_tkinter", "IPython", "jupyter_rfb", "PyQt5", "PyQt6", "PySide2",
    ),
    "Tools of development": (
        "pip", "setuptools", "pkg_resources", "_distutils_hack", "wheel", "hatchling", "mypy",
        "ruff", "lib2to3", "ensurepip", "idlelib", "pydoc_data", "pygments", "rich",
        "markdown_it", "mdurl",
    ),
    # No connection is opened; digests are computed by Python's own SHA-256.
    "Network and its cryptography": ("ssl", "_ssl", "_hashlib", "ftplib", "smtplib", "xmlrpc"),
    # frames of replays are packed by Pillow as GIF; nothing else of it is used
    "Formats and parts of Pillow that nothing uses": (
        "PIL.AvifImagePlugin", "PIL._avif", "PIL.WebPImagePlugin", "PIL._webp", "PIL.ImageCms",
        "PIL._imagingcms", "PIL._imagingft", "PIL.ImageMath", "PIL._imagingmath",
        "PIL.ImageMorph", "PIL._imagingmorph", "PIL.ImageTk", "PIL._imagingtk",
    ),
    "Terminals and databases": ("readline", "curses", "_curses", "sqlite3", "_sqlite3"),
}  # fmt: skip
"""Modules by reason. The program is tried without each of them by `check_bundle.py`."""

_QT = r"PySide6/(?:Qt/)?plugins/"
FILES: dict[str, str] = {
    "Qt platforms without a desktop": (
        _QT + r"(egldeviceintegrations|generic)/|"
        + _QT + r"platforms/\w*(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc)"
    ),
    "GTK's theme for Qt": _QT + r"platformthemes/\w*gtk3",
    "Qt network plugins": _QT + r"(networkinformation|tls)/",
    "Image formats that are never read": (
        _QT + r"imageformats/\w*?q(gif|icns|jpeg|tga|tiff|wbmp|webp)\b"
    ),
    "Wayland beyond the desktop": (
        _QT + r"wayland-graphics-integration-client/|"
        + _QT + r"wayland-shell-integration/\w*(fullscreen|ivi|wl-shell)"
    ),
    "Qt software OpenGL and virtual keyboard": r"opengl32sw|" + _QT + r"virtualkeyboard/",
    "pyqtgraph's examples and mascot": r"^pyqtgraph/(examples|icons/peegee)/",
    # the same functions once more, compiled for newer processors
    "rapidfuzz for AVX2": r"^rapidfuzz/.*_avx2\.",
    # compiled once more; ratios, which are used, do not come from them
    "rapidfuzz's other measures": r"^rapidfuzz/distance/metrics_cpp\.",
    "Tests and their data": (
        r"^(pandas|numpy|pyqtgraph)/.*\btests?/|^numpy/_core/_(simd|\w+_tests)\."
    ),
    "Libraries that every Linux desktop has": (
        r"^lib(X11|Xau|Xdmcp|bsd|md|fontconfig|freetype|expat|uuid|glib-2\.0|gthread-2\.0|dbus-1"
        r"|stdc\+\+|gcc_s)\.so\."
    ),
}  # fmt: skip
"""Files by reason: a pattern over their path in the bundle, written with /."""

STAND_INS = ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets")
"""Left out, and yet imported by pyqtgraph: `stand_ins/` has an empty module for each."""

WITHOUT_DOCSTRINGS = frozenset({"numpy", "pandas", "pyqtgraph"})
"""Compiled as `python -OO` does: of what is read of them at each start a third is docstrings."""

TRANSLATIONS = "Qt's own texts in other languages"
_TRANSLATION = re.compile(r"PySide6/(?:Qt/)?translations/([a-z_]+?)_([a-z]{2,3}(?:_[\w@]+)?)\.qm$")


def reason_to_leave_out(name: str, languages: frozenset[str]) -> str | None:
    """Why the file `name` (its path in the bundle) is left out; None when it is kept.

    `languages` are the program's own ("de", "zh"): Qt's texts in these are kept.
    """
    path = PurePath(name).as_posix().replace("\\", "/")
    found = _TRANSLATION.search(path)
    if found is not None:
        ours = found[1] == "qtbase" and found[2].partition("_")[0] in languages
        return None if ours else TRANSLATIONS
    for reason, pattern in FILES.items():
        if re.search(pattern, path):
            return reason
    return None
