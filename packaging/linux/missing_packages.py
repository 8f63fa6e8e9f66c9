"""Print the Debian packages that Qt needs here and that are missing, on one line; nothing if none.

Not an installer: `make` turns the line into a sentence, `.ci/run` hands it to apt-get. Runs on any
Python 3 without the environment, since it comes before it.
"""

import ctypes
import os
import sys

ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What QtGui and QtWidgets load even without a display."""

ON_X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
ON_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def needed_libraries() -> dict[str, str]:
    """Library names with the package that holds each, for the display that is there (or none)."""
    needed = dict(ALWAYS)
    if os.environ.get("WAYLAND_DISPLAY"):
        needed |= ON_WAYLAND
    elif os.environ.get("DISPLAY"):
        needed |= ON_X11
    return needed


def can_be_loaded(library: str) -> bool:
    """Whether the system's loader finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__" and sys.platform == "linux":
    print(*(package for name, package in needed_libraries().items() if not can_be_loaded(name)))
