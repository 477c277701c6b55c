"""From arguments to an exit code: the command is chosen and run, what stops it is told."""

from __future__ import annotations

import contextlib
import errno
import gc
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
    why,
)
from pipeline.cli.arguments import Parser
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
from pipeline.cli.streams import Stream, guarded
from pipeline.core import interrupts
from pipeline.core.errors import DocumentError, Interrupted, OutputError, UsageError
from pipeline.core.version import VERSION

# Garbage in circles is looked for after so many more objects than went. What is loaded and read is
# kept, so that Python's own figure, 700, only takes time: a tenth of what one document takes.
_ALLOCATIONS = 50_000

# In the order of the help.
_COMMANDS = (
    convert,
    export,
    review,
    diff,
    validate,
    inspect,
    why,
    prune,
    formats,
    schema,
    explain,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is the return value."""
    gc.set_threshold(_ALLOCATIONS)
    with guarded() as output:
        try:
            return _with_output(_code(arguments), output)
        except SystemExit as left:
            # Of the parser, which has printed its help or what is wrong.
            raise SystemExit(_with_output(int(left.code or CLEAN), output)) from None


def _with_output(code: int, output: Stream) -> int:
    """The exit code of a command whose data may not all have been written."""
    fault = output.fault()
    if fault is None or code in _STOPPED:
        return code
    return fail(
        f"cannot write to standard output: {fault.strerror}; what was written there is not whole",
        OUTPUT_FAILED,
    )


def _code(arguments: Sequence[str] | None) -> int:
    options = parser().parse_args(arguments)
    with _stoppable() as stop:
        try:
            code: int = options.run(options)
            # A reader that is slow may still have it stopped.
            sys.stdout.flush()
        except UsageError as error:
            return fail(str(error), USAGE)
        except OutputError as error:
            return fail(str(error), OUTPUT_FAILED)
        except DocumentError as error:
            return fail(f"{error.code}: {error.message}", FINDINGS)
        except OSError as error:
            return fail(_refused(error), OUTPUT_FAILED)
        except KeyboardInterrupt as error:
            told = error.told if isinstance(error, Interrupted) else ""
            code = fail("; ".join(filter(None, ("interrupted", told))), INTERRUPTED)
    # A run that was stopped ends by itself, with the code of Ctrl-C.
    return stop.code if code == INTERRUPTED else code


# What to do where the system refuses something; for all else the reason must do.
_ADVICE = {
    errno.EACCES: "change its rights, or name another",
    errno.EPERM: "change its rights, or name another",
    errno.ENOSPC: "free some space, then give the same command again",
}


def _refused(error: OSError) -> str:
    """What the system refused, where, and what to do."""
    named = [os.fsdecode(name) for name in (error.filename,) if isinstance(name, str | bytes)]
    advice = _ADVICE.get(error.errno or 0, "see to that, then give the same command again")
    return f"{': '.join((*named, error.strerror or str(error)))}; {advice}"


def parser() -> Parser:
    """The parser of the command line, with one for each command."""
    whole = Parser(prog="bcp", description="Dutch beroepscompetentieprofielen to validated data.")
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
_STOPPED = tuple(_SIGNALS.values())


@contextlib.contextmanager
def _stoppable() -> Iterator[_Stop]:
    """Let signals stop the command; only the main thread can say what they do."""
    stop = _Stop()
    before = {}

    def stopped(number: int, _: object) -> None:
        stop.code = _SIGNALS[signal.Signals(number).name]
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
