"""Runs the command line in this process and gives what a person would see."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from rare_gui.cli.main import run


class Answer(NamedTuple):
    code: int
    out: str
    err: str


Ask = Callable[..., Answer]


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Ask:
    def asked(*arguments: object) -> Answer:
        code = run([str(argument) for argument in arguments])
        seen = capsys.readouterr()
        return Answer(code, seen.out, seen.err)

    return asked
