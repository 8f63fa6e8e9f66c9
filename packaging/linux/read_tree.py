"""Start the program as its user would and read it through AT-SPI, as a screen reader does.

    python3 packaging/linux/read_tree.py [--into FILE] PROGRAM [ARGUMENT ...]

Makes a D-Bus session, a display (Xvfb) and an empty home of its own, writes the tree that is read
into FILE and ends with 1 if something is not found in it. Runs on the system's Python, for the
bindings of AT-SPI come with the system and not from the package index.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

INSIDE = "RARE_GUI_READ_TREE_INSIDE"
"""Set in the process that runs within the session that the first one made."""
PATIENCE_S = 90.0
HEARD_S = 10.0
MOST = 20_000
"""Nodes; a tree with more has a circle in it."""

Node = Atspi.Accessible


def main() -> int:
    """Read the program that is named on the command line; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--into", type=Path, default=Path("build/accessible-tree.txt"))
    parser.add_argument("program", nargs=argparse.REMAINDER)
    asked = parser.parse_args()
    if not asked.program:
        parser.error("which program?")
    if INSIDE not in os.environ:
        return in_a_session_of_its_own()
    with running(asked.program) as process:
        return check(process, asked.into)


def in_a_session_of_its_own() -> int:
    """Run this script again where there is a bus, a home and a display for it alone."""
    with tempfile.TemporaryDirectory() as folder, display() as name:
        environment = {
            **os.environ, INSIDE: "1", "DISPLAY": name, "HOME": folder, "XDG_RUNTIME_DIR": folder,
        }  # fmt: skip
        for inherited in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"):
            environment.pop(inherited, None)
        command = ["dbus-run-session", "--", sys.executable, *sys.argv]
        return subprocess.run(command, env=environment, check=False).returncode


@contextmanager
def display() -> Iterator[str]:
    """An X display that nobody sees; its name."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", "1440x900x24"]
    with subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL) as server:
        os.close(writes)
        with os.fdopen(reads) as told:
            number = told.readline().strip()
        try:
            if not number:
                raise SystemExit("Xvfb did not start")
            yield f":{number}"
        finally:
            server.terminate()


@contextmanager
def running(program: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """The program, told that somebody reads it; ended afterwards."""
    environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(program, env=environment) as process:
        try:
            yield process
        finally:
            process.terminate()


def check(process: subprocess.Popen[bytes], into: Path) -> int:
    """Read, write down, and say what is missing."""
    Atspi.init()
    chart = wait_for_chart(process)
    if chart is None:
        print("no timeline was found", file=sys.stderr)
        return 1
    nodes = list(walk(chart.get_application()))
    into.parent.mkdir(parents=True, exist_ok=True)
    lines = [f"{'  ' * depth}{words(node)}" for depth, node in nodes]
    into.write_text("\n".join(lines) + "\n", encoding="utf-8")
    faults = [*unnamed(nodes), *missing_in(chart), *silent_when_pressed(chart)]
    if process.poll() is not None:
        faults.append(f"the program ended by itself with {process.returncode}")
    print(f"{len(nodes)} nodes read into {into}")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def wait_for_chart(process: subprocess.Popen[bytes]) -> Node | None:
    """The timeline, as soon as it has lanes."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until and process.poll() is None:
        for application in children(Atspi.get_desktop(0)):
            for _, node in walk(application):
                is_timeline = node.get_role() == Atspi.Role.CHART
                if is_timeline and name(node).startswith("Timeline of") and lanes(node):
                    return node
        time.sleep(0.5)
    return None


def unnamed(nodes: list[tuple[int, Node]]) -> Iterator[str]:
    """What takes the keys and is on screen, but does not say what it is."""
    for _, node in nodes:
        states = node.get_state_set()
        takes_keys = states.contains(Atspi.StateType.FOCUSABLE)
        is_cell = node.get_role() == Atspi.Role.TABLE_CELL  # may well be empty
        is_seen = states.contains(Atspi.StateType.SHOWING)
        if takes_keys and is_seen and not is_cell and not name(node):
            yield f"without a name: {path(node)}"


def missing_in(chart: Node) -> Iterator[str]:
    """The parts that a timeline cannot be without."""
    found = lanes(chart)
    bars = [bar for lane in found for bar in children(lane)]
    print(f"{name(chart)}: {len(found)} lanes, {len(bars)} bars")
    if not bars:
        yield "no bar was found"
    yield from (f"a bar without a name: {path(bar)}" for bar in bars if not name(bar))
    if not any(name(part).startswith("Events") and len(children(part)) for part in children(chart)):
        yield "no events were found"
    shown = [bar for bar in bars if bar.get_extents(Atspi.CoordType.SCREEN).width > 0]
    if not shown:
        yield "no bar has a place on the screen"


def silent_when_pressed(chart: Node) -> Iterator[str]:
    """Press the first event: the day must move there, and be announced."""
    heard: list[str] = []
    listener = Atspi.EventListener.new(lambda event: heard.append(str(event.any_data)))
    listener.register("object:announcement")
    events = next(part for part in children(chart) if name(part).startswith("Events"))
    event = children(events)[0]
    if event.get_n_actions() < 1 or not event.do_action(0):
        yield f"cannot be pressed: {path(event)}"
        return
    context, until = GLib.MainContext.default(), time.monotonic() + HEARD_S
    while not heard and time.monotonic() < until:
        context.iteration(False)
        time.sleep(0.02)
    print(f"pressed {name(event)!r}, heard {heard[:1]}")
    if not heard:
        yield "nothing was announced when an event was pressed"


def lanes(chart: Node) -> list[Node]:
    """The lanes of all groups of a timeline."""
    groups = [part for part in children(chart) if part.get_role() == Atspi.Role.PANEL]
    return [lane for group in groups for lane in children(group)]


def walk(node: Node, depth: int = 0) -> Iterator[tuple[int, Node]]:
    """A node and all below it, each with its depth, as one reads them."""
    stack = [(depth, node)]
    for _ in range(MOST):
        if not stack:
            return
        depth, node = stack.pop()
        yield depth, node
        stack += [(depth + 1, child) for child in reversed(children(node))]
    raise SystemExit(f"more than {MOST} nodes")


def children(node: Node) -> list[Node]:
    """What a node is made of; nothing when it has gone away."""
    try:
        found = [node.get_child_at_index(at) for at in range(node.get_child_count())]
    except GLib.Error:
        return []
    return [child for child in found if child is not None]


def name(node: Node) -> str:
    """What a screen reader calls it."""
    return node.get_name() or ""


def words(node: Node) -> str:
    """A node on one line."""
    states = node.get_state_set()
    keys = " [takes keys]" if states.contains(Atspi.StateType.FOCUSABLE) else ""
    said = f"{node.get_role_name()}: {name(node)}"
    detail = node.get_description() or ""
    return " | ".join(part for part in (said, detail) if part).replace("\n", "; ") + keys


def path(node: Node) -> str:
    """A node and those around it, for whoever has to find it."""
    parts = []
    above: Node | None = node
    while above is not None and len(parts) < 5:
        parts.append(f"{above.get_role_name()} {name(above)[:40]!r}")
        above = above.get_parent()
    return " in ".join(parts)


if __name__ == "__main__":
    sys.exit(main())
