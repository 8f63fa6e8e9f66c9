"""The command line: which sub-commands there are, and how failures end.

Every sub-command exits 0 on success, 2 on wrong arguments, 1 on a failed run with one line on
stderr. Not for what they take and answer: `cli.*_commands` and the modules they call.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import StringIO, TextIOWrapper
from typing import Annotated

import typer

from rare_gui.cli.brief_commands import brief, replay
from rare_gui.cli.failures import Failed, WrongArguments
from rare_gui.cli.file_commands import check, export, self_test
from rare_gui.cli.impact_commands import impact
from rare_gui.cli.law_commands import cliffs, diff, status
from rare_gui.cli.opening import (
    OPEN,
    FilesOrCommands,
    Portable,
    Reset,
    WindowOptions,
    open_given,
)
from rare_gui.cli.options import Package
from rare_gui.cli.parts_commands import parts
from rare_gui.cli.project_commands import ledger, projects
from rare_gui.cli.supply_commands import flows, risk
from rare_gui.domain.names import UnknownName

app = typer.Typer(
    cls=FilesOrCommands,
    name="rare-gui",
    help="What export restrictions applied to a strategic material on a day, and what comes next. "
    "Without a command the window opens.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def run(arguments: Sequence[str]) -> int:
    """Run the command line and give its exit code; only unforeseen errors raise."""
    _speak_any_terminal()
    try:
        result = app(args=list(arguments), standalone_mode=False)
        sys.stdout.flush()
    except (UnknownName, WrongArguments) as error:
        return _tell(str(error), 2)
    except Failed as error:
        return _tell(str(error), 1)
    except BrokenPipeError:
        return 1
    except OSError as error:
        sys.stdout = StringIO()  # what is left in the broken one is not tried again at the end
        return _tell(f"the answer cannot be written: {error.strerror or error}", 1)
    except typer.Exit as stop:
        return stop.exit_code
    except typer.Abort:
        return _tell("stopped", 1)
    except Exception as error:
        # wrong arguments are told by the parser with a message and an exit code of their own
        message = getattr(error, "format_message", None)
        if message is None:
            raise
        return _tell(message(), getattr(error, "exit_code", 2))
    return result if isinstance(result, int) else 0


def _speak_any_terminal() -> None:
    """A sign that the terminal's encoding lacks is written as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _tell(sentence: str, code: int) -> int:
    print(f"rare-gui: {' '.join(sentence.split())}", file=sys.stderr)
    return code


def tell_version(wanted: bool) -> None:
    """Print the version and stop, when it was asked for."""
    if wanted:
        from rare_gui.app.version import version

        print(f"rare-gui {version()}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def window(
    context: typer.Context,
    package: Package = None,
    portable: Portable = False,
    reset: Reset = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=tell_version, is_eager=True, help="The version.")
    ] = False,
) -> int | None:
    """Open the window, unless a command is given."""
    context.obj = WindowOptions(package, portable, reset)
    if context.invoked_subcommand == OPEN:
        return None
    if context.invoked_subcommand is not None:
        if package is not None:
            raise WrongArguments("write --package after the command, not before it")
        return None
    return open_given(context)


_COMMANDS = (
    status, cliffs, diff, ledger, impact, parts, flows, risk, projects, export, brief, replay,
    check, self_test,
)  # fmt: skip
for _command in _COMMANDS:
    app.command(_command.__name__.replace("_", "-"))(_command)
app.command(OPEN, hidden=True)(open_given)
