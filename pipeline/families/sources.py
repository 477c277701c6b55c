"""A TOML file as text and as data, so that a fault is told by the line on which it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, NoReturn

from pipeline.families.errors import FamilyError

_NUMBERED = re.compile(r"\[\[(\w+)\]\] number (\d+)")


@dataclass(frozen=True, slots=True)
class Source:
    """A file: its name, its text, its data."""

    file: str
    text: str
    data: dict[str, Any]

    def refuse(self, where: str, message: str, remedy: str) -> NoReturn:
        """Raise FamilyError for what stands at `where`: a table's heading, or words of a line."""
        raise FamilyError(self.file, self.line_of(where), f"{where}: {message}", remedy)

    def line_of(self, where: str) -> int:
        """The line of a heading (`[[field]] number 3`: the third), or the first with the words."""
        lines = self.text.splitlines()
        numbered = _NUMBERED.match(where)
        if numbered:
            heading = f"[[{numbered[1]}]]"
            found = [n for n, line in enumerate(lines, 1) if line.strip().startswith(heading)]
            at = int(numbered[2]) - 1
            return found[at] if at < len(found) else 0
        return next((n for n, line in enumerate(lines, 1) if where in line), 0)
