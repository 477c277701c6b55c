"""Overviews held against the details: which nodes are listed, which described, where they differ.

An overview is a label with a list of names (`Overzicht rollen`), a row that names what a node
consists of, or titles of nodes that stand again further on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from pipeline.core.text import fold
from pipeline.document.model import ListItem, Paragraph
from pipeline.document.text import Text
from pipeline.families.model import PROFILE, Family, Node
from pipeline.interpret.claims import Claims
from pipeline.interpret.outline import Outline, Part
from pipeline.interpret.passages import Passage
from pipeline.interpret.values.lists import role_names

# Names of the overview and of a heading are the same from this likeness on: endings
# and articles differ (`bewaker van de continuïteit`, `Bewaker continuïteit`).
_SAME = 0.72
_LINKING = frozenset({"de", "het", "een", "van", "der", "den", "voor", "en"})


@dataclass(frozen=True, slots=True)
class Named:
    """A node as an overview names it: its printed code, its name, and what it consists of."""

    node: Node
    code: Text
    name: Text
    raw: str = ""
    steps: tuple[str, ...] = ()
    marker: Text = field(default_factory=Text)
    inside: tuple[Named, ...] = ()


def without_overview(parts: list[Part], claims: Claims) -> tuple[list[Part], list[Named]]:
    """(the nodes that are described, those that titles without contents only list).

    Of two equal titles the one without contents lists; of two without contents the first. Among
    those that list, before any that is described, one that stands nowhere else lists as well.
    """
    twice = {n for n, part in enumerate(parts) if part.is_bare and _stands_again(n, parts)}
    begins: dict[str, int] = {}
    for number, part in enumerate(parts):
        if not part.is_bare:
            begins.setdefault(part.scope, number)
    with_overview = {parts[number].scope for number in twice}
    described: list[Part] = []
    listed: list[Named] = []
    for number, part in enumerate(parts):
        among = part.scope in with_overview and number < begins.get(part.scope, 0)
        if number in twice or (part.is_bare and among):
            for inside in part.walk():
                claims.take(inside.heading, "overview of nodes")
            listed.append(_named(part))
        else:
            described.append(part)
    return described, listed


def _stands_again(number: int, parts: list[Part]) -> bool:
    """Whether a title without contents has a twin that is described, or that stands below it."""
    return any(
        not other.is_bare or n > number
        for n, other in enumerate(parts)
        if n != number and _are_same(parts[number], other)
    )


def _are_same(part: Part | Named, other: Part | Named) -> bool:
    if part.node is not other.node:
        return False
    if part.code and other.code:
        return fold(part.code.chars) == fold(other.code.chars)
    return fold(part.name.chars) == fold(other.name.chars)


def _named(part: Part) -> Named:
    assert part.node is not None
    inside = tuple(_named(child) for child in part.parts)
    return Named(part.node, part.code, part.name, raw=part.heading.chars, inside=inside)


def with_others(listed: list[Named], others: list[Named]) -> list[Named]:
    """What one overview lists, and what another lists besides."""
    return [*listed, *(n for n in others if not any(_are_same(n, known) for known in listed))]


def find(part: Part, left: list[Named], *, by_order: bool) -> Named | None:
    """The entry of an overview that a heading means: by code, by likeness, else by number."""
    own = [named for named in left if named.node is part.node]
    if not own:
        return None
    if not part.heading:
        # The overview names the nodes in the order in which they are described.
        return own[0]
    if not by_order and part.code:
        codes = [named for named in own if fold(named.code.chars) == fold(part.code.chars)]
        if codes:
            return codes[0]
    alike = max(own, key=lambda named: likeness(named.name.chars, part.name.chars))
    if likeness(alike.name.chars, part.name.chars) >= _SAME:
        return alike
    return next((n for n in own if n.code and n.code.chars == part.code.chars), None)


def likeness(first: str, second: str) -> float:
    """How alike two names are, from 0 to 1; one that holds the other is the same."""
    a, b = fold(first), fold(second)
    if a and b and (a in b or b in a):
        return 1.0
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def is_among(name: str, listed: list[str]) -> bool:
    """Whether an overview lists a name, by likeness."""
    return any(likeness(name, other) >= _SAME for other in listed)


def content_words(name: str) -> list[str]:
    """The words of a name without articles and `van`: `bewaker van de haven`, `Bewaker haven`."""
    return [word for word in fold(name, keep_suffix=True).split() if word not in _LINKING]


def names_listed(outline: Outline, family: Family) -> list[tuple[Node, str]]:
    """The names of nodes that titles without contents, or labels of overviews, list, folded."""
    found = [
        (part.node, fold(part.name.chars))
        for part in outline.root.walk()
        if part.node is not None and part.is_bare and part.name
    ]
    for entry in outline.root.entries:
        if entry.match is None or entry.match.field.kind != "overview":
            continue
        path = entry.match.field.path
        node = next(n for n in family.inside(PROFILE) if n.path == path)
        for block in entry.blocks:
            if isinstance(block, Paragraph | ListItem):
                found += [(node, name) for name in _names_in(block)]
    return found


def _names_in(block: Paragraph | ListItem) -> Iterator[str]:
    """The names in the lines of an overview, folded: each whole, and those that it lists."""
    for line in block.text.lines():
        yield fold(line.chars)
        listed = role_names([Passage(line, isinstance(block, ListItem))], Claims())
        yield from (fold(name.text.chars) for _, name, _ in listed)
