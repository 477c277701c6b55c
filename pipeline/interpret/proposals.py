"""What a place of a document is taken for: shapes propose, the strongest is taken, with a reason.

A shape changes nothing before it is chosen. Strengths are ranks; what was chosen, and what came
next to it, goes on record for the characters of the place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.document.reasons import Reason, Verdict, about
from pipeline.document.text import Text


@dataclass(frozen=True, slots=True)
class Shape:
    """What a place is taken for: the name of the shape, how strong it is, and what to do then."""

    name: str
    strength: int
    take: Callable[[], object]
    ends_page_end: bool = True


def strongest(proposed: Iterable[Shape | None]) -> tuple[Shape | None, Verdict]:
    """The strongest of the shapes that are proposed, with its verdict; None where none is."""
    ranked = sorted(filter(None, proposed), key=lambda shape: -shape.strength)
    if not ranked:
        return None, Verdict(False, "no shape fits")
    if len(ranked) == 1:
        return ranked[0], Verdict(True, ranked[0].name)
    first, rival = ranked[:2]
    margin = float(first.strength - rival.strength)
    return first, Verdict(True, first.name, margin, "ranks", rival.name)


def reasons_of(verdict: Verdict, texts: Iterable[Text]) -> Iterable[Reason]:
    """Why some texts were taken for what they are; nothing where there was no choice."""
    return about("shapes", "shape", texts, verdict) if verdict.rival else ()
