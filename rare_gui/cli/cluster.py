"""Work mapped over a Dask cluster: the one place of the program that talks to other machines.

It does so only when a scheduler is named, and only to that address. The library is no part of the
installed program: `pip install rare-gui[cluster]`. Not for what is worked out.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from importlib.metadata import version as installed_version
from typing import TypeVar

from rare_gui.app.version import version
from rare_gui.cli.failures import Failed, WrongArguments

Job = TypeVar("Job")
Answer = TypeVar("Answer")

SECONDS_TO_ANSWER = 10
"""How long a scheduler, and then its first worker, may take to answer."""
_LIBRARIES = frozenset({"distributed", "tornado", "asyncio"})
ONE_THREAD = "OPENBLAS_NUM_THREADS"


class UnlikeWorker(RuntimeError):
    """A worker whose numbers could differ in the last bit; the message says in what it differs."""


def on_cluster(
    address: str, data: bytes, act: Callable[[bytes, Job], Answer], jobs: Sequence[Job]
) -> Iterator[tuple[Job, Answer]]:
    """Each job and `act(data, job)` as they are ready, in any order; `data` is sent once.

    A job whose worker dies is given to another one. Raises WrongArguments for an address that is
    none, Failed where the library, the scheduler or its workers are missing, or the workers are of
    another version.
    """
    if not address.startswith(("tcp://", "tls://")):
        raise WrongArguments(f"--scheduler {address[:80]!r} is no address like tcp://10.0.0.1:8786")
    try:
        from distributed import Client, KilledWorker, as_completed
    except ImportError:
        raise Failed(
            "--scheduler needs a library that is not installed: pip install rare-gui[cluster]"
        ) from None
    _hush()
    try:
        # results come through the scheduler: no worker is spoken to
        client = Client(  # type: ignore[no-untyped-call]
            address, timeout=SECONDS_TO_ANSWER, set_as_default=False, direct_to_workers=False
        )
    except (OSError, ValueError) as error:
        raise Failed(f"no scheduler answers at {address}: {error}") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=SECONDS_TO_ANSWER)
        except TimeoutError:
            raise Failed(f"the scheduler at {address} has no workers") from None
        # the result of a task, not scattered: if all workers that hold it die it is made again
        sent = client.submit(bytes, data, pure=False)
        tasks = {
            client.submit(_checked, _own_terms(), act, sent, job, pure=False): job for job in jobs
        }
        try:
            for task in as_completed(tasks, loop=client.loop):  # type: ignore[no-untyped-call]
                yield tasks[task], task.result()
                task.release()
        except (UnlikeWorker, ImportError, AttributeError) as error:
            raise Failed(f"a worker of {address} is not like this program: {error}") from None
        except KilledWorker:
            raise Failed(
                f"workers of {address} die over the same work, for want of memory perhaps"
            ) from None
        except (CancelledError, OSError):
            raise Failed(f"the scheduler at {address} is gone") from None
        except RuntimeError as error:  # the library's own, about what it could not pass on
            why = str(error).split(". ")[0].strip()
            raise Failed(f"the scheduler at {address} does not take the work: {why}") from None


def _hush() -> None:
    """Keep the library's loggers quiet: what goes wrong is told in one sentence.

    Several have a level and a way to the terminal of their own, so all are asked.
    """
    for name, logger in logging.root.manager.loggerDict.items():
        if name.split(".")[0] in _LIBRARIES and isinstance(logger, logging.Logger):
            logger.setLevel(logging.CRITICAL + 1)


def _own_terms() -> dict[str, str]:
    """What must be the same for numbers to be the same to the last bit."""
    return {"rare-gui": version(), "numpy": installed_version("numpy")}


def _checked(
    terms: dict[str, str], act: Callable[[bytes, Job], Answer], data: bytes, job: Job
) -> Answer:
    """The work, on a worker that is like the program that asks."""
    own = _own_terms()
    for name, wanted in terms.items():
        if own[name] != wanted:
            raise UnlikeWorker(f"it has {name} {own[name]}, and {wanted} is needed")
    if os.environ.get(ONE_THREAD) != "1":
        raise UnlikeWorker(f"start it with {ONE_THREAD}=1, as a worker with a nanny does by itself")
    return act(data, job)
