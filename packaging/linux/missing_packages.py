"""Print the Debian packages that are missing here, on one line; nothing if none.

Those that Qt needs; with the word `package`, those that building and trying packages needs too,
with `assistive` those of a reader of screens.

Not an installer: `make` turns the line into a sentence, `.ci/run` hands it to apt-get. Runs on any
Python 3 without the environment, since it comes before it.
"""

import ctypes
import os
import shutil
import subprocess
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
PROGRAMS = {
    "Xvfb": "xvfb",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "objdump": "binutils",
    "strip": "binutils",
    "update-mime-database": "shared-mime-info",
}
"""What `make package` runs."""


READERS = {
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus-daemon",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
"""What `make assistive` runs, beside the system's own Python with READER_MODULE."""
READER_MODULE = "python3-gi gir1.2-atspi-2.0"


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


def reads_accessible_trees() -> bool:
    """Whether the system's Python can speak to assistive technology."""
    asked = ["/usr/bin/python3", "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    try:
        return subprocess.run(asked, check=False, stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def missing(*, to_package: bool, to_read: bool = False) -> list[str]:
    """The packages that are missing, by name.

    `to_package`: to build and try packages as well; `to_read`: to read the running program as a
    screen reader does.
    """
    libraries = needed_libraries() | (ON_X11 | ON_WAYLAND if to_package else {})
    if to_read:
        libraries |= ON_X11
    lacking = {package for name, package in libraries.items() if not can_be_loaded(name)}
    if to_package:
        lacking |= {package for name, package in PROGRAMS.items() if shutil.which(name) is None}
    if to_read:
        lacking |= {package for name, package in READERS.items() if shutil.which(name) is None}
        lacking |= set() if reads_accessible_trees() else set(READER_MODULE.split())
    return sorted(lacking)


if __name__ == "__main__" and sys.platform == "linux":
    print(*missing(to_package="package" in sys.argv[1:], to_read="assistive" in sys.argv[1:]))
