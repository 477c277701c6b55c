"""From arguments to an exit code: the command is chosen and run, what stops it is told."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Sequence

from pipeline.cli import convert, diff, explain, export, formats, inspect, review, schema, validate
from pipeline.cli.exits import CLEAN, FINDINGS, INTERRUPTED, OUTPUT_FAILED, TERMINATED, USAGE, fail
from pipeline.core.errors import DocumentError, OutputError, UsageError
from pipeline.core.version import VERSION

# In the order of the help.
_COMMANDS = (convert, export, review, diff, validate, inspect, formats, schema, explain)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is the return value."""
    options = parser().parse_args(arguments)
    before = signal.signal(signal.SIGTERM, _stopped) if _is_main_thread() else None
    try:
        code: int = options.run(options)
    except UsageError as error:
        return fail(str(error), USAGE)
    except OutputError as error:
        return fail(str(error), OUTPUT_FAILED)
    except DocumentError as error:
        return fail(f"{error.code}: {error.message}", FINDINGS)
    except KeyboardInterrupt:
        code = fail("interrupted; nothing of this run was written", INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has seen enough (`bcp inspect FILE | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)
    return TERMINATED if code == INTERRUPTED and _Stop.by_termination else code


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


class _Stop:
    """How the run was asked to stop."""

    by_termination = False


def _stopped(*_: object) -> None:
    """Stop as on Ctrl-C."""
    _Stop.by_termination = True
    raise KeyboardInterrupt


def _is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
