"""Keys that a version of an artefact does not have, and what is to be said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from pipeline.core.diagnostics import Diagnostic, Place
from pipeline.core.versions import NEWER, UNCLEAR, Artefact

# Two letters that changed places in a word of four; a word more (`legal_requirements`) is new.
_ALIKE, _LONGER = 0.75, 2
# So many keys are named.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Unknown:
    """A key or an element that a schema does not have: its name, the way to it, its place."""

    name: str
    path: str
    place: Place | None = None

    def is_misspelt(self, known: Iterable[str]) -> bool:
        """Whether it looks like one that the schema has."""
        as_long = [name for name in known if abs(len(name) - len(self.name)) <= _LONGER]
        return bool(get_close_matches(self.name, as_long, 1, _ALIKE))


def finding_of_unknown(
    unknown: Sequence[Unknown], artefact: Artefact, version: str, fitting: str | None = None
) -> Diagnostic:
    """The one finding of a file with which nothing else is amiss.

    `fitting` is a later version that has all of the keys: the file then tells another one than it
    keeps to. Without one a newer program made it, or a hand.
    """
    paths = [one.path for one in unknown]
    named = ", ".join(paths[:_NAMED])
    if len(paths) > _NAMED:
        named += f" and {len(paths) - _NAMED} more"
    said = f"version {version} of the {artefact.name} does not have {named}"
    first = unknown[0]
    pointer = first.path if first.place is None else None
    if fitting is not None:
        message = f"{said}; the file keeps to version {fitting}"
        return Diagnostic(UNCLEAR, message, first.place, pointer)
    return Diagnostic(NEWER, said, first.place, pointer)
