"""The one error that makes a document unusable, and the one that makes the output side fail."""

from __future__ import annotations


class DocumentError(Exception):
    """A document that cannot be converted at all.

    `code` is a key of `pipeline.core.catalogue.CATALOGUE`, which holds the
    remedy; `message` says what was found, what was expected and where.
    """

    def __init__(self, code: str, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.line = line


class OutputError(Exception):
    """The output folder cannot be written (no rights, disk full, a file in the way)."""


class UsageError(Exception):
    """The command was asked for something that does not exist; the message says what does."""


class Interrupted(KeyboardInterrupt):
    """Somebody stopped the command; `told` says what is true of what it has written."""

    def __init__(self, told: str = "") -> None:
        super().__init__(told)
        self.told = told
