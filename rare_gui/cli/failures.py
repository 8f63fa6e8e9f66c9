"""How a sub-command fails: one sentence, and exit code 2 for its arguments or 1 for its run."""

from __future__ import annotations


class WrongArguments(Exception):
    """What was asked cannot be understood; the message says what to write instead."""


class Failed(Exception):
    """A run that cannot go on; the message is one sentence that says what to do."""
