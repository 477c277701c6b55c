"""What is wrong with a file of a family."""

from __future__ import annotations


class FamilyError(Exception):
    """A file that is not as it should be: which file, which line (0: unknown), and what to do."""

    def __init__(self, file: str, line: int, message: str, remedy: str) -> None:
        place = f"{file}, line {line}" if line else file
        super().__init__(f"{place}: {message}; {remedy}")
        self.file = file
        self.line = line
        self.message = message
        self.remedy = remedy
