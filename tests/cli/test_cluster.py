"""`--scheduler`: a real scheduler and its workers on this machine give the numbers of one process.

Workers are processes of their own that open no package: they are sent what they need.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

import pytest

from rare_gui.cli import cluster
from rare_gui.cli.cluster import ONE_THREAD, UnlikeWorker
from tests.cli.conftest import Ask

CASE = ("impact", "--scenario", "truce-lapses", "--as-of", "2026-11-23", "--json")
METALS = "gallium,germanium,antimony,tungsten,indium"
GRID = ("impact", "--grid", "--material", METALS, "--form", "metal", "--draws", "3")
PATIENCE = 20
"""Seconds that a process may take to be there."""


class Running(NamedTuple):
    address: str
    folder: Path


def started(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """A process that leads a group of its own, so that what it starts can be ended with it."""
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *command, "--no-dashboard"],
        cwd=folder,  # what it leaves on the disk
        env={**os.environ, ONE_THREAD: "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def worker(running: Running) -> subprocess.Popen[bytes]:
    options = ["--nthreads", "1", "--no-nanny"]  # a nanny is a process more for each
    return started(["worker", running.address, *options], running.folder)


def ended(process: subprocess.Popen[bytes]) -> None:
    """End a process and what it started at once, as a machine that loses its power."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def scheduler(folder: Path) -> tuple[Running, subprocess.Popen[bytes]]:
    """A scheduler that answers, and its process; files of the cluster go to `folder`."""
    told = folder / "scheduler.json"
    place = ["--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told)]
    process = started(["scheduler", *place], folder)
    until = monotonic() + PATIENCE
    while not (told.exists() and told.read_text(encoding="utf-8").endswith("}")):
        if monotonic() > until:
            ended(process)
            pytest.fail("the scheduler does not start")
        sleep(0.05)
    return Running(json.loads(told.read_text(encoding="utf-8"))["address"], folder), process


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A scheduler with two workers."""
    running, process = scheduler(tmp_path_factory.mktemp("cluster"))
    processes = [process]
    try:
        processes += [worker(running), worker(running)]
        yield running
    finally:
        for process in reversed(processes):
            ended(process)


def said(*arguments: object) -> str:
    """What a run of the program answers, in a process of its own as a user starts it."""
    command = [sys.executable, "-m", "rare_gui", *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_that_a_case_in_many_draws_is_the_same_to_the_last_bit(running: Running) -> None:
    many = (*CASE, "--material", "gallium", "--draws", "2500")
    assert said(*many, "--scheduler", running.address) == said(*many)


def test_that_a_grid_is_the_same_though_a_worker_dies_in_the_middle(
    running: Running, tmp_path: Path
) -> None:
    third = worker(running)
    command = [sys.executable, "-m", "rare_gui", *GRID, "-o", str(tmp_path / "far")]
    with subprocess.Popen(
        [*command, "--scheduler", running.address], stderr=subprocess.PIPE, text=True
    ) as run:
        assert run.stderr is not None
        assert any("s left" in line for line in run.stderr)  # the first part is done
        ended(third)
        rest = run.stderr.read()
    assert run.returncode == 0, rest
    said(*GRID, "-o", tmp_path / "near")
    near, far = (
        {path.name: path.read_bytes() for path in (tmp_path / where).iterdir()}
        for where in ("near", "far")
    )
    assert len(near) == 1 + len(METALS.split(","))
    assert near == far


def test_that_a_scheduler_that_dies_in_the_middle_is_told_in_one_sentence(tmp_path: Path) -> None:
    running, process = scheduler(tmp_path)
    processes = [process, worker(running)]
    command = [sys.executable, "-m", "rare_gui", *GRID, "-o", str(tmp_path / "far")]
    try:
        with subprocess.Popen(
            [*command, "--scheduler", running.address], stderr=subprocess.PIPE, text=True
        ) as run:
            assert run.stderr is not None
            assert any("s left" in line for line in run.stderr)  # the first part is done
            ended(processes.pop(0))
            rest = [line for line in run.stderr if "s left" not in line]
    finally:
        for process in processes:
            ended(process)
    assert run.returncode == 1
    assert rest == [f"rare-gui: the scheduler at {running.address} is gone\n"]


def test_that_the_library_is_only_needed_when_asked_for(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)  # as if it were not installed
    answer = ask(*CASE, "--draws", 5, "--scheduler", "tcp://127.0.0.1:9")
    assert (answer.code, answer.out) == (1, "")
    assert "pip install rare-gui[cluster]" in answer.err
    assert ask(*CASE, "--draws", 5).code == 0


def test_that_a_word_that_is_no_address_is_refused(ask: Ask) -> None:
    answer = ask(*CASE, "--draws", 5, "--scheduler", "localhost")
    assert answer.code == 2
    assert "is no address like tcp://" in answer.err


def test_that_a_scheduler_that_is_not_there_is_told(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "SECONDS_TO_ANSWER", 1)
    answer = ask(*CASE, "--draws", 5, "--scheduler", "tcp://127.0.0.1:9")
    assert answer.code == 1
    assert "no scheduler answers at tcp://127.0.0.1:9" in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    ("terms", "threads", "why"),
    [({"numpy": "0.1"}, "1", "has numpy"), ({}, "2", "start it with"), ({}, "", "start it with")],
)
def test_that_a_worker_that_could_give_other_numbers_refuses(
    monkeypatch: pytest.MonkeyPatch, terms: dict[str, str], threads: str, why: str
) -> None:
    monkeypatch.setenv(ONE_THREAD, threads)
    with pytest.raises(UnlikeWorker, match=why):
        cluster._checked(terms, lambda _, job: job, b"", 1)
