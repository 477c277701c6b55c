"""From arguments to an exit code: the command is chosen and run, what stops it is told."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.cli import (
    convert,
    diff,
    explain,
    export,
    formats,
    inspect,
    prune,
    review,
    schema,
    validate,
)
from pipeline.cli.exits import (
    CLEAN,
    FINDINGS,
    HUNG_UP,
    INTERRUPTED,
    OUTPUT_FAILED,
    TERMINATED,
    USAGE,
    fail,
)
from pipeline.core import interrupts
from pipeline.core.errors import DocumentError, OutputError, UsageError
from pipeline.core.version import VERSION

# In the order of the help.
_COMMANDS = (
    convert,
    export,
    review,
    diff,
    validate,
    inspect,
    prune,
    formats,
    schema,
    explain,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is the return value."""
    options = parser().parse_args(arguments)
    with _stoppable() as stop:
        try:
            code: int = options.run(options)
        except UsageError as error:
            return fail(str(error), USAGE)
        except OutputError as error:
            return fail(str(error), OUTPUT_FAILED)
        except DocumentError as error:
            return fail(f"{error.code}: {error.message}", FINDINGS)
        except KeyboardInterrupt as error:
            code = fail(f"interrupted; {error or 'nothing was written'}", INTERRUPTED)
        except BrokenPipeError:
            # The reader of our output has seen enough (`bcp inspect FILE | head`).
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return CLEAN
    return stop.code if code == INTERRUPTED else code


def parser() -> argparse.ArgumentParser:
    """The parser of the command line, with one for each command."""
    whole = argparse.ArgumentParser(
        prog="bcp", description="Dutch beroepscompetentieprofielen to validated data."
    )
    whole.add_argument("--version", action="version", version=f"bcp {VERSION}")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add(commands)
    return whole


@dataclass(slots=True)
class _Stop:
    """How the command was asked to stop."""

    code: int = INTERRUPTED


# What stops the command; a terminal that is closed sends the last.
_SIGNALS = {"SIGINT": INTERRUPTED, "SIGTERM": TERMINATED, "SIGHUP": HUNG_UP}


@contextlib.contextmanager
def _stoppable() -> Iterator[_Stop]:
    """Let signals stop the command; only the main thread can say what they do."""
    stop = _Stop()
    before = {}

    def stopped(number: int, _: object) -> None:
        stop.code = _SIGNALS[signal.Signals(number).name]
        if stop.code == HUNG_UP and sys.stderr.isatty():
            # Nobody reads there any more, and the system refuses what is written.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
        interrupts.stop()

    if threading.current_thread() is threading.main_thread():
        numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
        # What is ignored stays so: `nohup` lets a command outlive its terminal.
        wanted = [number for number in numbers if signal.getsignal(number) != signal.SIG_IGN]
        before = {number: signal.signal(number, stopped) for number in wanted}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
