"""The program opens no connection: it works without any network, and never asks for a socket."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

VIEW = "material=dysprosium as_of=2025-11-20"
USES = {
    "status": ["status", "--material", "dysprosium", "--json"],
    "check": ["check", "--json"],
    "export": ["export", "--what", "window", "--view", VIEW, "-o", "x.png"],
    "self-test": ["self-test"],
    "grid": "impact --grid --material gallium --form metal --draws 3 -o grid".split(),
}

WATCHED = """
import sys

def forbid(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise SystemExit(f"the program asked for the network: {event} {arguments}")

sys.addaudithook(forbid)
from rare_gui.__main__ import main
main()
"""


@pytest.fixture(scope="module")
def no_network() -> list[str]:
    """What to put before a command to run it in a network namespace without any interface up.

    Nothing but on Linux, which alone has such namespaces.
    """
    if sys.platform != "linux":
        return []
    refusals = []
    for options in (["--net"], ["--map-root-user", "--net"]):  # as an administrator, as anyone
        command = ["unshare", *options]
        tried = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
        if tried.returncode == 0:
            return command
        refusals.append(tried.stderr.strip())
    pytest.fail(f"this test needs a network namespace of its own, which is refused: {refusals}")


@pytest.mark.parametrize("use", USES)
def test_that_it_works_where_there_is_no_network_and_never_asks_for_a_socket(
    no_network: list[str], use: str, tmp_path: Path
) -> None:
    result = subprocess.run(
        [*no_network, sys.executable, "-c", WATCHED, *USES[use]],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_that_the_watch_notices_a_socket() -> None:
    watched = WATCHED.replace(
        "from rare_gui.__main__ import main\nmain()", "import socket\nsocket.socket()"
    )
    result = subprocess.run(
        [sys.executable, "-c", watched], capture_output=True, text=True, check=False
    )
    assert "asked for the network" in result.stderr
