"""The two streams of a command: what they do not take stops no work, and is told once.

Data go to standard output: that its reader has seen enough is no fault, that a disk is full is
one. What cannot be told on standard error is not told, and changes nothing.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any, TextIO, cast

# Input, output and errors are the descriptors 0 to 2.
_LAST = 2


class Stream:
    """A stream of which no call raises OSError; all else is that of the stream itself."""

    def __init__(self, stream: TextIO | None) -> None:
        # Python has none for a descriptor that was closed when it started.
        self._stream = stream or _Closed()
        self._fault: OSError | None = None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write the text, unless an earlier one could not be."""
        self._try(lambda: self._stream.write(text))
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        """Write several texts."""
        self.write("".join(lines))

    def flush(self) -> None:
        """Hand on what was written so far."""
        self._try(self._stream.flush)

    def fault(self) -> OSError | None:
        """Why not all could be written that somebody still waits for; None where all was."""
        self.flush()
        if self._fault is None or self._fault.errno == errno.EPIPE:
            return None
        return self._fault

    def _try(self, call: Callable[[], object]) -> None:
        if self._fault is not None:
            return
        try:
            call()
        except OSError as error:
            self._fault = error
            self._drop()

    def _drop(self) -> None:
        """What is buffered would be tried again when the interpreter ends."""
        with contextlib.suppress(OSError):
            number = self._stream.fileno()
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, number)
            os.close(nowhere)


class _Closed(io.StringIO):
    def write(self, _: str) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


@contextlib.contextmanager
def guarded() -> Iterator[Stream]:
    """Have all that is printed meanwhile go through streams that do not raise; gives the output."""
    _occupy()
    output, told = Stream(sys.stdout), Stream(sys.stderr)
    with (
        contextlib.redirect_stdout(cast(TextIO, output)),
        contextlib.redirect_stderr(cast(TextIO, told)),
    ):
        try:
            yield output
        finally:
            output.flush()
            told.flush()


def _occupy() -> None:
    """Let no file that is opened later become what libraries take for a standard stream."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= _LAST:
        pass
    os.close(number)
