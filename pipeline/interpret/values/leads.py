"""Lines that lead in to items: whom they are about, and for whom they hold in addition."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.interpret.claims import Claims
from pipeline.interpret.passages import Passage
from pipeline.interpret.tree import Node, leaf

# `Voor zwemmen met een beperking geldt aanvullend:`
_FOR_SOME = re.compile(
    r"(?:aanvullend\s+)?voor\s+(?P<whom>.+?)\s+geldt\s+(?:aanvullend|bovendien|daarnaast|ook)"
    r"\s*(?:dat\s+\w+\s*)?:$",
    re.IGNORECASE,
)
# `De beroepsbeoefenaar:`, `Hij:`, `De parketteur kan:` say no more than whom the items are about.
_SUBJECT = re.compile(
    r"(?:(?:de|het|een)\s+[\w'’/-]+(?:\s+[\w'’/-]+){0,4}?|hij|zij|hij/zij|beroepsbeoefenaar)"
    r"(?:\s+(?:kan|heeft|moet|dient|weet|kent|beheerst))?\s*:",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Lead:
    """The lead-ins so far: what they say of the items that follow, and a step for the trace."""

    said: dict[str, Node] = field(default_factory=dict)
    steps: tuple[str, ...] = ()

    def take(self, passage: Passage, claims: Claims) -> bool:
        """Take in a line; whether it is such a lead-in."""
        whom = _FOR_SOME.fullmatch(passage.chars)
        if whom is not None:
            start, end = whom.span("whom")
            claims.take(passage.text[:start] + passage.text[end:], "lead-ins")
            self.said = {"applies_to": leaf(passage.text[start:end], passage.chars)}
        elif _SUBJECT.fullmatch(passage.chars):
            claims.take(passage.text, "lead-ins")
        else:
            return False
        self.steps = (f"after the lead-in {passage.chars!r}",)
        return True
