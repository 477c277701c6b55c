"""Which passages of a value are titles, of all that could be: candidates, weighed alike.

Each shape that a producer gives a list of titled things is one small recogniser that proposes a
`Titling`; what the kind of value knows of its titles and of what stands below them gives points to
every passage, and the titling with most points is taken. The runner-up and what was between the two
go into the trace, and where that is next to nothing, into a finding.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.core import signs
from pipeline.document.reasons import Verdict
from pipeline.document.text import BOLD, ITALIC
from pipeline.interpret.passages import Passage
from pipeline.interpret.values.sub_headings import with_colon

# What all other values of a document are titled by decides between two that explain as much.
HABIT: Final = 0.75
# Less between two that part a value otherwise decides nothing.
_NEAR: Final = 0.5
# Text above the first title is nobody's.
_STRAY: Final = -2.0
# So many signs mark an outer list and the lists in it, and so many items tell that one is outer.
_TWO: Final = 2
# Titles of one value look alike.
_MIXED: Final = -2.0

Points = Callable[[Passage, int, Passage | None], float]
"""(passage, length of the title that it opens with, the passage after it) to points."""


@dataclass(frozen=True, slots=True)
class Titling:
    """One way to tell titles: by the number of a passage the length of the title it opens with."""

    name: str
    heads: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Titled:
    """The titling that was taken, and why; a titling without titles where nothing shows any."""

    titling: Titling
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Weighing:
    """What a kind of value knows: the points of a title, and of what is none.

    With fewer points than `least` a titling is taken for none.
    """

    of_title: Points
    of_body: Callable[[Passage, Sequence[Passage]], float]
    least: float = -math.inf

    def best(
        self, passages: Sequence[Passage], proposed: Iterable[Titling], habit: str = ""
    ) -> Titled:
        """The titling with most points; of equal ones the first that was proposed."""
        told: dict[tuple[tuple[int, int], ...], tuple[float, Titling]] = {}
        for titling in proposed:
            if not titling.heads:
                continue
            key = tuple(sorted(titling.heads.items()))
            points = self.points(passages, titling) + HABIT * (titling.name == habit)
            if key not in told or points > told[key][0]:
                told[key] = (points, titling)
        ranked = sorted(told.values(), key=lambda one: -one[0])
        if not ranked or ranked[0][0] <= self.least:
            return Titled(Titling("no titles", {}), Verdict(False, "nothing shows titles"))
        (points, taken), *others = ranked
        verdict = Verdict(True, f"titles {taken.name}", points, "points")
        if others:
            margin = points - others[0][0]
            doubt = f"titles {others[0][1].name} explain as much" if margin < _NEAR else ""
            verdict = verdict._replace(margin=margin, rival=others[0][1].name, doubt=doubt)
        return Titled(taken, verdict)

    def points(self, passages: Sequence[Passage], titling: Titling) -> float:
        """How well a titling explains the passages."""
        total = 0.0
        first = min(titling.heads, default=len(passages))
        heads = [passages[n] for n in titling.heads]
        looks = {look(passages[n], end) for n, end in titling.heads.items()}
        for n, passage in enumerate(passages):
            end = titling.heads.get(n, 0)
            after = passages[n + 1] if n + 1 < len(passages) else None
            if end:
                has_body = end < len(passage.text)
                below = passage if has_body else after if n + 1 not in titling.heads else None
                total += self.of_title(passage, end, below)
            elif n < first:
                total += 0.0 if passage.chars.endswith(":") else _STRAY
            else:
                total += self.of_body(passage, heads)
        return total + (_MIXED if len(looks) > 1 else 0.0)


# Shapes that any value may have.


def emphasised(
    passages: Sequence[Passage], is_set_off: Callable[[Passage, int], bool], longest: int
) -> Iterable[Titling]:
    """Passages that are headings, bold or italic as a whole, or open with such a title."""
    looks: dict[str, Callable[[Passage], int]] = {
        "as headings": lambda p: len(p.text) if p.heading else 0,
        "in bold": lambda p: p.text.styled_prefix(BOLD),
        "in italics": lambda p: p.text.styled_prefix(ITALIC),
        "in any emphasis": lambda p: len(p.text) if p.emphasised else p.emphasised_prefix(),
    }
    for name, length in looks.items():
        ends = {n: length(p) for n, p in enumerate(passages) if not p.is_item}
        yield Titling(
            name,
            {
                n: with_colon(passages[n].chars, end)
                for n, end in ends.items()
                if 0 < end <= longest
                and (end == len(passages[n].text) or is_set_off(passages[n], end))
            },
        )


def outer_items(passages: Sequence[Passage]) -> Iterable[Titling]:
    """The items of a list under which the items of another stand, where each has some.

    The lists are told by their levels, or by the signs that mark them.
    """
    if not passages or not all(p.is_item for p in passages):
        return
    shapes = {
        "as outer items": [n for n, p in enumerate(passages) if p.level == 1],
        "by the marker of outer items": _of_first_sign(passages),
    }
    for name, outer in shapes.items():
        if outer and all(n + 1 < len(passages) and n + 1 not in outer for n in outer):
            yield Titling(name, {n: len(passages[n].text) for n in outer})


def _of_first_sign(passages: Sequence[Passage]) -> list[int]:
    """The items marked as the first one is, where there are several, and all others have another.

    Of two signs that count nothing one is that of the outer list; dashes are one sign.
    """
    found = [
        "-" if signs.DASH_MARKER.match(p.marker.chars) else p.marker.chars.strip() for p in passages
    ]
    counts = any(p.number is not None or p.ordered for p in passages)
    outer = [n for n, sign in enumerate(found) if sign and sign == found[0]]
    return outer if len(set(found)) == _TWO and len(outer) >= _TWO and not counts else []


def numbered(passages: Sequence[Passage]) -> Iterable[Titling]:
    """Items that count on among others that do not; a list may have begun further above."""
    counted = {n: len(p.text) for n, p in enumerate(passages) if p.number is not None}
    numbers = [number for n in counted if (number := passages[n].number) is not None]
    begin = min(numbers, default=1)
    if numbers == list(range(begin, begin + len(numbers))) and len(counted) < len(passages):
        yield Titling("by their numbers", counted)


def look(passage: Passage, end: int | None = None) -> tuple[bool, bool, bool, bool]:
    """How a passage is set, or the title that it opens with."""
    title = passage.text[:end]
    bold, italic = title.all_styled(BOLD), title.all_styled(ITALIC)
    return passage.heading, bold, italic, passage.is_item
