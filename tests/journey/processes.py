"""Runs commands of the command line, each in a process of its own that starts with the program already loaded.

A server holds the program and is forked for every command: what a command leaves in memory is gone with its process,
as for a script, but the third of a second that Python takes to load everything is paid once.
"""

import multiprocessing
import os
import sys
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

LOADED = ["pytest", "hrdesk.cli", "hrdesk.work", "hrdesk.store.pen", "hrdesk.store.history", "tests.journey.processes"]


@dataclass(frozen=True)
class Done:
    """What a command answered."""

    returncode: int
    stdout: str
    stderr: str


def run(line: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Done:
    """Run ``hrdesk`` with ``line`` in ``folder``."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LOADED)
    with TemporaryDirectory() as place:
        told = [Path(place, name) for name in ("out", "err")]
        process = context.Process(target=_work, args=(tuple(line), str(folder), dict(environment), *map(str, told)))
        process.start()
        process.join()
        out, err = (one.read_text("utf-8") if one.exists() else "" for one in told)
        return Done(process.exitcode if process.exitcode is not None else -1, out, err)


def _work(line: tuple[str, ...], folder: str, environment: dict[str, str], out: str, err: str) -> None:
    from hrdesk.cli import main

    os.chdir(folder)
    os.environ.update(environment)
    warnings.simplefilter("error")
    with Path(out).open("w", encoding="utf-8") as sys.stdout, Path(err).open("w", encoding="utf-8") as sys.stderr:
        status = main(line)
    sys.exit(status)
